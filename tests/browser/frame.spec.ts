// The embed in a frame, in a post on another origin whose host sends no header of ours: one document and nothing else.
import { existsSync, readdirSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { Frame, FrameLocator, Page } from "@playwright/test";
import { expect, model, pack, test as base } from "./page.js";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const dist = process.env["FIVECARS_DIST"] ?? at("../../dist");

interface Post {
  url: string;
  /** What stands in its body. */
  body: string;
  /** What its browser asked for, but for the post itself. */
  asked: string[];
}

const test = base.extend<{ post: Post }>({
  post: async ({ page }, use) => {
    const post: Post = { url: "", body: "", asked: [] };
    const server = createServer((_, response) =>
      response
        .writeHead(200, { "Content-Type": "text/html; charset=utf-8" })
        .end(`<!doctype html><html lang="en"><link rel="icon" href="data:,"><body>${post.body}`),
    );
    await new Promise<void>((listening) => server.listen(0, "localhost", listening));
    post.url = `http://localhost:${(server.address() as AddressInfo).port}/`;
    page.on("request", (request) => {
      if (request.url() !== post.url) post.asked.push(request.url());
    });
    await use(post);
    server.closeAllConnections();
    server.close();
  },
});

interface Snippet {
  sandbox?: string;
  style?: string;
  width?: string;
  /** Beside it in the post. */
  also?: string;
}

const snippet = (
  src: string,
  { sandbox = "allow-scripts", style = "border:0", width = "100%" }: Snippet = {},
): string =>
  `<iframe title="Five Cars" sandbox="${sandbox}" width="${width}" height="520" style="${style}" src="${src.replace(/&/g, "&amp;")}"></iframe>`;

/** The post with the frame in it, when that has drawn something. */
async function show(
  page: Page,
  post: Post,
  fragment: string,
  { also = "", ...options }: Snippet = {},
): Promise<FrameLocator> {
  const src = new URL(`embed.html${fragment}`, base.info().project.use.baseURL).href;
  post.body = snippet(src, options) + also;
  await page.goto(post.url);
  const inside = page.frameLocator("iframe").first();
  await expect(inside.locator("main > *").first()).toBeAttached();
  return inside;
}

const frameOf = (page: Page): Frame => {
  const found = page.frames().find((frame) => frame.url().includes("/embed.html"));
  if (!found) throw new Error("there is no frame");
  return found;
};

const total = (inside: FrameLocator) => inside.locator(".total strong");

/** A page of the site with nothing in it but the element. */
async function element(page: Page): Promise<void> {
  await page.route("**/nothing-but-the-element.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><html lang="en"><script type="module" src="./embed.js"></script><five-cars></five-cars>`,
    }),
  );
  await page.goto("./nothing-but-the-element.html");
  await page.waitForFunction(() => customElements.get("five-cars"));
}

type Attributes = Record<string, string>;

/** What the element shows with each set of attributes, and where it leads. */
const asElement = (page: Page, all: Attributes[]): Promise<string[]> =>
  page.evaluate(async (all) => {
    const shown: string[] = [];
    for (const attributes of all) {
      const made = document.createElement("five-cars");
      for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
      const changed = new Promise((done) => made.addEventListener("five-cars-change", done, { once: true }));
      document.querySelector("five-cars")?.replaceWith(made);
      await changed;
      const article = made.shadowRoot?.querySelector("article");
      // The address of a sum of one's own has to be packed first.
      while (!article?.querySelector("a")?.href) await new Promise((later) => setTimeout(later));
      shown.push(`${article?.textContent} → ${article?.querySelector("a")?.href}`);
    }
    return shown;
  }, all);

/** The same of the frame, each by a new fragment; and what goes over its edges. */
const asFrame = (frame: Frame, all: Attributes[]): Promise<{ shown: string[]; over: string[] }> =>
  frame.evaluate(async (all) => {
    const shown: string[] = [];
    const over: string[] = [];
    const main = document.querySelector("main") as HTMLElement;
    for (const attributes of all) {
      const drawn = new Promise((done) => new MutationObserver(done).observe(main, { childList: true }));
      location.hash = String(new URLSearchParams(attributes));
      await drawn;
      const article = main.querySelector("article");
      while (!article?.querySelector("a")?.href) await new Promise((later) => setTimeout(later));
      shown.push(`${article?.textContent} → ${article?.querySelector("a")?.href}`);
      const { scrollWidth, clientWidth } = document.documentElement;
      const reserved = parseFloat(main.style.minHeight);
      if (scrollWidth > clientWidth || main.offsetHeight > reserved)
        over.push(`${location.hash}: ${scrollWidth} wide, ${main.offsetHeight} of ${reserved} high`);
    }
    return { shown, over };
  }, all);

