// Brings data/grids/ember.json up to date from two files of Our World in Data:
//
//   node scripts/grids-from-ember.mjs carbon-intensity-electricity.csv owid-energy-data.csv [ember.json]
//
// The first, from ourworldindata.org/grapher/carbon-intensity-electricity, gives the intensity by year; the second,
// from github.com/owid/energy-data, the generation mix, of which the latest year is taken. Only `series` and `mix` are
// replaced: ids, names, aliases, water and notes are kept by hand in ember.json.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const firstYear = 2012;

// Places whose code isn't three letters: what Our World in Data calls them, and the id here.
const ids = {
  World: "world",
  Africa: "africa",
  Asia: "asia",
  Europe: "europe",
  "North America": "north-america",
  Oceania: "oceania",
  "South America": "south-america",
  "European Union (27)": "eu27",
  "High-income countries": "high-income",
  "Upper-middle-income countries": "upper-middle-income",
  "Lower-middle-income countries": "lower-middle-income",
  "Low-income countries": "low-income",
  "Africa (Ember)": "africa-ember",
  "Asia (Ember)": "asia-ember",
  "Europe (Ember)": "europe-ember",
  "North America (Ember)": "north-america-ember",
  "Oceania (Ember)": "oceania-ember",
  "EU (Ember)": "eu-ember",
  "Latin America and Caribbean (Ember)": "latin-america",
  "Middle East (Ember)": "middle-east",
  "ASEAN (Ember)": "asean",
  "G7 (Ember)": "g7",
  "G20 (Ember)": "g20",
  "OECD (Ember)": "oecd",
  Kosovo: "XKX",
};

// Shares of the mix that are one source each. `other_renewables_share_elec` has bioenergy in it; geothermal can't be
// told apart and stays under other.
const shares = ["coal", "gas", "oil", "nuclear", "hydro", "wind", "solar"];
const knownShares = [...shares, ..."biofuel other_renewables fossil renewables low_carbon".split(" ")].map(
  (share) => `${share}_share_elec`,
);
knownShares.push("other_renewables_share_elec_exc_biofuel");

const faults = [];
const notes = [];

function parseCsv(text) {
  const rows = [];
  let row = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') cell += text[(i += 1)];
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ",") {
      row.push(cell);
      cell = "";
    } else if (c === "\n") {
      rows.push([...row, cell]);
      row = [];
      cell = "";
    } else if (c !== "\r") cell += c;
  }
  if (cell !== "" || row.length > 0) rows.push([...row, cell]);
  return rows;
}

