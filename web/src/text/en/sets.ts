// The words of the equivalents that the page doesn't open with: a part of en.ts that is fetched with another set.
import type { EquivalentRow } from "../../../calculator/documents.js";
import { counted, route, span } from "./page.js";
import { compact } from "../digits.js";
import { percent } from "../numbers.js";

const kilometre = (how: string): [string, string, string] => ["kilometre", "kilometres", how];
const year = (what: string): [string, string, string] => ["year", "years", what];
const kilogram = (what: string): [string, string, string] => ["kilogram", "kilograms", what];

/** [one, many, of what]. With and without radiative forcing is the same flight. */
const words: Record<string, [one: string, many: string, what: string]> = {
  "epa-car-year": year("of driving an average US petrol car"),
  "epa-car-mile": ["mile", "miles", "in an average US petrol car"],
  "epa-petrol-gallon": ["US gallon", "US gallons", "of petrol, burnt"],
  "epa-oil-barrel": ["barrel", "barrels", "of oil, burnt"],
  "epa-home-electricity-year": year("of an average US home’s electricity"),
  "epa-home-energy-year": year("of an average US home’s energy"),
  "epa-phone-charge": ["smartphone", "smartphones", "charged once"],
  "epa-tree-seedling": ["tree seedling", "tree seedlings", "grown for ten years"],
  "epa-forest-acre-year": ["acre", "acres", "of US forest, growing for a year"],
  "desnz-car-km": kilometre("in an average UK petrol car"),
  "desnz-rail-km": kilometre("by UK rail"),
  "desnz-flight-domestic-km": kilometre("on a UK domestic flight"),
  "desnz-flight-short-haul-km": kilometre("on a short-haul flight, in economy"),
  "desnz-flight-long-haul-km": kilometre("on a long-haul flight, in economy"),
  "desnz-flight-long-haul-business-km": kilometre("on a long-haul flight, in business class"),
  "desnz-flight-long-haul-first-km": kilometre("on a long-haul flight, in first class"),
  "desnz-flight-ny-sf-return": ["passenger trip", "passenger trips", `${route} and back`],
  "beef-kg": kilogram("of beef, from beef herds"),
  "beef-dairy-kg": kilogram("of beef, from dairy herds"),
  "chicken-kg": kilogram("of chicken"),
  "rice-kg": kilogram("of rice"),
  "streaming-hour": ["hour", "hours", "of streamed video"],
  "streaming-hour-europe": ["hour", "hours", "of streamed video in Europe"],
};

export function otherWords(row: EquivalentRow, count: number): string {
  const known = words[row.id.replace("-rf-", "-")];
  if (!known) return `${compact(count)} × ${row.boundary}`;
  const [one, many, what] = known;
  if (count < 1 && row.subunits.length > 0) return `${span(row, count)} ${what}`;
  if (count < 0.1) return `${percent(count)} of one ${one} ${what}`;
  return `${counted(Number(count.toPrecision(2)), compact(count), one, many)} ${what}`;
}
