// How the samples of a total are spread, as a drawing needs it.
import type { Histogram, Outcome } from "../../calculator/documents.js";

export interface Spread {
  /** Where so many kilograms stand, in percent of the width. */
  at: (kg: number) => number;
  /** The silhouette: across in percent, up as a share of the height. */
  outline: [across: number, up: number][];
}

export function spread({ best, low, high }: Required<Outcome>, histogram: Histogram): Spread {
  const { edges_kg: edges, counts } = histogram;
  // A long tail would press together what it is about.
  const beside = (high - low) / 2;
  const from = Math.min(Math.max(edges[0] ?? low, low - beside), best);
  const to = Math.max(Math.min(edges.at(-1) ?? high, high + beside), best);
  const at = (kg: number): number => Number((((kg - from) / (to - from)) * 100).toFixed(2));
  // Bins of unequal width: what stands for so many is an area. The outer ones hold all that lies beyond.
  const dense = counts
    .map((count, i) => {
      const [left, right] = [edges[i] ?? from, edges[i + 1] ?? to];
      return { x: at((left + right) / 2), density: count / (right - left) };
    })
    .slice(1, -1)
    .filter(({ x }) => x >= 0 && x <= 100);
  const most = Math.max(...dense.map(({ density }) => density));
  return { at, outline: dense.map(({ x, density }) => [x, density / most]) };
}
