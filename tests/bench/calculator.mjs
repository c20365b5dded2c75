// How long the calculator takes: to start under Node, to list what it knows, and for one estimate, in wasm and natively.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
const iterations = 2000;
const starts = 50;
const model = "bert-base";

const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1];
const once = async (work) => {
  const start = performance.now();
  await work();
  return (performance.now() - start) * 1000;
};
const repeat = async (n, work) => {
  const times = [];
  for (let i = 0; i < n; ++i) times.push(await once(work));
  return median(times);
};

const { default: create } = await import(path.resolve("build/wasm/calculator.mjs"));
const wasmBinary = readFileSync("build/wasm/calculator.wasm");

const start = await repeat(starts, () => create({ wasmBinary }));
const module = await create({ wasmBinary });
const catalogue = await repeat(starts, () => module.catalogue());

const scenario = JSON.parse(execFileSync("build/native/fivecars", ["model", model], { encoding: "utf8" }));
const kg = module.estimate(scenario).estimate.operational_kg.best;
const times = [];
for (let i = 0; i < iterations; ++i) {
  // As the wrapper does it: a copy first, so that no getter runs while the module reads.
  const begin = performance.now();
  module.estimate(structuredClone(scenario));
  times.push((performance.now() - begin) * 1000);
}
const wasm = median(times);

const folder = mkdtempSync(path.join(tmpdir(), "fivecars-bench-"));
writeFileSync(path.join(folder, "scenario.json"), JSON.stringify(scenario));
const [native, nativeKg] = execFileSync(
  "build/native/tests/bench/fivecars_bench",
  [path.join(folder, "scenario.json"), String(iterations)],
  {
    encoding: "utf8",
  },
)
  .split(" ")
  .map(Number);
rmSync(folder, { recursive: true });
if (Math.abs(nativeKg / kg - 1) > 1e-5) throw new Error(`natively ${nativeKg} kg, in wasm ${kg} kg`);

const shown = (microseconds) =>
  microseconds < 1000 ? `${microseconds.toFixed(1)} µs` : `${(microseconds / 1000).toFixed(2)} ms`;
const rows = [
  [`start under Node, compiling included (median of ${starts})`, shown(start)],
  [`catalogue(), the whole of it (median of ${starts})`, shown(catalogue)],
  [`one estimate of ${model} in wasm (median of ${iterations})`, shown(wasm)],
  [`one estimate of ${model}, native (median of ${iterations})`, shown(native)],
  ["wasm / native", (wasm / native).toFixed(2)],
];
const width = Math.max(...rows.map(([what]) => what.length));
console.log(
  `Node ${process.versions.node}, ${cpus()[0]?.model.trim()}, ${readFileSync("build/wasm/toolchain.txt", "utf8").trim()}`,
);
for (const [what, value] of rows) console.log(what.padEnd(width + 2) + value.padStart(10));
