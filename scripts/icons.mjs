// Draws the pictures of the installed page, in web/public/icons/, from web/src/icon.svg. Run it when that changes.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const svg = readFileSync("web/src/icon.svg", "utf8");
const paper = /--paper: (#\w+)/.exec(readFileSync("web/src/styles/tokens.css", "utf8"))?.[1];

// How much of the width the drawing takes: systems may cut a maskable one down to a circle of four fifths.
const pictures = [
  { name: "icon-192", size: 192, part: 0.75, radius: 0.18 },
  { name: "icon-512", size: 512, part: 0.75, radius: 0.18 },
  { name: "maskable-512", size: 512, part: 0.52, radius: 0 },
];

const executablePath = execFileSync("scripts/browser.sh", { encoding: "utf8" }).trim();
const browser = await chromium.launch({ executablePath });
try {
  const page = await browser.newPage({ colorScheme: "light" });
  for (const { name, size, part, radius } of pictures) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>
        body { margin: 0; display: grid; place-items: center; height: 100vh; background: ${paper};
          border-radius: ${radius * size}px }
        html { background: none }
        svg { width: ${part * size}px }
      </style>${svg}`,
    );
    await page.screenshot({ path: `web/public/icons/${name}.png`, omitBackground: true });
  }
} finally {
  await browser.close();
}
