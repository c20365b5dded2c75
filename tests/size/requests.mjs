// What a browser really fetches for the first load, against what size.mjs adds up.
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { serve } from "../../scripts/serve.mjs";
import { firstLoad, stable, starts } from "./first-load.mjs";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
const server = await serve({ folder: dist });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || undefined });
const faults = [];
let passed = 0;
try {
  for (const start of starts(dist)) {
    const fetched = new Set();
    const page = await browser.newPage();
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (url.protocol === "data:" || url.protocol === "blob:") return;
      if (url.origin !== server.url) faults.push(`${start} asks another host: ${url}`);
      fetched.add(url.pathname.slice(1).replace(/(^|\/)$/, "$1index.html"));
    });
    page.on("requestfailed", (request) => faults.push(`${request.url()}: ${request.failure()?.errorText}`));
    page.on(
      "response",
      (response) => response.ok() || faults.push(`${response.url()}: ${response.status()}`),
    );
    await page.goto(`${server.url}/${start.replace("index.html", "")}`, { waitUntil: "networkidle" });
    passed += 1;

    const counted = firstLoad(dist, start);
    for (const name of fetched) {
      if (counted.includes(name)) passed += 1;
      else
        faults.push(
          `${name} is fetched at once, and not counted. If that is meant: "${stable(name)}" into loaded_by_script of tests/size/budgets.json`,
        );
    }
    // A browser without a window fetches no icon and no manifest.
    for (const name of counted) {
      if (!fetched.has(name) && !/icon|\.webmanifest$/.test(name))
        faults.push(`${name} is counted, and ${start} doesn't fetch it`);
    }
  }
} finally {
  await browser.close();
  await server.close();
}
for (const fault of faults) console.log(fault);
console.log(`${passed} passed, ${faults.length} failed`);
process.exit(faults.length > 0 ? 1 : 0);
