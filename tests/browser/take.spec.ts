// Taking a sum along, as text, data, a picture and on paper; and bringing one back.
import { readFileSync } from "node:fs";
import type { Download, Page } from "@playwright/test";
import type { Estimate, Outcome, Scenario } from "../../web/calculator/documents.js";
import { overflow, violations } from "./look.js";
import {
  expect,
  model,
  open,
  openFirst,
  pack,
  plain,
  sentence,
  show,
  test,
  toForm,
  field,
  wrong,
} from "./page.js";

const hostile = `=cmd|'/C calc'!A0 "q", {x} \\input{y} <script>alert(1)</script> & 50 % #1 $_ ~^ €½ \u202eevil`;

const two: Scenario = {
  schema: "fivecars/scenario/1",
  title: hostile,
  stages: [
    { name: '+1\nnew line, "quoted"', time: { hours: 24.3 }, power: { measured_w: 1234.5 } },
    { name: "-2 }{", like: { stage: 0, times: { best: 3.3, low: 2, high: 5 } } },
  ],
};

const linked = (scenario: unknown): string =>
  pack({ scenario, view: { model: null, unit: "kg" }, data_version: "x", total: null });

/** Its texts are there. */
async function toTake(page: Page): Promise<void> {
  await page.locator("fc-take").scrollIntoViewIfNeeded();
  await expect(page.locator(".clipping")).toBeVisible();
}

/** Opens a format, and gives what its box shows. */
async function box(page: Page, name: string): Promise<string> {
  const row = page.locator(".format").filter({ has: page.locator(`b:text-is("${name}")`) });
  if ((await row.getAttribute("aria-expanded")) === "false") await row.click();
  await expect(row).toHaveAttribute("aria-expanded", "true");
  return page.getByRole("textbox", { name, exact: true }).inputValue();
}

async function saved(page: Page, button: RegExp): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent("download") as Promise<Download>,
    page.locator("fc-toolbox").getByRole("button", { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

interface Export {
  schema: string;
  scenario: Scenario;
  estimate: Estimate;
}

const exported = async (page: Page): Promise<Export> => JSON.parse(await box(page, "JSON")) as Export;

/** As a browser does while a file is held over the page, and when it is let go. */
const dragged = (page: Page, type: "dragover" | "drop", name: string, content: string): Promise<void> =>
  page.evaluate(
    ([type, name, content]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], name));
      document
        .querySelector(".lede")
        ?.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    },
    [type, name, content] as const,
  );

test("a sum saved as JSON opens again, by the button and dropped anywhere, with every digit", async ({
  page,
}) => {
  await open(page);
  await toForm(page);
  await field(page, "/hours").fill("12.345678901234567");
  await toTake(page);
  const first = await exported(page);
  const { name, bytes } = await saved(page, /^Download/);
  expect(name).toBe("five-cars-bert-base-changed.json");
  expect(JSON.parse(bytes.toString())).toEqual(first);
  expect(first.schema).toBe("fivecars/export/1");
  expect(first.estimate.engine_version).toMatch(/^\d+\.\d+\.\d+/);
  const said = await sentence(page);

  await show(page, model("elmo"));
  expect(await sentence(page)).not.toBe(said);
  await page.locator("fc-bring input").setInputFiles({ name, mimeType: "application/json", buffer: bytes });
  await expect(page.locator("fc-bring")).toContainText(`Opened: ${name}.`);
  expect(await sentence(page)).toBe(said);
  await expect(page.locator(".lede")).toBeInViewport();
  await toTake(page);
  const again = await exported(page);
  expect(again.scenario).toEqual(first.scenario);
  expect(again.estimate).toEqual(first.estimate);

  // A scenario alone will do, and it may fall anywhere.
  await dragged(page, "dragover", "two.json", "");
  await expect(page.locator(".dropping")).toBeVisible();
  await dragged(page, "drop", "two.json", JSON.stringify(two));
  await expect(page.locator(".dropping")).toHaveCount(0);
  await expect(page.locator("fc-bring")).toContainText("Opened: two.json.");
  await toTake(page);
  expect((await exported(page)).scenario).toEqual(two);
});

