// How long a phone on a slow network waits for the first result: dist/ over simulated slow 4G (1.6 Mbit/s, 150 ms there
// and back), the processor four times slower. Prints when the prerendered sentence stands and when the calculator has
// drawn its own, with the range; exits 1 where that takes longer than the target, or anything moves.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { serve } from "../../scripts/serve.mjs";

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
const rounds = Number(process.env.ROUNDS || 5);
/** In milliseconds. */
const target = 2500;

/** In the page, before its scripts. */
function observe() {
  Object.assign(globalThis, { moved: 0, painted: 0, live: 0 });
  const watch = (type, each) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  watch("largest-contentful-paint", ({ startTime }) => (globalThis.painted = startTime));
  watch("layout-shift", ({ value, hadRecentInput }) => (globalThis.moved += hadRecentInput ? 0 : value));
  const look = () => {
    if (document.querySelector("fc-range .spread")) globalThis.live = performance.now();
    else requestAnimationFrame(look);
  };
  look();
}

const executablePath =
  process.env.CHROMIUM || execFileSync("scripts/browser.sh", { encoding: "utf8" }).trim();
const server = await serve({ folder: "dist" });
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const all = [];
try {
  for (let round = 0; round < rounds; ++round) {
    const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 150,
      downloadThroughput: (1.6 * 1024 * 1024) / 8,
      uploadThroughput: (0.75 * 1024 * 1024) / 8,
    });
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.addInitScript(observe);
    await page.goto(`${server.url}/`);
    await page.waitForFunction(() => globalThis.live);
    await page.waitForLoadState("networkidle");
    all.push(await page.evaluate(() => ({ painted, live, moved })));
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
}

const least = (name) => Math.min(...all.map((one) => one[name]));
const failed = least("live") > target || all.some(({ moved }) => moved > 0);
console.log(
  `First result over slow 4G, four times slower, the best of ${rounds}: prerendered ${(least("painted") / 1000).toFixed(2)} s, ` +
    `calculated ${(least("live") / 1000).toFixed(2)} s (at most ${target / 1000} s); ` +
    `moved ${Math.max(...all.map(({ moved }) => moved))}${failed ? "   FAILED" : ""}`,
);
process.exit(failed ? 1 : 0);
