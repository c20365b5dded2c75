// The documents that go in and come out, as data/schema describes them.

/** `79.2`, or best with the 5th and 95th percentile. */
export type Quantity = number | { best: number; low: number; high: number };

export interface Device {
  device?: string;
  count?: number;
  utilisation?: Quantity;
  watts?: Quantity;
  system_watts?: Quantity;
  peak_flops?: Quantity;
  precision?: "bf16" | "fp16" | "fp32";
}

export interface Time {
  hours?: Quantity;
  device_hours?: Quantity;
  flop?: Quantity;
  parameters?: Quantity;
  tokens?: Quantity;
  epochs?: Quantity;
  mfu?: Quantity;
}

export interface Power {
  measured_w?: Quantity;
  scope?: "node" | "accelerators";
  devices?: Device[];
  node_overhead?: Quantity;
  host_w?: Quantity;
}

export interface Energy {
  it_kwh?: Quantity;
  meter_kwh?: Quantity;
}

export interface GridChoice {
  id?: string;
  year?: number;
  basis?: "lifecycle" | "direct";
  kg_per_kwh?: Quantity;
}

export interface Site {
  region?: string;
  grid?: GridChoice;
  pue?: Quantity;
  wue_l_per_kwh?: Quantity;
  ewif_l_per_kwh?: Quantity;
  market_kg_per_kwh?: Quantity;
}

export type Embodied =
  | boolean
  | { card_kg?: Quantity; host_share_kg?: Quantity; lifetime_years?: Quantity; active_share?: Quantity };

export interface Prices {
  electricity_usd_per_kwh?: Quantity;
  device_usd_per_hour?: { preemptible: Quantity; on_demand: Quantity };
}

/** So many times another stage's energy, device-hours and embodied carbon. */
export interface Like {
  stage: number;
  times: Quantity;
}

export interface Stage {
  name?: string;
  like?: Like;
  runs?: number;
  time?: Time;
  power?: Power;
  energy?: Energy;
  site?: Site;
  embodied?: Embodied;
  prices?: Prices;
}

export interface Scenario {
  schema: "fivecars/scenario/1";
  title?: string;
  ranges?: "as-given" | "typical";
  stages: Stage[];
  site?: Site;
  embodied?: Embodied;
  prices?: Prices;
  per?: { unit: "run" | "million_tokens"; count?: Quantity };
}

/** A result. Where every input is exact it holds `best` alone. */
export interface Outcome {
  best: number;
  low?: number;
  median?: number;
  high?: number;
}

export interface Issue {
  code: string;
  /** JSON pointer; "" is the whole document. */
  path: string;
  params: Record<string, number | string>;
  /** English. */
  message: string;
}

export type Origin = "given" | "catalogue" | "default" | "step";

export interface Operand {
  symbol: string;
  value: number;
  unit: string;
  origin: Origin;
  path: string | null;
  entry: string | null;
  source: string | null;
}

export interface Step {
  symbol: string;
  /** null: of the whole scenario. */
  stage: number | null;
  /** In the symbols of the operands, with + * / and parentheses. */
  formula: string;
  operands: Operand[];
  value: number;
  unit: string;
}

export interface StageEstimate {
  name: string;
  it_energy_kwh: Outcome;
  energy_kwh: Outcome;
  operational_kg: Outcome;
  overhead_kg: Outcome;
  embodied_kg: Outcome | null;
  total_kg: Outcome;
  device_hours: Outcome | null;
}

/** What one input does to the total, the others at their best. */
export interface Swing {
  /** Its symbol. */
  input: string;
  unit: string;
  origin: Origin;
  /** Where it stands in the scenario, or would. */
  path: string | null;
  entry: string | null;
  value: Range;
  total_kg_low: number;
  total_kg_high: number;
  variance_share: number | null;
}

/** One more edge than there are counts; the outer bins hold what lies beyond. */
export interface Histogram {
  edges_kg: number[];
  counts: number[];
}

export interface Estimate {
  schema: "fivecars/estimate/1";
  it_energy_kwh: Outcome;
  energy_kwh: Outcome;
  device_hours: Outcome | null;
  operational_kg: Outcome;
  /** The part of operational_kg that never reaches the machines: cooling and the like. */
  overhead_kg: Outcome;
  market_kg: Outcome | null;
  embodied_kg: Outcome | null;
  total_kg: Outcome;
  sci_kg: Outcome | null;
  water_l: Outcome | null;
  cost_usd: { electricity: Outcome | null; cloud: { preemptible: Outcome; on_demand: Outcome } | null };
  stages: StageEstimate[];
  equivalents: { id: string; set: string; count: Outcome }[];
  /** What matters most first. */
  sensitivity: Swing[];
  histogram: Histogram;
  trace: Step[];
  warnings: Issue[];
  data_version: string;
  engine_version: string;
}

