import { html, nothing, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import type { Estimate, MassUnit } from "../../calculator/documents.js";
import { store } from "../state/store.js";
import { mass, massNear, massRange, partOfSum, ui } from "#words/page.js";
import { percent } from "../text/numbers.js";
import { bars } from "./drawings.js";
import { fetchBelow, readerCame, whenNear, type Below } from "./later.js";
import { Piece } from "./piece.js";

/** The total and what it is made of, with a place for what was printed. */
export class ResultPiece extends Piece {
  /** null if it couldn’t be fetched. */
  #below: Below | null | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const fetched = async (): Promise<void> => {
      this.#below = await fetchBelow();
      await this.redraw();
    };
    void readerCame.then(fetched);
    whenNear(this, "0px", () => void fetched());
  }

  protected override draw() {
    const { estimate } = store;
    if (!estimate) return nothing;
    return html`<div class="columns">
      <section aria-labelledby="result" class=${store.isStale ? "stale" : ""}>
        <h2 id="result">${ui.result} ${store.isStale ? html`<small>${ui.lastGood}</small>` : nothing}</h2>
        ${this.#total(estimate)} ${this.#split(estimate)}
        <div class="lines-place">
          ${this.#below === null ? html`<p class="aside">${ui.formFailed}</p>` : this.#below?.lines(estimate)}
        </div>
      </section>
      <fc-published></fc-published>
    </div>`;
  }

  #total({ total_kg }: Estimate): TemplateResult {
    const { catalogue, view } = store;
    const units = Object.keys(ui.units) as MassUnit[];
    return html`<div class="total">
      <p class="amount">
        ${mass(total_kg, view.unit, catalogue)}
        <small>${massRange(total_kg, view.unit, catalogue)}</small>
      </p>
      <fieldset class="units">
        <legend class="sr">${ui.unit}</legend>
        ${units.map(
          (unit) =>
            html`<label
              ><input
                type="radio"
                name="unit"
                value=${unit}
                .checked=${live(view.unit === unit)}
                @change=${() => store.setUnit(unit)}
              /><span>${ui.units[unit]}</span></label
            >`,
        )}
      </fieldset>
    </div>`;
  }

  /** Machines, cooling, making the hardware: by the best values, which add up. */
  #split({
    stages,
    operational_kg,
    overhead_kg,
    embodied_kg,
    total_kg,
  }: Estimate): TemplateResult | typeof nothing {
    if (total_kg.best <= 0) return nothing;
    const { catalogue, view } = store;
    const [all, cooling] = [operational_kg.best, overhead_kg.best];
    const parts = [all - cooling, cooling, ...(embodied_kg ? [embodied_kg.best] : [])];
    const shares = parts.map((kg) => kg / total_kg.best);
    return html`<h3>${ui.split}</h3>
      ${bars(shares)}
      <ul class="key">
        ${parts.map(
          (kg, i) =>
            html`<li>
              <b>${percent(shares[i] ?? 0)}</b> ${ui.splitParts[i]}:
              ${massNear(partOfSum(kg, total_kg), view.unit, catalogue)}
              ${i === 2 ? hardware(false, ui.leaveOut) : nothing}
            </li>`,
        )}
        ${embodied_kg ? nothing : html`<li class="none">${ui.uncounted} ${hardware(true, ui.count)}</li>`}
      </ul>
      ${stages.length > 1 ? this.#below?.stageShares(store.estimate as Estimate) : nothing}`;
  }
}

const hardware = (count: boolean, text: string): TemplateResult =>
  html`<button class="link" @click=${() => store.countHardware(count)}>${text}</button>`;
