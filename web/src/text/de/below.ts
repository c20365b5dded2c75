// Die Wörter dessen, was unter der ersten Ansicht steht: Rechenweg, Geschichte, Link.
import type { Issue, PrintedFigure } from "../../../calculator/documents.js";
import { route } from "./page.js";
import { bare, money, unitText } from "./later.js";
import { gridNamed } from "./names.js";
import { nearly, type Parts } from "../parts.js";
import { exact, whole } from "../numbers.js";
import { ofStage } from "../issues.js";
import { symbolsBy, type Symbols } from "../symbols.js";

const nb = "\u00a0";

export const below = {
  evidence: {
    secondary: "aus zweiter Hand",
    inferred: "aus anderen Zahlen errechnet",
    judgement: "ein Urteil, keine Messung",
  },
  terms: "Bedingungen",
  work: "Der Rechenweg",
  sure: "Wie sicher",
  really: "Waren es wirklich fünf Autos?",

  print: "Neben dem Gedruckten",
  printed: "gedruckt",
  ours: "berechnet",
  reproduced: "stimmt",
  differs: "weicht ab",
  circular: "keine Probe: Die Eingabe wurde aus dieser Zahl erschlossen",
  changed: "Die veröffentlichten Eingaben sind geändert; danebenzulegen gibt es nichts.",
  misprint: "Druckfehler",
  kinds: {
    ours: "Von uns berechnet, aus dem, was über Maschinen, Stunden oder Rechenaufwand veröffentlicht ist; eine Zahl zu den Emissionen gibt es nicht.",
    guess: "Die Vermutung eines Dritten: Wer es trainiert hat, hat nichts veröffentlicht.",
  },
  others: "Was sonst noch davon gedruckt wurde",
  onOneBasis:
    "Nach einem Maßstab: nach unserer Methode, unter gleichen Bedingungen für alle Modelle. Es ist also nicht die gedruckte Zahl.",
  toOneBasis: "Nach einem Maßstab ansehen",
  asPublished: "Wie veröffentlicht ansehen",
  unpublished: "Ein eigenes Training: Dazu hat niemand eine Zahl gedruckt.",

  given: "selbst eingegeben",
  inLink: "mit diesem Training angegeben",
  isDefault: "Standardwert",
  deviceTime: "Gerätestunden eines Laufs",
  ofOne: {
    "car-lifetime": "Emissionen eines Autolebens",
    "flight-ny-sf": "Emissionen eines Passagierflugs",
    "human-year": "Emissionen eines Jahres eines durchschnittlichen Menschenlebens",
    "american-year": "Emissionen eines Jahres eines durchschnittlichen Lebens in den USA",
  } as Record<string, string>,
  stageSum: "Alle Phasen zusammen",
  equivalentSteps: "Die Schritte der Vergleiche",
  sources: "Quellen",
  workIntro:
    "Jede Zeile lässt sich mit dem Taschenrechner nachrechnen. Die kleinen Ziffern führen dorthin, woher eine Eingabe stammt.",

  reallyIntro:
    "Die Presse schrieb von fünf Autos. Das war eine Zeile der Studie von 2019: eine Schätzung für eine Architektursuche, die ihre Autoren nicht ausgeführt hatten. Wer sie ausgeführt hatte, sah sie sich zwei Jahre später an.",
  timesLower: (times: number) => `${exact(times)}-mal kleiner`,
  openShort: "Diese Rechnung ansehen",
  steps: {
    "architecture-search": "Die Schlagzeile",
    "architecture-search-proxy": "Die wirklich durchsuchte Aufgabe",
    "architecture-search-actual": "Die wirklich benutzten Maschinen und das wirkliche Netz",
  } as Record<string, string>,
  developmentTitle: "Ein Modell oder 4.789?",
  development:
    "Selten bleibt es bei einem letzten Lauf. Die Studie zählte auch sechs Monate der eigenen Arbeit ihrer Autoren, von einem Modell bis zu allen, die sie trainierten.",
  developmentModels: "trainiert",
  developmentHours: "GPU-Stunden",
  developmentEmitted: "verursacht",
  developmentCloud: "Cloud, $",
  developmentElectricity: "Strom, $",
  developmentName: {
    "development-1": "1 Modell",
    "development-24": "24 Modelle",
    "development-4789": "4.789 Modelle",
  } as Record<string, string>,

  privacy: "Gerechnet wird im Browser. Keine Eingabe verlässt ihn.",
  aboutPage: "Datenschutz und Barrierefreiheit",
  sourcesPage: "Alle Quellen und ihre Lizenzen",
  versions: (data: string, engine: string) => `Daten ${data}, Rechner ${engine}.`,
} as const;

