import { html, nothing, type TemplateResult } from "lit/html.js";
import type { EquivalentRow } from "../../calculator/documents.js";
import { store } from "../state/store.js";
import { drawn, equivalentBoundary, equivalentFactor, equivalentWords, ui } from "../text/en.js";
import { cars, planes, scaleFor, weeks, years } from "./drawings.js";
import { Piece } from "./piece.js";
import { sourceLink } from "./source.js";

/** What it amounts to: the equivalents, drawn and worded. */
export class AmountsPiece extends Piece {
  protected override draw() {
    const { estimate, catalogue, view } = store;
    if (!estimate) return nothing;
    return html`<section aria-labelledby="amounts" class=${store.isStale ? "stale" : ""}>
      <h2 id="amounts">${ui.amounts} <small>${store.isStale ? ui.lastGood : ui.amountsHow}</small></h2>
      <ul class="amounts">
        ${estimate.equivalents.map(({ id, count }) => {
          const row = catalogue.equivalents.find((known) => known.id === id);
          return row
            ? html`<li data-equivalent=${id}>
                ${picture(row, count.best)}
                <div>
                  <p class="words">${equivalentWords(row, count.best)}</p>
                  <small
                    >${equivalentFactor(row, view.unit, catalogue)}: ${equivalentBoundary(row)}.
                    ${sourceLink(row.cited)}</small
                  >
                </div>
              </li>`
            : nothing;
        })}
      </ul>
    </section>`;
  }
}

function picture(row: EquivalentRow, count: number): TemplateResult {
  const times = scaleFor(count, row.id.endsWith("year") ? 100 : 20);
  const caption = (text: string): TemplateResult => html`<figcaption>${text}</figcaption>`;
  if (row.id === "car-lifetime")
    return html`<figure class="cars">
      ${cars(count)}${caption(times > 1 ? drawn.each(times, drawn.cars) : count > 5 ? drawn.oneEach : drawn.ofFive)}
    </figure>`;
  if (row.id === "flight-ny-sf")
    return html`<figure class="planes">
      ${planes(count)}${times > 1 ? caption(drawn.each(times, drawn.trips)) : nothing}
    </figure>`;
  const week = row.subunits.find(({ id }) => id === "week");
  return count <= 1 && week
    ? html`<figure>${weeks(count, week.per_unit)}${caption(drawn.weeks)}</figure>`
    : html`<figure>${years(count)}${caption(drawn.yearsEach(times))}</figure>`;
}
