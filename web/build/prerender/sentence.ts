// The first answer, computed by the very wasm that ships.
import { sentence } from "#words/page.js";
import { firstModel, opening } from "../../src/state/opening.js";
import type { Estimate, Model } from "../../calculator/documents.js";
import type { Made } from "./engine.js";
import { html, type Html } from "./html.js";

/** A model's sentence, set as the page sets it; `slot` is the class of what could be changed there. */
export function told(model: Model, estimate: Estimate, { engine, catalogue }: Made, slot: string): Html {
  const scenario = opening(model);
  if (!scenario) throw new Error(`${model.id} has no scenario to tell`);
  const pieces = sentence({ scenario, model, estimate, unit: "kg" }, { catalogue, row: engine.row });
  return html`${pieces.map((piece) => {
    if (typeof piece === "string") return piece;
    if ("slot" in piece) return html`<span class="${slot}">${piece.text}</span>`;
    if ("about" in piece) return html`<span class="about">${piece.about}</span>`;
    return html`<strong${piece.main && html` class="main"`}>${piece.strong}</strong>`;
  })}`;
}

/** The opening sentence, so that nothing moves when the scripts take over. */
export function firstSentence(all: Made): Html {
  const model = all.catalogue.models.find(({ id }) => id === firstModel);
  const estimate = model && all.opened(model);
  if (!estimate) throw new Error(`data/models has no ${firstModel}, with which the page opens`);
  return html`<p class="lede">${told(model, estimate, all, "slot")}</p>`;
}
