// What the page says, from the wasm.
import {
  choose,
  expect,
  field,
  model,
  models,
  open,
  pick,
  plain,
  sentence,
  show,
  test,
  toForm,
} from "./page.js";

const number = (text: string): number => Number(plain(text).replace(/[^\d.-]/g, ""));

test("opens with the answer for BERT base: 652 kg, and in pounds with no more digits than it is sure of", async ({
  page,
}) => {
  await open(page);
  expect(await sentence(page)).toBe(
    "Training BERT base on 64 × V100 for 79.2 hours at the US average of 2018 emitted 652 kg CO₂e (about 415–930), " +
      "1.1 % of a car’s lifetime, or 0.72 passenger trips New York–San Francisco as the 2019 paper counts them.",
  );
  await page.getByRole("radio", { name: "lb" }).check({ force: true });
  expect(await sentence(page)).toContain("emitted 1,440 lb CO₂e");
  await expect(page.locator(".print-table")).toContainText("1,437.5");
});

test("shows for every model what was printed, and beside it the same figure, computed", async ({ page }) => {
  test.setTimeout(60_000);
  await open(page);
  for (const row of models.filter(({ scenario }) => scenario !== undefined)) {
    const { id, printed } = row;
    await show(page, row);
    const cells = await page
      .locator(".print-table:not(.others) tbody tr:not(.note)")
      .evaluateAll((rows) =>
        rows.map((tr) => [...tr.querySelectorAll("td")].map((td) => td.innerText.split("\n"))),
      );
    expect(cells.length, id).toBe(printed.length);
    for (const [i, figure] of printed.entries()) {
      const [theirs = [], ours = []] = cells[i] ?? [];
      expect(number(theirs[0] ?? ""), `${id} ${figure.quantity}`).toBe(figure.value);
      const apart = Math.abs(number(ours[0] ?? "") - figure.value);
      // What is shown is rounded to four digits.
      const same = apart <= figure.tolerance + 5e-4 * figure.value;
      expect(same, `${id} ${figure.quantity}: ${ours.join(" ")}`).toBe(!ours.join().includes("differs"));
      // Whatever differs says why.
      if (!same) expect(figure.misses, `${id} ${figure.quantity}`).toBeTruthy();
    }
  }
});

const digits: [string, ...string[]][] = [
  ["transformer-base", "26.84 kWh", "25.61 lb", "$41.28", "$140.2"],
  ["transformer-big", "201.1 kWh", "191.9 lb", "$289.0", "$981.1"],
  ["elmo", "274.8 kWh", "262.2 lb", "$433.4", "$1,471.7"],
  ["bert-base", "1,506.8 kWh", "1,437.5 lb", "$3,750.9", "$12,570.6"],
  ["bert-base-tpu", "$2,073.6", "$6,912.0"],
  ["architecture-search", "656,347.3 kWh", "626,155.3 lb", "$942,972.8", "$3,201,721.6"],
  ["architecture-search-tpu", "$44,054.6", "$146,848.5"],
  ["gpt-2", "$12,902.4", "$43,008.0"],
  ["development-4789", "$103,175.1", "$350,315.3", "$9,870.2"],
];
for (const [id, ...figures] of digits) {
  test(`computes ${figures.join(", ")} for ${model(id).name}`, async ({ page }) => {
    await open(page);
    await choose(page, id);
    const table = plain(await page.locator(".print-table").first().innerText());
    for (const figure of figures) expect(table).toContain(figure);
  });
}

test("says that the headline is 4.97 cars, and fills five cars but for a little", async ({ page }) => {
  await open(page);
  await choose(page, "architecture-search");
  expect(await sentence(page)).toContain(
    "The architecture search on 8 × P100 for 274,120 hours at the US average of 2018 would have emitted 284 t CO₂e (about 180–405), 4.97 cars’ lifetimes",
  );
  await expect(page.locator(".cars .drawing > g")).toHaveCount(5);
  await expect(page.locator(".cars .drawing .full")).toHaveCount(5);
});

