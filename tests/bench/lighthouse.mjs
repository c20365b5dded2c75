// Lighthouse on dist/, as a phone on a slow network sees it. Fails below 98 for speed, and below 100 for the rest.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as chromeLauncher from "chrome-launcher";
import lighthouse from "lighthouse";
import { serve } from "../../scripts/serve.mjs";

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
const least = { performance: 98, accessibility: 100, "best-practices": 100, seo: 100 };

const chromePath = process.env.CHROME_PATH || execFileSync("scripts/browser.sh", { encoding: "utf8" }).trim();
const server = await serve({ folder: "dist" });
const chrome = await chromeLauncher.launch({
  chromePath,
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
});
let failed = false;
try {
  for (const page of ["", "models.html", "models/bert-base/", "method.html"]) {
    const { lhr } = await lighthouse(`${server.url}/${page}`, {
      port: chrome.port,
      output: "json",
      logLevel: "error",
      onlyCategories: Object.keys(least),
    });
    if (!judged(page, lhr)) failed = true;
  }
} finally {
  await chrome.kill();
  await server.close();
}
process.exit(failed ? 1 : 0);

/** Prints what a page got, and what it lost by; true if that is enough. */
function judged(page, report) {
  let enoughOfAll = !report.runtimeError;
  if (report.runtimeError) console.log(report.runtimeError.message);
  console.log(`Lighthouse ${report.lighthouseVersion}, ${report.configSettings.formFactor}: /${page}`);
  for (const [id, limit] of Object.entries(least)) {
    const category = report.categories[id];
    const score = Math.round((category.score ?? 0) * 100);
    const enough = score >= limit;
    enoughOfAll &&= enough;
    console.log(
      `${category.title.padEnd(18)}${String(score).padStart(4)}${enough ? "" : `   FAILED: at least ${limit}`}`,
    );
    if (score === 100) continue;
    for (const { id: audit, weight } of category.auditRefs) {
      const { score: part, title, displayValue } = report.audits[audit];
      if (weight > 0 && part !== null && part < 1)
        console.log(`    ${title} (${audit})${displayValue ? `: ${displayValue}` : ""}`);
    }
  }
  return enoughOfAll;
}
