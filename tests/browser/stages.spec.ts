// What a total is made of: its parts, its stages, what goes with it.
import type { Page } from "@playwright/test";
import {
  addPipeline,
  choose,
  expect,
  field,
  fragment,
  open,
  pack,
  plain,
  sentence,
  test,
  toForm,
  unpack,
} from "./page.js";

const key = async (page: Page): Promise<string> => plain(await page.locator(".key").innerText());

test("splits the total into machines, cooling and making the hardware, which is counted or left out", async ({
  page,
}) => {
  await open(page);
  expect(await key(page)).toContain("63 % the machines: 413 kg");
  expect(await key(page)).toContain("37 % cooling and power supply: 239 kg");
  await page.locator("fc-result").getByRole("button", { name: "Count it" }).click();
  expect(await sentence(page)).toContain("emitted 754 kg CO₂e");
  // The paper’s cars don’t.
  expect(await sentence(page)).toContain("1.1 % of a car’s lifetime, or 0.72 passenger trips");
  expect(await sentence(page)).toContain("by the electricity alone.");
  expect(await key(page)).toContain("14 % making the hardware: 102 kg");
  await expect(page.locator(".split rect")).toHaveCount(3);
  await expect(page.locator(".assumed")).toContainText("making a card: 150");
  await expect(page.locator('[data-symbol="C_embodied"] .value')).toContainText("102.1112");
  await toForm(page);
  const form = page.locator("fc-change");
  await form.locator(".group-hardware summary").first().click();
  await field(page, "/card_kg").fill("300");
  await expect(page.locator('[data-symbol="C_embodied"] .value')).toContainText("127.63");
  await form.getByLabel("no, the electricity alone").check();
  expect(await sentence(page)).toContain("emitted 652 kg CO₂e");
  await expect(page.locator(".print-table")).toContainText("reproduced");
});

test("shows water with what it counts, or says why there is none", async ({ page }) => {
  await open(page);
  const lines = page.locator(".lines");
  await expect(lines).toContainText(/Water.*on site and at the power stations.*5,010\sL/s);
  await expect(page.locator('[data-symbol="W"] .formula')).toContainText("WUE");
  await choose(page, "gpt-3");
  await expect(lines).not.toContainText("Water");
  await expect(page.locator(".assumed")).toContainText("How much water its power stations use isn’t known");
});

test("shows a market-based figure beside the grid’s where one is given, and none where not", async ({
  page,
  context,
}) => {
  await open(page);
  await expect(page.locator(".lines")).not.toContainText("market-based");
  const scenario = {
    schema: "fivecars/scenario/1",
    stages: [{ time: { hours: 1000 }, power: { measured_w: 1000 } }],
    site: { pue: 1.2, grid: { kg_per_kwh: 0.4 }, market_kg_per_kwh: 0 },
    embodied: { card_kg: 100 },
    per: { unit: "million_tokens", count: 500 },
  };
  const other = await context.newPage();
  await open(other, pack({ scenario, view: {}, data_version: "x", total: null }));
  await expect(other.locator(".lines")).toContainText(/By its contracts \(market-based\).*0\skg/s);
});

test("shows the SCI score and its steps", async ({ page }) => {
  const scenario = {
    schema: "fivecars/scenario/1",
    stages: [
      {
        time: { hours: 1000 },
        power: { devices: [{ device: "nvidia-h100-sxm5-80gb", count: 8, watts: 600 }] },
      },
    ],
    site: { pue: 1.2, grid: { kg_per_kwh: 0.4 } },
    per: { unit: "million_tokens", count: 500 },
  };
  await open(page, pack({ scenario, view: {}, data_version: "x", total: null }));
  await expect(page.locator(".lines")).toContainText(/SCI score for each 500 million tokens.*CO₂e/s);
  await expect(page.locator('[data-symbol="SCI"] .formula')).toContainText("R");
  await expect(page.locator('[data-symbol="M"]')).toHaveCount(1);
});

test("adds what others spent around their run, as so many times this one", async ({ page }) => {
  await open(page);
  await toForm(page);
  await addPipeline(page, "morrison-2025-development");
  expect(await sentence(page)).toContain(
    "for 79.2 hours, with development, at the US average of 2018 would have emitted 980 kg CO₂e",
  );
  const times = page.locator('fc-change [data-pointer="/stages/1/like/times"]');
  await expect(times).toContainText("Development of OLMo to OLMo 2: Morrison et al. 2025");
  await expect(times.locator("input").first()).toHaveValue("0.503");
  await expect(page.locator('[data-stage="1"]')).toContainText("33 % of the total");
  expect(plain(await page.locator("ul.stages").innerText())).toContain(
    "training 67 % 652 kg development 33 % 328 kg",
  );
  await expect(page.locator(".sources li", { hasText: "Times another stage" })).toContainText("Morrison");
  await times.locator("input").first().fill("0.51");
  await expect(times).not.toContainText("Morrison");
  await times.getByRole("button", { name: "no range" }).click();
  await times.locator("input").fill("2");
  expect(await sentence(page)).toContain("emitted 1,960 kg CO₂e");
  const linked = unpack(await fragment(page)).scenario as { stages: unknown[] };
  expect(linked.stages[1]).toEqual({ name: "development", like: { stage: 0, times: 2 } });
  await page.getByRole("button", { name: "Remove: development" }).click();
  expect(await sentence(page)).toContain("emitted 652 kg CO₂e");
});

