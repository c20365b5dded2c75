// Without a network, and from one release to the next.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { script, writeWorker } from "../../web/build/offline.js";
import { expect as soon, field, sentence, test as base } from "./page.js";

// A whole site is fetched and checked meanwhile.
const expect = soon.configure({ timeout: 15_000 });

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const dist = process.env["FIVECARS_DIST"] ?? at("../../dist");
const { handler } = (await import(at("../../scripts/serve.mjs"))) as {
  handler: (folder: string) => RequestListener;
};

/** A host that can be updated, broken and switched off, with the site in a folder of it. */
interface Host {
  url: string;
  release: (folder: string) => void;
  /** Answers for paths in the site instead of their files. */
  instead: Map<string, { status: number; type?: string; body?: string }>;
  /** What was asked for since it was emptied. */
  asked: string[];
  isDown: boolean;
}

const test = base.extend<{ host: Host }>({
  host: async ({}, use) => {
    let handle = handler(dist);
    const host: Host = {
      url: "",
      release: (folder) => (handle = handler(folder)),
      instead: new Map(),
      asked: [],
      isDown: false,
    };
    const server = createServer((request, response) => {
      const path = /^\/five-cars\/([^?]*)/.exec(request.url ?? "")?.[1];
      if (host.isDown || path === undefined) return void request.socket.destroy();
      host.asked.push(path);
      const other = host.instead.get(path);
      if (other)
        return void response
          .writeHead(other.status, { "Content-Type": other.type ?? "text/html" })
          .end(other.body);
      request.url = `/${path}`;
      // Nothing may be there because the browser had kept it by itself.
      const write = response.writeHead.bind(response);
      response.writeHead = ((status: number, headers: object) =>
        write(status, { ...headers, "Cache-Control": "no-store" })) as typeof response.writeHead;
      handle(request, response);
    });
    await new Promise<void>((listening) => server.listen(0, "localhost", listening));
    host.url = `http://localhost:${(server.address() as AddressInfo).port}/five-cars/`;
    await use(host);
    server.closeAllConnections();
    server.close();
  },
  baseURL: async ({ host }, use) => use(host.url),
});

// It takes some visits, one after the other.
test.describe.configure({ timeout: 60_000 });
// Browsers report what the host refuses.
test.use({ mayComplain: true });
test.beforeEach(async ({ context }) => {
  // It starts by itself when the first load is long over; not everybody has the time.
  await context.addInitScript(() => {
    const wait = window.setTimeout.bind(window);
    window.setTimeout = ((then: () => void, time = 0) =>
      wait(then, time >= 5000 ? 0 : time)) as typeof setTimeout;
  });
});

async function openFirst(page: Page, address = "./"): Promise<void> {
  await page.goto(address);
  await expect(page.locator("fc-change h2")).toBeVisible();
}

async function toForm(page: Page): Promise<void> {
  await page.locator("fc-change").scrollIntoViewIfNeeded();
  await expect(page.locator("fc-change form")).toBeVisible();
}

const kept = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((taken) => navigator.serviceWorker.addEventListener("controllerchange", taken));
  });

const releases = (page: Page): Promise<number> => page.evaluate(async () => (await caches.keys()).length);

const registrations = (page: Page): Promise<number> =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

/** Looks for another release; what becomes of it. */
const update = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const found = new Promise<ServiceWorker | null>((started) =>
      registration.addEventListener("updatefound", () => started(registration.installing), { once: true }),
    );
    await registration.update();
    const worker = await found;
    if (!worker) throw new Error("nothing is being installed");
    while (worker.state === "installing")
      await new Promise((changed) => worker.addEventListener("statechange", changed, { once: true }));
    return worker.state;
  });

const texts = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((name) => [".html", ".js", ".css"].includes(extname(name)));

/** The site once more, with all files of assets/ under other names and some words changed. */
async function anotherRelease(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "fivecars-release-"));
  cpSync(dist, folder, { recursive: true });
  const names = readdirSync(join(folder, "assets"));
  const renamed = new Map(names.map((name) => [name, name.replace(/-(?=[\w-]{8}\.)/, "-2")]));
  for (const file of texts(folder)) {
    let text = readFileSync(file, "utf8");
    for (const [from, to] of renamed) text = text.replaceAll(from, to);
    writeFileSync(
      file,
      text
        .replaceAll("<title>Five Cars", "<title>Six Cars")
        .replaceAll("What training an AI model emitted", "Second release")
        .replaceAll("Take it along", "Take it along again"),
    );
  }
  for (const [from, to] of renamed) renameSync(join(folder, "assets", from), join(folder, "assets", to));
  for (const language of ["", "de/"]) {
    mkdirSync(join(folder, language, "models/a-later"), { recursive: true });
    writeFileSync(
      join(folder, language, "models/a-later/index.html"),
      "<!doctype html><h1>A model’s page</h1>",
    );
  }
  await writeWorker(folder);
  return folder;
}

