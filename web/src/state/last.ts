// The visitor's own sum as he left it, for a visit that comes without a link. Every opened page has an entry of its
// own: two tabs never overwrite each other's.
import { isContainer, same } from "./pointer.js";
import { forget, keep, kept, keptIds } from "./storage.js";
import type { Kept } from "./store.js";

export interface Left {
  sum: Kept;
  /** kg; null where it had no result. */
  total: number | null;
  /** Milliseconds since 1970. */
  time: number;
}

const kind = "last";
const most = 5;
const mine = Date.now().toString(36) + Math.random().toString(36).slice(2, 8);

/** The latest first. */
export function lastSums(): Left[] {
  return entries().map(({ left }) => left);
}

/** False where the browser refuses. */
export function keepLast(left: Left): boolean {
  const others = entries().filter(({ id }) => id !== mine);
  others.forEach(({ id, left: { sum } }, i) => {
    if (i >= most - 1 || (same(sum.scenario, left.sum.scenario) && same(sum.view, left.sum.view)))
      forget("local", `${kind}/${id}`);
  });
  return keep("local", `${kind}/${mine}`, left);
}

function entries(): { id: string; left: Left }[] {
  return keptIds("local", kind)
    .flatMap((id) => {
      const left = kept("local", `${kind}/${id}`);
      return isLeft(left) ? [{ id, left }] : [];
    })
    .sort((a, b) => b.left.time - a.left.time);
}

/** Anything may stand in storage. */
function isLeft(value: unknown): value is Left {
  if (!isContainer(value) || typeof value["time"] !== "number" || !isContainer(value["sum"])) return false;
  const { scenario, view, typed } = value["sum"];
  const { total } = value;
  return (
    (total === null || Number.isFinite(total)) &&
    isContainer(scenario) &&
    isContainer(view) &&
    Array.isArray(typed) &&
    typed.every((pair) => Array.isArray(pair) && pair.length === 2)
  );
}
