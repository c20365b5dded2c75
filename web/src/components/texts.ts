// Where the rows of the large tables come from: fetched, a table at a time, when somebody asks.
import type { Texts } from "../../calculator/documents.js";

type Large = Pick<Texts, "devices" | "grids" | "sites">;
export type LargeTable = keyof Large;

const fetchers: { [Table in keyof Large]: () => Promise<{ default: Large[Table] }> } = {
  devices: () => import("virtual:texts/devices"),
  grids: () => import("virtual:texts/grids"),
  sites: () => import("virtual:texts/sites"),
};
const here: Partial<Large> = {};

const waiting = new Map<LargeTable, (() => void)[]>();

/** The texts of a table; until they have come, nothing, and then `arrived` is called: of all who asked, at once. */
export function texts<Table extends keyof Large>(
  table: Table,
  arrived: () => void,
): Large[Table] | undefined {
  if (here[table]) return here[table];
  const asked = waiting.get(table);
  if (asked) {
    asked.push(arrived);
    return undefined;
  }
  const all = [arrived];
  waiting.set(table, all);
  void fetchers[table]()
    .then(
      ({ default: rows }) => {
        here[table] = rows;
        for (const tell of all) tell();
      },
      () => undefined,
    )
    .finally(() => waiting.delete(table));
  return undefined;
}
