// What the pages of models tell other sites: pictures, data for machines, what a pasted link becomes, the list of pages.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import type { Estimate, Outcome, Scenario, Texts } from "../../web/calculator/documents.js";
import { expect, models, plain, test } from "./page.js";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const dist = process.env["FIVECARS_DIST"] ?? at("../../dist");
const { homepage } = JSON.parse(readFileSync(at("../../package.json"), "utf8")) as { homepage: string };
const { publications, sources } = JSON.parse(
  readFileSync(at("../../build/wasm/generated/texts.json"), "utf8"),
) as Texts;

const read = (file: string): string => readFileSync(join(dist, file), "utf8");
/** Of a page of ours, the file. */
const fileOf = (address: string): string => {
  expect(address.startsWith(homepage)).toBe(true);
  return address.slice(homepage.length).replace(/(^|\/)$/, "$1index.html");
};
const inLanguages = models.flatMap(({ id }) =>
  ["", "de/"].map((language) => ({ id, language, folder: `${language}models/${id}/` })),
);
const known = new Map<string, Estimate | undefined>();
/** The command line's, as the page opens it. */
function estimate(id: string): Estimate | undefined {
  if (!known.has(id)) {
    const { scenario, one_basis } = publications[id] ?? {};
    const opened: Scenario | undefined = scenario ?? one_basis;
    const input = JSON.stringify({ ...opened, ranges: "typical" });
    known.set(
      id,
      opened &&
        (JSON.parse(
          execFileSync(at("../../build/native/fivecars"), ["estimate", "-"], { input, encoding: "utf8" }),
        ) as Estimate),
    );
  }
  return known.get(id);
}

/** The value of an attribute of each element of a kind, read as a machine would. */
const attribute = (html: string, tag: RegExp, name: string): string[] =>
  (html.match(new RegExp(tag, "g")) ?? []).map((element) =>
    (new RegExp(`\\s${name}="([^"]*)"`).exec(element)?.[1] ?? "").replace(/&(amp|quot|lt|gt);/g, (_, sign) =>
      sign === "amp" ? "&" : sign === "quot" ? '"' : sign === "lt" ? "<" : ">",
    ),
  );
const one = (all: string[]): string => {
  expect(all).toHaveLength(1);
  return all[0] ?? "";
};
const meta = (html: string, property: string): string =>
  one(attribute(html, new RegExp(`<meta (?:property|name)="${property}"[^>]*>`), "content"));

test("every page is in the list of pages once, with its like in the other language, and nothing else is", async ({
  page,
}) => {
  const { locs, alternates } = await page.evaluate((text) => {
    const list = new DOMParser().parseFromString(text, "application/xml");
    const urls = [...list.querySelectorAll("urlset > url")];
    return {
      locs: urls.map((url) => url.querySelector("loc")?.textContent ?? ""),
      alternates: urls.map((url) =>
        [...url.getElementsByTagNameNS("http://www.w3.org/1999/xhtml", "link")].map((link) => [
          link.getAttribute("hreflang"),
          link.getAttribute("href"),
        ]),
      ),
    };
  }, read("sitemap.xml"));
  const pages = readdirSync(dist, { recursive: true })
    .map((name) => String(name).replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".html") && !/(^|\/)embed\.html$|(^|\/)demos\/|^v\//.test(name));
  expect(pages.length).toBeGreaterThan(2 * models.length);
  expect(locs.map(fileOf).sort()).toEqual(pages.sort());
  locs.forEach((loc, i) => {
    const german = loc.slice(homepage.length).startsWith("de/");
    const english = german ? loc.replace(`${homepage}de/`, homepage) : loc;
    expect(alternates[i]).toEqual([
      ["en", english],
      ["de", english.replace(homepage, `${homepage}de/`)],
    ]);
  });
  expect(read("robots.txt")).toContain(`\nSitemap: ${homepage}sitemap.xml\n`);
});

