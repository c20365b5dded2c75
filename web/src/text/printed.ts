// A printed figure, and the same one as it comes out here.
import type { Catalogue, Estimate, PrintedFigure } from "../../calculator/documents.js";
import { prefixed } from "./digits.js";

/** In the unit of the print. */
export function computed(
  { quantity, unit }: PrintedFigure,
  { energy_kwh, total_kg, device_hours, cost_usd }: Estimate,
  { mass_units_kg }: Catalogue,
): number | undefined {
  switch (quantity) {
    case "energy":
      return prefixed(energy_kwh.best, "k", unit);
    case "emissions":
      return unit === "lb" || unit === "t"
        ? total_kg.best / mass_units_kg[unit]
        : prefixed(total_kg.best, "k", unit);
    case "device-hours":
      return device_hours?.best;
    case "cost-preemptible":
      return cost_usd.cloud?.preemptible.best;
    case "cost-on-demand":
      return cost_usd.cloud?.on_demand.best;
    case "cost-electricity":
      return cost_usd.electricity?.best;
  }
}

/** Within its rounding. The last digits of a sum of floating-point numbers are noise. */
export const isReproduced = ({ value, tolerance }: PrintedFigure, ours: number): boolean =>
  Math.abs(ours - value) <= tolerance + 1e-9 * Math.abs(value);
