// What an author asks for, by the attributes of the element or the fragment of the frame, and what is wrong with it.
import type { MassUnit } from "../calculator/documents.js";
import { languages, type Language } from "../src/text/languages.js";
import { inputs, type Input } from "./sum.js";

export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];
export const units = ["kg", "lb", "t"] as const satisfies MassUnit[];
const bases = ["published", "one"] as const;

export interface Asked {
  model?: string;
  basis: (typeof bases)[number];
  /** A link's fragment without its "#", or a scenario document as JSON. */
  scenario?: string;
  /** Ids of equivalents, or of sets of them; nothing asked: the first set. */
  show?: string[];
  unit?: MassUnit;
  lang: Language;
  theme: Theme;
  editable: Input[];
  compact: boolean;
  /** What was shown when it was embedded. */
  recorded?: { data?: string; total_kg: number };
}

/** What is wrong with an attribute; its words are the language's. */
export interface Fault {
  at: string;
  code:
    | "name"
    | "twice"
    | "missing"
    | "both"
    | "one-of"
    | "number"
    | "id"
    | "equivalent"
    | "input"
    | "link"
    | "issue";
  /** What stands there. */
  given?: string;
  /** What may stand there, or the reason. */
  known?: readonly string[];
}

/** All that it can say. `document` is the language of the page around it. */
export const names = [
  "model",
  "basis",
  "scenario",
  "show",
  "unit",
  "lang",
  "theme",
  "editable",
  "compact",
  "data-version",
  "total-kg",
] as const;
export type Name = (typeof names)[number];

const words = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);

/** It becomes part of an address. */
export const isId = (model: string): boolean => /^[\w.-]{1,100}$/.test(model);

/** Every fault, not only the first. `around` is the language of what is around it. */
export function read(
  value: (name: Name) => string | null,
  around: string,
): { asked: Asked; faults: Fault[] } {
  const faults: Fault[] = [];
  const oneOf = <T extends string>(name: Name, known: readonly T[]): T | undefined => {
    const given = value(name)?.trim().toLowerCase();
    if (!given) return undefined;
    // A language may have its country behind it.
    const wanted = name === "lang" ? given.replace(/[-_].*/, "") : given;
    const found = known.find((one) => one === wanted);
    if (!found) faults.push({ at: name, code: "one-of", given, known });
    return found;
  };
  const model = value("model")?.trim();
  const scenario = value("scenario")?.trim();
  if (model && scenario) faults.push({ at: "scenario", code: "both" });
  if (!model && !scenario) faults.push({ at: "model", code: "missing" });
  if (model && !isId(model)) faults.push({ at: "model", code: "id", given: model.slice(0, 100) });
  const total = value("total-kg")?.trim();
  if (total && !(Number(total) >= 0 && Number.isFinite(Number(total))))
    faults.push({ at: "total-kg", code: "number", given: total.slice(0, 40) });
  const editable = words(value("editable") ?? "");
  for (const given of editable)
    if (!(inputs as readonly string[]).includes(given))
      faults.push({ at: "editable", code: "one-of", given: given.slice(0, 40), known: inputs });
  const show = value("show");
  const unit = oneOf("unit", units);
  const data = value("data-version")?.trim();
  const spoken = languages.find((known) => around.toLowerCase().startsWith(known)) ?? languages[0];
  return {
    asked: {
      ...(model && { model }),
      basis: oneOf("basis", bases) ?? "published",
      ...(scenario && { scenario: scenario.replace(/^#/, "") }),
      ...(show !== null && { show: [...new Set(words(show))] }),
      ...(unit && { unit }),
      lang: oneOf("lang", languages) ?? spoken,
      theme: oneOf("theme", themes) ?? "auto",
      editable: inputs.filter((input) => editable.includes(input)),
      // As an attribute's presence says it; a fragment may say no.
      compact: !["false", "0", undefined].includes(value("compact")?.trim()),
      ...(total && { recorded: { ...(data && { data }), total_kg: Number(total) } }),
    },
    faults,
  };
}

/**
 * What its snippet reserves, in px: enough for every published model in a column of 280 px and in every language; the
 * drawing takes what is left.
 */
export const heightOf = ({ compact, editable, show, recorded }: Asked): number =>
  (compact ? 230 : 424) +
  56 * Math.max(0, new Set(show).size - 2) +
  66 * Math.ceil((editable.length + Number(editable.includes("place"))) / 2) +
  (editable.length > 0 ? 26 : 0) +
  (recorded ? 36 : 0);
