// A release that is kept: posts that hold on to it show the same, from its own folder alone, and nothing that was
// changed behind their back.
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FrameLocator, Locator, Page } from "@playwright/test";
import { writeWorker } from "../../web/build/offline.js";
import { shown, tag } from "./embed.js";
import { expect as inTime, plain, test } from "./page.js";

// The calculator comes over a wire and is compiled: on a busy machine that takes its time.
const expect = inTime.configure({ timeout: 15_000 });
// All of them share the site that is made before the first.
test.describe.configure({ mode: "default", timeout: 60_000 });

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const { serve } = (await import(at("../../scripts/serve.mjs"))) as {
  serve: (options: { folder: string }) => Promise<{ url: string; close: () => Promise<void> }>;
};
const { pack } = (await import(at("../../scripts/release/pack.mjs"))) as {
  pack: (given: { dist: string; to: string; version: string }) => { file: string };
};
const { keep } = (await import(at("../../scripts/release/keep.mjs"))) as {
  keep: (given: { archives: string[]; dist: string }) => Promise<{ releases: { integrity: string }[] }>;
};

const { version } = JSON.parse(readFileSync(at("../../package.json"), "utf8")) as { version: string };
let folder = "";
let dist = "";
let kept = "";
let site = "";
let home = "";
let integrity = "";
let end = (): Promise<void> => Promise.resolve();

/** A post of another origin; what stands in it, by its path. */
const posts = new Map<string, string>();
const server = createServer((request, response) => {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
  response.end(
    `<!doctype html><html lang="en"><head><title>A post</title><link rel="icon" href="data:,"></head><body><p>Before.</p>${posts.get(request.url ?? "") ?? ""}<p>After.</p></body></html>`,
  );
});

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "fivecars-kept-"));
  dist = join(folder, "dist");
  kept = join(dist, "v", version);
  cpSync(process.env["FIVECARS_DIST"] ?? at("../../dist"), dist, { recursive: true });
  const { file } = pack({ dist, to: folder, version });
  const { releases } = await keep({ archives: [file], dist });
  integrity = releases[0]?.integrity ?? "";
  const served = await serve({ folder: dist });
  site = `${served.url}/`;
  end = served.close;
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
test.afterAll(async () => {
  await end();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  rmSync(folder, { recursive: true });
});

/** Opens a post, and tells what it fetches of the site from then on. */
async function open(page: Page, body: string): Promise<string[]> {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().startsWith(site)) asked.push(request.url().slice(site.length));
  });
  posts.set("/post", body);
  await page.goto(`${home}/post`);
  return asked;
}

const script = (src: string, more = ""): string =>
  `<script type="module" src="${site}${src}"${more}></script>`;
const today = (): string => script("embed.js");
const release = (): string =>
  script(`v/${version}/embed.js`, ` integrity="${integrity}" crossorigin="anonymous"`);

const embeds = [
  tag({ model: "bert-base", editable: "hours place" }),
  tag({ model: "gpt-3", basis: "one", lang: "de", editable: "pue place", show: "epa beef-kg" }),
  tag({ scenario: '{"schema":"fivecars/scenario/1"}' }),
];

/** All that can be read, at first and after a change by a reader of each. */
async function read(page: Page): Promise<string[]> {
  const texts = async (): Promise<string[]> =>
    (await page.locator("five-cars").locator("article, .fault").allInnerTexts()).map(plain);
  await expect(page.locator("five-cars [part=total]")).toHaveCount(2);
  await expect(page.locator("five-cars .fault")).toBeVisible();
  const before = await texts();
  await page.locator("five-cars input[name=hours]").fill("100");
  await page.locator("five-cars input[name=pue]").fill("1,9");
  await expect(page.locator("five-cars .see[href*='#1.']")).toHaveCount(2);
  return [...before, ...(await texts())];
}

test.describe("with one of its embeds at fault", () => {
  test.use({ mayComplain: true, viewport: { width: 1280, height: 4000 } });

  test("a post of another origin shows what today’s shows, and fetches nothing from elsewhere", async ({
    page,
    complaints,
  }) => {
    await open(page, today() + embeds.join(""));
    const expected = await read(page);
    expect(expected.join(" ")).toContain("652 kg CO₂e");
    expect(expected.join(" ")).toContain("823 kg CO₂e");
    page.removeAllListeners("request");

    const asked = await open(page, release() + embeds.join(""));
    expect(await read(page)).toEqual(expected);
    expect(asked.filter((path) => !path.startsWith(`v/${version}/`))).toEqual([]);
    expect(asked.filter((path) => path.endsWith(".wasm"))).toHaveLength(1);
    // What it says of the third, in each of both.
    expect(complaints.every((text) => text.startsWith("<five-cars>"))).toBe(true);
  });
});