test("every page beside the calculator says where it stands, and so do its links", () => {
  for (const { folder } of inLanguages) {
    const html = read(`${folder}index.html`);
    expect(one(attribute(html, /<link rel="canonical"[^>]*>/, "href"))).toBe(homepage + folder);
    expect(meta(html, "og:url")).toBe(homepage + folder);
  }
  // No link of ours leads to what isn't there.
  for (const file of readdirSync(dist, { recursive: true }).map(String)) {
    if (!file.endsWith(".html")) continue;
    for (const href of attribute(read(file), /<a [^>]*>/, "href")) {
      if (/^(#|https?:)/.test(href)) continue;
      const { pathname } = new URL(href, `http://x/${file}`);
      expect(existsSync(join(dist, fileOf(homepage + pathname.slice(1)))), `${file}: ${href}`).toBe(true);
    }
  }
});

interface Measured {
  name: string;
  value: number;
  minValue?: number;
  maxValue?: number;
  unitText: string;
  unitCode?: string;
}

test("machines are told the command line's figures of every model, with its range and its source", () => {
  test.slow();
  const inOrder = ({ best, low, high }: Outcome): (number | undefined)[] => [best, low, high];
  for (const { id, language, folder } of inLanguages) {
    const html = read(`${folder}index.html`);
    const blocks = [...html.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)];
    expect(blocks[0]?.[1]?.trim()).toBe('type="application/ld+json"');
    // Data needs no leave of the policy: without the embed the page has none for scripts.
    const policy = one(attribute(html, /<meta http-equiv="Content-Security-Policy"[^>]*>/, "content"));
    expect(policy.includes("script-src")).toBe(html.includes("<five-cars "));
    expect(blocks).toHaveLength(html.includes("<five-cars ") ? 2 : 1);
    const { "@context": context, "@graph": graph } = JSON.parse(blocks[0]?.[2] ?? "") as {
      "@context": string;
      "@graph": Record<string, unknown>[];
    };
    expect(context).toBe("https://schema.org");
    const node = (type: string): Record<string, unknown> => {
      const found = graph.filter((one) => one["@type"] === type);
      expect(found).toHaveLength(1);
      return found[0] ?? {};
    };
    const data = node("Dataset");
    expect(node("WebPage")).toMatchObject({
      url: homepage + folder,
      inLanguage: language ? "de" : "en",
      mainEntity: { "@id": data["@id"] },
    });
    const based = data["isBasedOn"] as { name: string; url?: string };
    const source = sources[publications[id]?.["cited" as never]?.["source"] ?? ""];
    expect(based.name).toBe(source?.title);
    expect(based.url).toBe(source?.url);
    expect(String(data["license"])).toMatch(/^https:/);
    // Search engines want no less.
    expect(String(data["description"]).length).toBeGreaterThan(50);
    const measured = data["variableMeasured"] as Measured[];
    const ours = measured.filter(({ unitCode }) => unitCode !== undefined);
    const result = estimate(id);
    if (result) {
      const { contentUrl } = data["distribution"] as { contentUrl: string };
      const { estimate: same } = JSON.parse(read(fileOf(contentUrl))) as { estimate: Estimate };
      expect(same.total_kg).toEqual(result.total_kg);
      const { total_kg, energy_kwh, embodied_kg, water_l, device_hours } = result;
      const expected = [total_kg, energy_kwh, embodied_kg, water_l, device_hours].filter(
        (outcome) => outcome !== null,
      );
      expect(ours.map(({ value, minValue, maxValue }) => [value, minValue, maxValue])).toEqual(
        expected.map(inOrder),
      );
      expect(ours.slice(0, 2).map(({ unitText }) => unitText)).toEqual(["kg", "kWh"]);
    } else expect(ours).toEqual([]);
    const printed = publications[id]?.printed ?? [];
    expect(measured.slice(ours.length).map(({ value, unitText }) => [value, unitText])).toEqual(
      printed.map(({ value, unit }) => [value, unit]),
    );
  }
});

test("text that looks like markup can't end the data", async ({ page }) => {
  const { data } = (await import(at("../../web/build/prerender/html.ts"))) as {
    data: (document: object) => { text: string };
  };
  const name = '</script><img src=x onerror="alert(1)"><!--';
  await page.setContent(`<body>${data({ name }).text}</body>`);
  expect(await page.locator("img").count()).toBe(0);
  expect(JSON.parse((await page.locator("script").textContent()) ?? "")).toEqual({ name });
});

// ——— Pictures ———

const size = { width: 1200, height: 630 };

test("every model's page has a picture of its own in both languages, small, and of the size it says", () => {
  const seen = new Set<string>();
  for (const { folder } of inLanguages) {
    const html = read(`${folder}index.html`);
    expect(meta(html, "twitter:card")).toBe("summary_large_image");
    const image = meta(html, "og:image");
    expect(image).toBe(`${homepage}${folder}card.png`);
    const png = readFileSync(join(dist, fileOf(image)));
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) }).toEqual(size);
    expect(meta(html, "og:image:width")).toBe(String(size.width));
    expect(meta(html, "og:image:height")).toBe(String(size.height));
    expect(png.length).toBeLessThan(60_000);
    expect(meta(html, "og:image:alt").length).toBeGreaterThan(40);
    seen.add(png.toString("base64"));
  }
  expect(seen.size).toBe(inLanguages.length);
});

