// Die Wörter von „Was wäre wenn“.
import { whole } from "../numbers.js";
import type { Finding, Subject, whatIf as en } from "../en/what-if.js";

export type { Finding, Subject };

const nb = "\u00a0";
const one = (n: number): boolean => new Intl.PluralRules("de").select(n) === "one";

/** Im Dativ: „in 98 von 214 Ländern“. */
const among: Record<Subject, (n: number) => string> = {
  grids: (n) => (one(n) ? "Ort" : "Orten"),
  sites: (n) => (one(n) ? "Rechenzentrum" : "Rechenzentren"),
  devices: (n) => (one(n) ? "Gerät" : "Geräten"),
  years: (n) => (one(n) ? "Jahr" : "Jahren"),
  pue: (n) => (one(n) ? "Wert" : "Werten"),
};
const at: Record<Subject, string> = {
  grids: "An",
  sites: "In",
  devices: "Auf",
  years: "In",
  pue: "Bei",
};
/** Vor einem Namen. */
const there = (over: Subject, name: string): string =>
  `${{ grids: "hier:", sites: "hier:", devices: "auf", years: "im Jahr", pue: "bei" }[over]} ${name}`;

export const whatIf: typeof en = {
  title: "Was wäre wenn",
  ask: "Was, wenn es so gewesen wäre",
  subjects: {
    grids: "ein anderer Ort",
    sites: "ein anderes Rechenzentrum",
    devices: "andere Hardware",
    years: "ein anderes Jahr",
    pue: "ein anderer PUE",
    solve: "so viel, wie ein Flug erlaubt",
  },
  how: {
    grids: "Dieselben Maschinen, Stunden und Gebäude, mit dem Strom jedes Ortes aus dessen jüngstem Jahr.",
    sites: "Alles in einem Rechenzentrum: mit dessen Strom und dessen PUE, wo er bekannt ist.",
    devices:
      "Dieselbe Rechnung auf ebenso vielen Geräten anderer Art: um so viel schneller oder langsamer, wie deren Spitzenleistung sagt. Mehr ist nicht zu hoffen, und nicht jeder Code läuft überall.",
    years: "Derselbe Ort, mit seinem Strom jedes Jahres.",
    pue: "Dieselben Maschinen am selben Ort, in besseren und schlechteren Gebäuden.",
  },
  among: "Unter",
  all: { grids: "allen Orten", sites: "allen Rechenzentren", devices: "allen Herstellern" },
  filter: "Nur was passt",
  placeholder: "zum Suchen tippen",
  pueOf: (value) => `PUE${nb}${value}`,
  finding: ({ over, country, lower, total, least, times, mass }) => {
    if (total === 0) return "Nichts passt.";
    const of = country ? (one(total) ? "Land" : "Ländern") : among[over](total);
    const before = country ? "In" : at[over];
    return lower === 0
      ? `${before} keinem von ${whole(total)} ${of} hätte derselbe Lauf weniger verursacht; am nächsten kommt er dem ${there(over, least)}, ${mass}.`
      : `${before} ${whole(lower)} von ${whole(total)} ${of} hätte derselbe Lauf weniger verursacht, am wenigsten ${there(over, least)}, das ${times}-Fache, ${mass}.`;
  },
  zero: "Der Lauf verursacht so, wie er ist, nichts; mehr oder weniger gibt es da nicht.",
  leftOut: (n) =>
    one(n) ? "Für eine Zeile mehr gibt es keine Zahl." : `Für ${whole(n)} weitere gibt es keine Zahl.`,
  noRanges: "Bei so vielen Phasen dauerten die Spannen zu lange: nur die besten Werte.",
  run: "Dieser Lauf, wie er ist",
  more: (n) => `${whole(n)} weitere`,
  showAll: (n) => `Alle ${whole(n)} zeigen`,
  showFew: "Nur die Enden zeigen",
  times: (times) => `${times}${nb}×`,
  take: (name, mass) => `${name}, ${mass}: in die Rechnung übernehmen`,
  taken: (name) => `${name} steht jetzt in der Rechnung.`,
  takeHow: "Ein Klick auf einen Namen übernimmt ihn in die Rechnung; + heftet ihn unten zum Vergleichen an.",
  pin: (name) => `${name} zum Vergleichen anheften`,
  pinned: {
    added: "Unten angeheftet.",
    there: "Das ist schon angeheftet.",
    full: "Sechs sind schon angeheftet; erst eines entfernen.",
  },
  pinTitle: (run, name) => `${run}: ${name}`,
  untaken: "Das lässt sich nicht übernehmen: Mehrere Phasen änderten ihre Zeit.",
  table: "Die Zahlen hinter der Rangliste",
  columns: (unit) => ["", "Rang", `${unit} CO₂e`, "unten, 5 %", "oben, 95 %", "mal dieser Lauf"],
  nothing: {
    grids: "Hier gibt es nichts zu reihen.",
    sites: "Hier gibt es nichts zu reihen.",
    devices:
      "Andere Hardware setzt voraus, dass die jetzige bekannt ist: Erst die Geräte nennen, damit ihre Geschwindigkeit feststeht. Wo die Energie selbst gegeben ist, sagt sie darüber nichts.",
    years:
      "Das braucht einen Ort, für dessen Strom es Zahlen mehrerer Jahre gibt: ein Land oder eine Region wählen.",
    pue: "Hier gibt es nichts zu reihen.",
  },
  waiting: "Wird ausgerechnet …",
  failed:
    "„Was wäre wenn“ ließ sich nicht starten: Das Programm konnte nicht geladen werden, oder dieser Browser erlaubt es im Hintergrund nicht. Der Rest der Seite arbeitet wie immer.",
  again: "Noch einmal versuchen",

  solveHow: "Die Rechnung rückwärts: wie viel davon in ein Budget passt.",
  solveFor: "Wie viel von",
  quantities: {
    runs: "solche Läufe",
    hours: "Stunden des Laufs",
    devices: "Geräte",
    intensity: "Intensität des Stromnetzes",
  },
  budget: "passt in",
  budgets: {
    "flight-ny-sf": "eine Passagierreise New York\u2060–\u2060San Francisco",
    "car-lifetime": "ein Autoleben",
    tonne: "eine Tonne CO₂e",
    own: "eine eigene Menge",
  },
  own: (unit) => `Die Menge, in ${unit}`,
  notNumber: "gebraucht wird eine Zahl ab 0",
  stage: "Von Phase",
  electricity: " Daran gemessen wird nur der Strom, wie in der Studie von 2019.",
  found: {
    runs: (value, range, wholes) =>
      `${value}${nb}solche Läufe${range && ` (etwa ${range})`}${
        wholes === null
          ? ""
          : wholes === 0
            ? ": kein ganzer"
            : wholes === 1
              ? ": ein ganzer"
              : `: ${whole(wholes)} ganze`
      }.`,
    hours: (value, range) => `${value}${nb}Stunden des Laufs${range && ` (etwa ${range})`}.`,
    devices: (value, range, wholes) =>
      `${wholes === null ? value : whole(wholes)}${nb}${wholes !== null && one(wholes) ? "Gerät" : "Geräte"}${range && ` (etwa ${range})`}.`,
    intensity: (value, range) =>
      `Ein Stromnetz mit höchstens ${value}${nb}kg je kWh${range && ` (etwa ${range})`}.`,
  },
  budgetIs: (mass) => `Das Budget ist ${mass}.`,
  over: (what, least) =>
    `Keine: Wie groß die ${what} auch ist, es sind mindestens ${least}, mehr als das Budget.`,
  never: (what, most) => `Jede: Wie groß die ${what} auch ist, es sind höchstens ${most}, und das passt.`,
  noEffect: (what, kg, fits) =>
    `Das ändert nichts: Es sind ${kg}, wie groß die ${what} auch ist, und das ist ${fits ? "im Budget" : "mehr als das Budget"}. Eine Leistung, die für alle Maschinen zusammen gegeben ist, hängt nicht von deren Zahl ab.`,
  ofQuantity: {
    runs: "Zahl der Läufe",
    hours: "Zahl der Stunden",
    devices: "Zahl der Geräte",
    intensity: "Intensität des Netzes",
  },
  unsolvable: {
    runs: "Danach lässt sich hier nicht auflösen.",
    hours:
      "Es gibt keine Stunden, nach denen aufzulösen wäre: Sie folgen aus der Rechenmenge, oder nur die Energie ist gegeben. Nach den Läufen fragen.",
    devices: "Es gibt keine Geräte, nach denen aufzulösen wäre: Sie erst nennen.",
    intensity: "Danach lässt sich hier nicht auflösen.",
  },
  solutionTable: "Die Zahlen hinter dieser Antwort",
  solutionRows: {
    value: "Antwort",
    low: "unten, 5 %",
    high: "oben, 95 %",
    total: "Emissionen dabei",
    budget: "Budget",
  },
};
