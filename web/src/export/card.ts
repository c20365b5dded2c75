// What a model card on the Hugging Face Hub says of emissions: a block of YAML, in grams.
// https://huggingface.co/docs/hub/model-cards-co2
import { citation } from "#words/take.js";
import { hardwareOf, placesOf, plain, titleOf, type Taken } from "./taken.js";

export type Training = "pre-training" | "fine-tuning";

/** The same decimal digits, with the point three places on: no second rounding. */
export const grams = (kg: number): number => {
  const [digits = "", power = "0"] = String(kg).split("e");
  return Number(`${digits}e${Number(power) + 3}`);
};

/** Without an exponent: readers of YAML take "1e+21" for a text. */
export function decimal(value: number): string {
  const [digits = "", power] = String(value).split("e");
  if (power === undefined) return digits;
  const [whole = "", rest = ""] = digits.split(".");
  const all = whole + rest;
  const point = whole.length + Number(power);
  return point <= 0 ? `0.${"0".repeat(-point)}${all}` : all.padEnd(point, "0");
}

/** In double quotes, as every reader of YAML takes it: a text, whatever stands in it. Half a character can't be written. */
export const quoted = (text: string): string =>
  JSON.stringify(text.replace(/[\ud800-\udfff]/gu, "\ufffd")).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

export function toCard(taken: Taken, training: Training): string {
  const hardware = hardwareOf(taken);
  const place = placesOf(taken);
  const source = citation.source(taken.estimate, taken.address);
  return [
    "---",
    "co2_eq_emissions:",
    `  emissions: ${decimal(grams(taken.estimate.total_kg.best))}`,
    `  source: ${quoted(plain(taken.isChanged ? `${source}; ${titleOf(taken)}` : source))}`,
    `  training_type: ${quoted(training)}`,
    ...(place ? [`  geographical_location: ${quoted(place)}`] : []),
    ...(hardware ? [`  hardware_used: ${quoted(hardware)}`] : []),
    "---",
    "",
  ].join("\n");
}