let second = "";
test.beforeAll(async () => {
  second = await anotherRelease();
});
test.afterAll(() => rmSync(second, { recursive: true }));

/** Which release a page is of, when all its parts are there: by what they say, and by every file that it fetched. */
async function releaseOf(page: Page): Promise<string> {
  await toForm(page);
  await page.locator("#work").scrollIntoViewIfNeeded();
  await expect(page.locator("fc-take h2")).toBeAttached();
  const parts = [
    (await page.title()).startsWith("Six"),
    (await page.locator("h1").innerText()).includes("Second"),
    (await page.locator("fc-take h2").innerText()).includes("again"),
    ...(await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .filter(({ name }) => name.includes("/assets/"))
        .map(({ name }) => /-2[\w-]{8}\.\w+$/.test(name)),
    )),
  ];
  expect(parts.length).toBeGreaterThan(8);
  return parts.every((part) => part) ? "second" : parts.some((part) => part) ? "mixed" : "first";
}

test("works without a network once it was visited, with all its parts and pages", async ({ page, host }) => {
  await openFirst(page);
  await kept(page);
  host.isDown = true;

  // The page of the first visit, as it stands.
  await toForm(page);
  await field(page, "/time/hours").fill("158.4");
  await expect.poll(() => sentence(page)).toContain("158.4 hours");
  const changed = await sentence(page);
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#1\./);

  await page.reload();
  await expect.poll(() => sentence(page)).toBe(changed);
  await openFirst(page, `./?from=somewhere${new URL(page.url()).hash}`);
  expect(await sentence(page)).toBe(changed);

  const files = readdirSync(dist, { recursive: true })
    .map(String)
    .filter(
      (name) =>
        /\.\w+$/.test(name) &&
        !/^(sw\.js|_headers|robots\.txt|sitemap.*|404\.html|embed\.html|embed-height\.js|releases\.json)$|^demos\/|models\/./.test(
          name,
        ),
    );
  const missing = await page.evaluate(async (names) => {
    const found = await Promise.all(
      names.map((name) =>
        fetch(name).then(
          ({ ok }) => ok,
          () => false,
        ),
      ),
    );
    return names.filter((_, i) => !found[i]);
  }, files);
  expect(files.length).toBeGreaterThan(15);
  expect(missing).toEqual([]);

  for (const name of files.filter((name) => name.endsWith(".html"))) {
    await page.goto(`./${name}`);
    await expect(page.locator("h1")).toHaveCount(1);
    await page.goto(`./${name.replace(/(^|\/)index\.html$|\.html$/, "$1")}?a=b#sum`);
    await expect(page.locator("h1")).toHaveCount(1);
  }
  await expect(page.goto("./no-such-page.html")).rejects.toThrow();
});

test("brings a new release whole, and only once nobody reads the former one", async ({
  page,
  context,
  host,
}) => {
  await openFirst(page);
  await kept(page);
  host.release(second);
  host.asked.length = 0;
  expect(await update(page)).toBe("installed");
  expect(await releases(page)).toBe(2);

  // It is said, and can be waved away.
  const offer = page.locator(".update");
  await expect(offer).toContainText("A new version of Five Cars is ready.");
  await offer.getByRole("button", { name: "Not now" }).click();
  await expect(offer).toHaveCount(0);

  // What this page hadn't fetched yet is gone from the host.
  expect(await releaseOf(page)).toBe("first");
  const other = await context.newPage();
  await openFirst(other);
  expect(await releaseOf(other)).toBe("first");
  expect(host.asked.filter((name) => !/-2[\w-]{8}\.\w+$/.test(name) && name.startsWith("assets/"))).toEqual(
    [],
  );

  await page.close();
  await other.close();
  const next = await context.newPage();
  await openFirst(next);
  expect(await releaseOf(next)).toBe("second");
  await expect.poll(() => releases(next)).toBe(1);

  // The pages of models follow, those of the language read.
  const has = (name: string): Promise<boolean> =>
    next.evaluate((name) => caches.match(name).then((found) => found !== undefined), name);
  await expect.poll(() => has("models/a-later/index.html")).toBe(true);
  expect(await has("de/models/a-later/index.html")).toBe(false);
  await next.goto("./de/models/a-later");
  await expect.poll(() => has("../../../de/models/a-later/index.html")).toBe(true);
  host.isDown = true;
  await next.reload();
  await expect(next.locator("h1")).toHaveText("A model’s page");
});

