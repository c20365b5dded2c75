// The words of the first sentence, and of what its total amounts to.
import type { EquivalentRow, GridRow, SiteRow } from "../../../calculator/documents.js";
import { counted } from "../plural.js";
import { figure, percent, rough, whole } from "../numbers.js";
import { span } from "../equivalents.js";
import type { Subject } from "../sentence.js";

const nb = "\u00a0";

/** How a published run reads, where its name doesn’t say it. */
export const subjects: Record<string, Subject> = {
  "architecture-search": ["The ", "architecture search", true],
  "architecture-search-tpu": ["The ", "architecture search", true],
  "architecture-search-proxy": ["The ", "search of the small task", true],
  "architecture-search-actual": ["The ", "search actually run"],
  "bert-base-tpu": ["Training ", "BERT base"],
  "development-1": ["Training ", "one model in development"],
  "development-24": ["Training ", "24 models in development"],
  "development-4789": ["Training ", "4,789 models in development"],
};

// Pairs are [before the slot, in it].
export const training = "Training ";
export const myModel: [string, string] = [training, "my model"];
export const more = "more";
/** Those of published runs are in English. */
export const stageNamed = (name: string): string => name;
export const inStages = " in ";
export const onMachines = " on ";
export const withEnergy = " with ";
export const forTime = " for ";
export const at = " at ";
export const withAdded = " with ";
export const and = " and ";
export const or = ", or ";
export const about = "about";
export const stagesText = (n: number, shown: string): string => counted(n, shown, "stage", "stages");
export const runsText = (n: number, shown: string): string => counted(n, shown, "time", "times");
export const hoursText = (n: number, shown: string): string => counted(n, shown, "hour", "hours");
export const deviceHoursText = (n: number, shown: string): string =>
  counted(n, shown, "device-hour", "device-hours");
export const computedTime = "a computed time";
export const wattsEach = (watts: string): [string, string] => [" at ", `${watts} each`];
export const oneOf = (name: string, _kind: string | undefined): string => `one${nb}${name}`;
export const unnamed = (one: boolean, count: string, watts: string): string =>
  `${one ? `one${nb}machine` : `${count}machines`}${watts && ` of ${watts}`}`;
export const drawing = (watts: string): string => `machines drawing ${watts}`;
export const severalPlaces: [string, string] = [" at ", "several places"];
export const atFigure = " at ";
export const per = "per";
/** Somebody's own: "My laptop" is one. */
export const ownPlace = ({ name }: SiteRow): [string, string] => [
  /room$/.test(name) ? " in " : " on ",
  name.charAt(0).toLowerCase() + name.slice(1),
];
export const onGrid = ({ in_a_sentence, name }: GridRow): [string, string] => {
  const phrase = in_a_sentence?.replace(/^the grid of /, "") ?? name;
  return [/ grid$/.test(phrase) ? " on " : /^the .* (average|mix)\b/.test(phrase) ? " at " : " in ", phrase];
};
/** [before the total, after it]; the last is that of a guess. */
export const emitted: [string, string] = [" emitted ", ""];
export const neverEmitted: [string, string] = [" would have emitted ", ""];
export const mayHaveEmitted: [string, string] = [" may have emitted ", ""];
export const asThePaperCounts = " as the 2019 paper counts them";
export const electricityAlone = ", by the electricity alone";

/** Its dash holds it together with word joiners. */
export const route = "New York\u2060–\u2060San Francisco";

const lives: Record<string, [one: string, people: string]> = {
  "human-year": ["an average human life", "average people"],
  "american-year": ["an average American life", "average Americans"],
};

/** A count that a person can grasp: 0.011 cars are "1.1 % of a car’s lifetime". */
export function equivalentWords(row: EquivalentRow, count: number): string {
  const one = figure(count) === figure(1);
  if (row.id === "car-lifetime")
    return one
      ? "one car’s lifetime"
      : count < 1
        ? `${percent(count)} of a car’s lifetime`
        : `${figure(count)}${nb}cars’ lifetimes`;
  if (row.id === "flight-ny-sf") {
    if (count < 0.1) return `${percent(count)} of one passenger’s trip ${route}`;
    return `${one ? "one passenger trip" : `${count < 1 ? rough(count) : figure(count)}${nb}passenger trips`} ${route}`;
  }
  const [life = row.boundary, people] = lives[row.id] ?? [];
  // Nobody lives that long: so many people, then.
  if (count >= 80 && people) return `one year of ${whole(count)}${nb}${people}`;
  if (count >= 1) return `${rough(count)}${nb}${count === 1 ? "year" : "years"} of ${life}`;
  return `${span(row, count)} of ${life}`;
}

export const aboutRange = "About";
export const eachOf = (mass: string): string => `${mass} each`;
export const orFrom = ", or ";
export const to = " to ";
export const worldAverage = "world average";
export const byElectricity = "; by the electricity alone";
export const ofAYear = (share: string): string => `${share} of a year`;

/** A part of a year, as the catalogue calls it. */
export const partName = (id: string, one: boolean): string => (one ? id : `${id}s`);
