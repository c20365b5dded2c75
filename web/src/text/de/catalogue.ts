// Die Tabellen des Rechners sind englisch; hier bekommen sie deutsche Namen. Die der ersten Ansicht stehen hier, alle
// anderen in names.ts: mit dem Formular, dem Unteren oder einem Link.
import type { GridRow, Tabled } from "../../../calculator/load.js";

let tables: Tabled | undefined;
let translate: ((tables: Tabled) => void) | undefined;

/** Von nun an. */
export function use(names: (tables: Tabled) => void): void {
  translate = names;
  if (tables) names(tables);
}

const boundaries: Record<string, string> = {
  "car-lifetime": "Treibstoff und Herstellung, Durchschnittsauto, ein Leben lang",
  "flight-ny-sf": "ein Passagier; ob einfach oder hin und zurück, sagt die Studie nicht",
  "human-year": "durchschnittliches Menschenleben, ein Jahr",
  "american-year": "durchschnittliches Leben in den USA, ein Jahr",
};

export async function named<T extends Tabled>(calculator: T, all: boolean): Promise<T> {
  for (const row of calculator.catalogue().equivalents) {
    row.boundary = boundaries[row.id] ?? row.boundary;
    if (row.region === "US") row.region = "USA";
  }
  Object.assign(calculator.row("grids", "strubell-2019/US") ?? {}, {
    in_a_sentence: "beim US-Durchschnitt von 2018",
  });
  tables = calculator;
  translate?.(calculator);
  if (all) await import("./names.js");
  return calculator;
}

/** Die Netze einer Einbettung, die sonst nichts aus den Tabellen nennt. */
export async function gridsNamed<T extends Pick<GridRow, "id" | "name" | "in_a_sentence">>(
  rows: T[],
): Promise<T[]> {
  const { inGerman } = await import("./places.js");
  rows.forEach(inGerman);
  return rows;
}