test("a file that is no sum is told so, whatever is in it, and nothing is lost", async ({ page }) => {
  await open(page);
  const said = await sentence(page);
  const dialog = page.getByRole("dialog");
  const bad: [name: string, content: string, said: RegExp][] = [
    ["broken.json", '{"schema": "fivecars/scen', /line 1, column/],
    ["picture.png", "\x89PNG\r\n\x1a\n\0\0\0", /line 1, column 1/],
    ["empty.json", "", /line 1/],
    ["other.json", '{"hello": ["<img src=x onerror=alert(1)>"]}', /schema/],
    ["null.json", "null", /./],
  ];
  for (const [name, content, found] of bad) {
    await dragged(page, "drop", name, content);
    await expect(dialog.getByRole("heading")).toHaveText(`“${name}” can’t be opened as a sum`);
    await expect(dialog).toContainText("Nothing has changed");
    expect(await dialog.locator("ul").innerText(), name).toMatch(found);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  }
  expect(await sentence(page)).toBe(said);
  expect(new URL(page.url()).hash).toBe("");

  // A sum with faults is one: each is told beside its field.
  const faulty = { stages: [{ time: { hours: -1 }, power: { measured_w: "x" } }], site: { pue: 0.5 } };
  await dragged(page, "drop", "faults.json", JSON.stringify({ ...two, ...faulty }));
  await expect(dialog).toBeHidden();
  for (const end of ["/hours", "/measured_w", "/pue"]) await expect(wrong(page, end)).toBeVisible();
});

/** RFC 4180, and nothing else. */
function readCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [];
  for (let at = 0; at < text.length;) {
    const row: string[] = [];
    for (;;) {
      const cell = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(text.slice(at));
      if (!cell) throw new Error(`no cell at ${at}: ${text.slice(at, at + 40)}`);
      row.push(cell[1]?.replace(/""/g, '"') ?? cell[2] ?? "");
      at += cell[0].length;
      if (cell[3] === "\r\n") break;
    }
    rows.push(row);
  }
  const [header = [], ...rest] = rows;
  return rest.map((row) => {
    expect(row.length).toBe(header.length);
    return Object.fromEntries(header.map((name, i) => [name, row[i] ?? ""]));
  });
}

test("the table reads back as the estimate, digit for digit, and holds no formula", async ({ page }) => {
  await open(page, linked(two));
  await toTake(page);
  const { estimate } = await exported(page);
  await box(page, "CSV");
  const { name, bytes } = await saved(page, /^Download/);
  expect(name).toMatch(/^five-cars-[a-z0-9-]+\.csv$/);
  const rows = readCsv(bytes.toString());
  expect(rows.map(({ part }) => part)).toEqual(["whole", "stage 1", "stage 2"]);
  const same = (row: Record<string, string> | undefined, name: string, outcome: Outcome | null): void => {
    for (const end of ["best", "low", "median", "high"] as const)
      expect(row?.[`${name}_${end}`], `${name}_${end}`).toBe(String(outcome?.[end] ?? ""));
  };
  same(rows[0], "water_l", estimate.water_l);
  same(rows[0], "electricity_usd", estimate.cost_usd.electricity);
  for (const [i, of] of [estimate, ...estimate.stages].entries())
    for (const name of ["total_kg", "operational_kg", "overhead_kg", "embodied_kg", "energy_kwh"] as const)
      same(rows[i], name, of[name]);
  for (const row of rows) {
    expect(row["title"]).toBe(`'${hostile}`);
    expect(row["data_version"]).toBe(estimate.data_version);
    for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  }
  expect(rows[1]?.["name"]).toBe(`'${two.stages[0]?.name}`);
});

