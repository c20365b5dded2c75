import type { Issue } from "../../calculator/documents.js";
import { ui } from "#words/page.js";

/** The engine’s message without its pointer. */
export const bare = (issue: Issue): string =>
  issue.path && issue.message.startsWith(`${issue.path}: `)
    ? issue.message.slice(issue.path.length + 2)
    : issue.message;

/** What is said of a stage after the first names it. */
export function ofStage(path: string, text: string): string {
  const stage = /^\/stages\/(\d+)/.exec(path)?.[1];
  return stage && stage !== "0" ? `${ui.stage(Number(stage) + 1, "")}: ${text}` : text;
}
