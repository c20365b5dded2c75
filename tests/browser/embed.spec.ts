// What the embed promises to the post around it: weight, quiet, space, and that nothing breaks it.
import { brotliCompressSync } from "node:zlib";
import type { Page } from "@playwright/test";
import type { FiveCarsChange, FiveCarsElement } from "../../web/embed/element.js";
import { limits, post, script, shown, tag, text } from "./embed.js";
import { violations } from "./look.js";
import { expect as inTime, test, plain } from "./page.js";

// The calculator comes over a wire and is compiled: on a busy machine that takes its time.
const expect = inTime.configure({ timeout: 15_000 });
test.describe.configure({ timeout: 60_000 });

const bert = (more: Record<string, string> = {}): string => tag({ model: "bert-base", ...more });
const hours = "five-cars input[name=hours]";
const message = ".fault";

/** Names and sizes of what is fetched from now on. */
function fetched(page: Page): { names: string[]; bytes: () => Promise<number> } {
  const bodies: Promise<number>[] = [];
  const names: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    names.push(pathname.replace(/^.*\/(?=[^/]+\/[^/]+$)/, "").replace(/^\//, ""));
  });
  page.on("response", (response) =>
    bodies.push(
      response.url().endsWith("post.html")
        ? Promise.resolve(0)
        : response.body().then((body) => brotliCompressSync(body).length),
    ),
  );
  return { names, bytes: async () => (await Promise.all(bodies)).reduce((sum, size) => sum + size, 0) };
}

// ——— Weight ———

for (const lang of ["en", "de"])
  test(`fetches 2 kB until it comes near, little more then, and the calculator with the first change (${lang})`, async ({
    page,
    baseURL,
  }) => {
    const { names, bytes } = fetched(page);
    const origins = new Set<string>();
    page.on("request", (request) => origins.add(new URL(request.url()).origin));
    await post(page, `${script}<p style="height:4000px"></p>${bert({ editable: "hours", lang })}`);
    await page.waitForLoadState("networkidle");
    expect(names).toEqual(["post.html", "embed.js"]);
    expect(await bytes()).toBeLessThanOrEqual(limits.script);

    await page.evaluate(() => scrollTo(0, 4000));
    await shown(page);
    await page.waitForLoadState("networkidle");
    const view = await bytes();
    expect(view).toBeLessThanOrEqual(limits.view);
    expect(names.filter((name) => /wasm|editor|engine/.test(name))).toEqual([]);

    await page.locator(hours).fill("100");
    await expect(page.locator("five-cars .total")).toContainText("823");
    await page.waitForLoadState("networkidle");
    expect((await bytes()) - view).toBeLessThanOrEqual(limits.edit);
    expect(names.filter((name) => name.endsWith(".wasm")).length).toBe(1);
    expect([...origins].map((origin) => `${origin}/`)).toEqual([baseURL]);
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  });

test("moves nothing in the post, however late its parts come", async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.route(/embed|wasm/, async (route) => {
    await new Promise((done) => setTimeout(done, 150));
    await route.continue();
  });
  const posts = [
    bert(),
    bert({ compact: "" }),
    bert({ editable: "hours place", lang: "de" }),
    tag({ model: "architecture-search", show: "car-lifetime flight-ny-sf human-year", unit: "lb" }),
    bert({ "data-version": "2020", "total-kg": "700" }),
  ];
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 4000 });
    await post(page, posts.map((one) => `<p>Before.</p>${one}<p>After.</p>`).join("") + script);
    await shown(page);
    expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
    // A change may turn lines inside; the post doesn't move.
    const places = (): Promise<number[]> =>
      page.evaluate(() => [...document.querySelectorAll("p")].map((p) => p.getBoundingClientRect().top));
    const before = await places();
    await page.locator(hours).fill("100");
    await expect(page.locator("five-cars .note").nth(2)).not.toBeEmpty();
    expect(await places()).toEqual(before);
    await expect(page.locator("five-cars .total").nth(2)).toContainText("823");
    expect(await places()).toEqual(before);
  }
});

interface TraceEvent {
  ph: string;
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur: number;
  tdur?: number;
  args: { name?: string };
}

