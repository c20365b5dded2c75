// The words of the what-ifs: rankings, and the sum solved backwards.
import { whole } from "../numbers.js";

const plurals = new Intl.PluralRules("en");
const nb = "\u00a0";
const one = (n: number): boolean => plurals.select(n) === "one";

export type Subject = "grids" | "sites" | "devices" | "years" | "pue";

export interface Finding {
  over: Subject;
  /** Of grids: only countries. */
  country: boolean;
  /** How many are lower, of how many. */
  lower: number;
  total: number;
  least: string;
  times: string;
  mass: string;
}

const among: Record<Subject, (n: number) => string> = {
  grids: (n) => (one(n) ? "place" : "places"),
  sites: (n) => (one(n) ? "data centre" : "data centres"),
  devices: (n) => (one(n) ? "device" : "devices"),
  years: (n) => (one(n) ? "year" : "years"),
  pue: (n) => (one(n) ? "value" : "values"),
};
const at: Record<Subject, string> = { grids: "In", sites: "In", devices: "On", years: "In", pue: "At" };

export const whatIf = {
  title: "What if",
  ask: "What if it had been",
  subjects: {
    grids: "another place",
    sites: "another data centre",
    devices: "other hardware",
    years: "another year",
    pue: "another PUE",
    solve: "as much as a flight allows",
  } as Record<Subject | "solve", string>,
  how: {
    grids: "The same machines, hours and buildings, with the electricity of each place in its latest year.",
    sites: "All of it in one data centre: its electricity, and its PUE where it is known.",
    devices:
      "The same computation on as many devices of another kind: as much faster or slower as its peak speed says, which is the most that can be hoped for. Nobody knows that all code runs everywhere.",
    years: "The same place, with its electricity of each year.",
    pue: "The same machines and place, with better and worse buildings around them.",
  } as Record<Subject, string>,

  among: "Among",
  all: { grids: "all places", sites: "all data centres", devices: "all makers" } as Record<string, string>,
  filter: "Only those that fit",
  placeholder: "type to search",
  pueOf: (value: string) => `PUE${nb}${value}`,

  finding: ({ over, country, lower, total, least, times, mass }: Finding) => {
    if (total === 0) return "Nothing fits.";
    const of = country ? (one(total) ? "country" : "countries") : among[over](total);
    const there = `${at[over].toLowerCase()} ${least}`;
    return lower === 0
      ? `${at[over]} none of ${whole(total)} ${of} the same run would have emitted less; it comes closest ${there}: ${mass}.`
      : `${at[over]} ${whole(lower)} of ${whole(total)} ${of} the same run would have emitted less; least ${there}: ${times} times as much, ${mass}.`;
  },
  zero: "The run emits nothing as it stands, so there is nothing to be more or less.",
  leftOut: (n: number) => (one(n) ? "One more has no figure." : `${whole(n)} more have no figure.`),
  noRanges: "So many stages that ranges would take too long: best values alone.",
  run: "This run, as it is",
  more: (n: number) => `${whole(n)} more`,
  showAll: (n: number) => `Show all ${whole(n)}`,
  showFew: "Show the ends alone",
  times: (times: string) => `${times}${nb}×`,
  take: (name: string, mass: string) => `${name}, ${mass}: take it into the sum`,
  taken: (name: string) => `${name} is now in the sum.`,
  takeHow: "A click on a name takes it into the sum; + pins it below, to be compared.",
  pin: (name: string) => `Pin ${name} to compare`,
  pinned: {
    added: "Pinned below.",
    there: "It is pinned already.",
    full: "Six are pinned already; remove one first.",
  },
  pinTitle: (run: string, name: string) => `${run}: ${name}`,
  untaken: "This one can’t be taken over: several stages would change their time.",

  table: "The numbers behind the ranking",
  columns: (unit: string) => ["", "rank", `${unit} CO₂e`, "low, 5 %", "high, 95 %", "times this run"],

  nothing: {
    grids: "There is nothing to rank.",
    sites: "There is nothing to rank.",
    devices:
      "Other hardware needs to know what there is now: name the devices, so that their speed is known. Where the energy itself is given, it says nothing of them.",
    years: "This needs a place whose electricity has figures of several years: choose a country or a region.",
    pue: "There is nothing to rank.",
  } as Record<Subject, string>,
  waiting: "Working it out …",
  failed:
    "The what-ifs couldn’t be started: their program couldn’t be loaded, or this browser doesn’t allow it in the background. The rest of the page works as ever.",
  again: "Try again",

  // ——— Solved backwards ———

  solveHow: "The sum solved backwards: how much of it fits a budget.",
  solveFor: "How much of",
  quantities: {
    runs: "such runs",
    hours: "hours of the run",
    devices: "devices",
    intensity: "the grid’s intensity",
  },
  budget: "fits in",
  budgets: {
    "flight-ny-sf": "one passenger trip New York\u2060–\u2060San Francisco",
    "car-lifetime": "one car’s lifetime",
    tonne: "one tonne of CO₂e",
    own: "an amount of your own",
  },
  own: (unit: string) => `The amount, in ${unit}`,
  notNumber: "a number from 0 up is needed",
  stage: "Of stage",
  electricity: " Only the electricity is held against it, as the 2019 paper does.",
  found: {
    runs: (value: string, range: string, wholes: number | null) =>
      `${value}${nb}such runs${range && ` (about ${range})`}${
        wholes === null
          ? ""
          : wholes === 0
            ? ": not one whole"
            : wholes === 1
              ? ": one whole one"
              : `: ${whole(wholes)} whole ones`
      }.`,
    hours: (value: string, range: string) => `${value}${nb}hours of the run${range && ` (about ${range})`}.`,
    devices: (value: string, range: string, wholes: number | null) =>
      `${wholes === null ? value : whole(wholes)}${nb}${wholes !== null && one(wholes) ? "device" : "devices"}${range && ` (about ${range})`}.`,
    intensity: (value: string, range: string) =>
      `A grid of at most ${value}${nb}kg per kWh${range && ` (about ${range})`}.`,
  } as Record<
    "runs" | "hours" | "devices" | "intensity",
    (value: string, range: string, wholes: number | null) => string
  >,
  budgetIs: (mass: string) => `The budget is ${mass}.`,
  over: (what: string, least: string) =>
    `None: whatever the ${what}, it emits at least ${least}, more than that.`,
  never: (what: string, most: string) =>
    `Any: whatever the ${what}, it emits at most ${most}, and stays within it.`,
  noEffect: (what: string, kg: string, fits: boolean) =>
    `That makes no difference: it emits ${kg} whatever the ${what}, ${fits ? "which fits" : "which is more"}. A draw given for all machines together doesn’t depend on how many they are.`,
  ofQuantity: {
    runs: "number of runs",
    hours: "number of hours",
    devices: "number of devices",
    intensity: "intensity of the grid",
  },
  unsolvable: {
    runs: "That can’t be solved for here.",
    hours:
      "There are no hours to solve for: they follow from the computation, or only the energy is given. Ask for the runs.",
    devices: "There are no devices to solve for: name them first.",
    intensity: "That can’t be solved for here.",
  },
  solutionTable: "The numbers behind this answer",
  solutionRows: {
    value: "Answer",
    low: "low, 5 %",
    high: "high, 95 %",
    total: "Emissions at that",
    budget: "Budget",
  },
};
