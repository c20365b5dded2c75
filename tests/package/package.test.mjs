// What is in the package, and that it works where nothing else is: in Node, and for whoever writes TypeScript.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { consumer, root, run, tarball, write } from "./support.mjs";

const folder = consumer();
const installed = join(folder, "node_modules/fivecars");
const read = (path) => readFileSync(join(installed, path), "utf8");
const manifest = JSON.parse(read("package.json"));
const site = JSON.parse(readFileSync(`${root}package.json`, "utf8"));

const files = (path = "") =>
  readdirSync(join(installed, path), { withFileTypes: true }).flatMap((file) =>
    file.isDirectory() ? files(`${path}${file.name}/`) : [`${path}${file.name}`],
  );

test("it holds what is meant to ship and nothing else, below 1 MB", () => {
  const meant = [
    /^(package\.json|README\.md|LICENSE|LICENSE-DATA|ATTRIBUTION\.md|THIRD-PARTY-NOTICES\.txt)$/,
    /^bin\/fivecars\.mjs$/,
    /^lib\/cli\.(cjs|wasm\.br)$/,
    /^lib\/(load|refused|bring|inflated|what-if|one-basis|models)\.(js|d\.ts)$/,
    /^lib\/(calculator|what-if)-(module\.js|module\.d\.ts|glue\.js|wasm\.js)$/,
    /^lib\/documents\.d\.ts$/,
    /^lib\/element\/(element\.js|element\.d\.ts|changes\.d\.ts)$/,
    // What the element fetches when it is needed.
    /^lib\/element\/[\w-]+\.js$/,
    /^schema\/(scenario|estimate|issues|export|table|rank|ranking|solve|solution|diff|difference|compare|comparison)\.schema\.json$/,
  ];
  const found = files();
  assert.deepStrictEqual(
    found.filter((file) => !meant.some((pattern) => pattern.test(file))),
    [],
  );
  for (const pattern of meant)
    assert.ok(
      found.some((file) => pattern.test(file)),
      String(pattern),
    );
  const bytes = found.reduce((sum, file) => sum + statSync(join(installed, file)).size, 0);
  assert.ok(bytes < 1_000_000, `${bytes} bytes`);
  const [{ entryCount, unpackedSize }] = JSON.parse(
    execFileSync("npm", ["pack", "--dry-run", "--json", tarball], { cwd: folder, encoding: "utf8" }),
  );
  assert.equal(entryCount, found.length);
  assert.equal(unpackedSize, bytes);
  assert.equal(manifest.version, site.version);
  assert.equal(manifest.dependencies, undefined);
  for (const script of found.filter((file) => /\.(js|cjs|mjs|ts)$/.test(file)))
    assert.doesNotMatch(read(script), /sourceMappingURL|\/build\//, script);
  assert.doesNotMatch(read("README.md"), /\{\{/);
});

test("the wasm in it is the one that the site has", async () => {
  const { inflated } = await import(join(installed, "lib/inflated.js"));
  for (const [script, built] of [
    ["calculator", "calculator"],
    ["what-if", "what_if"],
  ]) {
    const { default: packed } = await import(join(installed, `lib/${script}-wasm.js`));
    const wasm = Buffer.from(await inflated(packed));
    assert.ok(wasm.equals(readFileSync(`${root}build/wasm/${built}.wasm`)), script);
  }
});

test("a linter of packages finds nothing", async () => {
  const { messages } = await publint({ pkgDir: installed, strict: true, pack: false });
  assert.deepStrictEqual(
    messages.map((message) => formatMessage(message, manifest)),
    [],
  );
  for (const [name, conditions] of Object.entries(manifest.exports))
    if (typeof conditions === "object") assert.equal(Object.keys(conditions)[0], "types", name);
});

test("in Node, the calculator, the what-ifs and the models work without anything else", async () => {
  write(folder, {
    "node.mjs": `
      import { loadCalculator, ScenarioError } from "fivecars";
      import { loadWhatIf, oneBasis } from "fivecars/what-if";
      import { models } from "fivecars/models";
      import schema from "fivecars/schema/scenario.json" with { type: "json" };
      import "fivecars/element";
      const calculator = await loadCalculator();
      const whatIf = await loadWhatIf();
      const { scenario } = models["bert-base"];
      const { operational_kg, data_version } = calculator.estimate(scenario);
      const { rows } = whatIf.rank({ schema: "fivecars/rank/1", scenario, over: "grids", query: "quebec" });
      const all = whatIf.compare(oneBasis(calculator.catalogue(), models));
      let refused;
      try { calculator.estimate({}); } catch (error) { refused = error instanceof ScenarioError && error.issues.length; }
      const estimated = Object.values(models).flatMap(({ scenario, one_basis }) => [scenario, one_basis])
        .filter(Boolean).map((sum) => calculator.estimate(sum).total_kg.best);
      console.log(JSON.stringify({ kg: operational_kg.best, data_version, first: rows[0].id, title: schema.title,
        compared: all.rows.length, refused, estimated: estimated.length, least: Math.min(...estimated) }));
    `,
  });
  const { stdout, stderr, status } = await run(process.execPath, ["--no-warnings", "node.mjs"], {
    cwd: folder,
  });
  assert.equal(status, 0, stderr);
  const said = JSON.parse(stdout);
  assert.ok(Math.abs(said.kg - 652.0446478808042) < 1e-9);
  assert.ok(said.compared >= 70, String(said.compared));
  assert.ok(said.estimated > 150 && said.least >= 0, stdout);
  assert.equal(said.first, "eccc/QC");
  assert.equal(said.title, "Five Cars scenario");
  assert.equal(said.refused, 2);
});

test("bytes of one's own are taken instead of those that it brings", async () => {
  const { loadCalculator } = await import(join(installed, "lib/load.js"));
  await assert.rejects(loadCalculator({ wasmBinary: new Uint8Array([0, 97, 115, 109]) }));
  const wasmBinary = readFileSync(`${root}build/wasm/calculator.wasm`);
  assert.ok((await loadCalculator({ wasmBinary })).catalogue().models.length > 90);
});

const typed = `
  import { loadCalculator, ScenarioError, type Estimate, type Issue, type Scenario } from "fivecars";
  import { loadWhatIf, type Ranking } from "fivecars/what-if";
  import { models } from "fivecars/models";
  import { FiveCarsElement, type FiveCarsChange } from "fivecars/element";

  const calculator = await loadCalculator();
  const own: Scenario = { schema: "fivecars/scenario/1", stages: [{ time: { hours: 1 }, power: { measured_w: 1 } }] };
  const estimate: Estimate = calculator.estimate(own);
  export const low: number | undefined = estimate.total_kg.low;
  // @ts-expect-error It may be unknown.
  export const water: number = estimate.water_l.best;
  // @ts-expect-error There is no such member.
  calculator.estimate({ ...own, stagse: [] });
  // @ts-expect-error It may have none.
  calculator.estimate(models["bert-base"].scenario);
  export const issues = (error: unknown): Issue[] => (error instanceof ScenarioError ? error.issues : []);
  export const ranking = async (): Promise<Ranking> =>
    (await loadWhatIf()).rank({ schema: "fivecars/rank/1", scenario: own, over: "grids" });

  const embed = document.createElement("five-cars");
  export const element: FiveCarsElement = embed;
  embed.model = "bert-base";
  embed.scenario = own;
  embed.editable = ["hours", "place"];
  // @ts-expect-error Nobody weighs in stones.
  embed.unit = "st";
  embed.addEventListener("five-cars-change", ({ detail }) => {
    const change: FiveCarsChange = detail;
    console.log(change.total_kg.best, change.sentence.length);
    // @ts-expect-error It isn't told.
    console.log(detail.cost);
  });
  export const found: FiveCarsElement | null = document.querySelector("five-cars");
`;

for (const [name, options] of Object.entries({
  "a bundler's way": { module: "ESNext", moduleResolution: "bundler" },
  "Node's way": { module: "NodeNext", moduleResolution: "NodeNext" },
}))
  test(`its types hold in ${name} of finding modules, with all checks`, async () => {
    write(folder, {
      "typed.ts": typed,
      "tsconfig.json": JSON.stringify({
        compilerOptions: {
          ...options,
          target: "ES2022",
          lib: ["ES2023", "DOM", "DOM.Iterable"],
          types: [],
          strict: true,
          noUncheckedIndexedAccess: true,
          exactOptionalPropertyTypes: true,
          skipLibCheck: false,
          noEmit: true,
        },
        files: ["typed.ts"],
      }),
    });
    const { stdout, status } = await run(`${root}node_modules/.bin/tsc`, ["-p", folder]);
    assert.equal(status, 0, stdout);
  });
