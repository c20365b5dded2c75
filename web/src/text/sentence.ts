// The sentence with the sum in it: which inputs it tells, and in which order. Its words are the language's.
import type {
  Calculator,
  Catalogue,
  Estimate,
  MassUnit,
  ModelRow,
  Scenario,
  Step,
  TableName,
  Tables,
} from "../../calculator/load.js";
import * as words from "#words/sentence.js";
import { get } from "../state/pointer.js";
import { mass, massRange, sure } from "./amounts.js";
import { brief, exact, figure, whole } from "./numbers.js";

const nb = "\u00a0";

export type Slot = "model" | "machines" | "time" | "runs" | "place";
export type Piece =
  string | { slot: Slot; text: string } | { strong: string; main?: boolean } | { about: string };

/** What is known: the catalogue, and the rows of its tables one by one. The store is such a one. */
export interface Known {
  catalogue: Pick<Catalogue, "mass_units_kg" | "equivalents" | "default_grid">;
  row: Calculator["row"];
}

/** [before the slot, in it, true if it never took place as it is described]. */
export type Subject = [before: string, name: string, neverRan?: true];

/** A run, without what came of it. */
export interface Run {
  scenario: Scenario;
  model: Pick<ModelRow, "id" | "name" | "kind"> | undefined;
  /** What its subject is called, where it isn't asked of the words. */
  subject?: Subject;
  /** Not as the model was trained: nothing emitted that. */
  changed?: boolean;
  /** Of the last good result; null before there is one. */
  estimate: { trace: Pick<Step, "symbol" | "value">[] } | null;
}

export interface Told extends Run {
  estimate: Pick<Estimate, "total_kg" | "embodied_kg" | "equivalents" | "trace"> | null;
  unit: MassUnit;
}

/** Up to its total; `end` is what the verb still needs after that. */
export function run(
  { scenario, model, estimate, changed, subject: named }: Run,
  known: Known,
): { pieces: Piece[]; end: string } {
  const pieces: Piece[] = [];
  const [before, subject, neverRan] = named ?? subjectOf(scenario, model);
  // "BLOOM 176B, dynamic" closes with a comma, too.
  pieces.push(before, { slot: "model", text: subject }, model && subject.includes(", ") ? "," : "");

  const stages = get(scenario, "/stages");
  const more = Array.isArray(stages) ? stages.slice(1) : [];
  // What was added to one run, as so many times of it, doesn’t make it another.
  const added = more.every((stage) => get(stage, "/like") !== undefined)
    ? more.map((stage) => {
        const name = get(stage, "/name");
        return typeof name === "string" && name.trim() ? words.stageNamed(name) : words.more;
      })
    : undefined;
  if (Array.isArray(stages) && !added) {
    pieces.push(words.inStages, {
      slot: "machines",
      text: words.stagesText(stages.length, whole(stages.length)),
    });
  } else {
    const energy =
      numberAt(scenario, "/stages/0/energy/it_kwh") ?? numberAt(scenario, "/stages/0/energy/meter_kwh");
    const one = energy === undefined ? oneDevice(scenario, known) : undefined;
    const machines: Piece = {
      slot: "machines",
      text: one?.[1] ?? (energy === undefined ? machinesText(scenario, known) : `${figure(energy)}${nb}kWh`),
    };
    if (!one) pieces.push(energy === undefined ? words.onMachines : words.withEnergy, machines);
    const time = timeText(scenario, estimate);
    if (time) pieces.push(words.forTime, { slot: "time", text: time });
    // Hours of single devices, of which nobody says how many ran side by side.
    if (one) pieces.push(one[0], machines);
    const runs = numberAt(scenario, "/stages/0/runs");
    if (runs !== undefined && runs !== 1)
      pieces.push(", ", { slot: "runs", text: words.runsText(runs, exact(runs)) }, ",");
    if (added && added.length > 0)
      pieces.push(
        `${pieces.at(-1) === "," ? "" : ","}${words.withAdded}${added.slice(0, 3).join(words.and)},`,
      );
  }
  const [where, place] = placeText(scenario, known);
  const [emitted, end] =
    neverRan || changed ? words.neverEmitted : model?.kind === "guess" ? words.mayHaveEmitted : words.emitted;
  pieces.push(where, { slot: "place", text: place }, emitted);
  return { pieces, end };
}

