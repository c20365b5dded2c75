// Die Wörter der Seiten über Modelle: die Übersicht und die Seite jedes einzelnen.
import type { Reason } from "../../../calculator/what-if.js";
import type * as english from "../en/gallery.js";

export type Proof = english.Proof;

export const galleryLive: typeof english.galleryLive = {
  shown: (n, all) => (n === all ? `Alle ${all} Modelle.` : `${n} von ${all} Modellen.`),
  none: "Kein Modell passt. Weniger auswählen hilft.",
};

export const frame: typeof english.frame = {
  nav: "Seiten",
  skip: "Zum Inhalt springen",
  calculator: "Rechner",
  models: "Modelle",
  method: "Methode",
  sources: "Quellen",
  about: "Datenschutz und Barrierefreiheit",
  versions: (data, engine) => `Daten ${data}, Rechenkern ${engine}.`,
  report: "Fehler in einer Zahl melden",
  reportTitle: (what) => `Zahl: ${what}`,
  reportBody: (what, data) =>
    `Welche Zahl: ${what}\nStand der Daten: ${data}\n\nWas dort stehen müsste, und wo es steht:\n`,
};

export const gallery: typeof english.gallery = {
  title: "Was das Training von KI-Modellen ausstieß, nach einem Maßstab – Five Cars",
  description:
    "Alle Modelle, deren Trainingsbilanz veröffentlicht ist oder sich berechnen lässt: nach denselben Regeln, auf einer Skala, mit der gedruckten Zahl daneben.",
  heading: "Alle veröffentlichten Modelle, nach einem Maßstab",
  intro:
    "Für alle gilt dieselbe Methode: die veröffentlichten Maschinen und Stunden, das Stromnetz von Ort und Jahr, die Kühlung und die Herstellung der Hardware. Jeder Punkt ist die Summe, in neun von zehn Fällen liegt sie im Balken; eine Raute ist die gedruckte Zahl. Jeder Schritt nach rechts ist das Zehnfache.",
  search: "Suchen",
  organisation: "Organisation",
  from: "Von",
  to: "Bis",
  evidence: "Beleg",
  sort: "Sortieren nach",
  all: "alle",
  reset: "Alle zeigen",
  controls: "Auswählen und sortieren",
  sorts: {
    kg: "Emissionen",
    year: "Jahr",
    name: "Name",
    org: "Organisation",
    ratio: "gedruckt durch berechnet",
  },
  columns: [
    "Modell",
    "Emissionen, kg CO₂e, jeder Strich das Zehnfache des vorigen",
    "Nach einem Maßstab",
    "Gedruckt",
    "Beleg",
    "Die Rechnung",
  ],
  proof: {
    reproduced: "nachgerechnet",
    inferred: "erschlossen",
    ours: "von uns",
    guess: "Schätzung",
    unredone: "nicht nachrechenbar",
  },
  proofs: {
    reproduced: "Aus den gedruckten Angaben ergibt sich eine gedruckte Zahl.",
    inferred:
      "Veröffentlicht, aber eine Angabe musste aus der gedruckten Zahl erschlossen werden. Dass diese herauskommt, beweist also nichts.",
    ours: "Maschinen und Stunden oder der Rechenaufwand sind veröffentlicht, eine Bilanz ist es nicht.",
    guess: "Schätzung eines Dritten.",
    unredone: "Das Gedruckte reicht nicht, um die Rechnung zu wiederholen.",
  },
  notPrinted: "nicht gedruckt",
  open: "Öffnen",
  openOf: (name) => `Die Rechnung zu ${name} öffnen`,
  lines: {
    flight: ["ein Flug", "NY–SF"],
    car: ["ein Auto-", "leben"],
    village: ["100 Amerikaner,", "ein Jahr"],
  },
  village:
    "Die Linien sind der Flug einer Person New York–San Francisco, ein Autoleben und ein Jahr von hundert durchschnittlichen Menschen in den USA, ein Dorf: alle drei, wie die Studie von 2019 sie zählt.",
  apart: "Nicht auf der Skala",
  apartIntro: "Diese lassen sich nicht nach denselben Regeln rechnen. Der Grund steht daneben.",
  reason: "Warum nicht",
  key: { dot: "Summe, nach einem Maßstab", bar: "neun von zehn Fällen", diamond: "gedruckt" },
};

