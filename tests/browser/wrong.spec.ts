// When things go wrong, and what is handed to the page with intent: it says what happened, and loses nothing.
import {
  expect,
  field,
  fragment,
  model,
  open,
  openFirst,
  pack,
  plain,
  sentence,
  test,
  toForm,
  unpack,
} from "./page.js";

const own = (title: string) => ({
  schema: "fivecars/scenario/1",
  title,
  stages: [
    { name: title, time: { hours: 24 }, power: { devices: [{ device: "nvidia-v100-sxm2-16gb", count: 8 }] } },
  ],
});

test("says which figures changed since a link was made, with both totals", async ({ page }) => {
  await open(page);
  const begin = pack({ scenario: own("x"), view: {}, data_version: "x", total: null });
  await page.evaluate((hash) => (location.hash = hash), begin);
  await expect(page.locator(".lede")).toContainText("52.7");
  await toForm(page);
  await field(page, "/count").fill("9");
  await field(page, "/count").fill("8");
  await page.getByRole("radio", { name: "lb" }).check({ force: true });
  const linked = unpack(await fragment(page, begin)) as unknown as {
    figures: Record<string, number>;
    total: number;
  };
  expect(linked.figures["defaults/pue"]).toBe(1.54);
  expect(Object.keys(linked.figures).filter((entry) => /equivalents|price|water|wue/.test(entry))).toEqual(
    [],
  );
  // It costs a link little.
  expect(pack(linked).length - pack({ ...linked, figures: undefined }).length).toBeLessThan(350);

  const before = { ...linked.figures, "defaults/pue": 1.58, "defaults/gone": 3 };
  await page.evaluate(
    (hash) => (location.hash = hash),
    pack({ ...linked, total: 60, data_version: "2025.01", figures: before }),
  );
  const notice = page.locator(".notice");
  await expect(notice.locator("tbody tr")).toHaveCount(2);
  const text = plain(await notice.innerText());
  expect(text).toContain("when the link was made; today it gives 116.074 lb");
  expect(text).toContain("PUE, by default 1.58 1.54");
  expect(text).toContain("defaults/gone 3 not used");
  await page.evaluate((hash) => (location.hash = hash), pack({ ...linked, total: 60 }));
  await expect(notice).toContainText("None of the figures that it rests on has changed");
});

test("shows no figure of another sum where a faulty one is opened, and a long name or a deep link does no harm", async ({
  page,
}) => {
  await open(page);
  const linked = { view: { model: "gpt-3", unit: "kg" }, data_version: "x", total: 1 };
  const { scenario } = model("gpt-3");
  const deep = JSON.parse(`${"[".repeat(3000)}${"]".repeat(3000)}`) as unknown;
  await page.evaluate(
    (hash) => (location.hash = hash),
    pack({ ...linked, scenario: { ...scenario, x: deep } }),
  );
  await expect(page.locator(".notice")).toContainText("This link is damaged");
  const figures = { [`devices/${"a/".repeat(50_000)}`]: 1 };
  await page.evaluate((hash) => (location.hash = hash), pack({ ...linked, scenario, figures }));
  await expect(page.locator(".notice")).toContainText("today it gives");
  const file = { schema: "fivecars/export/1", view: linked.view, scenario: { ...scenario, stages: [null] } };
  await page.locator("fc-bring input[type=file]").setInputFiles({
    name: "faulty.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(file)),
  });
  await expect(page.locator(".lede")).toContainText("emitted …");
  expect(await page.evaluate(() => history.length)).toBeLessThan(6);
});

test("draws fifty stages without a pause", async ({ page }) => {
  const stage = { time: { hours: 24 }, power: { devices: [{ device: "nvidia-v100-sxm2-16gb", count: 8 }] } };
  const scenario = { schema: "fivecars/scenario/1", stages: Array.from({ length: 50 }, () => stage) };
  await open(page, pack({ scenario, view: { model: null, unit: "kg" }, data_version: "x", total: null }));
  await expect(page.locator('fc-work [data-symbol^="E_IT"]').last()).toBeAttached();
  await expect(page.locator("fc-work .sources li").first()).toBeAttached();
});

test("opens a published run by its plain address, and names the nearest where there is none", async ({
  page,
}) => {
  await open(page, "#model=elmo");
  expect(await sentence(page)).toContain("Training ELMo");
  await page.waitForTimeout(700);
  expect(new URL(page.url()).hash).toBe("#model=elmo");
  await page.evaluate(() => (location.hash = "#model=elmo&basis=one"));
  await expect(page.locator("fc-published")).toContainText("On one basis");
  await toForm(page);
  await field(page, "/hours").fill("5");
  await expect.poll(() => page.url()).toContain("#1.");
  await page.evaluate(() => (location.hash = "#model=%3Cb%3Eelmo%3C/b%3E"));
  await expect(page.locator(".notice")).toContainText("No published run is called “<b>elmo</b>”.");
  await page.evaluate(() => (location.hash = "#model=bert-bse"));
  await page.locator(".notice").getByRole("button", { name: "BERT base", exact: true }).click();
  await expect(page.locator(".notice")).toHaveCount(0);
  expect(await sentence(page)).toContain("652 kg");
});

