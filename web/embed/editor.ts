// What a reader's first change fetches, and a scenario of the author's own: the engine, and the words around it.
import { named } from "#words/catalogue.js";
import { issueText } from "#words/form.js";
import { ScenarioError } from "../calculator/refused.js";
import type { MassUnit, Scenario, Site } from "../calculator/documents.js";
import { decode, encode } from "../src/link/codec.js";
import { readEntry, type Entered } from "../src/text/entries.js";
import type { Known } from "../src/text/sentence.js";
import { isId } from "./asked.js";
import { engine } from "./engine.js";
import type { Sum } from "./sum.js";

export interface Place {
  id: string;
  name: string;
  /** The world, or a part of it larger than a country. */
  wide: boolean;
}

/** What a changed sum keeps of the one that it came from. */
type Origin = Pick<Sum, "model" | "subject">;

export interface Editor {
  row: Known["row"];
  /** @throws {ScenarioError} */
  sum: (scenario: Scenario, from: Origin) => Sum;
  trySum: (scenario: Scenario, from: Origin) => { sum: Sum } | { issues: string[] };
  /** Of a link's fragment, with the id of the model that it came from, or a JSON text; `kind` is what is wrong with it. */
  open: (text: string) => Promise<{ scenario?: Scenario; model?: string; kind?: string }>;
  read: (text: string, kind: Entered) => number | undefined;
  places: () => Place[];
  /** The same site on another grid; what only the former brought goes with it. */
  at: (site: Site | undefined, grid: string) => Site;
  /** The fragment that opens it in the page. */
  link: (sum: Sum, unit: MassUnit) => Promise<string>;
}

export async function editor(): Promise<Editor> {
  const calculator = await named(await engine(), true);
  const { data_version, engine_version } = calculator.catalogue();
  const sum: Editor["sum"] = (scenario, { model, subject }) => ({
    ...(model && { model }),
    ...(subject && { subject }),
    scenario,
    estimate: calculator.estimate(scenario),
    data_version,
    engine_version,
  });
  return {
    row: (table, id) => calculator.row(table, id),
    sum,
    trySum(scenario, from) {
      try {
        return { sum: sum(scenario, from) };
      } catch (reason) {
        if (!(reason instanceof ScenarioError)) throw reason;
        return { issues: reason.issues.map((issue) => issueText(issue)) };
      }
    },
    async open(text) {
      if (text.startsWith("{")) return { scenario: calculator.parse(text) as Scenario };
      const opened = await decode(`#${text}`);
      if (opened.kind !== "state") return { kind: opened.kind };
      const { scenario, view } = opened.linked;
      const { model } = view;
      return { scenario: scenario as Scenario, ...(typeof model === "string" && isId(model) && { model }) };
    },
    read: readEntry,
    places: () =>
      calculator.search("grids", "", 10_000).rows.map(({ id, name, group }) => ({
        id,
        name,
        wide: ["world", "continent", "group"].includes(group),
      })),
    at: ({ grid: _, region: __, ...rest } = {}, id) => ({ ...rest, grid: { id } }),
    link: ({ scenario, model, estimate }, unit) =>
      encode({
        scenario,
        view: { model: model?.id ?? null, unit },
        data_version,
        total: estimate.total_kg.best,
      }),
  };
}
