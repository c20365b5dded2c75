// Links: made, opened, damaged, hostile, and old.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Scenario } from "../../web/calculator/documents.js";
import {
  choose,
  expect,
  field,
  fragment,
  model,
  open,
  pack,
  plain,
  sentence,
  test,
  toForm,
  unpack,
} from "./page.js";

const fixtures = fileURLToPath(new URL("../links/", import.meta.url));

test("puts the whole state into the address, and restores exactly it", async ({ page, context }) => {
  await open(page);
  expect(new URL(page.url()).hash).toBe("");
  await page.getByRole("radio", { name: "lb" }).check({ force: true });
  await toForm(page);
  await field(page, "/hours").fill("100.25");
  await field(page, "/pue").fill("1.1");
  const hash = await fragment(page);
  const linked = unpack(hash);
  const expected: Scenario = { ...structuredClone(model("bert-base").scenario), ranges: "typical" };
  Object.assign(expected.stages[0]?.time ?? {}, { hours: 100.25 });
  Object.assign(expected.site ?? {}, { pue: 1.1 });
  expect(linked.scenario).toEqual(expected);
  expect(linked.view).toEqual({ model: "bert-base", unit: "lb" });
  expect(linked.total).toBeCloseTo(574.6, 0);

  const other = await context.newPage();
  await open(other, hash);
  expect(await sentence(other)).toBe(await sentence(page));
  await toForm(other);
  await expect(field(other, "/pue")).toHaveValue("1.1");
  expect(new URL(other.url()).hash).toBe(hash);
});

test("keeps even an entry that can't be used", async ({ page, context }) => {
  await open(page);
  await toForm(page);
  await field(page, "/hours").fill("about ten");
  const hash = await fragment(page);
  expect(unpack(hash).total).toBeNull();
  const other = await context.newPage();
  await open(other, hash);
  // One box: which entry it is says more than that there is one.
  await expect(other.locator(".faults")).toContainText("One entry can’t be used, so there is no figure yet.");
  await expect(other.locator(".notice")).toHaveCount(0);
  await toForm(other);
  await expect(field(other, "/hours")).toHaveValue("about ten");
  await field(other, "/hours").fill("79.2");
  expect(await sentence(other)).toContain("652 kg");
});

for (const name of readdirSync(fixtures).filter((file) => file.endsWith(".txt"))) {
  test(`opens the link ${name} as on the day it was made`, async ({ page }) => {
    const hash = readFileSync(fixtures + name, "utf8").trim();
    const expected = JSON.parse(readFileSync(fixtures + name.replace(/\.txt$/, ".json"), "utf8")) as {
      linked: unknown;
      sentence: string;
    };
    expect(unpack(hash)).toEqual(expected.linked);
    await open(page, hash);
    // The figures may be corrected one day; the sum asked for may not change.
    expect((await sentence(page)).split(/ (?:would have )?emitted /)[0]).toBe(expected.sentence);
  });
}

test("follows a link that is pasted into the open page", async ({ page }) => {
  await open(page);
  const linked = {
    scenario: model("elmo").scenario,
    view: { model: "elmo", unit: "kg" },
    data_version: "2026.11",
    total: null,
  };
  await page.evaluate((hash) => (location.hash = hash), pack(linked));
  await expect(page.locator(".lede")).toContainText("ELMo");
  expect(await sentence(page)).toContain("119 kg");
});

test("goes back through the runs chosen, each as it was left", async ({ page }) => {
  await open(page);
  await choose(page, "elmo");
  await expect.poll(() => new URL(page.url()).hash).not.toBe("");
  await toForm(page);
  await field(page, "/hours").fill("100");
  await fragment(page);
  await page.locator('.fall [data-model="architecture-search"]').click();
  expect(await sentence(page)).toContain("architecture search");
  await choose(page, "own");
  await expect.poll(() => unpack(page.url()).view.model).toBeNull();
  const lede = page.locator(".lede");
  await page.goBack();
  await expect(lede).toContainText("architecture search");
  await page.goBack();
  await expect(lede).toContainText("ELMo");
  expect(await sentence(page)).toContain("for 100 hours");
  await page.goBack();
  await expect(lede).toContainText("BERT base");
  expect(new URL(page.url()).hash).toBe("");
  await page.waitForTimeout(1500);
  expect(new URL(page.url()).hash).toBe("");
  await page.goForward();
  await expect(lede).toContainText("ELMo");
  expect(await sentence(page)).toContain("for 100 hours");
});

test("writes the address also while somebody types on, and when the page is left", async ({ page }) => {
  await open(page);
  await toForm(page);
  const hours = field(page, "/hours");
  for (let i = 0; i < 12; ++i) {
    await hours.fill(String(100 + i));
    await page.waitForTimeout(150);
  }
  expect(new URL(page.url()).hash).not.toBe("");
  await hours.fill("555");
  await page.evaluate(() => dispatchEvent(new Event("pagehide")));
  await expect.poll(() => page.url(), { intervals: [20], timeout: 250 }).toContain("#1.");
  await expect
    .poll(() => (unpack(page.url()).scenario as { stages: { time: object }[] }).stages[0]?.time)
    .toEqual({ hours: 555 });
});

