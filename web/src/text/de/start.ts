// Die Wörter des Anfangs, der Regler und der Zahlen und Zeiten mit Wörtern darin: mit dem Formular geholt.

export const startText: typeof import("../en/start.js").startText = {
  title: "Ausgehen von",
  model: "einem veröffentlichten Modell",
  modelNow: (name: string) => `jetzt ${name}; ein anderes wählen`,
  modelPick: "eins wählen und nach Belieben ändern",
  own: "eigenen Geräten und Stunden",
  ownHow: "wie viele Geräte, wie lange",
  computed: "Parametern und Token",
  computedHow: "die Zeit folgt aus der Größe des Modells",

  timeComputed: "aus Parametern und Token",
  parameters: "Parameter",
  parametersHint: "bei einer Mischung von Experten die aktiven; 7e9, 7 Mrd. oder 7 Milliarden",
  tokens: "Token im Training",
  tokensHint: "2e12, 2 Bio. oder 2 Billionen",
  epochs: "Durchgänge durch die Token",
  peak: "Höchstleistung eines Geräts",
  peakHint: "dicht besetzt, in der Genauigkeit des Trainings",
  hoursHint: "oder als Zeitspanne: 3 Wochen, 36 h, 90 min",

  readAs: (words: string, digits: string) =>
    `gelesen als ${words}${words === digits ? "" : `, also ${digits}`}`,
  slider: (label: string) => `${label}, als Regler`,
  stageMachines: "Ihre Geräte",
  stageTime: "Ihre Zeit",
  stagePlace: "Ihr Ort",
  placeOfAll: "der aller Phasen, unten",
};

/** „Billion“ ist hier die deutsche; „7B“ und „2T“ schreiben auch Deutsche englisch. */
export const scales: Record<string, number> = {
  k: 1e3,
  tsd: 1e3,
  tausend: 1e3,
  m: 1e6,
  mio: 1e6,
  million: 1e6,
  millionen: 1e6,
  b: 1e9,
  mrd: 1e9,
  milliarde: 1e9,
  milliarden: 1e9,
  t: 1e12,
  bio: 1e12,
  billion: 1e12,
  billionen: 1e12,
  trillion: 1e18,
  trillionen: 1e18,
  billiarde: 1e15,
  billiarden: 1e15,
};

export const timeUnits: typeof import("../en/start.js").timeUnits = {
  w: "week",
  woche: "week",
  wochen: "week",
  d: "day",
  tag: "day",
  tage: "day",
  tagen: "day",
  h: "hour",
  std: "hour",
  stunde: "hour",
  stunden: "hour",
  min: "minute",
  minute: "minute",
  minuten: "minute",
  s: "second",
  sek: "second",
  sekunde: "second",
  sekunden: "second",
};

export const joined = ["und"];
