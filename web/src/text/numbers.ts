// Numbers as the visitor's locale writes and reads them.

const locale = typeof navigator === "object" && navigator.language ? navigator.language : "en";

const made = new Map<string, Intl.NumberFormat>();
function format(value: number, options: Intl.NumberFormatOptions): string {
  const key = JSON.stringify(options);
  let formatter = made.get(key);
  if (!formatter) made.set(key, (formatter = new Intl.NumberFormat(locale, options)));
  return formatter.format(value);
}

const significant = (n: number): Intl.NumberFormatOptions => ({ maximumSignificantDigits: n });

/** All its digits, without the noise of binary fractions. */
export const exact = (value: number): string => digits(value, 12);

/** A step of the sum: enough digits to follow it with a pocket calculator. */
export const working = (value: number): string => digits(value, 8);

/** Nobody counts the zeros of 3.14 × 10²³. */
function digits(value: number, n: number): string {
  if (Math.abs(value) < 1e15) return format(value, significant(n));
  const [mantissa = "", power = ""] = value.toExponential(n - 1).split("e+");
  const raised = power.replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(Number(digit)));
  return `${format(Number(mantissa), significant(n))}\u00a0×\u00a010${raised}`;
}

/** A given number in running text; its field has all its digits. */
export const brief = (value: number): string => format(value, significant(3));

/** For reading: whole from 100 on, else three digits. */
export const figure = (value: number): string =>
  value >= 100
    ? whole(value)
    : format(value, { minimumSignificantDigits: value === 0 ? 1 : 3, maximumSignificantDigits: 3 });

export const rough = (value: number): string => (value >= 10 ? whole(value) : format(value, significant(2)));

/**
 * Both ends of a range, as nobody knows them better: 414 and 927 are "415–930". More digits where fewer would hide
 * how wide it is.
 */
export function between(low: number, high: number): string {
  const ends = [low, high];
  for (let digits = 1; ; ++digits) {
    const rounded = ends.map((end) => {
      if (end <= 0) return 0;
      const tens = 10 ** (Math.floor(Math.log10(end)) - digits);
      // Two digits, and half of the second below 5: nowhere more than one part in forty away.
      const step = end < 50 * tens * 10 ** (digits - 1) ? tens / 2 : tens;
      return Math.round(end / step) * step;
    });
    const away = rounded.reduce((sum, end, i) => sum + Math.abs(end - (ends[i] ?? 0)), 0);
    if (away * 4 > high - low && digits < 9) continue;
    const [from = "", to = ""] = rounded.map((end) => format(end, significant(digits + 2)));
    return from === to ? from : `${from}\u2060–\u2060${to}`;
  }
}

export const whole = (value: number): string => format(value, { maximumFractionDigits: 0 });

/** To lay beside a printed figure: one digit more than any print has. */
export const fine = (value: number): string =>
  value >= 1000
    ? // In a long row of digits a zero after the point only makes it longer.
      format(value, { minimumFractionDigits: value < 1e5 ? 1 : 0, maximumFractionDigits: 1 })
    : format(value, { minimumSignificantDigits: 4, maximumSignificantDigits: 4 });

export const percent = (share: number): string => {
  const value = share * 100;
  const least = 0.001;
  if (value > 0 && value < least) return `less than ${exact(least)}\u00a0%`;
  return `${format(value, value > 99 && value < 100 ? significant(3) : value >= 10 ? { maximumFractionDigits: 0 } : significant(2))}\u00a0%`;
};

/** For a count of anything, from a tenth to billions: "0.72", "3,980", "4.6 million". */
export const compact = (value: number): string =>
  value < 1e6
    ? rough(value)
    : format(value, { notation: "compact", compactDisplay: "long", ...significant(3) });

/** A number of a unit with one prefix as that of another: 1,000 kWh are 1 MWh, and 0.001 kg is 1 g. */
export const prefixed = (value: number, from: string, to: string): number =>
  value * 10 ** (power(from) - power(to));
const power = (unit: string): number => ({ k: 3, M: 6, G: 9 })[unit.charAt(0)] ?? 0;

/** Decimals below a hundred; `least` is the smallest number beside it. */
export const money = (value: number, least = value): string =>
  least >= 100 ? whole(value) : format(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

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