/** What TeX would set: every command that is written for a sign, as that sign. Nothing special is left outside them. */
function setByTex(text: string): string {
  const commands: Record<string, string> = {
    textbackslash: "\\",
    textbraceleft: "{",
    textbraceright: "}",
    textasciitilde: "~",
    textasciicircum: "^",
    textless: "<",
    textgreater: ">",
    textbar: "|",
    textquotedbl: '"',
    ldots: "…",
  };
  return text.replace(
    /\\([#$%&_])|\\textsubscript\{2\}|\\ensuremath\{\\times\}|\\([a-z]+)\{\}|([\\{}^#$%&_<>|"])|~|--/g,
    (all, sign: string | undefined, command: string | undefined, bare: string | undefined) => {
      if (sign) return sign;
      if (all === "~") return " ";
      if (all === "--") return "–";
      if (all.startsWith("\\textsub")) return "₂";
      if (all.startsWith("\\ensure")) return "×";
      const known = command && commands[command];
      if (bare || !known) throw new Error(`${all} in ${text}`);
      return known;
    },
  );
}

test("bibliography, LaTeX, model card and sentence stay what they are with a hostile title", async ({
  page,
}) => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  const citation = readFileSync("CITATION.cff", "utf8");
  await open(page, linked(two));
  await toTake(page);
  const { estimate } = await exported(page);
  const whole = plain(await sentence(page));

  await box(page, "BibTeX");
  // Packing takes a moment.
  await expect(page.getByRole("textbox", { name: "BibTeX" })).toHaveValue(/#1\./);
  const entry = await box(page, "BibTeX");
  expect(entry).toMatch(/^@misc\{fivecars,\n(  \w+ += \{.*\},\n)+\}\n$/);
  let depth = 0;
  for (const sign of entry) {
    depth += sign === "{" ? 1 : sign === "}" ? -1 : 0;
    expect(depth).toBeGreaterThanOrEqual(0);
  }
  expect(depth).toBe(0);
  const fields = Object.fromEntries(
    [...entry.matchAll(/^  (\w+) += \{(.*)\},$/gm)].map((m) => [m[1], m[2] ?? ""]),
  );
  expect(fields["version"]).toBe(version);
  expect(citation).toContain(`\nversion: ${version}\n`);
  expect(citation).toContain(`title: "${fields["title"]?.slice(1, -1)}"`);
  expect(citation).toContain(`- name: ${fields["author"]?.slice(1, -1)}\n`);
  // An own sum goes along with what cites it.
  expect(fields["url"]).toContain(`${new URL("./", page.url()).href}#1.`);
  expect(setByTex(fields["note"] ?? "")).toContain(hostile);

  const latex = await box(page, "LaTeX");
  const [, said = "", ...table] = latex.split("\n");
  expect(plain(setByTex(said.replace(/~\\cite\{fivecars\}$/, "")))).toBe(whole);
  expect(table.filter((line) => / \\\\$/.test(line)).every((line) => line.match(/ & /g)?.length === 2)).toBe(
    true,
  );

  const card = (await box(page, "Model card")).split("\n");
  const quoted = Object.fromEntries(
    card.flatMap((line) => {
      const found = /^  (\w+): (".*")$/.exec(line);
      return found ? [[found[1], JSON.parse(found[2] ?? "") as string]] : [];
    }),
  );
  expect(card.slice(0, 2)).toEqual(["---", "co2_eq_emissions:"]);
  // The digits of the kilograms, with the point three places on.
  const [kilos = "", rest = ""] = String(estimate.total_kg.best).split(".");
  expect(card[2]).toBe(
    `  emissions: ${Number(`${kilos}${rest.padEnd(3, "0").slice(0, 3)}.${rest.slice(3)}0`)}`,
  );
  expect(Object.keys(quoted)).toEqual(["source", "training_type", "geographical_location", "hardware_used"]);
  expect(quoted["source"]).toContain(`data ${estimate.data_version}`);
  expect(quoted["hardware_used"]).toContain("1,234.5 W");
  await page.getByRole("radio", { name: "fine-tuning" }).check();
  expect(await box(page, "Model card")).toContain('training_type: "fine-tuning"');

  expect(await box(page, "Sentence")).toContain(hostile);
  // With the sum itself, for those who want to follow it, or without.
  await expect(page.getByRole("textbox", { name: "Sentence" })).toHaveValue(/\/#1\.[\w-]+; calculated/);
  await page.getByRole("checkbox", { name: "With the whole sum" }).uncheck();
  await expect(page.getByRole("textbox", { name: "Sentence" })).toHaveValue(/\/; calculated/);
});

test("a published run that was changed goes by the model's bare name nowhere, until it is as published again", async ({
  page,
}) => {
  await open(page);
  await toTake(page);
  const as = async (title: string, verb: string): Promise<void> => {
    expect(plain(await box(page, "Sentence"))).toContain(`the US average of 2018 ${verb} `);
    await box(page, "BibTeX");
    await expect(page.getByRole("textbox", { name: "BibTeX" })).toHaveValue(
      new RegExp(`\\{${title}: [\\d,]+~kg`),
    );
    expect(readCsv((await box(page, "CSV")).replace(/\n/g, "\r\n"))[0]?.["title"]).toBe(title);
    expect(JSON.parse(await box(page, "JSON"))).toMatchObject({ made: { title } });
  };
  await as("BERT base", "emitted");
  expect(await box(page, "Model card")).not.toContain("Changed");

  await toForm(page);
  await field(page, "/hours").fill("158.4");
  await toTake(page);
  await expect(page.locator(".lede")).toContainText("would have emitted");
  await expect(page.locator(".clipping")).toHaveAttribute("alt", /would have emitted/);
  await as("Changed from BERT base as published", "would have emitted");
  expect(await box(page, "Model card")).toMatch(/source: ".*; Changed from BERT base as published"/);
  expect(await box(page, "LaTeX")).toContain("would have emitted");

  // How sure its numbers are is no change of the run, nor is the other basis.
  await page.evaluate(() => (location.hash = "#model=bert-base&basis=one"));
  await expect(page.locator(".lede")).not.toContainText("would have");
  expect(readCsv((await box(page, "CSV")).replace(/\n/g, "\r\n"))[0]?.["title"]).toBe("BERT base");
});

test("the picture is well-formed, sharp, not blank, and takes a hostile title as text", async ({ page }) => {
  await open(page, linked({ ...two, title: `${hostile}\u0001${"x".repeat(90)}` }));
  await toTake(page);
  const svg = await saved(page, /^SVG/);
  expect(svg.name).toMatch(/\.svg$/);
  const alone = await page.context().newPage();
  await alone.goto(`data:image/svg+xml;base64,${svg.bytes.toString("base64")}`);
  const seen = await alone.evaluate(() => {
    const root = document.documentElement;
    // Lines are wrapped without measuring.
    const ends = [...document.querySelectorAll("text")].map((line) => {
      const { x, width } = line.getBBox();
      return x + width;
    });
    return {
      root: root.nodeName,
      faults: document.querySelectorAll("parsererror").length,
      text: document.querySelector("title")?.textContent,
      active: document.querySelectorAll("script, foreignObject, image, a, style, [href], [onload], [onclick]")
        .length,
      size: [Number(root.getAttribute("width")), Number(root.getAttribute("height"))],
      widest: Math.max(...ends),
    };
  });
  await alone.close();
  expect([seen.root, seen.faults, seen.active]).toEqual(["svg", 0, 0]);
  expect(seen.text).toContain(`${hostile}\ufffdxxx`);
  expect(seen.widest).toBeLessThanOrEqual(1200 - 40);
  expect((await page.locator(".clipping").getAttribute("alt"))?.replace("\u0001", "\ufffd")).toBe(seen.text);

  const { bytes, name } = await saved(page, /^PNG/);
  expect(name).toMatch(/\.png$/);
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual(seen.size.map((side) => side * 2));
  const colours = await page.evaluate(async (base64) => {
    const raw = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([raw], { type: "image/png" }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d");
    context?.drawImage(bitmap, 0, 0);
    const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) as ImageData;
    const found = new Map<number, number>();
    for (let i = 0; i < data.length; i += 4) {
      const colour = ((data[i] ?? 0) << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0);
      found.set(colour, (found.get(colour) ?? 0) + 1);
    }
    return { paper: found.get(0xfbfaf7) ?? 0, ink: found.get(0x1b1a17) ?? 0, red: found.get(0xb3261e) ?? 0 };
  }, bytes.toString("base64"));
  expect(Math.min(colours.paper, colours.ink, colours.red)).toBeGreaterThan(1000);
});

test("by the keyboard alone a text is chosen, copied and announced; where copying is refused, it is marked", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await toTake(page);
  const row = page.locator(".format").first();
  await row.focus();
  await page.keyboard.press("Enter");
  await expect(row).toHaveAttribute("aria-expanded", "true");
  const text = await box(page, "Sentence");
  for (const role of ["TEXTAREA", "INPUT", "BUTTON"]) {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe(role);
  }
  await page.keyboard.press("Enter");
  await expect(page.locator("fc-toolbox [role=status]")).toHaveText("Copied: Sentence.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  expect(text).toMatch(
    /^Training BERT base .* \(Five Cars 0\.1\.0, data .*; calculated on \d+ \w+ \d{4}\)\n$/,
  );

  // "Copied" is said of this sum, and no other.
  await page.locator('.units input[value="t"]').check();
  await expect(page.locator("fc-toolbox [role=status]")).toBeEmpty();

  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
  });
  await page.locator(".taken .firm").click();
  await expect(page.locator("fc-toolbox [role=status]")).toContainText("copy it by the keyboard");
  expect(
    await page.evaluate(() => {
      const { selectionStart, selectionEnd, value } = document.activeElement as HTMLTextAreaElement;
      return value.slice(selectionStart, selectionEnd);
    }),
  ).toContain("Training BERT base");
});

