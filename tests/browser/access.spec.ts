// Everybody: axe on every view, light and dark, narrow and wide, large type, forced colours.
import type { Page } from "@playwright/test";
import { overflow, violationsInBoth } from "./look.js";
import { addPipeline, choose, expect, field, open, pick, test, toForm } from "./page.js";

// The page's policy keeps axe out, as it should; only here it is let in.
test.use({ bypassCSP: true });

const views: [string, (page: Page) => Promise<void>][] = [
  [
    "as it opens, with the form and all steps",
    async (page) => {
      await toForm(page);
      await page.locator("fc-work summary").click();
    },
  ],
  ["with a search of five cars", (page) => choose(page, "architecture-search")],
  [
    "with an own run",
    async (page) => {
      await choose(page, "own");
      await toForm(page);
    },
  ],
  [
    "with added stages, a place of its own, a range, and the numbers behind the drawings",
    async (page) => {
      await toForm(page);
      await addPipeline(page, "strubell-2019-development");
      await page.locator('[data-stage="0"] .check input').check();
      await page.locator('fc-change [data-pointer="/site/pue"] .give').click();
      await page.locator(".key .link").click();
      for (const summary of await page
        .locator("fc-sure summary, .group-hardware summary, fc-change .more:not(.group-hardware *) > summary")
        .all())
        await summary.click();
    },
  ],
  [
    "with faults",
    async (page) => {
      await toForm(page);
      await field(page, "/hours").fill("x");
      await field(page, "/pue").fill("0.9");
    },
  ],
  ["with the picker open", (page) => page.locator('[data-slot="model"]').click()],
  [
    "with a list of places open, and a source",
    async (page) => {
      await toForm(page);
      await pick(page, "/grid", "us-west1");
      await page.locator('fc-change [data-pointer="/site/region"] summary').click();
      await expect(page.locator(".origin table")).toBeVisible();
      await field(page, "/region").fill("o");
      await page.locator(".lede").scrollIntoViewIfNeeded();
    },
  ],
  [
    "with a model that can’t be redone",
    async (page) => {
      await page.locator('[data-slot="model"]').click();
      await page.keyboard.type("llama 3.3");
      await page.keyboard.press("Enter");
      await expect(page.locator(".shut")).toBeVisible();
    },
  ],
  [
    "with contradicting figures, on other equivalents",
    async (page) => {
      await choose(page, "gpt-3");
      await page.locator(".set select").selectOption("epa");
    },
  ],
  ["of sources", async (page) => void (await page.goto("./sources.html"))],
  ["with a panel open", (page) => page.locator('[data-slot="machines"]').click()],
];

test.describe("in the light and in the dark", () => {
  test.use({ viewport: { width: 1000, height: 900 } });
  for (const [name, reach] of views) {
    test(`axe finds nothing in the page ${name}`, async ({ page }) => {
      await open(page);
      await reach(page);
      expect(await violationsInBoth(page)).toEqual([]);
    });
  }
  test("axe finds nothing in the message about a damaged link", async ({ page }) => {
    await open(page, "#1.x");
    await expect(page.locator(".notice")).toBeVisible();
    expect(await violationsInBoth(page)).toEqual([]);
  });
});

for (const width of [320, 640, 1280, 2560]) {
  test(`nothing is cut off or scrolls sideways at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page);
    for (const id of ["bert-base", "architecture-search-proxy", "gpt-4-ludvigsen", "bloom-176b", "own"]) {
      await choose(page, id);
      await toForm(page);
      expect(await overflow(page)).toEqual({ page: width, outside: [] });
    }
  });
}

for (const width of [320, 640, 1280, 2560]) {
  test(`stages, ranges and their tables stay inside the window at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page);
    await choose(page, "bloom-176b-life-cycle");
    await toForm(page);
    await addPipeline(page, "morrison-2025-development");
    await page.locator('[data-stage="1"] .check input').check();
    await page.locator("fc-change .give").first().click();
    for (const summary of await page
      .locator("fc-sure summary, .group-hardware summary, fc-change .more:not(.group-hardware *) > summary")
      .all())
      await summary.click();
    expect(await overflow(page)).toEqual({ page: width, outside: [] });
  });
}

for (const width of [320, 640, 820, 1000, 1280]) {
  test(`lists, and where figures come from, stay inside the window at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page);
    await toForm(page);
    await pick(page, "/grid", "us-west1");
    await page.locator('fc-change [data-pointer="/site/region"] summary').click();
    await expect(page.locator(".origin table")).toBeVisible();
    for (const end of ["/device", "/region"]) {
      await field(page, end).click();
      const list = await page.locator("fc-change .list:not([hidden])").boundingBox();
      expect((list?.x ?? -1) >= 0 && (list?.x ?? 0) + (list?.width ?? 0) <= width).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await page.keyboard.press("Escape");
    }
  });
}

test("every control is at least 24 pixels high, or stands in a line of text", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await open(page);
  await toForm(page);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll("button, input, select, summary, nav a, sup a, .choice label")]
      .filter((element) => !(element instanceof HTMLInputElement && element.type === "radio"))
      .map((element) => ({
        height: element.getBoundingClientRect().height,
        html: element.outerHTML.slice(0, 80),
      }))
      .filter(({ height }) => height > 0 && height < 24),
  );
  expect(small).toEqual([]);
});

test("a panel is a sheet at the bottom of a small screen, wholly inside it", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await open(page);
  await page.locator('[data-slot="machines"]').click();
  await expect(page.locator("dialog")).toBeVisible();
  const box = await page.locator("dialog").boundingBox();
  expect(box?.x).toBe(0);
  expect(box?.width).toBe(320);
  expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBe(568);
});

test.describe("with forced colours", () => {
  test.use({ forcedColors: "active" });
  test("the drawings still tell filled from empty", async ({ page }) => {
    await open(page);
    await choose(page, "architecture-search");
    const [empty, full] = await page.evaluate(() =>
      [".cars .empty", ".cars .full"].map(
        (selector) => getComputedStyle(document.querySelector(selector) as Element).fill,
      ),
    );
    expect(empty).not.toBe(full);
  });
});
