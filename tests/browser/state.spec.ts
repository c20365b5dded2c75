// Undo, what a reload and a mistaken click lose (nothing), several tabs, and storage that is full or forbidden.
import type { Page } from "@playwright/test";
import {
  choose,
  expect,
  field,
  fragment,
  model,
  open,
  openFirst,
  pack,
  plain,
  sentence,
  test,
  toForm,
} from "./page.js";

const undo = (page: Page) => page.locator(".steps-back button").first();
const redo = (page: Page) => page.locator(".steps-back button").nth(1);
const bar = (page: Page) => page.locator(".kept p");

test("undoes and redoes each change, what is typed in one go as one, and says what it was", async ({
  page,
}) => {
  await open(page);
  await toForm(page);
  await expect(undo(page)).toBeDisabled();
  await expect(redo(page)).toBeDisabled();
  const hours = field(page, "/hours");
  await hours.fill("");
  await hours.pressSequentially("1234");
  await field(page, "/pue").fill("much");
  await page.getByRole("radio", { name: "lb" }).check({ force: true });
  await choose(page, "elmo");
  expect(await sentence(page)).toContain("ELMo");

  await undo(page).click();
  expect(await sentence(page)).toContain("BERT base on 64 × V100 for 1,234 hours");
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("radio", { name: "kg" })).toBeChecked();
  await expect(field(page, "/pue")).toHaveValue("much");
  await undo(page).click();
  await expect(field(page, "/pue")).toHaveValue("1.58");
  await expect(page.locator("#said")).toContainText(/Undone: PUE\. 10,[12]00/);
  await expect(undo(page)).toHaveAttribute("aria-label", "Undo: Hours of one run");

  // In a field of the sum it is the sum's step, too, once and not twice.
  await hours.click();
  await page.keyboard.press("Control+z");
  await expect(hours).toHaveValue("79.2");
  await expect(hours).toBeFocused();
  await expect(undo(page)).toBeDisabled();
  await page.keyboard.press("Control+y");
  await expect(hours).toHaveValue("1234");
  await page.keyboard.press("Control+Shift+z");
  await expect(field(page, "/pue")).toHaveValue("much");
  // A new step ends what could be redone.
  await hours.fill("5");
  await expect(redo(page)).toBeDisabled();
  // The last one leaves its button without a use, and the focus with the other.
  await undo(page).click();
  await undo(page).click();
  await undo(page).focus();
  await page.keyboard.press("Enter");
  await expect(undo(page)).toBeDisabled();
  await expect(redo(page)).toBeFocused();
});

test("leaves a text that is no entry of the sum to the browser's own undo", async ({ page }) => {
  await open(page);
  await toForm(page);
  await field(page, "/hours").fill("100");
  const place = field(page, "/grid");
  await place.click();
  await place.pressSequentially("Fran");
  await page.keyboard.press("Control+z");
  await expect(place).not.toHaveValue("Fran");
  expect(await sentence(page)).toContain("for 100 hours");
});

test("loses nothing by a reload, not even what the address didn't hold yet, nor its steps", async ({
  page,
}) => {
  await open(page);
  await toForm(page);
  await field(page, "/hours").fill("100");
  await fragment(page);
  await field(page, "/pue").fill("1,30");
  // At once, before the address is written.
  await page.reload();
  await expect(page.locator(".lede")).toContainText("100");
  await toForm(page);
  await expect(field(page, "/pue")).toHaveValue("1,30");
  await page.keyboard.press("Control+z");
  await expect(field(page, "/pue")).toHaveValue("1.58");
  await page.keyboard.press("Control+z");
  await expect(field(page, "/hours")).toHaveValue("79.2");
});

test("says so and offers to undo where a click replaced own entries, and Back leads there, too", async ({
  page,
}) => {
  await open(page);
  await toForm(page);
  await choose(page, "elmo");
  await expect(bar(page)).toHaveCount(0);
  await field(page, "/hours").fill("100");
  await page.locator("fc-change").getByRole("button", { name: "Back to the published run" }).click();
  await expect(bar(page)).toContainText("Your own entries made way for this run.");
  await bar(page).getByRole("button", { name: "Undo" }).click();
  await expect(bar(page)).toHaveCount(0);
  expect(await sentence(page)).toContain("for 100 hours");
  await choose(page, "bert-base");
  await expect(bar(page)).toBeVisible();
  await page.goBack();
  await expect.poll(() => sentence(page)).toContain("for 100 hours");
  await expect(redo(page)).toBeEnabled();
});

