// Alle Wörter der Seite, wie in ../en.
import type { MassUnit } from "../../../calculator/documents.js";
import type { Slot } from "../sentence.js";
import { whole } from "../numbers.js";
import { stageNamed } from "./sentence.js";

export * from "../amounts.js";
export { equivalentBoundary, equivalentFactor, equivalentRange, span } from "../equivalents.js";
export { counted } from "../plural.js";
export * from "../sentence.js";
export { equivalentWords, route, stageNamed } from "./sentence.js";

/** Wessen Vergleiche. */
export const setNames = {
  "strubell-2019": "nach der Studie von 2019",
  epa: "nach der US-Umweltbehörde EPA",
  "desnz-2025": "nach britischer Zählung, Flüge nach Treibstoff",
  "desnz-2025-rf": "nach britischer Zählung, mit Kondensstreifen",
  "food-and-home": "in Essen und Streaming",
} as Record<string, string>;

export const ui = {
  amounts: "Was das bedeutet",
  set: "Wessen Vergleiche",
  sets: setNames,
  result: "Das Ergebnis",
  change: "Die Rechnung ändern",

  lastGood: "letztes gültiges Ergebnis",
  done: "Fertig",
  unit: "Einheit der Masse",
  units: { kg: "kg", lb: "lb", t: "Tonnen" } satisfies Record<MassUnit, string>,

  pick: "Ausgangspunkt",
  ownRun: "Mein eigenes Training",
  ownRunHint: "eigene Maschinen, Stunden, Orte",

  machines: "Die Maschinen",
  time: "Die Zeit",
  place: "Der Ort",
  stage: (n: number, name: string) => `Phase ${n}${name ? `: ${stageNamed(name)}` : ""}`,

  split: "Woher es kommt",
  splitParts: ["die Maschinen", "Kühlung und Stromversorgung", "Herstellung der Hardware"],
  uncounted: "die Herstellung der Hardware zählt nicht mit",
  count: "Mitzählen",
  leaveOut: "Weglassen",
  sure: "Wie sicher",
  sureWays: (published: boolean) => [
    published ? "wie gedruckt" : "wie angegeben",
    "mit den üblichen Spannen",
  ],
  exact: "Jede Zahl gilt hier als exakt, deshalb gibt es keine Spanne.",
  nineInTen: (range: string, median: string) =>
    `In neun von zehn Fällen sind es ${range}, in der Hälfte der Fälle weniger als ${median}.`,
  medianLeads: (best: string) =>
    `Hier führt die Mitte des Wahrscheinlichen: Der beste Wert jeder Eingabe ergibt ${best}, und das liegt außerhalb.`,

  restore: "Zurück zum veröffentlichten Training",
  formFailed: "Dieser Teil ließ sich nicht laden. Bitte neu laden; die Adresse bewahrt die Rechnung.",
} as const;

export const slotPurpose: Record<Slot, string> = {
  model: "Ändern, was trainiert wurde",
  machines: "Die Maschinen ändern",
  time: "Die Zeit ändern",
  runs: "Ändern, wie oft es lief",
  place: "Den Ort ändern",
};

// ——— Mengen ———

export const drawn = {
  each: (times: number, one: string) => `Jedes Bild steht für ${whole(times)} ${one}.`,
  oneEach: "Jedes Bild ist ein Autoleben.",
  ofFive: "Fünf Autos wie in der Schlagzeile; gefüllt ist dieses Training.",
  cars: "Autoleben",
  trips: "Passagierflüge",
  years: "Jahre",
  weeks: "Ein Jahr in Wochen; gefüllt ist dieses Training.",
  yearsEach: (times: number) =>
    times === 1 ? "Jedes Kästchen ist ein Jahr." : `Jedes Kästchen steht für ${whole(times)} Jahre.`,
};

// ——— Was vor jedem Skript auf der Seite steht ———

export const shell = {
  title: "Five Cars: was das Training eines KI-Modells verursachte",
  description:
    "Die berühmte Rechnung von 2019 nachrechnen, sehen, worauf sie beruht, und sie für das eigene Modell anstellen: mit jedem Schritt und jeder Quelle.",
  heading: "Was das Training eines KI-Modells verursachte",
  skip: "Zur Rechnung springen",
  sections: "Abschnitte",
  navChange: "Rechnung ändern",
  navWhatIf: "Was wäre, wenn",
  navWork: "Rechenweg",
  navReally: "Fünf Autos?",
  navModels: "Modelle",
  navEmbed: "Einbetten",
  navMethod: "Methode",
  noscript:
    "Das ist die veröffentlichte Rechnung für BERT base. Um sie zu ändern oder selbst zu rechnen, braucht die Seite JavaScript und WebAssembly; beides läuft im Browser, und keine Eingabe verlässt ihn.",
  sourcesTitle: "Quellen und Lizenzen – Five Cars",
  sourcesHeading: "Quellen und Lizenzen",
  noticesHeading: "Fremde Software auf dieser Seite",
  sourcesIntro:
    "Jede Zahl, mit der Five Cars rechnet, stammt aus einer dieser Quellen und nennt ihre Stelle darin. Die Lizenz ist die der Quelle; wo sie genannt werden will, wird sie es hier. Wo eine Zahl verändert ist, etwa durch eine andere Einheit oder ein Mittel, steht es dabei.",
  sourcesData: (version: string) => `Daten ${version}.`,
  starting:
    "Der Rechner startet. Bleibt diese Zeile stehen, ist der Browser zu alt, oder etwas hält die Skripte auf. Der Satz oben gilt trotzdem.",
};
