// The calculator for JavaScript: the same bytes in a page, in a worker and in Node.
import createModule, { type CalculatorModule, type ModuleOptions } from "#calculator-module";
import { parsed, plain, ScenarioError, wellFormed } from "./refused.js";
import type { Catalogue, Estimate, Listing, Scenario, TableName, Tables } from "./documents.js";

export type * from "./documents.js";
export { ScenarioError };

export interface Calculator {
  /** @throws {ScenarioError} with every fault of the scenario. Whatever it is given, nothing else is thrown. */
  estimate(scenario: Scenario): Estimate;
  /** The same for a text. Text that isn't JSON is one issue, with line and column. */
  estimateText(text: string): Estimate;
  /** The value of a JSON text. @throws {ScenarioError} if it isn't JSON. */
  parse(text: string): unknown;
  /** What is known and few: models, equivalents, defaults, limits. The same object each time. */
  catalogue(): Catalogue;
  /** What fits the words, best first; everything, in the order of the table, where there are none. */
  search<T extends TableName>(table: T, query: string, most?: number): Listing;
  /** A row by its id; null if there is none. The same object each time. */
  row<T extends TableName>(table: T, id: string): Tables[T] | null;
}

/** What its tables hold. */
export type Tabled = Pick<Calculator, "catalogue" | "row" | "search">;

/**
 * Starts the calculator. A page or worker fetches `calculator.wasm` from beside the script; elsewhere (Node),
 * hand over its bytes as `wasmBinary`.
 * @throws {Error} if WebAssembly is missing or blocked, or the bytes can't be fetched.
 */
export async function loadCalculator(options: ModuleOptions = {}): Promise<Calculator> {
  if (typeof WebAssembly !== "object") throw new Error("This browser has no WebAssembly.");
  return wrap(await createModule(options));
}

function wrap(module: CalculatorModule): Calculator {
  let catalogue: Catalogue | undefined;
  const rows = new Map<string, Tables[TableName] | null>();

  const estimate = (scenario: unknown): Estimate => {
    const result = module.estimate(plain(scenario, module));
    if ("issues" in result) throw new ScenarioError(result.issues);
    return result.estimate;
  };

  const parse = (text: string): unknown => parsed(text, module);

  return {
    estimate,
    estimateText: (text) => estimate(parse(text)),
    parse,
    catalogue: () => (catalogue ??= module.catalogue()),
    search: (table, query, most = 100) => {
      const found = module.search(String(table), wellFormed(query), most);
      if (!found) throw new RangeError(`no table ${String(table)}`);
      return found;
    },
    row: <T extends TableName>(table: T, id: string) => {
      const key = `${table}/${id}`;
      let row = rows.get(key);
      if (row === undefined) rows.set(key, (row = module.row(table, wellFormed(id))));
      return row as Tables[T] | null;
    },
  };
}
