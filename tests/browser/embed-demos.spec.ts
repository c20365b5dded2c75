// Each page of web/demos/ does what it says, and what it says of the embed holds.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import type { FiveCarsElement } from "../../web/embed/element.js";
import { shown, text } from "./embed.js";
import { overflow, violations } from "./look.js";
import { expect as inTime, plain, test } from "./page.js";

// The calculator comes over a wire and is compiled: on a busy machine that takes its time.
const expect = inTime.configure({ timeout: 15_000 });
test.describe.configure({ timeout: 60_000 });

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const { serve } = (await import(at("../../scripts/serve.mjs"))) as {
  serve: (options: { folder: string }) => Promise<{ url: string; close: () => Promise<void> }>;
};
const demos = readdirSync(at("../../web/demos")).filter((name) => name.endsWith(".html"));

const open = (page: Page, name: string): Promise<unknown> => page.goto(`./demos/${name}.html`);
const hours = "five-cars input[name=hours]";

// So high that all of a demo is near.
test.use({ viewport: { width: 1280, height: 4000 } });

test("every demo is listed, isn’t indexed, and isn’t kept for reading without a network", async ({
  page,
  request,
}) => {
  await open(page, "index");
  const listed = await page
    .locator("li a")
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).getAttribute("href")));
  expect([...listed, "index.html"].sort()).toEqual([...demos].sort());
  for (const name of demos) {
    const html = await (await request.get(`./demos/${name}`)).text();
    expect(html).toContain('<meta name="robots" content="noindex" />');
    expect(html).not.toMatch(/\{\{/);
  }
  expect(await (await request.get("./sw.js")).text()).not.toContain("demos/");
  const map = await request.get("./sitemap.xml");
  if (map.ok()) expect(await map.text()).not.toContain("demos/");
});

test("every demo keeps the space that its embeds need", async ({ page }) => {
  for (const name of demos.filter((demo) => !/index|blocked|cross-origin|wordpress/.test(demo))) {
    await page.setViewportSize({ width: 800, height: 12_000 });
    await page.goto(`./demos/${name}`);
    await shown(page);
    const misfits = await page.evaluate(() =>
      [...document.querySelectorAll<FiveCarsElement>("five-cars")].flatMap((embed) => {
        const kept = parseFloat(embed.style.minHeight || "516");
        const needed = parseFloat(getComputedStyle(embed).minHeight);
        const { height } = embed.getBoundingClientRect();
        return kept === needed && height === kept
          ? []
          : [[embed.outerHTML.slice(0, 120), kept, needed, height]];
      }),
    );
    expect({ name, misfits }).toEqual({ name, misfits: [] });
  }
});

test("basic, compact and on one basis", async ({ page }) => {
  await open(page, "basic");
  await shown(page);
  expect(await text(page, "five-cars .total")).toBe("652 kg CO₂e (about 415–930)");
  await expect(page.locator("five-cars .hill")).toBeVisible();
  await open(page, "compact");
  await shown(page);
  await expect(page.locator("five-cars .hill")).toHaveCount(0);
  await expect(page.locator("five-cars li")).toHaveCount(2);
  expect(await text(page, "five-cars:nth-of-type(2) .total strong")).toBe("782 kg CO₂e");
});