export type Evidence = "primary" | "secondary" | "inferred" | "judgement";

export interface Citation {
  source: string;
  locator: string;
  evidence: Evidence;
}

export interface Range {
  best: number;
  low: number;
  high: number;
}

/** What the tables keep of a citation. Its place in the source and its evidence are among the texts. */
export interface Cited {
  source: string;
}

export type Precision = "bf16" | "fp16" | "tf32" | "fp8" | "fp32";

export interface DeviceRow {
  id: string;
  name: string;
  short_name: string;
  maker: string;
  kind: "gpu" | "tpu" | "accelerator" | "cpu" | "system";
  release?: string;
  aliases: string[];
  tdp_w?: Range;
  /** The maker publishes none. */
  tdp_estimated?: boolean;
  /** Dense, FLOP/s. */
  peak: Partial<Record<Precision, number>>;
  cited: Cited;
  system_watts?: { watts: Range; cited: Cited };
  price?: { preemptible_usd_per_hour: number; on_demand_usd_per_hour: number; year: number; cited: Cited };
  embodied?: { card_kg: Range; includes_host?: boolean; cited: Cited };
  /** Stands in servers of the size that came with the H100. */
  large_host?: boolean;
}

export type Basis = "lifecycle" | "direct";

export interface GridRow {
  id: string;
  name: string;
  /** "the world average"; otherwise the name will do. */
  in_a_sentence?: string;
  kind: "country" | "world" | "continent" | "group" | "subregion" | "state" | "province" | "historical";
  country?: string;
  aliases: string[];
  varied?: boolean;
  /** Of consecutive years, from the first. */
  series: { basis: Basis; from: number; kg_per_kwh: number[]; derived?: boolean; cited: Cited }[];
  water?: { l_per_kwh: Range; cited: Cited };
}

export interface SiteFigure {
  value: Range;
  basis: "site" | "campus" | "region" | "continent" | "fleet";
  year: number;
  cited: Cited;
}

/** Water taken in, or water that doesn't come back. */
export interface SiteWater extends SiteFigure {
  measures?: "withdrawal" | "consumption";
}

export interface SiteRow {
  /** As in a scenario's `site.region`. */
  id: string;
  name: string;
  provider: string;
  place: string;
  kind: "cloud" | "supercomputer" | "own";
  aliases: string[];
  /** Id of its grid; an own machine has none. */
  grid?: string;
  grid_known_by?: "subregion" | "country";
  /** Ids of defaults: kg of making the machine that stands there, in all, and the share of its life that it works. */
  machine?: string;
  active_share?: string;
  pue?: SiteFigure;
  wue_l_per_kwh?: SiteWater;
}

export interface EquivalentRow {
  id: string;
  set: string;
  divides: "operational" | "total";
  kg: Range;
  vintage: number;
  region: string;
  boundary: string;
  subunits: { id: string; per_unit: number }[];
  cited: Cited;
}

export interface DefaultRow {
  id: string;
  unit: string;
  value: Range;
  cited: Cited;
}

/** What was spent around a run, as somebody counted it once. */
export interface PipelineRow {
  id: string;
  name: string;
  /** A line beside the name. */
  about: string;
  /** `times`: energy over that of the run that it is added to. */
  stages: { name: string; times: Range }[];
  cited: Cited;
}

export interface ModelRow {
  id: string;
  name: string;
  organisation?: string;
  /** The family it is listed under. */
  group: string;
  year: number;
  /** Printed by somebody; computed by us from published hardware and hours; a third party's guess. */
  kind: "published" | "ours" | "guess";
  aliases: string[];
  cited: Cited;
  corrects?: string;
  times_lower?: number;
}

// What is found and fetched one by one

export interface Tables {
  grids: GridRow;
  sites: SiteRow;
  devices: DeviceRow;
  models: ModelRow;
  pipelines: PipelineRow;
}
export type TableName = keyof Tables;

export interface Listed {
  id: string;
  name: string;
  /** Kind of grid, provider, maker, family. */
  group: string;
  /** Basis of the figure, place, what the draw is, organisation, a line about it. */
  also: string;
  /** Grid intensity in kg/kWh, PUE, draw in W, how often a pipeline comes to the run itself; a model has none. */
  value?: number;
  /** Of the figure, or of the model. */
  year?: number;
}

