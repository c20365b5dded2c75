// Die Tabellen des Rechners sind englisch; hier bekommen sie deutsche Namen. Die der ersten Ansicht stehen hier, alle
// anderen in names.ts: mit dem Formular, dem Unteren oder einem Link.
import type { Catalogue, Listing, Tabled, TableName, Tables } from "../../../calculator/load.js";

export interface Names {
  catalogue(catalogue: Catalogue, tables: Tabled): void;
  row<T extends TableName>(table: T, row: Tables[T]): void;
  search(tables: Tabled, table: TableName, query: string, most: number | undefined): Listing;
}

let names: Names | undefined;
let came: (() => void) | undefined;

/** Von nun an. */
export function use(all: Names): void {
  names = all;
  came?.();
}

const boundaries: Record<string, string> = {
  "car-lifetime": "Treibstoff und Herstellung, Durchschnittsauto, ein Leben lang",
  "flight-ny-sf": "Flugreise, ein Passagier; ob einfach oder hin und zurück, sagt die Studie nicht",
  "human-year": "durchschnittliches Menschenleben, ein Jahr",
  "american-year": "durchschnittliches Leben in den USA, ein Jahr",
};
const regions: Record<string, string> = { US: "USA", UK: "Großbritannien", Europe: "Europa" };

export async function named<T extends Tabled>(calculator: T, all: boolean): Promise<T> {
  const catalogue = calculator.catalogue();
  for (const row of catalogue.equivalents) {
    row.boundary = boundaries[row.id] ?? row.boundary;
    row.region = regions[row.region] ?? row.region;
  }
  const done = new WeakSet<object>();
  const { row: find, search } = calculator;
  const row: Tabled["row"] = (table, id) => {
    const found = find(table, id);
    if (!found || done.has(found)) return found;
    if (id === "strubell-2019/US") Object.assign(found, { in_a_sentence: "beim US-Durchschnitt von 2018" });
    if (names) {
      names.row(table, found);
      done.add(found);
    }
    return found;
  };
  const german = {
    ...calculator,
    row,
    search: (table: TableName, query: string, most?: number) =>
      names?.search({ ...calculator, row, search }, table, query, most) ?? search(table, query, most),
  };
  came = () => names?.catalogue(catalogue, calculator);
  if (all) await import("./names.js");
  if (names) came();
  return german;
}
