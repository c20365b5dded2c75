// Golden documents: the same doubles and texts natively and in wasm. GOLDEN_REBASE=1 writes them anew.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import type { Estimate } from "../../web/calculator/load.js";
import { at, faultsOf, fivecars, load, texts } from "./support.js";

const rebase = process.env["GOLDEN_REBASE"] === "1";
const folder = at("tests/golden");
const names = (sub: string, ending: RegExp): string[] =>
  readdirSync(`${folder}/${sub}`).filter((name) => ending.test(name) && !name.endsWith(".issues.json"));

// Stamps change with every release; everything else must not.
function unstamped(estimate: Estimate): unknown {
  return { ...estimate, data_version: "…", engine_version: "…" };
}

function compare(path: string, value: unknown): void {
  if (rebase) writeFileSync(path, JSON.stringify(value, null, 2) + "\n");
  assert.ok(existsSync(path), `${path} is missing: make golden-rebase`);
  // Equal as doubles: JSON.parse gives the nearest double to the digits, and the digits are the shortest that do.
  const golden: unknown = JSON.parse(readFileSync(path, "utf8"));
  assert.deepStrictEqual(value, golden, `${path} differs; if that is meant: make golden-rebase`);
}

const calculator = await load();

for (const name of names("scenarios", /\.json$/)) {
  test(`scenario ${name} gives its estimate, natively and in wasm`, () => {
    const text = readFileSync(`${folder}/scenarios/${name}`, "utf8");
    const native = fivecars(["estimate", "-"], text);
    assert.equal(native.status, 0, native.stderr);
    const estimate = JSON.parse(native.stdout) as Estimate;
    compare(`${folder}/estimates/${name}`, unstamped(estimate));
    assert.deepStrictEqual(calculator.estimateText(text), estimate);
  });
}

for (const name of names("refused", /\.(json|txt)$/)) {
  test(`refused ${name}: the same faults on the command line and in wasm`, () => {
    const bytes = readFileSync(`${folder}/refused/${name}`);
    const issues = faultsOf(() => calculator.estimateText(bytes.toString("utf8")));
    compare(`${folder}/refused/${name.replace(/\.(json|txt)$/, "")}.issues.json`, issues);
    const native = fivecars(["estimate", "-"], bytes);
    assert.equal(native.status, 2);
    assert.equal(native.stdout, "");
    assert.deepStrictEqual(
      native.stderr.trimEnd().split("\n"),
      issues.map(({ message }) => message),
    );
  });
}

test("every published model: the same estimate natively and in wasm", () => {
  const models = Object.entries(texts.publications);
  assert.ok(models.length >= 45);
  for (const [id, { scenario, one_basis }] of models) {
    if (scenario) {
      const native = fivecars(["estimate", "-"], fivecars(["model", id]).stdout);
      assert.equal(native.status, 0, native.stderr);
      assert.deepStrictEqual(calculator.estimate(scenario), JSON.parse(native.stdout), id);
    }
    if (one_basis) {
      const native = fivecars(["estimate", "-"], JSON.stringify(one_basis));
      assert.equal(native.status, 0, native.stderr);
      assert.deepStrictEqual(calculator.estimate(one_basis), JSON.parse(native.stdout), id);
    }
  }
});
