// Die Wörter des Formulars und seiner Fehler.
import type { Basis, Issue } from "../../../calculator/documents.js";
import { read } from "../entries.js";
import { labelsBy } from "../labels.js";
import { startText } from "./start.js";
import { exact, whole } from "../numbers.js";

export const formText = {
  prices: "Die Preise",
  ownTitlePlaceholder: "mein Modell",
  powerHow: "Woher ist ihre Leistung bekannt?",
  powerMeasured: "gemessen, für alle Maschinen zusammen",
  powerDevices: "aus den Geräten",
  powerOther:
    "Dieses Training gibt seine Energie selbst an, in kWh. Wer stattdessen Maschinen angeben will, wählt eins von beiden.",
  timeHow: "Wie ist die Zeit angegeben?",
  timeHours: "Stunden auf der Uhr",
  timeDevice: "Gerätestunden",
  stagesElsewhere: "Einige Phasen haben einen eigenen Ort, den die Angaben hier nicht ändern.",
  onePlace: "Einen Ort für alle Phasen nehmen",
  timeOther:
    "Die Zeit folgt hier aus Parametern und Token. Wer sie selbst angeben will, wählt eins von beiden.",
  wattsHow: "Leistung eines Geräts",
  wattsShare: "Anteil der Nennleistung",
  wattsCard: "Watt, die Karte allein",
  wattsSystem: "Watt, mit ihrem Anteil am Wirtsrechner",
  wattsKnown: "wie in Googles Rechenzentren gemessen",

  estimated: (watts: number, devices: string) =>
    `Die ${exact(watts)}\u00a0W wurden auf ${devices} gemessen; jetzt ist das Training aus seinen Geräten geschätzt.`,
  example:
    "Ein Beispiel zum Ändern: hier die eigenen Maschinen eintragen, dann im Satz die Zeit und den Ort.",

  deviceNone: "keins davon",
  runsHint: "Suchen, Wiederholungen und gescheiterte Läufe mitgezählt",
  pueHint: "Strom am Zähler für jede Einheit, die in die Maschinen geht",
  gridUnknown: "Weiß ich nicht",
  gridOwn: "eine andere Zahl, in kg je kWh",
  latest: (year: number) => `das neueste, ${year}`,
  basis: {
    lifecycle: "Lebenszyklus",
    direct: "nur direkte Verbrennung",
  } satisfies Record<Basis, string>,
  pueOfSite: (value: string, year: number) => `${value}, der eigene von ${year}`,
  fromTo: (min: number, max: number) => `${exact(min)} bis ${exact(max)}`,
  emptyMeans: (value: string) => `leer: ${value}`,
  emptyNone: "leer: zählt nicht mit",
  emptyListed: (value: string) => `leer: ${value} laut Liste`,
  host: "Der Rest der Maschine",
  hostDefault: (times: string) => `angenommen: insgesamt das ${times}-Fache der Karten`,
  overheadHint: "was die ganze Maschine zieht, geteilt durch das, was ihre Karten ziehen",
  hostHint: "stattdessen, wo es in Watt bekannt ist; leer: nach dem Vielfachen",
  placeDetails: "Wasser und Verträge",
  wueHint: "zur Kühlung, für jede kWh, die in die Maschinen geht",
  ewifHint: "was die Erzeugung einer kWh braucht",
  unknown: "nicht bekannt, also gibt es keine Zahl für Wasser",
  noContract: "es wird keine solche Zahl gezeigt",
  marketHow:
    "Was der Stromlieferant für den gekauften Strom bescheinigt. Es steht neben der Summe; die selbst gilt für das Netz, aus dem der Standort seinen Strom bezieht.",
  fromTable: ", aus den Tabellen",
  score: "Der SCI-Wert",
  scoreHow:
    "Software Carbon Intensity, ISO/IEC 21031: Strom und Hardware zusammen, für jede Einheit dessen, wofür das Training da war.",
  perNone: "kein Wert",
  perRun: "je Lauf",
  perTokens: "je Million Token",
  giveRange: "Spanne angeben",
  noRange: "keine Spanne",
  forField: (label: string) => `für: ${label}`,
  rangeEnds: { low: "von", high: "bis" },
  rangeNames: {
    low: "unten: einer von zwanzig liegt darunter",
    high: "oben: einer von zwanzig liegt darüber",
  },

  hardware: "Die Herstellung der Hardware",
  hardwareHow: "Zählt sie mit?",
  hardwareYes: "ja, mit ihrem Anteil an der Lebensdauer",
  hardwareNo: "nein, nur der Strom",
  hardwareDetails: "Ihre vier Zahlen",
  hardwareOwn: "Einige Phasen haben eigene Zahlen, die diese hier nicht ändern.",
  mfuHint: "was die Maschinen von ihrer Spitzengeschwindigkeit erreichen",

  stages: "Die Phasen",
  back: "Zurück zur Liste",

  oneStage: "Eine Phase: das Training oben. Was lief noch dafür?",
  stageName: "Name",
  shareOf: (share: string) => `${share} der Summe`,
  timesOf: (name: string) => `Wie oft „${name}“`,
  addStage: "Phase mit eigenen Maschinen und eigener Zeit hinzufügen",
  add: "Hinzufügen",
  addHow: "Oder hinzufügen, was andere neben und vor ihrem letzten Lauf aufwendeten, als Vielfaches davon:",
  times: (name: string, times: string) => `× ${times}: ${name}`,
  earlier: "Nach oben",
  later: "Nach unten",
  drop: "Entfernen",
  ownPlace: "an einem eigenen Ort",
  newStage: "weitere Phase",

  noGrid: "ein Jahr oder eine Basis nützt nichts ohne Ort: bitte einen wählen, dessen Strom bekannt ist",
  nothingToVary: (what: string) =>
    `an dieser Rechnung lässt sich nichts variieren: ${({ "time on the clock": "Zeit auf der Uhr", "number of devices": "Zahl der Geräte", device: "Gerät", year: "Jahr" } as Record<string, string>)[what] ?? what} fehlt`,
} as const;