test("shows for every published model what the element shows, in both languages, and fits into 280 px", async ({
  page,
  post,
  context,
}) => {
  test.setTimeout(120_000);
  const bases = { "embed.json": "published", "embed-one.json": "one" };
  const all = readdirSync(`${dist}/models`).flatMap((id) =>
    Object.entries(bases)
      .filter(([file]) => existsSync(`${dist}/models/${id}/${file}`))
      .map(([, basis]) => ({ model: id, basis })),
  );
  expect(all.length).toBeGreaterThan(150);
  const asked = ["en", "de"].flatMap((lang) => all.map((one) => ({ ...one, lang })));
  const other = await context.newPage();
  await element(other);
  const expected = await asElement(other, asked);
  await show(page, post, "#model=bert-base", { width: "280" });
  const { shown, over } = await asFrame(frameOf(page), asked);
  expect(shown).toEqual(expected);
  expect(new Set(shown).size).toBeGreaterThan(asked.length * 0.9);
  expect(over).toEqual([]);
  expect(post.asked).toHaveLength(1);
});

test("says it in units, equivalents and so little as the fragment asks, as the element does", async ({
  page,
  post,
  context,
}) => {
  const linked = { view: {}, data_version: "x", total: null };
  const asked = [
    { model: "bert-base", unit: "lb", show: "car-lifetime beef-kg" },
    { model: "bert-base", unit: "t", show: "epa,desnz-2025 food-and-home", compact: "" },
    { model: "gpt-3", basis: "one", show: "desnz-2025-rf", lang: "de" },
    { model: "bert-base", "data-version": "2019.06", "total-kg": "600" },
    { model: "bert-base", editable: "hours runs pue place", theme: "dark" },
    { scenario: JSON.stringify(model("bert-base").scenario), editable: "place" },
    { scenario: pack({ ...linked, scenario: model("transformer-big").scenario }).slice(1) },
  ];
  const other = await context.newPage();
  await element(other);
  await show(page, post, "#model=bloom-176b");
  const { shown } = await asFrame(frameOf(page), asked);
  expect(shown).toEqual(await asElement(other, asked));
  expect(shown[3]).toMatch(/it was 600.kg/);
  expect(post.asked).toHaveLength(1);
});