// ——— Was zur Summe gehört ———

export const lineText = {
  energy: "Strom am Zähler",
  deviceHoursAll: "Gerätestunden",
  cloud: "In der Cloud gemietet",
  preemptible: "unterbrechbar",
  onDemand: "auf Abruf",
  electricityCost: "Kosten des Stroms",
  vintage: (year: number) => `US-Dollar von ${year}`,
  ownPrice: "zum angegebenen Preis",
  assumed: "Angenommen, weil nichts angegeben war",
  worthKnowing: "Gut zu wissen",
  inPart: "zum Teil",
  market: "Nach den Verträgen (marktbasiert)",
  marketNote: "die Zahl oben gilt für das Netz",
  water: "Wasser",
  waterNote: "am Standort und an den Kraftwerken",
  score: "SCI-Wert",
  per: (unit: string, count: string) =>
    count === "1"
      ? unit === "run"
        ? "für jeden Lauf"
        : "für jede Million Token"
      : `für je ${count} ${unit === "run" ? "Läufe" : "Millionen Token"}`,
} as const;

const averages: Record<string, string> = {
  campus: "den ganzen Campus",
  region: "die ganze Region",
  continent: "den Kontinent",
  fleet: "die ganze Flotte des Betreibers",
};

const defaultName: Record<string, string> = {
  pue: "PUE",
  utilisation: "Anteil der Nennleistung",
  node_overhead: "ganze Maschine, geteilt durch ihre Karten",
  mfu: "Anteil der Spitzengeschwindigkeit",
  card_kg: "Herstellung einer Karte",
  host_share_kg: "Anteil einer Karte an der Herstellung ihrer Maschine",
  host_share_kg_h100: "Anteil einer Karte an der Herstellung ihrer Maschine",
  lifetime_years: "Jahre im Betrieb",
  active_share: "Anteil der Lebensdauer, in dem eine Karte arbeitet",
  active_share_own: "Anteil der Lebensdauer, in dem eine Karte arbeitet",
  desktop_kg: "Herstellung des Rechners",
  laptop_kg: "Herstellung des Laptops",
  wue_l_per_kwh: "Wasser am Standort",
};

/** Für jede Warnung des Rechners (src/documents/issue.hpp). */
export const warningWords: Record<string, (params: Issue["params"]) => string> = {
  "default-used": ({ quantity, value, unit }) =>
    `${defaultName[String(quantity)] ?? quantity}: ${exact(Number(value))}${unitText(String(unit ?? "1"))}`,
  "default-grid": ({ value, unit }) =>
    `Ort: Weltdurchschnitt, ${exact(Number(value))}${unitText(String(unit))}`,
  "wide-pue": ({ basis }) =>
    `Der PUE ist ein Durchschnitt über ${averages[String(basis)] ?? basis}, nicht der dieses Orts allein.`,
  "grid-of-country": ({ name }) =>
    `Der Strom ist der des ganzen Landes (${gridNamed(String(name))}): Aus welchem Teil des Netzes dieser Ort ihn bezieht, ist nicht bekannt.`,
  "direct-basis": ({ name }) =>
    `${gridNamed(String(name))}: Gezählt ist nur, was die Kraftwerke verbrennen. Eine Zahl mit der Gewinnung des Brennstoffs und dem Bau der Kraftwerke gibt es nicht.`,
  "other-year": ({ asked, used }) => `Für ${asked} gibt es keine Zahl zum Strom; gerechnet ist mit ${used}.`,
  "no-price": () => "Für diese Geräte ist kein Preis bekannt: Die Kosten in der Cloud lassen sie aus.",
  "no-devices": () => "Die Maschinen sind nicht benannt: keine Gerätestunden und keine Kosten in der Cloud.",
  "no-embodied": () => "Die Maschinen sind nicht benannt: Ihre Herstellung zählt nicht mit.",
  "no-score": () => "Ein SCI-Wert braucht die Herstellung der Hardware, und die zählt nicht mit.",
  "no-market": () => "Nicht jede Phase hat eine marktbasierte Zahl: Für das Ganze gibt es keine.",
  "no-water": () =>
    "Wie viel Wasser die Kraftwerke brauchen, ist nicht bekannt: Es gibt keine Zahl für Wasser.",
  "water-measure": ({ measure }) =>
    `Gezählt ist das Wasser, das am Standort ${measure === "withdrawal" ? "entnommen" : "verbraucht"} wird; andere Betreiber zählen anders.`,
  "not-used": ({ name }) => `„${name}“ bleibt ungenutzt: Die Zeit folgt nicht aus dem Rechenaufwand.`,
  // Steht dort, wo die Spanne gezeichnet ist.
  "best-outside": () => "",
};

