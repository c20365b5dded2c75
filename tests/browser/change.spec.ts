// Changing the sum: by form, by the sentence, by keyboard alone.
import {
  choose,
  expect,
  field,
  fragment,
  open,
  pick,
  plain,
  sentence,
  test,
  toForm,
  unpack,
  wrong,
} from "./page.js";

test("does an own run from what is typed", async ({ page }) => {
  await open(page);
  await choose(page, "own");
  await toForm(page);
  await field(page, "/title").fill("A small parser");
  await page.locator("fc-change").getByLabel("measured, for all machines together").check();
  await field(page, "/measured_w").fill("1,500.5");
  await field(page, "/hours").fill("10");
  await field(page, "/runs").fill("24");
  await field(page, "/pue").fill("1,2");
  await pick(page, "/grid", "another figure");
  await field(page, "/kg_per_kwh").fill("0.3");
  await page.locator("fc-change").getByLabel("no, the electricity alone").check();
  // 24 * 10 h * 1.5005 kW * 1.2 * 0.3 kg
  expect(await sentence(page)).toContain(
    "Training A small parser on 8 × V100 for 10 hours, 24 times, at 0.3 kg per kWh emitted 130 kg",
  );
  await expect(page.locator('[data-symbol="C_total"] .value')).toContainText("129.6432");
});

test("leads from an own run on to its machines, as an example to change", async ({ page }) => {
  await open(page);
  await page.locator('[data-slot="model"]').click();
  await page.locator('dialog [data-id="own"]').click();
  await expect(field(page, "/device", "dialog")).toBeFocused();
  await expect(page.locator("dialog")).toContainText("An example to change");
  await field(page, "/count", "dialog").fill("4");
  await expect(page.locator("dialog")).not.toContainText("An example to change");
  await page.keyboard.press("Escape");
  expect(await sentence(page)).toContain("on 4 × V100");
});

test("does an own run from devices, with defaults that are shown as such", async ({ page }) => {
  await open(page);
  await choose(page, "own");
  await toForm(page);
  expect(await sentence(page)).toContain(
    "Training my model on 8 × V100 for 24 hours at the world average emitted 52.7 kg CO₂e (about 28",
  );
  await expect(page.locator(".assumed")).toContainText("PUE: 1.54");
  await field(page, "/utilisation").fill("0.5");
  await expect(page.locator('[data-symbol="P_cards"] .value')).toContainText("1,200");
  await page.locator("fc-change").getByLabel("watts, the card alone").check();
  await field(page, "/watts").fill("250");
  await page.locator("fc-change .group-machines .more summary").click();
  await field(page, "/host_w").fill("400");
  await expect(page.locator('[data-symbol="P_IT"] .value')).toContainText("2,400");
  await page.locator("fc-change").getByLabel("watts, with its share of the host").check();
  await field(page, "/system_watts").fill("300");
  await pick(page, "/device", "none of these");
  await field(page, "/count").fill("4");
  await expect(page.locator('[data-symbol="P_IT"] .value')).toContainText("1,200");
  expect(await sentence(page)).toContain("on 4 machines of 300 W");
});

test("keeps what was typed where it can't be used, says why beside it, and lets the last good result stand", async ({
  page,
}) => {
  await open(page);
  await toForm(page);
  await field(page, "/hours").fill("-4");
  await field(page, "/measured_w").fill("a lot");
  await field(page, "/pue").fill("0.9");
  await field(page, "/runs").fill("2.5");
  await field(page, "/count").fill("");
  await expect(wrong(page, "/hours")).toHaveText("-4 is not allowed; a number from 0 to 1,000,000 is needed");
  await expect(wrong(page, "/measured_w")).toContainText("“a lot” is not a number");
  await expect(wrong(page, "/pue")).toContainText("0.9 is not allowed; a number from 1 to 10");
  await expect(wrong(page, "/runs")).toContainText("2.5 is not allowed; a whole number");
  await expect(field(page, "/hours")).toHaveValue("-4");
  await expect(field(page, "/measured_w")).toHaveValue("a lot");
  await expect(field(page, "/hours")).toHaveAttribute("aria-invalid", "true");
  await expect(wrong(page, "/count")).toContainText("nothing is entered; a whole number from 1");
  await expect(page.locator(".faults li")).toHaveCount(5);
  await expect(page.locator("#result")).toContainText("last good result");
  await expect(page.locator("#amounts")).toContainText("last good result");
  await expect(page.locator(".faults p")).toContainText("5 entries can’t be used. Until they are corrected");
  expect(await sentence(page)).toContain("652 kg");

  for (const [end, text] of [
    ["/hours", "79.2"],
    ["/measured_w", "12041.51"],
    ["/pue", "1.58"],
    ["/runs", ""],
    ["/count", "64"],
  ] as const)
    await field(page, end).fill(text);
  await expect(page.locator(".faults")).toHaveCount(0);
  await expect(page.locator(".wrong")).toHaveCount(0);
  await expect(page.locator(".print-table")).toContainText("reproduced");
});

