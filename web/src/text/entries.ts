// Numbers in fields: how they stand there, and what a text means. Comes with the form.
import { joined, scales, timeUnits } from "#words/start.js";
import { exact, format, locale, significant } from "./numbers.js";

/** As it stands in a field: no grouping, so that it can be edited. */
export const editable = (value: number): string => format(value, { ...significant(15), useGrouping: false });

const part = (type: string): string =>
  new Intl.NumberFormat(locale).formatToParts(12345.6).find((p) => p.type === type)?.value ?? "";
const group = part("group");

/**
 * The number that a text means, or undefined. Comma and point are both understood. Where a text can be read two
 * ways ("1,500"), the visitor's locale decides.
 */
export function read(text: string): number | undefined {
  const tight = text
    .trim()
    .replace(/(\d)[\s'’\u00a0\u202f](?=\d)/g, "$1")
    .replace(/^[−–]/, "-");
  const parts = /^([+-]?)(\d*(?:[.,]\d*)*)(e[+-]?\d+)?$/i.exec(tight);
  const body = parts?.[2];
  if (!parts || !body || !/\d/.test(body)) return undefined;

  const marks = body.replace(/\d/g, "");
  const last = marks.at(-1);
  const grouped = (mark: string, until = body): boolean =>
    new RegExp(`^\\d{1,3}(\\${mark}\\d{3})+$`).test(until) && !until.startsWith("0");
  let decimal: string | undefined = last;
  if (last && marks === last && last === group && grouped(last)) decimal = undefined;
  if (last && marks.length > 1) {
    const kinds = new Set(marks);
    if (kinds.size === 1) {
      if (!grouped(last)) return undefined;
      decimal = undefined;
    } else {
      const other = last === "." ? "," : ".";
      if (marks.indexOf(last) !== marks.length - 1 || !grouped(other, body.slice(0, body.lastIndexOf(last))))
        return undefined;
    }
  }
  const plain = decimal
    ? body.slice(0, body.lastIndexOf(decimal)).replace(/[.,]/g, "") +
      "." +
      body.slice(body.lastIndexOf(decimal) + 1)
    : body.replace(/[.,]/g, "");
  const value = Number(parts[1] + plain + (parts[3] ?? ""));
  return Number.isFinite(value) ? value : undefined;
}

/** True if somebody may have meant another number: then the page says how it was read. */
const isAmbiguous = (text: string): boolean => /^\s*[+-]?[1-9]\d{0,2}[.,]\d{3}\s*$/.test(text);

// ——— Numbers and times with words in them ———

/** What is entered: a number alone, a count that may have its thousands and billions in words, or hours as a time. */
export type Entered = "number" | "amount" | "time";

const hours = { week: 168, day: 24, hour: 1, minute: 1 / 60, second: 1 / 3600 };

/** Without the noise that a factor brings. */
const clean = (value: number): number => Number(value.toPrecision(14));

/** "7e9", "7B", "7 billion"; undefined where it says none. */
function readAmount(text: string): number | undefined {
  const [, number = "", word = ""] = /^(.*?\d[.,]?)\s*(\p{L}+)\.?\s*$/u.exec(text) ?? [];
  const scale = Object.hasOwn(scales, word.toLowerCase()) ? scales[word.toLowerCase()] : undefined;
  const value = read(number);
  return scale === undefined || value === undefined ? undefined : clean(value * scale);
}

/** The hours of "3 weeks" or "2 d 12 h"; undefined where a word is no unit of fixed length. */
function readTime(text: string): number | undefined {
  const part = /([\d.,]*\d)\s*(\p{L}+)\.?/gu;
  const between = text
    .replace(part, " ")
    .trim()
    .split(/[\s,+]+/)
    .filter(Boolean);
  if (between.some((word) => !joined.includes(word.toLowerCase()))) return undefined;
  let sum: number | undefined;
  for (const [, number = "", word = ""] of text.matchAll(part)) {
    const name = word.toLowerCase();
    const unit = Object.hasOwn(timeUnits, name) ? timeUnits[name] : undefined;
    const value = read(number);
    if (unit === undefined || value === undefined) return undefined;
    sum = (sum ?? 0) + value * hours[unit];
  }
  return sum === undefined ? undefined : clean(sum);
}

/** The number that a text means in a field of this kind, or undefined. */
export const readEntry = (text: string, kind: Entered = "number"): number | undefined =>
  read(text) ?? (kind === "amount" ? readAmount(text) : kind === "time" ? readTime(text) : undefined);

/** "7 billion"; all digits below a million. */
export const spelled = (value: number): string =>
  value < 1e6
    ? exact(value)
    : format(value, { notation: "compact", compactDisplay: "long", ...significant(12) });

/** An amount that nobody typed: in words, where these read back as the same. */
export const editableEntry = (value: number, kind: Entered = "number"): string =>
  kind === "amount" && value >= 1e6 && readEntry(spelled(value), kind) === value
    ? spelled(value)
    : editable(value);

/** True if the page has to say how it understood a text. */
export const wantsEcho = (text: string): boolean =>
  isAmbiguous(text) || /\d\s*\p{L}/u.test(text.trim().replace(/e[+-]?\d+$/i, "e"));