test("holds the post’s main thread for no longer than a short moment", async ({ page, browser }) => {
  // The processor's time for each turn of the thread, at a quarter of its speed. What other programs take meanwhile
  // doesn't count, which a clock couldn't tell. The best of three: garbage of the browser's own is collected sometimes.
  const slowed = 4;
  const longest = async (act: () => Promise<void>): Promise<number> => {
    await browser.startTracing(page, { categories: ["toplevel", "blink", "devtools.timeline"] });
    await act();
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
      traceEvents: TraceEvent[];
    };
    const mains = new Set(
      traceEvents
        .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
        .map(({ pid, tid }) => `${pid} ${tid}`),
    );
    const turns = traceEvents.filter(
      ({ ph, name, pid, tid, tdur }) =>
        ph === "X" && tdur && mains.has(`${pid} ${tid}`) && /RunTask|PerformMicrotaskCheckpoint/.test(name),
    );
    expect(turns.length).toBeGreaterThan(10);
    return (Math.max(...turns.map(({ tdur = 0 }) => tdur)) / 1000) * slowed;
  };
  const best = { view: Infinity, edit: Infinity };
  for (let i = 0; i < 3 && (best.view > limits.task_ms || best.edit > limits.task_ms); ++i) {
    best.view = Math.min(
      best.view,
      await longest(async () => {
        await post(page, `${bert({ editable: "hours" })}${script}`);
        await shown(page);
        await page.waitForTimeout(100);
      }),
    );
    best.edit = Math.min(
      best.edit,
      await longest(async () => {
        await page.locator(hours).fill("100");
        await expect(page.locator("five-cars .total")).toContainText("823");
        await page.waitForTimeout(100);
      }),
    );
  }
  test.info().annotations.push({ type: "longest turns, ms at 4×", description: JSON.stringify(best) });
  expect(best.view).toBeLessThanOrEqual(limits.task_ms);
  expect(best.edit).toBeLessThanOrEqual(limits.task_ms);
});

// ——— What authors get wrong ———

