// The engine of the embed against the calculator: the same doubles and the same faults, of whatever it is given.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { loadEmbed } from "../../web/calculator/embed.js";
import type { Issue, Scenario } from "../../web/calculator/load.js";
import { at, faultsOf, load, texts } from "./support.js";

const calculator = await load();
const embed = await loadEmbed({ wasmBinary: readFileSync(at("build/wasm/embed.wasm")) });

/** What both say of a sum. */
function compare(scenario: Scenario, of: string): void {
  const { trace, ...found } = embed.estimate(scenario);
  const whole = calculator.estimate(scenario);
  const { total_kg, embodied_kg, equivalents, histogram, data_version, engine_version } = whole;
  assert.deepStrictEqual(
    found,
    { total_kg, embodied_kg, equivalents, histogram, data_version, engine_version },
    of,
  );
  const t = whole.trace.find(({ symbol, stage }) => symbol === "t" && stage === 0);
  if (t) assert.deepStrictEqual(trace, [{ symbol: "t", value: t.value }], of);
}

/** A name that nobody has is searched for by the calculator alone, so what was meant isn't compared. */
const withoutGuess = (issues: Issue[]): unknown[] =>
  issues.map(({ message, params: { nearest: _, ...params }, ...issue }) => ({
    ...issue,
    params,
    ...(issue.code !== "unknown-id" && { message }),
  }));

function refusedAlike(calculate: (engine: typeof calculator | typeof embed) => unknown, of: string): void {
  const [expected, found] = [calculator, embed].map((engine) => faultsOf(() => calculate(engine)));
  assert.deepStrictEqual(withoutGuess(found ?? []), withoutGuess(expected ?? []), of);
}

test("every published model comes to the same total, with the usual ranges and without", () => {
  let compared = 0;
  for (const [id, { scenario, one_basis }] of Object.entries(texts.publications)) {
    for (const given of [scenario, one_basis]) {
      if (!given) continue;
      compare(given, id);
      compare({ ...given, ranges: "typical" }, id);
      compared += 1;
    }
  }
  assert.ok(compared >= 90, String(compared));
});

test("the golden scenarios come to the same total", () => {
  const folder = at("tests/golden/scenarios");
  for (const name of readdirSync(folder)) {
    const scenario = embed.parse(readFileSync(`${folder}/${name}`, "utf8")) as Scenario;
    compare(scenario, name);
    compare({ ...scenario, ranges: "typical" }, name);
  }
});

test("every place and every device comes to the same total", () => {
  const of = (stage: object, site: object): Scenario => ({
    schema: "fivecars/scenario/1",
    ranges: "typical",
    stages: [
      { time: { hours: 10 }, power: { devices: [{ device: "nvidia-v100-sxm2-16gb", count: 2 }] }, ...stage },
    ],
    site,
  });
  const whole = (sites: object): void => {
    let expected: unknown, found: unknown;
    try {
      expected = calculator.estimate(of({}, sites)).total_kg;
    } catch {
      refusedAlike((engine) => engine.estimate(of({}, sites)), JSON.stringify(sites));
      return;
    }
    found = embed.estimate(of({}, sites)).total_kg;
    assert.deepStrictEqual(found, expected, JSON.stringify(sites));
  };
  for (const { id } of embed.list("sites")) whole({ region: id });
  for (const { id } of embed.list("grids")) whole({ grid: { id } });
  for (const { id } of embed.list("devices")) {
    const stage = { time: { flop: 1e21 }, power: { devices: [{ device: id, count: 3 }] } };
    let refused = false;
    try {
      calculator.estimate(of(stage, {}));
    } catch {
      refused = true;
    }
    if (refused) refusedAlike((engine) => engine.estimate(of(stage, {})), id);
    else compare(of(stage, {}), id);
  }
});

test("the golden refusals are refused alike", () => {
  const folder = at("tests/golden/refused");
  for (const name of readdirSync(folder).filter((file) => !file.endsWith(".issues.json"))) {
    const text = readFileSync(`${folder}/${name}`, "utf8");
    refusedAlike((engine) => engine.estimate(engine.parse(text) as Scenario), name);
  }
});