export const fieldName = {
  measuredW: "Leistung aller Maschinen",
  device: "Gerät",
  count: "Wie viele",
  utilisation: "Anteil der Nennleistung",
  cardWatts: "Watt einer Karte",
  systemWatts: "Watt je Gerät, mit Wirtsrechner",
  hostW: "Leistung der Wirtsrechner",
  hours: "Stunden eines Laufs",
  deviceHours: "Gerätestunden eines Laufs",
  runs: "Wie oft es lief",
  pue: "PUE",
  place: "Ort",
  grid: "Strom",
  year: "Jahr des Stroms",
  basis: "Basis der Zahl",
  kgPerKwh: "CO₂-Intensität",
  price: "Strompreis",
  pricePre: "Eine Gerätestunde, unterbrechbar",
  priceDemand: "Eine Gerätestunde, auf Abruf",
  ownTitle: "Wie heißt es?",
  mfu: "Anteil der Spitzengeschwindigkeit",
  times: "Wie oft",
  cardKg: "Herstellung einer Karte",
  hostShareKg: "Anteil einer Karte an der Herstellung ihrer Maschine",
  lifetime: "Jahre im Betrieb",
  activeShare: "Anteil der Lebensdauer, in dem sie arbeitet",
  nodeOverhead: "Ganze Maschine, geteilt durch ihre Karten",
  wue: "Wasser am Standort (WUE)",
  ewif: "Wasser an den Kraftwerken (EWIF)",
  market: "Vertrag mit dem Lieferanten",
  per: "Ein Wert für",
  perCount: "Wie viele davon",
};

// ——— Was nicht stimmt ———

const unusable = (n: number): string =>
  n === 1 ? "Eine Eingabe ist nicht verwendbar" : `${whole(n)} Eingaben sind nicht verwendbar`;
export const stale = (n: number): string =>
  `${unusable(n)}. Bis ${n === 1 ? "sie" : "alle"} berichtigt ${n === 1 ? "ist" : "sind"}, gelten die Zahlen der letzten gültigen Eingaben.`;
export const noneGood = (n: number): string => `${unusable(n)}, deshalb gibt es noch kein Ergebnis.`;

export const labelOf = labelsBy({ ...fieldName, ...startText }, formText.stageName);

type Params = Issue["params"];

const year = (params: Params): boolean => params["unit"] === "year";
const number = (value: unknown, params: Params): string =>
  typeof value === "number" ? (year(params) ? String(value) : exact(value)) : String(value);