// The rows as objects under the keys of `wanted`, a pattern for the header of each column.
function readTable(file, wanted, isIgnored) {
  const [header, ...rows] = parseCsv(readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
  const columns = {};
  header.forEach((name, at) => {
    const key = Object.keys(wanted).find((key) => wanted[key].test(name));
    if (key === undefined) {
      if (!isIgnored(name)) faults.push(`${file}: unknown column "${name}"`);
    } else if (key in columns) faults.push(`${file}: a second column for ${key}: "${name}"`);
    else columns[key] = at;
  });
  for (const key of Object.keys(wanted))
    if (!(key in columns))
      faults.push(
        `${file}: no column for ${key} (${wanted[key].source}); it has ${header.join(", ").slice(0, 300)}`,
      );
  rows.forEach((cells, at) => {
    if (cells.length !== header.length)
      faults.push(`${file}:${at + 2}: ${cells.length} cells, but ${header.length} columns`);
  });
  stopIfFaulty();
  return rows.map((cells, at) => {
    const row = { line: at + 2 };
    for (const [key, column] of Object.entries(columns)) row[key] = cells[column];
    return row;
  });
}

function stopIfFaulty() {
  if (faults.length === 0) return;
  for (const fault of faults) console.error(fault);
  process.exit(1);
}

function idOf(entity, code) {
  return `ember/${ids[entity] ?? (/^[A-Z]{3}$/.test(code) ? code : entity)}`;
}

function numberIn(text, file, line, low, high) {
  const value = Number(text);
  if (text.trim() === "" || !(value >= low && value <= high))
    faults.push(`${file}:${line}: "${text}" isn't a number from ${low} to ${high}`);
  return value;
}

const yearsOf = ({ from, kg_per_kwh: { length } }) =>
  length === 1 ? `${from}` : `${from}–${from + length - 1}`;

function readSeries(file) {
  const wanted = {
    entity: /^entity$/i,
    code: /^code$/i,
    year: /^year$/i,
    grams: /^carbon[ _]intensity/i,
  };
  const byId = new Map();
  for (const row of readTable(file, wanted, (name) => /^world region/i.test(name))) {
    const year = numberIn(row.year, file, row.line, 1900, 2100);
    if (year < firstYear || row.grams.trim() === "") continue;
    numberIn(row.grams, file, row.line, 0, 1500);
    const id = idOf(row.entity, row.code);
    if (!byId.has(id)) byId.set(id, { entity: row.entity, years: new Map() });
    const { years } = byId.get(id);
    // No electricity is made of nothing: so little of it that its emissions were rounded away.
    if (Number(row.grams) === 0) {
      notes.push(`${id}: ${year} says 0; left out`);
      continue;
    }
    if (years.has(year)) faults.push(`${file}:${row.line}: ${row.entity} has ${year} twice`);
    years.set(year, Number(`${row.grams}e-3`)); // the decimal point moves: no rounding
  }
  stopIfFaulty();
  for (const [id, { entity, years }] of byId) {
    const series = [];
    for (const year of [...years.keys()].sort((a, b) => a - b)) {
      const run = series.at(-1);
      if (run && run.from + run.kg_per_kwh.length === year) run.kg_per_kwh.push(years.get(year));
      else series.push({ basis: "lifecycle", from: year, kg_per_kwh: [years.get(year)] });
    }
    for (const run of series)
      run.cited = {
        source: "ember-owid",
        locator: `${entity}, ${yearsOf(run)}`,
        evidence: "primary",
      };
    byId.set(id, series);
  }
  return byId;
}

// Percent of generation, to a hundredth. What the file leaves blank is left out, and none if the rest adds up to 100.
function mixOf(row, file) {
  const percent = (share) => {
    const text = row[share];
    return text.trim() === "" ? undefined : numberIn(text, file, row.line, 0, 100.5);
  };
  const mix = { year: Number(row.year) };
  let rest = 100;
  for (const share of shares) {
    const value = percent(share);
    if (value === undefined) continue;
    mix[share] = value;
    rest -= value;
  }
  const others = percent("other_renewables");
  let evidence = "primary";
  let remark = "";
  if (others === undefined) {
    if (rest < -0.5 || rest > 10) {
      notes.push(`${row.country}: mix left out, its known shares add up to ${(100 - rest).toFixed(1)} %`);
      return undefined;
    }
    if (rest > 0.005) {
      mix.other = rest;
      evidence = "inferred";
      remark = "; other is what is missing to 100 %";
    }
  } else {
    const bioenergy = percent("biofuel");
    if (bioenergy !== undefined) mix.biomass = bioenergy;
    mix.other = others - (bioenergy ?? 0);
    if (mix.other < -0.01 || Math.abs(rest - others) > 1) {
      notes.push(`${row.country}: mix left out, it adds up to ${(100 - rest + others).toFixed(1)} %`);
      return undefined;
    }
  }
  for (const [key, value] of Object.entries(mix)) mix[key] = Math.max(0, Number(value.toFixed(2)));
  mix.cited = {
    source: "owid-energy",
    locator: `${row.country}, ${row.year}, share_elec${remark}`,
    evidence,
  };
  return mix;
}

function readMixes(file, isKnown) {
  const wanted = { entity: /^country$/, code: /^iso_code$/, year: /^year$/ };
  for (const share of [...shares, "biofuel", "other_renewables"])
    wanted[share] = new RegExp(`^${share}_share_elec$`);
  const isIgnored = (name) => !name.includes("_share_elec") || knownShares.includes(name);
  const latest = new Map();
  for (const row of readTable(file, wanted, isIgnored)) {
    const id = idOf(row.entity, row.code);
    if (!isKnown(id) || shares.every((share) => row[share].trim() === "")) continue;
    if (latest.has(id) && Number(latest.get(id).year) >= Number(row.year)) continue;
    latest.set(id, { ...row, country: row.entity });
  }
  for (const [id, row] of latest) {
    const mix = mixOf(row, file);
    if (mix === undefined) latest.delete(id);
    else latest.set(id, mix);
  }
  stopIfFaulty();
  return latest;
}

// As many fields to a line as go into `width` columns; what needs lines of its own starts on a new one.
const width = 150;
function oneLine(value) {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(", ")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`);
  return `{${fields.join(", ")}}`;
}
function wrapped(value, indent, before = 0) {
  const line = oneLine(value);
  if (indent.length + before + line.length <= width || typeof value !== "object") return line;
  const inner = `${indent} `;
  const parts = Array.isArray(value)
    ? value.map((item) => wrapped(item, inner))
    : Object.entries(value).map(
        ([key, item]) => `${JSON.stringify(key)}: ${wrapped(item, inner, key.length + 4)}`,
      );
  const lines = [[]];
  let column = inner.length + before;
  for (const part of parts) {
    if (lines.at(-1).length > 0 && (part.includes("\n") || column + part.length + 2 > width)) {
      lines.push([]);
      column = inner.length;
    }
    lines.at(-1).push(part);
    column += part.includes("\n") ? width : part.length + 2;
  }
  const text = lines.map((parts) => parts.join(", ")).join(`,\n${inner}`);
  return Array.isArray(value) ? `[${text}]` : `{${text}}`;
}

// The order of a row's keys; whatever else it has stands last.
const keys =
  "id name in_a_sentence kind country aliases varied figures series grid_loss mix water note".split(" ");

function main() {
  const [intensityFile, mixFile, given] = process.argv.slice(2);
  if (mixFile === undefined) {
    console.error("usage: node scripts/grids-from-ember.mjs INTENSITY.csv MIX.csv [ember.json]");
    process.exit(1);
  }
  const file = given ?? fileURLToPath(new URL("../data/grids/ember.json", import.meta.url));
  const document = JSON.parse(readFileSync(file, "utf8"));
  const series = readSeries(intensityFile);
  const mixes = readMixes(mixFile, (id) => series.has(id));

  const listed = new Set(document.grids.map(({ id }) => id));
  for (const [id, [{ cited }]] of series)
    if (!listed.has(id)) {
      const row = { id, name: cited.locator.split(",")[0], kind: "country", aliases: [], figures: [] };
      faults.push(`${file}: ${id} is missing; add it by hand: ${oneLine(row)}`);
    }
  stopIfFaulty();

  const grids = document.grids.map((grid) => {
    if (!series.has(grid.id)) {
      notes.push(`${grid.id}: not in ${intensityFile}; left as it is`);
      return grid;
    }
    const mix = mixes.get(grid.id);
    if (mix === undefined)
      notes.push(`${grid.id}: no mix there${grid.mix ? `; that of ${grid.mix.year} stays` : ""}`);
    const updated = { ...grid, series: series.get(grid.id), mix: mix ?? grid.mix };
    const all = new Set([...keys, ...Object.keys(updated)]);
    return Object.fromEntries(
      [...all].filter((key) => updated[key] !== undefined).map((key) => [key, updated[key]]),
    );
  });
  const rows = grids.map((grid) => `  ${wrapped(grid, "  ")}`).join(",\n");
  writeFileSync(file, `{\n "schema": ${JSON.stringify(document.schema)},\n "grids": [\n${rows}\n ]\n}\n`);

  for (const note of notes) console.log(note);
  const years = [...series.values()]
    .map((runs) => runs.at(-1))
    .map((run) => run.from + run.kg_per_kwh.length - 1);
  const last = Math.max(...years);
  const current = years.filter((year) => year === last).length;
  console.log(`${series.size} grids, ${mixes.size} with a mix; ${current} reach ${last}`);
}

main();