test("lets a reader change what the author allows, with the engine that the document holds", async ({
  page,
  post,
}) => {
  const inside = await show(page, post, "#model=bert-base&editable=hours+place");
  await expect(total(inside)).toHaveText(/^652.kg/);
  await inside.getByLabel("Hours").fill("158.4");
  await expect(total(inside)).toHaveText(/^1,300.kg/);
  await expect(inside.locator(".run")).toContainText("would have emitted");
  await inside.getByRole("button", { name: "Electricity of" }).click();
  await inside.locator("select").selectOption({ label: "Norway" });
  await expect(inside.locator(".run")).toContainText("Norway");
  await expect(total(inside)).not.toHaveText(/^1,300.kg/);
  const link = inside.getByRole("link");
  await expect(link).toHaveAttribute("href", /\/#1\.[\w-]{100,}$/);
  await inside.getByRole("button", { name: "As published" }).click();
  await expect(total(inside)).toHaveText(/^652.kg/);
  expect(post.asked).toHaveLength(1);
});

test.describe("in a browser that prefers German", () => {
  test.use({ locale: "de-DE" });
  test("speaks it, unless the fragment says otherwise", async ({ page, post }) => {
    const inside = await show(page, post, "#model=bert-base");
    await expect(inside.locator("html")).toHaveAttribute("lang", "de");
    await expect(inside.locator(".run")).toContainText("Das Training von BERT base");
    await expect(inside.getByRole("link")).toHaveAttribute("href", /\/de\/models\/bert-base\/$/);
    await asFrame(frameOf(page), [{ model: "bert-base", lang: "en" }]);
    await expect(inside.locator(".run")).toContainText("Training BERT base");
  });
});

test.describe("with faults", () => {
  test.use({ mayComplain: true });
  test("names all of them, reads nothing as markup, and recovers when the fragment is mended", async ({
    page,
    post,
    complaints,
  }) => {
    const inside = await show(
      page,
      post,
      "#model=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&unit=stone&unit=kg&modle=x&total-kg=much&show=moon",
    );
    await expect(inside.getByRole("listitem")).toHaveText([
      "unit: stands here more than once",
      /^“modle” isn’t understood here; there are model, basis,/,
      /^model: there is no published sum “<img src=x onerror=alert\(1\)>”/,
      "total-kg: “much” is no number of kg",
      /^unit: “stone” isn’t one of kg, lb, t/,
      /^show: “moon” is no equivalent; there are car-lifetime/,
    ]);
    await expect(inside.locator("img")).toHaveCount(0);
    expect(complaints.join()).toContain("modle");
    await asFrame(frameOf(page), [{ model: "bert-base" }]);
    await expect(total(inside)).toHaveText(/^652.kg/);
    for (const [fragment, message] of [
      ["", "model: name a published model here, or give a scenario"],
      ["model=bert-bass", "model: there is no published sum “bert-bass”"],
      ["model=toString", "model: there is no published sum “toString”"],
      ["scenario=1.abc", "scenario: this link can’t be read"],
      ["scenario=%7B%22stages%22:[]%7D", "scenario: "],
      ["model=bert-base&scenario=1.abc", "scenario: give either a model or a scenario"],
      ["%E0%A4%A", "isn’t understood here"],
    ] as const) {
      await frameOf(page).evaluate((hash) => void (location.hash = hash), fragment);
      await expect(inside.locator(".fault")).toContainText(message);
    }
    expect(post.asked).toHaveLength(1);
  });
});

test.describe("its height", () => {
  /** As of the frame's element in the post. */
  const given = (page: Page): Promise<number> =>
    page
      .locator("iframe")
      .first()
      .evaluate((frame) => frame.getBoundingClientRect().height);
  const own = (page: Page): Promise<number> =>
    frameOf(page).evaluate(() => document.querySelector("main")?.getBoundingClientRect().height ?? 0);
  const listener = (): string =>
    `<script src="${new URL("embed-height.js", base.info().project.use.baseURL).href}"></script>`;

  test("is told, and followed by the listener, however late that comes", async ({ page, post }) => {
    const inside = await show(page, post, "#model=bert-base&editable=hours+pue", { also: listener() });
    await expect(async () => expect(await given(page)).toBe(Math.ceil(await own(page)))).toPass();
    const before = await given(page);
    // It needs more for all that it can show, and still more where it has something to say of the past.
    await frameOf(page).evaluate(() => void (location.hash += "&show=epa+desnz-2025+food-and-home"));
    await expect(inside.getByText("gallons")).toBeVisible();
    await expect(async () => expect(await given(page)).toBe(Math.ceil(await own(page)))).toPass();
    const wide = await given(page);
    expect(wide).toBeGreaterThan(before);
    await page.setViewportSize({ width: 300, height: 800 });
    await frameOf(page).evaluate(() => void (location.hash += "&total-kg=1"));
    await expect(async () => expect(await own(page)).toBeGreaterThan(wide)).toPass();
    await expect(async () => expect(await given(page)).toBe(Math.ceil(await own(page)))).toPass();

    const late = await show(page, post, "#model=bert-base&editable=hours+pue");
    await expect(total(late)).toBeVisible();
    expect(await given(page)).toBe(520);
    await page.addScriptTag({ url: new URL("embed-height.js", base.info().project.use.baseURL).href });
    await expect(async () => expect(await given(page)).toBe(Math.ceil(await own(page)))).toPass();
  });

  test("is nobody else’s to say, and never absurd", async ({ page, post }) => {
    // One that lies of itself, and one that isn't of the site.
    const liar = `<iframe id="liar" sandbox="allow-scripts" srcdoc="<script>setInterval(() => parent.postMessage({ type: 'fivecars:height', height: 999 }, '*'), 20)</script>"></iframe>`;
    await show(page, post, "#model=bert-base", { also: liar + listener() });
    await expect(async () => expect(await given(page)).toBe(Math.ceil(await own(page)))).toPass();
    const height = await given(page);
    await page.evaluate(() => postMessage({ type: "fivecars:height", height: 998 }, "*"));
    await frameOf(page).evaluate(() => {
      for (const height of [NaN, Infinity, 1e9, -1, 0, "600", null, undefined, [600], { height: 600 }])
        parent.postMessage({ type: "fivecars:height", height }, "*");
      for (const message of [null, "fivecars:height", 5, { type: "height", height: 700 }])
        parent.postMessage(message, "*");
    });
    await page.waitForTimeout(200);
    expect(await given(page)).toBe(height);
    expect(await page.locator("#liar").evaluate((frame) => frame.style.height)).toBe("");
    // Seen to listen: a sane one is taken.
    await frameOf(page).evaluate(() => parent.postMessage({ type: "fivecars:height", height: 701.5 }, "*"));
    await expect(async () => expect(await given(page)).toBe(702)).toPass();
  });

  test("is told to the post alone, when the post asks", async ({ page, post }) => {
    const neighbour = `<iframe id="neighbour" sandbox="allow-scripts" srcdoc="<script>addEventListener('message', () => parent.frames[0].postMessage({ type: 'fivecars:ask' }, '*'))</script>"></iframe>`;
    await show(page, post, "#model=bert-base", { also: neighbour });
    const told = (): Promise<number> =>
      page.evaluate(
        () =>
          new Promise<number>((done) => {
            let told = 0;
            addEventListener("message", ({ data }) => {
              if ((data as { type?: string }).type === "fivecars:height") ++told;
            });
            setTimeout(() => done(told), 300);
          }),
      );
    await page.waitForTimeout(200);
    const [unasked] = await Promise.all([told(), page.evaluate(() => frames[1]?.postMessage("go on", "*"))]);
    expect(unasked).toBe(0);
    const [asked] = await Promise.all([
      told(),
      page.evaluate(() => frames[0]?.postMessage({ type: "fivecars:ask" }, "*")),
    ]);
    expect(asked).toBe(1);
  });
});

test("works as WordPress puts it there, and speaks its language", async ({ page, post }) => {
  // What its filter leaves of an unknown site's frame, and what its script does: hidden until it tells its height.
  const src = new URL("embed.html", base.info().project.use.baseURL).href;
  post.body = `
    <blockquote class="wp-embedded-content" data-secret="aB3dEfGh1j"><a href="#">BERT base</a></blockquote>
    <iframe sandbox="allow-scripts" security="restricted" class="wp-embedded-content" title="BERT base" width="600" height="338"
      style="position: absolute; clip: rect(1px, 1px, 1px, 1px)" data-secret="aB3dEfGh1j"
      src="${src}#model=bert-base&#038;unit=lb#?secret=aB3dEfGh1j"></iframe>
    <script>
      const frame = document.querySelector("iframe");
      window.links = [];
      addEventListener("message", ({ source, data }) => {
        if (source !== frame.contentWindow || data.secret !== frame.dataset.secret) return;
        document.querySelector("blockquote").style.display = "none";
        frame.removeAttribute("style");
        if (data.message === "height") frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));
        if (data.message === "link") links.push(data.value);
      });
    </script>`;
  await page.goto(post.url);
  const inside = page.frameLocator("iframe");
  await expect(total(inside)).toHaveText(/^1,440.lb/);
  await expect(page.locator("iframe")).toHaveAttribute("height", "424");
  await expect(page.locator("iframe")).not.toHaveAttribute("style");
  // Shown again from the start, and asked by a script that came late.
  await page.evaluate(() => {
    const frame = document.querySelector("iframe") as HTMLIFrameElement;
    frame.height = "338";
    frame.contentWindow?.postMessage({ message: "ready", secret: "aB3dEfGh1j" }, "*");
  });
  await expect(page.locator("iframe")).toHaveAttribute("height", "424");
});

test.describe("its link", () => {
  test("opens the page beside the post, with no way back to it", async ({ page, post, context }) => {
    const sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox";
    const inside = await show(page, post, "#model=bert-base&basis=one", { sandbox });
    await expect(inside.getByRole("link")).toHaveAttribute("rel", "noopener");
    const [opened] = await Promise.all([
      context.waitForEvent("page"),
      inside.getByRole("link", { name: "See the sum" }).click(),
    ]);
    await expect(opened.locator("fc-change h2")).toBeVisible();
    expect(opened.url()).toContain("#model=bert-base&basis=one");
    expect(await opened.evaluate(() => [opener, origin])).toEqual([
      null,
      new URL(base.info().project.use.baseURL ?? "").origin,
    ]);
  });

  test.describe("where nothing may be opened", () => {
    test.use({ mayComplain: true });
    test("shows its address, and leaves the way to WordPress", async ({ page, post }) => {
      await page.addInitScript(() => {
        const told: unknown[] = [];
        Object.assign(window, { told });
        addEventListener("message", ({ data }) => told.push(data));
      });
      const inside = await show(page, post, "#model=bert-base#?secret=aB3dEfGh1j");
      await inside.getByRole("link", { name: "See the sum" }).click();
      const address = new URL("models/bert-base/", base.info().project.use.baseURL).href;
      await expect(inside.getByRole("status")).toHaveText(
        `This frame lets no page open. The address: ${address}`,
      );
      expect(await page.evaluate(() => (window as unknown as { told: unknown[] }).told)).toContainEqual({
        message: "link",
        value: address,
        secret: "aB3dEfGh1j",
      });
    });
  });
});

test("has the ground of its theme to its very edges, and follows the system’s", async ({ page, post }) => {
  await page.setViewportSize({ width: 400, height: 900 });
  const corners = async (): Promise<string[]> => {
    const png = (await page.locator("iframe").screenshot()).toString("base64");
    return page.evaluate(async (png) => {
      const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const context = new OffscreenCanvas(picture.width, picture.height).getContext("2d", {
        willReadFrequently: true,
      });
      context?.drawImage(picture, 0, 0);
      return [picture.height - 2, 20].map((y) =>
        [...(context?.getImageData(2, y, 1, 1).data ?? [])].slice(0, 3).join(),
      );
    }, png);
  };
  const light = ["251,250,247", "251,250,247"];
  const dark = ["22,21,19", "22,21,19"];
  const inside = await show(page, post, "#model=bert-base", { style: "border:0;height:800px" });
  await expect(total(inside)).toBeVisible();
  expect(await corners()).toEqual(light);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(inside.locator("article")).toHaveAttribute("data-theme", "dark");
  expect(await corners()).toEqual(dark);
  await asFrame(frameOf(page), [{ model: "bert-base", theme: "light" }]);
  expect(await corners()).toEqual(light);
});

test.describe("without scripts", () => {
  test.use({ mayComplain: true });
  test("says so, and leads to the models", async ({ page, post }) => {
    const src = new URL("embed.html#model=bert-base", base.info().project.use.baseURL).href;
    post.body = snippet(src, { sandbox: "" });
    await page.goto(post.url);
    const inside = page.frameLocator("iframe");
    const said = inside.locator("noscript p");
    await expect(said).toHaveText([/needs JavaScript/, /braucht JavaScript/]);
    await expect(said.first()).toBeVisible();
    await expect(said.first().locator("a")).toHaveAttribute("href", /^https:.*\/models\.html$/);
  });
});

test("hosts that read _headers keep every page out of frames but this one, and let other sites fetch an embed", async ({
  page,
  post,
}) => {
  const { handler, headersFor } = (await import(at("../../scripts/serve.mjs"))) as {
    handler: (folder: string) => RequestListener;
    headersFor: (folder: string, path: string) => Promise<Record<string, string>>;
  };
  const files = readdirSync(dist, { recursive: true }).map((name) => String(name).replaceAll("\\", "/"));
  const pages = files.filter((name) => name.endsWith(".html") && !/^(demos|v)\//.test(name));
  expect(pages.length).toBeGreaterThan(180);
  // Some hosts leave the ending out.
  const addresses = pages.flatMap((name) => [name, name.replace(/(index)?\.html$/, "")]);
  for (const name of [...addresses, "v/0.1.0/embed.html"]) {
    const policy = (await headersFor(dist, `/${name}`))["Content-Security-Policy"];
    expect(policy, name).toBe(/embed(\.html)?$/.test(name) ? undefined : "frame-ancestors 'none'");
  }
  const fetched = [
    "embed.js",
    "embed-height.js",
    "releases.json",
    "v/0.1.0/embed.js",
    ...files.filter((name) => /^assets\/embed-|(^|\/)embed(-one)?\.json$/.test(name)),
  ];
  expect(fetched.length).toBeGreaterThan(300);
  for (const name of fetched)
    expect(await headersFor(dist, `/${name}`), name).toMatchObject({
      "Access-Control-Allow-Origin": "*",
      "Cross-Origin-Resource-Policy": "cross-origin",
    });
  expect(await headersFor(dist, "/")).not.toHaveProperty("Access-Control-Allow-Origin");

  const server = createServer(handler(dist));
  await new Promise<void>((listening) => server.listen(0, "localhost", listening));
  try {
    const { port } = server.address() as AddressInfo;
    post.body = snippet(`http://localhost:${port}/embed.html#model=bert-base&editable=hours`);
    await page.goto(post.url);
    const inside = page.frameLocator("iframe");
    await inside.getByLabel("Hours").fill("158.4");
    await expect(total(inside)).toHaveText(/^1,300.kg/);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