export const modelPage: typeof english.modelPage = {
  title: (name) => `${name}: was das Training ausstieß – Five Cars`,
  description: (name, total) =>
    `Was das Training von ${name} ausstieß: ${total}, mit Spanne, jedem Rechenschritt und jeder Quelle.`,
  descriptionWithout: (name) =>
    `Was über die Emissionen des Trainings von ${name} gedruckt wurde und warum es sich nicht nachrechnen lässt.`,
  change: "Diese Rechnung ändern",
  changeOneBasis: "Nach einem Maßstab öffnen",
  tryIt: "Hier ändern",
  tryFallback: "Mit Skripten lassen sich die Zahlen dieser Rechnung hier ändern.",
  amounts: "Was das bedeutet",
  beside: "Gedruckt und berechnet",
  asPublished: "Wie veröffentlicht, hier berechnet",
  oneBasis: "Nach einem Maßstab, hier berechnet",
  basisTable: "Die Summe",
  why: "Warum sich beide unterscheiden",
  whyIntro: (from, to) => `Von ${from} wie veröffentlicht zu ${to} nach einem Maßstab:`,
  reasons: {
    grid: "eine andere CO₂-Intensität des Stroms",
    pue: "ein anderer PUE",
    node: "der Rest der Maschine neben den Karten",
    draw: "eine andere Leistungsaufnahme",
    embodied: "die Herstellung der Hardware",
    coverage: "andere Läufe oder Stunden gezählt",
  } satisfies Record<Reason, string>,
  more: "mehr",
  less: "weniger",
  noSum: "Keine Rechnung",
  corrections: "Berichtigungen",
  corrected: "Diese Zahl ist inzwischen berichtigt.",
  corrects: "Diese Zahl berichtigt eine andere.",
  correctsAndCorrected: "Diese Zahl berichtigt eine andere und ist inzwischen selbst berichtigt.",
  toCorrections: "Nebeneinander",
};

export const card: typeof english.card = {
  source: (inputs, data) => `Eingaben: ${inputs}. Summe und Spanne: Five Cars, Daten ${data}.`,
  guess: (by, data) => `Eine Vermutung von ${by}. Summe und Spanne: Five Cars, Daten ${data}.`,
  printedBy: (source, data) => `Gedruckt in: ${source}. Gesammelt von Five Cars, Daten ${data}.`,
  printed: (name) => `Gedruckt für ${name}:`,
  notRedone: "Nachrechnen lässt es sich nicht.",
  zero: "Wie veröffentlicht: Der Strom zählt als null.",
  oneBasis: (total) => `Mit unserer Methode, nach einem Maßstab für alle Modelle: ${total}.`,
  alone: "Die Eingaben, die es dafür bräuchte, sind nicht gedruckt.",
};

export const told: typeof english.told = {
  locale: "de_DE",
  emissions: "Emissionen, CO₂e",
  percentiles: "Der kleinste und der größte Wert sind das 5. und das 95. Perzentil.",
  energy: "Strom am Zähler",
  embodied: "Emissionen der Herstellung der Hardware, Anteil dieses Laufs, CO₂e",
  water: "Wasser",
  deviceHours: "Gerätestunden",
  printed: (quantity) => `${quantity}, wie gedruckt`,
  keywords: ["CO₂-Fußabdruck", "KI-Modell", "Training", "Energieverbrauch", "Emissionen"],
  frame: (name) => `Five Cars: was das Training von ${name} ausstieß`,
};
