// Die Wörter der Listen, in denen gesucht wird, und der Herkunft der Zahlen.
import type { Basis, Listed, SiteFigure, TableName, Texts } from "../../../calculator/documents.js";
import { brief, exact, percent } from "../numbers.js";

export const listText = {
  placeholder: "zum Suchen tippen",
  found: (n: number) => (n === 0 ? "Nichts passt." : n === 1 ? "Ein Treffer." : `${exact(n)} Treffer.`),
  notRedone: "nicht nachrechenbar",
};

export const kindText: Record<string, string> = {
  world: "Welt",
  continent: "Kontinente",
  group: "Ländergruppen",
  country: "Länder",
  province: "Provinzen Kanadas und Chinas",
  state: "Bundesstaaten Australiens",
  subregion: "Teile eines Landesnetzes",
  historical: "Wie in der Studie von 2019",
  gpu: "GPU",
  tpu: "TPU",
  cpu: "CPU",
  accelerator: "Beschleuniger",
  system: "ganzes System",
};

const basisOf: Record<string, string> = { lifecycle: "Lebenszyklus", direct: "direkt" };

export function figureText(table: TableName, { value, year, also }: Listed): string {
  if (value === undefined) return "";
  if (table === "devices") return `${exact(value)}\u00a0W`;
  if (table === "sites") return `PUE\u00a0${exact(value)}`;
  return `${brief(value)}\u00a0kg/kWh ${basisOf[also] ?? also}${year === undefined ? "" : ` ${year}`}`;
}

export const modelGroup = {
  first: ["Die Studie von 2019", "Ihre Entwicklungsstudie", "Patterson et al. 2021"],
  names: {
    "strubell-2019": "Die Studie von 2019",
    "strubell-2019-development": "Ihre Entwicklungsstudie",
    "patterson-2021": "Patterson et al. 2021",
    bloom: "BLOOM",
    cohere: "Cohere",
    "dodge-2022": "In der Cloud gemessen, 2022",
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
  ours: "Von uns berechnet, aus veröffentlichten Maschinen und Stunden",
  guess: "Vermutungen Dritter",
};

// ——— Woher Zahlen kommen ———

const covers: Record<SiteFigure["basis"], string> = {
  site: "dieses Standorts",
  campus: "seines Campus",
  region: "seiner Region",
  continent: "seines Kontinents",
  fleet: "der ganzen Flotte",
};

export const originText = {
  source: "Quelle",
  of: (name: string) => `für ${name}`,
  rated: (watts: string, estimated: boolean) =>
    estimated
      ? `Nennleistung, etwa ${watts}\u00a0W (der Hersteller nennt keine):`
      : `Nennleistung, ${watts}\u00a0W:`,
  unrated: "Keine Nennleistung bekannt:",
  peak: "Spitzengeschwindigkeit:",
  system: "Leistung mit Wirtsrechner:",
  price: (year: number) => `Preis von ${year}:`,
  embodied: "Herstellung:",
  series: (basis: Basis, from: number, to: number, derived: boolean) =>
    `${basis === "lifecycle" ? "Lebenszyklus, mit der Gewinnung des Brennstoffs und dem Bau der Kraftwerke" : "Direkt, nur was die Kraftwerke verbrennen"}${derived ? "; hier ausgerechnet" : ""}; ${from === to ? from : `${from}–${to}`}:`,
  used: (figure: string) => `Damit wird gerechnet, wenn nichts anderes gewählt ist: ${figure}.`,
  pue: "PUE",
  wue: "Wasser, Liter je kWh",
  siteFigure: (name: string, value: string, basis: SiteFigure["basis"], year: number) =>
    `${name} ${value}, ${covers[basis]}, ${year}:`,
  grid: "Stromnetz:",
  gridOf: (name: string, country: boolean) =>
    country
      ? `${name}, das ganze Land: Aus welchem Teil des Netzes der Strom kommt, ist nicht bekannt.`
      : `${name}.`,
  basis: { lifecycle: "Lebenszyklus", direct: "direkt" } satisfies Record<Basis, string>,
  perKwh: (kg: string) => `${kg}\u00a0kg/kWh`,
  intensities: "Zum Vergleich: was sonst über den Strom dort gesagt wird",
};

const fuels: Record<string, string> = {
  coal: "Kohle",
  gas: "Gas",
  oil: "Öl",
  nuclear: "Kernkraft",
  hydro: "Wasserkraft",
  wind: "Wind",
  solar: "Sonne",
  biomass: "Biomasse",
  geothermal: "Erdwärme",
  other: "Sonstiges",
};

export const mixText = ({ year, cited: _, ...shares }: NonNullable<Texts["grids"][string]["mix"]>): string =>
  `Erzeugt ${year} aus: ${Object.entries(shares)
    .sort(([, a], [, b]) => b - a)
    .filter(([, share]) => share > 0)
    .map(([what, share]) => `${fuels[what] ?? what} ${percent(share / 100)}`)
    .join(", ")}.`;

export const carbonFree = (years: { year: number; share: number }[]): string =>
  `CO₂-freier Anteil nach Angaben des Betreibers: ${years.map(({ year, share }) => `${year} ${percent(share)}`).join(", ")}. Das ist eine Auskunft, nie ein Faktor: Der saubere Teil des Netzes steckt darin, und den enthält die Intensität schon.`;
