// What a sum is called where it stands by itself, or beside others: the one rule for it.
import { ui } from "#words/page.js";
import { titles as words } from "#words/titles.js";
import type { ModelRow } from "../../calculator/documents.js";
import { get } from "../state/pointer.js";

/** A changed run doesn’t go by the bare name of the model that it came from. */
export function titleOf(
  scenario: unknown,
  model: Pick<ModelRow, "name"> | undefined,
  isChanged: boolean,
): string {
  if (model) return isChanged ? words.changed(model.name) : model.name;
  const title = get(scenario, "/title");
  return typeof title === "string" && title.trim() ? title.trim() : ui.ownRun;
}