test("editable: the page opens with the changed sum", async ({ page }) => {
  await open(page, "editable");
  await shown(page);
  await page.locator(hours).fill("168");
  await expect(page.locator("five-cars .run").first()).toContainText("would have emitted");
  const changed = await text(page, "five-cars:first-of-type .total strong");
  expect(changed).toBe("1,380 kg CO₂e");
  await expect(page.locator("five-cars .see").first()).toHaveAttribute("href", /#1\./);
  await page.locator("five-cars .see").first().click();
  await expect(page.locator("fc-change h2")).toBeVisible();
  await expect(page.locator(".lede .main")).toContainText("1,380");
});

test("scenario: a link’s and a document’s", async ({ page }) => {
  await open(page, "scenario");
  await shown(page);
  expect(await page.evaluate(() => document.querySelector("five-cars")?.result?.scenario.title)).toBe(
    "our translation model",
  );
  expect(await page.evaluate(() => document.querySelectorAll("five-cars")[1]?.result?.total_kg.best)).toBe(
    108,
  );
  await expect(page.locator("#link .run")).toContainText("A100");
});

test("theme: custom properties, parts, dark by order, dark by the post", async ({ page }) => {
  await open(page, "theme");
  await shown(page);
  const style = (selector: string, name: string): Promise<string> =>
    page
      .locator(selector)
      .evaluate((part, property) => getComputedStyle(part).getPropertyValue(property), name);
  expect(await style(".warm .embed", "background-color")).toBe("rgb(253, 243, 225)");
  expect(await style(".warm .embed", "color")).toBe("rgb(58, 42, 26)");
  expect(await style(".warm .total strong", "color")).toBe("rgb(138, 59, 0)");
  expect(await style(".warm footer", "font-family")).toContain("Georgia");
  expect(await style(".loud .total", "text-align")).toBe("center");
  expect(await style(".loud .embed", "border-top-width")).toBe("8px");
  await expect(page.locator("five-cars .embed").nth(2)).toHaveAttribute("data-theme", "dark");
  await open(page, "dark");
  await shown(page);
  await expect(page.locator(".embed")).toHaveAttribute("data-theme", "dark");
  await page.getByRole("button", { name: "Light or dark" }).click();
  await expect(page.locator(".embed")).toHaveAttribute("data-theme", "light");
});

test("language: two on one page, with unit and equivalents", async ({ page }) => {
  await open(page, "language");
  await shown(page);
  const totals = (await page.locator("five-cars .total").allInnerTexts()).map(plain);
  expect(totals[0]).toBe("626,000 lb CO₂e (about 395,000–890,000; corrected by others since)");
  expect(totals[1]).toMatch(/^552 t CO₂e/);
  expect(totals[2]).toMatch(/^24\.700 kg CO₂e \(etwa /);
  expect(totals[3]).toBe(totals[2]);
  const shownThere = await page
    .locator("five-cars")
    .nth(1)
    .locator("li")
    .evaluateAll((items) => items.map((item) => item.getAttribute("data-equivalent")));
  expect(shownThere.sort()).toEqual(["beef-kg", "desnz-rail-km", "epa-home-energy-year"]);
  await expect(page.locator("five-cars .embed").nth(3)).toHaveAttribute("lang", "de");
});

test.describe("with a fault", () => {
  test.use({ mayComplain: true });
  test("events: the post follows, and says nothing new of what isn’t there", async ({ page }) => {
    await open(page, "events");
    await expect(page.locator("output")).toHaveText("bert-base: 652 kg");
    await expect(page.locator("five-cars .total")).toContainText("lb");
    await page.locator(hours).fill("100");
    await expect(page.locator("output")).toHaveText("bert-base: 823 kg, changed");
    await page.getByRole("button", { name: "GPT-2" }).click();
    await expect(page.locator("output")).toHaveText("gpt-2: 1040 kg");
    await page.getByRole("button", { name: "isn’t there" }).click();
    await expect(page.locator("five-cars .fault")).toContainText("no published sum “no-such-model”");
    await expect(page.locator("output")).toHaveText("gpt-2: 1040 kg");
  });
});

test("right to left: it reads from left to right, whole", async ({ page }) => {
  await open(page, "rtl");
  await shown(page);
  await expect(page.locator(".embed")).toHaveCSS("direction", "ltr");
  await expect(page.locator(".run")).toHaveCSS("text-align", "left");
  await expect(page.locator(".embed")).toHaveAttribute("lang", "en");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280);
});

test("280 pixels: nothing is cut off", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 3000 });
  await open(page, "narrow");
  await shown(page);
  expect((await overflow(page)).page).toBe(320);
  const outside = await page.evaluate(() =>
    [...document.querySelectorAll("five-cars")].flatMap((embed) => {
      const { right } = embed.getBoundingClientRect();
      return [...(embed.shadowRoot?.querySelectorAll("*") ?? [])]
        .filter((part) => !part.closest("svg") && part.getBoundingClientRect().right > right + 0.5)
        .map((part) => part.outerHTML.slice(0, 80));
    }),
  );
  expect(outside).toEqual([]);
  await page.locator("five-cars .pick").click();
  await expect(page.locator("five-cars select")).toBeVisible();
});

