// Masses and outcomes as the page tells them, in every language alike.
import type { Catalogue, MassUnit, Outcome } from "../../calculator/documents.js";
import { between, figure } from "./numbers.js";

const nb = "\u00a0";

type Units = Pick<Catalogue, "mass_units_kg">;

export const inUnit = (kg: number, unit: MassUnit, catalogue: Units): number =>
  kg / catalogue.mass_units_kg[unit];

export const unitName: Record<MassUnit, string> = { kg: "kg", lb: "lb", t: "t" };

/** "652 kg CO₂e", of one piece. */
export const mass = (kg: number | Outcome, unit: MassUnit, catalogue: Units): string =>
  `${massAlone(kg, unit, catalogue)}${nb}CO₂e`;
/** Beside larger ones in tonnes: "900 kg" rather than "0.900 t". */
export const massNear = (kg: number | Outcome, unit: MassUnit, catalogue: Units): string =>
  massAlone(kg, near(leading(kg), unit), catalogue);
export const near = (kg: number, unit: MassUnit): MassUnit => (unit === "t" && kg < 1000 ? "kg" : unit);
const inGrams = (kg: number, unit: MassUnit): boolean => unit === "kg" && kg > 0 && kg < 1;
export const massAlone = (kg: number | Outcome, unit: MassUnit, catalogue: Units): string =>
  inGrams(leading(kg), unit)
    ? `${known(kg, 1e-3)}${nb}g`
    : `${known(kg, catalogue.mass_units_kg[unit])}${nb}${unitName[unit]}`;

/** True if it is known only as a range. */
export const isRange = (o: Outcome): o is Required<Outcome> =>
  o.low !== undefined && o.high !== undefined && o.low < o.high;

/** The best, or the median where the best lies outside the range. */
export const leading = (o: number | Outcome): number =>
  typeof o === "number" ? o : isRange(o) && (o.best < o.low || o.best > o.high) ? o.median : o.best;

/** In units of `per`, with no more digits than it is sure of: three, unless its range is too narrow for that. */
export function sure(o: number | Outcome, per = 1): number {
  const value = leading(o) / per;
  const short = Number(value.toPrecision(3));
  // Below a thousand three digits are all that is shown, and nothing is rounded twice.
  const isShort =
    value >= 1000 &&
    typeof o === "object" &&
    isRange(o) &&
    Math.abs(short - value) * 20 * per < o.high - o.low;
  return isShort ? short : value;
}
export const known = (o: number | Outcome, per = 1): string => figure(sure(o, per));
/** A part, as sure as its whole; by its best value, so that the parts add up. */
export const partOfSum = (kg: number, whole: Outcome): number | Outcome =>
  isRange(whole) ? { best: kg, low: 0, median: kg, high: 2 * kg } : kg;

/** "415–930", in the unit that its best is told in; nothing where it is exact. */
export function massRange(o: Outcome, unit: MassUnit, catalogue: Units): string {
  if (!isRange(o)) return "";
  const per = inGrams(leading(o), unit) ? 1e-3 : catalogue.mass_units_kg[unit];
  return between(o.low / per, o.high / per);
}
export const range = (o: Outcome): string => (isRange(o) ? between(o.low, o.high) : "");