test("adds, names, moves and removes stages of their own machines, and keeps what goes by them", async ({
  page,
}) => {
  await open(page);
  await toForm(page);
  await addPipeline(page, "morrison-2025-development");
  await page.getByRole("button", { name: "Add a stage of its own machines and time" }).click();
  await page.locator('[data-stage="2"] .field input').first().fill("evaluation");
  await field(page, "/stages/2/time/hours").fill("100");
  await field(page, "/stages/2/runs").fill("3");
  expect(await sentence(page)).toContain("in 3 stages at the US average");
  await expect(page.locator("fc-work h3").nth(2)).toHaveText("Stage 3: evaluation");
  // By another order the samples are others, and the last digit of a range with them.
  const best = async (): Promise<string> =>
    (await sentence(page)).replace(/.*emitted/, "").replace(/about [^)]*/, "");
  const total = await best();

  // The training goes to the end; the development is still so many times it.
  await page.getByRole("button", { name: "Move down: training" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator('[data-stage="1"] .field input').first()).toHaveValue("training");
  await expect(page.getByRole("button", { name: "Move down: training" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Move up: training" })).toBeFocused();
  await expect(page.locator('[data-stage="2"] .field input').first()).toHaveValue("training");
  await expect(page.locator('fc-change [data-pointer="/stages/0/like/times"] label').first()).toContainText(
    "training",
  );
  expect(await best()).toBe(total);
  await expect(field(page, "/stages/1/time/hours")).toHaveValue("100");

  await page.locator('[data-stage="1"] .check input').check();
  await field(page, "/stages/1/site/pue").fill("1.05");
  await expect(page.locator(".lede")).toContainText("several places");
  await page.locator('[data-stage="1"] .check input').uncheck();
  await expect(page.locator(".lede")).not.toContainText("several places");

  await page.getByRole("button", { name: "Remove: evaluation" }).click();
  await expect(page.locator(".stage-list li")).toHaveCount(2);
  await expect(page.getByRole("button", { name: "Remove: training" })).toBeDisabled();
  expect(await sentence(page)).toContain("emitted 980 kg CO₂e");
});

test("removes the stage that others go by, and they go by the first that is left", async ({ page }) => {
  await open(page);
  await toForm(page);
  await addPipeline(page, "morrison-2025-development");
  await page.getByRole("button", { name: "Add a stage of its own machines and time" }).click();
  await page.getByRole("button", { name: "Remove: training" }).click();
  await expect(page.locator(".wrong")).toHaveCount(0);
  await expect(page.locator('fc-change [data-pointer="/stages/0/like/times"] label').first()).toContainText(
    "another stage",
  );
});

test("gives each of several stages a row: its machines, its time and its place beside each other", async ({
  page,
}) => {
  await open(page);
  await toForm(page);
  await page.getByRole("button", { name: "Add a stage of its own machines and time" }).click();
  const parts = page.locator('[data-stage="1"] .stage-parts > div');
  const boxes = async () => {
    const all = await Promise.all([0, 1, 2].map((i) => parts.nth(i).boundingBox()));
    return all.map((box) => box ?? { x: NaN, y: NaN, width: NaN, height: NaN });
  };
  await expect(parts.nth(0).locator('[data-pointer="/stages/1/power/devices/0/count"]')).toBeVisible();
  await expect(parts.nth(1).locator('[data-pointer="/stages/1/time/hours"]')).toBeVisible();
  const [machines, time, place] = await boxes();
  expect([time?.y, place?.y]).toEqual([machines?.y, machines?.y]);
  expect((machines?.x ?? 0) + (machines?.width ?? 0)).toBeLessThan(time?.x ?? 0);
  expect((time?.x ?? 0) + (time?.width ?? 0)).toBeLessThan(place?.x ?? 0);
  await parts.nth(2).getByLabel("at a place of its own").check();
  await expect(parts.nth(2).locator('[data-pointer="/stages/1/site/pue"]')).toBeVisible();
  await page.setViewportSize({ width: 320, height: 800 });
  const [above, below] = await boxes();
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual((below?.y ?? 0) + 1);
});

test("lays what was printed beside a run on one basis, and calls it no test", async ({ page }) => {
  await open(page);
  await choose(page, "gpt-3");
  await page.getByRole("button", { name: "See it on one basis" }).click();
  const table = page.locator(".print-table").first();
  await expect(table).toContainText("here, on one basis");
  await expect(table).toContainText("552");
  await expect(table.locator(".good, .off")).toHaveCount(0);
});
