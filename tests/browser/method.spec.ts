// The method page: its formulas, defaults and story are the calculator's own.
import { readFileSync } from "node:fs";
import { expect, plain, test } from "./page.js";

test.use({ javaScriptEnabled: false });

test("the method page has every default of the data, an anchor for each symbol, and the story from the sums", async ({
  page,
}) => {
  await page.goto("./method.html");
  const { defaults } = JSON.parse(
    readFileSync(new URL("../../data/defaults.json", import.meta.url), "utf8"),
  ) as {
    defaults: { id: string; value: { best: number } }[];
  };
  for (const { id, value } of defaults) {
    const row = page.locator(`#default-${id}`);
    await expect(row.locator("td b")).toContainText(String(value.best));
    await expect(row.locator("th")).not.toContainText("_");
  }
  for (const symbol of [
    "PUE",
    "E",
    "E_IT",
    "C_operational",
    "C_embodied",
    "I",
    "W",
    "SCI",
    "FLOP",
    "t",
    "C_market",
    "mfu",
  ])
    await expect(page.locator(`[id="${symbol}"]`)).toHaveCount(1);
  const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  const story = plain(await page.locator('section[aria-labelledby="story"]').innerText());
  for (const figure of [
    "626,155 lb",
    "33,5",
    "7,09",
    "18.7 times lower",
    "4.7 times lower",
    "88 times lower",
  ])
    expect(story).toContain(figure);
  // 64 cards at 250 W for 79.2 hours at 367.8 g/kWh, by ML CO2 Impact's own table.
  const peers = plain(await page.locator(".peers").first().innerText());
  expect(peers).toContain(`${Math.round((64 * 250 * 79.2 * 367.8) / 1e6)} kg`);
  // 12,041.51 W measured, at 379.26 g/kWh.
  expect(peers).toContain(`${Math.round((12041.51 * 79.2 * 379.26) / 1e6)} kg`);
});