test.describe("when something is wrong", () => {
  test.use({ mayComplain: true });

  test("says all that is wrong with its attributes, in it and in the console, under what stands between the tags", async ({
    page,
    complaints,
  }) => {
    const faulty: [Record<string, string>, string[]][] = [
      [{}, ["model: name a published model here, or give a scenario"]],
      [{ model: "bert-bse" }, ["model: there is no published sum “bert-bse”"]],
      [{ model: "../secret" }, ["model: there is no published sum “../secret”"]],
      [{ model: "bert-base", scenario: "1.x" }, ["scenario: give either a model or a scenario, not both"]],
      [{ model: "gpt-4-epoch", basis: "one" }, ["model: there is no published sum “gpt-4-epoch”"]],
      [{ scenario: "1.x" }, ["scenario: this link can’t be read"]],
      [{ scenario: "{" }, ["scenario: "]],
      [
        {
          scenario:
            '{"schema":"fivecars/scenario/1","stages":[{"time":{"hours":-4},"power":{"measured_w":1}}]}',
        },
        ["scenario /stages/0/time/hours: -4 is not allowed"],
      ],
      [
        { model: "bert-base", unit: "stone", theme: "pink", lang: "tlh", basis: "two" },
        ["unit: “stone” isn’t one of kg, lb, t", "basis: “two”", "lang: “tlh”", "theme: “pink”"],
      ],
      [{ model: "bert-base", show: "car-lifetime cats dogs" }, ["show: “cats”", "show: “dogs”"]],
      [
        { model: "bert-base", editable: "count colour" },
        ["editable: “colour” isn’t one of count, hours, runs, pue, place"],
      ],
      [
        { model: "bert-base", editable: "count" },
        ["editable: count can’t be changed: of this run only the draw"],
      ],
      [
        { model: "llama-2", editable: "hours" },
        ["editable: hours can’t be changed: this run has several stages"],
      ],
      [{ model: "bert-base", "total-kg": "many" }, ["total-kg: “many” is no number of kg"]],
    ];
    await page.setViewportSize({ width: 800, height: 12_000 });
    await post(page, faulty.map(([attributes]) => tag(attributes, "<b>Fallback.</b>")).join("") + script);
    await expect(page.locator(message)).toHaveCount(faulty.length);
    for (const [i, [attributes, expected]] of faulty.entries()) {
      const said = await page.locator(message).nth(i).locator("li").allInnerTexts();
      expect(said.length, JSON.stringify([attributes, said])).toBe(expected.length);
      for (const [n, start] of expected.entries()) {
        expect(said[n]).toContain(start);
        // No half sentence.
        expect(said[n]?.length).toBeGreaterThan(start.length - 1);
        expect(complaints.some((told) => told.includes("<five-cars>") && told.includes(said[n] ?? "?"))).toBe(
          true,
        );
      }
      await expect(page.locator("five-cars b").nth(i)).toBeVisible();
    }
    expect(await page.locator("five-cars article").count()).toBe(0);
  });

  test("shows the result once the attribute is right, and keeps the last good answer to “what is there?”", async ({
    page,
  }) => {
    await post(page, bert({ unit: "stone" }) + script);
    await expect(page.locator(message)).toContainText("unit");
    expect(await page.evaluate(() => document.querySelector("five-cars")?.result)).toBeNull();
    await page.locator("five-cars").evaluate((embed: FiveCarsElement) => (embed.unit = "lb"));
    await expect(page.locator("five-cars .total")).toContainText("lb");
    await expect(page.locator(message)).toHaveCount(0);
    await page.locator("five-cars").evaluate((embed) => embed.setAttribute("model", "nothing"));
    await expect(page.locator(message)).toContainText("“nothing”");
    await expect(page.locator("five-cars article")).toHaveCount(0);
    await expect(page.getByText("The sentence that stands there before.", { exact: true })).toBeVisible();
  });

  test("lets the sentence stand where its parts can’t be fetched", async ({ page, complaints }) => {
    for (const part of [/embed-view-/, /bert-base\/embed\.json/]) {
      await page.route(part, (route) => route.abort());
      await post(page, bert() + script);
      await expect.poll(() => complaints.join()).toContain("couldn’t be fetched");
      await expect(page.getByText("The sentence that stands there before.", { exact: true })).toBeVisible();
      await page.unrouteAll();
      complaints.length = 0;
    }
  });

  test("keeps the result where the calculator can’t be fetched, says so, and tries again", async ({
    page,
  }) => {
    await post(page, bert({ editable: "hours place" }) + script);
    await shown(page);
    const before = await text(page, "five-cars .total");
    await page.context().setOffline(true);
    await page.locator(hours).fill("100");
    await expect(page.locator("five-cars .note")).toContainText("couldn’t be fetched");
    expect(await text(page, "five-cars .total")).toBe(before);
    await page.locator("five-cars .pick").click();
    await expect(page.locator("five-cars .note")).toContainText("couldn’t be fetched");
    await page.context().setOffline(false);
    // Now its scripts come, and the wasm doesn't.
    const refused = page.waitForEvent("requestfailed", (request) => request.url().endsWith(".wasm"));
    await page.route("**/*.wasm", (route) => route.abort());
    await page.locator(hours).fill("10");
    await refused;
    await expect(page.locator("five-cars .note")).toContainText("couldn’t be fetched");
    expect(await text(page, "five-cars .total")).toBe(before);
    await page.unroute("**/*.wasm");
    await page.locator(hours).fill("1000");
    await expect(page.locator("five-cars .total")).toContainText("8,230");
    await expect(page.locator("five-cars .note")).toBeEmpty();
  });
});

// ——— The life of an element ———

test("one calculator serves every embed of a page, in both languages", async ({ page }) => {
  await page.addInitScript(() => {
    const counts = { compiled: 0 };
    Object.assign(window, { counts });
    for (const name of ["instantiate", "instantiateStreaming", "compile", "compileStreaming"] as const) {
      const real = WebAssembly[name] as (...words: unknown[]) => unknown;
      Object.assign(WebAssembly, { [name]: (...words: unknown[]) => (++counts.compiled, real(...words)) });
    }
  });
  const { names } = fetched(page);
  await page.setViewportSize({ width: 800, height: 3000 });
  const scenario =
    '{"schema":"fivecars/scenario/1","embodied":false,"stages":[{"time":{"hours":100},"power":{"measured_w":3000}}]}';
  await post(
    page,
    [
      bert({ editable: "hours" }),
      bert({ editable: "hours", lang: "de" }),
      tag({ scenario, editable: "hours" }),
      bert({ editable: "pue" }),
    ].join("") + script,
  );
  await shown(page);
  for (const field of await page.locator(hours).all()) await field.fill("200");
  await page.locator("five-cars input[name=pue]").fill("1.2");
  await expect(page.locator("five-cars .back")).toHaveCount(4);
  for (const back of await page.locator("five-cars .back").all()) await expect(back).toBeVisible();
  expect(names.filter((name) => name.endsWith(".wasm")).length).toBe(1);
  expect(await page.evaluate(() => (window as unknown as { counts: object }).counts)).toEqual({
    compiled: 1,
  });
});

