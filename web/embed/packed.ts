// The sums of all published models as the frame's document holds them: what they share stands once.
import type { TableName } from "../calculator/documents.js";
import type { Language } from "../src/text/languages.js";
import type { PublishedSum } from "./sum.js";

type Rows = PublishedSum["rows"];
/** What is the same in every language. */
type Figures = Pick<PublishedSum, "scenario" | "pue" | "corrected"> & {
  estimate: Omit<PublishedSum["estimate"], "equivalents">;
  counts: number[];
  /** Ids of its rows. */
  rows: Partial<Record<TableName, string[]>>;
};
type Names = Required<Pick<PublishedSum, "model" | "subject">>;

export interface PackedSums {
  common: Pick<PublishedSum, "schema" | "data_version" | "engine_version">;
  /** [id, set], in the order of the counts. */
  equivalents: [string, string][];
  /** By path: "bert-base/embed.json". */
  figures: Record<string, Figures>;
  names: Record<Language, Record<string, Names>>;
  rows: Record<Language, Rows>;
}

const bothSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** @throws {Error} if it couldn't be unpacked as it was. */
export function pack(files: Record<Language, ReadonlyMap<string, PublishedSum>>): PackedSums {
  const packed: Partial<PackedSums> & Pick<PackedSums, "figures"> = { figures: {} };
  const names: Record<string, Record<string, Names>> = {};
  const rows: Record<string, Rows> = {};
  for (const [language, sums] of Object.entries(files)) {
    const [named, told]: [Record<string, Names>, Rows] = [{}, {}];
    for (const [path, { schema, model, subject, scenario, estimate, pue, corrected, ...rest }] of sums) {
      const { rows: own, data_version, engine_version } = rest;
      if (!model || !subject) throw new Error(`${path} is no model's`);
      const { equivalents, ...others } = estimate;
      packed.common ??= { schema, data_version, engine_version };
      packed.equivalents ??= equivalents.map(({ id, set }) => [id, set]);
      named[path] = { model, subject };
      packed.figures[path] ??= {
        scenario,
        ...(corrected && { corrected }),
        ...(pue !== undefined && { pue }),
        estimate: others,
        counts: equivalents.map(({ count }) => count.best),
        rows: Object.fromEntries(Object.entries(own).map(([table, found]) => [table, Object.keys(found)])),
      };
      for (const [table, found] of Object.entries(own) as [TableName, Record<string, object>][])
        told[table] = { ...told[table], ...found };
    }
    names[language] = named;
    rows[language] = told;
  }
  const whole = { ...packed, names, rows } as PackedSums;
  for (const [language, sums] of Object.entries(files) as [Language, ReadonlyMap<string, PublishedSum>][])
    for (const [path, sum] of sums)
      if (!bothSame(sum, unpack(whole, language, path)))
        throw new Error(`${path} can't be packed: in ${language} it has something of its own`);
  return whole;
}

/** Nothing if there is no such sum. */
export function unpack(
  { common, equivalents, figures, names, rows }: PackedSums,
  language: Language,
  path: string,
): PublishedSum | undefined {
  if (!Object.hasOwn(figures, path)) return undefined;
  const found = figures[path];
  const named = names[language][path];
  if (!found || !named) return undefined;
  const { schema, ...versions } = common;
  const { counts, scenario, estimate, pue, corrected } = found;
  const { total_kg, embodied_kg, ...drawn } = estimate;
  return {
    schema,
    ...named,
    scenario,
    estimate: {
      total_kg,
      embodied_kg,
      equivalents: equivalents.map(([id, set], i) => ({ id, set, count: { best: counts[i] ?? 0 } })),
      ...drawn,
    },
    ...(corrected && { corrected }),
    ...(pue !== undefined && { pue }),
    rows: Object.fromEntries(
      Object.entries(found.rows).map(([table, ids]) => [
        table,
        Object.fromEntries(ids.map((id) => [id, rows[language][table as TableName]?.[id] ?? {}])),
      ]),
    ),
    ...versions,
  };
}