test("twenty: each is fetched when it comes near, the calculator once", async ({ page }) => {
  const names: string[] = [];
  page.on("request", (request) => names.push(new URL(request.url()).pathname));
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page, "twenty");
  await expect(page.locator("five-cars article").first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  const sums = (): number => names.filter((name) => name.endsWith("embed.json")).length;
  expect(sums()).toBeGreaterThan(2);
  expect(sums()).toBeLessThan(8);
  for (let top = 0; top < 9000; top += 800) {
    await page.evaluate((y) => scrollTo(0, y), top);
    await page.waitForTimeout(30);
  }
  await shown(page);
  expect(sums()).toBe(20);
  // Of each language one.
  expect(names.filter((name) => name.includes("embed-view")).length).toBe(2);
  expect(names.filter((name) => name.endsWith(".wasm")).length).toBe(0);
  await page.evaluate(() => {
    for (const embed of document.querySelectorAll("five-cars")) {
      const field = embed.shadowRoot?.querySelector<HTMLInputElement>("input[name=pue]");
      if (!field) throw new Error(embed.outerHTML);
      field.value = embed.lang === "de" ? "1,9" : "1.9";
      field.dispatchEvent(new Event("input"));
    }
  });
  await page.waitForFunction(() =>
    [...document.querySelectorAll("five-cars")].every((embed) => embed.result?.changed),
  );
  expect(names.filter((name) => name.endsWith(".wasm")).length).toBe(1);
});

test("hostile style sheets change neither its box nor a part of it, and it changes nothing of theirs", async ({
  page,
}) => {
  const look = (): Promise<{ boxes: string[]; styles: string[] }> =>
    page.evaluate(() => {
      const embed = document.querySelector("five-cars") as HTMLElement;
      const origin = embed.getBoundingClientRect();
      const round = (value: number): string => value.toFixed(2);
      const boxes = [...(embed.shadowRoot?.querySelectorAll("*") ?? [])].flatMap((part) => {
        const { x, y, width, height } = part.getBoundingClientRect();
        // What isn't drawn has no place.
        if (width + height === 0) return [];
        const { color, backgroundColor, fill, textShadow, textTransform, letterSpacing } =
          getComputedStyle(part);
        const place = [x - origin.x, y - origin.y, width, height].map(round).join(" ");
        return [
          [
            part.localName,
            part.getAttribute("class"),
            place,
            color,
            backgroundColor,
            fill,
            textShadow,
            textTransform,
            letterSpacing,
          ].join(" | "),
        ];
      });
      const styles = [
        ...document.querySelectorAll("html, body, body *:not(five-cars, five-cars *, script)"),
      ].map(
        (element) =>
          `${element.localName} ${JSON.stringify([...getComputedStyle(element)].map((name) => getComputedStyle(element).getPropertyValue(name)))}`,
      );
      return { boxes: [`${round(origin.width)} ${round(origin.height)}`, ...boxes], styles };
    });
  const set = (chosen: number): Promise<void> =>
    page.evaluate((wanted) => {
      for (const [i, sheet] of document.querySelectorAll<HTMLStyleElement>(".hostile").entries())
        sheet.media = wanted === i || wanted === -2 ? "all" : "not all";
    }, chosen);

  // What the post looks like without the embed. A place is kept either way, and the element in it is the embed's.
  await page.route("**/embed.js", (route) => route.fulfill({ body: "", contentType: "text/javascript" }));
  await open(page, "hostile");
  const sheets = await page.locator(".hostile").count();
  expect(sheets).toBe(6);
  const cases = [-1, ...Array(sheets).keys(), -2];
  const without: string[][] = [];
  for (const chosen of cases) {
    await set(chosen);
    without.push((await look()).styles);
  }
  await page.unroute("**/embed.js");
  await open(page, "hostile");
  await shown(page);
  const plainly = (await look()).boxes;
  expect(plainly.length).toBeGreaterThan(40);
  for (const [i, chosen] of cases.entries()) {
    await set(chosen);
    const { boxes, styles } = await look();
    expect({ chosen, boxes }).toEqual({ chosen, boxes: plainly });
    // Its box resists, so that around it heights differ where a sheet would squash it; all else is the same.
    const withoutHeights = (all: string[] | undefined): string[] =>
      (all ?? []).map((one) => one.replace(/"-?[\d.]+px(?: -?[\d.]+px)?"/g, '""'));
    expect({ chosen, styles: withoutHeights(styles) }).toEqual({
      chosen,
      styles: withoutHeights(without[i]),
    });
  }
});

