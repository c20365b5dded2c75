// A new year of grids is one command, and what is kept by hand stays.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("../grids-from-ember.mjs", import.meta.url));
const shares = ["coal", "gas", "oil", "nuclear", "hydro", "wind", "solar", "biofuel", "other_renewables"];
const intensity = (rows) =>
  ["Entity,Code,Year,Carbon intensity of electricity per kWh", ...rows].join("\n") + "\n";
const energy = (rows) =>
  [`country,year,iso_code,${shares.map((s) => `${s}_share_elec`).join(",")}`, ...rows].join("\n") + "\n";

function update(intensities, mixes) {
  const folder = mkdtempSync(path.join(tmpdir(), "fivecars-ember-"));
  const file = (name) => path.join(folder, name);
  try {
    const france = {
      id: "ember/FRA",
      name: "France",
      kind: "country",
      aliases: ["République française"],
      varied: true,
      figures: [],
      series: [],
      note: "kept",
    };
    writeFileSync(file("ember.json"), JSON.stringify({ schema: "fivecars/grids/1", grids: [france] }));
    writeFileSync(file("intensity.csv"), intensities);
    writeFileSync(file("energy.csv"), mixes);
    const { status, stdout, stderr } = spawnSync(
      "node",
      [script, file("intensity.csv"), file("energy.csv"), file("ember.json")],
      { encoding: "utf8" },
    );
    return {
      status,
      said: stdout + stderr,
      grids: JSON.parse(readFileSync(file("ember.json"), "utf8")).grids,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("years become series without gaps, grams become kilograms to the digit, the rest stays", () => {
  const { status, said, grids } = update(
    intensity([
      "France,FRA,2022,73.12",
      "France,FRA,2023,56.04",
      "France,FRA,2025,44.9",
      "France,FRA,1990,99",
    ]),
    energy(["France,2025,FRA,0.3,3.5,1.2,67,12.5,8.6,4.9,1.5,2"]),
  );
  assert.equal(status, 0, said);
  const [france] = grids;
  assert.deepEqual(
    france.series.map(({ basis, from, kg_per_kwh }) => [basis, from, kg_per_kwh]),
    [
      ["lifecycle", 2022, [0.07312, 0.05604]],
      ["lifecycle", 2025, [0.0449]],
    ],
  );
  assert.equal(france.mix.year, 2025);
  assert.equal(france.mix.nuclear, 67);
  // Bioenergy is a part of the other renewables.
  assert.equal(france.mix.biomass, 1.5);
  assert.equal(france.mix.other, 0.5);
  assert.deepEqual(
    [france.name, france.aliases, france.varied, france.note],
    ["France", ["République française"], true, "kept"],
  );
});

test("a column that nobody knows and a number that is none are refused, and nothing is written", () => {
  const before = update(intensity(["France,FRA,2022,lots"]), energy([]));
  assert.equal(before.status, 1);
  assert.match(before.said, /intensity\.csv:2: "lots" isn't a number/);
  assert.deepEqual(before.grids[0].series, []);
  const renamed = update(intensity([]).replace("Carbon intensity", "Dirt"), energy([]));
  assert.equal(renamed.status, 1);
  assert.match(renamed.said, /unknown column "Dirt of electricity per kWh"/);
});