export interface Listing {
  rows: Listed[];
  /** How many fit, shown or not. */
  total: number;
}

// The texts beside the tables: fetched when somebody asks for a source

export interface PrintedFigure {
  quantity:
    "energy" | "emissions" | "cost-preemptible" | "cost-on-demand" | "cost-electricity" | "device-hours";
  value: number;
  unit: "kWh" | "MWh" | "GWh" | "g" | "kg" | "t" | "lb" | "USD" | "h";
  tolerance: number;
  /** True where an input was worked back from this very figure: reproducing it proves nothing. */
  circular?: boolean;
  /** Why it does not reproduce. */
  misses?: string;
  note?: string;
}

/** Where a number of a model's scenario comes from. */
export interface NumberOrigin {
  path: string;
  cited: Citation;
  note?: string;
}

/** What it takes to redo a model. Not in the module but in the texts. */
export interface Sums {
  /** The authors' inputs; none where they can't be redone. */
  scenario?: Scenario;
  /** By our method, on the same terms for all models. */
  one_basis?: Scenario;
}

export type Model = ModelRow & Sums;

/** What was published of a model. */
export interface Publication extends Sums {
  basis?: {
    power: "measured" | "tdp" | "estimate";
    scope: "accelerators" | "node";
    pue: "in" | "out";
    grid: "location" | "market" | "hypothetical";
    coverage: "final-run" | "project" | "training-and-use";
  };
  printed: PrintedFigure[];
  no_figure?: string;
  no_scenario?: string;
  no_one_basis?: string;
  origins: NumberOrigin[];
  others: {
    quantity: PrintedFigure["quantity"];
    value: number;
    unit: PrintedFigure["unit"];
    cited: Citation;
    note?: string;
  }[];
  misprints: { path: string; printed: number; reproduces: number; note: string }[];
  note?: string;
}

export interface SourceText {
  label: string;
  title: string;
  authors: string;
  year: number;
  url?: string;
  identifier?: string;
  licence: string;
}

/** texts.json, by table and id. */
export interface Texts {
  data_version: string;
  sources: Record<string, SourceText>;
  publications: Record<string, Publication>;
  devices: Record<
    string,
    {
      cited: Citation;
      peak_cited?: Citation;
      memory_gb?: number;
      system_watts?: { cited: Citation };
      price?: { cited: Citation };
      embodied?: { cited: Citation };
      note?: string;
    }
  >;
  grids: Record<
    string,
    {
      series: { basis: Basis; from: number; derived?: boolean; cited: Citation }[];
      grid_loss?: number;
      /** Percent of generation by source. */
      mix?: { year: number; cited: Citation } & Partial<
        Record<
          | "coal"
          | "gas"
          | "oil"
          | "nuclear"
          | "hydro"
          | "wind"
          | "solar"
          | "biomass"
          | "geothermal"
          | "other",
          number
        >
      >;
      water?: { cited: Citation };
      note?: string;
    }
  >;
  sites: Record<
    string,
    {
      pue?: { cited: Citation };
      wue_l_per_kwh?: { cited: Citation };
      /** The provider's own; information, never a factor. */
      carbon_free: { year: number; share: number; cited: Citation }[];
      /** What other sources say of the same place. */
      intensities: { label: string; kg_per_kwh: number; basis: Basis; year: number; cited: Citation }[];
      note?: string;
    }
  >;
  equivalents: Record<string, { cited: Citation }>;
  defaults: Record<string, { cited: Citation }>;
}

export type MassUnit = "kg" | "lb" | "t";

export interface Limit {
  min: number;
  max: number;
  /** min itself is not allowed. */
  above: boolean;
  whole: boolean;
  unit: string;
}

export interface Catalogue {
  data_version: string;
  engine_version: string;
  /** Id of the grid of a place that nobody names. */
  default_grid: string;
  sources: { id: string; label: string }[];
  equivalents: EquivalentRow[];
  defaults: DefaultRow[];
  pipelines: PipelineRow[];
  models: ModelRow[];
  limits: Record<
    | "runs"
    | "count"
    | "hours"
    | "device_hours"
    | "draw_w"
    | "device_w"
    | "utilisation"
    | "node_overhead"
    | "pue"
    | "kg_per_kwh"
    | "usd_per_kwh"
    | "usd_per_device_hour"
    | "mfu"
    | "times"
    | "embodied_kg"
    | "lifetime_years"
    | "active_share"
    | "wue_l_per_kwh"
    | "ewif_l_per_kwh"
    | "per_count",
    Limit
  >;
  mass_units_kg: Record<MassUnit, number>;
}
