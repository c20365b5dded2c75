// What an embed shows of a sum: the small file of a published model, or what the engine answers.
import type { Estimate, ModelRow, Scenario, Step, TableName } from "../calculator/documents.js";
import type { Known, Subject } from "../src/text/sentence.js";

export { inputs, type Input } from "./changes.js";

export interface Sum {
  model?: Pick<ModelRow, "id" | "name" | "kind">;
  /** What the run is called in a sentence. */
  subject?: Subject;
  scenario: Scenario;
  /** Of the trace only what the sentence tells. */
  estimate: Pick<Estimate, "total_kg" | "embodied_kg" | "equivalents" | "histogram"> & {
    trace: Pick<Step, "symbol" | "value">[];
  };
  /** Others have printed a better figure since. */
  corrected?: true;
  /** In use, given or not; unknown where the engine doesn't say. */
  pue?: number;
  data_version: string;
  engine_version: string;
}

/** Of a published model what is yet to be calculated. */
export type Unsummed = Required<Pick<Sum, "model" | "scenario">>;

/** A published model's, as it lies beside its page, with the rows that its sentence tells. */
export interface PublishedSum extends Sum {
  schema: "fivecars/embed/1";
  rows: Partial<Record<TableName, Record<string, object>>>;
}

export const rowsOf =
  ({ rows }: PublishedSum): Known["row"] =>
  (table, id) =>
    // The file holds what is told of each; nothing else is read.
    (rows[table]?.[id] ?? null) as never;
