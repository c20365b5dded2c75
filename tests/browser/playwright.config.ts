import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const port = Number(process.env["FIVECARS_PORT"] ?? 4173);

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
