// The sizes of what ships, against the ones kept in git. A change of a byte shows; the commit that makes it re-bases.
//
//   node tests/size/size.mjs             compares (part of make test)
//   node tests/size/size.mjs --rebase    writes baseline.json (make size-rebase)
//   node tests/size/size.mjs --table     prints the sizes (make size)
//
// Exact for the toolchains in baseline.json. Others make other bytes: for them only the budgets hold.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { budgets, firstLoad, stable, starts } from "./first-load.mjs";

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
const baseline_file = "tests/size/baseline.json";
const rebase_command = "make size-rebase";

const read = (file, reason) => {
  try {
    return readFileSync(file);
  } catch {
    console.error(`${file} is missing: ${reason}`);
    process.exit(1);
  }
};
const readJson = (file) => JSON.parse(read(file, "it belongs to the sources").toString());

// --- measure -------------------------------------------------------------------------------------------------------

const sizes = (bytes) => ({
  raw: bytes.length,
  gzip: gzipSync(bytes, { level: 9 }).length,
  brotli: brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length,
});

const toolchain = read("build/wasm/toolchain.txt", "`make wasm` writes it").toString().trim();
read("dist/index.html", "`make dist` builds it");

const files = {};
/** Of each language; they share most files. */
const first_loads = {};
const counted = new Set();
for (const start of starts("dist")) {
  const language = start.includes("/") ? ` (${path.dirname(start)})` : "";
  const loaded = firstLoad("dist", start);
  const load = { requests: loaded.length, raw: 0, gzip: 0, brotli: 0 };
  for (const name of loaded) {
    const size = sizes(readFileSync(`dist/${name}`));
    for (const kind of ["raw", "gzip", "brotli"]) load[kind] += size[kind];
    if (counted.has(name)) continue;
    counted.add(name);
    let key = `dist/${stable(name)}${name === start ? "" : language}`;
    while (key in files) key += " (another)";
    files[key] = size;
  }
  first_loads[`first load${language}`] = load;
}
for (const name of ["calculator.wasm", "calculator.mjs"]) {
  files[`build/wasm/${name}`] = sizes(read(`build/wasm/${name}`, "`make wasm` builds it"));
}
const module = new WebAssembly.Module(readFileSync("build/wasm/calculator.wasm"));
const measured = {
  compressors: { zlib: process.versions.zlib, brotli: process.versions.brotli },
  first_loads,
  files,
  wasm_imports: WebAssembly.Module.imports(module).map(
    ({ module, name, kind }) => `${module}.${name} ${kind}`,
  ),
  wasm_exports: WebAssembly.Module.exports(module).map(({ name, kind }) => `${name} ${kind}`),
};

const baseline = readJson(baseline_file);

// --- the two that print or write -------------------------------------------------------------------------------------

if (process.argv.includes("--table")) {
  const rows = [...Object.entries(files), ...Object.entries(first_loads)];
  const width = Math.max(...rows.map(([name]) => name.length));
  const line = (name, values) =>
    console.log(name.padEnd(width), ...values.map((value) => String(value).padStart(9)));
  line(toolchain, ["raw", "gzip -9", "brotli 11"]);
  for (const [name, { raw, gzip, brotli }] of rows) line(name, [raw, gzip, brotli]);
  for (const [name, { requests }] of Object.entries(first_loads))
    console.log(
      `${name}: ${requests} requests (budget ${budgets.first_load.requests}), brotli budget ${budgets.first_load.brotli}`,
    );
  process.exit(0);
}
if (process.argv.includes("--rebase")) {
  writeFileSync(baseline_file, `${JSON.stringify({ ...baseline, [toolchain]: measured }, null, 2)}\n`);
  console.log(
    `${baseline_file} now has today's sizes for ${toolchain}. Commit it with the change that made them.`,
  );
  process.exit(0);
}

// --- compare -----------------------------------------------------------------------------------------------------------

let passed = 0;
const faults = [];
const check = (good, fault) => (good ? (passed += 1) : faults.push(fault));
const hints = [];

for (const [name, load] of Object.entries(first_loads)) {
  for (const [what, limit] of Object.entries(budgets.first_load))
    check(load[what] <= limit, `${name}: ${what} ${load[what]} is over its budget of ${limit}`);
}
for (const [name, limits] of Object.entries(budgets.files)) {
  const size = sizes(read(`dist/${name}`, "`make dist` builds it"));
  for (const [kind, limit] of Object.entries(limits))
    check(size[kind] <= limit, `dist/${name}: ${kind} ${size[kind]} is over its budget of ${limit}`);
}
if (faults.length > 0)
  hints.push(
    "A budget (tests/size/budgets.json) is a promise: make something smaller. `make size` shows what is large.",
  );
const overBudget = faults.length;

const expected = baseline[toolchain];
if (expected) {
  // Another zlib or Brotli may pack the same bytes a little differently: then only the raw bytes are compared exactly.
  const packer = { gzip: "zlib", brotli: "brotli" };
  const tolerance = (kind) =>
    kind === "raw" || measured.compressors[packer[kind]] === expected.compressors[packer[kind]] ? 0 : 0.01;
  const compare = (name, before, now) => {
    if (!before || !now) return check(false, `${name}: ${before ? "is gone" : "is new"}`);
    const changed = ["raw", "gzip", "brotli"].filter(
      (kind) => Math.abs(now[kind] - before[kind]) > tolerance(kind) * before[kind],
    );
    const shown = changed.map(
      (kind) =>
        `${kind} ${before[kind]} -> ${now[kind]} (${now[kind] > before[kind] ? "+" : ""}${now[kind] - before[kind]})`,
    );
    check(changed.length === 0, `${name}: ${shown.join(", ")}`);
  };
  for (const name of new Set([...Object.keys(expected.files), ...Object.keys(files)]))
    compare(name, expected.files[name], files[name]);
  for (const name of new Set([...Object.keys(expected.first_loads), ...Object.keys(first_loads)])) {
    const [before, now] = [expected.first_loads[name], first_loads[name]];
    compare(name, before, now);
    check(before?.requests === now?.requests, `${name}: requests ${before?.requests} -> ${now?.requests}`);
  }
  for (const list of ["wasm_imports", "wasm_exports"]) {
    const gone = expected[list].filter((name) => !measured[list].includes(name));
    const added = measured[list].filter((name) => !expected[list].includes(name));
    check(
      gone.length + added.length === 0,
      `${list}: ${[...gone.map((name) => `-${name}`), ...added.map((name) => `+${name}`)].join(", ")}`,
    );
  }
} else {
  check(Object.keys(baseline).length > 0, `${baseline_file} is empty: ${rebase_command} fills it`);
  console.log(`No baseline for ${toolchain}: only the budgets are checked.`);
}

if (faults.length > overBudget)
  hints.push(`If the change is meant: ${rebase_command}, and commit ${baseline_file} with it.`);
for (const line of [...faults, ...hints]) console.log(line);
console.log(`${passed} passed, ${faults.length} failed`);
process.exit(faults.length > 0 ? 1 : 0);
