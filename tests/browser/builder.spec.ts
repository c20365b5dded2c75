// The builder of embeds: what is chosen is seen, and what is copied shows the same in somebody's post.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Locator, Page } from "@playwright/test";
import type { Scenario } from "../../web/calculator/documents.js";
import { overflow, violations } from "./look.js";
import { expect, field, open, openFirst, pack, plain, test, toForm } from "./page.js";

const builder = (page: Page): Locator => page.locator("fc-builder");
const preview = (page: Page): Locator => page.locator("fc-builder five-cars");
const box = (page: Page, name = "HTML"): Locator =>
  page.locator(`fc-builder textarea[aria-label^="${name}"]`);
const total = (embed: Locator): Locator => embed.locator("[part=total]");
const chip = (page: Page, name: string, value: string): Promise<void> =>
  builder(page).locator(`[name="embed-${name}"][value="${value}"]`).check({ force: true });
const tick = (page: Page, value: string): Locator => builder(page).locator(`.options [value="${value}"]`);

/** The page, with the builder open, by a link that leads there. */
async function toBuilder(page: Page, fragment = "#embed", folder = "./"): Promise<void> {
  await page.goto(`${folder}${fragment}`);
  await expect(box(page)).toBeVisible();
  await expect(total(preview(page))).toBeVisible();
}

/** A post of another origin, with what was copied in it. */
async function post(page: Page, snippet: string, body = async (): Promise<void> => undefined): Promise<void> {
  const site = /http:\/\/[^/"]+/.exec(snippet)?.[0] ?? "";
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(
      `<!doctype html><html lang="en"><title>A post</title><body><p>Before.</p>${snippet}<p>After.</p>`,
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  // As the site's headers have it.
  await page.route(`${site}/**`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "access-control-allow-origin": "*" } });
  });
  try {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await body();
  } finally {
    await page.unroute(`${site}/**`);
    await new Promise((done) => server.close(done));
  }
}

/** What the builder says; the preview has a word of its own. */
const said = (page: Page): Locator => builder(page).locator(".sr[role=status]");

test("is fetched when a reader goes there, by the page's own link, and shows the page's digits", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const fetched = (): string[] => asked.filter((path) => /builder|embed|releases/.test(path));
  await open(page);
  await page.locator("fc-take").scrollIntoViewIfNeeded();
  await expect(page.locator(".clipping")).toBeVisible();
  expect(fetched()).toEqual([]);
  await page.evaluate(() => scrollTo(0, 0));
  await page.getByRole("link", { name: "Embed", exact: true }).click();
  await expect(total(preview(page))).toBeVisible();
  expect(plain(await total(preview(page)).innerText())).toBe("652 kg CO₂e (about 415–930)");
  await expect(page.locator("#embed")).toBeFocused();
  await expect(page.locator("#embed")).toBeInViewport();
  expect(new URL(page.url()).hash).toBe("");
  expect(fetched().length).toBeGreaterThan(3);
  const button = page.getByRole("button", { name: "Embed this sum" });
  await expect(button).toHaveAttribute("aria-expanded", "true");
  await button.click();
  await expect(builder(page)).toBeHidden();
});

