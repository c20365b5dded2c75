// Every word of the interface, and how numbers become words. Another language is another file like this one.
import type { MassUnit } from "../../../calculator/documents.js";
import type { Slot } from "../sentence.js";
import { whole } from "../numbers.js";

export * from "../amounts.js";
export { equivalentBoundary, equivalentFactor, equivalentRange, span } from "../equivalents.js";
export { counted } from "../plural.js";
export * from "../sentence.js";
export { equivalentWords, route, stageNamed } from "./sentence.js";

/** Whose equivalents. */
export const setNames = {
  "strubell-2019": "as the 2019 paper counts",
  epa: "as the US EPA counts",
  "desnz-2025": "as the UK counts, flights by fuel",
  "desnz-2025-rf": "as the UK counts, with contrails",
  "food-and-home": "in food and streaming",
} as Record<string, string>;

export const ui = {
  amounts: "What it amounts to",
  set: "Whose equivalents",
  sets: setNames,
  result: "The result",
  change: "Change the sum",

  lastGood: "last good result",
  done: "Done",
  unit: "Unit of mass",
  units: { kg: "kg", lb: "lb", t: "tonnes" } satisfies Record<MassUnit, string>,

  pick: "Start from",
  ownRun: "My own run",
  ownRunHint: "your machines, your hours, your place",

  machines: "The machines",
  time: "The time",
  place: "The place",
  stage: (n: number, name: string) => `Stage ${n}${name ? `: ${name}` : ""}`,

  split: "Where it comes from",
  splitParts: ["the machines", "cooling and power supply", "making the hardware"],
  uncounted: "making the hardware isn’t counted",
  count: "Count it",
  leaveOut: "Leave it out",
  sure: "How sure",
  sureWays: (published: boolean) => [published ? "as printed" : "as given", "with the usual ranges"],
  exact: "Every number is taken as exact, so there is no range.",
  nineInTen: (range: string, median: string) =>
    `Nine times in ten it is ${range}, half the time below ${median}.`,
  /** Where many inputs reach further to one side. */
  medianLeads: (best: string) =>
    `The middle of what is likely leads here: the best value of each input, taken alone, gives ${best}, which lies outside.`,

  restore: "Back to the published run",
  formFailed:
    "This part of the page couldn’t be fetched. Check the connection and reload the page; the address keeps the sum.",
} as const;

export const slotPurpose: Record<Slot, string> = {
  model: "Change what was trained",
  machines: "Change the machines",
  time: "Change the time",
  runs: "Change how often it ran",
  place: "Change the place",
};

// ——— Amounts ———

export const drawn = {
  each: (times: number, one: string) => `Each drawing stands for ${whole(times)} ${one}.`,
  oneEach: "Each drawing is one car’s lifetime.",
  ofFive: "Five cars, as in the headline; the filled part is this run.",
  cars: "cars’ lifetimes",
  trips: "passenger trips",
  years: "years",
  weeks: "One year in weeks; the filled ones are this run.",
  yearsEach: (times: number) =>
    times === 1 ? "Each block is a year." : `Each block is ${whole(times)} years.`,
};

// ——— What stands in the page before any script runs; filled in by web/build ———

export const shell = {
  title: "Five Cars: what training an AI model emitted",
  description:
    "Redo the famous sum of 2019, see what it rests on, and do it for your own model: a calculator of the carbon emissions of training AI, with every step and source shown.",
  heading: "What training an AI model emitted",
  skip: "Skip to the sum",
  sections: "Sections",
  navChange: "Change the sum",
  navWhatIf: "What if",
  navWork: "Show the work",
  navReally: "Five cars?",
  navModels: "Models",
  navMethod: "Method",
  navEmbed: "Embed",
  noscript:
    "This is the published sum for BERT base, calculated when the page was made. To change it, or to do your own, the page needs JavaScript and WebAssembly; both run in your browser, and nothing that you enter leaves it.",
  sourcesTitle: "Sources and licences – Five Cars",
  sourcesHeading: "Sources and licences",
  noticesHeading: "Software by others in this page",
  sourcesIntro:
    "Every figure that Five Cars calculates with comes from one of these, and names its place in it. The licence is that of the source; where it asks to be named, this is its naming. Where it is changed, as by a change of unit or a mean, the figure says so.",
  sourcesData: (version: string) => `Data ${version}.`,
  starting:
    "The calculator is starting. If this line stays, your browser is too old for it, or something stops its scripts. The sentence above stands as it is.",
};
