// Whether the making of the hardware is counted, and its numbers.
import { html, nothing, type TemplateResult } from "lit/html.js";
import { get } from "../state/pointer.js";
import { store } from "../state/store.js";
import { fieldName, formText } from "#words/form.js";
import { choice, emptyOf, field, pick } from "./fields.js";

const numbers: [
  name: string,
  symbol: string,
  label: string,
  limit: "embodied_kg" | "lifetime_years" | "active_share",
][] = [
  ["card_kg", "card_kg", fieldName.cardKg, "embodied_kg"],
  ["host_share_kg", "host_share_kg", fieldName.hostShareKg, "embodied_kg"],
  ["lifetime_years", "lifetime", fieldName.lifetime, "lifetime_years"],
  ["active_share", "active_share", fieldName.activeShare, "active_share"],
];

export function hardwareFields(scope: string): TemplateResult {
  const counts = store.value("/embodied") !== false;
  const stages = store.value("/stages");
  return html`${choice(scope, {
    name: "embodied",
    legend: formText.hardwareHow,
    current: counts ? "yes" : "no",
    options: [
      ["yes", formText.hardwareYes],
      ["no", formText.hardwareNo],
    ],
    choose: (to: "yes" | "no") => store.countHardware(to === "yes"),
  })}
  ${
    counts
      ? html`<details>
          <summary>${formText.hardwareDetails}</summary>
          ${Array.isArray(stages) && stages.some((stage) => get(stage, "/embodied") !== undefined) ? html`<p class="aside">${formText.hardwareOwn}</p>` : nothing}
          ${numbers.map(([name, symbol, label, limit]) =>
            field(scope, {
              pointer: `/embodied/${name}`,
              label,
              limit: store.catalogue.limits[limit],
              ranged: true,
              whenEmpty: "absent",
              ...emptyOf(symbol),
            }),
          )}
        </details>`
      : nothing
  }`;
}

/** The SCI score: what it is for each of. */
export function scoreFields(scope: string): TemplateResult {
  const unit = store.value("/per/unit");
  const current = typeof unit === "string" ? unit : "";
  return html`<details class="more">
    <summary>${formText.score}</summary>
    <p class="aside">${formText.scoreHow}</p>
    ${pick(scope, {
      pointer: "/per",
      label: fieldName.per,
      current,
      options: [
        ["", formText.perNone],
        ["run", formText.perRun],
        ["million_tokens", formText.perTokens],
      ],
      choose: (chosen) => store.replace("/per", chosen ? { unit: chosen } : undefined),
    })}
    ${
      current
        ? field(scope, {
            pointer: "/per/count",
            label: fieldName.perCount,
            limit: store.catalogue.limits.per_count,
            whenEmpty: "absent",
            hint: formText.emptyMeans("1"),
          })
        : nothing
    }
  </details>`;
}