test("offers what was left, of each tab its own", async ({ page, context }) => {
  const type = async (tab: Page, hours: string): Promise<void> => {
    await tab.bringToFront();
    await field(tab, "/hours").fill(hours);
    await expect.poll(() => tab.evaluate(() => JSON.stringify(localStorage))).toContain(`hours\\":${hours}`);
  };
  const leave = async (tab: Page, hours: string): Promise<void> => {
    await openFirst(tab);
    await toForm(tab);
    await type(tab, hours);
  };
  const other = await context.newPage();
  await leave(page, "100");
  await leave(other, "200");
  await type(page, "300");

  const later = await context.newPage();
  await openFirst(later);
  await expect(bar(later)).toContainText(
    /Continue where you left:\s*Changed from BERT base as published, 2,470.kg\s*, or\s*Changed from BERT base as published, 1,647.kg/,
  );
  expect(await sentence(later)).toContain("652 kg");
  expect(new URL(later.url()).hash).toBe("");
  await bar(later).getByRole("button", { name: "BERT base" }).nth(1).click();
  expect(await sentence(later)).toContain("for 200 hours");
  await expect(bar(later)).toHaveCount(0);
  await expect.poll(() => later.url()).toContain("#1.");
  await later.goBack();
  await expect.poll(() => sentence(later)).toContain("for 79.2 hours");
});

test("erases all that is kept with one click, whatever it is", async ({ page }) => {
  await openFirst(page);
  await toForm(page);
  await field(page, "/hours").fill("100");
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(1);
  // Damaged and foreign entries are no reason to fail.
  await page.evaluate(() => {
    localStorage.setItem("another page", "stays");
    localStorage.setItem("fivecars/last/x", "{");
    localStorage.setItem("fivecars/last/y", '{"time":1,"sum":{"scenario":3}}');
    sessionStorage.setItem("fivecars/history", '{"steps":[null],"at":0,"hash":""}');
  });
  await page.goto("about:blank");
  await openFirst(page);
  await bar(page).getByRole("button", { name: "Erase what is kept" }).click();
  await expect(bar(page)).toContainText("Erased.");
  expect(await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage)])).toEqual([
    ["another page"],
    [],
  ]);
  await page.reload();
  await expect(page.locator("fc-change h2")).toBeVisible();
  await expect(bar(page)).toHaveCount(0);
});

test("stays erased when the page is left", async ({ page }) => {
  await openFirst(page);
  await toForm(page);
  await field(page, "/hours").fill("100");
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(1);
  await page.locator("fc-change").getByRole("button", { name: "Erase what is kept" }).click();
  await page.goto("./sources.html");
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

for (const how of ["forbidden", "full"] as const)
  test(`works and says once what isn't kept where storage is ${how}`, async ({ page }) => {
    await page.addInitScript((kind) => {
      const refuse = (): never => {
        throw new DOMException("no", kind === "full" ? "QuotaExceededError" : "SecurityError");
      };
      if (kind === "full") Storage.prototype.setItem = refuse;
      else
        for (const name of ["localStorage", "sessionStorage"])
          Object.defineProperty(window, name, { get: refuse });
    }, how);
    await open(page);
    await toForm(page);
    await expect(bar(page)).toHaveCount(0);
    await field(page, "/hours").fill("100");
    await expect(bar(page)).toContainText("This browser keeps nothing for this page");
    await bar(page).getByRole("button", { name: "Close this message" }).click();
    await field(page, "/pue").fill("1.2");
    await page.keyboard.press("Control+z");
    await expect(field(page, "/pue")).toHaveValue("1.58");
    await fragment(page);
    await expect(bar(page)).toHaveCount(0);
    expect(await sentence(page)).toContain("for 100 hours");
  });

test.describe("when a part fails", () => {
  test.use({ mayComplain: true });
  test("says so, and the other parts go on", async ({ page }) => {
    await open(page, pack({ scenario: model("elmo").scenario, view: {}, data_version: "x", total: null }));
    await toForm(page);
    await page.evaluate(() => {
      // The announcement is one of the store's listeners, and this is the first thing that it calls.
      const real = window.clearTimeout;
      let left = 1;
      window.clearTimeout = (id) => {
        if (left-- === 1) throw new Error("broken listener");
        real(id);
      };
    });
    await field(page, "/hours").fill("100");
    expect(await sentence(page)).toContain("for 100 hours");
    await expect(bar(page)).toContainText("A part of this page failed. What you entered is kept");
    expect(plain(await page.locator(".notice").allInnerTexts().then(String))).toBe("");
  });
});
