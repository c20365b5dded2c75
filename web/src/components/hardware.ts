// Whether the making of the hardware is counted, and its numbers.
import { html, nothing, type TemplateResult } from "lit/html.js";
import { get } from "../state/pointer.js";
import { store } from "../state/store.js";
import { fieldName, formText } from "../text/en-form.js";
import { unitText } from "../text/en.js";
import { exact } from "../text/numbers.js";
import { choice, field } from "./fields.js";

const numbers: [name: string, symbol: string, label: string, unit: string][] = [
  ["card_kg", "card_kg", fieldName.cardKg, "kg"],
  ["host_share_kg", "host_share_kg", fieldName.hostShareKg, "kg"],
  ["lifetime_years", "lifetime", fieldName.lifetime, "year"],
  ["active_share", "active_share", fieldName.activeShare, "1"],
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
          ${numbers.map(([name, symbol, label, unit]) =>
            field(scope, {
              pointer: `/embodied/${name}`,
              label,
              unit: unitText(unit),
              ranged: true,
              whenEmpty: "absent",
              ...hint(symbol),
            }),
          )}
        </details>`
      : nothing
  }`;
}

/** What is taken where the field is empty: the sum has it. */
function hint(symbol: string): { hint?: string } {
  for (const { operands } of store.estimate?.trace ?? [])
    for (const operand of operands)
      if (operand.symbol === symbol && operand.origin !== "given")
        return { hint: formText.emptyMeans(exact(operand.value)) };
  return {};
}