test("estimates from the devices once they are others than those measured", async ({ page }) => {
  await open(page);
  await toForm(page);
  const remark = page.locator("fc-change .remark");
  await field(page, "/count").fill("32");
  await expect(remark).toHaveText(
    /The 12,041.51\sW were measured on 64\s×\sV100, so this run is now estimated from its devices./,
  );
  await expect(page.locator("fc-change").getByLabel("from the devices")).toBeChecked();
  await expect(field(page, "/count")).toHaveValue("32");
  await expect(field(page, "/count")).toBeFocused();
  // 32 * 300 W * 0.75 * 1.6
  await expect(page.locator('[data-symbol="P_IT"] .value')).toContainText("11,520");
  await page.locator("fc-change").getByLabel("measured, for all machines together").check();
  await expect(remark).toHaveText("");
  await expect(field(page, "/measured_w")).toHaveValue("12041.51");
  await expect(page.locator(".print-table")).toContainText("reproduced");

  // Typed anew, it is for a moment another.
  await field(page, "/count").fill("");
  await field(page, "/count").pressSequentially("64");
  await expect(remark).toHaveText("");
  await expect(page.locator(".print-table")).toContainText("reproduced");

  await pick(page, "/device", "P100 SXM2");
  await expect(remark).toContainText("were measured on");
  expect(await sentence(page)).toContain("on 64 × P100");
  await expect(page.locator('[data-symbol="P_IT"] .value')).toContainText("23,040");
  await page.locator("fc-change").getByRole("button", { name: "Back to the published run" }).click();
  expect(await sentence(page)).toContain("652 kg");
  await expect(remark).toHaveText("");
});

test("takes the time along from hours to device-hours and back", async ({ page }) => {
  await open(page);
  await toForm(page);
  await field(page, "/runs").fill("2");
  const form = page.locator("fc-change");
  await form.getByLabel("device-hours", { exact: true }).check();
  await expect(field(page, "/device_hours")).toHaveValue("5068.8");
  expect(await sentence(page)).toContain("emitted 1,300 kg");
  await choose(page, "development-24");
  await form.getByLabel("hours on the clock").check();
  await expect(field(page, "/hours")).toHaveValue("2880");
});

test("treats an emptied field as nothing given, never as zero", async ({ page }) => {
  await open(page);
  await toForm(page);
  await field(page, "/hours").fill("");
  await expect(wrong(page, "/hours")).toContainText("nothing is entered");
  expect(await sentence(page)).toContain("652 kg");
  await field(page, "/hours").fill("0");
  expect(await sentence(page)).toContain("emitted 0 kg");
});

test("changes its unit everywhere and keeps it for the next run", async ({ page }) => {
  await open(page);
  await page.getByRole("radio", { name: "tonnes" }).check({ force: true });
  expect(await sentence(page)).toContain("0.652 t CO₂e");
  await choose(page, "architecture-search");
  expect(await sentence(page)).toContain("284 t CO₂e");
});

test("offers the published run again once it was changed", async ({ page }) => {
  await open(page);
  await page.locator('[data-slot="time"]').click();
  await field(page, "/hours", "dialog").fill("100");
  await page.keyboard.press("Enter");
  await expect(page.locator("dialog")).toBeHidden();
  expect(await sentence(page)).toContain("for 100 hours");
  await expect(page.locator(".print-table")).toHaveCount(0);
  await page.locator("fc-result").getByRole("button", { name: "Back to the published run" }).click();
  expect(await sentence(page)).toContain("for 79.2 hours");
});

