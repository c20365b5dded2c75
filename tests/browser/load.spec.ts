// The first load: small, quiet, steady, and honest when something stops it.
import { expect, open, openFirst, pack, plain, sentence, test } from "./page.js";

test("asks for at most eight files, all from its own host", async ({ page, baseURL }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await openFirst(page);
  await page.waitForLoadState("networkidle");
  expect(asked.length).toBeLessThanOrEqual(8);
  expect(asked.filter((url) => !url.startsWith(baseURL ?? "")).length).toBe(0);
  // Where figures come from is fetched when somebody wants to know.
  expect(asked.filter((url) => /\/(texts|devices|grids|sites|below|form|en-)[^/]*$/.test(url))).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
});

test("moves nothing when the scripts take over", async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    // The wasm comes late, so that the prerendered page is painted before it is replaced.
    await page.route("**/*.wasm", async (route) => {
      await new Promise((done) => setTimeout(done, 400));
      await route.continue();
    });
    await openFirst(page);
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
    await page.unrouteAll({ behavior: "wait" });
  }
});

test("fetches the work and the story when the reader comes near, or follows a link to them", async ({
  page,
}) => {
  await openFirst(page);
  await expect(page.locator("fc-work h2")).toHaveCount(0);
  await page.getByRole("link", { name: "Show the work" }).click();
  await expect(page.locator("fc-work h2")).toBeInViewport();
  await expect(page.locator("fc-work .steps li").first()).toBeVisible();
  expect(new URL(page.url()).hash).toBe("");
});

test("has the whole page ready for somebody who tabs through it fast", async ({ page }) => {
  await openFirst(page);
  const reached: string[] = [];
  for (let i = 0; i < 150 && !reached.at(-1)?.startsWith("Copy a link"); ++i) {
    await page.keyboard.press("Tab");
    await page.waitForTimeout(50);
    reached.push(await page.evaluate(() => document.activeElement?.textContent ?? ""));
  }
  expect(reached.at(-1)).toContain("Copy a link");
});

test.describe("without scripts", () => {
  // The early fetch of the wasm is in vain there, and the browser says so.
  test.use({ javaScriptEnabled: false, mayComplain: true });
  test("still gives the first answer, and says what is missing", async ({ page }) => {
    await page.goto("./");
    expect(await sentence(page)).toContain("emitted 652 kg CO₂e (about 415–930), 1.1 % of a car’s lifetime");
    const html = await (await page.request.get("./")).text();
    expect(html).toMatch(/<noscript>.*needs JavaScript and WebAssembly.*<\/noscript>/);
  });
});

test.describe("when something is blocked", () => {
  test.use({ mayComplain: true });

  test("says so where the wasm can't be fetched, and lets the published sum stand", async ({ page }) => {
    await page.route("**/*.wasm", (route) => route.abort());
    await page.goto("./");
    await expect(page.locator(".notice")).toContainText("The calculator didn’t start.");
    await expect(page.locator(".notice")).toContainText("network filter");
    expect(await sentence(page)).toContain("652 kg CO₂e");
  });

  test("says so where there is no WebAssembly", async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(window, "WebAssembly", { value: undefined }));
    await page.goto("./");
    await expect(page.locator(".notice")).toContainText("has no WebAssembly");
  });

  test("says so after some seconds where no script runs at all", async ({ page }) => {
    await page.route("**/*.js", (route) => route.abort());
    await page.goto("./");
    await expect(page.locator(".starting")).toBeHidden();
    await expect(page.locator(".starting")).toBeVisible({ timeout: 7_000 });
  });

  test("keeps the sentence usable where the form can't be fetched", async ({ page }) => {
    await page.route("**/form-*.js", (route) => route.abort());
    await open(page);
    await page.locator('[data-slot="time"]').click();
    await expect(page.locator("dialog")).toContainText("couldn’t be fetched");
  });

  test("lets no script in that isn't its own, by its own policy", async ({ page, complaints }) => {
    await open(page);
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe-inline");
    const ran = await page.evaluate(() => {
      const script = document.createElement("script");
      try {
        script.textContent = "window.ran = true";
      } catch {
        return "refused";
      }
      document.body.append(script);
      return (window as unknown as { ran?: boolean }).ran ?? "refused";
    });
    expect(ran).toBe("refused");
    expect(complaints.length).toBeGreaterThan(0);
  });
});

test("doesn't show the published answer while a link with another is opened", async ({ page }) => {
  await page.route("**/*.wasm", async (route) => {
    await new Promise((done) => setTimeout(done, 500));
    await route.continue();
  });
  const scenario = {
    schema: "fivecars/scenario/1",
    stages: [{ time: { hours: 1 }, power: { measured_w: 1000 } }],
    embodied: false,
  };
  await page.goto(`./${pack({ scenario, view: {}, data_version: "x", total: null })}`, {
    waitUntil: "commit",
  });
  await expect(page.locator("html.restoring")).toHaveCount(1);
  await expect(page.locator(".lede")).toBeHidden();
  await expect(page.locator(".lede")).toContainText("machines drawing");
  await expect(page.locator(".lede")).toBeVisible();
  expect(plain((await page.locator(".lede").textContent()) ?? "")).toContain(
    "at the world average emitted 706 g",
  );
});