/** „eine Zahl von 0 bis 1.000.000“ */
function allowed(params: Params): string {
  const [min, max] = [params["min"], params["max"]].map((end) => number(end, params));
  const kind = params["whole"] ? "eine ganze Zahl" : "eine Zahl";
  return params["above"] ? `${kind} über ${min} und bis ${max}` : `${kind} von ${min} bis ${max}`;
}

/** Was der Rechner erwartet oder gefunden hat, steht englisch in der Meldung. */
const kinds: Record<string, string> = {
  "an object": "ein Objekt",
  "a list": "eine Liste",
  "a text": "ein Text",
  "a number": "eine Zahl",
  "true or false": "true oder false",
  "true, false or an object": "true, false oder ein Objekt",
  null: "null",
  nothing: "nichts",
};

function expectedText(english: string): string {
  const plain = english.replace(/, or \{.*\}$/, "");
  const [, whole, from, to] =
    /^a (whole )?number (?:from|above) ([\d.,e+-]+) (?:to|and up to) ([\d.,e+-]+)$/.exec(plain) ?? [];
  if (from === undefined || to === undefined) return kinds[plain] ?? plain;
  const [min, max] = [from, to].map((text) => Number(text.replace(/,/g, "")));
  return allowed({
    min: min ?? 0,
    max: max ?? 0,
    whole: whole ? 1 : 0,
    above: / above /.test(plain) ? 1 : 0,
  });
}

const remedies: Record<string, string> = {
  'give "peak_flops"': "bitte „peak_flops“ angeben",
  'give "watts"': "bitte „watts“ angeben",
  'give "kg_per_kwh"': "bitte „kg_per_kwh“ angeben",
  'leave "basis" out': "bitte „basis“ weglassen",
  "name a region or a grid": "bitte eine Region oder ein Stromnetz nennen",
  "name the devices": "bitte die Geräte nennen",
};
const figures: Record<string, string> = {
  intensity: "CO₂-Intensität",
  "lifecycle figure": "Zahl für den Lebenszyklus",
  "direct figure": "Zahl für die direkte Verbrennung",
  "peak speed": "Spitzengeschwindigkeit",
  "peak speed in this precision": "Spitzengeschwindigkeit in dieser Genauigkeit",
  TDP: "Nennleistung",
};
const kindOfId: Record<string, string> = {
  grid: "Stromnetz",
  device: "Gerät",
  region: "Region",
  model: "Modell",
  table: "Tabelle",
};

const quoted = (text: unknown): string => String(text).replace(/"([^"]*)"/g, "„$1“");
const list = (names: unknown): string => quoted(names).replace(/ and /g, " und ").replace(/ or /g, " oder ");
const meant = (params: Params): string =>
  params["nearest"] ? `; gemeint ist vielleicht „${params["nearest"]}“` : "";
const remedy = (params: Params): string => {
  const text = params["remedy"];
  return text ? `; ${remedies[String(text)] ?? quoted(text)}` : "";
};
const ends = (params: Params): string =>
  `unten ${exact(Number(params["low"]))}, am besten ${exact(Number(params["best"]))}, oben ${exact(Number(params["high"]))}`;
const refused = (params: Params): string =>
  `${number(params["value"], params)} ist nicht erlaubt; nötig ist ${allowed(params)}`;

