import { html, nothing, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import type { EquivalentRow } from "../../calculator/documents.js";
import { store } from "../state/store.js";
import {
  drawn,
  equivalentBoundary,
  equivalentFactor,
  equivalentRange,
  equivalentWords,
  leading,
  sure,
  ui,
} from "#words/page.js";
import { cars, planes, scaleFor, weeks, years } from "./drawings.js";
import { Piece } from "./piece.js";
import { fetchBelow, readerCame, type Below } from "./later.js";

/** What it amounts to: the equivalents, drawn and worded. */
export class AmountsPiece extends Piece {
  #below: Below | null = null;
  #words: typeof import("#words/sets.js") | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void readerCame.then(fetchBelow).then((below) => {
      this.#below = below;
      void this.redraw();
    });
  }

  /** Its label stands there from the start, and becomes a link once the addresses have come: nothing moves. */
  #source({ cited: { source } }: EquivalentRow): TemplateResult | string {
    const label = store.catalogue.sources.find(({ id }) => id === source)?.label ?? source;
    return this.#below?.linked(source, label) ?? label;
  }

  protected override draw() {
    const { estimate, view, sets } = store;
    if (!estimate) return nothing;
    const chosen = view.set ?? sets[0];
    const others = view.set !== undefined;
    return html`<section aria-labelledby="amounts" class=${store.isStale ? "stale" : ""}>
      <h2 id="amounts">${ui.amounts} ${store.isStale ? html`<small>${ui.lastGood}</small>` : nothing}</h2>
      <label class="set"
        ><span class="sr">${ui.set}</span
        ><select @change=${(event: Event) => store.setEquivalents((event.target as HTMLSelectElement).value)}>
          ${sets.map((set) => html`<option value=${set} .selected=${live(set === chosen)}>${ui.sets[set] ?? set}</option>`)}
        </select></label
      >
      <ul class=${others ? "amounts plain-amounts" : "amounts"}>
        ${store.shownEquivalents.map(
          ({ row, count }) =>
            html`<li data-equivalent=${row.id}>
              ${others ? nothing : picture(row, leading(count))}
              <div>
                <p class="words">
                  ${others ? this.#otherWords(row, sure(count)) : equivalentWords(row, sure(count))}
                </p>
                <small
                  >${equivalentRange(row, count)}${equivalentFactor(row, view.unit, store.catalogue)}:
                  ${equivalentBoundary(row, estimate)}. ${this.#source(row)}</small
                >
              </div>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  /** Of the sets that the page doesn't open with. */
  #otherWords(row: EquivalentRow, count: number): string {
    if (!this.#words)
      void import("#words/sets.js").then((words) => {
        this.#words = words;
        void this.redraw();
      });
    return this.#words?.otherWords(row, count) ?? "…";
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