/** What a drawing has that stands by itself: nothing from elsewhere, and every text within its margins. */
const faultsOf = (page: Page, svg: string): Promise<string[]> =>
  page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    if (parsed.querySelector("parsererror")) return ["isn't well-formed"];
    const found: string[] = [];
    const drawing = document.importNode(parsed, true);
    document.body.replaceChildren(drawing);
    for (const name of ["title", "desc"])
      if (!drawing.querySelector(`:scope > ${name}`)?.textContent) found.push(`has no ${name}`);
    if (drawing.querySelector("script, style, image, use, a, foreignObject"))
      found.push("has more than shapes");
    if (/(href|url\(|@import|<!)/.test(text)) found.push("asks for something");
    for (const line of drawing.querySelectorAll("text")) {
      const { x, y, width, height } = (line as unknown as SVGTextElement).getBBox();
      if (x < 40 || x + width > 1160 || y < 40 || y + height > 620)
        found.push(`“${line.textContent}” is outside`);
    }
    return found;
  }, svg);

test("every drawing stands by itself, in whatever serif the reader has", async ({ page }) => {
  test.slow();
  await page.goto("./about.html");
  for (const { folder } of inLanguages) {
    const svg = read(`${folder}card.svg`);
    for (const family of ["", "Liberation Serif", "DejaVu Serif"]) {
      const drawn = family ? svg.replace(/font-family="[^"]*"/, `font-family="${family}, serif"`) : svg;
      expect({ folder, family, faults: await faultsOf(page, drawn) }).toEqual({ folder, family, faults: [] });
    }
  }
});

test("the picture says the answer, in letters that are there", async ({ page }) => {
  const svg = read("models/bert-base/card.svg");
  for (const text of [
    "Training BERT base emitted",
    "652 kg CO₂e",
    "415",
    "930",
    "1.1 % of a car&#8217;s lifetime",
  ])
    expect(svg.replaceAll("’", "&#8217;")).toContain(text);
  expect(read("de/models/bert-base/card.svg")).toContain("Das Training von BERT base verursachte");
  expect(read("models/gemma-1/card.svg")).toMatch(/131 t CO₂e[^]*It can/);
  for (const { id } of models)
    if (!estimate(id)) {
      const why = read(`de/models/${id}/card.svg`);
      expect(why).toContain("Nachrechnen lässt es sich nicht.");
      expect(why).not.toMatch(/\b(the|which|aren|and)\b/);
      expect(read(`de/models/${id}/index.html`)).not.toContain(
        `<p class="lede">${publications[id]?.no_scenario}`,
      );
    }
  // Without a font there would be a drawing and no letters.
  await page.goto("./models/bert-base/");
  const red = (y: number, height: number): Promise<number> =>
    page.evaluate(
      async ([y, height]) => {
        const image = new Image();
        image.src = "card.png";
        await image.decode();
        const canvas = Object.assign(document.createElement("canvas"), { width: 1200, height: 630 });
        const context = canvas.getContext("2d");
        context?.drawImage(image, 0, 0);
        const { data } = context?.getImageData(64, y ?? 0, 1072, height ?? 0) ?? { data: [] };
        let count = 0;
        for (let i = 0; i < data.length; i += 4) if ((data[i] ?? 0) - (data[i + 1] ?? 0) > 100) ++count;
        return count;
      },
      [y, height],
    );
  expect(await red(150, 110)).toBeGreaterThan(10_000);
  expect(await red(50, 90)).toBe(0);
});

// ——— A pasted link ———

interface OEmbed {
  version: string;
  type: string;
  title: string;
  html?: string;
  url?: string;
  width: number;
  height: number;
  thumbnail_url?: string;
}

const oembedOf = (folder: string): OEmbed => {
  const head = /<head>[^]*<\/head>/.exec(read(`${folder}index.html`))?.[0] ?? "";
  const link = one(attribute(head, /<link [^<>]*type="application\/json\+oembed"[^<>]*>/, "href"));
  expect(link).toBe(`${homepage}${folder}oembed.json`);
  return JSON.parse(read(fileOf(link))) as OEmbed;
};

/** What WordPress 6 makes of the answer of a site that it doesn't know: wp_filter_oembed_result(). */
function inWordPress(html: string): string | false {
  const kept: Record<string, string[]> = {
    a: ["href"],
    blockquote: [],
    iframe: ["src", "width", "height", "frameborder", "marginwidth", "marginheight", "scrolling", "title"],
  };
  const allowed = html.replace(/<(\/?)(\w+)([^>]*)>/g, (_, end: string, tag: string, rest: string) => {
    const names = kept[tag];
    if (!names) return "";
    const attributes = [...rest.matchAll(/\s([\w-]+)="([^"]*)"/g)].filter(([, name]) =>
      names.includes(name ?? ""),
    );
    return `<${end}${tag}${attributes.map(([text]) => text).join("")}>`;
  });
  const [, quotation = "", frame] =
    /(<blockquote>.*?<\/blockquote>)?.*(<iframe.*?><\/iframe>)/s.exec(allowed) ?? [];
  if (frame === undefined) return false;
  const named = (quotation + frame).replace(/ src="(.*?)"/, ' src="$1#?secret=abc" data-secret="abc"');
  const hidden = quotation ? named.replace("<iframe", '<iframe style="position: absolute"') : named;
  return hidden.replace(
    "<iframe",
    '<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted"',
  );
}