test("tells a large run in tonnes and a tiny one in grams, until the reader names a unit", async ({
  page,
}) => {
  await open(page);
  await choose(page, "gpt-3");
  expect(await sentence(page)).toContain("for about 355 hours at 0.429 kg per kWh emitted 552 t CO₂e");
  await expect(page.locator('[data-equivalent="flight-ny-sf"] small')).toContainText("900 kg each");
  await expect(page.locator('[data-equivalent="human-year"] .words')).toHaveText(
    "one year of 110 average people",
  );
  await choose(page, "bert-base");
  expect(await sentence(page)).toContain("emitted 652 kg CO₂e");
  await toForm(page);
  await field(page, "/hours").fill("0.001");
  expect(await sentence(page)).toContain("8.23 g CO₂e");
  expect(await sentence(page)).toContain("hours of an average human life, or");
  await choose(page, "gpt-3");
  await page.locator('.units input[value="kg"]').check({ force: true });
  await choose(page, "gpt-4-ludvigsen");
  expect(await sentence(page)).toContain("12,500,000 kg CO₂e");
});

test("says of a guess that it may be so", async ({ page }) => {
  await open(page);
  await choose(page, "gpt-4-ludvigsen");
  expect(await sentence(page)).toContain("a guess by K. Ludvigsen, on 25,000 ×");
  expect(await sentence(page)).toContain(" may have emitted 12,500 t");
});

test("says of a run at several places that it is, and takes one for all", async ({ page }) => {
  await open(page);
  await choose(page, "olmo-2025-all-runs");
  expect(await sentence(page)).toContain("in 13 stages at several places emitted");
  await toForm(page);
  await page.locator("fc-change").getByRole("button", { name: "Take one place for all stages" }).click();
  expect(await sentence(page)).toContain("in 13 stages at 0.332 kg per kWh would have emitted");
  await pick(page, "/grid-choice", "norway");
  expect(await sentence(page)).toContain("in 13 stages in Norway would have emitted");
});

test("says of a run that never took place what it would have emitted, and of no other", async ({ page }) => {
  test.setTimeout(60_000);
  await open(page);
  for (const row of models.filter(({ scenario }) => scenario !== undefined)) {
    const { id } = row;
    await show(page, row);
    const never = ["architecture-search", "architecture-search-tpu", "architecture-search-proxy"].includes(
      id,
    );
    expect((await sentence(page)).includes(" would have emitted "), id).toBe(never);
    expect(await sentence(page), id).toContain("emitted ");
  }
});

test("counts the development study in device-hours, not on one machine", async ({ page }) => {
  await open(page);
  await choose(page, "development-4789");
  expect(await sentence(page)).toContain(
    "Training 4,789 models in development for 239,942 device-hours at 217 W each at the US average of 2018 emitted",
  );
  await expect(page.locator('[data-symbol="t"] .what')).toHaveText("Device-hours of one run");
});

test("captions the cars as five only where they are", async ({ page }) => {
  await open(page);
  await expect(page.locator(".cars figcaption")).toContainText("Five cars, as in the headline");
  await toForm(page);
  await field(page, "/hours").fill("60000");
  await expect(page.locator(".cars figcaption")).toHaveText("Each drawing is one car’s lifetime.");
  await field(page, "/hours").fill("900000");
  await expect(page.locator(".cars figcaption")).toContainText("stands for 10 cars’ lifetimes");
});

test("words small amounts so that they can be grasped", async ({ page }) => {
  await open(page);
  const words = async (id: string): Promise<string> =>
    plain(await page.locator(`[data-equivalent="${id}"] .words`).innerText());
  expect(await words("car-lifetime")).toBe("1.1 % of a car’s lifetime");
  expect(await words("human-year")).toBe("7 weeks of an average human life");
  expect(await words("american-year")).toBe("2 weeks of an average American life");
});

