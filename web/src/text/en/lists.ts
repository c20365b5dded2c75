// The words of the lists that are searched, and of where a row's figures come from: a part of en.ts that is fetched
// with the form.
import type { Basis, Listed, SiteFigure, TableName, Texts } from "../../../calculator/documents.js";
import { brief, exact, percent } from "../numbers.js";

export const listText = {
  placeholder: "type to search",
  found: (n: number) => (n === 0 ? "Nothing fits." : n === 1 ? "One fits." : `${exact(n)} fit.`),
  notRedone: "can’t be redone",
};

/** The kinds of grids and of devices, as the tables name them. */
export const kindText: Record<string, string> = {
  world: "World",
  continent: "Continents",
  group: "Groups of countries",
  country: "Countries",
  province: "Provinces of Canada and China",
  state: "States of Australia",
  subregion: "Parts of a country’s grid",
  historical: "As the 2019 paper has them",
  gpu: "GPU",
  tpu: "TPU",
  cpu: "CPU",
  accelerator: "accelerator",
  system: "whole system",
};

/** What a row is looked up for. */
export function figureText(table: TableName, { value, year, also }: Listed): string {
  if (value === undefined) return "";
  if (table === "devices") return `${exact(value)}\u00a0W`;
  if (table === "sites") return `PUE\u00a0${exact(value)}`;
  return `${brief(value)}\u00a0kg/kWh ${also}${year === undefined ? "" : ` ${year}`}`;
}

export const modelGroup = {
  first: ["The 2019 paper", "Its study of development", "Patterson et al. 2021"],
  names: {
    "strubell-2019": "The 2019 paper",
    "strubell-2019-development": "Its study of development",
    "patterson-2021": "Patterson et al. 2021",
    bloom: "BLOOM",
    cohere: "Cohere",
    "dodge-2022": "Measured in the cloud, 2022",
    gemma: "Gemma",
    glam: "GLaM",
    glm: "GLM",
    gopher: "Gopher",
    "llama-1": "Llama",
    "llama-2": "Llama 2",
    "llama-3": "Llama 3",
    "llama-4": "Llama 4",
    mistral: "Mistral",
    olmo: "OLMo",
    opt: "OPT",
    palm: "PaLM",
    "stable-diffusion": "Stable Diffusion",
    starcoder: "StarCoder",
  } as Record<string, string>,
  ours: "Calculated by us, from published machines and hours",
  guess: "Guesses of third parties",
};

// ——— Where figures come from ———

export const originText = {
  source: "Source",
  of: (name: string) => `of ${name}`,
  rated: (watts: string, estimated: boolean) =>
    estimated
      ? `Rated power, about ${watts}\u00a0W (its maker publishes none):`
      : `Rated power, ${watts}\u00a0W:`,
  unrated: "No rated power is known:",
  peak: "Peak speed:",
  system: "Draw with its host:",
  price: (year: number) => `Price in ${year}:`,
  embodied: "Making it:",
  series: (basis: Basis, from: number, to: number, derived: boolean) =>
    `${basis === "lifecycle" ? "Lifecycle, with the fuel’s supply and the building of the plants" : "Direct, only what the power stations burn"}${derived ? "; worked out here" : ""}; ${from === to ? from : `${from}–${to}`}:`,
  used: (figure: string) => `Counted here, unless another is chosen: ${figure}.`,
  pue: "PUE",
  wue: "Water, litres per kWh",
  siteFigure: (name: string, value: string, basis: SiteFigure["basis"], year: number) =>
    `${name} ${value}, of its ${basis}, ${year}:`,
  grid: "Grid:",
  gridOf: (name: string, country: boolean) =>
    country ? `${name}, the whole country: which part of its grid it draws from isn’t known.` : `${name}.`,
  basis: { lifecycle: "lifecycle", direct: "direct" } satisfies Record<Basis, string>,
  perKwh: (kg: string) => `${kg}\u00a0kg/kWh`,
  intensities: "For comparison: all that is said of the electricity there",
};

export const mixText = ({ year, cited: _, ...shares }: NonNullable<Texts["grids"][string]["mix"]>): string =>
  `Generated in ${year} from ${Object.entries(shares)
    .sort(([, a], [, b]) => b - a)
    .filter(([, share]) => share > 0)
    .map(([what, share]) => `${what} ${percent(share / 100)}`)
    .join(", ")}.`;

export const carbonFree = (years: { year: number; share: number }[]): string =>
  `Its provider’s carbon-free share: ${years.map(({ year, share }) => `${year} ${percent(share)}`).join(", ")}. That is information, never a factor: it holds the grid’s own clean part, which the intensity holds already.`;