test("a pasted link becomes a frame with the model in WordPress, or a picture where there is no sum", () => {
  for (const { id, language, folder } of inLanguages) {
    const answer = oembedOf(folder);
    expect(answer.version).toBe("1.0");
    expect(answer.title).toContain(language ? "Training" : "training");
    if (!estimate(id)) {
      expect(answer).toMatchObject({ type: "photo", url: `${homepage}${folder}card.png`, ...size });
      continue;
    }
    expect(answer).toMatchObject({ type: "rich", thumbnail_url: `${homepage}${folder}card.png` });
    const frame = inWordPress(answer.html ?? "");
    expect(frame).not.toBe(false);
    expect(String(frame).match(/<iframe/g)).toHaveLength(1);
    // Nothing hides it until a script has heard from it.
    expect(frame).not.toContain("position");
    const of = (name: string): string => one(attribute(String(frame), /<iframe [^>]*>/, name));
    expect(of("src")).toBe(`${homepage}embed.html#model=${id}&lang=${language ? "de" : "en"}#?secret=abc`);
    expect([Number(of("width")), Number(of("height"))]).toEqual([answer.width, answer.height]);
    expect(of("title")).toContain("Five Cars: ");
  }
});

// ——— The page itself ———

test("a figure and those that correct it name each other", async ({ page }) => {
  const chain = ["architecture-search", "architecture-search-proxy", "architecture-search-actual"];
  const said = [
    "This figure has been corrected since.",
    "This figure corrects another, and has itself been corrected since.",
    "This figure corrects another.",
  ];
  for (const [i, id] of chain.entries()) {
    await page.goto(`./models/${id}/`);
    await expect(page.locator("main > .misprint")).toContainText(said[i] ?? "");
    const rows = page.locator('section[aria-labelledby="corrections"] tr');
    await expect(rows).toHaveCount(chain.length);
    const texts = (await rows.allInnerTexts()).map(plain);
    expect(texts[0]).toContain("Strubell et al. 2019");
    expect(texts[1]).toContain("18.7 times lower");
    expect(texts[2]).toContain("4.7 times lower");
    const links = await rows
      .locator("th > a")
      .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).pathname));
    expect(links).toEqual(chain.filter((other) => other !== id).map((other) => `/models/${other}/`));
    await expect(rows.nth(i).locator("[aria-current]")).toHaveCount(1);
  }
  await page.goto("./models/bert-base/");
  await expect(page.locator("#corrections")).toHaveCount(0);
});

test.describe("without scripts", () => {
  // Many pages, and what their scripts fetch is seen to elsewhere.
  test.use({ javaScriptEnabled: false });
  test("the page of no model scrolls sideways at 320 pixels", async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width: 320, height: 700 });
    for (const { folder } of inLanguages) {
      await page.goto(`./${folder}`);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect({ folder, width }).toEqual({ folder, width: 320 });
    }
  });
});

test("the page's own visitors don't keep what is for other sites", () => {
  const kept = [...read("sw.js").matchAll(/"([\w./-]+)":"/g)].map(([, name]) => name ?? "");
  expect(kept).toEqual(
    expect.arrayContaining(["models/bert-base/index.html", "models/bert-base/embed.json", "embed.js"]),
  );
  expect(
    kept.filter((name) =>
      /card\.(png|svg)$|oembed\.json$|embed-one\.json$|^sitemap|^robots|^embed\.html/.test(name),
    ),
  ).toEqual([]);
});

test("the sources stand in the order of family names", async ({ page }) => {
  await page.goto("./sources.html");
  const listed = await page.locator(".all-sources li").allInnerTexts();
  expect(listed).toHaveLength(Object.keys(sources).length);
  const placeOf = (title: string): number => listed.findIndex((text) => text.startsWith(title));
  const of = (id: string): number => placeOf(sources[id]?.title ?? "?");
  // Patterson, Strubell, Touvron: by first names David, Emma and Hugo.
  expect(of("dodge-2022")).toBeLessThan(of("patterson-2021"));
  expect(of("patterson-2021")).toBeLessThan(of("strubell-2019"));
  expect(of("strubell-2019")).toBeLessThan(of("llama-1-2023"));
  expect(of("dodge-2022")).toBeGreaterThan(-1);
});