test("gives the focus to a panel and back to its slot, by Escape and by a press outside", async ({
  page,
}) => {
  await open(page);
  for (const slot of ["machines", "time", "place", "model"]) {
    const button = page.locator(`[data-slot="${slot}"]`);
    await button.click();
    await expect(page.locator("dialog")).toBeVisible();
    expect(await page.evaluate(() => document.activeElement?.closest("dialog") !== null)).toBe(true);
    await page.keyboard.press("Escape");
    await expect(page.locator("dialog")).toBeHidden();
    await expect(button).toBeFocused();
  }
  await page.locator('[data-slot="time"]').click();
  await expect(page.locator("dialog")).toBeVisible();
  await page.mouse.click(5, 5);
  await expect(page.locator("dialog")).toBeHidden();
  await expect(page.locator('[data-slot="time"]')).toBeFocused();
});

test("can be used with the keyboard alone", async ({ page }) => {
  await open(page);
  await page.keyboard.press("Tab");
  await expect(page.locator(".skip")).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.locator('[data-slot="model"]')).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("dialog [role=combobox]")).toBeFocused();
  for (let i = 0; i < 2; ++i) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.locator("dialog")).toBeHidden();
  expect(await sentence(page)).toContain("The architecture search on");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(field(page, "/hours", "dialog")).toBeFocused();
  await page.keyboard.type("1");
  await page.keyboard.press("Enter");
  expect(await sentence(page)).toContain("for 1 hour at");
});

test("announces the new result politely", async ({ page }) => {
  await open(page);
  await choose(page, "architecture-search");
  await expect(page.locator("#said")).toContainText("284 t");
  expect(plain((await page.locator("#said").textContent()) ?? "")).toBe(
    "284 t CO₂e (about 180–405), 4.97 cars’ lifetimes, 316 passenger trips New York–San Francisco",
  );
});

test.describe("in German", () => {
  test.use({ locale: "de-DE" });
  test("writes and reads numbers as there", async ({ page }) => {
    await open(page);
    await toForm(page);
    await expect(field(page, "/hours")).toHaveValue("79,2");
    await field(page, "/hours").fill("1.500");
    await expect(page.locator("fc-change [data-pointer$='/hours']")).toContainText("gelesen als 1.500");
    expect(await sentence(page)).toContain("in 1.500 Stunden");
    await field(page, "/hours").fill("79.2");
    expect(await sentence(page)).toContain("in 79,2 Stunden");
  });
});

test("takes what few know under quiet details, each with its default shown", async ({ page }) => {
  await open(page);
  await choose(page, "own");
  await toForm(page);
  const form = page.locator("fc-change");
  for (const summary of await form.locator(".more > summary").all()) await summary.click();
  const hint = (end: string) => form.locator(`[data-pointer$="${end}"] .hint`);
  await expect(hint("/wue_l_per_kwh")).toContainText("empty: 0.3");
  await expect(hint("/ewif_l_per_kwh")).toContainText("from the tables");
  await expect(hint("/node_overhead")).toContainText("empty: 1.6");
  await expect(form).toContainText("which stays location-based");
  await field(page, "/market_kg_per_kwh").fill("0");
  await expect(page.locator(".lines")).toContainText(/By its contracts \(market-based\).*0\skg/s);
  await field(page, "/wue_l_per_kwh").fill("1");
  await expect(page.locator('[data-symbol="W"] .numbers')).toContainText("1 L/kWh");
  await form.locator('[data-pointer="/per"] select').selectOption("million_tokens");
  await field(page, "/per/count").fill("500");
  await expect(page.locator(".lines")).toContainText(/SCI score for each 500 million tokens/s);
  await field(page, "/node_overhead").fill("1.3");
  await expect(page.locator('[data-symbol="P_IT"] .numbers')).toContainText("1.3");
  await field(page, "/market_kg_per_kwh").fill("9");
  await expect(form.locator('[data-pointer$="/market_kg_per_kwh"] .wrong')).toContainText("0 to 5");
});

test("asks for another year of a region's own grid by the year alone", async ({ page }) => {
  await open(page);
  await toForm(page);
  await pick(page, "/grid", "europe-north1");
  await page.locator('fc-change [data-pointer$="/grid/year"] select').selectOption({ index: 2 });
  const site = (unpack(await fragment(page)).scenario as { site: { grid: object } }).site;
  expect(Object.keys(site.grid)).toEqual(["year"]);
});