test("words one car, and next to nothing, as such", async ({ page }) => {
  await open(page);
  await toForm(page);
  await field(page, "/hours").fill("6942");
  expect(await sentence(page)).toContain("CO₂e (about 36,000–81,000), one car’s lifetime, or");
  await field(page, "/hours").fill("0.001");
  await expect(page.locator('[data-equivalent="car-lifetime"] .words')).toHaveText(
    /less than 0\.001\s% of a car’s lifetime/,
  );
  expect(await sentence(page)).toContain("0.014 hours of an average human life, or");
});

test("tells the misprints, the missing figures and the circular check in words", async ({ page }) => {
  await open(page);
  await expect(page.locator(".misprint")).toContainText("Table 3 prints 79 hours");
  await choose(page, "gpt-2");
  await expect(page.locator("fc-result")).toContainText("prints no power for TPUs");
  await choose(page, "development-4789");
  await expect(page.locator(".print-table")).toContainText(
    "not a test: the input was inferred from this figure",
  );
});

test("falls from the headline to its corrections on one scale", async ({ page }) => {
  await open(page);
  const text = plain(await page.locator(".fall").innerText());
  for (const part of ["626,155 lb", "18.7 times lower", "33,544 lb", "4.7 times lower", "7,096 lb"])
    expect(text).toContain(part);
  const lengths = await page
    .locator(".fall .bar .full")
    .evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width));
  const [whole = 0, proxy = 0, actual = 0] = lengths;
  expect(whole / proxy).toBeCloseTo(18.667, 1);
  expect(proxy / actual).toBeCloseTo(4.727, 1);

  await page.locator('.fall [data-model="architecture-search-actual"]').click();
  expect(await sentence(page)).toContain(
    "The search actually run on 200 × TPU v2 for 163.2 hours at 0.431 kg per kWh emitted 3,220 kg",
  );
});

test("shows the development study: 1, 24 and 4,789 models", async ({ page }) => {
  await open(page);
  const table = plain(await page.locator(".development table").innerText());
  for (const part of ["239,942", "$103,175–$350,315", "$9,870"]) expect(table).toContain(part);
});

test("shows each step so that a pocket calculator comes to the same", async ({ page }) => {
  await open(page);
  for (const id of ["bert-base", "gpt-2", "development-24", "architecture-search-proxy", "own"]) {
    await choose(page, id);
    const steps = await page.locator(".steps li").evaluateAll((lines) =>
      lines.map((line) => {
        const numbers = line.querySelector(".numbers")?.cloneNode(true) as HTMLElement;
        for (const mark of numbers.querySelectorAll("sup")) mark.remove();
        for (const value of numbers.querySelectorAll(".number"))
          value.textContent = (value.textContent ?? "").split("\u00a0")[0] ?? "";
        return {
          sum: numbers.textContent ?? "",
          value:
            (line.querySelector(".value")?.textContent ?? "").replace("=", "").trim().split("\u00a0")[0] ??
            "",
        };
      }),
    );
    expect(steps.length).toBeGreaterThan(7);
    for (const { sum, value } of steps) {
      const typed = sum.replace(/,/g, "").replace(/×/g, "*").replace(/−/g, "-").replace(/\s/g, "");
      expect(typed).toMatch(/^[\d.e+*/()-]+$/);
      const result = Number(new Function(`return ${typed}`)());
      const shown = Number(value.replace(/,/g, ""));
      expect(Math.abs(result - shown) / Math.max(shown, 1e-12), `${id}: ${sum} = ${value}`).toBeLessThan(
        1e-6,
      );
    }
  }
});

test("leads from each input to its source, and says which are defaults", async ({ page }) => {
  await open(page);
  await expect(page.locator(".sources")).toContainText("only the 79.2 of the text reproduces");
  await page.locator('[data-symbol="E"] sup a').first().click();
  await expect(page.locator("#source-3")).toBeFocused();
  expect(new URL(page.url()).hash).toBe("");
  await choose(page, "own");
  await expect(page.locator(".sources li", { hasText: "default" }).first()).toContainText(/Uptime|method/i);
  await expect(page.locator(".sources li", { hasText: "entered by you" }).first()).toBeVisible();
});
