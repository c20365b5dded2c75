// A table for a spreadsheet: RFC 4180, a row for the whole and one for each stage, units in the header, all digits.
import type { Estimate, Outcome } from "../../calculator/documents.js";
import { isoDate, titleOf, type Taken } from "./taken.js";

export const ends = ["best", "low", "median", "high"] as const;

type Of<Whole> = (estimate: Whole) => Outcome | null | undefined;

/** Of the whole, and of each stage. */
const shared = [
  "it_energy_kwh",
  "energy_kwh",
  "device_hours",
  "operational_kg",
  "overhead_kg",
  "embodied_kg",
  "total_kg",
] as const;

/** Of the whole alone; what isn't a member of the estimate has its place there. */
const whole = {
  market_kg: ({ market_kg }) => market_kg,
  sci_kg: ({ sci_kg }) => sci_kg,
  water_l: ({ water_l }) => water_l,
  electricity_usd: ({ cost_usd }) => cost_usd.electricity,
  cloud_preemptible_usd: ({ cost_usd }) => cost_usd.cloud?.preemptible,
  cloud_on_demand_usd: ({ cost_usd }) => cost_usd.cloud?.on_demand,
} as const satisfies Record<string, Of<Estimate>>;

export type Quantity = (typeof shared)[number] | keyof typeof whole;
export const quantities: Quantity[] = [...shared, ...(Object.keys(whole) as (keyof typeof whole)[])];

/** How many of an equivalent. */
export const countOf = (id: string): string => `${id.replace(/-/g, "_")}_count`;

/** The header, with these equivalents. */
export const columns = (equivalents: string[]): string[] => [
  "title",
  "part",
  "name",
  ...[...quantities, ...equivalents.map(countOf)].flatMap((name) => ends.map((end) => `${name}_${end}`)),
  "data_version",
  "engine_version",
  "date",
];

/** By a spreadsheet a text that begins so would be taken for a formula, and run. */
const formula = /^[\s\0]*[=+\-@\t\r\n＝＋－＠]/;

const cell = (value: string | number | undefined): string => {
  if (value === undefined) return "";
  // A double in its shortest form that reads back as the same.
  if (typeof value === "number") return String(value);
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
};

export function toCsv(taken: Taken): string {
  const { estimate, equivalents, date } = taken;
  const line = (
    part: string,
    name: string,
    of: (quantity: Quantity) => Outcome | null | undefined,
    counts = false,
  ) => [
    titleOf(taken),
    part,
    name,
    ...[...quantities.map(of), ...equivalents.map(({ count }) => (counts ? count : undefined))].flatMap(
      (outcome) => ends.map((end) => outcome?.[end]),
    ),
    estimate.data_version,
    estimate.engine_version,
    isoDate(date),
  ];
  const isShared = (quantity: Quantity): quantity is (typeof shared)[number] =>
    (shared as readonly string[]).includes(quantity);
  const lines = [
    line(
      "whole",
      "",
      (quantity) => (isShared(quantity) ? estimate[quantity] : whole[quantity](estimate)),
      true,
    ),
    ...estimate.stages.map((stage, i) =>
      line(`stage ${i + 1}`, stage.name, (quantity) => (isShared(quantity) ? stage[quantity] : undefined)),
    ),
  ];
  return [columns(equivalents.map(({ row }) => row.id)), ...lines]
    .map((cells) => `${cells.map(cell).join(",")}\r\n`)
    .join("");
}
