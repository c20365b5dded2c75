// How sure: the range of the total, what would narrow it, numbers given as ranges.
import {
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
  wrong,
} from "./page.js";

test("draws the range, and says it in words and in a table", async ({ page }) => {
  await open(page);
  await expect(page.locator(".range")).toContainText(
    /Nine times in ten it is 415.–.930.kg, half the time below 62\d\skg/,
  );
  const [bar, dot] = await page
    .locator(".spread > rect:nth-of-type(2), .spread circle")
    .evaluateAll((marks) => marks.map((mark) => mark.getBoundingClientRect()));
  expect(bar && dot && bar.left < dot.left && dot.right < bar.right).toBe(true);
  await expect(page.locator("fc-range .spread")).toHaveAttribute("aria-hidden", "true");
  await page.getByText("Every total with its range").click();
  const row = page.locator("fc-sure tr", { hasText: "Emissions in all" });
  await expect(row.locator("td")).toHaveText([/^41\d/, /^62\d/, /^652/, /^92\d/]);
});

test("shows a published run as printed where the reader asks for it, and the link keeps that", async ({
  page,
  context,
}) => {
  await open(page);
  await page.getByRole("radio", { name: "as printed" }).check({ force: true });
  // The grid’s figure comes from a table, and has its range there.
  expect(await sentence(page)).toContain("652 kg CO₂e (about 520–820)");
  await expect(page.locator(".print-table")).toContainText("reproduced");
  const hash = await fragment(page);
  expect((unpack(hash).scenario as { ranges?: string }).ranges).toBeUndefined();
  const other = await context.newPage();
  await open(other, hash);
  expect(await sentence(other)).toContain("652 kg CO₂e (about 520–820)");
  await other.getByRole("radio", { name: "with the usual ranges" }).check({ force: true });
  expect(await sentence(other)).toContain("652 kg CO₂e (about 415–930)");
});

test("has no range, and says why, where every number is exact", async ({ page }) => {
  const scenario = {
    schema: "fivecars/scenario/1",
    stages: [{ time: { hours: 10 }, power: { measured_w: 1000 } }],
    site: { pue: 1.2, grid: { kg_per_kwh: 0.4 } },
    embodied: false,
  };
  await open(page, pack({ scenario, view: {}, data_version: "x", total: null }));
  expect(await sentence(page)).toContain("emitted 4.80 kg CO₂e, ");
  await expect(page.locator(".range")).toContainText("Every number is taken as exact");
  await expect(page.locator("fc-range .spread")).toHaveCount(0);
  await expect(page.locator("fc-sure")).toContainText("give a range beside a number");
});

test("leads with the median where the best lies outside the range", async ({ page }) => {
  // Each may be much more, and none much less.
  const much = { low: 0.99, best: 1, high: 9 };
  const scenario = {
    schema: "fivecars/scenario/1",
    stages: [...Array(12)].map((_, i) => ({ name: `s${i}`, energy: { it_kwh: much } })),
    site: { pue: 1.2, grid: { kg_per_kwh: 0.4 } },
    embodied: false,
  };
  await open(page, pack({ scenario, view: {}, data_version: "x", total: null }));
  const shown = Number(/emitted ([\d.]+) kg/.exec(await sentence(page))?.[1]);
  expect(shown).toBeGreaterThan(5.76);
  await expect(page.locator(".range")).toContainText(/gives 5\.76\skg\sCO₂e, which lies outside/);
});

test("says which number to find out next, and leads to its field", async ({ page }) => {
  await open(page);
  expect(plain(await page.locator("fc-sure .intro").innerText())).toBe(
    "The number most worth finding out is the power usage effectiveness (PUE): two thirds of the spread comes from it. It is taken as sure as such numbers usually are: give its own range.",
  );
  await expect(page.locator(".swing")).toHaveCount(3);
  await expect(page.locator(".swing .share")).toHaveText([/^69/, /^30/, /^1\.5/]);
  await page.locator('.swing[data-path="/site/pue"]').click();
  await expect(field(page, "/site/pue")).toBeFocused();
  await page.locator(".swing").nth(1).click();
  await expect(field(page, "/site/grid")).toBeFocused();

  await choose(page, "own");
  await toForm(page);
  for (const [path, end] of [
    ["/stages/0/power/node_overhead", "/node_overhead"],
    ["/embodied/card_kg", "/embodied/card_kg"],
  ] as const) {
    await page.locator(`.swing[data-path="${path}"]`).click();
    await expect(field(page, end)).toBeFocused();
  }
});

