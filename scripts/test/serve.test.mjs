import assert from "node:assert/strict";
import { mkdtemp, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { serve } from "../serve.mjs";

let base, server;

before(async () => {
  base = await mkdtemp(path.join(tmpdir(), "fivecars-serve-"));
  await mkdir(path.join(base, "dist/assets"), { recursive: true });
  await mkdir(path.join(base, "dist/lessons"));
  await mkdir(path.join(base, "dist-secret"));
  await writeFile(path.join(base, "secret.txt"), "secret");
  await writeFile(path.join(base, "dist-secret/index.html"), "secret");
  await writeFile(path.join(base, "dist/index.html"), "<!doctype html><title>five</title>");
  await writeFile(path.join(base, "dist/lessons/index.html"), "lessons");
  await writeFile(path.join(base, "dist/two words.txt"), "words");
  await writeFile(path.join(base, "dist/assets/a.wasm"), "wasm".repeat(100));
  await writeFile(path.join(base, "dist/assets/a.js"), "export {};");
  await writeFile(path.join(base, "dist/page.png"), "png");
  await symlink(path.join(base, "secret.txt"), path.join(base, "dist/link.txt"));
  server = await serve({ folder: path.join(base, "dist") });
});
after(async () => {
  await server.close();
  await rm(base, { recursive: true });
});

/** The path goes out as it is: fetch() would tidy it up first. */
const get = (path, { method = "GET", headers = {}, to = server } = {}) =>
  new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port: to.port, path, method, headers }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    asked.on("error", reject);
    asked.end();
  });

test("the folder's page is at /", async () => {
  const { status, headers, body } = await get("/?a=b");
  assert.equal(status, 200);
  assert.equal(headers["content-type"], "text/html; charset=utf-8");
  assert.match(body.toString(), /five/);
});

test("wasm and scripts have the types that browsers insist on", async () => {
  assert.equal((await get("/assets/a.wasm")).headers["content-type"], "application/wasm");
  assert.equal((await get("/assets/a.js")).headers["content-type"], "text/javascript; charset=utf-8");
});

test("nothing outside the folder is served, however it is asked for", async () => {
  for (const path of [
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/%2e%2e%2fsecret.txt",
    "/assets/../../secret.txt",
    "/..%5csecret.txt",
    "/../dist-secret/index.html",
    "/../dist-secret/",
    "//../secret.txt",
    "/link.txt",
    "/.%00./secret.txt",
    "/%",
    "/%ff",
  ]) {
    const { status, body } = await get(path);
    assert.ok(status === 404 || status === 400, `${path}: ${status}`);
    assert.doesNotMatch(body.toString(), /^secret/, path);
  }
});

test("a folder without its slash is sent to the one with it, on this host", async () => {
  const { status, headers } = await get("/lessons?x=1");
  assert.equal(status, 301);
  assert.equal(headers.location, "/lessons/?x=1");
  assert.equal((await get("//lessons")).headers.location, "/lessons/");
  assert.equal((await get("/lessons/")).body.toString(), "lessons");
});

test("names with spaces are found", async () => {
  assert.equal((await get("/two%20words.txt")).body.toString(), "words");
});

test("what is missing is a 404", async () => {
  assert.equal((await get("/nothing")).status, 404);
});

test("text and wasm are compressed as the browser likes, pictures aren't", async () => {
  const ask = (path, encoding) => get(path, { headers: { "Accept-Encoding": encoding } });
  const brotli = await ask("/assets/a.wasm", "gzip, deflate, br, zstd");
  assert.equal(brotli.headers["content-encoding"], "br");
  assert.equal(brotliDecompressSync(brotli.body).toString(), "wasm".repeat(100));
  const gzipped = await ask("/assets/a.wasm", "gzip, br;q=0");
  assert.equal(gzipped.headers["content-encoding"], "gzip");
  assert.equal(gunzipSync(gzipped.body).toString(), "wasm".repeat(100));
  assert.equal((await ask("/assets/a.wasm", "identity")).headers["content-encoding"], undefined);
  assert.equal((await ask("/page.png", "br")).headers["content-encoding"], undefined);
});

test("hashed files are kept for ever, the page is asked for again", async () => {
  assert.match((await get("/assets/a.js")).headers["cache-control"], /immutable/);
  const page = await get("/");
  assert.equal(page.headers["cache-control"], "no-cache");
  assert.equal((await get("/", { headers: { "If-None-Match": page.headers.etag } })).status, 304);
});

test("the headers that the site asks for are sent, for the paths that it names", async () => {
  const file = path.join(base, "dist/_headers");
  await writeFile(
    file,
    "# why\n/*\n  Referrer-Policy: same-origin\n\n/assets/*.js\n  X-One: 1\n/page.png\n  Cache-Control: max-age=5\n",
  );
  try {
    const script = await get("/assets/a.js");
    assert.equal(script.headers["referrer-policy"], "same-origin");
    assert.equal(script.headers["x-one"], "1");
    assert.match(script.headers["cache-control"], /immutable/);
    const picture = await get("/page.png");
    assert.equal(picture.headers["cache-control"], "max-age=5");
    assert.equal(picture.headers["x-one"], undefined);
    assert.equal((await get("/_headers")).status, 404);
  } finally {
    await rm(file);
  }
});

test("HEAD has no body, and other methods are refused", async () => {
  const head = await get("/", { method: "HEAD" });
  assert.equal(head.status, 200);
  assert.equal(head.body.length, 0);
  assert.equal((await get("/", { method: "POST" })).status, 405);
});

test("a port that is taken is an error with that name", async () => {
  await assert.rejects(serve({ folder: base, port: server.port }), { code: "EADDRINUSE" });
});
