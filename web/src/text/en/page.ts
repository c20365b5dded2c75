// Every word of the interface, and how numbers become words. Another language is another file like this one.
import type {
  Calculator,
  Catalogue,
  EquivalentRow,
  Estimate,
  MassUnit,
  ModelRow,
  Outcome,
  Scenario,
  TableName,
  Tables,
} from "../../../calculator/load.js";
import { get } from "../../state/pointer.js";
import { between, brief, exact, figure, percent, rough, whole } from "../numbers.js";

const plurals = new Intl.PluralRules("en");
const nb = "\u00a0";

/** The number, and the noun as that number wants it. */
export const counted = (value: number, shown: string, one: string, many: string): string =>
  `${shown}${nb}${plurals.select(value) === "one" ? one : many}`;

export const ui = {
  amounts: "What it amounts to",
  set: "Whose equivalents",
  sets: {
    "strubell-2019": "as the 2019 paper counts",
    epa: "as the US EPA counts",
    "desnz-2025": "as the UK counts, flights by fuel",
    "desnz-2025-rf": "as the UK counts, with contrails",
    "food-and-home": "in food and streaming",
  } as Record<string, string>,
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

// ——— The sentence ———

export type Slot = "model" | "machines" | "time" | "runs" | "place";
export type Piece =
  string | { slot: Slot; text: string } | { strong: string; main?: boolean } | { about: string };

export const slotPurpose: Record<Slot, string> = {
  model: "Change what was trained",
  machines: "Change the machines",
  time: "Change the time",
  runs: "Change how often it ran",
  place: "Change the place",
};

/** How a published run reads: [before the slot, in it, true if it never took place as it is described]. */
const subjects: Record<string, [string, string, true?]> = {
  "architecture-search": ["The ", "architecture search", true],
  "architecture-search-tpu": ["The ", "architecture search", true],
  "architecture-search-proxy": ["The ", "search of the small task", true],
  "architecture-search-actual": ["The ", "search actually run"],
  "bert-base-tpu": ["Training ", "BERT base"],
  "development-1": ["Training ", "one model in development"],
  "development-24": ["Training ", "24 models in development"],
  "development-4789": ["Training ", "4,789 models in development"],
};

/** What is known: the catalogue, and the rows of its tables one by one. The store is such a one. */
export interface Known {
  catalogue: Catalogue;
  row: Calculator["row"];
}

export interface Told {
  scenario: Scenario;
  model: ModelRow | undefined;
  /** Of the last good result; null before there is one. */
  estimate: Pick<Estimate, "total_kg" | "embodied_kg" | "equivalents" | "trace"> | null;
  unit: MassUnit;
}

export function sentence({ scenario, model, estimate, unit }: Told, known: Known): Piece[] {
  const { catalogue } = known;
  const pieces: Piece[] = [];
  const [before, subject, neverRan] = subjectOf(scenario, model);
  // "BLOOM 176B, dynamic" closes with a comma, too.
  pieces.push(before, { slot: "model", text: subject }, model && subject.includes(", ") ? "," : "");

  const stages = get(scenario, "/stages");
  const more = Array.isArray(stages) ? stages.slice(1) : [];
  // What was added to one run, as so many times of it, doesn’t make it another.
  const added = more.every((stage) => get(stage, "/like") !== undefined)
    ? more.map((stage) => {
        const name = get(stage, "/name");
        return typeof name === "string" && name.trim() ? name : "more";
      })
    : undefined;
  if (Array.isArray(stages) && !added) {
    pieces.push(" in ", {
      slot: "machines",
      text: counted(stages.length, whole(stages.length), "stage", "stages"),
    });
  } else {
    const energy =
      numberAt(scenario, "/stages/0/energy/it_kwh") ?? numberAt(scenario, "/stages/0/energy/meter_kwh");
    const one = energy === undefined ? oneDevice(scenario, known) : undefined;
    const machines: Piece = {
      slot: "machines",
      text: one?.[1] ?? (energy === undefined ? machinesText(scenario, known) : `${figure(energy)}${nb}kWh`),
    };
    if (!one) pieces.push(energy === undefined ? " on " : " with ", machines);
    const time = timeText(scenario, estimate);
    if (time) pieces.push(" for ", { slot: "time", text: time });
    // Hours of single devices, of which nobody says how many ran side by side.
    if (one) pieces.push(one[0], machines);
    const runs = numberAt(scenario, "/stages/0/runs");
    if (runs !== undefined && runs !== 1)
      pieces.push(", ", { slot: "runs", text: counted(runs, exact(runs), "time", "times") }, ",");
    if (added && added.length > 0)
      pieces.push(`${pieces.at(-1) === "," ? "" : ","} with ${added.slice(0, 3).join(" and ")},`);
  }
  const [at, place] = placeText(scenario, known);
  const emitted = neverRan
    ? " would have emitted "
    : model?.kind === "guess"
      ? " may have emitted "
      : " emitted ";
  pieces.push(at, { slot: "place", text: place }, emitted);

  if (!estimate) {
    pieces.push({ strong: "…", main: true }, ".");
    return pieces;
  }
  const { total_kg } = estimate;
  pieces.push({ strong: mass(total_kg, unit, catalogue), main: true });
  const range = massRange(total_kg, unit, catalogue);
  if (range) pieces.push(" ", { about: `(about ${range})` });
  const words = (id: string): string | undefined => {
    const row = catalogue.equivalents.find((equivalent) => equivalent.id === id);
    const found = estimate.equivalents.find((equivalent) => equivalent.id === id);
    return row && found && equivalentWords(row, sure(found.count));
  };
  const { count } = estimate.equivalents.find(({ id }) => id === "car-lifetime") ?? {};
  // Of a car's lifetime so little that nobody can picture it; an hour of a life can be.
  const car = words(count && count.best > 0 && count.best < 1e-4 ? "human-year" : "car-lifetime");
  const trip = words("flight-ny-sf");
  if (car && trip) pieces.push(", ", { strong: car }, ", or ", { strong: trip }, electricityAlone(estimate));
  else pieces.push(".");
  return pieces;
}

function subjectOf(scenario: Scenario, model: ModelRow | undefined): [string, string, true?] {
  const known = model && subjects[model.id];
  if (known) return known;
  if (model) return ["Training ", model.name];
  const title = get(scenario, "/title");
  return ["Training ", typeof title === "string" && title.trim() ? title : "my model"];
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
  if (row) return [" on ", row.short_name];
  const watts = numberAt(scenario, `${at}/system_watts`) ?? numberAt(scenario, `${at}/watts`);
  return watts === undefined ? undefined : [" at ", `${figure(watts)}${nb}W each`];
}

export function machinesText(scenario: Scenario, { row }: Known): string {
  const devices = get(scenario, "/stages/0/power/devices");
  const named = (Array.isArray(devices) ? devices : []).slice(0, 3).map((_, i) => {
    const at = `/stages/0/power/devices/${i}`;
    const id = get(scenario, `${at}/device`);
    const name = rowAt(row, "devices", id)?.short_name ?? (typeof id === "string" ? id : undefined);
    const count = numberAt(scenario, `${at}/count`);
    const watts = numberAt(scenario, `${at}/system_watts`) ?? numberAt(scenario, `${at}/watts`);
    const countless = get(scenario, `${at}/count`) === undefined;
    const many = countless ? "" : count === 1 ? `one${nb}` : `${shownAt(scenario, `${at}/count`)}${nb}`;
    if (name) return countless || count === 1 ? many + name : `${many}×${nb}${name}`;
    const machines = many + (count === 1 ? "machine" : "machines");
    return watts === undefined ? machines : `${machines} of ${figure(watts)}${nb}W`;
  });
  if (named.length > 0) return named.join(" + ");
  return `machines drawing ${shownAt(scenario, "/stages/0/power/measured_w")}${nb}W`;
}

function timeText(scenario: Scenario, estimate: Told["estimate"]): string | undefined {
  const time = get(scenario, "/stages/0/time");
  if (time === undefined) return undefined;
  for (const [name, one, many] of [
    ["hours", "hour", "hours"],
    ["device_hours", "device-hour", "device-hours"],
  ] as const) {
    const pointer = `/stages/0/time/${name}`;
    if (get(scenario, pointer) === undefined) continue;
    const value = numberAt(scenario, pointer);
    return value === undefined
      ? `${textAt(scenario, pointer)} ${many}`
      : counted(value, exact(value), one, many);
  }
  const hours = estimate?.trace.find(({ symbol }) => symbol === "t")?.value;
  return hours === undefined ? "a computed time" : `about ${counted(hours, figure(hours), "hour", "hours")}`;
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
  if (own.some((site) => site !== own[0])) return [" at ", "several places"];
  const region = at("region");
  const grid = at("grid");
  const site = rowAt(known.row, "sites", region);
  if (region !== undefined && site?.kind !== "own")
    return [" at ", site ? `${site.provider} ${site.name}` : String(region).slice(0, 40)];
  const electricity = grid === undefined && site ? undefined : gridText(grid, known);
  if (!site) return electricity ?? [" at ", "…"];
  // Somebody's own: "My laptop" is one.
  const name = site.name.charAt(0).toLowerCase() + site.name.slice(1);
  return [/room$/.test(name) ? " in " : " on ", name + (electricity?.join("") ?? "")];
}

function gridText(grid: unknown, { row, catalogue }: Known): [string, string] {
  if (get(grid, "/kg_per_kwh") !== undefined) {
    const kg = numberAt(grid, "/kg_per_kwh");
    return [" at ", `${kg === undefined ? textAt(grid, "/kg_per_kwh") : brief(kg)}${nb}kg per${nb}kWh`];
  }
  const id = get(grid, "/id") ?? catalogue.default_grid;
  const known = rowAt(row, "grids", id);
  if (!known) return [" at ", String(id).slice(0, 40)];
  const phrase = known.in_a_sentence?.replace(/^the grid of /, "") ?? known.name;
  const year = get(grid, "/year");
  const before = / grid$/.test(phrase) ? " on " : /^the .* (average|mix)\b/.test(phrase) ? " at " : " in ";
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

// ——— Amounts ———

/** The paper’s counts leave out the making of the hardware: where it is in the total, they say so. */
const electricityAlone = ({ embodied_kg }: Pick<Estimate, "embodied_kg">): string =>
  ` as the 2019 paper counts them${embodied_kg ? ", by the electricity alone" : ""}.`;

export const inUnit = (kg: number, unit: MassUnit, catalogue: Catalogue): number =>
  kg / catalogue.mass_units_kg[unit];

export const unitName: Record<MassUnit, string> = { kg: "kg", lb: "lb", t: "t" };

/** "652 kg CO₂e", of one piece. */
export const mass = (kg: number | Outcome, unit: MassUnit, catalogue: Catalogue): string =>
  `${massAlone(kg, unit, catalogue)}${nb}CO₂e`;
/** Beside larger ones in tonnes: "900 kg" rather than "0.900 t". */
export const massNear = (kg: number | Outcome, unit: MassUnit, catalogue: Catalogue): string =>
  massAlone(kg, near(leading(kg), unit), catalogue);
const near = (kg: number, unit: MassUnit): MassUnit => (unit === "t" && kg < 1000 ? "kg" : unit);
const inGrams = (kg: number, unit: MassUnit): boolean => unit === "kg" && kg > 0 && kg < 1;
export const massAlone = (kg: number | Outcome, unit: MassUnit, catalogue: Catalogue): string =>
  inGrams(leading(kg), unit)
    ? `${known(kg, 1e-3)}${nb}g`
    : `${known(kg, catalogue.mass_units_kg[unit])}${nb}${unitName[unit]}`;

/** True if it is known only as a range. */
export const isRange = (o: Outcome): o is Required<Outcome> =>
  o.low !== undefined && o.high !== undefined && o.low < o.high;

/** The best, or the median where the best lies outside the range. */
export const leading = (o: number | Outcome): number =>
  typeof o === "number" ? o : isRange(o) && (o.best < o.low || o.best > o.high) ? o.median : o.best;

/** In units of `per`, with no more digits than it is sure of: three, unless its range is too narrow for that. */
export function sure(o: number | Outcome, per = 1): number {
  const value = leading(o) / per;
  const short = Number(value.toPrecision(3));
  // Below a thousand three digits are all that is shown, and nothing is rounded twice.
  const isShort =
    value >= 1000 &&
    typeof o === "object" &&
    isRange(o) &&
    Math.abs(short - value) * 20 * per < o.high - o.low;
  return isShort ? short : value;
}
export const known = (o: number | Outcome, per = 1): string => figure(sure(o, per));
/** A part, as sure as its whole; by its best value, so that the parts add up. */
export const partOfSum = (kg: number, whole: Outcome): number | Outcome =>
  isRange(whole) ? { best: kg, low: 0, median: kg, high: 2 * kg } : kg;

/** "415–930", in the unit that its best is told in; nothing where it is exact. */
export function massRange(o: Outcome, unit: MassUnit, catalogue: Catalogue): string {
  if (!isRange(o)) return "";
  const per = inGrams(leading(o), unit) ? 1e-3 : catalogue.mass_units_kg[unit];
  return between(o.low / per, o.high / per);
}
export const range = (o: Outcome): string => (isRange(o) ? between(o.low, o.high) : "");

/** Its dash holds it together with word joiners. */
export const route = "New York\u2060–\u2060San Francisco";

const lives: Record<string, string> = {
  "human-year": "an average human life",
  "american-year": "an average American life",
};

const people: Record<string, string> = {
  "human-year": "average people",
  "american-year": "average Americans",
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
  const life = lives[row.id] ?? row.boundary;
  // Nobody lives that long: so many people, then.
  if (count >= 80 && people[row.id]) return `one year of ${whole(count)}${nb}${people[row.id]}`;
  if (count >= 1) return `${rough(count)}${nb}${count === 1 ? "year" : "years"} of ${life}`;
  return `${span(row, count)} of ${life}`;
}

/** The largest part of a year of which there are two: "7 weeks" says more than "0.13 years". */
const partOf = ({ subunits }: EquivalentRow, count: number): { id: string; per_unit: number } | undefined => {
  const parts = [...subunits].sort((a, b) => a.per_unit - b.per_unit);
  return parts.find(({ per_unit }) => count * per_unit >= 2) ?? parts.at(-1);
};

export function span(row: EquivalentRow, count: number): string {
  const part = partOf(row, count);
  if (!part) return `${percent(count)} of a year`;
  const n = count * part.per_unit;
  const shown = n >= 2 ? whole(n) : rough(n);
  return `${shown}${nb}${shown === "1" ? part.id : `${part.id}s`}`;
}

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

export function equivalentFactor({ kg }: EquivalentRow, unit: MassUnit, catalogue: Catalogue): string {
  const each = `${massNear(kg.best, unit, catalogue)} each`;
  if (kg.low === kg.high) return each;
  return `${each}, or ${[kg.low, kg.high].map((end) => figure(inUnit(end, near(kg.best, unit), catalogue))).join(" to ")}`;
}

/** In the measure of the words above it. */
export function equivalentRange(row: EquivalentRow, count: Outcome): string {
  if (!isRange(count)) return "";
  const lead = leading(count);
  const part = lead < 1 ? partOf(row, lead) : undefined;
  const share = lead < 1 && !part && (lead < 0.1 || row.id === "car-lifetime");
  const times = part?.per_unit ?? (share ? 100 : 1);
  return `About ${between(count.low * times, count.high * times)}${part ? `${nb}${part.id}s` : share ? `${nb}%` : ""}. `;
}

/** What the factor holds; the paper's own vagueness is said, not hidden. */
export const equivalentBoundary = (
  row: EquivalentRow,
  estimate: Pick<Estimate, "embodied_kg"> | null,
): string =>
  `${row.boundary}; ${row.region === "world" ? "world average" : row.region}${
    row.divides === "operational" && estimate?.embodied_kg ? "; by the electricity alone" : ""
  }`;

// ——— What is wrong ———

const unusable = (n: number): string => `${n === 1 ? "One entry" : `${whole(n)} entries`} can’t be used`;
export const stale = (n: number): string =>
  `${unusable(n)}. Until ${n === 1 ? "it is" : "they are"} corrected, the figures are those of the last good entries.`;
export const noneGood = (n: number): string => `${unusable(n)}, so there is no figure yet.`;

// ——— When the calculator doesn't start ———

export const trouble = {
  title: "The calculator didn’t start.",
  noWasm:
    "This browser has no WebAssembly, or it is switched off. Use a browser of 2021 or later, or allow WebAssembly for this site.",
  blocked:
    "Its program couldn’t be loaded. A network filter or an extension may have stopped it; reload the page, or try another network or browser.",
  still:
    "The sentence above is the published sum and stands as it is. It can’t be changed until the calculator runs.",
  linked:
    "The sentence above is the page’s own, not the sum of your link: that is unharmed in the address, and opens where the calculator runs.",
  detail: "What the browser says:",
};

// ——— What stands in the page before any script runs; filled in by web/build ———

export const shell = {
  title: "Five Cars: what training an AI model emitted",
  description:
    "Redo the famous sum of 2019, see what it rests on, and do it for your own model: a calculator of the carbon emissions of training AI, with every step and source shown.",
  heading: "What training an AI model emitted",
  skip: "Skip to the sum",
  navChange: "Change the sum",
  navWhatIf: "What if",
  navWork: "Show the work",
  navReally: "Five cars?",
  navModels: "Models",
  navMethod: "Method",
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