test("its links lead to the site’s page, not to one beside it", async ({ page }) => {
  const bert = tag({ model: "bert-base", editable: "hours" });
  const other = tag({ model: "gpt-3", basis: "one", lang: "de" });
  await open(page, release() + bert + other);
  await shown(page);
  const see = page.locator("five-cars .see");
  await expect(see.first()).toHaveAttribute("href", `${site}models/bert-base/`);
  await expect(see.last()).toHaveAttribute("href", `${site}de/#model=gpt-3&basis=one`);
  await page.locator("five-cars input[name=hours]").fill("100");
  await expect(see.first()).toHaveAttribute("href", /#1\./);
  expect(await see.first().getAttribute("href")).toMatch(new RegExp(`^${site}#1\\.`));
  await see.first().click();
  await expect(page.locator(".lede .main")).toContainText("823");
});

test.describe("with a byte more", () => {
  test.use({ mayComplain: true });

  test("its script isn’t run, and what stands between the tags stays", async ({ page, complaints }) => {
    const file = join(kept, "embed.js");
    const bytes = readFileSync(file);
    writeFileSync(file, Buffer.concat([bytes, Buffer.from("\n")]));
    try {
      const said = "BERT base: about 650 kg CO₂e.";
      const asked = await open(page, release() + tag({ model: "bert-base" }, said));
      await expect.poll(() => complaints.join("\n")).toContain("integrity");
      await expect(page.locator("five-cars")).toHaveText(said);
      expect(await page.evaluate(() => customElements.get("five-cars") === undefined)).toBe(true);
      expect(asked).toEqual([`v/${version}/embed.js`]);
    } finally {
      writeFileSync(file, bytes);
    }
  });
});

const box = (page: Page): Locator => page.locator(`fc-builder textarea[aria-label^="HTML"]`);
const total = (inside: Page | FrameLocator): Locator => inside.locator("[part=total]");

test("the page offers it, and what is copied there works in a post, as an element and in a frame", async ({
  page,
}) => {
  await page.goto(`${site}#embed`);
  const seen = plain(await total(page).innerText());
  await page.getByRole("checkbox", { name: `Stay with release ${version}` }).check();
  const hash = createHash("sha384")
    .update(readFileSync(join(kept, "embed.js")))
    .digest("base64");
  await expect(box(page)).toHaveValue(new RegExp(`/v/${version}/embed\\.js" integrity="sha384-`));
  const element = await box(page).inputValue();
  expect(element).toContain(` integrity="sha384-${hash}" crossorigin="anonymous"`);
  // Its data are those of today, so that they are recorded.
  expect(element).toContain(" data-version=");
  await page.locator('[name="embed-way"][value="frame"]').check({ force: true });
  await page.getByRole("checkbox", { name: "With a script that fits" }).check();
  await expect(box(page)).toHaveValue(/embed-height\.js/);
  const frame = await box(page).inputValue();
  expect(frame).toContain(`src="${site}v/${version}/embed.html#`);

  await open(page, element);
  await shown(page);
  expect(plain(await total(page).innerText())).toBe(seen);
  await expect(page.locator("five-cars [part=note]")).toBeEmpty();

  page.removeAllListeners("request");
  const asked = await open(page, frame);
  const inside = page.frameLocator("iframe");
  await expect(total(inside)).toBeVisible();
  expect(plain(await total(inside).innerText())).toBe(seen);
  await expect(inside.locator(".see")).toHaveAttribute("href", `${site}models/bert-base/`);
  // It told its height to the script of the same release.
  await expect(page.locator("iframe")).toHaveAttribute("style", /height: ?\d+px/);
  expect(asked.map((path) => path.split("#")[0]).sort()).toEqual([
    `v/${version}/embed-height.js`,
    `v/${version}/embed.html`,
  ]);
});

test("no release is kept for reading without a network", async () => {
  await writeWorker(dist);
  const worker = readFileSync(join(dist, "sw.js"), "utf8");
  expect(worker).toContain('"embed.js":');
  expect(worker).not.toMatch(/"(v\/|releases\.json)/);
});
