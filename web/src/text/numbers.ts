// Numbers as the visitor's locale writes and reads them.

import { language, lessThan } from "#words/language.js";
import { languages } from "./languages.js";

const asked = typeof navigator === "object" ? navigator.language : "";
/** Not every browser says one: on systems without a language it may be "c", or "en-US@posix". */
const visitor = /^[\w-]{2,}$/.test(asked) ? asked : language;
/** The readers of the page's languages take its numbers for those of its words. */
const spoken = languages.some((known) => visitor.toLowerCase().startsWith(known));
/** The visitor's, unless it would have the words of another language misread: 1.506 kWh are no 1,506. */
export const locale = spoken && !visitor.toLowerCase().startsWith(language) ? language : visitor;

const made = new Map<string, Intl.NumberFormat>();
export function format(value: number, options: Intl.NumberFormatOptions): string {
  const key = JSON.stringify(options);
  let formatter = made.get(key);
  if (!formatter) made.set(key, (formatter = new Intl.NumberFormat(locale, options)));
  return formatter.format(value);
}

export const significant = (n: number): Intl.NumberFormatOptions => ({ maximumSignificantDigits: n });

/** All its digits, without the noise of binary fractions. */
export const exact = (value: number): string => digits(value, 12);

/** Nobody counts the zeros of 3.14 × 10²³. */
export function digits(value: number, n: number): string {
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

export const percent = (share: number): string => {
  const value = share * 100;
  const least = 0.001;
  if (value > 0 && value < least) return `${lessThan} ${exact(least)}\u00a0%`;
  return `${format(value, value > 99 && value < 100 ? significant(3) : value >= 10 ? { maximumFractionDigits: 0 } : significant(2))}\u00a0%`;
};