export function sentence(told: Told, known: Known): Piece[] {
  const { estimate, unit } = told;
  const { catalogue } = known;
  const { pieces, end } = run(told, known);
  if (!estimate) {
    pieces.push({ strong: "…", main: true }, `${end}.`);
    return pieces;
  }
  const { total_kg } = estimate;
  pieces.push({ strong: mass(total_kg, unit, catalogue), main: true });
  const range = massRange(total_kg, unit, catalogue);
  if (range) pieces.push(" ", { about: `(${words.about} ${range})` });
  const amount = (id: string): string | undefined => {
    const row = catalogue.equivalents.find((equivalent) => equivalent.id === id);
    const found = estimate.equivalents.find((equivalent) => equivalent.id === id);
    return row && found && words.equivalentWords(row, sure(found.count));
  };
  const { count } = estimate.equivalents.find(({ id }) => id === "car-lifetime") ?? {};
  // Of a car's lifetime so little that nobody can picture it; an hour of a life can be.
  const car = amount(count && count.best > 0 && count.best < 1e-4 ? "human-year" : "car-lifetime");
  const trip = amount("flight-ny-sf");
  // The paper’s counts leave out the making of the hardware: where it is in the total, they say so.
  if (car && trip)
    pieces.push(
      `${end}, `,
      { strong: car },
      words.or,
      { strong: trip },
      `${words.asThePaperCounts}${estimate.embodied_kg ? words.electricityAlone : ""}.`,
    );
  else pieces.push(`${end}.`);
  return pieces;
}

export function subjectOf(scenario: Scenario, model: Run["model"]): Subject {
  const known = model && words.subjects[model.id];
  if (known) return known;
  if (model) return [words.training, model.name];
  const title = get(scenario, "/title");
  return typeof title === "string" && title.trim() ? [words.training, title] : words.myModel;
}

function numberAt(scenario: unknown, pointer: string): number | undefined {
  const value = get(scenario, pointer);
  if (typeof value === "number") return value;
  const best = get(value, "/best");
  return typeof best === "number" ? best : undefined;
}

/** What stands there and isn't a number, as typed. */
const textAt = (scenario: unknown, pointer: string): string => {
  const value = get(scenario, pointer);
  return typeof value === "string" && value.trim() ? value.slice(0, 40) : "…";
};

const shownAt = (scenario: Scenario, pointer: string): string => {
  const value = numberAt(scenario, pointer);
  return value === undefined ? textAt(scenario, pointer) : exact(value);
};

/** Where device-hours of one kind are given without a number of devices: [before, in the slot]. */
function oneDevice(scenario: Scenario, { row: known }: Known): [string, string] | undefined {
  const devices = get(scenario, "/stages/0/power/devices");
  const count = get(devices, "/0/count");
  if (
    get(scenario, "/stages/0/time/device_hours") === undefined ||
    !Array.isArray(devices) ||
    devices.length !== 1 ||
    (count !== undefined && count !== 1)
  )
    return undefined;
  const at = "/stages/0/power/devices/0";
  const row = rowAt(known, "devices", get(scenario, `${at}/device`));
  if (row) return [words.onMachines, row.short_name];
  const watts = numberAt(scenario, `${at}/system_watts`) ?? numberAt(scenario, `${at}/watts`);
  return watts === undefined ? undefined : words.wattsEach(`${figure(watts)}${nb}W`);
}

