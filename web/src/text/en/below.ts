// The words of what stands below the first screen: the work, the story, the link. A part of en.ts that is fetched
// when its place comes near.
import type { Issue, PrintedFigure } from "../../../calculator/documents.js";
import { route } from "./page.js";
import { bare, money, unitText, usd } from "./later.js";
import { nearly, type Parts } from "../parts.js";
import { exact, whole } from "../numbers.js";
import { ofStage } from "../issues.js";
import { symbolsBy, type Symbols } from "../symbols.js";

export const below = {
  evidence: {
    secondary: "second-hand",
    inferred: "worked out from other figures",
    judgement: "a judgement, not a measurement",
  },
  terms: "terms",
  work: "Show the work",
  sure: "How sure",
  really: "Was it really five cars?",

  print: "Beside the print",
  printed: "printed",
  ours: "computed here",
  reproduced: "reproduced",
  differs: "differs",
  circular: "not a test: the input was inferred from this figure",
  changed: "You changed the published inputs, so there is no print to lay beside this.",
  misprint: "Misprint",
  kinds: {
    ours: "Calculated by us, from what is published of its machines, hours or computation; no figure of its emissions is.",
    guess: "A third party’s guess: those who trained it have published nothing.",
  },
  others: "What else was printed of it",
  onOneBasis:
    "On one basis: by our method, on the same terms for all models. So it is not the figure that was printed.",
  toOneBasis: "See it on one basis",
  asPublished: "See it as published",
  unpublished: "An own run: nobody printed a figure for it.",

  given: "entered by you",
  inLink: "given with this run",
  isDefault: "default",
  deviceTime: "Device-hours of one run",
  ofOne: {
    "car-lifetime": "Emissions of one car’s lifetime",
    "flight-ny-sf": "Emissions of one passenger trip",
    "human-year": "Emissions of one year of an average human life",
    "american-year": "Emissions of one year of an average American life",
  } as Record<string, string>,
  stageSum: "All stages together",
  equivalentSteps: "The steps of the equivalents",
  sources: "Sources",
  workIntro:
    "Every line can be followed with a pocket calculator. The small numbers lead to where an input comes from.",

  reallyIntro:
    "The press wrote of five cars. That was one row of the 2019 paper: an estimate for an architecture search that its authors hadn’t run. Those who had run it looked at it two years later.",
  timesLower: (times: number) => `${exact(times)} times lower`,
  openShort: "See this sum",
  steps: {
    "architecture-search": "The headline",
    "architecture-search-proxy": "The task really searched",
    "architecture-search-actual": "The machines and the grid really used",
  } as Record<string, string>,
  developmentTitle: "One model, or 4,789?",
  development:
    "A final run is seldom the only one. The paper also counted six months of its authors’ own work, from one model to everything that they trained.",
  developmentModels: "trained",
  developmentHours: "GPU-hours",
  developmentEmitted: "emitted",
  developmentCloud: "cloud, USD",
  developmentElectricity: "electricity, USD",
  developmentName: {
    "development-1": "1 model",
    "development-24": "24 models",
    "development-4789": "4,789 models",
  } as Record<string, string>,

  privacy: "Calculated in your browser. Nothing that you enter leaves it.",
  aboutPage: "Privacy and accessibility",
  sourcesPage: "All sources and their licences",
  versions: (data: string, engine: string) => `Data ${data}, engine ${engine}.`,
} as const;

// ——— What goes with the total ———

export const lineText = {
  energy: "Electricity at the meter",
  deviceHoursAll: "Device-hours",
  cloud: "To rent it in the cloud",
  preemptible: "pre-emptible",
  onDemand: "on demand",
  electricityCost: "To pay the electricity",
  vintage: (year: number) => `USD of ${year}`,
  ownPrice: "at the price given",
  assumed: "Assumed, because nothing was given",
  worthKnowing: "Worth knowing",
  inPart: "in part",
  market: "By its contracts (market-based)",
  marketNote: "the figure above is that of the grid",
  water: "Water",
  waterNote: "on site and at the power stations",
  score: "SCI score",
  per: (unit: string, count: string) =>
    `for each ${count === "1" ? "" : `${count} `}${unit === "run" ? "run" : "million tokens"}${count === "1" || unit !== "run" ? "" : "s"}`,
} as const;

const averages: Record<string, string> = {
  campus: "its whole campus",
  continent: "its continent",
  fleet: "its provider’s whole fleet",
};

const defaultName: Record<string, string> = {
  pue: "PUE",
  utilisation: "share of rated power",
  node_overhead: "whole machine over its cards",
  mfu: "share of peak speed",
  card_kg: "making a card",
  host_share_kg: "a card’s share of making its machine",
  host_share_kg_h100: "a card’s share of making its machine",
  lifetime_years: "years in service",
  active_share: "share of its life that a card works",
  active_share_own: "share of its life that a card works",
  desktop_kg: "making the computer",
  laptop_kg: "making the laptop",
  wue_l_per_kwh: "water on site",
};

