// What electricity and device-hours cost.
import { html, type TemplateResult } from "lit/html.js";
import { store } from "../state/store.js";
import { fieldName, formText } from "#words/form.js";
import { usd } from "#words/later.js";
import { field, textOf, type } from "./fields.js";

export function priceFields(scope: string): TemplateResult {
  const device = store.rowAt("devices", "/stages/0/power/devices/0/device");
  const pair = "/prices/device_usd_per_hour";
  const price = (
    name: "preemptible" | "on_demand",
    label: string,
    listed: number | undefined,
  ): TemplateResult => {
    const other = `${pair}/${name === "preemptible" ? "on_demand" : "preemptible"}`;
    return field(scope, {
      pointer: `${pair}/${name}`,
      label,
      unit: "USD/h",
      limit: store.catalogue.limits.usd_per_device_hour,
      hint: listed === undefined ? formText.emptyNone : formText.emptyListed(usd(listed)),
      onText: (text) => {
        // Both or neither: the engine wants a pair.
        if (text.trim() === "" && textOf(other).trim() === "") store.replace(pair, undefined);
        else type(`${pair}/${name}`, text, "required");
      },
    });
  };
  return html`
    ${field(scope, { pointer: "/prices/electricity_usd_per_kwh", label: fieldName.price, limit: store.catalogue.limits.usd_per_kwh, whenEmpty: "absent", hint: formText.emptyNone })}
    ${price("preemptible", fieldName.pricePre, device?.price?.preemptible_usd_per_hour)}
    ${price("on_demand", fieldName.priceDemand, device?.price?.on_demand_usd_per_hour)}
  `;
}
