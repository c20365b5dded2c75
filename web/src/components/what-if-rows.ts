// Which rows of a ranking are shown: of one kind, or those that are searched for.
import type { Listed, Outcome } from "../../calculator/documents.js";
import type { RankRow, Ranking } from "../../calculator/what-if.js";
import { store } from "../state/store.js";
import { exact } from "../text/numbers.js";
import { whatIf as words, type Subject } from "#words/what-if.js";

export interface Chosen {
  /** Of the sum as it is. */
  run: Outcome;
  rows: RankRow[];
  /** How many of them are lower. */
  lower: number;
  leftOut: number;
}

type Table = "grids" | "sites" | "devices";
const isTable = (subject: Subject): subject is Table => subject in words.all;

const listings = new Map<string, Listed[]>();
function listed(table: Table, query: string): Listed[] {
  const key = `${table} ${query}`;
  let rows = listings.get(key);
  if (!rows) {
    // Every key typed makes one.
    if (listings.size > 50) listings.clear();
    listings.set(key, (rows = store.search(table, query).rows));
  }
  return rows;
}

/** In the order of the table; what is in none of the rankings is left out. */
export const groupsOf = (subject: Subject): string[] =>
  isTable(subject)
    ? [
        ...new Set(
          listed(subject, "")
            .filter(isRanked(subject))
            .map(({ group }) => group),
        ),
      ]
    : [];

/** As the engine has it: the paper's own averages are no places, and a CPU or a whole computer is no other card. */
const isRanked =
  (table: Table) =>
  ({ id, group }: Listed): boolean =>
    table === "devices"
      ? !["cpu", "system"].includes(store.row("devices", id)?.kind ?? "")
      : group !== "historical";

export function chosen(subject: Subject, ranking: Ranking, group: string, query: string): Chosen {
  const run = ranking.total_kg;
  if (!isTable(subject)) {
    const rows = ranking.rows.map((row) => ({
      ...row,
      name: subject === "pue" ? words.pueOf(exact(row.value ?? 1)) : String(row.value),
    }));
    // In their own order, which is a course of time and of improvement.
    rows.sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
    return { run, rows, lower: ranking.lower, leftOut: ranking.left_out };
  }
  const fitting = new Map(
    listed(subject, query.trim())
      .filter((row) => (group === "" || row.group === group) && isRanked(subject)(row))
      .map((row) => [row.id, row]),
  );
  const rows = ranking.rows
    .filter(({ id }) => fitting.has(id))
    .map((row) => ({
      ...row,
      // As the tables call it, in the language of the page.
      name: [subject === "sites" ? fitting.get(row.id)?.group : "", fitting.get(row.id)?.name]
        .join(" ")
        .trim(),
    }));
  return {
    run,
    rows,
    lower: rows.filter(({ total_kg }) => total_kg.best < run.best).length,
    leftOut: fitting.size - rows.length,
  };
}