test("can be loaded twice, moved, taken away and put back, at any time", async ({ page }) => {
  // From two addresses: two modules, of which the first defines.
  const twice = `${script}<script type="module" src="./embed.js?again"></script>`;
  await page.route(/embed-view|embed\.json/, async (route) => {
    await new Promise((done) => setTimeout(done, 100));
    await route.continue();
  });
  await post(page, `<div id="a">${bert({ editable: "hours" })}</div><div id="b"></div>${twice}`);
  await page.waitForFunction(() => customElements.get("five-cars"));
  // While it loads: away, and into another place.
  await page.evaluate(async () => {
    const embed = document.querySelector("five-cars") as FiveCarsElement;
    await new Promise((done) => setTimeout(done, 60));
    embed.remove();
    await new Promise((done) => setTimeout(done, 200));
    if (embed.result || embed.shadowRoot?.querySelector("article"))
      throw new Error("it works while it is away");
    document.querySelector("#b")?.append(embed);
  });
  await shown(page);
  await page.locator(hours).fill("100");
  await expect(page.locator("five-cars .total")).toContainText("823");
  // A move begins anew: what was changed belonged to the former.
  await page.evaluate(() =>
    document.querySelector("#a")?.append(document.querySelector("five-cars") as Element),
  );
  await shown(page);
  await expect(page.locator("five-cars .total")).toContainText("652");
  await expect(page.locator("five-cars article")).toHaveCount(1);
  // Away for good while the calculator is fetched.
  await page.route("**/*.wasm", (route) => route.abort());
  await page.evaluate(() => {
    const embed = document.querySelector("five-cars") as FiveCarsElement;
    const field = embed.shadowRoot?.querySelector("input") as HTMLInputElement;
    field.value = "7";
    field.dispatchEvent(new Event("input"));
    embed.remove();
  });
  await page.waitForTimeout(200);
});

test("shows the last of many quick changes, once", async ({ page }) => {
  await post(page, bert() + script);
  await shown(page);
  const seen = await page.evaluate(async () => {
    const embed = document.querySelector("five-cars") as FiveCarsElement;
    const changes: number[] = [];
    embed.addEventListener("five-cars-change", ({ detail }) =>
      changes.push(Math.round(detail.total_kg.best)),
    );
    for (const model of ["gpt-2", "elmo", "meena", "gpt-3", "bert-base-tpu"]) embed.model = model;
    embed.unit = "lb";
    await new Promise((done) => setTimeout(done, 30));
    embed.model = "gpt-2";
    await new Promise((done) => embed.addEventListener("five-cars-change", done, { once: true }));
    await new Promise((done) => setTimeout(done, 300));
    return changes;
  });
  expect(seen.at(-1)).toBe(1040);
  expect(seen.length).toBeLessThanOrEqual(2);
  await expect(page.locator("five-cars .total")).toContainText("lb");
});

test("has properties with types, and takes over what was set before it was defined", async ({ page }) => {
  await post(page, `<five-cars>Before.</five-cars>`);
  const told = await page.evaluate(async () => {
    const embed = document.querySelector("five-cars") as FiveCarsElement;
    embed.scenario = {
      schema: "fivecars/scenario/1",
      embodied: false,
      stages: [{ time: { hours: 100 }, power: { measured_w: 3000 } }],
      site: { pue: 1.2, grid: { kg_per_kwh: 0.3 } },
    };
    embed.editable = ["hours", "pue"];
    embed.show = ["flight-ny-sf"];
    embed.compact = true;
    const first = new Promise<{ target: string; detail: FiveCarsChange; result: FiveCarsChange | null }>(
      (done) =>
        document.addEventListener(
          "five-cars-change",
          ({ target, detail }) =>
            done({
              target: (target as Element).localName,
              detail,
              result: (target as FiveCarsElement).result,
            }),
          { once: true },
        ),
    );
    await import(new URL("./embed.js", location.href).href);
    const { target, detail, result } = await first;
    return {
      target,
      total: detail.total_kg.best,
      changed: detail.changed,
      // The element knows it as soon as it tells it.
      back: result?.total_kg.best,
      editable: embed.editable,
      attribute: embed.getAttribute("editable"),
      show: embed.show,
      compact: embed.hasAttribute("compact"),
      own: Object.keys(embed),
    };
  });
  expect(told.total).toBe(108);
  expect(told).toMatchObject({
    back: 108,
    changed: false,
    target: "five-cars",
    editable: ["hours", "pue"],
    attribute: "hours pue",
    show: ["flight-ny-sf"],
    compact: true,
    own: [],
  });
});

