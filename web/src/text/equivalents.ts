// How much of an equivalent, and in which measure: in every language alike.
import type { Catalogue, EquivalentRow, Estimate, MassUnit, Outcome } from "../../calculator/documents.js";
import * as words from "#words/sentence.js";
import { inUnit, isRange, leading, massNear, near } from "./amounts.js";
import { between, figure, percent, rough, whole } from "./numbers.js";

const nb = "\u00a0";

/** The largest part of a year of which there are two: "7 weeks" says more than "0.13 years". */
const partOf = ({ subunits }: EquivalentRow, count: number): { id: string; per_unit: number } | undefined => {
  const parts = [...subunits].sort((a, b) => a.per_unit - b.per_unit);
  return parts.find(({ per_unit }) => count * per_unit >= 2) ?? parts.at(-1);
};

export function span(row: EquivalentRow, count: number): string {
  const part = partOf(row, count);
  if (!part) return words.ofAYear(percent(count));
  const n = count * part.per_unit;
  const shown = n >= 2 ? whole(n) : rough(n);
  return `${shown}${nb}${words.partName(part.id, shown === "1")}`;
}

export function equivalentFactor({ kg }: EquivalentRow, unit: MassUnit, catalogue: Catalogue): string {
  const each = words.eachOf(massNear(kg.best, unit, catalogue));
  if (kg.low === kg.high) return each;
  return `${each}${words.orFrom}${[kg.low, kg.high].map((end) => figure(inUnit(end, near(kg.best, unit), catalogue))).join(words.to)}`;
}

/** In the measure of the words above it. */
export function equivalentRange(row: EquivalentRow, count: Outcome): string {
  if (!isRange(count)) return "";
  const lead = leading(count);
  const part = lead < 1 ? partOf(row, lead) : undefined;
  const share = lead < 1 && !part && (lead < 0.1 || row.id === "car-lifetime");
  const times = part?.per_unit ?? (share ? 100 : 1);
  return `${words.aboutRange} ${between(count.low * times, count.high * times)}${part ? nb + words.partName(part.id, false) : share ? `${nb}%` : ""}. `;
}

/** What the factor holds; the paper's own vagueness is said, not hidden. */
export const equivalentBoundary = (
  row: EquivalentRow,
  estimate: Pick<Estimate, "embodied_kg"> | null,
): string =>
  `${row.boundary}; ${row.region === "world" ? words.worldAverage : row.region}${
    row.divides === "operational" && estimate?.embodied_kg ? words.byElectricity : ""
  }`;
