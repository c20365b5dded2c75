// What if: the same run elsewhere, on other hardware, backwards. The figures are those of the command line.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import type { GridRow, Scenario } from "../../web/calculator/documents.js";
import type { Ranking, Solution } from "../../web/calculator/what-if.js";
import { violationsInBoth } from "./look.js";
import { expect, fragment, model, open, pack, plain, sentence, test, unpack } from "./page.js";

const tool = fileURLToPath(new URL("../../build/native/fivecars", import.meta.url));
const asked = <Document>(command: string, request: object): Document =>
  JSON.parse(
    execFileSync(tool, [command, "-"], {
      input: JSON.stringify({ schema: `fivecars/${command}/1`, ...request }),
    }).toString(),
  ) as Document;
const bert: Scenario = { ...model("bert-base").scenario, ranges: "typical" };

const folder = fileURLToPath(new URL("../../data/grids/", import.meta.url));
const kinds = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => (JSON.parse(readFileSync(folder + name, "utf8")) as { grids: GridRow[] }).grids)
    .map(({ id, kind }) => [id, kind]),
);

const figure = (value: number): string =>
  value.toLocaleString(
    "en-US",
    value >= 100
      ? { maximumFractionDigits: 0 }
      : { minimumSignificantDigits: 3, maximumSignificantDigits: 3 },
  );
/** With as many digits as the page is sure of. */
const shownMass = (kg: number): string => `${figure(kg >= 1000 ? Number(kg.toPrecision(3)) : kg)} kg`;

/** Brings the section near; its program is fetched then. */
async function near(page: Page): Promise<void> {
  await page.locator("#what-if").evaluate((section) => section.scrollIntoView({ behavior: "instant" }));
  await expect(page.locator(".ranked li").first()).toBeVisible({ timeout: 15_000 });
}
async function subject(page: Page, name: string): Promise<void> {
  await page.locator(`#what-if input[value="${name}"]`).check({ force: true });
  await expect(page.locator(`.what-if[data-subject="${name}"]:not(.waiting)`)).toBeVisible();
}

test("ranks countries as the command line does, the run among them", async ({ page }) => {
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(request.url()));
  await open(page);
  await page.evaluate(() => scrollTo(0, 0));
  await near(page);
  expect(fetched.filter((url) => url.includes("what_if")).length).toBe(1);

  const { rows, total_kg } = asked<Ranking>("rank", { scenario: bert, over: "grids" });
  const countries = rows.filter(({ id }) => kinds.get(id) === "country");
  const lower = countries.filter(({ total_kg: { best } }) => best < total_kg.best).length;
  const [least] = countries;
  expect(plain(await page.locator("#what-if .intro").innerText())).toMatch(
    new RegExp(
      `^In ${lower} of ${countries.length} countries .* least in ${least?.name}: .*${shownMass(least?.total_kg.best ?? 0)}`,
    ),
  );
  await page.getByRole("button", { name: `Show all ${countries.length}` }).click();
  const shown = await page
    .locator(".ranked li")
    .evaluateAll((lines) =>
      lines.map(
        (line) => `${line.getAttribute("data-id") ?? "run"} ${line.querySelector(".amount")?.textContent}`,
      ),
    );
  const expected = countries.map(({ id, total_kg: { best } }) => `${id} ${shownMass(best)}`);
  expected.splice(lower, 0, `run ${shownMass(total_kg.best)}`);
  expect(shown.map(plain)).toEqual(expected);

  await page.getByLabel("Only those that fit").fill("norway");
  await expect(page.locator(".ranked li")).toHaveCount(2);
  await expect(page.locator("#what-if [role=status]")).toContainText("least in Norway");
});

