import type { Tabled } from "../../../calculator/load.js";

/** With the names of its tables in the language of the page: `all` of them, or first those of the opening. */
export const named = <T extends Tabled>(calculator: T, _all: boolean): T | Promise<T> => calculator;

/** The grids of an embed, which names nothing else of the tables. */
export const gridsNamed = <T>(rows: T[]): T[] | Promise<T[]> => rows;
