import { html, nothing, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import type { Estimate, Issue, MassUnit, Outcome } from "../../calculator/documents.js";
import { get } from "../state/pointer.js";
import { store } from "../state/store.js";
import { leading, mass, massNear, massRange, range, ui, usd, warningText } from "../text/en.js";
import { exact, figure, percent } from "../text/numbers.js";
import { bars } from "./drawings.js";
import { fetchBelow, readerCame, type Below } from "./later.js";
import { Piece } from "./piece.js";

/** The total and what it is made of, with a place for what was printed. */
export class ResultPiece extends Piece {
  #below: Below | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void readerCame.then(fetchBelow).then((below) => {
      this.#below = below;
      void this.redraw();
    });
  }

  protected override draw() {
    const { estimate } = store;
    if (!estimate) return nothing;
    return html`<div class="columns">
      <section aria-labelledby="result" class=${store.isStale ? "stale" : ""}>
        <h2 id="result">${ui.result} ${store.isStale ? html`<small>${ui.lastGood}</small>` : nothing}</h2>
        ${this.#total(estimate)} ${this.#split(estimate)} ${this.#list(estimate)} ${this.#assumed(estimate)}
      </section>
      <fc-published></fc-published>
    </div>`;
  }

  #total({ total_kg }: Estimate): TemplateResult {
    const { catalogue, view } = store;
    const units = Object.keys(ui.units) as MassUnit[];
    return html`<div class="total">
      <p class="amount">
        ${mass(leading(total_kg), view.unit, catalogue)}
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
  #split({ stages, total_kg, embodied_kg }: Estimate): TemplateResult | typeof nothing {
    if (total_kg.best <= 0) return nothing;
    const { catalogue, view } = store;
    const machines = sum(stages, ({ it_energy_kwh: it, energy_kwh: all, operational_kg: kg }) =>
      all.best > 0 ? kg.best * (it.best / all.best) : 0,
    );
    const made = embodied_kg?.best ?? 0;
    const parts = [machines, total_kg.best - made - machines, ...(embodied_kg ? [made] : [])];
    const shares = parts.map((kg) => kg / total_kg.best);
    return html`<h3>${ui.split}</h3>
      ${bars(shares)}
      <ul class="key">
        ${parts.map(
          (kg, i) =>
            html`<li>
              <b>${percent(shares[i] ?? 0)}</b> ${ui.splitParts[i]}: ${massNear(kg, view.unit, catalogue)}
              ${i === 2 ? hardware(false, ui.leaveOut) : nothing}
            </li>`,
        )}
        ${embodied_kg ? nothing : html`<li class="none">${ui.uncounted} ${hardware(true, ui.count)}</li>`}
      </ul>
      ${stages.length > 1 ? this.#below?.stageShares(store.estimate as Estimate) : nothing}`;
  }

  #list({ device_hours, cost_usd, energy_kwh, water_l, market_kg, sci_kg }: Estimate): TemplateResult {
    const { catalogue, view } = store;
    const { cloud, electricity } = cost_usd;
    const given = store.value("/prices/device_usd_per_hour") !== undefined;
    const device = store.rowAt("devices", "/stages/0/power/devices/0/device");
    const published = store.published;
    // Prices that a published run brings are of its year; listed ones of the list's; own ones of whenever.
    const vintage = (pointer: string, listed: number | undefined): string => {
      if (listed !== undefined) return ui.vintage(listed);
      return published && store.isPublishedAt(pointer) ? ui.vintage(published.year) : ui.ownPrice;
    };
    const line = (term: string, what: unknown, note?: string): TemplateResult =>
      html`<div>
        <dt>${term}${note ? html` <small>${note}</small>` : nothing}</dt>
        <dd>${what}</dd>
      </div>`;
    const ranged = (shown: string, about: string, how = ""): TemplateResult =>
      html`<span>${shown} <small>${[how, about].filter(Boolean).join(", ")}</small></span>`;
    const cost = (o: Outcome, how = ""): TemplateResult => ranged(usd(leading(o)), range(o), how);
    return html`<dl class="lines">
      ${line(ui.energy, ranged(`${figure(leading(energy_kwh))}\u00a0kWh`, range(energy_kwh)))}
      ${water_l ? line(ui.water, ranged(`${figure(leading(water_l))}\u00a0L`, range(water_l)), ui.waterNote) : nothing}
      ${
        market_kg
          ? line(
              ui.market,
              ranged(
                massNear(leading(market_kg), view.unit, catalogue),
                massRange(market_kg, view.unit, catalogue),
              ),
              ui.marketNote,
            )
          : nothing
      }
      ${sci_kg ? line(ui.score, ranged(mass(leading(sci_kg), "kg", catalogue), massRange(sci_kg, "kg", catalogue)), ui.per(String(store.value("/per/unit")), exact(Number(get(store.value("/per/count"), "/best") ?? store.value("/per/count") ?? 1)))) : nothing}
      ${device_hours ? line(ui.deviceHoursAll, ranged(figure(leading(device_hours)), range(device_hours))) : nothing}
      ${
        cloud
          ? line(
              ui.cloud,
              html`${cost(cloud.preemptible, ui.preemptible)}${cost(cloud.on_demand, ui.onDemand)}`,
              vintage("/prices/device_usd_per_hour", given ? undefined : device?.price?.year),
            )
          : nothing
      }
      ${electricity ? line(ui.electricityCost, cost(electricity), vintage("/prices/electricity_usd_per_kwh", undefined)) : nothing}
    </dl>`;
  }

  #assumed({ warnings }: Estimate): TemplateResult | typeof nothing {
    const isDefault = ({ code }: Issue): boolean => code.startsWith("default-");
    const defaults = warnings.filter(isDefault);
    // Where the best lies outside, the range says so.
    const others = warnings.filter((warning) => !isDefault(warning) && warning.code !== "best-outside");
    const list = (some: Estimate["warnings"]): TemplateResult =>
      html`<ul class="plain-list">
        ${[...new Set(some.map(warningText))].map((text) => html`<li>${text}</li>`)}
      </ul>`;
    return html`<div class="assumed">
      ${
        defaults.length
          ? html`<h3>${ui.assumed}</h3>
              ${list(defaults)}`
          : nothing
      }
      ${others.length ? list(others) : nothing}
    </div>`;
  }
}

const sum = <T>(all: T[], of: (one: T) => number): number => all.reduce((total, one) => total + of(one), 0);

const hardware = (count: boolean, text: string): TemplateResult =>
  html`<button class="link" @click=${() => store.countHardware(count)}>${text}</button>`;
