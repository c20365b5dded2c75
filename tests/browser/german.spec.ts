// The page in German: words of its own, the same digits; and the ways between the languages.
import type { Page } from "@playwright/test";
import { violations } from "./look.js";
import {
  addPipeline,
  expect,
  field,
  fragment,
  model,
  openFirst,
  pack,
  plain,
  sentence,
  test,
  toForm,
  wrong,
} from "./page.js";

async function openGerman(page: Page, hash = ""): Promise<void> {
  await page.goto(`./de/${hash}`);
  await expect(page.locator("fc-change h2")).toBeVisible();
}

/** Groups and points are the locale's; the digits are the sum's. */
const digits = (text: string): string[] =>
  plain(text)
    .replace(/(\d)[.,](?=\d)/g, "$1")
    .match(/\d+/g) ?? [];

const amounts = async (page: Page): Promise<string[]> =>
  digits((await page.locator("fc-result .amount, fc-result .key li").allInnerTexts()).join(" "));

test("says the sum in German, with German digits, and understands both points", async ({ page }) => {
  await openGerman(page);
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page).toHaveTitle("Five Cars: was das Training eines KI-Modells verursachte");
  expect(await sentence(page)).toBe(
    "Das Training von BERT base auf 64 × V100 in 79,2 Stunden beim US-Durchschnitt von 2018 verursachte 652 kg CO₂e (etwa 415–930), 1,1 % eines Autolebens oder 0,72 Passagierflüge New York–San Francisco nach der Zählung der Studie von 2019.",
  );
  await toForm(page);
  const hours = field(page, "/time/hours");
  await expect(hours).toHaveValue("79,2");
  for (const text of ["158,4", "158.4"]) {
    await hours.fill(text);
    await expect(page.locator(".lede")).toContainText(
      "in 158,4 Stunden beim US-Durchschnitt von 2018 hätte 1.300 kg CO₂e",
    );
  }
  // One of a thing is one, none are none, and halves are many.
  for (const [text, said] of [
    ["1", "in 1 Stunde "],
    ["2", "in 2 Stunden "],
    ["0", "in 0 Stunden "],
    ["0,5", "in 0,5 Stunden "],
  ] as const) {
    await hours.fill(text);
    await expect.poll(() => sentence(page)).toContain(said);
  }
  await hours.fill("viele");
  await expect(wrong(page, "/time/hours")).toHaveText(
    "„viele“ ist keine Zahl; nötig ist eine Zahl von 0 bis 1.000.000",
  );
  await hours.fill("-4");
  await expect(wrong(page, "/time/hours")).toHaveText(
    "-4 ist nicht erlaubt; nötig ist eine Zahl von 0 bis 1.000.000",
  );
  await expect(page.locator(".faults > p")).toHaveText(
    "Eine Eingabe ist nicht verwendbar. Bis sie berichtigt ist, gelten die Zahlen der letzten gültigen Eingaben.",
  );
});

test("says so before any script runs, on the page and on that of the model", async ({ page }) => {
  for (const path of ["./de/", "./de/models/bert-base/"]) {
    const html = await (await page.request.get(path)).text();
    expect(html).toContain("US-Durchschnitt von 2018");
    expect(html).not.toContain("US average of 2018");
  }
});

test("bends what would never have been, and names places as German does", async ({ page }) => {
  const { scenario } = model("architecture-search");
  const view = { model: "architecture-search", unit: "kg", set: "epa" };
  await openGerman(page, pack({ scenario, view, data_version: "x", total: null }));
  expect(await sentence(page)).toMatch(
    /^Die Architektursuche auf .* hätte [\d.]+ kg CO₂e \(.*\) verursacht, /,
  );
  await expect(page.locator("fc-amounts")).toContainText("verbranntes Benzin");
  await page.locator('[data-slot="place"]').click();
  const place = page.locator("dialog [role=combobox]").first();
  for (const [typed, said] of [
    ["Schwei", "in der Schweiz"],
    ["österreich", "in Österreich"],
    ["Vereinigte St", undefined],
    ["United King", "im Vereinigten Königreich"],
  ] as const) {
    await place.fill(typed);
    if (!said) continue;
    await place.press("Enter");
    await expect.poll(() => sentence(page)).toContain(` ${said} `);
  }
});

test("a link opens to the same digits and the same unit in the other language, and the switch keeps the sum", async ({
  page,
}) => {
  await openFirst(page);
  await page.locator('input[name="unit"][value="lb"]').check();
  await toForm(page);
  await field(page, "/time/hours").fill("1234.5");
  await addPipeline(page, "strubell-2019-development");
  const hash = await fragment(page);
  const english = await amounts(page);
  await page.getByRole("link", { name: "Deutsch" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.locator(".lede")).toContainText("Abstimmung und Entwicklung davor");
  expect(new URL(page.url()).hash).toBe(hash);
  expect(await amounts(page)).toEqual(english);
  await expect(page.locator('input[name="unit"][value="lb"]')).toBeChecked();
  // And back, where it is the same link again.
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.locator(".lede")).toContainText("tuning and development before it");
  expect(await amounts(page)).toEqual(english);
});

