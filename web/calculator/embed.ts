// The engine of an embed: the calculator's total, to the same digits, from a module of two thirds its size. It has no
// steps, nothing but carbon, and of the tables what a sentence and a list of places need.
import createModule, { type EmbedModule } from "#embed-module";
import type { ModuleOptions } from "./calculator-module.js";
import type { DeviceRow, Estimate, GridRow, Scenario, SiteRow, Step } from "./documents.js";
import { parsed, plain, ScenarioError } from "./refused.js";

export { ScenarioError };

/** What the module says of a sum. */
export type Total = Pick<
  Estimate,
  "total_kg" | "embodied_kg" | "equivalents" | "histogram" | "data_version" | "engine_version"
> & {
  /** Of one run of the first stage; null where nothing says. */
  hours: number | null;
};

/** Of an estimate what an embed shows, and of its steps what a sentence tells. */
export type BriefEstimate = Omit<Total, "hours"> & { trace: Pick<Step, "symbol" | "value">[] };

export interface BriefTables {
  grids: Pick<GridRow, "id" | "name" | "in_a_sentence" | "kind" | "country">;
  sites: Pick<SiteRow, "id" | "name" | "provider" | "kind" | "grid">;
  devices: Pick<DeviceRow, "id" | "short_name" | "kind">;
}
export type BriefTableName = keyof BriefTables;

export interface EmbedCalculator {
  /** @throws {ScenarioError} with every fault of the scenario. Whatever it is given, nothing else is thrown. */
  estimate(scenario: Scenario): BriefEstimate;
  /** The value of a JSON text. @throws {ScenarioError} if it isn't JSON, with line and column. */
  parse(text: string): unknown;
  /** All rows, in the order of the table. The same objects each time. */
  list<T extends BriefTableName>(table: T): readonly BriefTables[T][];
  /** One of them by its id; null if there is none, or no such table. */
  row<T extends BriefTableName>(table: T, id: string): BriefTables[T] | null;
}

/**
 * Starts the module. A page or worker fetches `embed.wasm` from beside the script; elsewhere (Node), hand over its
 * bytes as `wasmBinary`.
 * @throws {Error} if WebAssembly is missing or blocked, or the bytes can't be fetched.
 */
export async function loadEmbed(options: ModuleOptions = {}): Promise<EmbedCalculator> {
  if (typeof WebAssembly !== "object") throw new Error("This browser has no WebAssembly.");
  return wrap(await createModule(options));
}

function wrap(module: EmbedModule): EmbedCalculator {
  type Row = BriefTables[BriefTableName];
  const tables = new Map<string, Map<string, Row>>();
  const tableOf = (name: BriefTableName): Map<string, Row> => {
    let table = tables.get(name);
    if (!table) {
      const rows: Row[] = module.list(name) ?? [];
      tables.set(name, (table = new Map(rows.map((row) => [row.id, row]))));
    }
    return table;
  };
  return {
    estimate(scenario) {
      const result = module.estimate(plain(scenario, module));
      if ("issues" in result) throw new ScenarioError(result.issues);
      const { hours, ...rest } = result.estimate;
      return { ...rest, trace: hours === null ? [] : [{ symbol: "t", value: hours }] };
    },
    parse: (text) => parsed(text, module),
    list: <T extends BriefTableName>(table: T) => [...tableOf(table).values()] as BriefTables[T][],
    row: <T extends BriefTableName>(table: T, id: string) =>
      (tableOf(table).get(id) ?? null) as BriefTables[T] | null,
  };
}
