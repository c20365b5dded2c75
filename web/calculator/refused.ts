// How a document is refused, whichever module refuses it.
import type { Issue } from "./documents.js";

/** A document was refused. `issues` has every fault; `message` is their English text, a line each. */
export class ScenarioError extends Error {
  override readonly name = "ScenarioError";
  readonly issues: Issue[];
  constructor(issues: Issue[]) {
    super(issues.map((issue) => issue.message).join("\n"));
    this.issues = issues;
  }
}

/** Text of whatever was thrown. Even asking may throw. */
export function describe(reason: unknown): string {
  try {
    return String(reason instanceof Error ? reason.message : reason).slice(0, 200);
  } catch {
    return "it throws when it is read";
  }
}