test.describe("in a browser that prefers German", () => {
  test.use({ locale: "de-AT" });

  test("leads to the German page with the sum, and stays in English once that is chosen", async ({
    page,
  }) => {
    const { scenario } = model("gpt-2");
    const hash = pack({ scenario, view: { model: "gpt-2", unit: "t" }, data_version: "x", total: null });
    await page.goto(`./${hash}`);
    await expect(page).toHaveURL(new RegExp(`/de/${hash.replace(/[.]/g, "\\.")}$`));
    await expect(page.locator(".lede")).toContainText("Das Training von GPT-2");
    await page.getByRole("link", { name: "English" }).click();
    await expect(page.locator(".lede")).toContainText("Training GPT-2");
    // Another visit, by no link of ours.
    await page.goto("about:blank");
    await page.goto("./");
    await expect(page.locator("fc-change h2")).toHaveText("Change the sum");
    await page.getByRole("link", { name: "Deutsch" }).click();
    await expect(page.locator("fc-change h2")).toHaveText("Die Rechnung ändern");
  });

  test("leaves every other page where it is, with a link to its German like", async ({ page }) => {
    await page.goto("./sources.html");
    await expect(page.locator("h1")).toHaveText("Sources and licences");
    await page.getByRole("link", { name: "Deutsch" }).click();
    await expect(page.locator("h1")).toHaveText("Quellen und Lizenzen");
    expect(new URL(page.url()).pathname).toBe("/de/sources.html");
    await page.getByRole("link", { name: "English" }).click();
    await expect(page.locator("h1")).toHaveText("Sources and licences");
  });
});

test.describe("in a browser that prefers French", () => {
  test.use({ locale: "fr-FR" });
  test("stays in English, with French digits", async ({ page }) => {
    await openFirst(page);
    expect(await sentence(page)).toMatch(
      /^Training BERT base .* for 79,2 hours .* 1,1 % of a car’s lifetime/,
    );
  });
});

/** Words that no German text has. */
const english =
  /\b(the|and|of|with|your|you|are|is|be|this|that|from|by|for|not|no|than|which|its|other|hours?|devices?|machines?|year|per|each)\b/i;

/** What is read, of everything that is there, but for what is marked as another language. */
const readIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const walk = (node: Node): void => {
      if (node instanceof Element) {
        if (node.matches("[lang]:not(html, [lang=de]), script, style")) return;
        for (const name of ["aria-label", "title", "placeholder"])
          if (node.getAttribute(name)) found.push(node.getAttribute(name) ?? "");
        if (node instanceof HTMLInputElement && node.type === "text") found.push(node.value);
      }
      if (node instanceof Text && node.data.trim()) found.push(node.data.trim());
      node.childNodes.forEach(walk);
    };
    walk(document.documentElement);
    return found;
  });

test.describe("seen as a whole", () => {
  test.use({ bypassCSP: true });
  test("has no English word left, and axe finds nothing", async ({ page }) => {
    test.slow();
    await openGerman(page);
    await page.evaluate(() => document.querySelector("#work")?.scrollIntoView());
    await expect(page.locator("fc-take footer")).toBeAttached();
    await toForm(page);
    await addPipeline(page, "bloom-2022-project");
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    await page.locator("fc-change .origin summary").first().waitFor();
    await expect(page.locator("fc-change .origin .cited").first()).toBeVisible();
    const left = async (): Promise<string[]> => (await readIn(page)).filter((text) => english.test(text));
    expect(await left()).toEqual([]);
    expect(await violations(page)).toEqual([]);
    for (const set of ["epa", "desnz-2025", "desnz-2025-rf", "food-and-home"]) {
      await page.locator("fc-amounts select").selectOption(set);
      await expect(page.locator("fc-amounts li").first()).not.toContainText("…");
      expect(await left()).toEqual([]);
    }
    for (const slot of ["model", "machines", "time", "place"]) {
      await page.locator(`[data-slot="${slot}"]`).click();
      await expect(page.locator("dialog .fields")).toBeVisible();
      if (slot === "place") await page.locator("dialog [role=combobox]").first().press("ArrowDown");
      // Data centres and organisations are called what they call themselves.
      const own = await page.locator("dialog [role=option] :is(small, span:first-child)").allTextContents();
      const names = own.filter((name) => slot === "place" || /^(Allen Institute for AI)/.test(name));
      expect((await left()).filter((text) => !names.some((name) => name.includes(text)))).toEqual([]);
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
    }
  });
});
