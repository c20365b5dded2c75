// What a program has to know of the files that the page saves: the table (.csv) and the sum with its estimate (.json).
// Each is made of what writes it, and of the schema of the estimate.
import { columns, countOf, ends, quantities, type Quantity } from "../src/export/csv.js";
import { units } from "../embed/asked.js";

interface Schema {
  $id?: string;
  title?: string;
  description?: string;
  properties?: Record<string, Schema>;
  $ref?: string;
  anyOf?: Schema[];
  $defs?: Record<string, Schema>;
  [member: string]: unknown;
}

/** Of a table: a Table Schema of Data Package 2.0, with the unit of each column beside. */
export function tableSchema(estimate: Schema, equivalents: { id: string; set: string }[]): object {
  const about: Record<string, { description: string; unit: string }> = {};
  for (const name of quantities) about[name] = { description: describe(estimate, name), unit: unitOf(name) };
  for (const { id, set } of equivalents)
    about[countOf(id)] = {
      description: `How many of ${set}/${id}; only where that set was chosen`,
      unit: "1",
    };
  const texts: Record<string, object> = {
    title: { type: "string", description: "Of the run" },
    part: { type: "string", description: "whole, or the stage: stage 1, stage 2, …" },
    name: { type: "string", description: "Of the stage" },
    data_version: { type: "string", description: "Of the data that the figures come from" },
    engine_version: { type: "string", description: "Of Five Cars" },
    date: { type: "date", description: "On which the file was saved" },
  };
  return {
    $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
    fields: columns(equivalents.map(({ id }) => id)).map((name) => {
      const [, quantity = "", end = ""] = /^(.*)_([a-z]+)$/.exec(name) ?? [];
      const known = about[quantity];
      if (texts[name]) return { name, ...texts[name] };
      // What each of the four is of stands with the first.
      const description = end === ends[0] ? known?.description : spoken[end as Exclude<End, "best">];
      return { name, type: "number", unit: known?.unit, description };
    }),
    // A file has the counts of one set of equivalents.
    fieldsMatch: ["superset"],
    missingValues: [""],
  };
}

type End = (typeof ends)[number];
const spoken: Record<Exclude<End, "best">, string> = {
  low: "Its 5th percentile",
  median: "Its 50th percentile",
  high: "Its 95th percentile",
};

/** Where the schema of the estimate describes it. */
const placeOf = (name: Quantity): string[] => {
  const [, cloud, price] = /^(cloud_)?(preemptible|on_demand|electricity)_usd$/.exec(name) ?? [];
  return price ? ["cost_usd", ...(cloud ? ["cloud"] : []), price] : [name];
};

function describe(estimate: Schema, name: Quantity): string {
  let at: Schema = estimate;
  for (const step of placeOf(name)) {
    const found = at.properties?.[step] ?? resolved(estimate, at).properties?.[step];
    if (!found) throw new Error(`the schema of the estimate has no ${placeOf(name).join("/")}`);
    at = found;
  }
  if (!at.description) throw new Error(`the schema of the estimate doesn't say what ${name} is`);
  return at.description;
}

/** What a reference leads to, or the one of several that isn't null. */
function resolved(whole: Schema, at: Schema): Schema {
  const one = at.anyOf?.find(({ type }) => type !== "null") ?? at;
  const name = one.$ref?.replace("#/$defs/", "");
  return (name === undefined ? one : whole.$defs?.[name]) ?? {};
}

const unitOf = (name: Quantity): string => {
  const [, end = ""] = /_([a-z]+)$/.exec(name) ?? [];
  const known: Record<string, string> = {
    kwh: "kWh",
    hours: "device-hours",
    kg: "kg CO2e",
    l: "L",
    usd: "USD",
  };
  const unit = known[end];
  if (!unit) throw new Error(`${name} says no unit`);
  return unit;
};

/** Of a sum that was saved, which the page opens again. */
export const exportSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Five Cars export: a scenario, its estimate, and how the page showed them",
  type: "object",
  properties: {
    schema: { const: "fivecars/export/1" },
    made: {
      type: "object",
      properties: {
        by: { type: "string" },
        title: { type: "string", description: "Of the run" },
        date: { type: "string", format: "date" },
        address: {
          type: ["string", "null"],
          description: "Of the page with this sum; null where there is none",
        },
        data_version: { type: "string" },
        engine_version: { type: "string" },
      },
      required: ["by", "title", "date", "address", "data_version", "engine_version"],
      additionalProperties: false,
    },
    view: {
      type: "object",
      properties: {
        model: { type: ["string", "null"], description: "Id of the published model that it came from" },
        unit: { enum: units },
        set: { type: "string", description: "Of equivalents, where it isn't the first one" },
      },
      required: ["model", "unit"],
      additionalProperties: false,
    },
    scenario: { $ref: "scenario.schema.json" },
    estimate: { $ref: "estimate.schema.json" },
  },
  required: ["schema", "made", "view", "scenario", "estimate"],
  additionalProperties: false,
};