test.describe("at 320 pixels", () => {
  test.use({ bypassCSP: true, viewport: { width: 320, height: 800 } });
  test("axe finds nothing in the tools, nor in what is said of a wrong file, and all is inside", async ({
    page,
  }) => {
    await open(page, linked({ ...two, title: "x".repeat(80) }));
    await toTake(page);
    for (const name of ["BibTeX", "JSON", "Model card"]) {
      await box(page, name);
      expect(await overflow(page)).toEqual({ page: 320, outside: [] });
    }
    await page.locator("fc-toolbox summary").click();
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await violations(page)).toEqual([]);
    await dragged(page, "drop", `${"long".repeat(30)}.json`, "x");
    await expect(page.getByRole("dialog")).toBeVisible();
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toEqual({ page: 320, outside: [] });
  });
});

test("fetches what makes the texts only near its place", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await openFirst(page);
  await page.keyboard.press("Shift");
  await expect(page.locator("fc-take footer")).toBeAttached();
  await page.waitForLoadState("networkidle");
  expect(asked.filter((url) => /toolbox/.test(url))).toEqual([]);
  await toTake(page);
  expect(asked.filter((url) => /toolbox/.test(url)).length).toBe(1);
});

test.describe("without what makes the texts", () => {
  test.use({ mayComplain: true });
  test("says so, and still copies the link", async ({ page }) => {
    await page.route("**/toolbox-*.js", (route) => route.abort());
    await open(page);
    await page.locator("fc-take").scrollIntoViewIfNeeded();
    await expect(page.locator("fc-take")).toContainText("couldn’t be fetched");
    await expect(page.getByRole("button", { name: "Copy a link" })).toBeVisible();
  });
});

