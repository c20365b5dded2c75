// The wasm module as Emscripten makes it: src/bindings/embed.cpp, by hand, checked by tests/node.
import type { ModuleOptions } from "./calculator-module.js";
import type { Issue } from "./documents.js";
import type { BriefTableName, BriefTables, Total } from "./embed.js";

export interface EmbedModule {
  /** The argument must come out of structuredClone. */
  estimate(scenario: unknown): { estimate: Total } | { issues: Issue[] };
  checkJson(text: string): { issues: Issue[] };
  unreadable(reason: string): { issues: Issue[] };
  /** null for a table that isn't there. */
  list<T extends BriefTableName>(table: T): BriefTables[T][] | null;
}

export default function createModule(options?: ModuleOptions): Promise<EmbedModule>;
