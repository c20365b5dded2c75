// The wasm module as Emscripten makes it: src/bindings/calculator.cpp, by hand, checked by tests/node.
import type { Catalogue, Estimate, Issue, Listing, TableName, Tables } from "./documents.js";

export interface CalculatorModule {
  /** The argument must come out of structuredClone. */
  estimate(scenario: unknown): { estimate: Estimate } | { issues: Issue[] };
  checkJson(text: string): { issues: Issue[] };
  unreadable(reason: string): { issues: Issue[] };
  catalogue(): Catalogue;
  /** null for a table that isn't there. */
  search(table: string, query: string, most: number): Listing | null;
  row<T extends TableName>(table: T, id: string): Tables[T] | null;
}

export interface ModuleOptions {
  wasmBinary?: ArrayBuffer | Uint8Array;
  locateFile?: (file: string, folder: string) => string;
}

export default function createModule(options?: ModuleOptions): Promise<CalculatorModule>;
