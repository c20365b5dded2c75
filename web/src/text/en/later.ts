// Words that the form and what stands below the first screen share: fetched with the first of them.
import { format, whole } from "../numbers.js";

const nb = "\u00a0";

/** Decimals below a hundred; `least` is the smallest number beside it. */
export const money = (value: number, least = value): string =>
  least >= 100 ? whole(value) : format(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

export const usd = (value: number): string => `$${money(value)}`;

/** Keeps a unit with its number where a note is wrapped. */
export const tied = (text: string): string => text.replace(/(\d) (?=%|\w{1,3}\b)/g, `$1${nb}`);

export const unitText = (unit: string): string =>
  unit === "1" ? "" : `${nb}${unit.replace(/device-hours?/, "h").replace("year", "years")}`;

export { bare } from "../issues.js";