test("what is chosen is seen, and what is copied shows the same in a post of another origin", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await toBuilder(page, "#model=elmo&embed");
  await expect(preview(page).locator("li")).toHaveCount(3);
  await chip(page, "unit", "lb");
  await tick(page, "flight-ny-sf").uncheck();
  await tick(page, "american-year").check();
  await tick(page, "pue").check();
  await expect(total(preview(page))).toContainText("lb CO₂e");
  await expect(preview(page).locator("li")).toHaveText([/car’s lifetime/, /human life/, /American life/]);
  await expect(preview(page).locator("input")).toHaveCount(1);
  // What this run doesn't give can't be changed, and it is said why.
  await expect(tick(page, "count")).toBeDisabled();
  await expect(tick(page, "count").locator("xpath=..")).toContainText(
    "only the draw of all its machines together is known",
  );
  const shown = await total(preview(page)).innerText();
  const wide = await preview(page).evaluate((element) => element.clientWidth);
  await chip(page, "column", "phone");
  await expect.poll(() => preview(page).evaluate((element) => element.clientWidth)).toBe(320);
  expect(wide).toBeGreaterThan(500);

  await page.getByRole("button", { name: "Copy the HTML" }).click();
  await expect(said(page)).toHaveText("Copied: HTML.");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await box(page).inputValue());
  expect(copied).toContain('<five-cars model="elmo" show="car-lifetime human-year american-year" unit="lb"');
  // "Copied" is true only of what was copied.
  await tick(page, "pue").uncheck();
  await expect(said(page)).toHaveText("");

  await post(page, copied, async () => {
    const embed = page.locator("five-cars");
    await expect(total(embed)).toHaveText(shown);
    await expect(embed.locator("li")).toHaveCount(3);
    await embed.locator("input").fill("3.16");
    await expect(total(embed)).not.toHaveText(shown);
    await expect(embed.locator("[part=note]")).toHaveText("");
  });
  // With another total than today's it says so.
  const drifted = copied.replace(/total-kg="[^"]*"/, 'total-kg="100"');
  expect(drifted).not.toBe(copied);
  await post(page, drifted, async () => {
    await expect(total(page.locator("five-cars"))).toHaveText(shown);
    await expect(page.locator("five-cars [part=note]")).toContainText("it was 220 lb");
  });
});

