// The first answer, computed by the very wasm that ships.
import { named } from "#words/catalogue.js";
// All names of the tables come with these.
import "#words/later.js";
import { sentence } from "#words/page.js";
import { opening } from "../../src/state/opening.js";
import type { Made } from "./engine.js";
import { escaped } from "./html.js";

/** The opening sentence as HTML, set as the page sets it, so that nothing moves when the scripts take over. */
export async function firstSentence({ engine }: Made): Promise<string> {
  const catalogue = engine.catalogue();
  const model = catalogue.models.find(({ id }) => id === "bert-base");
  const scenario = model && opening(model);
  if (!scenario) throw new Error("data/models has no bert-base, with which the page opens");
  const result = engine.estimate(structuredClone(scenario));
  if ("issues" in result) throw new Error(`bert-base can't be calculated: ${JSON.stringify(result.issues)}`);
  const tables = { catalogue: () => catalogue, row: engine.row, search: () => ({ rows: [], total: 0 }) };
  const { row } = await named(tables, false);
  const pieces = sentence({ scenario, model, estimate: result.estimate, unit: "kg" }, { catalogue, row });
  const html = pieces.map((piece) => {
    if (typeof piece === "string") return escaped(piece);
    if ("slot" in piece) return `<span class="slot">${escaped(piece.text)}</span>`;
    if ("about" in piece) return `<span class="about">${escaped(piece.about)}</span>`;
    return `<strong${piece.main ? ' class="main"' : ""}>${escaped(piece.strong)}</strong>`;
  });
  return `<p class="lede">${html.join("")}</p>`;
}
