// What isn't counted, the statements, and how an error is reported.
import { expect, open, test } from "./page.js";

test("the page says what it doesn’t count, and begins a report that names the model and the data", async ({
  page,
}) => {
  await open(page);
  const part = page.locator("fc-uncounted");
  await expect(part.locator("dt")).toHaveCount(8);
  const address = new URL((await part.locator("a.go").getAttribute("href")) ?? "");
  expect(address.pathname).toMatch(/\/issues\/new$/);
  expect(address.searchParams.get("body")).toMatch(/models\/bert-base\nData version: \d{4}/);
  await page.locator("header nav").getByRole("link", { name: "Models" }).click();
  await expect(page.locator("h1")).toContainText("one basis");
  await page.locator("footer").getByRole("link", { name: "Privacy and accessibility" }).click();
  await expect(page.locator("h2")).toHaveText(["Privacy", "Accessibility"]);
});
