// The service worker: once it is installed, the page works without a network.
//
// A release is all files of one build. Its worker keeps them in a cache of its own, each only if it is to the byte
// what the build made, and all of them or none. Pages get their files from the release that they came with, until
// they are closed; then the next one takes over, whole.
import { cachesOf, type Message } from "./shared.js";

/** Put before this script when the site is made: the name of each file, and the beginning of its SHA-256. */
declare const release: { version: string; files: Record<string, string> };
declare const self: ServiceWorkerGlobalScope;

const { scope } = self.registration;
const files = new Map(Object.entries(release.files));
const ours = cachesOf(scope);
const own = ours + release.version;
/** In the own cache: the pages that were open when this worker took over from another without waiting for them. */
const guests = `${scope}?guests`;

/** Many pages, each of which few will read: kept when they are wanted, not at once. */
const isLater = (path: string): boolean => /(^|\/)models\/./.test(path);

const held = (path: string): Promise<Response | undefined> => caches.match(scope + path, { cacheName: own });

async function digest(body: ArrayBuffer): Promise<string> {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return btoa(String.fromCharCode(...sum)).slice(0, 16);
}

// Some hosts give what they don't know no type, and browsers start no such script.
const types: [ending: RegExp, type: RegExp][] = [
  [/\.html$/, /^text\/html/],
  [/\.js$/, /javascript/],
  [/\.css$/, /^text\/css/],
];

/** A copy without what only the way here had: another address, a compression. Undefined if it isn't this release's. */
async function checked(path: string, response: Response): Promise<Response | undefined> {
  const { status, headers } = response;
  const type = headers.get("content-type") ?? "";
  if (status !== 200 || types.some(([ending, expected]) => ending.test(path) && !expected.test(type))) return;
  const body = await response.arrayBuffer();
  if ((await digest(body)) !== files.get(path)) return;
  const copied = new Headers(headers);
  for (const name of ["content-encoding", "content-length", "vary"]) copied.delete(name);
  return new Response(body, { headers: copied });
}

/** Puts a file into the cache: from a former release, if it is the same there. @throws if there is none like it. */
async function keep(path: string, cache: Cache): Promise<void> {
  const former = await caches.match(scope + path);
  const good =
    (former && (await checked(path, former))) ??
    (await checked(
      path,
      // Hosts may send index.html on to the folder, so that is asked for. A name with a hash is never used again.
      await fetch(scope + path.replace(/(^|\/)index\.html$/, "$1"), {
        cache: path.startsWith("assets/") ? "default" : "no-cache",
      }),
    ));
  if (!good) throw new Error(`${path} isn't the one of this release`);
  await cache.put(scope + path, good);
}

async function install(): Promise<void> {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData) throw new Error("data is to be saved");
  try {
    const before = await Promise.all(
      [...files.keys()].map(async (path) => !isLater(path) || (await caches.match(scope + path))),
    );
    const cache = await caches.open(own);
    // What the former release had must not get lost with it.
    await Promise.all([...files.keys()].filter((_, i) => before[i]).map((path) => keep(path, cache)));
  } catch (reason) {
    await caches.delete(own);
    throw reason;
  }
}

async function activate(): Promise<void> {
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  await (await caches.open(own)).put(guests, new Response(JSON.stringify(open.map(({ id }) => id))));
  await tidy();
  // The page of a first visit: it came from the network, and its names are those of this release, or in no cache.
  await self.clients.claim();
}

/** Removes former releases once none of their pages is open. */
async function tidy(): Promise<void> {
  const noted = await caches.match(guests, { cacheName: own });
  if (!noted) return;
  const names = await caches.keys();
  const ids = (await noted.json()) as string[];
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  // A next release, whose cache this might be, tidies up itself.
  if (self.registration.installing || self.registration.waiting) return;
  if (open.some(({ id }) => ids.includes(id))) return;
  for (const name of names) if (name.startsWith(ours) && name !== own) await caches.delete(name);
  await (await caches.open(own)).delete(guests);
}

/** Those of `models/` of a language, one after the other; what can't be had now is tried again by the next visit. */
async function keepLater(folder: string): Promise<void> {
  for (const path of files.keys()) {
    if (!isLater(path) || !path.startsWith(folder) || (await held(path))) continue;
    // Somebody may have erased it all meanwhile.
    if (!(await caches.has(own))) return;
    await keep(path, await caches.open(own));
  }
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));

self.addEventListener("message", (event) => {
  const data = event.data as Message;
  if ("now" in data) void self.skipWaiting();
  else
    event.waitUntil(
      tidy()
        .then(() => keepLater(data.keep))
        .catch(() => undefined),
    );
});

/** From the cache; without one, or with a cache that fails, from the network. */
async function first(found: Promise<Response | undefined>, request: Request): Promise<Response> {
  return (await found.catch(() => undefined)) ?? fetch(request);
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const asked = url.origin + url.pathname;
  if (request.method !== "GET" || !asked.startsWith(scope)) return;
  if (request.mode === "navigate") event.waitUntil(tidy().catch(() => undefined));

  const name = asked.slice(scope.length);
  // Some hosts leave the ending away.
  const path = [name.replace(/(^|\/)$/, "$1index.html"), `${name}.html`].find((known) => files.has(known));
  if (path !== undefined) {
    event.respondWith(first(held(path), request));
    if (isLater(path)) event.waitUntil(keepLater(path).catch(() => undefined));
  } else if (files.has(`${name}/index.html`)) {
    event.respondWith(Response.redirect(`${asked}/${url.search}`));
  } else if (name.startsWith("assets/")) {
    // Of a page from a former release. The name has a hash in it: what goes by it is right.
    event.respondWith(first(caches.match(asked), request));
  }
});
