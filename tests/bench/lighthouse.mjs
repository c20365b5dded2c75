// Lighthouse on dist/, as a phone on a slow network sees it. Fails below 98, and below 100 for accessibility.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as chromeLauncher from "chrome-launcher";
import lighthouse from "lighthouse";
import { serve } from "../../scripts/serve.mjs";

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
const least = { performance: 98, accessibility: 100, "best-practices": 98, seo: 98 };

const chromePath = process.env.CHROME_PATH || execFileSync("scripts/browser.sh", { encoding: "utf8" }).trim();
const server = await serve({ folder: "dist" });
const chrome = await chromeLauncher.launch({
  chromePath,
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
});
let report;
try {
  const result = await lighthouse(`${server.url}/`, {
    port: chrome.port,
    output: "json",
    logLevel: "error",
    onlyCategories: Object.keys(least),
  });
  report = result.lhr;
} finally {
  await chrome.kill();
  await server.close();
}

let failed = Boolean(report.runtimeError);
if (failed) console.log(report.runtimeError.message);
console.log(`Lighthouse ${report.lighthouseVersion}, ${report.configSettings.formFactor}`);
for (const [id, limit] of Object.entries(least)) {
  const category = report.categories[id];
  const score = Math.round((category.score ?? 0) * 100);
  const enough = score >= limit;
  failed ||= !enough;
  console.log(
    `${category.title.padEnd(18)}${String(score).padStart(4)}${enough ? "" : `   FAILED: at least ${limit}`}`,
  );
  if (score === 100) continue;
  for (const { id: audit, weight } of category.auditRefs) {
    const { score, title, displayValue } = report.audits[audit];
    if (weight > 0 && score !== null && score < 1)
      console.log(`    ${title} (${audit})${displayValue ? `: ${displayValue}` : ""}`);
  }
}
process.exit(failed ? 1 : 0);
