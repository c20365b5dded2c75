// What an embed shows of each published model, in the language that is built.
import { sure } from "../../src/text/amounts.js";
import { subjectOf } from "../../src/text/sentence.js";
import { opening, typical } from "../../src/state/opening.js";
import { get } from "../../src/state/pointer.js";
import type { Histogram, Model, Outcome, Scenario, TableName } from "../../calculator/documents.js";
import type { PublishedSum } from "../../embed/sum.js";
import type { Made } from "./engine.js";
import { inWords } from "./places.js";

export { embed as words } from "#words/embed.js";

/** By its path below the folder of the models. */
export async function sums(made: Made): Promise<[string, PublishedSum][]> {
  const all = await inWords(made);
  const corrected = new Set(all.catalogue.models.map(({ corrects }) => corrects));
  return all.catalogue.models.flatMap((model) => {
    const { scenario, one_basis } = model;
    const opened = opening(model);
    return [
      ...(opened
        ? [
            [`${model.id}/embed.json`, sum(model, opened, all, corrected.has(model.id))] as [
              string,
              PublishedSum,
            ],
          ]
        : []),
      ...(scenario && one_basis
        ? [[`${model.id}/embed-one.json`, sum(model, typical(one_basis), all)] as [string, PublishedSum]]
        : []),
    ];
  });
}

/** For a drawing. */
const drawn = ({ edges_kg, counts }: Histogram): Histogram => ({
  edges_kg: edges_kg.map((edge) => Number(edge.toPrecision(5))),
  counts,
});

/** As it is told: as many digits as its range allows, and never more than these. */
const told = (count: Outcome): number => Number(sure(count).toPrecision(9));

function sum(
  model: Model,
  scenario: Scenario,
  { engine, estimate, catalogue }: Made,
  corrected = false,
): PublishedSum {
  const { total_kg, embodied_kg, equivalents, histogram, trace } = estimate(scenario);
  const pue = trace.flatMap(({ operands }) => operands).find(({ symbol }) => symbol === "PUE")?.value;
  const rows: Record<string, Record<string, object>> = {};
  // Of each row what the sentence tells.
  const keep = (table: TableName, id: unknown): void => {
    const row = typeof id === "string" ? engine.row(table, id) : null;
    if (!row) return;
    const kept = ["id", "name", "short_name", "kind", "in_a_sentence", "provider", "grid"];
    (rows[table] ??= {})[row.id] = Object.fromEntries(
      Object.entries(row).filter(([member]) => kept.includes(member)),
    );
  };
  for (const stage of [scenario, ...scenario.stages]) {
    keep("sites", get(stage, "/site/region"));
    keep("grids", get(stage, "/site/grid/id"));
    const devices = get(stage, "/power/devices");
    for (const device of Array.isArray(devices) ? devices : []) keep("devices", get(device, "/device"));
  }
  keep("grids", catalogue.default_grid);
  const { id, name, kind } = model;
  return {
    schema: "fivecars/embed/1",
    model: { id, name, kind },
    subject: subjectOf(scenario, model),
    scenario,
    estimate: {
      total_kg,
      embodied_kg,
      equivalents: equivalents.map(({ id, set, count }) => ({ id, set, count: { best: told(count) } })),
      histogram: drawn(histogram),
      trace: trace.filter(({ symbol }) => symbol === "t").map(({ symbol, value }) => ({ symbol, value })),
    },
    ...(corrected && { corrected }),
    ...(pue !== undefined && { pue }),
    rows,
    data_version: catalogue.data_version,
    engine_version: catalogue.engine_version,
  };
}
