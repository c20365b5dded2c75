// Die Wörter der Vergleiche, mit denen die Seite nicht beginnt.
import type { EquivalentRow } from "../../../calculator/documents.js";
import { counted, route, span } from "./page.js";
import { compact } from "../digits.js";
import { percent } from "../numbers.js";

const noun = (
  one: string,
  many: string,
  of: string,
): ((what: string) => [string, string, string, string]) => {
  return (what) => [one, many, of, what];
};
const kilometre = noun("Kilometer", "Kilometer", "eines Kilometers");
const year = noun("Jahr", "Jahre", "eines Jahres");
const kilogram = noun("Kilogramm", "Kilogramm", "eines Kilogramms");
const hour = noun("Stunde", "Stunden", "einer Stunde");

/** [eines, viele, Anteil wovon, was]. Mit und ohne Kondensstreifen ist es derselbe Flug. */
const words: Record<string, [one: string, many: string, of: string, what: string]> = {
  "epa-car-year": year("Fahrt mit einem durchschnittlichen Benziner in den USA"),
  "epa-car-mile": noun("Meile", "Meilen", "einer Meile")("in einem durchschnittlichen Benziner in den USA"),
  "epa-petrol-gallon": noun("US-Gallone", "US-Gallonen", "einer US-Gallone")("verbranntes Benzin"),
  "epa-oil-barrel": noun("Fass", "Fässer", "eines Fasses")("verbranntes Öl"),
  "epa-home-electricity-year": year("Strom eines durchschnittlichen US-Haushalts"),
  "epa-home-energy-year": year("Energie eines durchschnittlichen US-Haushalts"),
  "epa-phone-charge": noun("Smartphone", "Smartphones", "eines Smartphones,")("einmal geladen"),
  "epa-tree-seedling": noun(
    "Baumsetzling",
    "Baumsetzlinge",
    "eines Baumsetzlings,",
  )("zehn Jahre lang gewachsen"),
  "epa-forest-acre-year": noun("Acre", "Acres", "eines Acres")("US-Wald, ein Jahr lang gewachsen"),
  "desnz-car-km": kilometre("in einem durchschnittlichen britischen Benziner"),
  "desnz-rail-km": kilometre("mit der britischen Bahn"),
  "desnz-flight-domestic-km": kilometre("auf einem britischen Inlandsflug"),
  "desnz-flight-short-haul-km": kilometre("auf der Kurzstrecke, in der Economy"),
  "desnz-flight-long-haul-km": kilometre("auf der Langstrecke, in der Economy"),
  "desnz-flight-long-haul-business-km": kilometre("auf der Langstrecke, in der Business-Klasse"),
  "desnz-flight-long-haul-first-km": kilometre("auf der Langstrecke, in der ersten Klasse"),
  "desnz-flight-ny-sf-return": noun(
    "Passagierflug",
    "Passagierflüge",
    "eines Passagierflugs",
  )(`${route} und zurück`),
  "beef-kg": kilogram("Rindfleisch von Fleischrindern"),
  "beef-dairy-kg": kilogram("Rindfleisch von Milchkühen"),
  "chicken-kg": kilogram("Geflügelfleisch"),
  "rice-kg": kilogram("Reis"),
  "streaming-hour": hour("Videostreaming"),
  "streaming-hour-europe": hour("Videostreaming in Europa"),
};

export function otherWords(row: EquivalentRow, count: number): string {
  const known = words[row.id.replace("-rf-", "-")];
  if (!known) return `${compact(count)} × ${row.boundary}`;
  const [one, many, of, what] = known;
  if (count < 1 && row.subunits.length > 0) return `${span(row, count)} ${what}`;
  if (count < 0.1) return `${percent(count)} ${of} ${what}`;
  return `${counted(Number(count.toPrecision(2)), compact(count), one, many)} ${what}`;
}
