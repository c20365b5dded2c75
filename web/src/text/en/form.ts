// The words of the form and of its faults: a part of en.ts that is fetched with the form.
import type { Basis, Issue } from "../../../calculator/documents.js";
import { bare } from "./later.js";
import { read } from "../entries.js";
import { labelsBy } from "../labels.js";
import { exact, whole } from "../numbers.js";
import { startText } from "./start.js";

export const formText = {
  prices: "The prices",
  ownTitlePlaceholder: "my model",
  powerHow: "How is their draw known?",
  powerMeasured: "measured, for all machines together",
  powerDevices: "from the devices",
  powerOther: "This run gives its energy itself, in kWh. Choose one of these to give machines instead.",
  timeHow: "How is the time given?",
  timeHours: "hours on the clock",
  timeDevice: "device-hours",
  stagesElsewhere:
    "Some stages of this run have a place of their own, which what is entered here doesn’t change.",
  onePlace: "Take one place for all stages",
  timeOther:
    "The time of this run follows from its parameters and tokens. Choose one of these to give it yourself.",
  wattsHow: "Draw of one device",
  wattsShare: "share of its rated power",
  wattsCard: "watts, the card alone",
  wattsSystem: "watts, with its share of the host",
  wattsKnown: "as measured in Google’s fleets",

  /** Where the measured draw no longer belongs to the devices. */
  estimated: (watts: number, devices: string) =>
    `The ${exact(watts)}\u00a0W were measured on ${devices}, so this run is now estimated from its devices.`,
  example:
    "An example to change: put in your own machines here, then the time and the place in the sentence.",

  deviceNone: "none of these",
  runsHint: "count searches, repeats and failed runs too",
  pueHint: "electricity at the meter for each unit into the machines",
  gridUnknown: "I don’t know",
  gridOwn: "another figure, in kg per kWh",
  latest: (year: number) => `the latest, ${year}`,
  basis: {
    lifecycle: "lifecycle",
    direct: "direct combustion alone",
  } satisfies Record<Basis, string>,
  pueOfSite: (value: string, year: number) => `${value}, its own of ${year}`,
  fromTo: (min: number, max: number) => `${exact(min)} to ${exact(max)}`,
  emptyMeans: (value: string) => `empty: ${value}`,
  emptyNone: "empty: not counted",
  emptyListed: (value: string) => `empty: the listed ${value}`,
  host: "The rest of the machine",
  hostDefault: (times: string) => `assumed: in all ${times} times its cards`,
  overheadHint: "what the whole machine draws, over what its cards draw",
  hostHint: "instead, where it is known in watts; empty: by the multiple",
  placeDetails: "Water and contracts",
  wueHint: "for cooling, for each kWh into the machines",
  ewifHint: "what generating a kWh takes",
  unknown: "not known, so there is no figure for water",
  noContract: "no such figure is shown",
  marketHow:
    "What your supplier certifies for the electricity that you buy. It is shown beside the total, which stays location-based: that of the grid the site draws from.",
  fromTable: ", from the tables",
  score: "The SCI score",
  scoreHow:
    "Software Carbon Intensity, ISO/IEC 21031: electricity and hardware together, for each of what the run was for.",
  perNone: "no score",
  perRun: "each run",
  perTokens: "each million tokens",
  giveRange: "give a range",
  noRange: "no range",
  forField: (label: string) => `for: ${label}`,
  rangeEnds: { low: "from", high: "to" },
  rangeNames: { low: "low: one in twenty is below", high: "high: one in twenty is above" },

  hardware: "Making the hardware",
  hardwareHow: "Is it counted?",
  hardwareYes: "yes, its share of the hardware’s life",
  hardwareNo: "no, the electricity alone",
  hardwareDetails: "Its four numbers",
  hardwareOwn: "Some stages have numbers of their own, which these don’t change.",
  mfuHint: "what the machines achieve of their peak speed",

  stages: "The stages",
  back: "Back to the list",

  oneStage: "One stage: the run above. What else was run for it?",
  stageName: "Name",
  shareOf: (share: string) => `${share} of the total`,
  timesOf: (name: string) => `How many times “${name}”`,
  addStage: "Add a stage of its own machines and time",
  add: "Add",
  addHow: "Or add what others spent beside and before their final run, as so many times that run:",
  times: (name: string, times: string) => `× ${times}: ${name}`,
  earlier: "Move up",
  later: "Move down",
  drop: "Remove",
  ownPlace: "at a place of its own",
  newStage: "another stage",

  noGrid: "a year or a basis is of no use without a place: choose one whose electricity is known",
  nothingToVary: (what: string) => `nothing of this sum can be varied: it has no ${what}`,
} as const;

/** What the fields are called, in the form and where something is wrong with them. */
export const fieldName = {
  measuredW: "Draw of all machines",
  device: "Device",
  count: "How many",
  utilisation: "Share of rated power",
  cardWatts: "Watts of a card",
  systemWatts: "Watts of one, host included",
  hostW: "Draw of the host machines",
  hours: "Hours of one run",
  deviceHours: "Device-hours of one run",
  runs: "How often it ran",
  pue: "PUE",
  place: "Place",
  grid: "Electricity",
  year: "Year of the electricity",
  basis: "Basis of its figure",
  kgPerKwh: "Carbon intensity",
  price: "Electricity price",
  pricePre: "A device-hour, pre-emptible",
  priceDemand: "A device-hour, on demand",
  ownTitle: "What is it called?",
  mfu: "Share of peak speed",
  times: "How many times",
  cardKg: "Making a card",
  hostShareKg: "A card’s share of making its machine",
  lifetime: "Years in service",
  activeShare: "Share of its life that it works",
  nodeOverhead: "Whole machine over its cards",
  wue: "Water on site (WUE)",
  ewif: "Water at the power stations (EWIF)",
  market: "Your supplier’s contract",
  per: "A score for",
  perCount: "How many of them",
};

// ——— What is wrong ———

const unusable = (n: number): string => `${n === 1 ? "One entry" : `${whole(n)} entries`} can’t be used`;
export const stale = (n: number): string =>
  `${unusable(n)}. Until ${n === 1 ? "it is" : "they are"} corrected, the figures are those of the last good entries.`;
export const noneGood = (n: number): string => `${unusable(n)}, so there is no figure yet.`;

export const labelOf = labelsBy({ ...fieldName, ...startText }, formText.stageName);

/** The engine's message without its pointer, for beside the field; said anew where the page knows what was typed. */
export function issueText(issue: Issue, typed = ""): string {
  if (issue.code === "wrong-type" && typeof issue.params["expected"] === "string") {
    const expected = issue.params["expected"].replace(/, or \{.*\}$/, "");
    if (typed.trim() && read(typed) === undefined)
      return `“${typed.trim().slice(0, 40)}” is not a number; ${expected} is needed`;
    if (!typed.trim()) return `nothing is entered; ${expected} is needed`;
  }
  if (issue.code === "no-grid") return formText.noGrid;
  if (issue.code === "nothing-to-vary") return formText.nothingToVary(String(issue.params["what"]));
  const text = bare(issue);
  return / is not allowed; a /.test(text) ? `${text} is needed` : text;
}
