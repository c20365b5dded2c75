// Measures the calculator: natively under Google Benchmark, the same sums in wasm under Node and in Chromium, and
// what others publish that does a part of it. Prints a table, which says where a target is missed; exits 1 if a kernel's
// result isn't the same to the last bit everywhere.
//
//   node tests/bench/bench.mjs              everything
//   node tests/bench/bench.mjs ranges …     these kernels alone
//   RECORD=1 node tests/bench/bench.mjs     and writes it into tests/bench/RECORD.md
//   ROUNDS=20                               more rounds; 7 without it
//
// A round measures one kernel natively, under Node and in Chromium, one after the other; the table has the shortest
// of all rounds. On a machine that does other things as well that is what comes closest to the truth, and the ratio of
// two such times closer still.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { cpus } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { bench } from "./measure.mjs";
import { peers } from "./peers.mjs";

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
const rounds = Number(process.env.ROUNDS || 7);
const asked = process.argv.slice(2);
const native_bench = "build/native/tests/bench/fivecars_bench";

/** In microseconds; `ratio` is the most that wasm under Node may take of native. */
const targets = {
  best: { native: 20 },
  ranges: { native: 5000, ratio: 1.6 },
  rank: { node: 5000 },
  "module.rank": { node: 5000 },
};

// --- where ----------------------------------------------------------------------------------------------------------