export const warningText = (warning: Issue): string =>
  ofStage(warning.path, (warningWords[warning.code]?.(warning.params) ?? bare(warning)) || bare(warning));

// ——— Wie sicher ———

const partWords: Parts = [
  [0.95, 1.01, "fast die ganze"],
  [0.72, 0.78, "drei Viertel der"],
  [0.63, 0.7, "zwei Drittel der"],
  [0.47, 0.53, "die Hälfte der"],
  [0.31, 0.36, "ein Drittel der"],
  [0.23, 0.27, "ein Viertel der"],
];

/** Hauptwörter bleiben groß. */
export const inSentence = (name: string): string => name;

const numberWords = ["null", "einer", "zwei", "drei", "vier", "fünf", "sechs"];

export const sureText = {
  advice: "Am meisten lohnt es sich, diese Zahl herauszufinden: ",
  share: (share: number) => {
    const part = nearly(partWords, share);
    return `. Von ihr kommt ${/%$/.test(part) ? `${part} der` : part} Streuung.`;
  },
  inStages: (n: number) => ` Sie ist in ${numberWords[n] ?? whole(n)} Phasen dieselbe.`,
  whence: {
    given: " Sie gilt als so sicher, wie solche Zahlen meist sind:",
    ranged: " Je enger die Spanne, desto besser:",
    catalogue: " Sie stammt aus einer Tabelle:",
    default: " Niemand hat sie angegeben, sie ist also angenommen:",
    step: "",
  },
  give: {
    given: "eine eigene Spanne angeben.",
    ranged: "Spanne verkleinern.",
    catalogue: "eine bessere angeben.",
    default: "hier angeben.",
    step: "",
  },
  noShare:
    "Bei den besten Werten ist die Summe null; einen Anteil an der Streuung gibt es also nicht. Die Balken zeigen, was jede Zahl daraus machen könnte.",
  nothing: "Die Summe ist null, einzugrenzen gibt es nichts.",
  settled: "Keine der Zahlen, auf denen die Summe beruht, hat eine Spanne; einzugrenzen gibt es nichts.",
  take: "so sicher nehmen, wie solche Zahlen meist sind.",
  how: "Jeder Balken ist die Summe mit dieser Zahl an ihrem unteren und oberen Ende, alle anderen bei ihrem besten Wert; daneben ihr Anteil an der Streuung. Eine Zeile führt dorthin, wo die Zahl anzugeben ist.",
  none: "Jede Zahl dieser Rechnung gilt als exakt, einzugrenzen gibt es also nichts. So gut kennt sie niemand: oben neben einer Zahl eine Spanne angeben, oder alle",
  of: (value: string, low: string, high: string, unit: string) => `${value}${unit}, ${low} bis ${high}`,
  origins: { given: "angegeben", catalogue: "aus den Tabellen", default: "angenommen", step: "" },
  table: "Diese Zahlen als Tabelle",
  totals: "Alle Summen mit ihrer Spanne",
  columns: [
    "Zahl",
    "Bester Wert",
    "Unten",
    "Oben",
    "Summe, wenn unten",
    "Summe, wenn oben",
    "Anteil an der Streuung",
  ],
  totalColumns: [
    "",
    "Einer von zwanzig liegt darunter",
    "Die Hälfte liegt darunter",
    "Bei den besten Werten",
    "Einer von zwanzig liegt darüber",
  ],
  totalNames: {
    total: "Emissionen insgesamt",
    operational: "durch den Strom",
    embodied: "durch die Herstellung der Hardware",
    market: "marktbasiert",
    energy: "Strom, kWh",
    water: "Wasser, L",
    preemptible: "Cloud, unterbrechbar, $",
    on_demand: "Cloud, auf Abruf, $",
    electricity: "Strom, $",
  },
  others: (n: number, share: string) => `${n === 1 ? "Eine weitere" : `${n} weitere`}: zusammen ${share}`,
  stages: "Welche Phase",
  times: (times: string, name: string) => `das ${times}-Fache von ${name}`,
} as const;

export const usdRange = (low: number, high: number): string =>
  `${money(low)}–${money(high, Math.min(low, high))}${nb}$`;

// ——— Die Schritte der Rechnung ———