/** Chromium writes the pages of a PDF uncompressed. */
const pages = (pdf: Buffer): number => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;

test("prints on one page, A4 or Letter, as soon as the pointer has crossed the page", async ({ page }) => {
  await openFirst(page);
  // On the way to the browser's menu.
  await page.mouse.move(600, 300);
  await page.mouse.move(600, 2);
  await expect(page.locator("fc-work .sources li").first()).toBeAttached();
  const own: Scenario = {
    schema: "fivecars/scenario/1",
    title: "Ours",
    stages: [{ time: { hours: 24 }, power: { devices: [{ device: "nvidia-v100-sxm2-16gb", count: 8 }] } }],
  };
  const sums: [id: string | null, scenario: Scenario, name: string][] = [
    [null, own, "Ours"],
    ["architecture-search", model("architecture-search").scenario, "architecture search"],
    ["bert-base", model("bert-base").scenario, "BERT base"],
  ];
  for (const [id, scenario, name] of sums) {
    const view = { model: id, unit: "kg" };
    await page.evaluate(
      (hash) => (location.hash = hash),
      pack({ scenario: { ...scenario, ranges: "typical" }, view, data_version: "x", total: null }),
    );
    await expect(page.locator(".lede")).toContainText(name);
    for (const format of ["A4", "Letter"])
      expect(pages(await page.pdf({ format })), `${name} ${format}`).toBe(1);
  }
  await page.emulateMedia({ media: "print" });
  for (const part of [
    ".lede",
    ".spread",
    ".amounts",
    ".total .amount",
    ".tornado",
    ".steps .formula",
    ".sources li",
  ])
    await expect(page.locator(part).first()).toBeVisible();
  await expect(page.locator("fc-take .on-paper").first()).toContainText(
    /^Five Cars, http.*, \d+ \w+ \d{4}\.$/,
  );
  for (const part of ["fc-change", "fc-really", "fc-take section", ".top nav", "fc-published"])
    await expect(page.locator(part).first()).toBeHidden();
});