function natively(name) {
  const report = JSON.parse(
    execFileSync(
      native_bench,
      [
        `--benchmark_filter=^${name}$`,
        "--benchmark_min_time=0.04",
        "--benchmark_repetitions=3",
        "--benchmark_format=json",
      ],
      { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
    ),
  );
  const unit = { ns: 1e-3, us: 1, ms: 1e3 };
  const runs = report.benchmarks.filter(({ run_type }) => run_type === "iteration");
  return {
    us: Math.min(...runs.map(({ real_time, time_unit }) => real_time * unit[time_unit])),
    result: runs[0].result,
  };
}
const natively_cold = () => ({ us: Number(execFileSync(native_bench, ["--cold"], { encoding: "utf8" })) });

const modules = {
  kernels: "build/wasm/tests/bench/bench_kernels",
  calculator: "build/wasm/calculator",
  what_if: "build/wasm/what_if",
};

async function under_node() {
  const loaded = {};
  for (const [name, file] of Object.entries(modules))
    loaded[name] = {
      create: (await import(path.resolve(`${file}.mjs`))).default,
      bytes: readFileSync(`${file}.wasm`),
    };
  return bench(loaded);
}

async function in_chromium() {
  const files = {
    "/": ["text/html", () => "<!doctype html><title>bench</title>"],
    "/measure.mjs": ["text/javascript", () => readFileSync("tests/bench/measure.mjs")],
  };
  for (const [name, file] of Object.entries(modules)) {
    files[`/${name}.mjs`] = ["text/javascript", () => readFileSync(`${file}.mjs`)];
    files[`/${name}.wasm`] = ["application/wasm", () => readFileSync(`${file}.wasm`)];
  }
  const server = createServer(({ url }, response) => {
    const [type, body] = files[url] ?? [];
    // Isolated, because such a page has the finer clock.
    const isolated = {
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Embedder-Policy": "require-corp",
    };
    response.writeHead(type ? 200 : 404, { "Content-Type": type ?? "text/plain", ...isolated });
    response.end(body?.());
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const executablePath =
    process.env.CHROMIUM || execFileSync("scripts/browser.sh", { encoding: "utf8" }).trim();
  const browser = await chromium.launch({ executablePath });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.evaluate(async (names) => {
    const { bench } = await import("/measure.mjs");
    const loaded = {};
    for (const name of names)
      loaded[name] = {
        create: (await import(`/${name}.mjs`)).default,
        bytes: await (await fetch(`/${name}.wasm`)).arrayBuffer(),
      };
    globalThis.measured = await bench(loaded);
  }, Object.keys(modules));
  const call = (what, ...words) =>
    page.evaluate(([what, words]) => globalThis.measured[what](...words), [what, words]);
  return {
    version: browser.version(),
    kernel: (name) => call("kernel", name),
    door: (name) => call("door", name),
    cold: () => call("cold"),
    start: () => call("start"),
    async close() {
      await browser.close();
      await new Promise((done) => server.close(done));
    },
  };
}

// --- measuring --------------------------------------------------------------------------------------------------------

const node = await under_node();
const page = await in_chromium();
const places = ["native", "node", "page"];
const faults = [];

/** The shortest of all rounds by place. */
async function row(what, name, ways) {
  const times = { native: [], node: [], page: [] };
  const results = new Set();
  for (let round = 0; round < rounds; ++round)
    for (const place of places) {
      if (!ways[place]) continue;
      const { us, result } = await ways[place]();
      times[place].push(us);
      if (result !== undefined) results.add(result);
    }
  if (results.size > 1) faults.push(`${what.trim()}: not the same everywhere: ${[...results].join(", ")}`);
  const least = (place) => (times[place].length > 0 ? Math.min(...times[place]) : undefined);
  return { what, name, native: least("native"), node: least("node"), page: least("page") };
}

const rows = [];
const wanted = (name) => asked.length === 0 || asked.includes(name);
for (const { name, what } of node.kernels)
  if (wanted(name))
    rows.push(
      await row(what, name, {
        native: () => natively(name),
        node: () => node.kernel(name),
        page: () => page.kernel(name),
      }),
    );
if (wanted("cold"))
  rows.push(
    await row("estimate with ranges, the first of a process", "cold", {
      native: natively_cold,
      node: node.cold,
      page: page.cold,
    }),
  );
const shown_as = {
  estimate: "estimate(), all of it",
  search_devices: 'search(), devices, typing "a100"',
  search_sites: 'search(), sites, typing "frankf"',
  catalogue: "catalogue()",
  rank: "rank(), all grids and all sites",
};
for (const name of node.doors)
  if (wanted(`module.${name}`) || wanted("module"))
    rows.push(
      await row(`module: ${shown_as[name]}`, `module.${name}`, {
        node: () => node.door(name),
        page: () => page.door(name),
      }),
    );
if (wanted("start"))
  rows.push(await row("module: start, compiling included", "start", { node: node.start, page: page.start }));
await page.close();
const others = wanted("peers") ? await peers(modules.calculator, rounds) : [];

// --- the table ----------------------------------------------------------------------------------------------------------

const short = (us) =>
  us === undefined
    ? ""
    : us < 1000
      ? `${us < 10 ? us.toFixed(2) : us.toFixed(1)} µs`
      : `${(us / 1000).toFixed(2)} ms`;
const ratio = (a, b) => (a !== undefined && b !== undefined ? (a / b).toFixed(2) : "");

function target({ name, native, node }) {
  const limit = targets[name];
  if (!limit) return "";
  const parts = [];
  const part = (is, most, text) => parts.push(`${text}: ${is <= most ? "met" : "MISSED"}`);
  if (limit.native !== undefined) part(native, limit.native, `native ≤ ${short(limit.native)}`);
  if (limit.node !== undefined) part(node, limit.node, `Node ≤ ${short(limit.node)}`);
  if (limit.ratio !== undefined) part(node / native, limit.ratio, `Node / native ≤ ${limit.ratio}`);
  return parts.join("; ");
}

function markdown(head, body) {
  const width = head.map((_, i) => Math.max(...[head, ...body].map((cells) => [...cells[i]].length)));
  const line = (cells) =>
    `| ${cells.map((cell, i) => (i === 0 || i === head.length - 1 ? cell.padEnd(width[i]) : cell.padStart(width[i]))).join(" | ")} |`;
  const rule = `|${width.map((n, i) => (i === 0 || i === head.length - 1 ? "-".repeat(n + 2) : `${"-".repeat(n + 1)}:`)).join("|")}|`;
  return [line(head), rule, ...body.map(line)].join("\n");
}

const first_line = (command, ...words) =>
  execFileSync(command, words, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).split("\n")[0];
const cached = (preset, key) =>
  new RegExp(`^${key}:[A-Z]+=(.*)$`, "m").exec(readFileSync(`build/${preset}/CMakeCache.txt`, "utf8"))?.[1];

/** What the compiler is really told, for one file; or the linker, for one program. Without places. */
function flags(preset, output, key) {
  const ninja = readFileSync(`build/${preset}/build.ninja`, "utf8");
  const block = ninja.split(/\n(?=build )/).find((text) => text.startsWith(`build ${output}`));
  const found = new RegExp(`^  ${key} = (.*)$`, "m").exec(block ?? "")?.[1] ?? "?";
  return found.replace(/\s*-(I|isystem)\s*\S+/g, "").trim();
}
const object = (file) => `CMakeFiles/fivecars_accounting.dir/src/accounting/${file}.cpp.o:`;

const compiler = cached("native", "CMAKE_CXX_COMPILER");
const about = [
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), one of them used, ${rounds} rounds`,
  `native: ${first_line(compiler, "--version")}; ${flags("native", object("uncertainty"), "FLAGS")}`,
  `wasm: ${readFileSync("build/wasm/toolchain.txt", "utf8").trim()}; ${flags("wasm", object("estimate"), "FLAGS")}`,
  `wasm, where the time goes: ${flags("wasm", object("uncertainty"), "FLAGS")}`,
  `wasm, linking: ${flags("wasm", "calculator.mjs", "LINK_FLAGS")}`,
  `run in: Node ${process.versions.node} (V8 ${process.versions.v8}), Chromium ${page.version}`,
  `measured: a scenario of ${node.size.stages} stages with ${node.size.uncertain} uncertain inputs; ${node.size.ranked} grids and sites`,
];
const table = markdown(
  ["", "native", "wasm, Node", "ratio", "Chromium", "ratio", "target"],
  rows.map((r) => [
    r.what.replace(/^ +/, (indent) => "· ".repeat(indent.length / 2)),
    short(r.native),
    short(r.node),
    ratio(r.node, r.native),
    short(r.page),
    ratio(r.page, r.native),
    target(r),
  ]),
);
const compared = others.length
  ? markdown(
      ["others, under Node", "time", "what it works out"],
      others.map(({ who, us, what }) => [who, short(us), what]),
    )
  : "";
const report = [about.map((text) => `- ${text}`).join("\n"), table, compared].filter(Boolean).join("\n\n");
console.log(report);
for (const fault of faults) console.log(`FAILED: ${fault}`);

if (process.env.RECORD) {
  const file = "tests/bench/RECORD.md";
  const before = readFileSync(file, "utf8");
  const marked = /(<!-- measured -->\n)[^]*?(<!-- until here -->)/;
  writeFileSync(
    file,
    before.replace(marked, (_, from, to) => `${from}\n${report}\n\n${to}`),
  );
}
process.exit(faults.length > 0 ? 1 : 0);
