// The first answer, computed by the very wasm that ships.
import { sentence } from "#words/page.js";
import { firstModel, opening } from "../../src/state/opening.js";
import type { Made } from "./engine.js";
import { escaped } from "./html.js";

/** The opening sentence as HTML, set as the page sets it, so that nothing moves when the scripts take over. */
export function firstSentence({ engine, texts }: Made): string {
  const catalogue = engine.catalogue();
  const model = catalogue.models.find(({ id }) => id === firstModel);
  const scenario = opening(texts.publications[firstModel] ?? {});
  if (!scenario) throw new Error(`data/models has no ${firstModel}, with which the page opens`);
  const result = engine.estimate(structuredClone(scenario));
  if ("issues" in result)
    throw new Error(`${firstModel} can't be calculated: ${JSON.stringify(result.issues)}`);
  const pieces = sentence(
    { scenario, model, estimate: result.estimate, unit: "kg" },
    { catalogue, row: engine.row },
  );
  const html = pieces.map((piece) => {
    if (typeof piece === "string") return escaped(piece);
    if ("slot" in piece) return `<span class="slot">${escaped(piece.text)}</span>`;
    if ("about" in piece) return `<span class="about">${escaped(piece.about)}</span>`;
    return `<strong${piece.main ? ' class="main"' : ""}>${escaped(piece.strong)}</strong>`;
  });
  return `<p class="lede">${html.join("")}</p>`;
}
