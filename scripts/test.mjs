// Runs the tests, step after step, with one line for each, and the output of a step that fails but for its tests that passed.
//
//   node scripts/test.mjs            everything (make test)
//   node scripts/test.mjs quick      a plain round of editing (make test-quick)
//   node scripts/test.mjs wasm       what depends on the Emscripten in use (make test-wasm)
//   node scripts/test.mjs STEP…      these steps, by the name in the first column
//
// The last line is "N passed, M failed", where N counts the single tests of all runners.
import { spawn, spawnSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { catch2, none, nodeTest, own, playwright, verdict, withoutPassed } from "./summaries.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const build = "scripts/build.sh";
const testsOf = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".test.mjs"))
    .map((name) => `${folder}/${name}`);

/**
 * Each step: its name, what it runs, how to read its summary, the steps that have to succeed before it; whether it
 * leaves room for another step beside it; what of its output is worth reading even when all is well, though not in a
 * quick round.
 */
const steps = [
  // What is built first, so that what takes one processor can be done in pairs.
  { name: "native build", run: [build, "native", "--tests"], summary: none },
  { name: "sanitize build", run: [build, "sanitize"], summary: none, after: ["native build"] },
  { name: "wasm build", run: [build, "wasm", "--tests"], summary: none, after: ["native build"] },
  { name: "wasm module", run: [build, "wasm"], summary: none, after: ["native build"], only: true },
  { name: "page build", run: ["npm", "run", "--silent", "build"], summary: none, after: ["wasm build"] },
  {
    name: "unit, sanitize",
    single: true,
    run: ["build/sanitize/tests/fivecars_tests"],
    summary: catch2,
    after: ["sanitize build"],
  },
  {
    name: "unit, native",
    single: true,
    run: ["build/native/tests/fivecars_tests"],
    summary: catch2,
    after: ["native build"],
    // Every published model, what is printed of it and what comes out here.
    shows: /^model +quantity[^]*?^\d+ figures: .*$/m,
  },
  {
    name: "unit, wasm",
    single: true,
    run: ["node", "build/wasm/tests/fivecars_tests.js"],
    summary: catch2,
    after: ["wasm build"],
  },
  { name: "types", single: true, run: ["npm", "run", "--silent", "types"], summary: verdict },
  { name: "format", single: true, run: ["node", "scripts/format.mjs", "--check"], summary: verdict },
  { name: "size", single: true, run: ["node", "tests/size/size.mjs"], summary: own, after: ["page build"] },
  {
    name: "first load",
    single: true,
    run: ["node", "tests/size/requests.mjs"],
    summary: own,
    after: ["page build"],
  },
  {
    name: "scripts",
    single: true,
    run: ["node", "--test", "--test-reporter=spec", ...testsOf("scripts/test")],
    summary: nodeTest,
    after: ["native build", "page build"],
  },
  {
    name: "other engines",
    single: true,
    run: ["node", "tests/engines/smoke.mjs"],
    summary: own,
    after: ["page build"],
    // Which browsers this machine lacks.
    shows: /(^not on this machine: .*\n)+/m,
  },
  {
    name: "package build",
    single: true,
    run: ["node", "scripts/package.mjs"],
    summary: none,
    after: ["wasm build"],
  },
  {
    name: "package",
    single: true,
    run: ["node", "--test", "--test-reporter=spec", "--test-concurrency=1", ...testsOf("tests/package")],
    summary: nodeTest,
    after: ["native build", "package build"],
  },
  {
    name: "node",
    run: ["npm", "run", "--silent", "test:node"],
    summary: nodeTest,
    after: ["wasm build", "wasm module"],
  },
  {
    name: "browser",
    run: ["node_modules/.bin/playwright", "test", "-c", "tests/browser", "--reporter=list", "--retries=0"],
    summary: playwright,
    after: ["page build"],
  },
];

const sets = {
  quick: ["native build", "unit, native", "wasm module", "node"],
  wasm: ["native build", "wasm build", "unit, wasm", "node", "page build", "size"],
};

const asked = process.argv.slice(2);
const unknown = asked.filter((word) => !(word in sets) && !steps.some(({ name }) => name === word));
if (unknown.length > 0) {
  console.error(
    `There is no step ${unknown.join(", ")}. There are: ${Object.keys(sets).join(", ")}; ${steps.map(({ name }) => `"${name}"`).join(", ")}.`,
  );
  process.exit(1);
}
const chosen =
  asked.length === 0
    ? steps.filter(({ only }) => !only)
    : steps.filter(({ name }) => asked.some((word) => (sets[word] ?? [word]).includes(name)));

const logs = "build/test-logs";
mkdirSync(logs, { recursive: true });
const minutes_allowed = 20;

