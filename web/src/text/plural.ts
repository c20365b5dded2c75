import { language } from "#words/language.js";

const plurals = new Intl.PluralRules(language);

/** The number, and the noun as that number wants it. */
export const counted = (value: number, shown: string, one: string, many: string): string =>
  `${shown}\u00a0${plurals.select(value) === "one" ? one : many}`;