test("says so where today’s figures aren’t those of the day when it was embedded", async ({ page }) => {
  await post(
    page,
    bert({ "data-version": "2026.09+abc", "total-kg": "700" }) + bert({ "total-kg": "652.2" }) + script,
  );
  await shown(page);
  await expect(page.locator("five-cars .note").first()).toHaveText(
    /^When this was embedded, with data 2026\.09, it was 700.kg\.$/,
  );
  // Another digit behind those that are shown is no news.
  await expect(page.locator("five-cars .note").nth(1)).toBeHidden();
});

// ——— Everybody ———

test("keeps its space with a whole set of equivalents, which are all there", async ({ page }) => {
  const widths = [280, 320, 375, 600];
  const models = ["gpt-3", "bert-base", "architecture-search", "gpt-4-epoch"];
  const all = widths.flatMap((width) =>
    ["epa", "strubell-2019"].flatMap((show) =>
      models.map((model) => `<div style="width:${width}px">${tag({ model, show })}</div>`),
    ),
  );
  await page.setViewportSize({ width: 1280, height: 20_000 });
  await post(page, all.join("") + script);
  await shown(page);
  const found = await page.evaluate(() =>
    [...document.querySelectorAll("five-cars")].map((embed) => ({
      grown: embed.getBoundingClientRect().height - parseFloat(embed.style.minHeight),
      amounts: embed.shadowRoot?.querySelectorAll(".amounts li").length ?? 0,
    })),
  );
  expect(found.map(({ grown }) => grown)).toEqual(found.map(() => 0));
  expect(Math.min(...found.map(({ amounts }) => amounts))).toBeGreaterThan(3);
});

test("tells what it was when it was embedded, however far from today’s range", async ({ page }) => {
  await post(page, [16, 410, 940, 2000].map((kg) => bert({ "total-kg": String(kg) })).join("") + script);
  await shown(page);
  const notes = (await page.locator("five-cars .note").allInnerTexts()).map(plain);
  expect(notes.map((note) => /it was (.*)\.$/.exec(note)?.[1])).toEqual([
    "16.0 kg",
    "410 kg",
    "940 kg",
    "2,000 kg",
  ]);
});

test("shows no total that its fields don’t say", async ({ page }) => {
  await post(page, bert({ editable: "hours pue place" }) + script);
  await shown(page);
  const [hoursField, pueField] = ["hours", "pue"].map((name) =>
    page.locator(`five-cars input[name=${name}]`),
  );
  const article = page.locator("five-cars article");
  const note = page.locator("five-cars .note");
  await hoursField?.fill("-3");
  await expect(note).toContainText("Hours: -3 is not allowed");
  await expect(hoursField!).toHaveAttribute("aria-invalid", "true");
  await pueField?.fill("1.3");
  await expect(note).toContainText("Hours: -3 is not allowed");
  await expect(article).toHaveClass(/stale/);
  await hoursField?.fill("");
  await expect(note).toContainText("Hours: a number is needed.");
  await hoursField?.fill("79.2");
  await expect(article).not.toHaveClass(/stale/);
  await expect(page.locator("five-cars .total")).toContainText("536");
  // Another place, and back: the PUE is still the one that stands there.
  await page.locator("five-cars .pick").click();
  const select = page.locator("five-cars select");
  await select.selectOption("ember/FRA");
  await expect(page.locator("five-cars .run")).toContainText("France");
  await select.selectOption("");
  await expect(page.locator("five-cars .total")).toContainText("536");
  await expect(pueField!).toHaveValue("1.3");
});

test("takes from frameworks what stands in the markup", async ({ page }) => {
  await post(page, `${bert()}${script}`);
  await shown(page);
  await page.locator("five-cars").evaluate((embed) => {
    Object.assign(embed, { editable: "hours place", show: "epa", compact: "" });
  });
  await expect(page.locator("five-cars input[name=hours]")).toBeVisible();
  await expect(page.locator("five-cars .compact")).toBeVisible();
  await page
    .locator("five-cars")
    .evaluate((embed) => Object.assign(embed, { show: undefined, lang: "de-AT" }));
  await expect(page.locator("five-cars .run")).toContainText("Das Training");
});

