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
  slider,
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

test.describe("in a country that writes commas for points", () => {
  test.use({ locale: "nl-NL" });
  test("writes and reads numbers as there", async ({ page }) => {
    await open(page);
    await toForm(page);
    await expect(field(page, "/hours")).toHaveValue("79,2");
    await field(page, "/hours").fill("1.500");
    await expect(page.locator("fc-change [data-pointer$='/hours']")).toContainText("read as 1.500");
    expect(await sentence(page)).toContain("for 1.500 hours");
    await field(page, "/hours").fill("79.2");
    expect(await sentence(page)).toContain("for 79,2 hours");
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

test("starts from parameters and tokens, which may be told in words", async ({ page }) => {
  await open(page);
  await toForm(page);
  const start = (way: string) => page.locator(`[data-start="${way}"]`);
  await expect(start("model")).toHaveAttribute("aria-pressed", "true");
  await expect(start("model")).toContainText("now BERT base");
  await start("computed").click();
  await expect(start("computed")).toHaveAttribute("aria-pressed", "true");
  const hint = (end: string) => page.locator(`fc-change [data-pointer$="${end}"] .hint`);
  await expect(field(page, "/parameters")).toHaveValue("1 billion");
  await expect(hint("/mfu")).toContainText("empty: 0.35");
  for (const [typed, read] of [
    ["7B", "read as 7 billion, 7,000,000,000"],
    ["7e9", "read as 7 billion, 7,000,000,000"],
    ["1.5 Mrd.", "read as 1.5 billion, 1,500,000,000"],
    ["7 billion", "read as 7 billion, 7,000,000,000"],
  ] as const) {
    await field(page, "/parameters").fill(typed);
    await expect(hint("/parameters")).toContainText(read);
  }
  await field(page, "/tokens").fill("2T");
  await expect(hint("/tokens")).toContainText("read as 2 trillion, 2,000,000,000,000");
  // 6 * 7e9 * 2e12
  await expect(page.locator('[data-symbol="FLOP"] .value')).toContainText("8.4");
  expect(await sentence(page)).toMatch(/on 8 × H100 for about [\d,]+ hours at the world average/);
  await field(page, "/tokens").fill("2 gazillion");
  await expect(wrong(page, "/tokens")).toContainText("“2 gazillion” is not a number");
  await field(page, "/tokens").fill("2T");

  // To one's own hours and back nothing is lost.
  await field(page, "/count").fill("16");
  await start("own").click();
  await expect(field(page, "/hours")).not.toHaveValue("");
  await expect(field(page, "/count")).toHaveValue("16");
  await start("computed").click();
  await expect(field(page, "/parameters")).toHaveValue("7 billion");
  const { time } = (unpack(await fragment(page)).scenario as { stages: { time: object }[] }).stages[0] ?? {};
  expect(time).toEqual({ parameters: 7e9, tokens: 2e12 });

  // A device without a known speed is asked for it.
  await pick(page, "/device", "none of these");
  await expect(wrong(page, "/peak_flops")).toContainText("no peak speed is known");
  await field(page, "/watts").fill("400");
  await field(page, "/peak_flops").fill("300 trillion");
  await expect(page.locator(".faults")).toHaveCount(0);

  // The model's list opens where it was asked for.
  await start("model").click();
  await expect(page.locator("dialog [role=combobox]")).toBeFocused();
  await page.keyboard.type("gpt-3");
  await page.keyboard.press("Enter");
  await expect(start("model")).toContainText("now GPT-3");
  await expect(start("model")).toBeFocused();
});

test("reads times in words as hours, and says how", async ({ page }) => {
  await open(page);
  await toForm(page);
  for (const [typed, hours] of [
    ["3 weeks", "504"],
    ["2 days", "48"],
    ["36 h", "36"],
    ["90 min", "1.5"],
    ["2 d and 12 h", "60"],
  ] as const) {
    await field(page, "/hours").fill(typed);
    expect(await sentence(page)).toContain(`for ${hours} hours`);
    await expect(field(page, "/hours")).toHaveValue(typed);
    await expect(page.locator("fc-change [data-pointer$='/hours'] .hint")).toContainText(
      `read as ${hours}\u00a0h`,
    );
  }
  // Of no fixed length.
  await field(page, "/hours").fill("2 months");
  await expect(wrong(page, "/hours")).toContainText("“2 months” is not a number");
});

test("moves numbers by sliders, with the keys, too, and shows what comes of it beside them", async ({
  page,
}) => {
  await open(page);
  await choose(page, "own");
  await toForm(page);
  const standing = page.locator(".standing .amount");
  await expect(standing).toContainText("52.7");
  await slider(page, "/count").focus();
  await page.keyboard.press("ArrowRight");
  await expect(field(page, "/count")).toHaveValue("9");
  await expect(slider(page, "/count")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(field(page, "/count")).toHaveValue("8");
  await expect(slider(page, "/runs")).toHaveAttribute("aria-valuetext", "1");
  await slider(page, "/pue").focus();
  await page.keyboard.press("Home");
  await expect(field(page, "/pue")).toHaveValue("1");
  await page.keyboard.press("End");
  await expect(field(page, "/pue")).toHaveValue("2");
  await page.keyboard.press("ArrowLeft");
  await expect(field(page, "/pue")).toHaveValue("1.99");

  // By hand: once for each picture, however many moves there are.
  const hours = slider(page, "/hours");
  const sums = await hours.evaluate(async (input: HTMLInputElement) => {
    let estimates = 0;
    const clone = globalThis.structuredClone;
    globalThis.structuredClone = <T>(value: T): T => {
      ++estimates;
      return clone(value);
    };
    for (let i = 0; i < 20; ++i) {
      input.valueAsNumber = 200 + i;
      input.dispatchEvent(new Event("input"));
    }
    await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
    globalThis.structuredClone = clone;
    return estimates;
  });
  // One copy is changed, one is handed over.
  expect(sums).toBe(2);
  await expect(hours).toHaveAttribute("aria-valuetext", "155 h");
  const total = plain(await standing.innerText());
  // What was out of sight follows, once the hand rests.
  await expect.poll(() => sentence(page)).toContain("for 155 hours");
  expect(await sentence(page)).toContain(total.replace(/ CO.*/, ""));
  await expect(page.locator('[data-symbol="E_IT"] .numbers')).toContainText("155 h");

  // Of a range the best moves between its ends.
  await page.locator('fc-change [data-pointer="/site/pue"] .give').click();
  await slider(page, "/pue").focus();
  await page.keyboard.press("End");
  await expect(page.locator(".faults")).toHaveCount(0);
});

test("is reached as a whole by Tab, and nothing that has the focus lies under the result", async ({
  page,
}) => {
  await page.setViewportSize({ width: 640, height: 600 });
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page);
  await toForm(page);
  await page.locator("[data-start]").first().focus();
  const controls = await page.evaluate(() => {
    const form = document.querySelector("fc-change form") as Element;
    return [...form.querySelectorAll<HTMLElement>("button, input, select, summary")].filter(
      (element) =>
        element.checkVisibility() &&
        !element.matches(":disabled") &&
        !(element instanceof HTMLInputElement && element.type === "radio" && !element.checked),
    ).length;
  });
  let reached = 0;
  for (let i = 0; i < controls + 5; ++i) {
    const at = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement;
      if (!focused.closest("fc-change form")) return null;
      const { top, bottom } = focused.getBoundingClientRect();
      const over = document.querySelector(".standing")?.getBoundingClientRect();
      return {
        html: focused.outerHTML.slice(0, 90),
        top,
        bottom,
        covered: over ? bottom > over.top + 1 : false,
      };
    });
    if (!at) break;
    ++reached;
    expect(at.covered, at.html).toBe(false);
    expect(at.top, at.html).toBeGreaterThanOrEqual(0);
    await page.keyboard.press("Tab");
  }
  expect(reached).toBe(controls);
});

for (const width of [1280, 320])
  test(`moves nothing by itself while it loads, is scrolled and is changed, at ${width} pixels`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.addInitScript(() => {
      const shifts: string[] = [];
      Object.assign(window, { shifts });
      interface Shift extends PerformanceEntry {
        value: number;
        hadRecentInput: boolean;
        sources: { node: Node | null }[];
      }
      new PerformanceObserver((list) => {
        for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[])
          if (!hadRecentInput)
            shifts.push(
              `${value} ${sources.map(({ node }) => (node as Element | null)?.className).join(" ")}`,
            );
      }).observe({ type: "layout-shift", buffered: true });
    });
    // The form comes when what follows it stands already, in sight.
    await page.route("**/form-*.js", async (route) => {
      await expect(page.locator("fc-sure h2")).toBeAttached();
      await page.waitForTimeout(200);
      await route.continue();
    });
    await page.goto("./");
    await expect(page.locator("fc-change h2")).toBeVisible();
    await page.locator("fc-change").evaluate((change) => change.scrollIntoView({ behavior: "instant" }));
    await expect(page.locator("fc-change form")).toBeVisible();
    await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
    for (let y = 0; y < 12; ++y) {
      await page.mouse.wheel(0, 400);
      await page.waitForTimeout(60);
    }
    await expect(page.locator("fc-take footer")).toBeAttached();
    await toForm(page);
    await page.evaluate(() => scrollTo(0, 0));
    for (const id of ["architecture-search", "own"]) await choose(page, id);
    await toForm(page);
    expect(await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts)).toEqual([]);
  });
