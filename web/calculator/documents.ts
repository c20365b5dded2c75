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

export interface Stage {
  name?: string;
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

/** A result. Until ranges are propagated it holds `best` alone. */
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
  embodied_kg: Outcome | null;
  device_hours: Outcome | null;
}

export interface Estimate {
  schema: "fivecars/estimate/1";
  it_energy_kwh: Outcome;
  energy_kwh: Outcome;
  device_hours: Outcome | null;
  operational_kg: Outcome;
  market_kg: Outcome | null;
  embodied_kg: Outcome | null;
  total_kg: Outcome;
  sci_kg: Outcome | null;
  water_l: Outcome | null;
  cost_usd: { electricity: Outcome | null; cloud: { preemptible: Outcome; on_demand: Outcome } | null };
  stages: StageEstimate[];
  equivalents: { id: string; set: string; count: Outcome }[];
  sensitivity: null;
  histogram: null;
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

export interface DeviceRow {
  id: string;
  name: string;
  short_name: string;
  maker: string;
  release: string;
  tdp_w?: number;
  memory_gb?: number;
  peak: { bf16?: number; fp16?: number; fp32?: number };
  cited: Citation;
  system_watts?: { watts: Range; cited: Citation };
  price?: { preemptible_usd_per_hour: number; on_demand_usd_per_hour: number; year: number; cited: Citation };
}

export interface GridRow {
  id: string;
  name: string;
  in_a_sentence: string;
  figures: { year: number; basis: "lifecycle" | "direct"; kg_per_kwh: number; cited: Citation }[];
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
  cited: Citation;
}

export interface PrintedFigure {
  quantity: "energy" | "emissions" | "cost-preemptible" | "cost-on-demand" | "cost-electricity";
  value: number;
  unit: "kWh" | "kg" | "lb" | "USD";
  tolerance: number;
  /** True where an input was worked back from this very figure: reproducing it proves nothing. */
  circular?: boolean;
  note?: string;
}

/** Where a number of a model's scenario comes from. */
export interface NumberOrigin {
  path: string;
  cited: Citation;
  note?: string;
}

export interface ModelRow {
  id: string;
  name: string;
  group: string;
  year: number;
  cited: Citation;
  /** The authors' inputs. */
  scenario: Scenario;
  corrects?: string;
  times_lower?: number;
}

/** What was published of a model. In the texts beside the catalogue. */
export interface Publication {
  printed: PrintedFigure[];
  no_figure?: string;
  origins: NumberOrigin[];
  misprints: { path: string; printed: number; reproduces: number; note: string }[];
  note?: string;
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
  devices: DeviceRow[];
  grids: GridRow[];
  equivalents: EquivalentRow[];
  defaults: { id: string; unit: string; value: Range; cited: Citation }[];
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
    | "usd_per_device_hour",
    Limit
  >;
  mass_units_kg: Record<MassUnit, number>;
}
