import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";

function hash(text: string): number {
  let value = 0;
  for (const c of text) value = (value * 31 + c.charCodeAt(0)) >>> 0;
  return value;
}
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
// One of its own for each checkout, so that two test runs on a machine keep apart.
const port = Number(process.env["FIVECARS_PORT"] ?? 4200 + (hash(at(".")) % 1000));

export default defineConfig({
  testDir: at("."),
  outputDir: at("../../build/browser-results"),
  fullyParallel: true,
  workers: 2,
  timeout: 20_000,
  expect: { timeout: 5_000 },
  forbidOnly: Boolean(process.env["CI"]),
  reporter: process.env["CI"] ? [["list"]] : [["line"]],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    locale: "en-US",
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: `node ${JSON.stringify(at("static-server.mjs"))} ${JSON.stringify(process.env["FIVECARS_DIST"] ?? at("../../dist"))} ${port}`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