test("takes a number as a range, keeps it in the link, and takes it back", async ({ page, context }) => {
  await open(page);
  await toForm(page);
  const pue = page.locator('fc-change [data-pointer="/site/pue"]');
  await pue.getByRole("button", { name: "give a range" }).click();
  const low = pue.getByLabel(/PUE, low/);
  const high = pue.getByLabel(/PUE, high/);
  await expect(low).toBeFocused();
  await expect(low).toHaveValue("1.09");
  await low.fill("1.5");
  await high.fill("1,65");
  await expect(page.locator(".swing").first()).not.toContainText("PUE");
  const hash = await fragment(page);
  expect((unpack(hash).scenario as { site: { pue: unknown } }).site.pue).toEqual({
    best: 1.58,
    low: 1.5,
    high: 1.65,
  });
  const other = await context.newPage();
  await open(other, hash);
  await toForm(other);
  await expect(other.locator('fc-change [data-pointer="/site/pue"]').getByLabel(/PUE, high/)).toHaveValue(
    "1.65",
  );
  expect(await sentence(other)).toBe(await sentence(page));

  await low.fill("1.7");
  await expect(wrong(page, "/pue")).toContainText("out of order");
  await low.fill("");
  await expect(wrong(page, "/pue")).toContainText(/nothing is entered|needed/);
  await low.fill("1.5");
  await expect(page.locator(".wrong")).toHaveCount(0);
  await pue.locator("input:not(.slider)").first().fill("1.6");
  await pue.getByRole("button", { name: "no range" }).click();
  await expect(pue.locator("input:not(.slider)")).toHaveCount(1);
  await expect(pue.locator("input:not(.slider)")).toHaveValue("1.6");
  await expect(pue.locator("input:not(.slider)")).toBeFocused();
});

test("gives a range to a default, too", async ({ page }) => {
  await open(page);
  await choose(page, "own");
  await toForm(page);
  const pue = page.locator('fc-change [data-pointer="/site/pue"]');
  await pue.getByRole("button", { name: "give a range" }).click();
  await expect(pue.locator("input:not(.slider)").first()).toHaveValue("1.54");
  await pue.locator("input:not(.slider)").first().fill("");
  await expect(pue.locator("input:not(.slider)")).toHaveCount(1);
  await expect(page.locator(".assumed")).toContainText("PUE: 1.54");
});

test("says that nobody gave the number to find out, in how many stages it stands, and where to give it", async ({
  page,
}) => {
  await open(page);
  await choose(page, "own");
  const intro = page.locator("fc-sure .intro");
  await expect(intro).toContainText(
    "the share of rated power: 41 % of the spread comes from it. Nobody said",
  );
  await toForm(page);
  await page.getByRole("button", { name: "Add a stage of its own machines and time" }).click();
  await expect(intro).toContainText("the share of rated power:");
  await expect(intro).toContainText("the same in two stages. Nobody said what it is");
  await intro.getByRole("button", { name: "give it here" }).click();
  await expect(field(page, "/stages/0/power/devices/0/utilisation")).toBeFocused();
});

test("leaves nothing to narrow where the total is nothing, and takes exact numbers as sure as usual", async ({
  page,
  context,
}) => {
  const scenario = (hours: number) => ({
    schema: "fivecars/scenario/1",
    stages: [{ time: { hours }, power: { measured_w: 1000 } }],
    site: { pue: 1.2, grid: { kg_per_kwh: 0.4 } },
    embodied: false,
  });
  await open(page, pack({ scenario: scenario(0), view: {}, data_version: "x", total: null }));
  await expect(page.locator("fc-sure .intro")).toHaveText(
    "The total is nothing, so there is nothing to narrow.",
  );
  await expect(page.locator(".range")).not.toContainText("exact");
  const other = await context.newPage();
  await open(other, pack({ scenario: scenario(10), view: {}, data_version: "x", total: null }));
  await other.getByRole("button", { name: "take them as sure as such numbers usually are" }).click();
  await expect(other.locator("fc-sure .intro")).toContainText("The number most worth finding out");
  expect(await sentence(other)).toMatch(/emitted 4\.80 kg CO₂e \(about 3\.\d+–6/);
});

test("says the result once, after a pause, and inside the panel that is open", async ({ page }) => {
  await open(page);
  await page.locator('[data-slot="time"]').click();
  const said = page.locator("dialog form > [role=status]");
  await page
    .locator('dialog [data-pointer$="/hours"] input:not(.slider)')
    .pressSequentially("100", { delay: 60 });
  await expect(said).toBeEmpty();
  await expect(said).toContainText("823 kg");
  await expect(page.locator("dialog [aria-live], dialog output")).toHaveCount(0);
});
