// The words of the static pages that are about models: the gallery, and the page of each.
import type { Reason } from "../../../calculator/what-if.js";

export type Proof = "reproduced" | "inferred" | "ours" | "guess" | "unredone";

/** What the gallery's script says. */
export const galleryLive = {
  shown: (n: number, all: number) => (n === all ? `All ${all} models.` : `${n} of ${all} models.`),
  none: "No model fits. Choose less.",
};

export const frame = {
  nav: "Pages",
  skip: "Skip to the page",
  calculator: "Calculator",
  models: "Models",
  method: "Method",
  sources: "Sources",
  about: "Privacy and accessibility",
  versions: (data: string, engine: string) => `Data ${data}, engine ${engine}.`,
  report: "Report an error in a figure",
  reportTitle: (what: string) => `Figure: ${what}`,
  reportBody: (what: string, data: string) =>
    `Which figure: ${what}\nData version: ${data}\n\nWhat it should be, and where that stands:\n`,
};

export const gallery = {
  title: "What training AI models emitted, all on one basis – Five Cars",
  description:
    "Every model whose training footprint is published or can be calculated, on the same terms, on one scale, with the figure that was printed.",
  heading: "Every published model, on one basis",
  intro:
    "The same method for all: the machines and hours that are published, the grid of the place and year, cooling, and the making of the hardware. Each dot is the total, its bar holds it nine times in ten; a diamond is the figure that was printed. Each step to the right is ten times as much.",
  search: "Search",
  organisation: "Organisation",
  from: "From",
  to: "To",
  evidence: "Evidence",
  sort: "Sort by",
  all: "all",
  reset: "Show all",
  controls: "Choose and sort",
  sorts: { kg: "emissions", year: "year", name: "name", org: "organisation", ratio: "printed over ours" },
  columns: [
    "Model",
    "Emissions, kg CO₂e, each tick ten times the last",
    "On one basis",
    "Printed",
    "Evidence",
    "The sum",
  ],
  proof: {
    reproduced: "reproduced",
    inferred: "inferred",
    ours: "ours",
    guess: "guess",
    unredone: "not redone",
  } satisfies Record<Proof, string>,
  proofs: {
    reproduced: "A printed figure comes out of the printed inputs.",
    inferred:
      "Published, but an input had to be worked back from the printed figure, so that it comes out proves nothing.",
    ours: "Machines and hours, or the computation, are published; a footprint isn’t.",
    guess: "A third party’s guess.",
    unredone: "The print doesn’t say enough to redo the sum.",
  } satisfies Record<Proof, string>,
  notPrinted: "not printed",
  open: "Open",
  openOf: (name: string) => `Open the sum of ${name}`,
  lines: {
    flight: ["a flight", "NY–SF"],
    car: ["a car’s", "lifetime"],
    village: ["100 Americans,", "a year"],
  },
  village:
    "The lines are one passenger’s trip New York–San Francisco, a car’s lifetime, and a year of a hundred average Americans, a village: all three as the 2019 paper counts them.",
  apart: "Not on the scale",
  apartIntro: "These can’t be put on the same terms. The reason stands beside each.",
  reason: "Why not",
  key: { dot: "total, on one basis", bar: "nine times in ten", diamond: "printed" },
};

export const modelPage = {
  title: (name: string) => `${name}: what its training emitted – Five Cars`,
  description: (name: string, total: string) =>
    `What training ${name} emitted: ${total}, with its range, every step of the sum and every source.`,
  descriptionWithout: (name: string) =>
    `What was printed about the emissions of training ${name}, and why it can’t be redone.`,
  change: "Change this sum",
  changeOneBasis: "Open it on one basis",
  tryIt: "Change it here",
  tryFallback: "With scripts, the numbers of this sum can be changed here.",
  amounts: "What it amounts to",
  beside: "Printed, and computed",
  asPublished: "As published, computed here",
  oneBasis: "On one basis, computed here",
  basisTable: "The total",
  why: "Why the two differ",
  whyIntro: (from: string, to: string) => `From ${from} as published to ${to} on one basis:`,
  reasons: {
    grid: "another carbon intensity of the electricity",
    pue: "another PUE",
    node: "the rest of the machine beside its cards",
    draw: "another draw of the machines",
    embodied: "making the hardware",
    coverage: "other runs or hours counted",
  } satisfies Record<Reason, string>,
  more: "more",
  less: "less",
  noSum: "No sum",
  corrections: "Corrections",
  corrected: "This figure has been corrected since.",
  corrects: "This figure corrects another.",
  correctsAndCorrected: "This figure corrects another, and has itself been corrected since.",
  toCorrections: "Side by side",
};

/** The picture of a model's page, which other sites show beside a link to it. */
export const card = {
  source: (inputs: string, data: string) => `Inputs: ${inputs}. Sum and range: Five Cars, data ${data}.`,
  guess: (by: string, data: string) => `A guess, by ${by}. Sum and range: Five Cars, data ${data}.`,
  printedBy: (source: string, data: string) => `Printed by: ${source}. Collected by Five Cars, data ${data}.`,
  printed: (name: string) => `Printed for ${name}:`,
  notRedone: "It can’t be redone.",
  zero: "As published: its electricity is counted as zero.",
  oneBasis: (total: string) => `By our method, on one basis with all models: ${total}.`,
  alone: "The inputs that it would take to redo it aren’t printed.",
};

/** What machines are told of a page. */
export const told = {
  locale: "en_US",
  emissions: "Emissions, CO₂e",
  percentiles: "The least and the largest value are the 5th and the 95th percentile.",
  energy: "Electricity at the meter",
  embodied: "Emissions of making the hardware, the part of this run, CO₂e",
  water: "Water",
  deviceHours: "Device-hours",
  printed: (quantity: string) => `${quantity}, as printed`,
  keywords: ["carbon footprint", "AI model", "training", "energy consumption", "emissions"],
  /** Of a frame that shows the sum in another page. */
  frame: (name: string) => `Five Cars: what training ${name} emitted`,
};
