// Takes the picture of the page that the README shows: .github/page.png.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { serve } from "./serve.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const executablePath = execFileSync("scripts/browser.sh", { encoding: "utf8" }).trim();
const server = await serve({ folder: "dist" });
const browser = await chromium.launch({ executablePath });
try {
  const page = await browser.newPage({
    viewport: { width: 1100, height: 700 },
    deviceScaleFactor: 1.5,
    colorScheme: "light",
    locale: "en-GB",
    reducedMotion: "reduce",
  });
  await page.goto(`${server.url}/`, { waitUntil: "networkidle" });
  await page.screenshot({ path: ".github/page.png" });
  console.log(".github/page.png shows the page as it is now.");
} finally {
  await browser.close();
  await server.close();
}