/** In the page's words; what isn't here is said in the engine's. */
const warningWords: Record<string, (params: Issue["params"]) => string> = {
  "default-used": ({ quantity, value, unit }) =>
    `${defaultName[String(quantity)] ?? quantity}: ${exact(Number(value))}${unitText(String(unit ?? "1"))}`,
  "default-grid": ({ name, value, unit }) =>
    `place: ${name}, ${exact(Number(value))}${unitText(String(unit))}`,
  "wide-pue": ({ basis }) =>
    `The PUE is an average of ${averages[String(basis)] ?? basis}, not of this place alone.`,
  "grid-of-country": ({ name }) =>
    `The electricity is that of ${name} as a whole: which part of its grid this place draws from isn’t known.`,
  "direct-basis": ({ name }) =>
    `${name}: only what the power stations burn is counted. There is no figure with the fuel’s supply and the building of the plants.`,
  "other-year": ({ asked, used }) => `There is no electricity figure for ${asked}; that of ${used} is used.`,
  "no-price": () => "No price of these devices is known: the cost in the cloud leaves them out.",
  "no-devices": () => "The machines aren’t named: no device-hours and no cost in the cloud.",
  "no-embodied": () => "The machines aren’t named: making them isn’t counted.",
  "no-score": () => "An SCI score needs the making of the hardware, which isn’t counted.",
  "no-market": () => "Not every stage has a market-based figure: there is none for the whole.",
  "no-water": () => "How much water its power stations use isn’t known: there is no figure for water.",
  "water-measure": ({ measure }) =>
    `Water on site is what is ${measure === "withdrawal" ? "taken in" : "used up"}; other operators count it otherwise.`,
  // Said where the range is drawn.
  "best-outside": () => "",
};

export function warningText(warning: Issue): string {
  const text = warningWords[warning.code]?.(warning.params) || bare(warning);
  return ofStage(warning.path, text);
}

// ——— How sure ———

/** What is near enough to be said so. */
const partWords: Parts = [
  [0.95, 1.01, "nearly all"],
  [0.72, 0.78, "three quarters"],
  [0.63, 0.7, "two thirds"],
  [0.47, 0.53, "half"],
  [0.31, 0.36, "a third"],
  [0.23, 0.27, "a quarter"],
];

/** In a sentence: what is a name keeps its capitals. */
export const inSentence = (name: string): string =>
  /^[A-Z]{2}/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);

export const sureText = {
  advice: "The number most worth finding out is the ",
  share: (share: number) => `: ${nearly(partWords, share)} of the spread comes from it.`,
  inStages: (n: number) => ` It is the same in ${n === 2 ? "two" : whole(n)} stages.`,
  whence: {
    given: " It is taken as sure as such numbers usually are:",
    ranged: " The closer its low and its high, the better:",
    catalogue: " What is taken comes from a table:",
    default: " Nobody said what it is, so it is assumed:",
    step: "",
  },
  give: {
    given: "give its own range.",
    ranged: "narrow it.",
    catalogue: "give a better one.",
    default: "give it here.",
    step: "",
  },
  noShare:
    "At the best values the total is nothing, so there is no share of a spread to tell. The bars show what each number could make of it.",
  nothing: "The total is nothing, so there is nothing to narrow.",
  settled: "None of the numbers that the total rests on has a range, so there is nothing to narrow.",
  take: "take them as sure as such numbers usually are.",
  how: "Each bar is the total with that number at its low and at its high, all others at their best; beside it its share of the spread. A row leads to where the number can be given.",
  none: "Every number of this sum is taken as exact, so there is nothing to narrow. Nobody knows them so well: give a range beside a number above, or",
  of: (value: string, low: string, high: string, unit: string) => `${value}${unit}, ${low} to ${high}`,
  origins: { given: "given", catalogue: "from the tables", default: "assumed", step: "" },
  table: "These numbers as a table",
  totals: "Every total with its range",
  columns: ["Number", "Best", "Low", "High", "Total at its low", "Total at its high", "Share of the spread"],
  totalColumns: [
    "",
    "One in twenty is below",
    "Half is below",
    "At the best values",
    "One in twenty is above",
  ],
  totalNames: {
    total: "Emissions in all",
    operational: "of the electricity",
    embodied: "of making the hardware",
    market: "market-based",
    energy: "Electricity, kWh",
    water: "Water, L",
    preemptible: "Cloud, pre-emptible, USD",
    on_demand: "Cloud, on demand, USD",
    electricity: "Electricity, USD",
  },
  others: (n: number, share: string) => `${n === 1 ? "One other" : `${n} others`}: ${share} together`,
  stages: "Which stage",
  times: (times: string, name: string) => `${times} times ${name}`,
} as const;

