// Which figures of the tables and defaults a total rests on, so that a link can tell later what became of them.
import type { Operand, Step } from "../../calculator/documents.js";
import type { Figures } from "../state/store.js";

/** Beside the total, not in it. */
const beside = /^(W|M|SCI|C_market|cost_.*)$/;

export interface Used extends Operand {
  entry: string;
}

/** The operands that stand in a table, each entry once; not those of water, prices, scores and equivalents. */
export function usedIn(trace: Step[]): Map<string, Used> {
  const used = new Map<string, Used>();
  for (const { symbol, operands } of trace) {
    if (beside.test(symbol)) continue;
    for (const operand of operands)
      if (operand.entry !== null && !operand.entry.startsWith("equivalents/"))
        used.set(operand.entry, operand as Used);
  }
  return used;
}

export const figuresOf = (trace: Step[]): Figures =>
  Object.fromEntries([...usedIn(trace)].map(([entry, { value }]) => [entry, value]));

export interface Changed {
  entry: string;
  /** Undefined where it wasn't used. */
  then: number | undefined;
  now: number | undefined;
  /** As it is used today. */
  operand: Used | undefined;
}

/** What is different today, what was only used then, and what is only used now. */
export function changedFigures(then: Figures, trace: Step[]): Changed[] {
  const now = usedIn(trace);
  return [...new Set([...Object.keys(then), ...now.keys()])].flatMap((entry) => {
    const operand = now.get(entry);
    const before = Object.hasOwn(then, entry) ? then[entry] : undefined;
    return before === operand?.value ? [] : [{ entry, then: before, now: operand?.value, operand }];
  });
}
