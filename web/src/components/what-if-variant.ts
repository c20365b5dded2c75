// A row of a ranking as a scenario of its own: to be taken into the sum, or pinned.
import type { Scenario } from "../../calculator/documents.js";
import type { RankRow } from "../../calculator/what-if.js";
import { atPue, atSite, inYear, onDevice, onGrid, withHours } from "../state/variants.js";
import { store } from "../state/store.js";
import { ask } from "../work/ask.js";
import { titleOf } from "../text/titles.js";
import type { Subject } from "#words/what-if.js";

/** Of devices, the engine says how long: what emits as much as the row does. Undefined where there is no such. */
export async function variant(
  of: Scenario,
  subject: Subject,
  { id, value, total_kg }: RankRow,
): Promise<Scenario | undefined> {
  if (subject === "grids") return onGrid(of, id);
  if (subject === "sites") return atSite(of, id);
  if (value !== null) return subject === "pue" ? atPue(of, value) : inYear(of, value);
  const row = store.row("devices", id);
  const swapped = row && onDevice(of, row);
  if (!swapped || swapped.slower === undefined) return swapped?.scenario;
  const answer = await ask("take", "solve", {
    schema: "fivecars/solve/1",
    scenario: swapped.scenario,
    for: "hours",
    stage: swapped.slower,
    budget: { kg: total_kg.best },
  });
  return answer.kind === "result" && answer.result.value
    ? withHours(swapped.scenario, swapped.slower, answer.result.value.best)
    : undefined;
}

/** What the run is called where it stands beside others. */
export const runName = (): string =>
  titleOf(store.estimated, store.published, store.isChanged(store.estimated ?? undefined));
