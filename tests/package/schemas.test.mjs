// The package's schemas against the documents: what its functions take and give, and what the page saves.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { launch } from "./browser.mjs";
import { serve } from "../../scripts/serve.mjs";
import { consumer, root } from "./support.mjs";

const installed = join(consumer(), "node_modules/fivecars");
const schemas = new Map(
  readdirSync(join(installed, "schema")).map((name) => [
    name.replace(".schema.json", ""),
    JSON.parse(readFileSync(join(installed, "schema", name), "utf8")),
  ]),
);
const table = schemas.get("table");

const ajv = new Ajv2020({ strict: false, validateFormats: false });
for (const [name, schema] of schemas) if (schema !== table) ajv.addSchema(schema, `${name}.schema.json`);
function assertFits(name, document) {
  const validate = ajv.getSchema(`${name}.schema.json`);
  assert.ok(validate(document), `${name}: ${JSON.stringify(validate.errors)}`);
}

test("every published scenario fits, and its estimate; a member too many does not", async () => {
  const { loadCalculator } = await import(join(installed, "lib/load.js"));
  const { models } = await import(join(installed, "lib/models.js"));
  const calculator = await loadCalculator();
  let tried = 0;
  for (const { scenario, one_basis } of Object.values(models))
    for (const given of [scenario, one_basis].filter(Boolean)) {
      assertFits("scenario", given);
      assertFits("estimate", calculator.estimate(given));
      tried += 1;
    }
  assert.ok(tried > 150, String(tried));
  const more = { ...models["bert-base"].scenario, more: 1 };
  assert.throws(() => assertFits("scenario", more), /additional/);
});

test("they say which name the package has them by", () => {
  const { exports } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  assert.equal(exports["./schema/*.json"], "./schema/*.schema.json");
});

let server, browser;
before(async () => {
  server = await serve({ folder: `${root}dist` });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Cells of one line; what is saved here has no quotes. */
const cells = (line) => line.split(",");

for (const fragment of [
  "#model=bert-base",
  "#model=architecture-search",
  "#model=bloom-176b",
  "#model=gpt-3&basis=one",
])
  test(`what the page saves fits: ${fragment}`, async () => {
    const page = await browser.newPage();
    try {
      await page.goto(`${server.url}/${fragment}`);
      const saved = async (format) => {
        const row = page.locator(".format").filter({ has: page.locator(`b:text-is("${format}")`) });
        if ((await row.getAttribute("aria-expanded")) === "false") await row.click();
        const button = page.locator("fc-toolbox").getByRole("button", { name: /^Download/ });
        const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
        return readFileSync(await download.path(), "utf8");
      };
      await page.mouse.wheel(0, 200);
      // What is fetched above it may push it away.
      while ((await page.locator(".format").count()) === 0) {
        await page.locator("fc-take").scrollIntoViewIfNeeded();
        await page.waitForTimeout(200);
      }
      const document = JSON.parse(await saved("JSON"));
      assertFits("export", document);
      assert.throws(() => assertFits("export", { ...document, view: {} }), /required/);

      const [header = "", ...lines] = (await saved("CSV"))
        .replace(/"[^"]*"/g, "text")
        .trimEnd()
        .split("\r\n");
      const fields = new Map(table.fields.map((field) => [field.name, field]));
      const names = cells(header);
      assert.ok(names.length > 50, String(names.length));
      assert.deepStrictEqual(
        names.filter((name) => !fields.has(name)),
        [],
      );
      // All but the counts of other sets are there, in the order of the schema.
      const order = table.fields.map(({ name }) => name);
      assert.deepStrictEqual(
        order.filter((name) => !/_count_/.test(name)),
        names.filter((name) => !/_count_/.test(name)),
      );
      assert.deepStrictEqual(
        names,
        order.filter((name) => names.includes(name)),
      );
      assert.ok(names.some((name) => /_count_best$/.test(name)));
      for (const line of lines)
        for (const [i, cell] of cells(line).entries()) {
          const { type, name } = fields.get(names[i]);
          if (type === "number" && cell !== "") assert.match(cell, /^-?\d+(\.\d+)?(e[+-]\d+)?$/, name);
          if (type === "date") assert.match(cell, /^\d{4}-\d\d-\d\d$/);
        }
    } finally {
      await page.close();
    }
  });