// Tests that repeat something very often repeat it less often in a quick round.
const quick = asked.includes("quick") ? { FIVECARS_QUICK: "1" } : {};

// The browser that scripts/setup.sh found or installed, by the names that the tools go by.
const browser = spawnSync("scripts/browser.sh", { encoding: "utf8" }).stdout.trim();
const environment = { ...process.env, ...quick, CHROMIUM: browser, CHROME_PATH: browser };
delete environment.NODE_TEST_CONTEXT;
delete environment.FORCE_COLOR;

const running = new Set();
const end = (step, signal) => {
  // A step is a process group of its own: its servers and browsers go with it.
  try {
    process.kill(-step.pid, signal);
  } catch {
    /* it has ended */
  }
};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    for (const step of running) end(step, signal);
    process.exit(130);
  });
}

function run([command, ...words], log) {
  return new Promise((resolve) => {
    const file = openSync(log, "w");
    const step = spawn(command, words, { stdio: ["ignore", file, file], env: environment, detached: true });
    running.add(step);
    const limit = setTimeout(() => end(step, "SIGKILL"), minutes_allowed * 60_000);
    const done = (fault) => {
      clearTimeout(limit);
      end(step, "SIGKILL");
      running.delete(step);
      closeSync(file);
      resolve(fault);
    };
    step.on("error", (reason) => done(reason.message));
    step.on("exit", (code, signal) => done(code === 0 ? "" : signal ? `ended by ${signal}` : `exit ${code}`));
  });
}

const width = Math.max(...chosen.map(({ name }) => name.length)) + 2;
const total = { passed: 0, failed: 0, skipped: 0 };
const broken = new Set();

async function take({ name, run: command, summary, after = [], shows }) {
  const missing = after.find((before) => broken.has(before));
  if (missing) {
    console.log(`${name.padEnd(width)}NOT RUN: "${missing}" failed`);
    broken.add(name);
    total.failed += 1;
    return;
  }
  const log = `${logs}/${name.replace(/\W+/g, "-")}.log`;
  const start = performance.now();
  const fault = await run(command, log);
  const seconds = `${((performance.now() - start) / 1000).toFixed(1)} s`;
  const output = readFileSync(log, "utf8");
  const counts = summary(output);
  const empty = counts !== null && summary !== none && counts.passed + counts.failed + counts.skipped === 0;
  if (fault === "" && counts !== null && counts.failed === 0 && !empty) {
    const what = summary === none ? "built" : `${counts.passed} passed`;
    const more = [counts.detail, counts.skipped > 0 && `${counts.skipped} SKIPPED`].filter(Boolean);
    console.log(`${name.padEnd(width)}${[what, ...more].join(", ").padEnd(40)}${seconds.padStart(8)}`);
    const worth = shows && !asked.includes("quick") && shows.exec(output)?.[0];
    if (worth) console.log(`\n${worth}\n`);
    total.passed += counts.passed;
    total.skipped += counts.skipped;
    return;
  }
  const reason =
    fault ||
    (counts === null ? "no summary in its output" : empty ? "no test ran" : `${counts.failed} failed`);
  console.log(name.padEnd(width) + `FAILED: ${reason}`.padEnd(40) + seconds.padStart(8));
  // A stack trace may quote a line of a minified script, which is the whole script.
  const shown = withoutPassed(output)
    .trimEnd()
    .replace(/^(.{400}).+$/gm, `$1 … (the whole line is in ${log})`);
  console.log(`\n$ ${command.join(" ")}\n${shown}\n(all of it, with the tests that passed: ${log})\n`);
  broken.add(name);
  // A runner that died, or says that all is well and exits otherwise, is one failure at least.
  total.failed += Math.max(1, counts?.failed ?? 0);
  if (summary !== verdict) total.passed += counts?.passed ?? 0;
}

// In this order, but two at a time where neither needs all of the machine, and none before what it needs.
const waiting = [...chosen];
const busy = new Map();
while (waiting.length > 0 || busy.size > 0) {
  const free = busy.size === 0 ? 2 : [...busy.keys()].every(({ single }) => single) ? 2 - busy.size : 0;
  const underway = [...waiting, ...busy.keys()];
  const next = waiting.findIndex(
    ({ single, after = [] }) =>
      (single ? 1 : 2) <= free && !after.some((before) => underway.some(({ name }) => name === before)),
  );
  if (next < 0) {
    await Promise.race(busy.values());
    continue;
  }
  const [step] = waiting.splice(next, 1);
  busy.set(
    step,
    take(step).finally(() => busy.delete(step)),
  );
}

if (total.skipped > 0) console.log(`${total.skipped} skipped`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);
