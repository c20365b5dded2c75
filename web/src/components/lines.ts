// What goes with the total: electricity, water, hours, money, each with its range; and what was assumed.
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Estimate, Issue, Outcome } from "../../calculator/documents.js";
import { get } from "../state/pointer.js";
import { store } from "../state/store.js";
import { known, mass, massNear, massRange, range, sure } from "#words/page.js";
import { usd } from "#words/later.js";
import { lineText as words, warningText } from "#words/below.js";
import { exact } from "../text/numbers.js";

export const lines = (estimate: Estimate): TemplateResult => html`${list(estimate)} ${assumed(estimate)}`;

function list({
  warnings,
  device_hours,
  cost_usd,
  energy_kwh,
  water_l,
  market_kg,
  sci_kg,
}: Estimate): TemplateResult {
  const { catalogue, view } = store;
  const { cloud, electricity } = cost_usd;
  const given = store.value("/prices/device_usd_per_hour") !== undefined;
  const priced = devicesOfAll().find((row) => row?.price)?.price;
  const inPart = warnings.some(({ code }) => code === "no-price");
  const published = store.published;
  // Prices that a published run brings are of its year; listed ones of the list's; own ones of whenever.
  const vintage = (pointer: string, listed: number | undefined): string => {
    if (listed !== undefined) return words.vintage(listed);
    return published && store.isPublishedAt(pointer) ? words.vintage(published.year) : words.ownPrice;
  };
  const line = (term: string, what: unknown, note?: string): TemplateResult =>
    html`<div>
      <dt>${term}${note ? html` <small>${note}</small>` : nothing}</dt>
      <dd>${what}</dd>
    </div>`;
  const ranged = (shown: string, about: string, how = ""): TemplateResult =>
    html`<span>${shown} <small>${[how, about].filter(Boolean).join(", ")}</small></span>`;
  const cost = (o: Outcome, how = ""): TemplateResult => ranged(usd(sure(o)), range(o), how);
  return html`<dl class="lines">
    ${line(words.energy, ranged(`${known(energy_kwh)}\u00a0kWh`, range(energy_kwh)))}
    ${water_l ? line(words.water, ranged(`${known(water_l)}\u00a0L`, range(water_l)), words.waterNote) : nothing}
    ${
      market_kg
        ? line(
            words.market,
            ranged(massNear(market_kg, view.unit, catalogue), massRange(market_kg, view.unit, catalogue)),
            words.marketNote,
          )
        : nothing
    }
    ${sci_kg ? line(words.score, ranged(mass(sci_kg, "kg", catalogue), massRange(sci_kg, "kg", catalogue)), words.per(String(store.value("/per/unit")), exact(Number(get(store.value("/per/count"), "/best") ?? store.value("/per/count") ?? 1)))) : nothing}
    ${device_hours ? line(words.deviceHoursAll, ranged(known(device_hours), range(device_hours))) : nothing}
    ${
      cloud
        ? line(
            inPart ? `${words.cloud}, ${words.inPart}` : words.cloud,
            html`${cost(cloud.preemptible, words.preemptible)}${cost(cloud.on_demand, words.onDemand)}`,
            vintage("/prices/device_usd_per_hour", given ? undefined : priced?.year),
          )
        : nothing
    }
    ${electricity ? line(words.electricityCost, cost(electricity), vintage("/prices/electricity_usd_per_kwh", undefined)) : nothing}
  </dl>`;
}

/** Of all stages: whose prices are listed. */
function devicesOfAll() {
  const stages = store.value("/stages");
  return (Array.isArray(stages) ? stages : []).flatMap((stage, i) => {
    const devices = get(stage, "/power/devices");
    return (Array.isArray(devices) ? devices : []).map((_, d) =>
      store.rowAt("devices", `/stages/${i}/power/devices/${d}/device`),
    );
  });
}

function assumed({ warnings }: Estimate): TemplateResult | typeof nothing {
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
        ? html`<h3 class="defaults">${words.assumed}</h3>
            ${list(defaults)}`
        : nothing
    }
    ${
      others.length
        ? html`<h3>${words.worthKnowing}</h3>
            ${list(others)}`
        : nothing
    }
  </div>`;
}
