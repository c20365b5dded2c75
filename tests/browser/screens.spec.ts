// Pictures of the main views, for people to look at: build/screens/.
import { fileURLToPath } from "node:url";
import { choose, expect, open, test, toForm } from "./page.js";

const folder = fileURLToPath(new URL("../../build/screens/", import.meta.url));

const views = [
  { name: "light", width: 1280 },
  { name: "dark", width: 1280, colorScheme: "dark" },
  { name: "phone", width: 320 },
  { name: "five-cars", width: 1280, id: "architecture-search" },
  { name: "own-run", width: 1280, id: "own" },
  { name: "print", width: 794, media: "print" },
  { name: "german", width: 1280, path: "de/" },
] as const;

for (const view of views) {
  test(`is pictured: ${view.name}`, async ({ page }) => {
    await page.setViewportSize({ width: view.width, height: 900 });
    await page.emulateMedia({
      colorScheme: "colorScheme" in view ? view.colorScheme : "light",
      reducedMotion: "reduce",
    });
    await open(page, "path" in view ? view.path : "");
    if ("id" in view) await choose(page, view.id);
    await toForm(page);
    // What is worked out when it comes near.
    await page.locator("#what-if").scrollIntoViewIfNeeded();
    await expect(page.locator(".ranked li").first()).toBeVisible();
    await page.evaluate(() => scrollTo(0, 0));
    if ("media" in view) await page.emulateMedia({ media: view.media });
    await page.screenshot({ path: `${folder}${view.name}.png`, fullPage: true });
  });
}

for (const name of ["models.html", "models/bert-base/", "method.html", "de/models.html"])
  for (const [width, colorScheme] of [
    [1280, "light"],
    [320, "dark"],
  ] as const)
    test(`is pictured: ${name} at ${width} pixels`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.goto(`./${name}`);
      await page.screenshot({
        path: `${folder}${name.replace(/\.html$|\/$/, "").replace("/", "-")}-${width}.png`,
        fullPage: true,
      });
    });
