// catalogc refuses bad data, all faults in one go; the schemas in data/schema are what the code says.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { at, fivecars, load, run } from "./support.js";

type Json = { [key: string]: Json } & Json[] & string & number;

/** Faults that catalogc finds when `spoil` has had its way with a copy of data/. */
function compile(spoil: (folder: string) => void): { status: number | null; faults: string[] } {
  const folder = mkdtempSync(join(tmpdir(), "fivecars-data-"));
  try {
    cpSync(at("data"), folder, { recursive: true });
    spoil(folder);
    const { status, stderr } = run("build/native/catalogc", [folder]);
    return { status, faults: stderr.trimEnd().split("\n") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
const edit = (file: string, change: (json: Json) => void) => (folder: string) => {
  const json = JSON.parse(readFileSync(join(folder, file), "utf8")) as Json;
  change(json);
  writeFileSync(join(folder, file), JSON.stringify(json));
};
const set = (value: unknown): Json => value as Json;

test("data/ as it is has no fault", () => {
  assert.deepEqual(
    compile(() => undefined),
    { status: 0, faults: [""] },
  );
});

const refused: [string, (folder: string) => void, RegExp][] = [
  [
    "a second row of the same id",
    edit("devices.json", (d) => (d["devices"] as Json[]).push(set(structuredClone(d["devices"]![0])))),
    /devices\.json: \/devices\/7\/id: "nvidia-v100-sxm2-16gb" stands here a second time; the first is at devices\.json\/devices\/0/,
  ],
  [
    "a source that isn't there",
    edit("grids.json", (d) => (d["grids"]![0]!["figures"]![0]!["cited"]!["source"] = set("strubell-2109"))),
    /grids\.json: \/grids\/0\/figures\/0\/cited\/source: "strubell-2109" is not a known source; did you mean "strubell-2019"/,
  ],
  [
    "a missing source",
    edit("devices.json", (d) => delete (d["devices"]![0] as Partial<Json>)["cited"]),
    /devices\.json: \/devices\/0: "cited" is missing/,
  ],
  [
    "a range out of order",
    edit("defaults.json", (d) => (d["defaults"]![0]!["value"]!["low"] = set(1.7))),
    /defaults\.json: \/defaults\/0\/value: low 1\.7, best 1\.54, high 2 are out of order/,
  ],
  [
    "an intensity over 1.5 kg",
    edit("grids.json", (d) => (d["grids"]![0]!["figures"]![0]!["kg_per_kwh"] = set(1.6))),
    /grids\.json: \/grids\/0\/figures\/0\/kg_per_kwh: 1\.6 is not allowed; a number from 0 to 1\.5/,
  ],
  [
    "a negative intensity",
    edit("grids.json", (d) => (d["grids"]![0]!["figures"]![0]!["kg_per_kwh"] = set(-0.1))),
    /-0\.1 is not allowed/,
  ],
  [
    "a device that a model names and nobody knows",
    edit(
      "models/strubell-2019.json",
      (d) =>
        (d["models"]![3]!["scenario"]!["stages"]![0]!["power"]!["devices"]![0]!["device"] =
          set("nvidia-v1000")),
    ),
    /models\/strubell-2019\.json: \/models\/3\/scenario\/stages\/0\/power\/devices\/0\/device: "nvidia-v1000" is not a known device/,
  ],
  [
    "a model's scenario with a PUE under 1",
    edit("models/strubell-2019.json", (d) => (d["models"]![0]!["scenario"]!["site"]!["pue"] = set(0.9))),
    /models\/strubell-2019\.json: \/models\/0\/scenario\/site\/pue: 0\.9 is not allowed; a number from 1 to 10/,
  ],
  [
    "an origin of a number that isn't there",
    edit(
      "models/strubell-2019.json",
      (d) => (d["models"]![0]!["origins"]![0]!["path"] = set("/stages/1/time")),
    ),
    /\/models\/0\/origins\/0\/path: "\/stages\/1\/time" is not a known number of the scenario/,
  ],
  [
    "an unknown member",
    edit("sources.json", (d) => (d["sources"]![0]!["colour"] = set("red"))),
    /sources\.json: \/sources\/0\/colour: "colour" is not known here/,
  ],
  [
    "another schema",
    edit("sources.json", (d) => (d["schema"] = set("fivecars/sources/2"))),
    /sources\.json: \/schema: "fivecars\/sources\/2" is not known/,
  ],
  [
    "text that isn't JSON",
    (folder) => writeFileSync(join(folder, "grids.json"), '{\n "schema": }'),
    /grids\.json: line 2, column 12: a value is expected here/,
  ],
  [
    "a file that is gone",
    (folder) => rmSync(join(folder, "equivalents.json")),
    /equivalents\.json: "equivalents\.json" is missing/,
  ],
  [
    "a default that is gone",
    edit("defaults.json", (d) => (d["defaults"] as Json[]).splice(0, 1)),
    /defaults\.json: \/defaults: "pue" is missing/,
  ],
  [
    "a date that is none",
    edit("devices.json", (d) => (d["devices"]![0]!["release"] = set("June 2017"))),
    /\/devices\/0\/release: "June 2017" is not allowed; a date/,
  ],
  [
    "two figures of one year on one basis",
    edit("grids.json", (d) =>
      (d["grids"]![1]!["figures"] as Json[]).push(set(structuredClone(d["grids"]![1]!["figures"]![0]))),
    ),
    /grids\.json: \/grids\/1\/figures\/1: a figure of 2025 on this basis stands here a second time/,
  ],
  [
    "a default out of its limits",
    edit("defaults.json", (d) => (d["defaults"]![0]!["value"]!["low"] = set(0.5))),
    /defaults\.json: \/defaults\/0\/value: 0\.5 is not allowed; a number from 1 to 10/,
  ],
  [
    "a default in another unit",
    edit("defaults.json", (d) => (d["defaults"]![0]!["unit"] = set("kg"))),
    /\/defaults\/0\/unit: "kg" is not known; one of "1"/,
  ],
  [
    "an id with a space",
    edit("devices.json", (d) => (d["devices"]![3]!["id"] = set("gtx titan"))),
    /\/devices\/3\/id: "gtx titan" is not allowed/,
  ],
  [
    "a date in the future",
    edit("devices.json", (d) => (d["devices"]![0]!["release"] = set("2999-01-01"))),
    /\/devices\/0\/release: "2999-01-01" is not allowed; a date that has been/,
  ],
  [
    "a version that is none",
    (folder) => writeFileSync(join(folder, "VERSION"), "new\n"),
    /VERSION: "new" is not allowed; YYYY\.MM/,
  ],
];
for (const [name, spoil, expected] of refused) {
  test(`catalogc refuses ${name}, with file and pointer`, () => {
    const { status, faults } = compile(spoil);
    assert.equal(status, 2);
    assert.ok(
      faults.some((fault) => fault.startsWith("data/") && expected.test(fault)),
      faults.join("\n"),
    );
  });
}

test("catalogc tells all faults of all files in one go", () => {
  const all = refused.filter(([name]) => !/gone|isn't JSON|a missing source/.test(name));
  const { status, faults } = compile((folder) => {
    for (const [, spoil] of all.slice(1, 11)) spoil(folder);
  });
  assert.equal(status, 2);
  assert.ok(faults.length >= 9, faults.join("\n"));
  assert.match(faults.at(-1) ?? "", /^catalogc: \d+ faults$/);
});

test("every number of a model's scenario says where it comes from, and an inferred one that it is", () => {
  const { publications } = JSON.parse(readFileSync(at("build/native/generated/texts.json"), "utf8")) as {
    publications: Record<string, { origins: { path: string; cited: { evidence: string } }[] }>;
  };
  for (const file of readdirSync(at("data/models"))) {
    const { models } = JSON.parse(readFileSync(at(`data/models/${file}`), "utf8")) as {
      models: { id: string; scenario: unknown }[];
    };
    for (const { id, scenario } of models) {
      const walk = (value: unknown, path: string): void => {
        if (typeof value === "object" && value !== null) {
          for (const [name, member] of Object.entries(value)) walk(member, `${path}/${name}`);
        } else if (typeof value === "number" && value !== 1 && path !== "/site/grid/year") {
          assert.ok(
            publications[id]?.origins.some((origin) => origin.path === path),
            `${id}${path}`,
          );
        }
      };
      walk(scenario, "");
    }
  }
  const draw = publications["development-4789"]?.origins.find(({ path }) => path.endsWith("/system_watts"));
  assert.equal(draw?.cited.evidence, "inferred");
});

const schemas = readdirSync(at("data/schema")).filter((name) => name.endsWith(".schema.json"));

test("every schema in data/schema is the one that the code makes (else: make schemas)", () => {
  assert.ok(schemas.length >= 9);
  for (const name of schemas) {
    const { status, stdout } = fivecars(["schema", name.replace(".schema.json", "")]);
    assert.equal(status, 0);
    assert.equal(readFileSync(at(`data/schema/${name}`), "utf8"), stdout, name);
  }
});

const ajv = new Ajv2020({ strict: false, allErrors: true });
const validator = (name: string) =>
  ajv.compile(JSON.parse(readFileSync(at(`data/schema/${name}.schema.json`), "utf8")) as object);

test("data files, golden scenarios and estimates fit their schemas", () => {
  const fits = (schema: string, value: unknown, name: string): void => {
    const validate = validator(schema);
    assert.ok(validate(value), `${name}: ${JSON.stringify(validate.errors)}`);
  };
  const read = (path: string): unknown => JSON.parse(readFileSync(at(path), "utf8"));
  for (const name of ["sources", "devices", "grids", "equivalents", "defaults"])
    fits(name, read(`data/${name}.json`), name);
  for (const name of readdirSync(at("data/models"))) fits("models", read(`data/models/${name}`), name);
  for (const name of readdirSync(at("tests/golden/scenarios"))) {
    fits("scenario", read(`tests/golden/scenarios/${name}`), name);
    fits("estimate", read(`tests/golden/estimates/${name}`), name);
  }
  for (const name of readdirSync(at("tests/golden/refused")).filter((file) =>
    file.endsWith(".issues.json"),
  )) {
    fits("issues", { issues: read(`tests/golden/refused/${name}`) }, name);
  }
});

test("what the schema refuses the reader refuses, and the other way round but for ids, speeds, order and texts too long", async () => {
  const validate = validator("scenario");
  const calculator = await load();
  // Faults that JSON Schema has no words for.
  const beyond = new Set([
    "unknown-id",
    "no-figure",
    "no-draw",
    "no-devices-speed",
    "range-order",
    "best-at-floor",
    "not-with",
    "wrong-length",
    "missing",
  ]);
  for (const name of readdirSync(at("tests/golden/refused")).filter((file) =>
    /(?<!issues)\.json$/.test(file),
  )) {
    const document: unknown = JSON.parse(readFileSync(at(`tests/golden/refused/${name}`), "utf8"));
    let codes: string[] = [];
    try {
      calculator.estimate(document as never);
      assert.fail(name);
    } catch (error) {
      codes = (error as { issues: { code: string }[] }).issues.map(({ code }) => code);
    }
    if (validate(document))
      assert.ok(
        codes.every((code) => beyond.has(code)),
        `${name}: ${codes.join()}`,
      );
  }
});
