// The native command line, as somebody at a terminal uses it.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { Estimate } from "../../web/calculator/load.js";
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

test("--text says how sure it is, what the total is made of, and what would narrow it most", () => {
  const { stdout } = fivecars(
    ["estimate", "-", "--text"],
    fivecars(["model", "bert-base", "--one-basis"]).stdout,
  );
  const document = JSON.parse(
    fivecars(["estimate", "-"], fivecars(["model", "bert-base", "--one-basis"]).stdout).stdout,
  ) as Estimate;
  const { total_kg, operational_kg, embodied_kg, sensitivity } = document;
  assert.match(stdout, /emissions +781\.5 kg CO2e = 1,723 lb {2}\(5-95 %: 5[45]\d-1,1[012]0\)/);
  assert.match(stdout, /running +679\.4 kg, 87 %/);
  assert.match(stdout, /hardware +102\.1 kg, 13 %/);
  assert.ok(Math.abs(total_kg.best - operational_kg.best - embodied_kg!.best) < 1e-9);
  assert.match(stdout, /water +4,886\.2 L/);
  const narrowing = /What would narrow it most\n.*\n +(\S+) +(\S+) /.exec(stdout);
  assert.equal(narrowing?.[1], sensitivity[0]!.input);
  assert.equal(narrowing?.[2], sensitivity[0]!.entry);
  const several = {
    schema: "fivecars/scenario/1",
    site: { pue: 1, grid: { kg_per_kwh: 0.5 } },
    embodied: false,
    per: { unit: "run" },
    stages: [{ name: "search", energy: { it_kwh: 300 } }, { energy: { it_kwh: 100 } }],
  };
  const stages = fivecars(["estimate", "-", "--text"], JSON.stringify(several)).stdout;
  assert.match(stages, /Its stages\n +search +150 kg +75 %\n +stage 2 +50 kg +25 %\n/);
  assert.doesNotMatch(stages, /narrow|5-95|^ +SCI/m);
});

test("models lists all, model ID prints a scenario that estimate takes", () => {
  const ids = fivecars(["models"])
    .stdout.trimEnd()
    .split("\n")
    .map((line) => line.split(" ")[0] ?? "");
  assert.ok(ids.length >= 45);
  let redone = 0;
  for (const id of ids) {
    const { status, stdout, stderr } = fivecars(["model", id]);
    if (status === 0) {
      redone += 1;
      assert.equal(fivecars(["estimate", "-"], stdout).status, 0, id);
    } else {
      assert.equal(status, 2);
      assert.match(stderr, /has no such scenario: ./, id);
    }
  }
  assert.ok(redone >= 80, String(redone));
  const [own, ours] = [[], ["--one-basis"]].map(
    (more) => JSON.parse(fivecars(["model", "gpt-3", ...more]).stdout) as { title: string; ranges?: string },
  );
  assert.match(own!.title, /as in the paper/);
  assert.match(ours!.title, /on one basis/);
});

test("grids, sites and devices are found by what people type, a line each with the chief figure", () => {
  const lines = (...args: string[]): string[] => fivecars(args).stdout.trimEnd().split("\n");
  assert.match(
    lines("grids", "USA")[0] ?? "",
    /^ember\/USA +United States +0\.\d+ kg\/kWh {2}lifecycle 20\d\d$/,
  );
  assert.match(lines("devices", "rtx", "3090")[0] ?? "", /^nvidia-rtx-3090 .* 350 W {2}TDP$/);
  assert.match(lines("sites", "us-east-1")[0] ?? "", /^aws\/us-east-1 .* PUE 1\.\d+ {2}.*Virginia/);
  assert.ok(lines("devices").length >= 210);
  assert.match(lines("models", "llama", "2", "70b")[0] ?? "", /^llama-2-70b .*291\.42 t CO2e/);
  const none = fivecars(["grids", "Mordor"]);
  assert.equal(none.status, 2);
  assert.match(none.stderr, /nothing in grids fits "Mordor"/);
});

test("an id that isn't one is answered with the row that its words find", () => {
  const refused = (site: object, devices: object[]): string =>
    fivecars(
      ["estimate", "-"],
      JSON.stringify({
        schema: "fivecars/scenario/1",
        stages: [{ time: { hours: 1 }, power: { devices } }],
        site,
      }),
    ).stderr;
  const text = refused({ grid: { id: "Germany" } }, [{ device: "RTX 3090", count: 1 }]);
  assert.match(text, /"Germany" is not a known grid; did you mean "ember\/DEU"/);
  assert.match(text, /"RTX 3090" is not a known device; did you mean "nvidia-rtx-3090"/);
  assert.match(
    refused({ region: "us-east-1" }, [{ watts: 1, count: 1 }]),
    /"us-east-1" is not a known region; did you mean "aws\/us-east-1"/,
  );
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
