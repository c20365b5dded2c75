// The command of the package against the native one: every number and message, and what they exit with.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { closeSync, openSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { consumer, root, run, tarball } from "./support.mjs";

const folder = consumer();
const native = `${root}build/native/fivecars`;
const packed = join(folder, "node_modules/fivecars/bin/fivecars.mjs");
const fivecars = (words, input) => run(process.execPath, [packed, ...words], { input });

async function same(words, input) {
  const [expected, found] = await Promise.all([run(native, words, { input }), fivecars(words, input)]);
  assert.deepStrictEqual(found, expected, words.join(" "));
  return expected;
}

const golden = (name) => `${root}tests/golden/${name}`;
const scenario = async (...words) => (await run(native, ["model", ...words])).stdout;
const idsOf = async (table) =>
  (await run(native, [table])).stdout
    .trimEnd()
    .split("\n")
    .map((line) => line.split(" ")[0]);

test("every published model is printed and estimated alike, as published and on one basis", async () => {
  const ids = await idsOf("models");
  assert.ok(ids.length >= 99, String(ids.length));
  for (const [i, id] of ids.entries()) {
    const given = await same(["model", id, ...(i % 2 ? ["--one-basis"] : [])]);
    if (given.status !== 0) continue;
    const typical = JSON.stringify({ ...JSON.parse(given.stdout), ranges: "typical" });
    await same(["estimate", "-", ...(i % 3 ? [] : ["--text", "--unit", ["kg", "lb", "t"][i % 3]])], typical);
    if (i % 4 === 0) await same(["estimate", "-", "--text", "--set", "epa"], given.stdout);
  }
});

test("the golden scenarios are estimated alike, and the golden refusals refused alike", async () => {
  for (const kind of ["scenarios", "refused"])
    for (const name of readdirSync(golden(kind)).filter((file) => !file.endsWith(".issues.json"))) {
      const { status } = await same(["estimate", golden(`${kind}/${name}`)]);
      assert.equal(status, kind === "refused" ? 2 : 0, name);
      if (kind === "scenarios") await same(["estimate", golden(`${kind}/${name}`), "--text"]);
    }
});

test("what if: ranked, solved, told apart and compared alike", async () => {
  const bert = await scenario("bert-base", "--one-basis");
  for (const over of ["grids", "sites", "devices", "pue", "years"])
    for (const more of [[], ["--text"], ["--ranges", "--most", "5", "--text"]])
      await same(["rank", "-", "--over", over, ...more], bert);
  for (const what of ["runs", "hours", "devices", "intensity"])
    for (const budget of [
      ["--kg", "1000"],
      ["--equivalent", "car-lifetime", "--count", "0.5", "--text"],
    ])
      await same(["solve", "-", "--for", what, ...budget], bert);
  await same(["solve", "-", "--for", "runs", "--equivalent", "nothing"], bert);
  const [from, to] = ["scenarios/bert-base-measured.json", "scenarios/everything.json"].map(golden);
  await same(["diff", from, to]);
  await same(["diff", from, to, "--text"]);
  for (const more of [[], ["--text"], ["--ranges", "--text"]]) await same(["compare", "--models", ...more]);
});

test("the lists, the searches and the schemas are the same", async () => {
  for (const words of [
    ...["models", "grids", "sites", "devices", "pipelines"].map((table) => [table]),
    ["grids", "Mordor"],
    ["grids", "côte", "d'ivoire"],
    ["sites", "são paulo"],
    ["devices", "a100 80gb"],
    ["devices", "rtx", "3090"],
    ["models", "llama 2 70b"],
    ["model", "bert-bse"],
    ["model", "gpt-4o-epoch"],
  ])
    await same(words);
  const { stdout } = await same(["schema", "scenario"]);
  assert.equal(JSON.parse(stdout).title, "Five Cars scenario");
  for (const name of readdirSync(`${root}data/schema`)) await same(["schema", name.replace(/\..*/, "")]);
});