test("is changed by the keyboard alone, and undone", async ({ page }) => {
  await post(
    page,
    `<a href="#x">before</a>${bert({ editable: "hours place" })}<a href="#y">after</a>${script}`,
  );
  await shown(page);
  await page.getByRole("link", { name: "before" }).focus();
  const at = (): Promise<string> =>
    page.evaluate(() => {
      const active = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
      return `${active?.localName} ${active?.getAttribute("name") ?? active?.className}`;
    });
  const order: string[] = [];
  for (let i = 0; i < 4; ++i) {
    await page.keyboard.press("Tab");
    order.push(await at());
  }
  expect(order).toEqual(["input hours", "button pick", "a see", "a "]);
  for (let i = 0; i < 3; ++i) await page.keyboard.press("Shift+Tab");
  expect(await at()).toBe("input hours");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("1e2x");
  await expect(page.locator("five-cars .note")).toContainText("is no number");
  await expect(page.locator("five-cars .total")).toContainText("652");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("100");
  await expect(page.locator("five-cars .total")).toContainText("823");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect.poll(at).toBe("select place");
  await page.keyboard.press("Escape");
  await page.locator("five-cars select").selectOption({ label: "France" });
  await expect(page.locator("five-cars .run")).toContainText("France");
  const changed = await text(page, "five-cars .total");
  await page.locator("five-cars .back").press("Enter");
  await expect(page.locator("five-cars .total")).toContainText("652");
  expect(changed).not.toContain("652");
});

for (const colorScheme of ["light", "dark"] as const)
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, mayComplain: true });
    test("axe finds nothing in it, with fields, with faults, and changed", async ({ page }) => {
      const dark = "<style>:root{color-scheme:dark;background:#111;color:#eee}</style>";
      await page.setViewportSize({ width: 800, height: 3000 });
      await post(
        page,
        `<main><h1>A post</h1>${[bert({ editable: "hours place" }), bert({ compact: "", lang: "de" }), tag({ model: "gpt-3", unit: "stone" })].join("")}</main>${script}`,
        colorScheme === "dark" ? dark : "",
      );
      await expect(page.locator("five-cars article")).toHaveCount(2);
      await expect(page.locator("five-cars article").first()).toHaveAttribute("data-theme", colorScheme);
      await expect(page.locator(message)).toHaveCount(1);
      expect(await violations(page)).toEqual([]);
      await page.locator(hours).fill("nonsense");
      await expect(page.locator("five-cars .note").first()).toContainText("no number");
      await page.locator("five-cars .pick").click();
      await expect(page.locator("five-cars select")).toBeVisible();
      await page.locator(hours).fill("100");
      await expect(page.locator("five-cars .back").first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });

test("with forced colours its drawing still tells the hill from the ground", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await post(page, `<main><h1>A post</h1>${bert({ editable: "hours" })}</main>${script}`);
  await shown(page);
  const [hill, ground, accent] = await page.evaluate(() => {
    const root = document.querySelector("five-cars")?.shadowRoot;
    const style = (part: string): CSSStyleDeclaration =>
      getComputedStyle(root?.querySelector(part) as Element);
    return [style(".hill path").fill, style(".embed").backgroundColor, style(".axis circle").fill];
  });
  expect(new Set([hill, ground, accent]).size).toBe(3);
  expect(await violations(page)).toEqual([]);
});

test("leaves no trace in the post: no global name, no style", async ({ page }) => {
  const look = (): Promise<{ names: string[]; styles: object; sheets: number; elements: number }> =>
    page.evaluate(() => ({
      names: Object.getOwnPropertyNames(window).sort(),
      styles: Object.fromEntries(
        [...document.querySelectorAll("html, body, p, a, button")].map((element, i) => [
          `${i} ${element.localName}`,
          Object.fromEntries(
            [...getComputedStyle(element)].map((name) => [
              name,
              getComputedStyle(element).getPropertyValue(name),
            ]),
          ),
        ]),
      ),
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      elements: document.querySelectorAll("*").length,
    }));
  const body = `<p>Before.</p>${bert({ editable: "hours" })}<p>After <a href="#x">it</a>. <button>Press</button></p>${script}`;
  await page.route("**/embed.js", (route) => route.fulfill({ body: "", contentType: "text/javascript" }));
  await post(page, body);
  const without = await look();
  await page.unroute("**/embed.js");
  await post(page, body);
  await shown(page);
  await page.locator(hours).fill("100");
  await expect(page.locator("five-cars .total")).toContainText("823");
  await page.locator(hours).blur();
  expect(await look()).toEqual(without);
});
