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

interface Refuses {
  unreadable(reason: string): { issues: Issue[] };
}

/** Without getters and proxies: they run here, or nowhere, for none may run while the module reads. */
export function plain(value: unknown, module: Refuses): unknown {
  try {
    return structuredClone(value);
  } catch (reason) {
    throw new ScenarioError(module.unreadable(describe(reason)).issues);
  }
}

/** UTF-8 has no form for it, so another text than the one that JSON.parse sees would be checked. */
const halfCharacter = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** In bytes, and so at most as many characters: src/documents/json_syntax.cpp refuses what is longer. */
const longestText = 1 << 24;

/** The value of a JSON text. */
export function parsed(
  text: string,
  module: Refuses & { checkJson(text: string): { issues: Issue[] } },
): unknown {
  if (typeof text !== "string") throw new ScenarioError(module.unreadable("it is no text").issues);
  if (halfCharacter.test(text))
    throw new ScenarioError(module.unreadable("half of a character stands in it").issues);
  // One character more than is allowed is refused like any number more, and faster.
  const { issues } = module.checkJson(text.slice(0, longestText + 1));
  if (issues.length > 0) throw new ScenarioError(issues);
  return JSON.parse(text.replace(/^\uFEFF/, ""));
}

/** A text that can cross: half a character would be another one on the other side. */
export const wellFormed = (text: unknown): string =>
  String(text).slice(0, 300).replace(new RegExp(halfCharacter, "g"), "\ufffd");
