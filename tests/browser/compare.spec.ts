// Pinned results side by side, and among the published models.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Scenario } from "../../web/calculator/documents.js";
import type { Comparison, Difference } from "../../web/calculator/what-if.js";
import { choose, expect, model, open, plain, sentence, test } from "./page.js";

const tool = fileURLToPath(new URL("../../build/native/fivecars", import.meta.url));
const answer = <Document>(words: string[], input = ""): Document =>
  JSON.parse(execFileSync(tool, words, { input }).toString()) as Document;
const typical = (scenario: Scenario): Scenario => ({ ...scenario, ranges: "typical" });
const kg = (text: string): number =>
  Number(
    plain(text)
      .replace(/[^\d.−]/g, "")
      .replace("−", "-"),
  );

test("pins results, says why they differ, renames, opens and removes them, and keeps them over a reload", async ({
  page,
}) => {
  await open(page);
  const pin = page.getByRole("button", { name: "Pin this result" });
  await pin.click();
  await pin.click();
  await expect(page.locator("#compare")).toContainText("pinned already");
  await choose(page, "architecture-search-actual");
  await pin.click();
  await expect(page.locator("[data-pin]")).toHaveCount(2);
  const { parts } = answer<Difference>(
    ["diff", "-"],
    JSON.stringify({
      schema: "fivecars/diff/1",
      from: typical(model("bert-base").scenario),
      to: typical(model("architecture-search-actual").scenario),
    }),
  );
  const moved = parts.filter(({ kg: by }) => by !== 0);
  const amounts = page.locator("[data-pin] .causes .amount");
  await expect(amounts).toHaveCount(moved.length);
  for (const [i, { kg: by }] of moved.entries())
    expect(Math.abs(kg(await amounts.nth(i).innerText()) / by - 1)).toBeLessThan(0.006);

  const name = page.locator(".pin-name").first();
  await name.fill("<b>My run</b>");
  await name.press("Tab");
  await page.getByRole("button", { name: "Open <b>My run</b>" }).click();
  await expect.poll(() => sentence(page)).toContain("Training BERT base");
  await page.goBack();
  await expect.poll(() => sentence(page)).toContain("search actually run");
  await page.reload();
  await open(page, new URL(page.url()).hash);
  await expect(page.locator(".pin-name").first()).toHaveValue("<b>My run</b>");
  await page.getByRole("button", { name: "Remove <b>My run</b>" }).press("Enter");
  await expect(page.locator("[data-pin]")).toHaveCount(1);
  await expect(page.locator(".pin-name").first()).toBeFocused();
});

test("ranks the pinned results among the published models on one basis", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Pin this result" }).click();
  await page.getByLabel("Beside the published models").check();
  const rows = page.locator(".models-ranked li");
  await expect(rows.first()).toBeVisible({ timeout: 15_000 });
  const { rows: ours } = answer<Comparison>(["compare", "--models"]);
  const shown = await rows.locator(".name").allInnerTexts();
  expect(shown.filter((text) => !text.includes("(pinned)"))).toEqual(ours.map(({ name }) => name));
  // As it is published it is less than on one basis, and more than the next.
  expect(shown.findIndex((text) => text.includes("(pinned)"))).toBe(
    ours.filter(({ total_kg: { best } }) => best > 652.1).length,
  );
  await page.getByText("The numbers behind this chart").click();
  const first = page.locator("#compare table tbody tr").first().locator("td");
  expect(kg(await first.nth(2).innerText())).toBe(Math.round(ours[0]?.printed_kg ?? 0));
});
