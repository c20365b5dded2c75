// The result in a line that stays in sight while the form is worked on: what a dragged slider does is seen beside it.
import { html, nothing, type TemplateResult } from "lit/html.js";
import { store } from "../state/store.js";
import { isRange, mass, massRange, ui } from "#words/page.js";
import { drawing } from "./range.js";

/** For the eye alone: the sentence says it, and every change is announced. */
export function standing(): TemplateResult | typeof nothing {
  const { estimate, catalogue, view } = store;
  if (!estimate) return nothing;
  const { total_kg, histogram } = estimate;
  return html`<div class=${store.isStale ? "standing stale" : "standing"} aria-hidden="true">
    <p class="amount">
      ${mass(total_kg, view.unit, catalogue)} <small>${massRange(total_kg, view.unit, catalogue)}</small>
    </p>
    ${isRange(total_kg) ? drawing(total_kg, histogram, 22) : nothing}
    ${store.isStale ? html`<small>${ui.lastGood}</small>` : nothing}
  </div>`;
}