test("wrong words, unreadable files and damaged texts are told alike", async () => {
  for (const words of [
    [],
    ["--help"],
    ["--version"],
    ["estmate"],
    ["estimate"],
    ["estimate", "a", "b"],
    ["estimate", "-", "--unit", "stone"],
    ["estimate", "-", "--unit", "lb"],
    ["estimate", "-", "--text", "--set", "none"],
    ["estimate", "/nowhere/at/all.json"],
    ["estimate", `${root}data`],
    ["rank", "-", "--over", "stars"],
    ["solve", "-"],
    ["diff", "one"],
    ["schema", "nothing"],
    ["model"],
  ]) {
    const { status, stderr } = await same(words);
    if (!words[0]?.startsWith("--")) assert.ok(status !== 0 && stderr !== "", words.join(" "));
  }
  for (const input of [
    "",
    "null",
    "[1e999]",
    "\ufeff{}",
    Buffer.from([0x7b, 0x22, 0xff, 0x22]),
    JSON.stringify({ "\u001b[31mred\u0007": 1 }),
    "[".repeat(100_000),
    `{"schema": "fivecars/scenario/1", "stages": [${'{"time": {"hours": -1}},'.repeat(3000)}1]}`,
    `"${"x".repeat(1 << 24)}"`,
  ])
    assert.equal((await same(["estimate", "-"], input)).status, 2);
});

test("numbers beside powers of ten are rounded alike for a person", async () => {
  const hours = [
    1e-7, 9.9995e-5, 1e-4, 1e-3, 0.01, 0.0999951, 0.1, 1, 9.995, 10, 99.95, 100, 999.95, 1000, 123456.7,
  ];
  for (const time of hours) {
    const given = {
      schema: "fivecars/scenario/1",
      embodied: false,
      site: { pue: 1, grid: { kg_per_kwh: 1 } },
      prices: { electricity_usd_per_kwh: 0.12 },
      stages: [{ time: { hours: time }, power: { measured_w: 1000 } }],
    };
    const { stdout } = await same(["estimate", "-", "--text"], JSON.stringify(given));
    assert.match(stdout, /emissions +\S+ kg/);
  }
});

test("an input that comes late is waited for, whether or not its pipe blocks", async () => {
  const text = await scenario("elmo");
  const expected = await run(native, ["estimate", "-"], { input: text });
  // Sets its standard input not to block, as some that hand theirs on do, and hands it on.
  const careless = `
    process.stdin.resume();
    process.stdin.pause();
    const { spawn } = require("node:child_process");
    spawn(process.execPath, process.argv.slice(1), { stdio: "inherit" }).on("exit", (code) => process.exit(code));`;
  for (const words of [
    [packed, "estimate", "-"],
    ["-e", careless, packed, "estimate", "-"],
  ]) {
    const child = spawn(process.execPath, words);
    const said = [];
    child.stdout.on("data", (piece) => said.push(piece));
    child.stderr.on("data", (piece) => said.push(piece));
    setTimeout(() => child.stdin.write(text.slice(0, 100)), 400);
    setTimeout(() => child.stdin.end(text.slice(100)), 800);
    const status = await new Promise((resolve) => child.on("close", resolve));
    assert.equal(Buffer.concat(said).toString(), expected.stdout);
    assert.equal(status, 0);
  }
});

test("a pipe can be read by its name", async () => {
  const text = await scenario("elmo");
  const expected = await run(native, ["estimate", "-"], { input: text });
  const found = await run("sh", ["-c", `cat | "${process.execPath}" "${packed}" estimate /dev/stdin`], {
    input: text,
  });
  assert.deepStrictEqual(found, expected);
});

test("a reader that has had enough is no fault to tell; an output that can't be written is", async () => {
  const { status, stdout, stderr } = await run("sh", [
    "-c",
    `"${process.execPath}" "${packed}" grids | head -n 1`,
  ]);
  assert.equal(status, 0);
  assert.equal(stdout, (await run(native, ["grids"])).stdout.replace(/\n[^]*/, "\n"));
  assert.equal(stderr, "");
  const full = openSync("/dev/full", "w");
  const child = spawn(process.execPath, [packed, "models"], { stdio: ["ignore", full, "pipe"] });
  let said = "";
  child.stderr.on("data", (piece) => (said += piece));
  assert.equal(await new Promise((resolve) => child.on("close", resolve)), 1);
  closeSync(full);
  assert.match(said, /the output can't be written/);
});

test("npx runs it from the tarball: BERT base comes to the paper's 1,438 lb", async () => {
  const npx = (words, input) =>
    run("npx", ["--offline", "--yes", `--package=${tarball}`, "fivecars", ...words], {
      cwd: tmpdir(),
      input,
    });
  const { stdout, status, stderr } = await npx(["model", "bert-base"]);
  assert.equal(status, 0, stderr);
  assert.equal(stdout, await scenario("bert-base"));
  const report = (await npx(["estimate", "-", "--text", "--unit", "lb"], stdout)).stdout;
  assert.match(report, /energy +1,506\.8 kWh/);
  assert.match(report, /emissions +1,437\.5 lb CO2e = 652 kg/);
});
