// The words of what is taken along: on the page, and in what is taken.
import { half } from "./embed.js";
import type { Estimate } from "../../../calculator/documents.js";
import { whole } from "../numbers.js";

const day = (date: Date): string =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" }).format(date);

export const takeText = {
  title: "Take it along",

  copy: "Copy a link to this sum",
  copied: "Copied. Whoever opens it sees this sum, and can change it.",
  copyByHand: "Copying isn’t allowed here. Copy it from this field:",
  linkHow:
    "The whole sum is in the link itself, after the #, which browsers keep to themselves: it is never sent to a server.",
  noLinks: "This browser can’t pack a sum into a link. A newer one can; until then, a JSON file keeps it.",

  embed: "In a post",
  embedHow:
    "The result itself, for an article or a blog: readers see its range, may change what you allow, and open the sum here. It is fetched from this site, and sends nothing that readers enter.",
  embedOpen: "Embed this sum",

  picture: "As a picture",
  pictureHow: "For an article or a slide: the answer, its range and its source.",
  svg: "SVG, sharp at any size",
  png: (width: number, height: number) => `PNG, ${width} × ${height}`,
  pngFailed: "This browser couldn’t make a PNG of it. The SVG is the same picture.",
  alt: "Its text for those who can’t see it",

  paper: "On paper",
  paperHow: "One page with the sum, its range, its steps and their sources.",
  print: "Print",

  formats: "As text or data",
  format: {
    sentence: ["Sentence", "for an article, with its citation"],
    bibtex: ["BibTeX", "for a bibliography"],
    latex: ["LaTeX", "a sentence and a small table, for a paper"],
    card: ["Model card", "for Hugging Face, in grams"],
    csv: ["CSV", "for a spreadsheet: every total with its range, all digits"],
    json: ["JSON", "everything; it can be opened here again"],
  },
  copyText: "Copy",
  download: (name: string) => `Download ${name}`,
  textCopied: (name: string) => `Copied: ${name}.`,
  saved: (name: string) => `Saved: ${name}.`,
  marked: "Copying isn’t allowed here. The text is marked: copy it by the keyboard.",
  long: "With the whole sum in its address (long)",
  training: "This was",
  trainings: { "pre-training": "pre-training", "fine-tuning": "fine-tuning" },
  nothing: "There is no result yet to take along.",

  bring: "Bring one back",
  bringHow: "A JSON file saved here, or any scenario document. Or drop it anywhere on the page.",
  openFile: "Open a saved sum",
  dropHere: "Drop it to open the sum",
  dropHow: "A JSON file saved here, or a scenario document. It stays on this computer.",
  opened: (file: string) => `Opened: ${file}.`,
  cannotOpen: (file: string) => `“${file}” can’t be opened as a sum`,
  kept: "Nothing has changed: the sum on the page is as it was.",
  ours: "What opens here is a JSON file saved under “Take it along”, or a scenario document with the schema fivecars/scenario/1.",
  found: "What the calculator found:",
  more: (n: number) => (n === 1 ? "one more" : `${whole(n)} more`),
  unreadable: "The browser couldn’t read the file.",
  other: "Choose another file",
  close: "Close",

  /** At the foot of a printed page. */
  onPaper: (address: string | null, date: Date) =>
    `${address ? `Five Cars, ${address}` : "Five Cars"}, ${day(date)}.`,
} as const;

type Versions = Pick<Estimate, "data_version" | "engine_version">;

export const citation = {
  source: ({ data_version, engine_version }: Versions, address: string | null): string =>
    `Five Cars ${engine_version}, data ${data_version}${address ? `, ${address}` : ""}`,
  on: (date: Date) => `calculated on ${day(date)}`,
  note: (title: string, mass: string, data: string) => `${title}: ${mass}, with data ${data}`,
};

export const texRows = {
  best: "best",
  total: "Emissions in all, CO₂e",
  operational: "of the electricity",
  embodied: "of making the hardware",
  energy: "Electricity",
  nineInTen: "nine times in ten",
};

export const pictureText = {
  source: (data: string) => `Source: Five Cars, data ${data}`,
  half,
  exact: "Every number is taken as exact",
  alt: (sentence: string, range: string, amounts: string) =>
    `${sentence} ${range}${amounts ? `. That is ${amounts}` : ""}.`,
  /** Between amounts, and before those that follow the first. */
  or: " or ",
};
