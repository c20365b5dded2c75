// The wasm module as Emscripten makes it: src/bindings/what_if.cpp, by hand, checked by tests/node.
import type { ModuleOptions } from "./calculator-module.js";
import type { Issue } from "./documents.js";
import type { Comparison, Difference, Ranking, Solution } from "./what-if.js";

type Answer<Result> = { result: Result } | { issues: Issue[] };

export interface WhatIfModule {
  /** The argument of each must come out of structuredClone. */
  rank(request: unknown): Answer<Ranking>;
  solve(request: unknown): Answer<Solution>;
  diff(request: unknown): Answer<Difference>;
  compare(request: unknown): Answer<Comparison>;
  unreadable(reason: string): { issues: Issue[] };
}

export default function createModule(options?: ModuleOptions): Promise<WhatIfModule>;