test("takes a place, a device and a year into the sum, with the very figure of their row", async ({
  page,
}) => {
  const scenario: Scenario = {
    ...bert,
    site: { grid: { id: "ember/DEU" }, pue: 1.3 },
    embodied: true,
  };
  await open(
    page,
    pack({ scenario, view: { model: "bert-base", unit: "kg" }, data_version: "x", total: null }),
  );
  await near(page);
  for (const [name, id] of [
    ["years", "2018"],
    ["devices", "google-tpu-v6e"],
    ["sites", undefined],
    ["pue", "1.1"],
    ["grids", undefined],
  ] as const) {
    await subject(page, name);
    const row = page.locator(id ? `.ranked li[data-id="${id}"]` : ".ranked li[data-id]").first();
    const mass = plain(await row.locator(".amount").innerText());
    await row.locator("button.name").press("Enter");
    await expect(page.locator(".what-if-said")).toContainText("is now in the sum");
    await expect.poll(() => sentence(page)).toContain(`emitted ${mass} CO₂e`);
    // The ranking follows the new sum: the run is that row now.
    await expect(page.locator(".ranked .run .amount")).toHaveText(mass.replace(" ", "\u00a0"));
  }
  const { scenario: last } = unpack(await fragment(page)) as { scenario: Scenario };
  expect(last.stages[0]?.power?.devices?.[0]?.device).toBe("google-tpu-v6e");
});

test("solves backwards as the command line does, and answers where there is no such number", async ({
  page,
}) => {
  await open(page);
  await near(page);
  await subject(page, "solve");
  const flight = asked<Solution>("solve", {
    scenario: bert,
    for: "runs",
    budget: { equivalent: "flight-ny-sf" },
  });
  await expect(page.locator(".answer")).toContainText(
    new RegExp(`^${figure(flight.value?.best ?? 0)}\\s.*one whole one`),
  );
  await page.getByLabel("How much of").selectOption("devices");
  await expect(page.locator(".answer")).toContainText("makes no difference");
  await page.getByLabel("How much of").selectOption("intensity");
  await page.getByLabel("fits in").selectOption("own");
  await page.getByLabel("The amount, in kg").fill("50");
  const grid = asked<Solution>("solve", { scenario: bert, for: "intensity", budget: { kg: 50 } });
  await expect(page.locator(".answer")).toContainText(`A grid of at most ${figure(grid.value?.best ?? 0)}`);
  await expect(page.locator("#what-if [role=status]")).toContainText("A grid of at most");
  await page.getByLabel("The amount, in kg").fill("1e12");
  await expect(page.locator(".answer")).toContainText("Any: whatever");
  await page.getByLabel("The amount, in kg").fill("much");
  await expect(page.locator("#solve-own-d")).toContainText("a number");
});

test.describe("with the worker blocked", () => {
  test.use({ mayComplain: true });
  test("says so, keeps the page, and tries again", async ({ page }) => {
    await page.route(/what-if-worker/, (route) => route.abort());
    await open(page);
    await page.locator("#what-if").evaluate((section) => section.scrollIntoView({ behavior: "instant" }));
    await expect(page.locator("#what-if")).toContainText("couldn’t be started");
    expect(await sentence(page)).toContain("652 kg");
    await page.unroute(/what-if-worker/);
    await page.locator("#what-if").getByRole("button", { name: "Try again" }).click();
    await expect(page.locator(".ranked li").first()).toBeVisible({ timeout: 15_000 });
  });
});

test.describe("at 320 pixels", () => {
  // The page's policy keeps axe out, as it should; only here it is let in.
  test.use({ bypassCSP: true, viewport: { width: 320, height: 800 } });
  test("axe finds nothing in rankings and pins, and nothing is cut off", async ({ page }) => {
    await open(page);
    await near(page);
    await page.locator("#what-if summary").click();
    await page.getByRole("button", { name: "Pin this result" }).click();
    await page.locator(".ranked .pin").first().click();
    await expect(page.locator(".causes").first()).toBeVisible();
    await page.locator("#compare summary").first().click();
    await page.locator(".beside input").check();
    await expect(page.locator(".models-ranked")).toBeVisible({ timeout: 15_000 });
    expect(await violationsInBoth(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});