test("a changed run goes whole into the snippet, says that it was changed, and opens in the page", async ({
  page,
}) => {
  await toBuilder(page);
  await toForm(page);
  await field(page, "/hours").fill("158.4");
  await expect(box(page)).toHaveValue(/ scenario="1\.[\w-]+" /);
  await expect(preview(page).locator("[part=run]")).toContainText("BERT base on 64 × V100 for 158.4 hours");
  await expect(preview(page).locator("[part=run]")).toContainText("would have emitted");
  await expect(total(preview(page))).toContainText("1,300 kg");
  const copied = await box(page).inputValue();
  expect(copied).not.toContain("model=");
  expect(copied).toContain("would have emitted 1,300 kg");
  await chip(page, "way", "frame");
  const frame = await box(page).inputValue();
  expect(/#scenario=(1\.[\w-]+)&amp;/.exec(frame)?.[1]).toBe(/scenario="([^"]*)"/.exec(copied)?.[1]);

  // A picture of it is to be saved, and leads to the very sum.
  await chip(page, "way", "picture");
  await expect(builder(page)).toContainText("Save this one, upload it");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    builder(page).getByRole("button", { name: /^SVG/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("five-cars-bert-base-changed.svg");
  const markdown = await box(page, "Markdown").inputValue();
  expect(markdown).toMatch(
    /^\[!\[Training BERT base .*\]\(five-cars-bert-base-changed\.png\)\]\(http.*\/#1\.[\w-]+\)\n$/,
  );

  await post(page, copied, async () => {
    await expect(total(page.locator("five-cars"))).toContainText("1,300 kg");
    await expect(page.locator("five-cars [part=run]")).toContainText("would have emitted");
  });
  await page.goto(/<a href="([^"]*)"/.exec(copied)?.[1] ?? "");
  await expect(page.locator(".lede")).toContainText("for 158.4 hours");
});

test("a published sum goes by its name, on one basis too, and as a picture of the site", async ({ page }) => {
  await page.route("**/card.png", (route) =>
    route.fulfill({ contentType: "image/svg+xml", body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
  );
  await toBuilder(page, "#model=elmo&basis=one&embed");
  await expect(box(page)).toHaveValue(/<five-cars model="elmo" basis="one" .*#model=elmo&amp;basis=one">/);
  await page.evaluate(() => (location.hash = "#model=elmo&embed"));
  await expect(box(page)).toHaveValue(/<five-cars model="elmo" show=.*\/models\/elmo\/">/);
  await chip(page, "way", "picture");
  const site = new URL("./", page.url()).href;
  await expect(box(page)).toHaveValue(
    new RegExp(`^<a href="${site}models/elmo/".*src="${site}models/elmo/card\\.png"`),
  );
  await chip(page, "lang", "de");
  // The words of another language are those of the embed.
  await expect(box(page)).toHaveValue(
    /de\/models\/elmo\/card\.png".*alt="Das Training von ELMo auf .* verursachte/,
  );
});

test("a release that the site keeps can be held on to, with its hash", async ({ page }) => {
  const integrity = `sha384-${"aB+/".repeat(16)}`;
  await toBuilder(page);
  await expect(builder(page)).not.toContainText("Stay with");
  await page.route("**/releases.json", (route) =>
    route.fulfill({
      json: {
        releases: [
          { version: "1.2.3", integrity },
          { version: "1.2.2", integrity: "x" },
        ],
      },
    }),
  );
  await page.reload();
  await builder(page).getByRole("checkbox", { name: "Stay with release 1.2.3" }).check();
  const site = new URL("./", page.url()).href;
  await expect(box(page)).toHaveValue(
    new RegExp(
      `^<script type="module" src="${site}v/1\\.2\\.3/embed\\.js" integrity="${integrity.replace(/\+/g, "\\+")}" crossorigin="anonymous">`,
    ),
  );
  await chip(page, "way", "frame");
  await expect(box(page)).toHaveValue(/src="[^"]*\/v\/1\.2\.3\/embed\.html#model=bert-base/);
  await builder(page).getByRole("checkbox", { name: "With a script that fits" }).check();
  await expect(box(page)).toHaveValue(/<script async src="[^"]*\/v\/1\.2\.3\/embed-height\.js"><\/script>/);
});

test("of a release with other data it says so, and the snippet records no total that isn’t its own", async ({
  page,
}) => {
  const integrity = `sha384-${"aB+/".repeat(16)}`;
  let data_version = "2020.01+abc";
  await page.route("**/releases.json", (route) =>
    route.fulfill({ json: { releases: [{ version: "1.2.3", integrity, data_version }] } }),
  );
  await toBuilder(page);
  const recorded = /data-version="([^"]*)" total-kg="/;
  const today = recorded.exec(await box(page).inputValue())?.[1] ?? "";
  expect(today).toMatch(/^20\d\d\.\d\d\+/);
  await expect(builder(page)).not.toContainText("2020.01");
  const pin = builder(page).getByRole("checkbox", { name: "Stay with release 1.2.3" });
  await pin.check();
  await expect(box(page)).not.toHaveValue(/data-version|total-kg/);
  await expect(builder(page)).toContainText("Its data are those of 2020.01:");
  await pin.uncheck();
  await expect(box(page)).toHaveValue(recorded);

  data_version = today;
  await page.reload();
  await pin.check();
  await expect(box(page)).toHaveValue(/v\/1\.2\.3\/embed\.js/);
  await expect(box(page)).toHaveValue(recorded);
  await expect(builder(page)).not.toContainText("Its data are");
});

test("speaks German, and writes for posts of any language", async ({ page }) => {
  await toBuilder(page, "#model=elmo&embed", "./de/");
  await expect(builder(page)).toContainText("Was Leser ändern dürfen");
  const site = new URL("../", page.url()).href;
  await expect(box(page)).toHaveValue(
    new RegExp(
      `src="${site}embed\\.js".*\n.* lang="de" .*>Das Training von ELMo auf .*${site}de/models/elmo/"`,
    ),
  );
  await expect(total(preview(page))).toContainText("119 kg CO₂e (etwa");
  await chip(page, "lang", "en");
  await expect(box(page)).toHaveValue(
    / lang="en" .*>Training ELMo on .* emitted 119 kg .*[^e]\/models\/elmo\/"/,
  );
  await chip(page, "lang", "");
  await expect(box(page)).toHaveValue(/<five-cars (?!.* lang=).*>Das Training von ELMo/);
});

const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)> & 'q' \`x\` [a](b) \u202e`;
const own: Scenario = {
  schema: "fivecars/scenario/1",
  title: hostile,
  stages: [{ time: { hours: 10 }, power: { measured_w: 1000 } }],
};
const linked = pack({ scenario: own, view: { model: null, unit: "kg" }, data_version: "x", total: null });

test("a hostile title stays a text, in the page, in the snippet and in the post", async ({ page }) => {
  page.on("dialog", () => expect("a dialog").toBe("none"));
  await open(page, linked);
  await page.getByRole("link", { name: "Embed", exact: true }).click();
  await expect(preview(page).locator("[part=run]")).toContainText(hostile);
  const snippet = await box(page).inputValue();
  // The page of a post takes it as one element with one link, the script apart.
  await post(page, snippet.replace(/<script .*<\/script>\n/, ""), async () => {
    const seen = await page.evaluate(() => ({
      names: [...document.body.querySelectorAll("*")].map(({ localName }) => localName),
      text: document.querySelector("five-cars")?.textContent,
    }));
    expect(seen.names).toEqual(["p", "five-cars", "a", "p"]);
    expect(seen.text).toContain(hostile);
  });
  await post(page, snippet, () =>
    expect(page.locator("five-cars").locator("[part=run]")).toContainText(hostile),
  );
});

test.describe("without embed.js", () => {
  test.use({ mayComplain: true });
  test("says so, and what can be copied is right all the same", async ({ page }) => {
    await page.route("**/embed.js", (route) => route.abort());
    await page.goto("./#embed");
    await expect(builder(page).getByRole("alert")).toContainText("preview couldn’t be fetched");
    await tick(page, "place").check();
    await expect(box(page)).toHaveValue(/<five-cars model="bert-base" .* editable="place"/);
    await chip(page, "lang", "de");
    await expect(builder(page)).toContainText("The sentence in the other language couldn’t be fetched");
  });
  test("says so where the builder itself can't be had", async ({ page }) => {
    await page.route("**/builder-*.js", (route) => route.abort());
    await page.goto("./#embed");
    await expect(page.locator("#embed").getByRole("alert")).toContainText("couldn’t be fetched");
  });
});

test("by the keyboard alone a way is chosen and copied; where copying is refused, it is marked", async ({
  page,
  context,
}) => {
  await context.clearPermissions();
  await openFirst(page);
  await page.getByRole("link", { name: "Embed", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(box(page)).toBeVisible();
  const at = (): Promise<string> =>
    page.evaluate(
      () => (document.activeElement as HTMLInputElement).value ?? document.activeElement?.textContent,
    );
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  expect(await at()).toBe("element");
  await page.keyboard.press("ArrowRight");
  expect(await at()).toBe("frame");
  await expect(box(page)).toHaveValue(/^<iframe /);
  await page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", {
      value: { writeText: () => Promise.reject(new Error()) },
    });
  });
  await page.getByRole("button", { name: "Copy the HTML" }).focus();
  await page.keyboard.press("Enter");
  await expect(said(page)).toContainText("The text is marked");
  expect(
    await page.evaluate(
      () => getSelection()?.toString() || (document.activeElement as HTMLTextAreaElement).value,
    ),
  ).toContain("<iframe ");
});

test.describe("at 320 pixels", () => {
  test.use({ bypassCSP: true, viewport: { width: 320, height: 800 } });
  test("axe finds nothing in the builder, in light and dark, and all is inside", async ({ page }) => {
    await open(page, linked);
    await page.getByRole("link", { name: "Embed", exact: true }).click();
    await expect(box(page)).toBeVisible();
    for (const way of ["element", "frame", "picture"]) {
      await chip(page, "way", way);
      expect(await overflow(page)).toEqual({ page: 320, outside: [] });
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await violations(page)).toEqual([]);
      }
    }
    expect(plain(await builder(page).innerText())).toContain("Where it goes");
  });
});
