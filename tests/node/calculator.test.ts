// The wrapper: what it offers, and that it works in a worker from the same bytes.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Worker } from "node:worker_threads";
import { loadCalculator, type Calculator } from "../../web/calculator/load.js";
import { at, faultsOf, load, scenarioOf, texts } from "./support.js";

const calculator = await load();

test("BERT base comes out at 1,437.5 lb", () => {
  const { operational_kg } = calculator.estimate(scenarioOf("bert-base"));
  const lb = operational_kg.best / calculator.catalogue().mass_units_kg.lb;
  assert.equal(lb.toFixed(4), "1437.5124");
});

test("the declared types name exactly what the module has", async () => {
  const { default: createModule } = await import("#calculator-module");
  const module = await createModule({ wasmBinary: readFileSync(at("build/wasm/calculator.wasm")) });
  for (const name of ["estimate", "checkJson", "unreadable", "catalogue", "search", "row"] as const) {
    assert.equal(typeof module[name], "function");
  }
});

test("the catalogue is parsed once and names its sources", () => {
  const catalogue = calculator.catalogue();
  assert.equal(calculator.catalogue(), catalogue);
  const known = new Set(catalogue.sources.map(({ id }) => id));
  const cited: string[] = [];
  JSON.stringify(catalogue, (key, value: unknown) => {
    if (key === "source") cited.push(String(value));
    return value;
  });
  assert.ok(cited.length >= 30, String(cited.length));
  for (const source of cited) assert.ok(known.has(source), source);
});

test("every source that a trace names is in the catalogue", () => {
  const known = new Set(calculator.catalogue().sources.map(({ id }) => id));
  for (const [id, { scenario }] of Object.entries(texts.publications)) {
    if (!scenario) continue;
    for (const step of calculator.estimate(scenario).trace) {
      for (const { source, origin } of step.operands) {
        if (source !== null) assert.ok(known.has(source), `${id}: ${source}`);
        else assert.ok(origin === "given" || origin === "step", `${id}: ${step.symbol}`);
      }
    }
  }
});

test("every row that a search lists can be fetched, and names sources that are known", () => {
  const known = new Set(calculator.catalogue().sources.map(({ id }) => id));
  for (const table of ["grids", "sites", "devices", "models"] as const) {
    const { rows, total } = calculator.search(table, "", 1e6);
    assert.equal(rows.length, total);
    assert.ok(total >= 90, table);
    for (const { id, name, value } of rows) {
      const row = calculator.row(table, id);
      assert.equal(row?.id, id);
      assert.equal(row, calculator.row(table, id));
      assert.ok(name.length > 1, id);
      assert.ok(value === undefined || Number.isFinite(value), id);
      JSON.stringify(row, (key, part: unknown) => {
        if (key === "source") assert.ok(known.has(String(part)), `${id}: ${String(part)}`);
        return part;
      });
    }
  }
});

test("a search takes what people type, and a list no longer than asked for", () => {
  const first = (table: "grids" | "sites" | "devices", query: string): string | undefined =>
    calculator.search(table, query, 1).rows[0]?.id;
  assert.equal(first("grids", "Côte d’Ivoire"), "ember/CIV");
  assert.equal(first("devices", "A100 80GB"), "nvidia-a100-sxm4-80gb");
  assert.equal(first("sites", "us-east-1"), "aws/us-east-1");
  assert.equal(calculator.search("devices", "nvidia", 7).rows.length, 7);
  assert.deepEqual(calculator.search("grids", "\ud83d\u0000 \ud800", 5), { rows: [], total: 0 });
  assert.equal(calculator.search("grids", "x".repeat(1e6)).total, 0);
  assert.equal(calculator.row("grids", "ember/Atlantis"), null);
  assert.throws(() => calculator.search("cars" as never, "a"), /no table cars/);
});

test("two instances don't know of each other", async () => {
  const other: Calculator = await load();
  faultsOf(() => other.estimateText("{"));
  assert.notEqual(other.catalogue(), calculator.catalogue());
  assert.deepEqual(other.catalogue(), calculator.catalogue());
});

test("a text with a byte order mark is read", () => {
  const scenario = scenarioOf("bert-base");
  const marked = "\uFEFF" + JSON.stringify(scenario);
  assert.deepEqual(calculator.estimateText(marked), calculator.estimate(scenario));
});

test("the scenario that is handed over is left as it was", () => {
  const scenario = structuredClone(scenarioOf("bert-base"));
  const before = structuredClone(scenario);
  Object.freeze(scenario);
  calculator.estimate(scenario);
  assert.deepEqual(scenario, before);
});

test("bytes that are no wasm are an error, not a hang", async () => {
  await assert.rejects(loadCalculator({ wasmBinary: new Uint8Array([1, 2, 3, 4]) }));
});

test("without WebAssembly it says so", async () => {
  const there = globalThis.WebAssembly;
  Reflect.deleteProperty(globalThis, "WebAssembly");
  try {
    await assert.rejects(loadCalculator(), /no WebAssembly/);
  } finally {
    globalThis.WebAssembly = there;
  }
});

test("it works in a worker", async () => {
  const loader = new URL("../../web/calculator/load.js", import.meta.url).href;
  const source = `
    import { parentPort, workerData } from "node:worker_threads";
    import { readFileSync } from "node:fs";
    import { loadCalculator } from ${JSON.stringify(loader)};
    const calculator = await loadCalculator({ wasmBinary: readFileSync(workerData.wasm) });
    parentPort.postMessage(calculator.estimate(workerData.scenario).energy_kwh.best);
  `;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`), {
    workerData: { wasm: at("build/wasm/calculator.wasm"), scenario: scenarioOf("architecture-search") },
  });
  const energy = await new Promise<number>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  await worker.terminate();
  assert.equal(energy.toFixed(1), "656347.3");
});
