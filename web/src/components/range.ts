import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import type { Histogram, Outcome } from "../../calculator/documents.js";
import { store } from "../state/store.js";
import { isRange, leading, mass, massAlone, massRange, ui } from "#words/page.js";
import { Piece } from "./piece.js";
import { spread } from "./spread.js";

/** The total with its range, drawn: where nine in ten of the samples lie, and how they are spread. */
export class RangePiece extends Piece {
  protected override draw() {
    const { estimate, catalogue, view } = store;
    if (!estimate) return nothing;
    const { total_kg, histogram } = estimate;
    const range = massRange(total_kg, view.unit, catalogue);
    const leads = leading(total_kg) === total_kg.best;
    return html`<div class=${store.isStale ? "range stale" : "range"}>
      ${isRange(total_kg) ? drawing(total_kg, histogram) : nothing}
      <p>
        ${
          isRange(total_kg)
            ? ui.nineInTen(
                `${range}\u00a0${massAlone(total_kg, view.unit, catalogue).split("\u00a0")[1] ?? ""}`,
                mass({ ...total_kg, best: total_kg.median }, view.unit, catalogue),
              )
            : total_kg.best > 0
              ? ui.exact
              : nothing
        }
        ${leads ? nothing : ui.medianLeads(mass(total_kg.best, view.unit, catalogue))}
      </p>
      <fieldset class="units">
        <legend>${ui.sure}:</legend>
        ${ui
          .sureWays(store.published !== undefined)
          .map(
            (way, i) =>
              html`<label
                ><input
                  type="radio"
                  name="sure"
                  .checked=${live(store.isTypical === (i === 1))}
                  @change=${() => store.setSure(i === 1)}
                /><span>${way}</span></label
              >`,
          )}
      </fieldset>
    </div>`;
  }
}

/** The height is that of the silhouette, in pixels. */
export function drawing(total: Required<Outcome>, histogram: Histogram, height = 56): TemplateResult {
  const { low, median, high } = total;
  const { at, outline } = spread(total, histogram);
  const points = outline.map(([x, up]) => `${x} ${(height * (1 - up)).toFixed(1)}`);
  const { catalogue, view } = store;
  const lead = leading(total);
  const edge = massRange(total, view.unit, catalogue).split(/\u2060?–\u2060?/);
  const mark = (kg: number, text = "", kind = ""): SVGTemplateResult =>
    svg`<text class=${kind} x="${at(kg)}%" y=${height + 26}>${text}</text>`;
  return html`<svg class="spread" aria-hidden="true">
    <svg width="100%" height=${height} viewBox="0 0 100 ${height}" preserveAspectRatio="none">
      <path d="M0 ${height}L${points.join("L")}L100 ${height}Z" />
    </svg>
    <rect class="axis" width="100%" y=${height} height="1" />
    <rect x="${at(low)}%" width="${at(high) - at(low)}%" y=${height - 2} height="5" />
    <rect class="middle" x="${at(median)}%" y=${height - 6} width="2" height="13" />
    <circle cx="${at(lead)}%" cy=${height} r="7" />
    ${mark(low, edge[0])}${mark(lead, massAlone(total, view.unit, catalogue), "lead")}${mark(high, edge[1])}
  </svg>`;
}
