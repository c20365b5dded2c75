import type { Catalogue, Publication } from "../../calculator/documents.js";
import { prefixed } from "../../src/text/digits.js";

export { computed, isReproduced } from "../../src/text/printed.js";

/** The emissions that were printed, in kg; nothing where none were, or where they were zero by contract. */
export function printedKg({ printed }: Publication, { mass_units_kg }: Catalogue): number | undefined {
  const emissions = printed.find(({ quantity }) => quantity === "emissions");
  if (!emissions) return undefined;
  const { value, unit } = emissions;
  return unit === "lb" || unit === "t" ? value * mass_units_kg[unit] : prefixed(value, unit, "kg");
}
