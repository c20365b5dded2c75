// The one place where the page keeps anything. Components read it and call its methods; it knows none of them.
import {
  ScenarioError,
  type Calculator,
  type Catalogue,
  type EquivalentRow,
  type Estimate,
  type Issue,
  type Listing,
  type MassUnit,
  type Model,
  type Outcome,
  type PipelineRow,
  type Power,
  type Scenario,
  type Stage,
  type Step,
  type Sums,
  type TableName,
  type Tables,
  type Time,
} from "../../calculator/load.js";
import { firstModel, opening, typical } from "./opening.js";
import { get, put, remove, same } from "./pointer.js";

export interface View {
  /** Which published run this started from; null for an own run. */
  model: string | null;
  unit: MassUnit;
  /** Of equivalents; the first one where none is named. */
  set?: string;
}

/** The state as a link holds it. */
export interface Linked {
  scenario: unknown;
  view: { model?: unknown; unit?: unknown; set?: unknown };
  data_version: string;
  /** kg, or null where the scenario had no result. */
  total: number | null;
  /** What the tables and defaults gave to the total, by entry; a link of format 1 may lack it. */
  figures?: Figures;
}

export type Figures = Record<string, number>;

/** All that a step back brings back. */
export interface Kept {
  scenario: Scenario;
  view: View;
  /** The last good one, where this is none. */
  estimated: Scenario | null;
  typed: [pointer: string, text: string][];
}

export type Notice =
  | { kind: "newer"; version: number }
  | { kind: "corrupt" | "too-large" | "unsupported" }
  /** No published run has this id; `near` are those that somebody may have meant. */
  | { kind: "unknown"; id: string; near: string[] }
  | {
      kind: "drifted";
      then: number;
      now: number;
      dataThen: string;
      dataNow: string;
      figures: Figures | undefined;
    };

/** In kg: six digits before the point. */
const large = 100_000;
/** More than any table has. */
const everything = 10_000;
/** Of an own run, until the visitor puts in another. */
export const firstDevice = "nvidia-v100-sxm2-16gb";

export class Store {
  calculator!: Calculator;
  catalogue!: Catalogue;
  /** The document as it is, faults included: an entry that isn't a number stands in it as the text typed. */
  scenario!: Scenario;
  view: View = { model: firstModel, unit: "kg" };
  /** The last good one, of `estimated`. */
  estimate: Estimate | null = null;
  estimated: Scenario | null = null;
  issues: Issue[] = [];
  notice: Notice | null = null;
  /** Once the visitor changed something: only then is there anything to keep in the address. */
  touched = false;
  /** How often another run was chosen: each is a step that the browser's Back undoes. */
  chosen = 0;

  #unitNamed = false;
  #sums: Record<string, Sums | undefined> = {};
  #listeners = new Set<() => void>();
  #ofModel = new Map<string, Estimate>();
  /** What fields hold as typed ("79,20"), by pointer: a number would be written back differently. */
  #typed = new Map<string, string>();
  /** What was entered before another way of giving it was chosen, by stage and way. */
  #setAside = new Map<string, Time | Power>();

  /** `first`: of the model that the page opens with. */
  start(calculator: Calculator, first: Record<string, Sums | undefined>): void {
    this.calculator = calculator;
    this.catalogue = calculator.catalogue();
    this.#sums = { ...first, ...this.#sums };
    this.home();
  }

