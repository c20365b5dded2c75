// Wörter, die das Formular und das Untere gemeinsam haben; mit ihnen kommen die Namen aus dem Katalog.
import { format, whole } from "../numbers.js";
import "./names.js";

const nb = "\u00a0";

export const money = (value: number, least = value): string =>
  least >= 100 ? whole(value) : format(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

export const usd = (value: number): string => `${money(value)}${nb}$`;

export const tied = (text: string): string => text.replace(/(\d) (?=%|\w{1,3}\b)/g, `$1${nb}`);

export const unitText = (unit: string): string =>
  unit === "1" ? "" : `${nb}${unit.replace(/device-hours?/, "h").replace("year", "Jahre")}`;

export { bare } from "../issues.js";
