// catalogc refuses bad data, all faults in one go; the schemas in data/schema are what the code says.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
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
    edit("devices/nvidia.json", (d) => (d["devices"] as Json[]).push(set(structuredClone(d["devices"]![0])))),
    /devices\/nvidia\.json: \/devices\/130\/id: "nvidia-v100-sxm2-16gb" stands here a second time; the first is at devices\/nvidia\.json\/devices\/0/,
  ],
  [
    "a source that isn't there",
    edit(
      "grids/historical.json",
      (d) => (d["grids"]![0]!["figures"]![0]!["cited"]!["source"] = set("strubell-2109")),
    ),
    /grids\/historical\.json: \/grids\/0\/figures\/0\/cited\/source: "strubell-2109" is not a known source; did you mean "strubell-2019"/,
  ],
  [
    "a missing source",
    edit("devices/nvidia.json", (d) => delete (d["devices"]![0] as Partial<Json>)["cited"]),
    /devices\/nvidia\.json: \/devices\/0: "cited" is missing/,
  ],
  [
    "a range out of order",
    edit("defaults.json", (d) => (d["defaults"]![0]!["value"]!["low"] = set(1.7))),
    /defaults\.json: \/defaults\/0\/value: low 1\.7, best 1\.54, high 2 are out of order/,
  ],
  [
    "an intensity over 1.5 kg",
    edit("grids/us.json", (d) => (d["grids"]![0]!["figures"]![0]!["kg_per_kwh"] = set(1.6))),
    /grids\/us\.json: \/grids\/0\/figures\/0\/kg_per_kwh: 1\.6 is not allowed; a number above 0 and up to 1\.5/,
  ],
  [
    "a year of a series over 1.5 kg",
    edit("grids/ember.json", (d) => (d["grids"]![0]!["series"]![0]!["kg_per_kwh"]![3] = set(1.6))),
    /grids\/ember\.json: \/grids\/0\/series\/0\/kg_per_kwh\/3: 1\.6 is not allowed; a number above 0 and up to 1\.5/,
  ],
  [
    "a negative intensity",
    edit("grids/us.json", (d) => (d["grids"]![0]!["figures"]![0]!["kg_per_kwh"] = set(-0.1))),
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
    "a grid whose emissions were rounded to nothing",
    edit("grids/ember.json", (d) => (d["grids"]![0]!["series"]![0]!["kg_per_kwh"]![0] = set(0))),
    /grids\/ember\.json: \/grids\/0\/series\/0\/kg_per_kwh\/0: 0 is not allowed; a number above 0 and up to 1\.5/,
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
    edit("sources/first.json", (d) => (d["sources"]![0]!["colour"] = set("red"))),
    /sources\/first\.json: \/sources\/0\/colour: "colour" is not known here/,
  ],
  [
    "another schema",
    edit("sources/first.json", (d) => (d["schema"] = set("fivecars/sources/2"))),
    /sources\/first\.json: \/schema: "fivecars\/sources\/2" is not known/,
  ],
  [
    "text that isn't JSON",
    (folder) => writeFileSync(join(folder, "grids/us.json"), '{\n "schema": }'),
    /grids\/us\.json: line 2, column 12: a value is expected here/,
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
    edit("devices/nvidia.json", (d) => (d["devices"]![0]!["release"] = set("June 2017"))),
    /\/devices\/0\/release: "June 2017" is not allowed; a date/,
  ],
  [
    "two figures of one year on one basis",
    edit("grids/us.json", (d) =>
      (d["grids"]![1]!["figures"] as Json[]).push(set(structuredClone(d["grids"]![1]!["figures"]![0]))),
    ),
    /grids\/us\.json: \/grids\/1\/figures\/1: a figure of 2023 on this basis stands here a second time/,
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
    edit("devices/nvidia.json", (d) => (d["devices"]![3]!["id"] = set("gtx titan"))),
    /\/devices\/3\/id: "gtx titan" is not allowed/,
  ],
  [
    "a date in the future",
    edit("devices/nvidia.json", (d) => (d["devices"]![0]!["release"] = set("2999-01-01"))),
    /\/devices\/0\/release: "2999-01-01" is not allowed; a date that has been/,
  ],
  [
    "a year in the future, at the end of a series",
    edit("grids/ember.json", (d) => (d["grids"]![0]!["series"]![0]!["from"] = set(2090))),
    /grids\/ember\.json: \/grids\/0\/series\/0\/kg_per_kwh\/0: 2,?090 is not allowed; a whole number from 1990 to 20/,
  ],
  [
    "a lifecycle figure that is said to be derived",
    edit("grids/ember.json", (d) => (d["grids"]![0]!["series"]![0]!["derived"] = set(true))),
    /\/series\/0\/derived: .* is not allowed; only figures that somebody publishes/,
  ],
  [
    "a mix that is not the whole",
    edit("grids/us.json", (d) => (d["grids"]![0]!["mix"]!["gas"] = set(3))),
    /grids\/us\.json: \/grids\/0\/mix: .* is not allowed; a number from 90 to 106/,
  ],
  [
    "a region with a PUE under 1",
    edit("sites/aws.json", (d) => (d["sites"]![0]!["pue"]!["value"] = set(0.9))),
    /sites\/aws\.json: \/sites\/0\/pue\/value: 0\.9 is not allowed; a number from 1 to 10/,
  ],
  [
    "a region on a grid that nobody knows",
    edit("sites/aws.json", (d) => (d["sites"]![0]!["grid"] = set("ember/ZAP"))),
    /sites\/aws\.json: \/sites\/0\/grid: "ember\/ZAP" is not a known grid; did you mean "ember\/ZAF"/,
  ],
  [
    "a source that may not be shipped",
    edit("sources/first.json", (d) => (d["sources"]![0]!["licence"] = set("CC BY-SA 4.0"))),
    /sources\/first\.json: \/sources\/0\/licence: "CC BY-SA 4\.0" is not allowed/,
  ],
  [
    "a model without a word on why it can't be redone",
    edit("models/gemma.json", (d) => delete (d["models"]![0] as Partial<Json>)["no_scenario"]),
    /models\/gemma\.json: \/models\/0: exactly one of scenario, no_scenario is needed/,
  ],
  [
    "a region that a model names and nobody knows",
    edit(
      "models/strubell-2019.json",
      (d) => (d["models"]![0]!["one_basis"]!["site"] = set({ region: "aws/us-east-9" })),
    ),
    /\/models\/0\/one_basis\/site\/region: "aws\/us-east-9" is not a known region/,
  ],
  [
    "a text with a control character, which would end it in the tables",
    edit("devices/nvidia.json", (d) => (d["devices"]![0]!["name"] = set("V\u0000100"))),
    /devices\/nvidia\.json: \/devices\/0\/name: a control character is not allowed/,
  ],
  [
    "an id of a megabyte",
    edit("devices/nvidia.json", (d) => (d["devices"]![0]!["id"] = set("a".repeat(1e6)))),
    /\/devices\/0\/id: 1,000,000 bytes of text are not allowed/,
  ],
  [
    "a version of a megabyte",
    (folder) => writeFileSync(join(folder, "VERSION"), `2026.11.${"1".repeat(1e6)}\n`),
    /VERSION: "2026\.11\.1+…" is not allowed; YYYY\.MM/,
  ],
  [
    "a folder that leads to itself",
    (folder) => {
      rmSync(join(folder, "grids"), { recursive: true });
      symlinkSync("grids", join(folder, "grids"));
    },
    /data\/grids: "grids\/\*\.json" is missing/,
  ],
  [
    "a part of the mix without its upstream figure",
    edit("upstream.json", (d) => (d["upstream"]![0]!["id"] = set("gaz"))),
    /upstream\.json: \/upstream: "gas" is missing/,
  ],
  [
    "a spread that its figure lies outside of",
    edit("defaults.json", (d) => {
      const grid = (d["defaults"] as Json[]).find((row) => String(row["id"]) === "grid");
      grid!["value"] = set({ best: 1.3, low: 1.1, high: 1.5 });
    }),
    /defaults\.json: \/defaults\/\d+\/value: 1\.3 is not allowed; a number from 1 to 1/,
  ],
  [
    "a PUE that is the least there can be, and more",
    edit("sites/aws.json", (d) => (d["sites"]![0]!["pue"]!["value"] = set({ best: 1, low: 1, high: 1.3 }))),
    /sites\/aws\.json: \/sites\/0\/pue\/value: best is 1, the least there can be/,
  ],
  [
    "a grid of unknown places that has no figure",
    edit("defaults.json", (d) => (d["grid"] = set("strubell-2019/CN"))),
    /defaults\.json: \/grid: no intensity is known for "strubell-2019\/CN"/,
  ],
  [
    "an id that catalogc gives a derived grid",
    edit("grids/us.json", (d) => {
      const copy = structuredClone(d["grids"]![0]!);
      copy["id"] = set(`${String(copy["id"])}/delivered`);
      (d["grids"] as Json[]).push(copy);
    }),
    /grids\/us\.json: \/grids\/\d+\/id: "egrid\/.*\/delivered" stands here a second time/,
  ],
  [
    "a grid of a country that isn't there",
    edit("grids/us.json", (d) => (d["grids"]![1]!["country"] = set("UAS"))),
    /grids\/us\.json: \/grids\/1\/country: "UAS" is not a known country/,
  ],
  [
    "a machine that no default has the making of",
    edit("sites/own.json", (d) => (d["sites"]![2]!["machine"] = set("labtop_kg"))),
    /sites\/own\.json: \/sites\/2\/machine: "labtop_kg" is not a known default; did you mean "laptop_kg"/,
  ],
  [
    "a machine that is a share",
    edit("sites/own.json", (d) => (d["sites"]![2]!["machine"] = set("active_share_own"))),
    /sites\/own\.json: \/sites\/2\/machine: "active_share_own" is not known; one of a default in kg/,
  ],
  [
    "an active share that is a spread",
    edit("sites/own.json", (d) => (d["sites"]![2]!["active_share"] = set("grid"))),
    /sites\/own\.json: \/sites\/2\/active_share: "grid" is not known/,
  ],
  [
    "water that is neither withdrawn nor consumed",
    edit("sites/gcp.json", (d) => (d["sites"]![1]!["wue_l_per_kwh"]!["measures"] = set("use"))),
    /sites\/gcp\.json: \/sites\/1\/wue_l_per_kwh\/measures: "use" is not known/,
  ],
  [
    "a PUE that measures water",
    edit("sites/gcp.json", (d) => (d["sites"]![1]!["pue"]!["measures"] = set("consumption"))),
    /sites\/gcp\.json: \/sites\/1\/pue\/measures: "measures" is not known here/,
  ],
  [
    "a pipeline without stages",
    edit("pipelines.json", (d) => (d["pipelines"]![0]!["stages"] = set([]))),
    /pipelines\.json: \/pipelines\/0\/stages/,
  ],
  [
    "a stage that costs nothing",
    edit("pipelines.json", (d) => (d["pipelines"]![0]!["stages"]![0]!["times"] = set(0))),
    /pipelines\.json: \/pipelines\/0\/stages\/0\/times: 0 is not allowed/,
  ],
  [
    "a pipeline from a source that isn't there",
    edit("pipelines.json", (d) => (d["pipelines"]![0]!["cited"]!["source"] = set("strubell-2091"))),
    /pipelines\.json: \/pipelines\/0\/cited\/source: "strubell-2091" is not a known source/,
  ],
  [
    "a grid loss of a grid without a direct figure",
    edit("grids/ember.json", (d) => (d["grids"]![0]!["grid_loss"] = set(0.05))),
    /grids\/ember\.json: \/grids\/0\/figures: "a direct figure" is missing/,
  ],
  [
    "a month that no year has",
    edit("devices/nvidia.json", (d) => (d["devices"]![0]!["release"] = set("2020-13-45"))),
    /\/devices\/0\/release: "2020-13-45" is not allowed; a date/,
  ],
  [
    "a second site of the same id",
    edit("sites/aws.json", (d) => (d["sites"] as Json[]).push(set(structuredClone(d["sites"]![0])))),
    /sites\/aws\.json: \/sites\/\d+\/id: "aws\/.*" stands here a second time/,
  ],
  [
    "a PUE of a year that hasn't been",
    edit("sites/aws.json", (d) => (d["sites"]![0]!["pue"]!["year"] = set(2099))),
    /sites\/aws\.json: \/sites\/0\/pue\/year: 2099 is not allowed/,
  ],
  [
    "a region that doesn't say how closely its grid is known",
    edit("sites/aws.json", (d) => delete (d["sites"]![0] as Partial<Json>)["grid_known_by"]),
    /sites\/aws\.json: \/sites\/0: "grid_known_by" is missing/,
  ],
  [
    "a grid that a model names and nobody knows",
    edit(
      "models/strubell-2019.json",
      (d) => (d["models"]![0]!["one_basis"]!["site"] = set({ grid: { id: "ember/ZAP" } })),
    ),
    /\/models\/0\/one_basis\/site\/grid\/id: "ember\/ZAP" is not a known grid/,
  ],
  [
    "a model that corrects one that isn't there",
    edit("models/strubell-2019.json", (d) => (d["models"]![0]!["corrects"] = set("bert-bas"))),
    /\/models\/0\/corrects: "bert-bas" is not a known model; did you mean "bert-base"/,
  ],
  [
    "a default grid that isn't there",
    edit("defaults.json", (d) => (d["grid"] = set("ember/wrld"))),
    /defaults\.json: \/grid: "ember\/wrld" is not a known grid/,
  ],
  [
    "an equivalent of a year that hasn't been",
    edit("equivalents.json", (d) => (d["equivalents"]![0]!["vintage"] = set(2099))),
    /equivalents\.json: \/equivalents\/0\/vintage: 2099 is not allowed/,
  ],
  [
    "an upstream figure without a source",
    edit("upstream.json", (d) => (d["upstream"]![0]!["cited"]!["source"] = set("nobody"))),
    /upstream\.json: \/upstream\/0\/cited\/source: "nobody" is not a known source/,
  ],
  [
    "another figure of a model from a source that isn't there",
    edit("models/strubell-2019.json", (d) => {
      const other = {
        quantity: "emissions",
        value: 1,
        unit: "t",
        cited: { source: "nobody", locator: "p. 1", evidence: "primary" },
      };
      d["models"]![0]!["others"] = set([other]);
    }),
    /\/models\/0\/others\/0\/cited\/source: "nobody" is not a known source/,
  ],
  [
    "a published model that prints nothing and doesn't say why",
    edit("models/chinchilla.json", (d) => {
      const model = d["models"]![0]! as Partial<Json>;
      delete model["no_figure"];
      model["kind"] = set("published");
      model["printed"] = set([]);
    }),
    /models\/chinchilla\.json: \/models\/0: "printed" is missing/,
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

test("a file that can't be read says so, and not that all it holds is unknown to the others", () => {
  const { status, faults } = compile((folder) => {
    writeFileSync(join(folder, "sources/grids.json"), "{");
    edit("devices/nvidia.json", (d) => (d["devices"]![0]!["name"] = set(5)))(folder);
  });
  assert.equal(status, 2);
  assert.equal(faults.length, 3, faults.join("\n"));
});

test("catalogc tells all faults of all files in one go", () => {
  const all = refused.filter(([name]) => !/gone|isn't JSON|a missing source/.test(name));
  const { status, faults } = compile((folder) => {
    for (const [, spoil] of all.slice(1, 12)) spoil(folder);
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
      models: { id: string; scenario?: unknown }[];
    };
    for (const { id, scenario } of models.filter((model) => model.scenario)) {
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

interface Citation {
  source: string;
  locator: string;
  evidence: string;
}
/** Calls visit for every citation below. */
function citations(value: unknown, path: string, visit: (cited: Citation, path: string) => void): void {
  if (typeof value !== "object" || value === null) return;
  if ("evidence" in value && "source" in value) visit(value as Citation, path);
  for (const [name, member] of Object.entries(value)) citations(member, `${path}/${name}`, visit);
}

test("every figure of the catalogue leads to a source with title, year, place, licence and evidence", () => {
  const texts = JSON.parse(readFileSync(at("build/native/generated/texts.json"), "utf8")) as Record<
    string,
    Record<string, Json>
  >;
  const sources = texts["sources"] as unknown as Record<string, Record<string, unknown>>;
  const used = new Set<string>();
  let walked = 0;
  citations(texts, "", (cited, path) => {
    walked += 1;
    used.add(cited.source);
    const source = sources[cited.source];
    assert.ok(source, `${path}: ${cited.source}`);
    for (const name of ["label", "title", "authors", "licence"])
      assert.ok(typeof source[name] === "string" && source[name].length > 1, `${cited.source}/${name}`);
    assert.ok(Number(source["year"]) >= 1990, cited.source);
    assert.ok(cited.locator.length > 1 || typeof source["url"] === "string", path);
    assert.match(cited.evidence, /^(primary|secondary|inferred|judgement)$/, path);
  });
  assert.ok(walked > 2500, String(walked));
  // Rows with figures all have one; and the browser's tables name the same source.
  for (const table of ["devices", "grids", "equivalents", "defaults", "pipelines"])
    for (const [id, row] of Object.entries(texts[table] ?? {})) {
      let n = 0;
      citations(row, "", () => (n += 1));
      assert.ok(n > 0, `${table}/${id} cites nothing`);
    }
  // A source that nobody cites would be thanked for nothing.
  const idle = Object.keys(sources).filter((id) => !used.has(id));
  assert.deepEqual(
    idle.filter((id) => !/^(morand-2026|lees-perasso-2026)$/.test(id)),
    [],
  );
});

test("the places where sources disagree show the value chosen, its basis, and the others", async () => {
  const calculator = await load();
  const texts = JSON.parse(readFileSync(at("build/native/generated/texts.json"), "utf8")) as {
    sites: Record<
      string,
      { intensities: { label: string; kg_per_kwh: number; basis: string; year: number }[] }
    >;
  };
  const places: [string, string, string, number, number][] = [
    // place, region, grid chosen, and between which intensities its lifecycle figure lies
    ["London", "aws/eu-west-2", "ember/GBR", 0.15, 0.3],
    ["Montréal", "aws/ca-central-1", "eccc/QC", 0.01, 0.06],
    ["Oregon", "aws/us-west-2", "egrid/NWPP", 0.28, 0.45],
    ["Northern Virginia", "aws/us-east-1", "egrid/SRVC", 0.26, 0.45],
    ["Finland", "gcp/europe-north1", "ember/FIN", 0.03, 0.15],
  ];
  for (const [place, region, grid, least, most] of places) {
    const site = calculator.row("sites", region);
    assert.equal(site?.grid, grid, place);
    const row = calculator.row("grids", grid);
    const series = row?.series.filter(({ basis }) => basis === "lifecycle").at(-1);
    const chosen = series?.kg_per_kwh.at(-1) ?? NaN;
    assert.ok(chosen >= least && chosen <= most, `${place}: ${chosen}`);
    const others = texts.sites[region]?.intensities ?? [];
    assert.ok(others.length >= 2, place);
    const all = [chosen, ...others.map(({ kg_per_kwh }) => kg_per_kwh)];
    const spread = Math.max(...all) / Math.min(...all);
    console.log(
      `${place}: ${grid}, lifecycle${series?.derived ? " (derived)" : ""}, ${(chosen * 1000).toFixed(1)} g/kWh; others ` +
        others.map((o) => `${o.label} ${o.year} ${o.basis} ${(o.kg_per_kwh * 1000).toFixed(1)}`).join("; ") +
        `; ${spread.toFixed(1)} times apart`,
    );
    assert.ok(spread > 1.2, `${place}: the others agree`);
  }
});

test("a page is given the pipelines with their sources, and finds them as the command line does", async () => {
  const calculator = await load();
  const { pipelines, sources } = calculator.catalogue();
  assert.equal(pipelines.length, 4);
  const listed = fivecars(["pipelines"]).stdout.trimEnd().split("\n");
  for (const [i, { id, name, about, stages, cited }] of pipelines.entries()) {
    assert.ok(name.length > 1 && about.length > 1 && stages.every((stage) => stage.name.length > 1), id);
    assert.ok(
      sources.some((source) => source.id === cited.source),
      id,
    );
    assert.equal(calculator.search("pipelines", id, 1).rows[0]?.id, id);
    assert.match(listed[i] ?? "", new RegExp(`^${id} .* times the run {2}`));
  }
  assert.match(listed[1] ?? "", / 1\.685 times the run/);
});

test("catalogc --explain prints where the figures of a row come from", () => {
  const of = (id: string): string => run("build/native/catalogc", [at("data"), "--explain", id]).stdout;
  assert.match(of("aws/us-east-1"), /sites\/aws\/us-east-1 {2}\(data\/sites\/aws\.json\/sites\/\d+\)/);
  assert.match(of("aws/us-east-1"), /pue: .*1\.\d+.*\n {6}from Amazon/);
  assert.match(of("egrid/CAMX"), /derived true[^]*inferred\]/);
  assert.match(of("egrid/CAMX/delivered"), /over 1 less the grid loss/);
  assert.match(of("strubell-2019"), /title: Energy and Policy Considerations/);
  assert.match(of("bert-base"), /printed|cited|origins/);
  const unknown = run("build/native/catalogc", [at("data"), "--explain", "no-such-thing"]);
  assert.equal(unknown.status, 1);
  assert.match(unknown.stderr, /no row of data\/ has the id "no-such-thing"/);
});

test("a row is stale when it is older than three years, and not before", () => {
  const year = new Date().getUTCFullYear();
  const folder = mkdtempSync(join(tmpdir(), "fivecars-data-"));
  try {
    cpSync(at("data"), folder, { recursive: true });
    edit("sites/aws.json", (d) => {
      d["sites"]![0]!["pue"]!["year"] = set(year - 3);
      d["sites"]![1]!["pue"]!["year"] = set(year - 4);
    })(folder);
    const { sites } = JSON.parse(readFileSync(join(folder, "sites/aws.json"), "utf8")) as {
      sites: { id: string }[];
    };
    const { stdout } = run("build/native/catalogc", [folder, "--stale"]);
    assert.ok(!stdout.includes(`sites/${sites[0]!.id}: PUE`));
    assert.ok(stdout.includes(`sites/${sites[1]!.id}: PUE of ${year - 4}`));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("any change of the data changes their version", () => {
  const version = (spoil: (folder: string) => void): string => {
    const folder = mkdtempSync(join(tmpdir(), "fivecars-data-"));
    try {
      cpSync(at("data"), folder, { recursive: true });
      spoil(folder);
      const texts = join(folder, "texts.out");
      assert.equal(run("build/native/catalogc", [folder, "--texts", texts]).status, 0);
      return String((JSON.parse(readFileSync(texts, "utf8")) as Json)["data_version"]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  const now = version(() => undefined);
  assert.equal(
    version(() => undefined),
    now,
  );
  assert.notEqual(
    version(edit("sites/aws.json", (d) => (d["sites"]![0]!["pue"]!["value"] = set(1.21)))),
    now,
  );
});

test("stale rows are listed, and fail nothing", () => {
  const { status, stdout } = run("build/native/catalogc", [at("data"), "--stale"]);
  assert.equal(status, 0);
  assert.match(stdout, /devices\/nvidia-v100-sxm2-16gb: price of 2019/);
  assert.doesNotMatch(stdout, /ember\/FRA/);
});

test("ATTRIBUTION.md is the one that the sources make (else: make attribution)", () => {
  const folder = mkdtempSync(join(tmpdir(), "fivecars-"));
  try {
    const { status } = run("build/native/catalogc", [at("data"), "--attribution", join(folder, "a.md")]);
    assert.equal(status, 0);
    assert.equal(readFileSync(at("ATTRIBUTION.md"), "utf8"), readFileSync(join(folder, "a.md"), "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const schemas = readdirSync(at("data/schema")).filter((name) => name.endsWith(".schema.json"));

test("every schema in data/schema is the one that the code makes (else: make schemas)", () => {
  assert.ok(schemas.length >= 11);
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
  for (const name of ["upstream", "equivalents", "defaults", "pipelines"])
    fits(name, read(`data/${name}.json`), name);
  for (const folder of ["sources", "devices", "grids", "sites", "models"])
    for (const name of readdirSync(at(`data/${folder}`))) fits(folder, read(`data/${folder}/${name}`), name);
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
    "too-wide",
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