const symbols: Symbols = {
  t: ["t", "", "Zeit auf der Uhr"],
  device_hours: ["h", "Geräte", "Gerätestunden eines Laufs"],
  device_hours_all: ["H", "Geräte", "Gerätestunden"],
  runs: ["r", "", "Läufe"],
  count: ["n", "", "Zahl der Geräte"],
  TDP: ["TDP", "", "Nennleistung", true],
  utilisation: ["u", "", "Anteil der Nennleistung"],
  card_watts: ["p", "Karte", "Leistung einer Karte"],
  system_watts: ["p", "System", "Leistung je Gerät, mit Wirtsrechner"],
  host_w: ["P", "Wirt", "Leistung der Wirtsrechner"],
  node_overhead: ["k", "Knoten", "Ganze Maschine, geteilt durch ihre Karten"],
  P_cards: ["P", "Karten", "Leistung der Karten"],
  P_system: ["P", "System", "Leistung der Geräte mit ihren Wirtsrechnern"],
  P_IT: ["P", "IT", "Leistung der Maschinen"],
  E_IT: ["E", "IT", "Energie in die Maschinen"],
  PUE: ["PUE", "", "Effizienz der Stromnutzung (PUE)", true],
  E: ["E", "", "Energie am Zähler"],
  I: ["I", "", "CO₂-Intensität des Stroms"],
  I_market: ["I", "Markt", "CO₂-Intensität, marktbasiert"],
  C_operational: ["C", "Strom", "Emissionen durch den Strom"],
  C_overhead: ["C", "Rest", "Davon Kühlung und Ähnliches"],
  C_market: ["C", "Markt", "Emissionen, marktbasiert"],
  C_embodied: ["C", "Hardware", "Emissionen durch die Herstellung der Hardware"],
  C_total: ["C", "gesamt", "Emissionen insgesamt"],
  M: ["M", "", "Von der Herstellung der Hardware: was der SCI-Wert zählt"],
  SCI: ["SCI", "", "SCI-Wert", true],
  R: ["R", "", "Für wie viele der Wert gilt"],
  card_kg: ["c", "Karte", "Herstellung einer Karte"],
  host_share_kg: ["c", "Wirt", "Anteil einer Karte an der Herstellung ihrer Maschine"],
  lifetime: ["L", "", "Jahre im Betrieb"],
  active_share: ["a", "", "Anteil der Lebensdauer, in dem eine Karte arbeitet"],
  W: ["W", "", "Wasser"],
  WUE: ["WUE", "", "Wasser am Standort, für jede kWh in die Maschinen", true],
  EWIF: ["EWIF", "", "Wasser am Kraftwerk, für jede kWh", true],
  times: ["m", "", "Vielfaches einer anderen Phase"],
  n: ["n", "", "Zahl der Geräte"],
  it_kwh: ["E", "IT", "Energie in die Maschinen"],
  meter_kwh: ["E", "", "Energie am Zähler"],
  price_kWh: ["p", "kWh", "Strompreis"],
  price_preemptible: ["p", "unterbrechbar", "Preis einer Gerätestunde, unterbrechbar"],
  price_on_demand: ["p", "auf Abruf", "Preis einer Gerätestunde, auf Abruf"],
  cost_electricity: ["K", "Strom", "Kosten des Stroms"],
  cost_preemptible: ["K", "unterbrechbar", "Kosten in der Cloud, unterbrechbar"],
  cost_on_demand: ["K", "auf Abruf", "Kosten in der Cloud, auf Abruf"],
  factor: ["f", "", "Emissionen von einem"],
  FLOP: ["FLOP", "", "Rechenoperationen", true],
  parameters: ["N", "", "Parameter"],
  tokens: ["D", "", "Token"],
  epochs: ["e", "", "Epochen"],
  mfu: ["MFU", "", "Anteil der Spitzengeschwindigkeit", true],
  peak_all: ["S", "Spitze", "Spitzengeschwindigkeit aller Geräte"],
  peak: ["s", "Spitze", "Spitzengeschwindigkeit eines Geräts"],
  "car-lifetime": ["N", "Autos", "Autoleben"],
  "flight-ny-sf": ["N", "Flüge", `Passagierflüge ${route}`],
  "human-year": ["N", "Jahre", "Jahre eines durchschnittlichen Menschenlebens"],
  "american-year": ["N", "Jahre", "Jahre eines durchschnittlichen Lebens in den USA"],
};

export const symbolText = symbolsBy(symbols);

// ——— Die gedruckten Zahlen ———

export const quantityName: Record<PrintedFigure["quantity"], string> = {
  energy: "Strom",
  emissions: "Emis\u00adsionen",
  "device-hours": "Geräte\u00adstunden",
  "cost-preemptible": "Kosten in der Cloud, unter\u00adbrechbar",
  "cost-on-demand": "Kosten in der Cloud, auf Abruf",
  "cost-electricity": "Strom\u00adkosten",
};

export const printedText = (value: string, unit: PrintedFigure["unit"]): string =>
  unit === "USD" ? `${value}${nb}$` : `${value}${nb}${unit}`;
