// What the browser tests share: the page as a visitor handles it, and the data that it must agree with.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { expect, test as base, type Locator, type Page } from "@playwright/test";
import type { ModelRow, Publication, Scenario } from "../../web/calculator/documents.js";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Fails if the page complains on its console or throws, unless the test allows it. */
export const test = base.extend<{ complaints: string[]; mayComplain: boolean }>({
  mayComplain: [false, { option: true }],
  complaints: [
    async ({ page, mayComplain }, use) => {
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(String(error)));
      await use(complaints);
      if (!mayComplain) expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

export const models: (ModelRow & Publication)[] = readdirSync(at("../../data/models"))
  .filter((name) => name.endsWith(".json"))
  .flatMap(
    (name) =>
      (
        JSON.parse(readFileSync(at(`../../data/models/${name}`), "utf8")) as {
          models: (ModelRow & Publication)[];
        }
      ).models,
  );

export const model = (id: string): ModelRow & { scenario: Scenario } => {
  const found = models.find((row) => row.id === id);
  if (!found?.scenario) throw new Error(`no scenario of ${id}`);
  return { ...found, scenario: found.scenario };
};

/** Opens the page and waits until the calculator runs: the first load. */
export async function openFirst(page: Page, fragment = ""): Promise<void> {
  await page.goto(`./${fragment}`);
  await expect(page.locator("fc-change h2")).toBeVisible();
}

/** The same, and has been to the end of the page, so that all of it is there. */
export async function open(page: Page, fragment = ""): Promise<void> {
  await openFirst(page, fragment);
  // What comes in above may push the place away again: a reader would scroll on, and so does this.
  await expect(async () => {
    // By numbers: some Chromiums (150, say) let scrollIntoView() move the place that Tab starts from.
    await page.locator("#work").evaluate((work) => scrollTo(0, scrollY + work.getBoundingClientRect().top));
    await expect(page.locator("fc-take footer")).toBeAttached({ timeout: 250 });
  }).toPass();
  await page.evaluate(() => scrollTo(0, 0));
}

/** The form is fetched when it comes near. */
export async function toForm(page: Page): Promise<void> {
  await page.locator("fc-change").scrollIntoViewIfNeeded();
  await expect(page.locator("fc-change form")).toBeVisible();
}

export const field = (page: Page, pointerEnd: string, within = "fc-change"): Locator =>
  page.locator(`${within} [data-pointer$="${pointerEnd}"]`).locator("input, select");

export const wrong = (page: Page, pointerEnd: string): Locator =>
  page.locator(`fc-change [data-pointer$="${pointerEnd}"] .wrong`);

export async function choose(page: Page, id: string): Promise<void> {
  await page.locator('[data-slot="model"]').click();
  await page.locator(`dialog [data-id="${id}"]`).click();
  if (id === "own") {
    // It leads on to the machines.
    await expect(page.locator("dialog h2")).toHaveText("The machines");
    await page.keyboard.press("Escape");
  }
  await expect(page.locator("dialog")).toBeHidden();
}

/** Opens a model by its link, which is faster than by the list. */
export async function show(page: Page, { id, scenario }: ModelRow): Promise<void> {
  const linked = { scenario, view: { model: id, unit: "kg" }, data_version: "x", total: null };
  await page.evaluate((hash) => (location.hash = hash), pack(linked));
  await expect(page.locator(`fc-published [data-model="${id}"]`)).toBeAttached();
}

/** Types into a field that finds, and takes what fits best. */
export async function pick(
  page: Page,
  pointerEnd: string,
  text: string,
  within = "fc-change",
): Promise<void> {
  const input = field(page, pointerEnd, within);
  await input.fill(text);
  await input.press("Enter");
}

/** Adds what others spent around their run. The form is there. */
export async function addPipeline(page: Page, id: string): Promise<void> {
  await page.locator("#form-pipeline").selectOption(id);
  await page.locator(".stage-add .box button").click();
}

/** The sentence as it is read: no-break spaces are spaces, and a word joiner is nothing. */
export const sentence = async (page: Page): Promise<string> => plain(await page.locator(".lede").innerText());

export const plain = (text: string): string =>
  text
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(/\u2060/g, "")
    .replace(/\s+/g, " ")
    .trim();

export interface Linked {
  scenario: Scenario | unknown;
  view: { model: string | null; unit: string };
  data_version: string;
  total: number | null;
}

export const pack = (linked: unknown): string =>
  `#1.${deflateRawSync(JSON.stringify(linked)).toString("base64url")}`;
export const unpack = (fragment: string): Linked =>
  JSON.parse(inflateRawSync(Buffer.from(fragment.replace(/^.*#1\./, ""), "base64url")).toString()) as Linked;

/** The fragment, once the page has written it. */
export async function fragment(page: Page, changedFrom = ""): Promise<string> {
  await expect.poll(() => new URL(page.url()).hash).not.toBe(changedFrom);
  // It is written once the visitor pauses: wait until it rests.
  let last = "";
  await expect
    .poll(async () => {
      const now = new URL(page.url()).hash;
      await page.waitForTimeout(350);
      const rests = now === last;
      last = now;
      return rests;
    })
    .toBe(true);
  return last;
}
