// What a reader's first change fetches, and a scenario of the author's own: the engine, and the words around it.
import { gridsNamed } from "#words/catalogue.js";
import { ScenarioError } from "../calculator/refused.js";
import type { Issue, MassUnit, Scenario, Site } from "../calculator/documents.js";
import { decode, encode } from "../src/link/codec.js";
import { readEntry, type Entered } from "../src/text/entries.js";
import type { Known } from "../src/text/sentence.js";
import type { BriefEstimate, BriefTableName } from "../calculator/embed.js";
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
  /** In words, each fault. */
  explain: (issues: Issue[]) => Promise<string[]>;
  trySum: (scenario: Scenario, from: Origin) => { sum: Sum } | { issues: Issue[] };
  /** Of a link's fragment, with the id of the model that it came from, or a JSON text; `kind` is what is wrong with it. */
  open: (text: string) => Promise<{ scenario?: Scenario; model?: string; kind?: string }>;
  read: (text: string, kind: Entered) => number | undefined;
  places: () => Place[];
  /** The same site on another grid; what only the former brought goes with it. */
  at: (site: Site | undefined, grid: string) => Site;
  /** The fragment that opens it in the page. */
  link: (sum: Sum, unit: MassUnit) => Promise<string>;
}

/** The post's thread is the post's: what takes a while is done in several turns of it. */
const turn = (): Promise<void> => new Promise((next) => setTimeout(next));

export async function editor(): Promise<Editor> {
  const calculator = await engine();
  await turn();
  // The engine is that of every language.
  const grids = await gridsNamed(calculator.list("grids").map((row) => ({ ...row })));
  await turn();
  const byId = new Map(grids.map((row) => [row.id, row]));
  const sum: Editor["sum"] = (scenario, { model, subject }) => ({
    ...(model && { model }),
    ...(subject && { subject }),
    scenario,
    ...versioned(calculator.estimate(scenario)),
  });
  return {
    // What is told of a row is all that these have.
    row: (table, id) =>
      (table === "grids" ? (byId.get(id) ?? null) : calculator.row(table as BriefTableName, id)) as never,
    explain: async (issues) => {
      const { issueText } = await import("#words/form.js");
      return issues.map((issue) => issueText(issue));
    },
    sum,
    trySum(scenario, from) {
      try {
        return { sum: sum(scenario, from) };
      } catch (reason) {
        if (!(reason instanceof ScenarioError)) throw reason;
        return { issues: reason.issues };
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
    // Of two that a sentence calls the same, the first.
    places: () =>
      grids
        .filter(
          ({ in_a_sentence, name }, i) =>
            grids.findIndex((other) => (other.in_a_sentence ?? other.name) === (in_a_sentence ?? name)) === i,
        )
        .map(({ id, name, kind }) => ({ id, name, wide: ["world", "continent", "group"].includes(kind) })),
    at: ({ grid: _, region: __, ...rest } = {}, id) => ({ ...rest, grid: { id } }),
    link: ({ scenario, model, estimate, data_version }, unit) =>
      encode({
        scenario,
        view: { model: model?.id ?? null, unit },
        data_version,
        total: estimate.total_kg.best,
      }),
  };
}

const versioned = ({ data_version, engine_version, ...estimate }: BriefEstimate) => ({
  estimate,
  data_version,
  engine_version,
});
