// The README's page through bundlers that nobody has configured, then in a browser: it shows BERT base, fetches nothing
// from elsewhere, and a reader can change it.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createServer as createProbe } from "node:net";
import { join } from "node:path";
import { after, test } from "node:test";
import * as esbuild from "esbuild";
import { build as viteBuild, createServer } from "vite";
import webpack from "webpack";
import { page as pageOf } from "../../scripts/examples.mjs";
import { serve } from "../../scripts/serve.mjs";
import { launch } from "./browser.mjs";
import { consumer, write } from "./support.mjs";

const folder = consumer();
const readme = readFileSync(join(folder, "node_modules/fivecars/README.md"), "utf8");
const browser = await launch();
after(() => browser.close());

const [, script = ""] = /<script type="module">([^]*)<\/script>/.exec(pageOf(readme)) ?? [];
const body = pageOf(readme).replace(/<script[^]*/, "");
const html = (tag) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A post</title><link rel="icon" href="data:,">${body}${tag}</html>`;
write(folder, {
  "main.js": `${script}
    import { loadCalculator } from "fivecars";
    import { models } from "fivecars/models";
    loadCalculator().then((calculator) => {
      window.kg = calculator.estimate(models["bert-base"].scenario).total_kg.best;
    });`,
  // Bundlers that take a page take it as it stands.
  "index.html": html(`<script type="module" src="./main.js"></script>`),
});

/** kg CO2e of BERT base, as the paper has it. */
const bert = 652.0446478808042;

async function assertWorks(url) {
  const page = await browser.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (said) => said.type() === "error" && faults.push(said.text()));
  page.on("requestfailed", (request) => faults.push(`${request.url()}: ${request.failure()?.errorText}`));
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== "data:" && protocol !== "blob:" && origin !== new URL(url).origin)
      faults.push(request.url());
  });
  try {
    await page.goto(url);
    const embed = page.locator("five-cars");
    const says = (figure) => embed.locator(".total", { hasText: figure }).waitFor();
    const kg = () => embed.evaluate((one) => one.result.total_kg.best);
    await says(/1,440\s*lb/);
    assert.ok(Math.abs((await kg()) - bert) < 1e-9);
    await page.waitForFunction(() => window.kg !== undefined);
    assert.equal(await page.evaluate(() => window.kg), await kg());
    await embed.locator("input[name=hours]").fill("158.4");
    await says(/2,870\s*lb|2,880\s*lb/);
    assert.ok(Math.abs((await kg()) - 2 * bert) < 1e-9);
    assert.match(await embed.getByRole("link").getAttribute("href"), /^https:\/\/.*#/);
    assert.deepStrictEqual(faults, []);
  } finally {
    await page.close();
  }
}

async function assertServed(out) {
  const server = await serve({ folder: out });
  try {
    await assertWorks(`${server.url}/index.html`);
  } finally {
    await server.close();
  }
}

const out = (name, tag) => {
  const to = join(folder, `out-${name}`);
  mkdirSync(to, { recursive: true });
  if (tag) write(to, { "index.html": html(tag) });
  return to;
};

test("Vite, built", async () => {
  const outDir = out("vite");
  await viteBuild({ root: folder, configFile: false, logLevel: "warn", base: "./", build: { outDir } });
  await assertServed(outDir);
});

const freePort = () =>
  new Promise((resolve) => {
    const probe = createProbe().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

test("Vite, while it is written", async () => {
  const server = await createServer({
    root: folder,
    configFile: false,
    logLevel: "warn",
    server: { port: await freePort(), host: "127.0.0.1", strictPort: true },
  });
  try {
    await server.listen();
    await assertWorks(server.resolvedUrls.local[0]);
  } finally {
    await server.close();
  }
});

for (const splitting of [true, false])
  test(`esbuild, ${splitting ? "with parts that are fetched" : "one file"}`, async () => {
    const outdir = out(`esbuild-${splitting}`, `<script type="module" src="./main.js"></script>`);
    await esbuild.build({
      absWorkingDir: folder,
      entryPoints: ["main.js"],
      bundle: true,
      minify: true,
      format: "esm",
      splitting,
      outdir,
      logLevel: "error",
    });
    await assertServed(outdir);
  });

test("webpack", async () => {
  const path = out("webpack", `<script src="./main.js"></script>`);
  const stats = await new Promise((resolve, reject) =>
    webpack({ context: folder, mode: "production", entry: "./main.js", output: { path } }, (error, found) =>
      error ? reject(error) : resolve(found),
    ),
  );
  assert.ok(!stats.hasErrors(), stats.toString({ all: false, errors: true }));
  // A size that a bundler finds large is none of our faults.
  const warnings = (stats.toJson({ all: false, warnings: true }).warnings ?? []).filter(
    ({ message }) => !/size limit|performance|code splitting/i.test(message),
  );
  assert.deepStrictEqual(warnings, []);
  await assertServed(path);
});
