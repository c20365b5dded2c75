// Without a network, and from one release to the next.
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { script, writeWorker } from "../../web/build/offline.js";
import { expect, field, open, openFirst, sentence, test as base, toForm } from "./page.js";

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

const kept = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((taken) => navigator.serviceWorker.addEventListener("controllerchange", taken));
  });

const caches = (page: Page): Promise<string[]> => page.evaluate(() => globalThis.caches.keys());

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
  await writeWorker(folder);
  return folder;
}

let second = "";
test.beforeAll(async () => {
  second = await anotherRelease();
});
test.afterAll(() => rmSync(second, { recursive: true }));

const isSecond = async (page: Page): Promise<boolean[]> => [
  (await page.title()).startsWith("Six"),
  (await page.locator("fc-take").innerText()).includes("again"),
  ...(await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter(({ name }) => name.includes("/assets/"))
      .map(({ name }) => /-2[\w-]{8}\.\w+$/.test(name)),
  )),
];
const all = (is: boolean) => (of: boolean[]) => of.length > 5 && of.every((one) => one === is);

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
  await open(page, `?from=somewhere${new URL(page.url()).hash}`);
  expect(await sentence(page)).toBe(changed);

  const files = readdirSync(dist, { recursive: true })
    .map(String)
    .filter((name) => /\.\w+$/.test(name) && !/^(sw\.js|_headers)$|models\/./.test(name));
  const missing = await page.evaluate(async (names) => {
    const found = await Promise.all(names.map((name) => fetch(name).then(({ ok }) => ok, () => false)));
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
