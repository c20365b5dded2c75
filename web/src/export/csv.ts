// A table for a spreadsheet: RFC 4180, a row for the whole and one for each stage, units in the header, all digits.
import type { Outcome } from "../../calculator/documents.js";
import { isoDate, titleOf, type Taken } from "./taken.js";

const ends = ["best", "low", "median", "high"] as const;

/** By a spreadsheet a text that begins so would be taken for a formula, and run. */
const formula = /^[\s\0]*[=+\-@\t\r\n＝＋－＠]/;

const cell = (value: string | number | undefined): string => {
  if (value === undefined) return "";
  // A double in its shortest form that reads back as the same.
  if (typeof value === "number") return String(value);
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
};

type Row = { part: string; name: string } & Record<string, Outcome | string | null | undefined>;

function rows({ estimate, equivalents }: Taken): Row[] {
  const { cost_usd } = estimate;
  const common = [
    "it_energy_kwh",
    "energy_kwh",
    "device_hours",
    "operational_kg",
    "overhead_kg",
    "embodied_kg",
    "total_kg",
  ] as const;
  const shared = (of: (typeof estimate.stages)[number] | typeof estimate): Record<string, Outcome | null> =>
    Object.fromEntries(common.map((name) => [name, of[name]]));
  return [
    {
      part: "whole",
      name: "",
      ...shared(estimate),
      market_kg: estimate.market_kg,
      sci_kg: estimate.sci_kg,
      water_l: estimate.water_l,
      electricity_usd: cost_usd.electricity,
      cloud_preemptible_usd: cost_usd.cloud?.preemptible,
      cloud_on_demand_usd: cost_usd.cloud?.on_demand,
      ...Object.fromEntries(
        equivalents.map(({ row, count }) => [`${row.id.replace(/-/g, "_")}_count`, count]),
      ),
    },
    ...estimate.stages.map((stage, i) => ({ part: `stage ${i + 1}`, name: stage.name, ...shared(stage) })),
  ];
}

export function toCsv(taken: Taken): string {
  const { estimate, date } = taken;
  const all = rows(taken);
  const quantities = Object.keys(all[0] ?? {}).filter((name) => name !== "part" && name !== "name");
  const header = [
    "title",
    "part",
    "name",
    ...quantities.flatMap((name) => ends.map((end) => `${name}_${end}`)),
    "data_version",
    "engine_version",
    "date",
  ];
  const lines = all.map((row) => [
    titleOf(taken),
    row.part,
    row.name,
    ...quantities.flatMap((name) => ends.map((end) => (row[name] as Outcome | null | undefined)?.[end])),
    estimate.data_version,
    estimate.engine_version,
    isoDate(date),
  ]);
  return [header, ...lines].map((line) => `${line.map(cell).join(",")}\r\n`).join("");
}
