// How numbers are told where the page has more room for digits: not in the first load.
import { digits, format, rough, significant } from "./numbers.js";

/** A step of the sum: enough digits to follow it with a pocket calculator. */
export const working = (value: number): string => digits(value, 8);

/** To lay beside a printed figure: one digit more than any print has. */
export const fine = (value: number): string =>
  value >= 1000
    ? // In a long row of digits a zero after the point only makes it longer.
      format(value, { minimumFractionDigits: value < 1e5 ? 1 : 0, maximumFractionDigits: 1 })
    : format(value, { minimumSignificantDigits: 4, maximumSignificantDigits: 4 });

/** For a count of anything, from a tenth to billions: "0.72", "3,980", "4.6 million". */
export const compact = (value: number): string =>
  value < 1e6
    ? rough(value)
    : format(value, { notation: "compact", compactDisplay: "long", ...significant(3) });

/** A number of a unit with one prefix as that of another: 1,000 kWh are 1 MWh, and 0.001 kg is 1 g. */
export const prefixed = (value: number, from: string, to: string): number =>
  value * 10 ** (power(from) - power(to));
const power = (unit: string): number => ({ k: 3, M: 6, G: 9 })[unit.charAt(0)] ?? 0;
