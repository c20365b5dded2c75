// Numbers in fields: how they stand there, and what a text means. Comes with the form.
import { format, locale, significant } from "./numbers.js";

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
export const isAmbiguous = (text: string): boolean => /^\s*[+-]?[1-9]\d{0,2}[.,]\d{3}\s*$/.test(text);