test("shows then and now, and why, where a link remembers another result", async ({ page }) => {
  const linked = {
    scenario: model("bert-base").scenario,
    view: { model: "bert-base", unit: "kg" },
    data_version: "2025.01",
    total: 700,
  };
  await open(page, pack(linked));
  const notice = plain(await page.locator(".notice").innerText());
  expect(notice).toContain("This sum gave 700 kg when the link was made; today it gives 652.045 kg.");
  expect(notice).toContain("data 2025.01");
  await page.getByRole("button", { name: "Close this message" }).click();
  await expect(page.locator(".notice")).toHaveCount(0);
});

test("says nothing of data where the result is the same", async ({ page }) => {
  const linked = {
    scenario: model("bert-base").scenario,
    view: {},
    data_version: "2025.01",
    total: 652.0446478808042 * (1 + 1e-12),
  };
  await open(page, pack(linked));
  await expect(page.locator(".notice")).toHaveCount(0);
});

const damaged: [string, string, string][] = [
  [
    "cut off",
    `${pack({ scenario: {}, view: {}, data_version: "x", total: null }).slice(0, 30)}`,
    "This link is damaged",
  ],
  ["not base64", "#1.%%%%", "This link is damaged"],
  ["empty", "#1.", "This link is damaged"],
  ["other JSON", pack([1, 2, 3]), "This link is damaged"],
  ["newer", "#2.abcdef", "made by a newer Five Cars"],
  ["a bomb", pack("0".repeat(40_000_000)), "This link is too large"],
];
for (const [kind, hash, message] of damaged) {
  test(`says what happened and stays whole when a link is ${kind}`, async ({ page }) => {
    await open(page, hash);
    await expect(page.locator(".notice")).toContainText(message);
    expect(await sentence(page)).toContain("652 kg");
    await choose(page, "elmo");
    expect(await sentence(page)).toContain("119 kg");
  });
}

test("takes a hostile title as text", async ({ page }) => {
  const title = '<img src=x onerror="document.title=1"><script>document.title=2</script>${1}';
  const linked = {
    scenario: {
      ...model("bert-base").scenario,
      title,
      stages: [{ ...model("bert-base").scenario.stages[0], name: "<b>x</b>" }],
    },
    view: { model: "<i>", unit: "<u>" },
    data_version: "<s>",
    total: 1,
  };
  await open(page, pack(linked));
  expect(await sentence(page)).toContain(`Training ${title} on`);
  expect(await page.locator("img, main script, main i:not(.symbol i), main s, main u").count()).toBe(0);
  await expect(page.locator(".notice")).toContainText("<s>");
  expect(await page.title()).toContain("Five Cars");
});

const shapes: unknown[] = [
  {},
  { stages: 5 },
  { stages: [] },
  { stages: [null, 7, { power: { devices: "x" } }] },
  {
    schema: "fivecars/scenario/1",
    stages: [{ time: { hours: { best: "x" } }, power: { devices: [null, { device: {} }] } }],
    site: { grid: [] },
  },
];
test("stays whole whatever shape the scenario of a link has", async ({ page }) => {
  await open(page);
  for (const scenario of shapes) {
    await page.evaluate(
      (hash) => (location.hash = hash),
      pack({ scenario, view: {}, data_version: "x", total: null }),
    );
    await expect(page.locator(".faults")).toContainText("no figure yet");
    await expect(page.locator(".lede")).toContainText("emitted ….");
    await toForm(page);
    await page.evaluate(() => (location.hash = "#1.x"));
    await expect(page.locator(".notice")).toContainText("damaged");
  }
  await choose(page, "bert-base");
  expect(await sentence(page)).toContain("652 kg");
});

test("shows several stages of a link, and lets each be changed", async ({ page }) => {
  const stage = model("bert-base").scenario.stages[0];
  const scenario = {
    ...model("bert-base").scenario,
    title: "Two steps",
    stages: [stage, { ...stage, name: "again" }],
  };
  await open(page, pack({ scenario, view: {}, data_version: "x", total: null }));
  expect(await sentence(page)).toContain(
    "Training Two steps in 2 stages at the US average of 2018 emitted 1,300 kg",
  );
  await toForm(page);
  await field(page, "/stages/1/time/hours").fill("0");
  expect(await sentence(page)).toContain("emitted 652 kg");
  await expect(page.locator("fc-work h3").first()).toContainText("Stage 1");
});

test("copies the link, or hands it over where copying is refused", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await page.getByRole("button", { name: "Copy a link" }).click();
  await expect(page.locator("fc-take")).toContainText("Copied.");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(unpack(copied).view.model).toBe("bert-base");

  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
  });
  await page.getByRole("button", { name: "Copy a link" }).click();
  await expect(page.locator(".by-hand")).toHaveValue(/#1\./);
});