test("hostile values are refused alike, and leave it working", () => {
  const throws = Object.defineProperty({}, "stages", {
    enumerable: true,
    get() {
      throw new Error("not to be read");
    },
  });
  const deep: { stages: unknown } = { stages: [] };
  for (let i = 0, inner = deep; i < 500; ++i) inner.stages = [(inner = { stages: [] })];
  const values: unknown[] = [
    undefined,
    null,
    0,
    "BERT",
    [],
    () => 1,
    new Map(),
    new Proxy({}, {}),
    Object.create({ stages: [] }),
    throws,
    deep,
    { schema: "fivecars/scenario/1", stages: new Array(1e9) },
    { schema: "fivecars/scenario/1", stages: [{ time: { hours: -0.1 }, power: { measured_w: NaN } }] },
    { schema: "fivecars/scenario/1", stages: [{ time: { hours: 1 }, power: { measured_w: "1" } }] },
    { schema: "fivecars/scenario/1", stages: [], site: { region: "\ud800" } },
  ];
  for (const [i, value] of values.entries())
    refusedAlike((engine) => engine.estimate(value as Scenario), String(i));
  for (const text of ["", "{", "\ud800", "[1e999]", '{"a": 1, "a": 2}', 7 as never])
    refusedAlike((engine) => engine.parse(text), String(text));
  compare(texts.publications["bert-base"]?.scenario as Scenario, "bert-base");
});

test("an unknown name says its place, and what is spelt alike", () => {
  const at_sea = { schema: "fivecars/scenario/1", stages: [], site: { grid: { id: "ember/FRB" } } };
  const stages = [{ time: { hours: 1 }, power: { measured_w: 1 } }];
  const [fault] = faultsOf(() => embed.estimate({ ...at_sea, stages } as Scenario));
  assert.equal(fault?.path, "/site/grid/id");
  assert.match(fault.message, /"ember\/FRB" is not a known grid; did you mean "ember\/BRB"/);
});

test("the lists hold the calculator's rows, in their order, with what a sentence tells", () => {
  for (const table of ["grids", "sites", "devices"] as const) {
    const rows = embed.list(table);
    const listed = calculator.search(table, "", 1e6).rows;
    assert.deepStrictEqual(
      rows.map(({ id }) => id),
      listed.map(({ id }) => id),
    );
    for (const row of rows) {
      assert.equal(embed.row(table, row.id), row);
      const whole = calculator.row(table, row.id) ?? {};
      for (const [member, value] of Object.entries(row))
        assert.deepStrictEqual((whole as Record<string, unknown>)[member], value, `${row.id} ${member}`);
    }
  }
  assert.deepStrictEqual(embed.row("grids", "ember/FRA"), {
    id: "ember/FRA",
    name: "France",
    kind: "country",
  });
  assert.equal(embed.row("sites", "aws/eu-west-3")?.grid, "ember/FRA");
  assert.equal(embed.row("devices", "nvidia-v100-sxm2-16gb")?.kind, "gpu");
  assert.equal(embed.row("grids", "ember/Atlantis"), null);
  assert.deepStrictEqual(embed.list("models" as never), []);
  assert.equal(embed.row("\ud800" as never, "\ud800"), null);
});

test("the declared types name exactly what the module has", async () => {
  const { default: createModule } = await import("#embed-module");
  const module = await createModule({ wasmBinary: readFileSync(at("build/wasm/embed.wasm")) });
  for (const name of ["estimate", "checkJson", "unreadable", "list"] as const)
    assert.equal(typeof module[name], "function");
});

test("a reader's first change fetches no more than was promised", () => {
  const size = (file: string): number =>
    brotliCompressSync(readFileSync(at(file)), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  const bytes = size("build/wasm/embed.wasm");
  const budgets = JSON.parse(readFileSync(at("tests/size/budgets.json"), "utf8")) as {
    embed_engine: { brotli: number };
  };
  assert.ok(bytes <= budgets.embed_engine.brotli, `embed.wasm: ${bytes}`);
});
