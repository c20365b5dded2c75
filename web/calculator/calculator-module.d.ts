// The wasm module as Emscripten makes it: src/bindings/calculator.cpp, by hand, checked by tests/node.
import type { Catalogue, Estimate, Issue } from "./documents.js";

export interface CalculatorModule {
  /** The argument must come out of structuredClone. */
  estimate(scenario: unknown): { estimate: Estimate } | { issues: Issue[] };
  checkJson(text: string): { issues: Issue[] };
  unreadable(reason: string): { issues: Issue[] };
  catalogue(): Catalogue;
}

export interface ModuleOptions {
  wasmBinary?: ArrayBuffer | Uint8Array;
  locateFile?: (file: string, folder: string) => string;
}

export default function createModule(options?: ModuleOptions): Promise<CalculatorModule>;
