// What if: the same run elsewhere, on other hardware, within a budget, beside others. A module of its own, which
// needs no other; a page fetches it when somebody asks.
import createModule from "#what-if-module";
import type { ModuleOptions } from "./calculator-module.js";
import type { Issue, Outcome, Scenario } from "./documents.js";
import { describe, ScenarioError } from "./refused.js";

export { oneBasis } from "./one-basis.js";
export { ScenarioError };

// The documents, as data/schema describes them

export type Over = "grids" | "sites" | "devices" | "pue" | "years";

export interface RankRequest {
  schema: "fivecars/rank/1";
  scenario: Scenario;
  over: Over;
  /** Only the grids, sites or devices that a search for this finds. */
  query?: string;
  /** Of the PUE; 1 to 2 in tenths if absent. */
  values?: number[];
  /** At most so many rows; all if absent. */
  most?: number;
  /** True: percentiles of every row. */
  ranges?: boolean;
}

export interface RankRow {
  /** In the catalogue; "" for a value. */
  id: string;
  name: string;
  /** The PUE or the year; null for the others. */
  value: number | null;
  total_kg: Outcome;
  /** The scenario's own total, so many times. */
  times: number;
}

export interface Ranking {
  schema: "fivecars/ranking/1";
  over: Over;
  /** Of the scenario as it is. */
  total_kg: Outcome;
  /** Least emissions first. */
  rows: RankRow[];
  /** How many there are in all. */
  total: number;
  /** How many of them are lower than the scenario as it is. */
  lower: number;
  /** How many more have no figure. */
  left_out: number;
  warnings: Issue[];
  data_version: string;
}

export type SolveFor = "runs" | "hours" | "devices" | "intensity";

export type Budget = { kg: number } | { equivalent: string; set?: string; count?: number };

export interface SolveRequest {
  schema: "fivecars/solve/1";
  scenario: Scenario;
  for: SolveFor;
  /** Of this stage alone, and of what is a multiple of it. */
  stage?: number;
  budget: Budget;
}

export interface Solution {
  schema: "fivecars/solution/1";
  for: SolveFor;
  unit: "1" | "h" | "kg/kWh";
  status: "found" | "over" | "never" | "no-effect";
  /** Null unless found. */
  value: Outcome | null;
  /** The largest whole number within the budget, of runs and devices. */
  whole: number | null;
  /** At that value: what the budget is held against. */
  total_kg: number | null;
  budget_kg: number;
  /** At the least and at the most allowed value. */
  least_kg: number | null;
  most_kg: number | null;
  warnings: Issue[];
  data_version: string;
}

export interface DiffRequest {
  schema: "fivecars/diff/1";
  from: Scenario;
  to: Scenario;
}

export type Part = "place" | "machines" | "time" | "overhead";
export type Reason = "grid" | "pue" | "node" | "draw" | "embodied" | "coverage";

export interface Difference {
  schema: "fivecars/difference/1";
  from_kg: Outcome;
  to_kg: Outcome;
  difference_kg: Outcome;
  /** The second over the first; null where the first is 0. */
  times: number | null;
  /** Add up to the difference. */
  parts: { cause: Part; kg: number }[];
  /** The same, more closely. */
  reasons: { cause: Reason; kg: number }[];
  warnings: Issue[];
  data_version: string;
}

export interface Compared {
  id?: string;
  name?: string;
  /** On the terms of all. */
  scenario: Scenario;
  /** As its authors counted. */
  published?: Scenario;
  /** What they print. */
  printed_kg?: number;
}

export interface CompareRequest {
  schema: "fivecars/compare/1";
  runs: Compared[];
  /** True: percentiles of every run. */
  ranges?: boolean;
}

export interface ComparedRow {
  id: string;
  name: string;
  total_kg: Outcome;
  /** As its authors counted, by our sum. */
  published_kg: number | null;
  printed_kg: number | null;
  /** Why total_kg differs from published_kg; null where there is no such. */
  reasons: { cause: Reason; kg: number }[] | null;
}

export interface Comparison {
  schema: "fivecars/comparison/1";
  /** Most emissions first. */
  rows: ComparedRow[];
  data_version: string;
}

export interface WhatIf {
  /** Each: @throws {ScenarioError} with every fault of the request; paths lead into it. Nothing else is thrown. */
  rank(request: RankRequest): Ranking;
  solve(request: SolveRequest): Solution;
  diff(request: DiffRequest): Difference;
  compare(request: CompareRequest): Comparison;
}

/**
 * Starts the module. A page or worker fetches `what_if.wasm` from beside the script; elsewhere (Node), hand over
 * its bytes as `wasmBinary`.
 * @throws {Error} if WebAssembly is missing or blocked, or the bytes can't be fetched.
 */
export async function loadWhatIf(options: ModuleOptions = {}): Promise<WhatIf> {
  if (typeof WebAssembly !== "object") throw new Error("This browser has no WebAssembly.");
  const module = await createModule(options);

  const asked =
    <Result>(call: (request: unknown) => { result: Result } | { issues: Issue[] }) =>
    (request: unknown): Result => {
      let plain: unknown;
      try {
        // Getters and proxies run here, or nowhere: none may run while the module reads.
        plain = structuredClone(request);
      } catch (reason) {
        throw new ScenarioError(module.unreadable(describe(reason)).issues);
      }
      const answer = call(plain);
      if ("issues" in answer) throw new ScenarioError(answer.issues);
      return answer.result;
    };

  return {
    rank: asked(module.rank),
    solve: asked(module.solve),
    diff: asked(module.diff),
    compare: asked(module.compare),
  };
}