test("blocked: the sentence and its link stand, and nothing is fetched", async ({ page, complaints }) => {
  const names: string[] = [];
  page.on("response", (response) => names.push(response.url()));
  await open(page, "blocked");
  await expect(page.locator("five-cars")).toContainText("BERT base: about 650 kg CO₂e.");
  await expect(page.locator("five-cars a")).toBeVisible();
  expect(names.filter((name) => name.endsWith(".js"))).toEqual([]);
  expect(await page.locator("five-cars").evaluate((embed) => embed.getBoundingClientRect().height)).toBe(424);
  expect(complaints.length).toBe(1);
  expect(complaints.pop()).toContain("Content Security Policy");
});

test.describe("with a policy", () => {
  test.use({ mayComplain: true });

  test("csp: the least policy is enough to read, and one word more to change", async ({
    page,
    complaints,
  }) => {
    await open(page, "csp");
    await shown(page);
    expect(await text(page, "five-cars .total")).toContain("652 kg");
    expect(complaints).toEqual([]);
    await page.locator(hours).fill("100");
    await expect(page.locator("five-cars .note")).toContainText("couldn’t be fetched");
    await expect(page.locator("five-cars .total")).toContainText("652");
    complaints.length = 0;
    await open(page, "csp-editable");
    await shown(page);
    await page.locator(hours).fill("100");
    await expect(page.locator("five-cars .total")).toContainText("823");
    expect(complaints).toEqual([]);
  });

  test("csp: each word of the least policy is needed", async ({ page }) => {
    for (const missing of ["connect-src 'self';", "script-src 'self';"]) {
      await page.route("**/csp.html", async (route) => {
        const html = await (await route.fetch()).text();
        expect(html).toContain(missing);
        await route.fulfill({ body: html.replace(missing, ""), contentType: "text/html" });
      });
      await open(page, "csp");
      await page.waitForTimeout(300);
      await expect(page.locator("five-cars a")).toBeVisible();
      await expect(page.locator("five-cars article")).toHaveCount(0);
      await page.unrouteAll();
    }
  });

  test("csp: a nonce instead of an origin reaches the parts, too", async ({ page, complaints }) => {
    await page.route("**/csp.html", async (route) => {
      const html = await (await route.fetch()).text();
      await route.fulfill({
        body: html
          .replace("script-src 'self'", "script-src 'nonce-five' 'wasm-unsafe-eval'")
          .replace('src="../embed.js"', 'nonce="five" src="../embed.js"'),
        contentType: "text/html",
      });
    });
    await open(page, "csp");
    await shown(page);
    await page.locator(hours).fill("100");
    await expect(page.locator("five-cars .total")).toContainText("823");
    expect(complaints).toEqual([]);
  });

  test("cross-origin: from another origin, with its hash, it fetches all from there and nothing from here", async ({
    page,
    complaints,
  }) => {
    const dist = process.env["FIVECARS_DIST"] ?? at("../../dist");
    // Which sends what `_headers` says.
    const theirs = await serve({ folder: dist });
    const folder = mkdtempSync(join(tmpdir(), "five-cars-"));
    const ours = await serve({ folder });
    try {
      const { homepage } = JSON.parse(readFileSync(at("../../package.json"), "utf8")) as { homepage: string };
      const html = readFileSync(join(dist, "demos/cross-origin.html"), "utf8").replaceAll(
        homepage,
        `${theirs.url}/`,
      );
      expect(html).toMatch(/integrity="sha384-[\w+/]{64}" crossorigin/);
      writeFileSync(join(folder, "post.html"), html);
      writeFileSync(join(folder, "tampered.html"), html.replace("sha384-", "sha384-AAAA"));
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.goto(`${ours.url}/post.html`);
      await shown(page);
      await page.locator(hours).fill("100");
      await expect(page.locator("five-cars .total")).toContainText("823");
      const own = asked
        .filter((url) => url.startsWith(ours.url))
        .map((url) => url.slice(ours.url.length + 1));
      expect(own.filter((name) => !/favicon|icon-192/.test(name))).toEqual(["post.html", "demo.css"]);
      expect(asked.filter((url) => !url.startsWith(ours.url) && !url.startsWith(theirs.url))).toEqual([]);
      expect(complaints.filter((told) => !told.includes("404"))).toEqual([]);
      await expect(page.locator("five-cars .see")).toHaveAttribute(
        "href",
        new RegExp(`^${theirs.url}/#1\\.`),
      );
      await page.goto(`${ours.url}/tampered.html`);
      await expect.poll(() => complaints.join()).toContain("integrity");
      await expect(page.locator("five-cars article")).toHaveCount(0);
      await expect(page.locator("five-cars a")).toBeVisible();
    } finally {
      await Promise.all([theirs.close(), ours.close()]);
      rmSync(folder, { recursive: true });
    }
  });
});

