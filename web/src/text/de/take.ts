// Die Wörter dessen, was man mitnimmt: auf der Seite und im Mitgenommenen.
import { half } from "./embed.js";
import type { Estimate } from "../../../calculator/documents.js";
import { whole } from "../numbers.js";

type English = typeof import("../en/take.js");
/** Dieselben Namen, andere Wörter. */
type Words<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Name in keyof T]: Words<T[Name]> };

const day = (date: Date): string =>
  new Intl.DateTimeFormat("de", { day: "numeric", month: "long", year: "numeric" }).format(date);

export const takeText: Words<English["takeText"]> = {
  title: "Zum Mitnehmen",

  copy: "Link zu dieser Rechnung kopieren",
  copied: "Kopiert. Wer ihn öffnet, sieht diese Rechnung und kann sie ändern.",
  copyByHand: "Kopieren ist hier nicht erlaubt. Der Link steht in diesem Feld:",
  linkHow:
    "Die ganze Rechnung steckt im Link selbst, hinter dem #. Diesen Teil behalten Browser für sich: Er wird nie an einen Server geschickt.",
  noLinks:
    "Dieser Browser kann keine Rechnung in einen Link packen. Ein neuerer kann es; bis dahin bewahrt eine JSON-Datei sie auf.",

  embed: "In einem Beitrag",
  embedHow:
    "Das Ergebnis selbst, für einen Artikel oder ein Blog: Leser sehen seine Spanne, ändern, was sie ändern dürfen, und öffnen die Rechnung hier. Es wird von dieser Seite geholt und sendet nichts, was Leser eingeben.",
  embedOpen: "Diese Rechnung einbetten",

  picture: "Als Bild",
  pictureHow: "Für einen Artikel oder eine Folie: das Ergebnis, seine Spanne und die Quelle.",
  svg: "SVG, scharf in jeder Größe",
  png: (width, height) => `PNG, ${width} × ${height}`,
  pngFailed: "Dieser Browser konnte daraus kein PNG machen. Das SVG ist dasselbe Bild.",
  alt: "Sein Text für alle, die es nicht sehen können",

  paper: "Auf Papier",
  paperHow: "Eine Seite mit der Rechnung, ihrer Spanne, ihren Schritten und deren Quellen.",
  print: "Drucken",

  formats: "Als Text oder Daten",
  format: {
    sentence: ["Satz", "für einen Artikel, mit Quellenangabe"],
    bibtex: ["BibTeX", "für ein Literaturverzeichnis"],
    latex: ["LaTeX", "ein Satz und eine kleine Tabelle, für einen Aufsatz"],
    card: ["Model Card", "für Hugging Face, in Gramm"],
    csv: ["CSV", "für eine Tabellenkalkulation: jede Summe mit ihrer Spanne, alle Stellen"],
    json: ["JSON", "alles; lässt sich hier wieder öffnen"],
  },
  copyText: "Kopieren",
  download: (name) => `${name} herunterladen`,
  textCopied: (name) => `Kopiert: ${name}.`,
  saved: (name) => `Gespeichert: ${name}.`,
  marked: "Kopieren ist hier nicht erlaubt. Der Text ist markiert: Er lässt sich mit der Tastatur kopieren.",
  long: "Mit der ganzen Rechnung in der Adresse (lang)",
  training: "Das war",
  trainings: { "pre-training": "ein Vortraining", "fine-tuning": "eine Feinabstimmung" },
  nothing: "Es gibt noch kein Ergebnis zum Mitnehmen.",

  bring: "Zurückholen",
  bringHow:
    "Eine hier gespeicherte JSON-Datei oder ein beliebiges Szenario-Dokument. Sie lässt sich auch irgendwo auf der Seite ablegen.",
  openFile: "Gespeicherte Rechnung öffnen",
  dropHere: "Ablegen, um die Rechnung zu öffnen",
  dropHow: "Eine hier gespeicherte JSON-Datei oder ein Szenario-Dokument. Sie bleibt auf diesem Rechner.",
  opened: (file) => `Geöffnet: ${file}.`,
  cannotOpen: (file) => `„${file}“ lässt sich nicht als Rechnung öffnen`,
  kept: "Nichts hat sich geändert: Die Rechnung auf der Seite ist, wie sie war.",
  ours: "Hier lassen sich JSON-Dateien öffnen, die unter „Zum Mitnehmen“ gespeichert wurden, und Szenario-Dokumente mit dem Schema fivecars/scenario/1.",
  found: "Was der Rechner gefunden hat:",
  more: (n) => (n === 1 ? "ein weiterer" : `${whole(n)} weitere`),
  unreadable: "Der Browser konnte die Datei nicht lesen.",
  other: "Andere Datei wählen",
  close: "Schließen",

  onPaper: (address, date) => `${address ? `Five Cars, ${address}` : "Five Cars"}, ${day(date)}.`,
};

type Versions = Pick<Estimate, "data_version" | "engine_version">;

export const citation: Words<English["citation"]> = {
  source: ({ data_version, engine_version }: Versions, address: string | null) =>
    `Five Cars ${engine_version}, Daten ${data_version}${address ? `, ${address}` : ""}`,
  on: (date) => `berechnet am ${day(date)}`,
  note: (title, mass, data) => `${title}: ${mass}, mit Daten ${data}`,
};

export const texRows: Words<English["texRows"]> = {
  best: "bester Wert",
  total: "Emissionen insgesamt, CO₂e",
  operational: "aus dem Strom",
  embodied: "aus der Herstellung der Hardware",
  energy: "Strom",
  nineInTen: "in neun von zehn Fällen",
};

export const pictureText: Words<English["pictureText"]> = {
  source: (data) => `Quelle: Five Cars, Daten ${data}`,
  half,
  exact: "Jede Zahl gilt hier als exakt",
  alt: (sentence, range, amounts) => `${sentence} ${range}${amounts ? `. Das sind ${amounts}` : ""}.`,
  or: " oder ",
};