test("brings a new release at once where the reader asks for it, with the sum, and leaves other tabs theirs", async ({
  page,
  context,
  host,
}) => {
  await openFirst(page);
  await kept(page);
  const other = await context.newPage();
  await openFirst(other);
  await kept(other);
  host.release(second);
  await toForm(page);
  expect(await update(page)).toBe("installed");
  await expect(page.locator(".update")).toBeVisible();
  await field(page, "/time/hours").fill("158.4");
  await page.getByRole("button", { name: "Reload for the new version" }).click();
  await expect(page).toHaveTitle(/^Six/);
  await expect.poll(() => sentence(page)).toContain("158.4 hours");
  expect(await releaseOf(page)).toBe("second");

  // It has been taken over as well, but its files are still there.
  expect(await releaseOf(other)).toBe("first");
  expect(await releases(page)).toBe(2);
  await other.close();
  await page.reload();
  await expect.poll(() => releases(page)).toBe(1);
});

test("stays with the release that it has where the next one doesn’t arrive whole, or can’t be stored", async ({
  page,
  context,
  host,
}) => {
  // Nothing is kept of half a first one, either.
  const login = { status: 200, body: "<!doctype html>Log in to this network" };
  host.instead.set("sources.html", login);
  await openFirst(page);
  await expect.poll(() => host.asked).toContain("sources.html");
  await expect.poll(() => releases(page)).toBe(0);
  host.instead.clear();
  await page.reload();
  await kept(page);

  host.release(second);
  const form = readdirSync(join(second, "assets")).find((name) => /^form-.*js$/.test(name)) ?? "";
  const script = readFileSync(join(second, "assets", form), "utf8");
  const faults: [path: string, answer: { status: number; type?: string; body?: string }][] = [
    ["sources.html", login],
    ["", { status: 200, body: readFileSync(join(dist, "index.html"), "utf8") }],
    [`assets/${form}`, { status: 404, type: "text/javascript", body: script }],
    [`assets/${form}`, { status: 200, type: "text/plain", body: script }],
  ];
  for (const fault of faults) {
    host.instead = new Map([fault]);
    expect(await update(page)).toBe("redundant");
    await expect.poll(() => releases(page)).toBe(1);
  }
  host.instead.clear();
  const { origin } = new URL(host.url);
  const session = await context.newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1000 });
  expect(await update(page)).toBe("redundant");
  await session.send("Storage.overrideQuotaForOrigin", { origin });

  host.isDown = true;
  await page.reload();
  expect(await releaseOf(page)).toBe("first");
  host.isDown = false;
  expect(await update(page)).toBe("installed");
});

test("can be installed, and forgets all of it on demand", async ({ page, context, host }) => {
  await openFirst(page);
  await kept(page);
  const session = await context.newCDPSession(page);
  const { data, errors } = await session.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  expect((JSON.parse(data ?? "") as { name: string }).name).toContain("Five Cars");
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // Each test is a private window.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);

  host.instead.set("assets/erase.js", {
    status: 200,
    type: "text/javascript",
    body: await script("../src/offline/erase.ts", "es"),
  });
  await page.evaluate(async (address) => {
    const { eraseOffline } = (await import(address)) as { eraseOffline: () => Promise<void> };
    await eraseOffline();
  }, `${host.url}assets/erase.js`);
  expect(await releases(page)).toBe(0);
  expect(await registrations(page)).toBe(0);
});

test("fetches nothing ahead where data is to be saved", async ({ page, context, host }) => {
  await context.addInitScript(() =>
    Object.defineProperty(navigator, "connection", { value: { saveData: true } }),
  );
  await openFirst(page);
  await expect.poll(() => host.asked.some((name) => name.startsWith("assets/register"))).toBe(true);
  await page.waitForLoadState("networkidle");
  expect(host.asked).not.toContain("sw.js");
  expect(await registrations(page)).toBe(0);
});