test.describe("in WordPress", () => {
  // The frame has tests of its own.
  test.beforeEach(({ page }) =>
    page.route("**/embed.html", (route) => route.fulfill({ body: "", contentType: "text/html" })),
  );

  test("what an editor embeds works; of what an author embeds the sentence and its link stay", async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1280, height: 6000 });
    await open(page, "wordpress");
    await shown(page);
    for (const post of ["#block-editor", "#line-editor"]) {
      expect(await text(page, `${post} five-cars .total`)).toContain("652 kg");
      await expect(page.locator(`${post} five-cars input`)).toHaveCount(1);
      const frame = page.locator(`${post} iframe`);
      await expect(frame).toHaveAttribute(
        "sandbox",
        "allow-scripts allow-popups allow-popups-to-escape-sandbox",
      );
      await expect(frame).toHaveAttribute("src", "../embed.html#model=bert-base&unit=lb");
      await expect(frame).toHaveAttribute("title", /BERT base/);
    }
    for (const post of ["#block-author", "#line-author"]) {
      await expect(page.locator(`${post} :is(five-cars, iframe, script)`)).toHaveCount(0);
      expect(await text(page, post)).toContain("BERT base: about 650 kg CO₂e. See the sum");
      await expect(page.locator(`${post} a`)).toHaveAttribute("href", "../#model=bert-base");
      expect(await text(page, post)).not.toContain("customElements");
    }
    // Typography is WordPress', and only outside of the element's attributes.
    expect(await text(page, "#block-editor")).toContain("Training isn’t free — “far from it”.");
  });

  test("line breaks between the tags cut the sentence, and not the result", async ({ page }) => {
    await open(page, "wordpress");
    const broken = page.locator("#breaks-editor");
    await broken.scrollIntoViewIfNeeded();
    await expect(broken.locator("five-cars .total")).toContainText("652");
    // It ended with WordPress' first paragraph: the link is left outside.
    await expect(broken.locator("five-cars a:not(.see)")).toHaveCount(0);
    await expect(broken.locator("a", { hasText: "See the sum" }).last()).toBeVisible();
  });
});

test("feed: what a reader keeps is worth reading", async ({ page }) => {
  await open(page, "feed");
  const [kept, said] = await page.evaluate(() => {
    // Text, paragraphs and links of what was sent.
    const sent = document.querySelector("#sent")?.cloneNode(true) as HTMLElement;
    for (const element of sent.querySelectorAll("script, style, iframe")) element.remove();
    for (const element of sent.querySelectorAll("*"))
      if (!["p", "a"].includes(element.localName)) element.replaceWith(...element.childNodes);
    const tidy = (html = ""): string => html.replace(/\s+/g, " ").replace(/> </g, "><").trim();
    return [tidy(sent.innerHTML), tidy(document.querySelector("#read")?.innerHTML)];
  });
  expect(kept).toBe(said);
  expect(kept).toContain('650 kg CO₂e. <a href="../#model=bert-base">See the sum</a>');
});

test("print: the result in black on white, without fields", async ({ page }) => {
  await open(page, "print");
  await shown(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("five-cars .total")).toBeVisible();
  await expect(page.locator("five-cars .fields")).toBeHidden();
  await expect(page.locator("five-cars .embed")).toHaveCSS("background-color", "rgb(255, 255, 255)");
  await expect(page.locator("five-cars .embed")).toHaveCSS("color", "rgb(0, 0, 0)");
  await expect(page.locator("five-cars .note")).toBeHidden();
});

test("axe finds nothing in the demos", async ({ page }) => {
  for (const name of ["index", "editable", "theme", "dark", "language", "rtl"]) {
    await open(page, name);
    await shown(page);
    expect({ name, found: await violations(page) }).toEqual({ name, found: [] });
  }
});