/** Für jeden Fehler des Rechners (src/documents/issue.hpp) ein Satz, ohne Punkt am Ende. */
export const issueWords: Record<string, (params: Params) => string> = {
  "not-json": ({ line, column }) => `Zeile ${line}, Spalte ${column}: Das ist kein gültiges JSON`,
  unreadable: () => "das lässt sich nicht als Daten lesen",
  missing: (params) => `„${params["name"]}“ fehlt${remedy(params)}`,
  "unknown-member": (params) =>
    `${quoted(params["name"])} ist hier nicht bekannt${meant(params)} (bekannt: ${list(params["known"])})`,
  "wrong-type": ({ found, expected }) =>
    `${kinds[String(found)] ?? found} ist nicht erlaubt; nötig ist ${expectedText(String(expected))}`,
  "out-of-range": refused,
  "not-whole": refused,
  "not-finite": refused,
  "range-order": (params) => `${ends(params)}: Die Reihenfolge stimmt nicht; unten ≤ am besten ≤ oben`,
  "best-at-floor": ({ best, high }) =>
    `am besten ${exact(Number(best))} ist das Kleinste, was es geben kann, oben aber ${exact(Number(high))}; bitte einen besten Wert darüber angeben oder nur ${exact(Number(best))}`,
  "too-wide": (params) =>
    `${ends(params)} liegen zu weit auseinander: oben höchstens das ${exact(Number(params["most"]))}-Fache des besten Werts, dieser höchstens das ${exact(Number(params["most"]))}-Fache von unten, oder unten 0`,
  "wrong-count": ({ found, min, max }) =>
    `${exact(Number(found))} Einträge sind nicht erlaubt; von ${exact(Number(min))} bis ${exact(Number(max))}`,
  "wrong-length": ({ found, min, max }) =>
    `${exact(Number(found))} Bytes Text sind nicht erlaubt; von ${exact(Number(min))} bis ${exact(Number(max))}`,
  "unknown-value": ({ value, allowed: names }) =>
    `${quoted(value)} ist nicht bekannt; möglich ist ${list(names)}`,
  "unknown-id": (params) =>
    `${quoted(params["value"])} ist nicht bekannt (${kindOfId[String(params["kind"])] ?? params["kind"]})${meant(params)}`,
  "exactly-one": ({ names, found }) =>
    `genau eins von ${list(names)} ist nötig; angegeben: ${exact(Number(found))}`,
  "at-most-one": ({ names, found }) =>
    `höchstens eins von ${list(names)} ist erlaubt; angegeben: ${exact(Number(found))}`,
  "at-least-one": ({ names }) => `mindestens eins von ${list(names)} ist nötig`,
  needs: ({ name, names }) => `„${name}“ ist nur neben ${list(names)} erlaubt`,
  "not-with": ({ name, names }) => `„${name}“ ist zusammen mit ${list(names)} nicht erlaubt`,
  "no-figure": (params) =>
    `für „${params["id"]}“ gibt es keine ${figures[String(params["what"])] ?? params["what"]}${remedy(params)}`,
  duplicate: ({ value, first }) => `${quoted(value)} steht hier zum zweiten Mal; zuerst steht es in ${first}`,
  "no-draw": () => "nichts sagt, was dieses Gerät zieht; bitte ein Gerät wählen oder Watt angeben",
  "no-devices-speed": () =>
    "die Zeit aus dem Rechenaufwand braucht die Spitzengeschwindigkeit der Geräte; ohne sie bitte Stunden angeben",
  "no-count": () =>
    "Gerätestunden ergeben die Zeit nur mit der Zahl der Geräte: bitte sie angeben, oder stattdessen Stunden",
  "no-grid": () => formText.noGrid,
  "nothing-to-vary": ({ what }) => formText.nothingToVary(String(what)),
  "no-such-stage": ({ value }) =>
    `${number(value, {})} ist keine andere Phase mit eigenen Maschinen oder eigener Energie`,
  "too-many-ranges": ({ found, max }) =>
    `Spannen von ${exact(Number(found))} Phasen sind mehr, als auf einmal gehen (${exact(Number(max))})`,
  "too-many-devices": ({ found, max }) =>
    `${exact(Number(found))} Arten von Geräten in allen Phasen zusammen sind nicht erlaubt; höchstens ${exact(Number(max))}`,
  "too-many-members": ({ max }) =>
    `mehr als ${exact(Number(max))} Angaben in einem Objekt sind nicht erlaubt`,
  "too-many-issues": ({ max }) => `es gibt noch mehr Fehler; das sind die ersten ${exact(Number(max))}`,
  "too-large": ({ max }) => `der Text ist größer als ${max}`,
};

export function issueText(issue: Issue, typed = ""): string {
  if (issue.code === "wrong-type" && typeof issue.params["expected"] === "string") {
    const expected = expectedText(issue.params["expected"]);
    if (typed.trim() && read(typed) === undefined)
      return `„${typed.trim().slice(0, 40)}“ ist keine Zahl; nötig ist ${expected}`;
    if (!typed.trim()) return `nichts eingetragen; nötig ist ${expected}`;
  }
  return issueWords[issue.code]?.(issue.params) ?? issue.message;
}