export function machinesText(scenario: Scenario, { row }: Known): string {
  const devices = get(scenario, "/stages/0/power/devices");
  const named = (Array.isArray(devices) ? devices : []).slice(0, 3).map((_, i) => {
    const at = `/stages/0/power/devices/${i}`;
    const id = get(scenario, `${at}/device`);
    const known = rowAt(row, "devices", id);
    const name = known?.short_name ?? (typeof id === "string" ? id : undefined);
    const count = numberAt(scenario, `${at}/count`);
    const watts = numberAt(scenario, `${at}/system_watts`) ?? numberAt(scenario, `${at}/watts`);
    const countless = get(scenario, `${at}/count`) === undefined;
    const shown = countless ? "" : shownAt(scenario, `${at}/count`);
    if (name)
      return countless ? name : count === 1 ? words.oneOf(name, known?.kind) : `${shown}${nb}×${nb}${name}`;
    return words.unnamed(
      count === 1,
      shown && shown + nb,
      watts === undefined ? "" : `${figure(watts)}${nb}W`,
    );
  });
  if (named.length > 0) return named.join(" + ");
  return words.drawing(`${shownAt(scenario, "/stages/0/power/measured_w")}${nb}W`);
}

function timeText(scenario: Scenario, estimate: Run["estimate"]): string | undefined {
  const time = get(scenario, "/stages/0/time");
  if (time === undefined) return undefined;
  for (const [name, told] of [
    ["hours", words.hoursText],
    ["device_hours", words.deviceHoursText],
  ] as const) {
    const pointer = `/stages/0/time/${name}`;
    if (get(scenario, pointer) === undefined) continue;
    const value = numberAt(scenario, pointer);
    return value === undefined ? told(0, textAt(scenario, pointer)) : told(value, exact(value));
  }
  const hours = estimate?.trace.find(({ symbol }) => symbol === "t")?.value;
  return hours === undefined ? words.computedTime : `${words.about} ${words.hoursText(hours, figure(hours))}`;
}

/** A link may bring anything as an id. */
const rowAt = <T extends TableName>(row: Known["row"], table: T, id: unknown): Tables[T] | null =>
  typeof id === "string" ? row(table, id) : null;

/** [before the slot, in it] */
function placeText(scenario: Scenario, known: Known): [string, string] {
  const at = (end: string): unknown =>
    get(scenario, `/stages/0/site/${end}`) ?? get(scenario, `/site/${end}`);
  const stages = get(scenario, "/stages");
  const own = Array.isArray(stages) ? stages.map((stage) => JSON.stringify(get(stage, "/site"))) : [];
  if (own.some((site) => site !== own[0])) return words.severalPlaces;
  const region = at("region");
  const grid = at("grid");
  const site = rowAt(known.row, "sites", region);
  if (region !== undefined && site?.kind !== "own")
    return [words.at, site ? `${site.provider} ${site.name}` : String(region).slice(0, 40)];
  const electricity = grid === undefined && site ? undefined : gridText(grid, known);
  if (!site) return electricity ?? [words.at, "…"];
  const [before, name] = words.ownPlace(site);
  return [before, name + (electricity?.join("") ?? "")];
}

function gridText(grid: unknown, { row, catalogue }: Known): [string, string] {
  if (get(grid, "/kg_per_kwh") !== undefined) {
    const kg = numberAt(grid, "/kg_per_kwh");
    return [
      words.atFigure,
      `${kg === undefined ? textAt(grid, "/kg_per_kwh") : brief(kg)}${nb}kg ${words.per}${nb}kWh`,
    ];
  }
  const id = get(grid, "/id") ?? catalogue.default_grid;
  const known = rowAt(row, "grids", id);
  if (!known) return [words.at, String(id).slice(0, 40)];
  const [before, phrase] = words.onGrid(known);
  const year = get(grid, "/year");
  // The latest is meant where no year is given; one that stands in its name needn't be said again.
  return [
    before,
    typeof year === "number" && !phrase.includes(String(year)) ? `${phrase} (${year})` : phrase,
  ];
}

/** For the screen reader, after a change: short. */
export function announcement(told: Told, known: Known): string {
  return sentence(told, known)
    .map((piece) =>
      typeof piece === "string"
        ? ""
        : "about" in piece
          ? ` ${piece.about}`
          : "strong" in piece
            ? `${piece.main ? "" : ", "}${piece.strong}`
            : "",
    )
    .join("");
}
