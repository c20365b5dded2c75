// Die Wörter des ersten Satzes, und was seine Summe bedeutet.
import type { EquivalentRow, GridRow, SiteRow } from "../../../calculator/documents.js";
import { counted } from "../plural.js";
import { figure, percent, rough, whole } from "../numbers.js";
import { span } from "../equivalents.js";
import type { Subject } from "../sentence.js";

const nb = "\u00a0";

/** Mit names.ts: Die Seite beginnt mit einem Modell, das keins davon ist. */
export const subjects: Record<string, Subject> = {};
export const ownPlaces: Record<string, [string, string]> = {};

export const training = "Das Training von ";
export const myModel: [string, string] = ["Das Training ", "meines Modells"];
export const more = "Weiterem";
/** Die der veröffentlichten Trainings sind englisch, und so stehen sie auch in Links. */
export const stageNames: Record<string, string> = {};
export const stageNamed = (name: string): string => stageNames[name] ?? name;
export const inStages = " in ";
export const onMachines = " auf ";
export const withEnergy = " mit ";
// „Über 79 Stunden“ hieße auch: mehr als 79.
export const forTime = " in ";
export const at = " bei ";
export const withAdded = " samt ";
export const and = " und ";
export const or = " oder ";
export const about = "etwa";
export const stagesText = (n: number, shown: string): string => counted(n, shown, "Phase", "Phasen");
export const runsText = (_: number, shown: string): string => `${shown}-mal ausgeführt`;
export const hoursText = (n: number, shown: string): string => counted(n, shown, "Stunde", "Stunden");
export const deviceHoursText = (n: number, shown: string): string =>
  counted(n, shown, "Gerätestunde", "Gerätestunden");
export const computedTime = "einer errechneten Zeit";
export const wattsEach = (watts: string): [string, string] => [" bei ", `je ${watts}`];
/** GPU, TPU und CPU sind weiblich. */
export const oneOf = (name: string, kind: string | undefined): string =>
  `${kind === "accelerator" || kind === "system" ? "einem" : "einer"}${nb}${name}`;
export const unnamed = (one: boolean, count: string, watts: string): string =>
  one ? `einer${nb}Maschine${watts && ` mit ${watts}`}` : `${count}Maschinen${watts && ` mit je ${watts}`}`;
export const drawing = (watts: string): string => `Maschinen mit zusammen ${watts}`;
export const severalPlaces: [string, string] = [" an ", "mehreren Orten"];
export const atFigure = " bei ";
export const per = "je";
export const ownPlace = ({ id, name }: SiteRow): [string, string] => ownPlaces[id] ?? [" bei ", name];
/** Was hier steht, ist schon gebeugt: „in der Schweiz“. */
export const onGrid = ({ in_a_sentence, name }: GridRow): [string, string] => {
  const [, before, phrase] = /^(\S+) (.*)$/.exec(in_a_sentence ?? "") ?? [];
  return before && phrase ? [` ${before} `, phrase] : [" in ", name];
};
export const emitted: [string, string] = [" verursachte ", ""];
export const neverEmitted: [string, string] = [" hätte ", " verursacht"];
export const mayHaveEmitted: [string, string] = [" dürfte ", " verursacht haben"];
export const asThePaperCounts = " nach der Zählung der Studie von 2019";
export const electricityAlone = ", allein für den Strom";

export const route = "New York\u2060–\u2060San Francisco";

const lives: Record<string, [one: string, people: string]> = {
  "human-year": ["eines durchschnittlichen Menschenlebens", "Durchschnittsmenschen"],
  "american-year": ["eines durchschnittlichen Lebens in den USA", "durchschnittlichen Amerikanern"],
};

/** Eine Menge, die man sich vorstellen kann: 0,011 Autos sind „1,1 % eines Autolebens“. */
export function equivalentWords(row: EquivalentRow, count: number): string {
  const one = figure(count) === figure(1);
  if (row.id === "car-lifetime")
    return one
      ? "ein Autoleben"
      : count < 1
        ? `${percent(count)} eines Autolebens`
        : `${figure(count)}${nb}Autoleben`;
  if (row.id === "flight-ny-sf") {
    if (count < 0.1) return `${percent(count)} eines Passagierflugs ${route}`;
    return `${one ? "ein Passagierflug" : `${count < 1 ? rough(count) : figure(count)}${nb}Passagierflüge`} ${route}`;
  }
  const [life = row.boundary, people] = lives[row.id] ?? [];
  // So lange lebt niemand: dann eben so viele Menschen.
  if (count >= 80 && people) return `ein Jahr von ${whole(count)}${nb}${people}`;
  if (count >= 1) return `${rough(count)}${nb}${count === 1 ? "Jahr" : "Jahre"} ${life}`;
  return `${span(row, count)} ${life}`;
}

export const aboutRange = "Etwa";
export const eachOf = (mass: string): string => `Je ${mass}`;
export const orFrom = " oder ";
export const to = " bis ";
export const worldAverage = "Weltdurchschnitt";
export const byElectricity = "; allein für den Strom";
export const ofAYear = (share: string): string => `${share} eines Jahres`;

const parts: Record<string, [one: string, many: string]> = {
  week: ["Woche", "Wochen"],
  day: ["Tag", "Tage"],
  hour: ["Stunde", "Stunden"],
};
export const partName = (id: string, one: boolean): string => parts[id]?.[one ? 0 : 1] ?? id;
