// The native command line, as somebody at a terminal uses it.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { at, fivecars, shell } from "./support.js";

const scenario = (id: string): string => {
  const { status, stdout } = fivecars(["model", id]);
  assert.equal(status, 0);
  return stdout;
};

test("estimate - reads standard input, estimate FILE the file, and both say the same", () => {
  const text = scenario("elmo");
  const folder = mkdtempSync(join(tmpdir(), "fivecars-"));
  try {
    writeFileSync(join(folder, "elmo.json"), text);
    assert.equal(
      fivecars(["estimate", join(folder, "elmo.json")]).stdout,
      fivecars(["estimate", "-"], text).stdout,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("--text prints the paper's digits for a person", () => {
  for (const [id, energy, mass] of [
    ["transformer-base", "26.84 kWh", "25.61 lb"],
    ["transformer-big", "201.1 kWh", "191.9 lb"],
    ["elmo", "274.8 kWh", "262.2 lb"],
    ["bert-base", "1,506.8 kWh", "1,437.5 lb"],
    ["architecture-search", "656,347.3 kWh", "626,155.3 lb"],
  ] as const) {
    const { stdout } = fivecars(["estimate", "-", "--text", "--unit", "lb"], scenario(id));
    assert.match(stdout, new RegExp(energy.replace(".", "\\.")));
    assert.match(stdout, new RegExp(mass.replace(".", "\\.")));
  }
  assert.match(
    fivecars(["estimate", "-", "--text"], scenario("architecture-search")).stdout,
    /car-lifetime +4\.97/,
  );
});

test("models lists all, model ID prints a scenario that estimate takes", () => {
  const ids = fivecars(["models"])
    .stdout.trimEnd()
    .split("\n")
    .map((line) => line.split(" ")[0] ?? "");
  assert.equal(ids.length, 13);
  for (const id of ids) assert.equal(fivecars(["estimate", "-"], scenario(id)).status, 0);
});

test("a model that isn't there is exit 2, with the nearest that is", () => {
  const { status, stderr } = fivecars(["model", "bert-bse"]);
  assert.equal(status, 2);
  assert.match(stderr, /did you mean "bert-base"/);
});

test("wrong words and unreadable files are exit 1, and nothing on standard output", () => {
  for (const args of [
    [],
    ["estmate"],
    ["estimate"],
    ["estimate", "a", "b"],
    ["estimate", "-", "--unit", "stone"],
    ["estimate", "-", "--unit", "lb"],
    ["estimate", "/nowhere/at/all.json"],
    ["estimate", at("data")],
    ["model"],
    ["schema", "nothing"],
  ]) {
    const { status, stdout, stderr } = fivecars(args);
    assert.equal(status, 1, args.join(" "));
    assert.equal(stdout, "");
    assert.ok(stderr.length > 0);
  }
});

test("faults go to standard error, all of them, a line each, exit 2", () => {
  const { status, stdout, stderr } = fivecars(
    ["estimate", "-"],
    '{"schema":"x","stages":[{"runs":-1,"time":{"hours":"2"}}]}',
  );
  assert.equal(status, 2);
  assert.equal(stdout, "");
  const lines = stderr.trimEnd().split("\n");
  assert.ok(lines.length >= 4);
  for (const line of lines) assert.match(line, /^(\/[^:]*: )?./);
});

test("names of a document can't send control characters to the terminal", () => {
  const { stderr } = fivecars(["estimate", "-"], JSON.stringify({ "\u001b[31mred\u0007": 1 }));
  // eslint-disable-next-line no-control-regex
  assert.doesNotMatch(stderr, /[\u0000-\u0009\u000b-\u001f\u007f]/);
});

test("--text cleans the title, and small costs and energies are no zeros", () => {
  const tiny = {
    schema: "fivecars/scenario/1",
    title: "\u001b[31mred\u009b",
    embodied: false,
    site: { pue: 1, grid: { kg_per_kwh: 0.4 } },
    prices: { electricity_usd_per_kwh: 0.12 },
    stages: [{ time: { hours: 0.1 }, power: { measured_w: 300 } }],
  };
  const { stdout } = fivecars(["estimate", "-", "--text"], JSON.stringify(tiny));
  // eslint-disable-next-line no-control-regex
  assert.doesNotMatch(stdout, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  assert.match(stdout, /electricity cost +USD 0\.0036/);
  const less = { ...tiny, stages: [{ time: { hours: 1e-310 }, power: { measured_w: 300 } }] };
  assert.doesNotMatch(fivecars(["estimate", "-", "--text"], JSON.stringify(less)).stdout, /nan/i);
});

test("an output that can't be written is exit 1", () => {
  const { status } = shell(`"${at("build/native/fivecars")}" models > /dev/full`);
  assert.equal(status, 1);
});

test("text that is no valid UTF-8 is a fault with its place", () => {
  const { status, stderr } = fivecars(["estimate", "-"], Buffer.from([0x7b, 0x22, 0xff, 0x22]));
  assert.equal(status, 2);
  assert.match(stderr, /line 1, column 3: this is not valid UTF-8/);
});

test("--version names engine and data", () => {
  assert.match(
    fivecars(["--version"]).stdout,
    /^fivecars \d+\.\d+\.\d+, data \d{4}\.\d{2}(\.\d+)?\+[0-9a-f]{8}\n$/,
  );
});