test("takes hostile titles, links, addresses and what lies in storage as text, under its own policy", async ({
  page,
}) => {
  await page.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(window, { violations });
    document.addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective));
    const evil = '<img src=x onerror="document.title=1">';
    const sum = {
      scenario: { schema: "fivecars/scenario/1", title: evil, stages: [{ name: evil }] },
      view: { model: null, unit: evil },
      estimated: null,
      typed: [[evil, evil]],
    };
    localStorage.setItem("fivecars/last/evil", JSON.stringify({ sum, total: 5, time: 1 }));
  });
  await openFirst(page);
  const policy = await page.locator("meta[http-equiv]").getAttribute("content");
  expect(policy).toContain("require-trusted-types-for 'script'");
  await expect(page.locator(".kept")).toContainText('<img src=x onerror="document.title=1">, 5.00');
  await open(page);
  const titles = [
    "<img src=x onerror=document.title=1>",
    "</script><script>document.title=1</script>",
    "<svg onload=document.title=1><style>*{display:none}</style>",
    "\u202egnirts\u202c",
    "half \ud83d",
    "__proto__",
    "x".repeat(100_000),
  ];
  for (const [i, title] of titles.entries()) {
    const scenario = { ...own(`${i} ${title}`.slice(0, 250)), ["constructor"]: i === 5 ? title : undefined };
    await page.evaluate(
      (hash) => (location.hash = hash),
      pack({
        scenario,
        view: { model: title, set: title },
        data_version: title.slice(0, 90),
        total: 1,
        figures: { [title]: 1 },
      }),
    );
    await expect(page.locator('.lede [data-slot="model"]')).toContainText(`${i} ${title.slice(0, 8)}`);
  }
  // A megabyte in one title, which packs small.
  await page.evaluate(
    (hash) => (location.hash = hash),
    pack({ scenario: own("y".repeat(900_000)), view: {}, data_version: "x", total: null }),
  );
  await expect(page.locator(".faults").or(page.locator(".lede"))).not.toHaveCount(0);
  await page.evaluate((hash) => (location.hash = hash), `#1.${"A".repeat(300_000)}`);
  await expect(page.locator(".notice")).toContainText("This link is too large");
  expect(await sentence(page)).toContain("652 kg");
  expect(await page.locator("img, main script, main style, main svg[onload]").count()).toBe(0);
  expect(await page.evaluate(() => (window as unknown as { violations: string[] }).violations)).toEqual([]);
  expect(await page.evaluate(() => "polluted" in {})).toBe(false);
  expect(await page.title()).toContain("Five Cars");
});

test.describe("when something is blocked", () => {
  test.use({ mayComplain: true });

  test("says so where a policy forbids WebAssembly, and keeps the link", async ({ page }) => {
    await page.route("./", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace(" 'wasm-unsafe-eval'", "") });
    });
    const hash = pack({ scenario: model("elmo").scenario, view: {}, data_version: "x", total: null });
    await page.goto(`./${hash}`);
    await expect(page.locator(".notice")).toContainText("The calculator didn’t start.");
    await expect(page.locator(".notice")).toContainText(
      "not the sum of your link: that is unharmed in the address",
    );
    expect(await sentence(page)).toContain("652 kg");
    expect(new URL(page.url()).hash).toBe(hash);
  });

  test("says so where a part can't be fetched, and keeps what was entered", async ({ page }) => {
    await page.route(/\/form-[^/]*\.js$/, (route) => route.abort());
    await openFirst(page, "#model=elmo");
    await page.getByRole("radio", { name: "lb" }).check({ force: true });
    await expect(page.locator("fc-change")).toContainText("This part of the page couldn’t be fetched.");
    await expect(page.locator(".steps-back button").first()).toBeEnabled();
    expect(await sentence(page)).toContain("lb");
    expect(unpack(await fragment(page, "#model=elmo")).view.unit).toBe("lb");
  });
});

const digits = (text: string, decimal: string): string =>
  text
    .replace(new RegExp(`[^\\d${decimal}]`, "g"), " ")
    .replaceAll(decimal, ".")
    .replace(/\s+/g, " ")
    .trim();

test("shows the same digits of a link in another language, locale and unit", async ({ browser, baseURL }) => {
  const linked = {
    scenario: model("elmo").scenario,
    view: { model: "elmo", unit: "lb" },
    data_version: "x",
    total: null,
  };
  const read: string[] = [];
  for (const locale of ["en-US", "de-CH", "fr-FR"]) {
    const page = await browser.newPage({ locale, ...(baseURL ? { baseURL } : {}) });
    await open(page, pack(linked));
    const value = await page.locator('[data-symbol="C_total"] .value').first().innerText();
    const decimal = await page.evaluate(
      (of) =>
        new Intl.NumberFormat(of).formatToParts(0.5).find(({ type }) => type === "decimal")?.value ?? ".",
      locale,
    );
    read.push(digits(value, decimal));
    await page.locator('input[name="unit"][value="t"]').check({ force: true });
    expect(await page.locator('[data-symbol="C_total"] .value').first().innerText()).toBe(value);
    await page.close();
  }
  expect(new Set(read).size).toBe(1);
  expect(read[0]).toMatch(/^\d+\.\d+/);
});
