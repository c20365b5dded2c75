// The gallery and the page of a model: the figures are the command line's, all is there without scripts.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import type { Estimate, MassUnit } from "../../web/calculator/documents.js";
import { violationsInBoth } from "./look.js";
import { expect, models, plain, test } from "./page.js";

const program = fileURLToPath(new URL("../../build/native/fivecars", import.meta.url));
const estimate = (id: string, ...options: string[]): Estimate => {
  const scenario = execFileSync(program, ["model", id, ...options], { encoding: "utf8" });
  return JSON.parse(
    execFileSync(program, ["estimate", "-"], { input: scenario, encoding: "utf8" }),
  ) as Estimate;
};
const shownNames = (page: Page): Promise<string[]> =>
  page.locator(".gallery:not(.apart) tbody tr:visible th a").allTextContents();
const three = (value: number): number => Number(value.toPrecision(3));

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the gallery is whole, ranked, and has the command line's figures", async ({ page }) => {
    await page.goto("./models.html");
    const rows = page.locator(".gallery:not(.apart) tbody tr");
    const ranked = models.filter(({ one_basis }) => one_basis);
    await expect(rows).toHaveCount(ranked.length);
    await expect(page.locator(".apart tbody tr")).toHaveCount(models.length - ranked.length);
    expect(
      await page
        .locator(".apart .reason")
        .evaluateAll((cells) => cells.filter((cell) => !cell.textContent?.trim()).length),
    ).toBe(0);
    const kg = await rows.evaluateAll((all) => all.map((row) => Number((row as HTMLElement).dataset["kg"])));
    expect(kg).toEqual([...kg].sort((a, b) => b - a));
    for (const id of ["bert-base", "gpt-3", "llama-3.1-405b"]) {
      const { total_kg } = estimate(id, "--one-basis");
      const row = rows.filter({ has: page.locator(`a[href="models/${id}/"]`) });
      expect(Number(await row.getAttribute("data-kg"))).toBe(total_kg.best);
      const text = plain(await row.locator(".ours b").innerText());
      const unit: MassUnit = total_kg.best < 1000 ? "kg" : "t";
      expect(Number(text.replace(/[^\d.]/g, ""))).toBeCloseTo(
        three(total_kg.best / (unit === "t" ? 1000 : 1)),
        0,
      );
      expect(text.endsWith(unit)).toBe(true);
    }
    await expect(page.locator("#controls")).toBeHidden();
  });

  test("every model has a page, with its sum and what was printed", async ({ page, request }) => {
    for (const { id } of models) expect((await request.get(`./models/${id}/`)).status()).toBe(200);
    await page.goto("./models/bert-base/");
    expect(await page.locator(`script:not([type="application/ld+json"], [src$="/embed.js"])`).count()).toBe(
      0,
    );
    const steps = estimate("bert-base").trace.filter(({ symbol }) => !symbol.includes("-"));
    for (const { symbol } of steps)
      await expect(page.locator(`.steps [data-symbol="${symbol}"]`)).toHaveCount(1);
    expect(plain(await page.locator(".lede").innerText())).toContain(
      `${Math.round(estimate("bert-base").total_kg.best)} kg`,
    );
    expect(plain(await page.locator(".print-table").first().innerText())).toContain("1,438 lb 1,437.5 lb");
    await expect(page.locator(".misprint")).toContainText("79.2");
    await expect(page.locator('.actions a[href="../../#model=bert-base"]')).toBeVisible();
    // Of a model that can't be redone it says why.
    await page.goto("./models/gemma-1/");
    await expect(page.locator(".lede")).not.toBeEmpty();
    await expect(page.locator(".steps")).toHaveCount(0);
  });
});

test("the keyboard filters and sorts the gallery, and a link brings it back", async ({ page }) => {
  await page.goto("./models.html");
  const all = await shownNames(page);
  await page.getByLabel("Search", { exact: true }).focus();
  await page.keyboard.type("llama 70b");
  await expect(page.locator("#shown")).toContainText(`4 of ${models.length} models`);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type("2024");
  await expect.poll(() => new URL(page.url()).hash).toBe("#q=llama+70b&from=2024");
  const some = await shownNames(page);
  expect(some.length).toBeLessThan(all.length);
  await page.getByLabel("Sort by").focus();
  await page.keyboard.type("name");
  await expect.poll(() => shownNames(page)).toEqual([...some].sort((a, b) => a.localeCompare(b)));
  const sorted = await shownNames(page);
  await page.reload();
  expect(await shownNames(page)).toEqual(sorted);
  await expect(page.getByLabel("Search", { exact: true })).toHaveValue("llama 70b");
  await page.getByRole("button", { name: "Show all" }).press("Enter");
  await expect.poll(() => shownNames(page)).toEqual(all);
  // What a link brings that isn't there is nothing.
  await page.goto("./models.html#org=%3Cimg%20src=x%3E&sort=constructor&q=<b>");
  await page.reload();
  await expect(page.locator("#shown")).toContainText("No model fits");
  expect(await page.locator("main img, main #shown b").count()).toBe(0);
});

test("the calculator isn't fetched for the gallery", async ({ page }) => {
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(request.url()));
  await page.goto("./models.html", { waitUntil: "networkidle" });
  expect(fetched.filter((url) => url.includes("wasm"))).toEqual([]);
  expect(fetched.length).toBeLessThan(6);
});

// ——— Everybody ———

test.describe("every page beside the calculator", () => {
  test.use({ bypassCSP: true });
  for (const path of [
    "models.html",
    "models/gpt-3/",
    "models/bloom-176b-life-cycle/",
    "method.html",
    "about.html",
  ])
    test(`axe finds nothing in ${path}, and it doesn’t scroll sideways at 320 pixels`, async ({ page }) => {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(`./${path}`);
      expect(await violationsInBoth(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 700 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    });
});
