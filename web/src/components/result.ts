import { html, nothing, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import type { Estimate, Issue, MassUnit } from "../../calculator/documents.js";
import { store } from "../state/store.js";
import { mass, ui, usd, warningText } from "../text/en.js";
import { figure, percent } from "../text/numbers.js";
import { bar } from "./drawings.js";
import { Piece } from "./piece.js";

/** The total and what it is made of, with a place for what was printed. */
export class ResultPiece extends Piece {
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
      <p class="amount">${mass(total_kg.best, view.unit, catalogue)}</p>
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

  #split({ it_energy_kwh, energy_kwh }: Estimate): TemplateResult | typeof nothing {
    if (energy_kwh.best <= 0) return nothing;
    const share = it_energy_kwh.best / energy_kwh.best;
    const machines = `${ui.splitMachines}: ${figure(it_energy_kwh.best)}\u00a0kWh`;
    return html`<h3>${ui.split}</h3>
      ${bar(share, "split")}
      <ul class="key">
        <li class="first"><b>${percent(share)}</b> ${machines}</li>
        <li class="second"><b>${percent(1 - share)}</b> ${ui.splitRest}</li>
      </ul>`;
  }

  #list({ device_hours, cost_usd, energy_kwh }: Estimate): TemplateResult {
    const { cloud, electricity } = cost_usd;
    const given = store.value("/prices/device_usd_per_hour") !== undefined;
    const device = store.rowAt("devices", "/stages/0/power/devices/0/device");
    const published = store.published;
    // Prices that a published run brings are of its year; listed ones of the list's; own ones of whenever.
    const vintage = (pointer: string, listed: number | undefined): string => {
      if (listed !== undefined) return ui.vintage(listed);
      return published && store.isPublishedAt(pointer) ? ui.vintage(published.year) : ui.ownPrice;
    };
    const line = (term: string, what: TemplateResult | string, note?: string): TemplateResult =>
      html`<div>
        <dt>${term}${note ? html` <small>${note}</small>` : nothing}</dt>
        <dd>${what}</dd>
      </div>`;
    return html`<dl class="lines">
      ${line(ui.energy, html`${figure(energy_kwh.best)}&nbsp;kWh`)}
      ${device_hours ? line(ui.deviceHoursAll, figure(device_hours.best)) : nothing}
      ${
        cloud
          ? line(
              ui.cloud,
              html`<span>${usd(cloud.preemptible.best)} <small>${ui.preemptible}</small></span
                ><span>${usd(cloud.on_demand.best)} <small>${ui.onDemand}</small></span>`,
              vintage("/prices/device_usd_per_hour", given ? undefined : device?.price?.year),
            )
          : nothing
      }
      ${electricity ? line(ui.electricityCost, usd(electricity.best), vintage("/prices/electricity_usd_per_kwh", undefined)) : nothing}
    </dl>`;
  }

  #assumed({ warnings }: Estimate): TemplateResult | typeof nothing {
    if (warnings.length === 0) return nothing;
    const isDefault = ({ code }: Issue): boolean => code.startsWith("default-");
    const defaults = warnings.filter(isDefault);
    const others = warnings.filter((warning) => !isDefault(warning));
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