  /** Of all models, once they have been fetched. No change of anything: the part that brought them draws itself. */
  know(sums: Record<string, Sums | undefined>): void {
    this.#sums = sums;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  // What is shown

  /** With its scenarios as soon as they are known. */
  model(id: string | null): Model | undefined {
    const row = this.catalogue.models.find((model) => model.id === id);
    return row && { ...row, ...this.#sums[row.id] };
  }

  /** The published run that this started from. */
  get published(): Model | undefined {
    return this.model(this.view.model);
  }

  /** How sure the numbers are is no part of the sum. */
  get isAsPublished(): boolean {
    return this.#isSumOf(this.published?.scenario);
  }

  /** On the terms that are the same for all models. */
  get isOnOneBasis(): boolean {
    return this.#isSumOf(this.published?.one_basis);
  }

  /** No longer what was published: nobody trained the model so. */
  isChanged(scenario = this.scenario): boolean {
    const { scenario: published, one_basis } = this.published ?? {};
    const known = [published, one_basis].filter((one) => one !== undefined);
    return known.length > 0 && !known.some((one) => same(typical(one), typical(scenario)));
  }

  #isSumOf(scenario: Scenario | undefined): boolean {
    return scenario !== undefined && same(typical(scenario), typical(this.scenario));
  }

  /** Every exact number is as sure as such numbers usually are. */
  get isTypical(): boolean {
    return this.value("/ranges") === "typical";
  }

  setSure(typically: boolean): void {
    if (typically) this.set("/ranges", "typical");
    else this.clear("/ranges");
  }

  /** An own run that nobody has made his own yet. */
  get isExample(): boolean {
    return this.view.model === null && same(typical(ownRun), typical(this.scenario));
  }

  get isStale(): boolean {
    return this.issues.length > 0;
  }

  /** True if the value there is the published one. */
  isPublishedAt(pointer: string): boolean {
    const model = this.published;
    const scenario = this.isOnOneBasis ? model?.one_basis : model?.scenario;
    return scenario !== undefined && same(get(scenario, pointer), get(this.estimated, pointer));
  }

  /** As it opens: null where nobody could calculate it. */
  estimateOf(id: string): Estimate | null {
    const scenario = opening(this.#sums[id] ?? {});
    let estimate = this.#ofModel.get(id);
    if (!estimate && scenario) this.#ofModel.set(id, (estimate = this.calculator.estimate(scenario)));
    return estimate ?? null;
  }

  /** Of any scenario; null where it is refused. */
  tryEstimate(scenario: Scenario): Estimate | null {
    try {
      return this.calculator.estimate(scenario);
    } catch {
      return null;
    }
  }

  /** Handed on by itself, too: the words know rows, and no store. */
  readonly row = <T extends TableName>(table: T, id: string): Tables[T] | null =>
    this.calculator.row(table, id);

  /** The row whose id stands there. */
  rowAt<T extends TableName>(table: T, pointer: string): Tables[T] | null {
    const id = this.value(pointer);
    return typeof id === "string" ? this.row(table, id) : null;
  }

  search(table: TableName, query: string): Listing {
    return this.calculator.search(table, query, everything);
  }

  /** Where the multiple of a stage comes from, as long as it is what somebody counted elsewhere. */
  pipelineAt(stage: string): PipelineRow | undefined {
    const times = this.value(`${stage}/like/times`);
    const best = get(times, "/best") ?? times;
    return this.catalogue.pipelines.find(({ stages }) =>
      stages.some((known) => known.times.best === best && known.name === this.value(`${stage}/name`)),
    );
  }

  get sets(): string[] {
    return [...new Set(this.catalogue.equivalents.map(({ set }) => set))];
  }

  /** Of the last good result, those of the chosen set. */
  get shownEquivalents(): { row: EquivalentRow; count: Outcome }[] {
    const chosen = this.view.set ?? this.sets[0];
    return (this.estimate?.equivalents ?? []).flatMap(({ id, set, count }) => {
      const row = set === chosen && this.catalogue.equivalents.find((known) => known.id === id);
      return row ? [{ row, count }] : [];
    });
  }

  value(pointer: string): unknown {
    return get(this.scenario, pointer);
  }

  /** What was typed there, if anything was. */
  typedAt(pointer: string): string | undefined {
    return this.#typed.get(pointer);
  }

  issueAt(pointer: string): Issue | undefined {
    return this.issues.find(
      ({ code, path, params }) =>
        path === pointer ||
        path.startsWith(`${pointer}/`) ||
        (code === "missing" && `${path}/${params["name"]}` === pointer),
    );
  }

  // What is done

  choose(id: string | null, basis: "published" | "one" = "published"): void {
    this.touched = true;
    ++this.chosen;
    const model = this.model(id);
    this.#begin(
      { ...this.view, model: id },
      basis === "one" && model?.one_basis ? typical(model.one_basis) : model && opening(model),
    );
    // A long row of digits says nothing: until the reader names a unit, tonnes tell what is large.
    if (this.#unitNamed) return;
    const unit = (this.estimate?.total_kg.best ?? 0) < large ? "kg" : "t";
    if (unit === this.view.unit) return;
    this.view = { ...this.view, unit };
    this.#tell();
  }

  /** An own run that begins as this one. */
  startFrom(scenario: Scenario): void {
    this.touched = true;
    ++this.chosen;
    this.#begin({ ...this.view, model: null }, scenario);
  }

  /** A text without a value goes into the document as it is: the engine refuses it, and says why. */
  type(pointer: string, text: string, value: number | undefined, whenEmpty: "required" | "absent"): void {
    this.#typed.set(pointer, text);
    if (text.trim() !== "") this.set(pointer, value ?? text);
    else if (whenEmpty === "required") this.set(pointer, null);
    else this.clear(pointer);
  }

  set(pointer: string, value: unknown): void {
    this.#change(put(this.scenario, pointer, value));
  }

  clear(pointer: string): void {
    this.#change(remove(this.scenario, pointer));
  }

  /** Changes several places at once; what was typed under them is forgotten. */
  replace(pointer: string, value: unknown): void {
    for (const typed of this.#typed.keys()) if (typed.startsWith(`${pointer}/`)) this.#typed.delete(typed);
    this.#typed.delete(pointer);
    if (value === undefined) this.clear(pointer);
    else this.set(pointer, value);
  }

  /** The making of the hardware, of all stages; as published where it was counted there. */
  countHardware(counts: boolean): void {
    const before = get(opening(this.published ?? {}), "/embodied");
    if (!counts) {
      const stages = this.value("/stages");
      if (Array.isArray(stages) && stages.some((stage) => get(stage, "/embodied")))
        this.restage((stages as Stage[]).map(({ embodied: _, ...stage }) => stage));
      this.replace("/embodied", false);
    } else this.replace("/embodied", before === false ? undefined : before);
  }

  /** Gives the power or time of a stage another way, and keeps the former for coming back. */
  switchWay(pointer: string, from: string, to: string, fresh: () => Power | Time, anew = false): void {
    if (from === to) return;
    const current = this.value(pointer);
    if (current !== undefined) this.#setAside.set(`${pointer} ${from}`, current as Power | Time);
    this.replace(pointer, (!anew && this.asideAt(pointer, to)) || fresh());
  }

  /** Another sum of the same run, in one step: only what stands in both places is told apart. */
  take(scenario: Scenario): void {
    if (!same(scenario.stages, this.scenario.stages)) this.#setAside.clear();
    this.#typed.clear();
    this.#change(scenario);
  }

  /** Other stages, or the same in another order: what was kept of a stage by its place is forgotten. */
  restage(stages: Stage[]): void {
    this.#setAside.clear();
    this.replace("/stages", stages);
  }

  /** What was entered there in this way, before another was chosen. */
  asideAt(pointer: string, way: string): Power | Time | undefined {
    return this.#setAside.get(`${pointer} ${way}`);
  }

  setUnit(unit: MassUnit): void {
    this.touched = this.#unitNamed = true;
    this.view = { ...this.view, unit };
    this.#tell();
  }

  setEquivalents(set: string): void {
    this.touched = true;
    const { set: _, ...view } = this.view;
    this.view = set === this.sets[0] ? view : { ...view, set };
    this.#tell();
  }

  dismissNotice(): void {
    this.notice = null;
    this.#tell();
  }

  /** As the page opens without a link. */
  home(): void {
    this.touched = this.#unitNamed = false;
    const model = this.model(firstModel);
    this.#begin({ model: firstModel, unit: "kg" }, model && opening(model));
  }

  #begin(view: View, scenario: Scenario = ownRun): void {
    this.notice = null;
    this.#load(scenario, view);
  }

  get kept(): Kept {
    const { scenario, view, estimated } = this;
    return { scenario, view, estimated, typed: [...this.#typed] };
  }

  restore({ scenario, view, estimated, typed }: Kept): void {
    this.touched = true;
    // Of another sum than the one that comes.
    this.estimate = this.estimated = null;
    this.#load(estimated ?? scenario, view);
    this.#typed = new Map(typed);
    if (scenario !== estimated) this.#change(scenario);
  }

  // Links

  get linked(): Linked & { trace: Step[] } {
    return {
      scenario: this.scenario,
      view: { ...this.view },
      data_version: this.catalogue.data_version,
      total: this.isStale ? null : (this.estimate?.total_kg.best ?? null),
      trace: this.estimate?.trace ?? [],
    };
  }

  open(linked: Linked): void {
    const { model, unit, set } = linked.view;
    // Tonnes may have been the page’s choice.
    this.#unitNamed = unit === "lb";
    this.notice = null;
    this.touched = false;
    this.estimate = this.estimated = null;
    this.#load(linked.scenario as Scenario, {
      model: typeof model === "string" && this.model(model) ? model : null,
      unit:
        typeof unit === "string" && Object.hasOwn(this.catalogue.mass_units_kg, unit)
          ? (unit as MassUnit)
          : "kg",
      ...(typeof set === "string" && this.sets.includes(set) ? { set } : {}),
    });
    const now = this.isStale ? null : (this.estimate as Estimate | null)?.total_kg.best;
    if (typeof now === "number" && linked.total !== null) {
      // Rounding noise is far below this; what a reader could notice is far above.
      const noise = 1e-9 * Math.max(Math.abs(now), Math.abs(linked.total));
      if (Math.abs(now - linked.total) > noise)
        this.notice = {
          kind: "drifted",
          then: linked.total,
          now,
          dataThen: linked.data_version,
          dataNow: this.catalogue.data_version,
          figures: linked.figures,
        };
    }
    this.#tell();
  }

  say(notice: Notice): void {
    this.notice = notice;
    this.#tell();
  }

  #load(scenario: Scenario, view: View): void {
    this.#typed.clear();
    this.#setAside.clear();
    this.view = view;
    this.scenario = structuredClone(scenario);
    this.#calculate();
  }

  #change(scenario: Scenario): void {
    this.touched = true;
    this.scenario = scenario;
    this.#calculate();
  }

  #calculate(): void {
    try {
      this.estimate = this.calculator.estimate(this.scenario);
      this.estimated = this.scenario;
      this.issues = [];
    } catch (reason) {
      if (!(reason instanceof ScenarioError)) throw reason;
      this.issues = reason.issues;
    }
    this.#tell();
  }

  /** One that throws must not keep the others from being told. */
  #tell(): void {
    for (const listener of this.#listeners)
      try {
        listener();
      } catch (reason) {
        queueMicrotask(() => {
          throw reason;
        });
      }
  }
}

/** Where an own run starts: small and ordinary, everything else at its default. The visitor replaces it. */
const ownRun: Scenario = {
  schema: "fivecars/scenario/1",
  stages: [
    {
      name: "training",
      time: { hours: 24 },
      power: { devices: [{ device: firstDevice, count: 8 }] },
    },
  ],
};

export const store = new Store();