/** Both with decimals if one of them has any. */
export const usdRange = (low: number, high: number): string =>
  `${usd(low)}–$${money(high, Math.min(low, high))}`;

// ——— The steps of the sum ———

/** How a symbol is set, and what it is called: [letters, lowered, in words]. Upright where it is a word. */
const symbols: Symbols = {
  t: ["t", "", "Time on the clock"],
  device_hours: ["h", "devices", "Device-hours of one run"],
  device_hours_all: ["H", "devices", "Device-hours"],
  runs: ["r", "", "Runs"],
  count: ["n", "", "Number of devices"],
  TDP: ["TDP", "", "Rated power", true],
  utilisation: ["u", "", "Share of rated power"],
  card_watts: ["p", "card", "Draw of a card"],
  system_watts: ["p", "system", "Draw of one, host included"],
  host_w: ["P", "host", "Draw of the host machines"],
  node_overhead: ["k", "node", "Whole machine over its cards"],
  P_cards: ["P", "cards", "Draw of the cards"],
  P_system: ["P", "system", "Draw of the devices with their hosts"],
  P_IT: ["P", "IT", "Draw of the machines"],
  E_IT: ["E", "IT", "Energy into the machines"],
  PUE: ["PUE", "", "Power usage effectiveness (PUE)", true],
  E: ["E", "", "Energy at the meter"],
  I: ["I", "", "Carbon intensity of the electricity"],
  I_market: ["I", "market", "Carbon intensity, market-based"],
  C_operational: ["C", "operational", "Emissions of the electricity"],
  C_overhead: ["C", "overhead", "Of this, cooling and the like"],
  C_market: ["C", "market", "Emissions, market-based"],
  C_embodied: ["C", "embodied", "Emissions of making the hardware"],
  C_total: ["C", "total", "Emissions in all"],
  M: ["M", "", "Of making the hardware, what the score counts"],
  SCI: ["SCI", "", "SCI score", true],
  R: ["R", "", "How many the score is for"],
  card_kg: ["c", "card", "Making a card"],
  host_share_kg: ["c", "host", "A card’s share of making its machine"],
  lifetime: ["L", "", "Years in service"],
  active_share: ["a", "", "Share of its life that a card works"],
  W: ["W", "", "Water"],
  WUE: ["WUE", "", "Water on site, for each kWh into the machines", true],
  EWIF: ["EWIF", "", "Water at the power station, for each kWh", true],
  times: ["m", "", "Times another stage"],
  n: ["n", "", "Number of devices"],
  it_kwh: ["E", "IT", "Energy into the machines"],
  meter_kwh: ["E", "", "Energy at the meter"],
  price_kWh: ["p", "kWh", "Price of electricity"],
  price_preemptible: ["p", "pre-emptible", "Price of a device-hour, pre-emptible"],
  price_on_demand: ["p", "on demand", "Price of a device-hour, on demand"],
  cost_electricity: ["K", "electricity", "Cost of the electricity"],
  cost_preemptible: ["K", "pre-emptible", "Cost in the cloud, pre-emptible"],
  cost_on_demand: ["K", "on demand", "Cost in the cloud, on demand"],
  factor: ["f", "", "Emissions of one"],
  FLOP: ["FLOP", "", "Operations", true],
  parameters: ["N", "", "Parameters"],
  tokens: ["D", "", "Tokens"],
  epochs: ["e", "", "Epochs"],
  mfu: ["MFU", "", "Share of peak speed", true],
  peak_all: ["S", "peak", "Peak speed of all devices"],
  peak: ["s", "peak", "Peak speed of a device"],
  "car-lifetime": ["N", "cars", "Cars’ lifetimes"],
  "flight-ny-sf": ["N", "trips", `Passenger trips ${route}`],
  "human-year": ["N", "years", "Years of an average human life"],
  "american-year": ["N", "years", "Years of an average American life"],
};

export const symbolText = symbolsBy(symbols);

// ——— The printed figures ———

export const quantityName: Record<PrintedFigure["quantity"], string> = {
  energy: "Electricity",
  emissions: "Emissions",
  "device-hours": "Device-hours",
  "cost-preemptible": "Cloud cost, pre-emptible",
  "cost-on-demand": "Cloud cost, on demand",
  "cost-electricity": "Electricity cost",
};

export const printedText = (value: string, unit: PrintedFigure["unit"]): string =>
  unit === "USD" ? `$${value}` : `${value} ${unit}`;
