// What authors paste: valid HTML, and read by the embed as it was meant.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { HtmlValidate } from "html-validate";
import { read, themes, units } from "../../web/embed/asked.js";
import * as snippet from "../../web/embed/snippet.js";
import { inputs } from "../../web/embed/sum.js";
import type { Model } from "../../web/calculator/documents.js";
import { at } from "./support.js";

const ids = readdirSync(at("data/models"))
  .filter((name) => name.endsWith(".json"))
  .flatMap(
    (name) => (JSON.parse(readFileSync(at(`data/models/${name}`), "utf8")) as { models: Model[] }).models,
  )
  .map(({ id }) => id);

const site = "https://example.org/five-cars/";
const release = {
  version: "1.2.3",
  integrity: "sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC",
};

const hostile = `"><script>alert(1)</script><!-- ' &amp; \`x\` [a](b) \u0000\u0001\ud800\r\n\t</five-cars></iframe> \u202e €½`;

const validator = new HtmlValidate({ root: true, extends: ["html-validate:standard"] });
/** What is wrong with it in the body of a page. */
async function faults(html: string): Promise<string[]> {
  const page = `<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>A post</title></head>\n<body>\n<main>\n<h1>A post</h1>\n${html}</main>\n</body>\n</html>\n`;
  const { results } = await validator.validateString(page);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}

const decoded = (text: string): string =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");

/** The attributes of the first such tag. */
function attributesOf(html: string, name: string): Map<string, string> {
  const [, inside = ""] = new RegExp(`<${name} ([^<>]*)>`).exec(html) ?? [];
  return new Map(
    [...inside.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map((m) => [m[1] ?? "", decoded(m[2] ?? "")]),
  );
}

function* options(): Generator<snippet.Wanted> {
  yield {};
  for (const unit of units)
    for (const theme of themes) yield { unit, theme, lang: "de", show: ["car-lifetime", "flight-ny-sf"] };
  yield { compact: true, show: [] };
  yield { editable: [...inputs], recorded: { data: "2026-04+abc", total_kg: 652.0446478808042 } };
  yield { basis: "one", lang: "en", editable: ["place"], recorded: { total_kg: 0 } };
}

/** As the embed takes it: with what is usual filled in. */
const filled = ({ lang = "en", ...wanted }: snippet.Wanted): object => ({
  basis: "published",
  theme: "auto",
  editable: [],
  compact: false,
  ...wanted,
  lang,
});

test("for every model and every choice the snippets are valid HTML, and the embed reads what was chosen", async () => {
  assert.ok(ids.length > 90);
  for (const model of ids) {
    const all: string[] = [];
    for (const choice of options()) {
      const wanted: snippet.Wanted = { model, ...choice };
      const told = { sentence: `Training ${model} & more.`, address: snippet.pageAddress(wanted, site) };
      for (const origin of [{ site }, { site, release }]) {
        const element = snippet.element(origin, wanted, told);
        const given = attributesOf(element, "five-cars");
        assert.deepEqual(
          read((name) => given.get(name) ?? null, ""),
          { asked: filled(wanted), faults: [] },
        );

        const frame = snippet.frame(origin, wanted, told, true);
        const address = new URL(attributesOf(frame, "iframe").get("src") ?? "");
        const asked = new URLSearchParams(address.hash.slice(1));
        assert.deepEqual(
          read((name) => asked.get(name), ""),
          { asked: filled(wanted), faults: [] },
        );
        all.push(element, frame);
      }
      const image = { ...snippet.card, src: snippet.cardAddress(wanted, site) };
      all.push(snippet.picture(image, told, "en").html);
    }
    // One page of them all: the validator takes its time for each.
    assert.deepEqual(await faults(all.join("")), [], model);
  }
});

test("texts stay texts, whatever stands in them, and an own sum reaches the embed whole", async () => {
  const document = JSON.stringify({
    schema: "fivecars/scenario/1",
    title: hostile,
    note: "a&b=c#d%20  + 'e'",
  });
  for (const scenario of [document, "1.abc-_DEF"]) {
    const wanted: snippet.Wanted = { scenario };
    const told = { sentence: hostile, address: snippet.pageAddress(wanted, site) };
    const element = snippet.element({ site }, wanted, told);
    const frame = snippet.frame({ site }, wanted, told, true);
    const { html, markdown } = snippet.picture({ src: "a b).png", width: 1, height: 2 }, told);
    for (const one of [element, frame, html]) {
      assert.deepEqual(await faults(one), [], one);
      assert.doesNotMatch(one, /alert\(1\)<\/script|<!--/);
      assert.doesNotMatch(one, /[\0-\x08\ud800-\udfff]/u);
    }
    assert.equal(attributesOf(element, "five-cars").get("scenario"), scenario);
    const { hash } = new URL(attributesOf(frame, "iframe").get("src") ?? "");
    assert.equal(new URLSearchParams(hash.slice(1)).get("scenario"), scenario);
    assert.equal(markdown.match(/(?<!\\)[[\]]/g)?.length, 4);
    assert.match(markdown, /\]\(a%20b%29\.png\)\]\(https:[^()\s]*\)\n$/);
  }
});

test("a snippet names the site, the page of its sum, and of a release its files and their hash", () => {
  const told = { sentence: "A sum.", address: snippet.pageAddress({ model: "elmo", lang: "de" }, site) };
  assert.equal(told.address, `${site}de/models/elmo/`);
  assert.equal(snippet.pageAddress({ model: "elmo", basis: "one" }, site), `${site}#model=elmo&basis=one`);
  assert.equal(snippet.pageAddress({ scenario: "1.ab", lang: "de" }, site), `${site}de/#1.ab`);
  assert.equal(snippet.pageAddress({ scenario: "{}" }, site), site);
  assert.equal(snippet.cardAddress({ model: "elmo", lang: "de" }, site), `${site}de/models/elmo/card.png`);
  assert.equal(
    snippet.element({ site }, { model: "elmo" }, told),
    `<script type="module" src="${site}embed.js"></script>
<five-cars model="elmo" style="display:block;min-height:424px">A sum. <a href="${site}de/models/elmo/">Five Cars</a></five-cars>
`,
  );
  const script = attributesOf(snippet.element({ site, release }, { model: "elmo" }, told), "script");
  assert.deepEqual(Object.fromEntries(script), {
    type: "module",
    src: `${site}v/1.2.3/embed.js`,
    integrity: release.integrity,
    crossorigin: "anonymous",
  });
  assert.match(
    snippet.frame({ site, release }, { model: "elmo" }, told),
    /v\/1\.2\.3\/embed\.html#model=elmo"/,
  );
  assert.doesNotMatch(snippet.frame({ site }, { model: "elmo" }, told), /<script/);
});
