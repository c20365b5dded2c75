// What a release holds, and that what was published once is neither lost nor changed nor followed by anything worse.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { archived, entriesOf } from "../release/archive.mjs";
import { Refused } from "../release/form.mjs";
import { keep } from "../release/keep.mjs";
import { pack } from "../release/pack.mjs";
import { ready } from "../release/ready.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const base = mkdtempSync(path.join(tmpdir(), "fivecars-release-"));
after(() => rmSync(base, { recursive: true }));
let folders = 0;
const folder = () => {
  const made = path.join(base, String((folders += 1)));
  mkdirSync(made);
  return made;
};

function put(at, files) {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(at, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return at;
}

const sum = (version) => JSON.stringify({ data_version: "2026.11+abc", engine_version: version });

/** As much of a site as a release is made of, and some of the rest. */
const filesOf = (version) => ({
  "embed.js": `const at = new URL(".", import.meta.url); export const view = () => import(\`./assets/embed-view-1.js\`);`,
  "embed.html": `<!doctype html><title>${version}</title>`,
  "embed-height.js": "addEventListener('message', () => {});",
  "assets/embed-view-1.js": `import "./embed-runtime-1.js"; export { x } from "./embed-x-1.js"; export const editor = () => import("./embed-editor-1.js");`,
  "assets/embed-runtime-1.js": `export * from "./embed-all-1.js"; // import("./not-there.js")`,
  "assets/embed-all-1.js": `export const text = 'import("./not-there.js")';`,
  "assets/embed-x-1.js": `import "./embed-view-1.js"; export const x = ${JSON.stringify(version)};`,
  "assets/embed-editor-1.js": "export const wasm = new URL(`embed-1.wasm`, import.meta.url).href;",
  "assets/embed-1.wasm": "wasm",
  "models/bert-base/embed.json": sum(version),
  "models/bert-base/embed-one.json": sum(version),
  "de/models/bert-base/embed.json": sum(version),
  "de/models/bert-base/embed-one.json": sum(version),
});
const rest = {
  "index.html": "<!doctype html>",
  "releases.json": '{ "releases": [] }',
  "sw.js": "",
  "assets/page-1.js": `import "./embed-x-1.js";`,
  "models/bert-base/index.html": "",
  "models/bert-base/card.png": "",
  "demos/embed.json": "{}",
};
const site = (version = "1.0.0", more = {}) => put(folder(), { ...filesOf(version), ...rest, ...more });

const archiveOf = (version, more) => pack({ dist: site(version, more), to: folder(), version }).file;

/** Every file below a folder, with what is in it. */
const contents = (at) =>
  Object.fromEntries(
    readdirSync(at, { recursive: true })
      .sort()
      .filter((name) => statSync(path.join(at, name)).isFile())
      .map((name) => [name, readFileSync(path.join(at, name), "utf8")]),
  );

const sha = (algorithm, bytes) => `${algorithm}-${createHash(algorithm).update(bytes).digest("base64")}`;
const listOf = (dist) => JSON.parse(readFileSync(path.join(dist, "releases.json"), "utf8")).releases;

/** Refused for these reasons, each once and no other; and the site is as it was. */
async function refused(act, reasons, dist) {
  const before = dist && contents(dist);
  let faults = [];
  try {
    await act();
  } catch (reason) {
    if (!(reason instanceof Refused)) throw reason;
    ({ faults } = reason);
  }
  assert.equal(faults.length, reasons.length, `${reasons.length} faults expected:\n${faults.join("\n")}`);
  for (const reason of reasons)
    assert.ok(
      faults.some((fault) => reason.test(fault)),
      `${reason} isn't among\n${faults.join("\n")}`,
    );
  if (dist) assert.deepEqual(contents(dist), before);
}

test("a release has what embeds reach, by whatever kind of import, and nothing else of the site", () => {
  const dist = site();
  const { file } = pack({ dist, to: folder(), version: "1.0.0" });
  const found = new Map(
    entriesOf(readFileSync(file)).map(({ path: name, bytes }) => [name, bytes.toString()]),
  );
  const manifest = JSON.parse(found.get("v/1.0.0/release.json"));
  found.delete("v/1.0.0/release.json");
  assert.deepEqual(
    Object.fromEntries(found),
    Object.fromEntries(Object.entries(filesOf("1.0.0")).map(([name, text]) => [`v/1.0.0/${name}`, text])),
  );
  assert.deepEqual(manifest, {
    schema: "fivecars/release/1",
    version: "1.0.0",
    data_version: "2026.11+abc",
    integrity: sha("sha384", filesOf("1.0.0")["embed.js"]),
    files: Object.fromEntries(
      Object.entries(filesOf("1.0.0")).map(([name, text]) => [name, sha("sha256", text)]),
    ),
  });
});

test("the same site gives the same bytes, whatever the dates of its files, and any tar unpacks them", () => {
  const dist = site();
  const first = pack({ dist, to: folder(), version: "1.0.0" });
  const copy = folder();
  cpSync(dist, copy, { recursive: true });
  for (const name of readdirSync(copy, { recursive: true })) utimesSync(path.join(copy, name), 1e9, 1e9);
  const second = pack({ dist: copy, to: folder(), version: "1.0.0" });
  assert.ok(readFileSync(first.file).equals(readFileSync(second.file)));

  const out = folder();
  const { status, stderr } = spawnSync("tar", ["xzf", first.file, "-C", out], { encoding: "utf8" });
  assert.equal(status, 0, stderr);
  assert.equal(stderr, "");
  const { "release.json": _, ...unpacked } = contents(path.join(out, "v/1.0.0"));
  assert.deepEqual(unpacked, filesOf("1.0.0"));
});

test("nothing is packed where something is missing or can't be told, and all of it is named", async () => {
  const dist = site("1.0.0", {
    "assets/embed-x-1.js": `import "lit"; import("/assets/page-1.js"); import(name); new URL(name, import.meta.url); import("../../x.js");`,
    "assets/embed-all-1.js": `import("./not-there.js")`,
    "models/elmo/embed.json": sum("1.0.0"),
  });
  rmSync(path.join(dist, "embed.html"));
  rmSync(path.join(dist, "assets/embed-1.wasm"));
  const to = folder();
  await refused(
    () => pack({ dist, to, version: "1.0.0" }),
    [
      /^assets\/embed-x-1\.js: it fetches “lit”/,
      /^assets\/embed-x-1\.js: it fetches “\/assets\/page-1\.js”/,
      /^assets\/embed-x-1\.js: it fetches “\.\.\/\.\.\/x\.js”/,
      ...Array(2).fill(/^assets\/embed-x-1\.js: it fetches something that only shows when it runs/),
      /^assets\/not-there\.js: it isn't there; `make dist`/,
      /^assets\/embed-1\.wasm: it isn't there; `make dist`/,
      /^embed\.html: it isn't there; `make dist`/,
      /^de\/models\/elmo\/embed\.json: it isn't there, but in another language/,
    ],
  );
  await refused(() => pack({ dist: path.join(dist, "nowhere"), to, version: "1.0.0" }), [/there is no site/]);
  await refused(() => pack({ dist: site(), to, version: "1.0.0-rc.1" }), [/go by X\.Y\.Z/]);
  assert.deepEqual(readdirSync(to), []);
});

test("a site that was built before the version or the data changed isn't packed", async () => {
  await refused(
    () => pack({ dist: site("0.9.0"), to: folder(), version: "1.0.0" }),
    [/of version 0\.9\.0, and package\.json says 1\.0\.0/],
  );
  const mixed = { "models/bert-base/embed.json": sum("1.0.0").replace("2026.11", "2026.10") };
  await refused(
    () => pack({ dist: site("1.0.0", mixed), to: folder(), version: "1.0.0" }),
    [/of the data 2026\.11\+abc and 2026\.10\+abc/],
  );
});

test("releases are kept to the byte, and listed newest first", async () => {
  const dist = site();
  const versions = ["0.9.0", "0.10.0", "0.10.1", "1.0.0"];
  const archives = versions.map((version) => archiveOf(version));
  const { releases, notes } = await keep({ archives, dist });
  assert.deepEqual(notes, []);
  assert.deepEqual(releases, listOf(dist));
  assert.deepEqual(
    releases.map(({ version }) => version),
    ["1.0.0", "0.10.1", "0.10.0", "0.9.0"],
  );
  for (const { version, integrity, data_version, manifest } of releases) {
    const { "release.json": said, ...files } = contents(path.join(dist, "v", version));
    assert.deepEqual(files, filesOf(version));
    assert.equal(integrity, sha("sha384", files["embed.js"]));
    assert.equal(data_version, "2026.11+abc");
    assert.equal(manifest, sha("sha256", said));
  }
  const { "releases.json": _, ...others } = contents(dist);
  const { "releases.json": __, ...former } = { ...filesOf("1.0.0"), ...rest };
  for (const name of Object.keys(others)) if (name.startsWith("v/")) delete others[name];
  assert.deepEqual(others, former);

  // Again, and with one of them twice, it is the same site.
  const before = contents(dist);
  await keep({ archives: [...archives, archives[0]], dist, published: path.join(dist, "releases.json") });
  assert.deepEqual(contents(dist), before);
});

test("a site without releases lists none", async () => {
  const dist = site();
  await keep({ archives: [], dist });
  assert.deepEqual(listOf(dist), []);
  assert.ok(!existsSync(path.join(dist, "v")));
});

/** An archive whose entries were changed, as somebody might who wants more than a release. */
const forged = (change, version = "1.0.0") => {
  const files = entriesOf(readFileSync(archiveOf(version))).map(({ path: name, bytes }) => [name, bytes]);
  const file = path.join(folder(), "forged.tar.gz");
  writeFileSync(file, archived(change(new Map(files)) ?? files));
  return file;
};
/** The same, in the bytes of the tar. */
const bent = (change) => {
  const tar = gunzipSync(readFileSync(archiveOf("1.0.0")));
  const file = path.join(folder(), "bent.tar.gz");
  writeFileSync(file, gzipSync(change(tar) ?? tar));
  return file;
};
const withManifest = (files, change) => {
  const said = JSON.parse(files.get("v/1.0.0/release.json"));
  change(said);
  return files.set("v/1.0.0/release.json", Buffer.from(JSON.stringify(said)));
};
const renewSum = (header) => {
  header.fill(" ", 148, 156);
  header.write(
    `${header
      .reduce((all, byte) => all + byte, 0)
      .toString(8)
      .padStart(6, "0")}\0`,
    148,
  );
};

for (const place of [
  "../evil.js",
  "/evil.js",
  "index.html",
  "v/evil.js",
  "v/1.0.0/../evil.js",
  "v/1.0.0/../../index.html",
  "v/../1.0.0/evil.js",
  "v/1.0.0/assets/./evil.js",
  "v/1.0.0//evil.js",
  "v/1.0.0/.htaccess",
  "v/1.0.0/..\\evil.js",
  "v/latest/evil.js",
  "v/1.0.0-rc.1/evil.js",
]) {
  test(`nothing is put to ${place}`, async () => {
    const dist = site();
    const archive = forged((files) => files.set(place, Buffer.from("evil")));
    const around = readdirSync(base).sort();
    await refused(() => keep({ archives: [archive], dist }), [/^forged.*leads out of v\/X\.Y\.Z\//], dist);
    assert.deepEqual(readdirSync(base).sort(), around);
  });
}

const swap = (name, text) => (files) => files.set(`v/1.0.0/${name}`, Buffer.from(text));
for (const [what, archive, ...reasons] of [
  [
    "a changed file",
    () => forged(swap("assets/embed-x-1.js", "evil")),
    /assets\/embed-x-1\.js isn't the one that release\.json names: take the archive anew/,
  ],
  ["a file more", () => forged(swap("evil.js", "evil")), /release\.json knows nothing of evil\.js/],
  [
    "a file less",
    () => forged((files) => void files.delete("v/1.0.0/assets/embed-1.wasm") ?? files),
    /assets\/embed-1\.wasm is missing/,
  ],
  [
    "several of these at once",
    () =>
      forged((files) => {
        files.delete("v/1.0.0/assets/embed-1.wasm");
        return swap("evil.js", "evil")(swap("embed.html", "evil")(files));
      }),
    /embed-1\.wasm is missing/,
    /nothing of evil\.js/,
    /embed\.html isn't/,
  ],
  [
    "a file twice",
    () => forged((files) => [...files, ["v/1.0.0/embed.html", Buffer.from("evil")]]),
    /v\/1\.0\.0\/embed\.html is there twice/,
  ],
  [
    "two releases",
    () => forged((files) => files.set("v/1.0.1/embed.js", Buffer.from(""))),
    /it holds 2 releases/,
  ],
  [
    "no release.json",
    () => forged((files) => void files.delete("v/1.0.0/release.json") ?? files),
    /no release\.json of the form fivecars\/release\/1/,
  ],
  [
    "another form",
    () => forged((files) => withManifest(files, (said) => void (said.schema = "fivecars/release/2"))),
    /no release\.json of the form/,
  ],
  [
    "another version than its folder's",
    () => forged((files) => withManifest(files, (said) => void (said.version = "2.0.0"))),
    /release\.json is of 2\.0\.0, not 1\.0\.0/,
  ],
  [
    "the integrity of something else",
    () =>
      forged((files) => withManifest(files, (said) => void (said.integrity = `sha384-${"A".repeat(64)}`))),
    /the integrity in release\.json isn't that of embed\.js/,
  ],
  [
    "no frame, and says so",
    () =>
      forged((files) => {
        files.delete("v/1.0.0/embed.html");
        return withManifest(files, (said) => void delete said.files["embed.html"]);
      }),
    /embed\.html is missing/,
  ],
  [
    "a link",
    () =>
      bent((tar) => {
        tar.write("2", 156);
        tar.write("/etc/passwd", 157);
        renewSum(tar.subarray(0, 512));
      }),
    /is no plain file/,
  ],
  ["a damaged header", () => bent((tar) => void tar.write("w", 3)), /the tar in it is damaged at byte 0/],
  ["no end", () => bent((tar) => tar.subarray(0, 700)), /the tar in it ends too early/],
  ["nothing but zeros and no release", () => bent(() => Buffer.alloc(1024)), /it holds 0 releases/],
  [
    "other bytes than a gzip's",
    () => put(folder(), { "x.tar.gz": "<!doctype html>" }) + "/x.tar.gz",
    /it is no whole gzip file/,
  ],
  [
    "more than a release can be",
    () => bent(() => Buffer.alloc(65 * 2 ** 20)),
    /it is no whole gzip file of at most 64 MB/,
  ],
  ["no file at all", () => path.join(base, "nowhere.tar.gz"), /nowhere\.tar\.gz: it isn't there/],
]) {
  test(`an archive with ${what} is refused, and the site stays as it was`, async () => {
    const dist = site();
    await refused(() => keep({ archives: [archiveOf("0.9.0"), archive()], dist }), reasons, dist);
  });
}

test("a byte that was damaged on the way is noticed, wherever it is", async () => {
  const dist = site();
  const good = readFileSync(archiveOf("1.0.0"));
  const file = path.join(folder(), "damaged.tar.gz");
  // The first ten are gzip's own, some of which say nothing about what is in it.
  for (let at = 10; at < good.length; at += 7) {
    const damaged = Buffer.from(good);
    damaged[at] ^= 0x10;
    writeFileSync(file, damaged);
    await assert.rejects(keep({ archives: [file], dist }), Refused, `byte ${at}`);
  }
  assert.deepEqual(contents(dist), { ...filesOf("1.0.0"), ...rest });
});

test("one version has one release", async () => {
  const dist = site();
  const archives = [archiveOf("1.0.0"), archiveOf("1.0.0", { "embed.html": "<!doctype html><p>Later" })];
  await refused(() => keep({ archives, dist }), [/it is another 1\.0\.0 than fivecars-embed-1\.0\.0/], dist);
});

test("what was published is neither left out nor changed, in a single byte of any file", async () => {
  const published = path.join(site(), "releases.json");
  const archives = ["0.9.0", "1.0.0"].map((version) => archiveOf(version));
  await keep({ archives, dist: path.dirname(published) });

  const dist = site();
  const changed = archiveOf("1.0.0", { "assets/embed-1.wasm": "wasn" });
  await refused(
    () => keep({ archives: [changed], dist, published }),
    [/^v\/0\.9\.0\/: .* no archive has it; give fivecars-embed-0\.9\.0\.tar\.gz/, /lists another 1\.0\.0/],
    dist,
  );
  // Of a list that has no more than what posts need, too.
  const short = listOf(path.dirname(published)).map(({ version, integrity }) => ({ version, integrity }));
  writeFileSync(published, JSON.stringify({ releases: short }));
  const script = archiveOf("1.0.0", { "embed.js": "export {};" });
  await refused(
    () => keep({ archives: [archives[0], script], dist, published }),
    [/lists another 1\.0\.0/],
    dist,
  );
  await keep({ archives: [...archives, archiveOf("1.0.1")], dist, published });
  assert.deepEqual(
    listOf(dist).map(({ version }) => version),
    ["1.0.1", "1.0.0", "0.9.0"],
  );
  // What the site itself has is as safe.
  await refused(() => keep({ archives, dist }), [/v\/1\.0\.1\/: .*no archive has it/], dist);
});

test("the list that was published is asked for, and only where no site is yet nothing was published", async () => {
  let status = 404;
  let body = "";
  const server = createServer((_, response) => response.writeHead(status).end(body));
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const published = `http://127.0.0.1:${server.address().port}/releases.json`;
  try {
    const dist = site();
    const archives = [archiveOf("1.0.0")];
    const { notes } = await keep({ archives, dist, published });
    assert.deepEqual(notes, [`${published}: nothing is published there`]);
    const refuses = (reason) => refused(() => keep({ archives, dist, published }), [reason], dist);
    status = 503;
    await refuses(/can't be read \(the answer was 503\)/);
    status = 200;
    body = "<!doctype html>";
    await refuses(/can't be read/);
    body = '{ "releases": [{ "version": "1.0" }] }';
    await refuses(/it is no list of releases/);
    body = `{ "releases": [{ "version": "0.9.0", "integrity": "sha384-x" }] }`;
    await refuses(/^v\/0\.9\.0\/: http/);
    body = JSON.stringify({ releases: listOf(dist) });
    await keep({ archives, dist, published });
  } finally {
    await new Promise((done) => server.close(done));
  }
  const dist = site();
  await refused(() => keep({ archives: [], dist, published }), [/can't be read/], dist);
});

test("the command tells all faults at once, and does as it says", () => {
  const run = (...words) =>
    spawnSync("node", [path.join(root, "scripts/release.mjs"), ...words], { encoding: "utf8", cwd: base });
  const dist = site();
  const published = path.join(folder(), "published.json");
  writeFileSync(published, '{ "releases": [{ "version": "0.9.0", "integrity": "sha384-x" }] }');
  const damaged = forged(swap("embed.js", "evil"));
  const bad = run("keep", damaged, "nowhere.tar.gz", "--dist", dist, "--published", published);
  assert.equal(bad.status, 1);
  assert.deepEqual(
    bad.stderr
      .trimEnd()
      .split("\n")
      .map((line) => line.split(":")[0]),
    ["forged.tar.gz", "forged.tar.gz", "nowhere.tar.gz", "v/0.9.0/"],
  );
  const good = run("keep", archiveOf("0.9.0"), archiveOf("0.10.0"), "--dist", dist);
  assert.equal(good.stderr, "");
  assert.equal(good.stdout, `releases in ${dist}: 0.10.0, 0.9.0\n`);
  for (const words of [[], ["publish"], ["ready"], ["keep", "--from", "x"], ["pack", "x"], ["constructor"]]) {
    const { status, stderr } = run(...words);
    assert.equal(status, 1);
    assert.doesNotMatch(stderr, /^ +at /m, words.join(" "));
    assert.notEqual(stderr, "");
  }
});

const changelog = `# Changelog

## [1.2.0] - Unreleased

- Next.

## [1.1.0] - 2026-11-28

### Added

- This.

## [1.0.0] - 2026-10-01

- That.
`;
const tree = (version) =>
  put(folder(), {
    "package.json": JSON.stringify({ version }),
    "CITATION.cff": `cff-version: 1.2.0\nversion: ${version}\n`,
    "CMakeLists.txt": `cmake_minimum_required(VERSION 3.24)\nproject(fivecars VERSION ${version} LANGUAGES CXX)\n`,
    "CHANGELOG.md": changelog,
  });

test("a tree is ready if it says the tag's version everywhere, with a day; its part of the changelog is told", async () => {
  assert.equal(ready({ root: tree("1.1.0"), tag: "v1.1.0" }), "### Added\n\n- This.\n");
  assert.equal(ready({ root: tree("1.0.0"), tag: "v1.0.0" }), "- That.\n");
  await refused(() => ready({ root: tree("1.2.0"), tag: "v1.2.0" }), [/^CHANGELOG\.md: .*1\.2\.0/]);
  await refused(
    () => ready({ root: tree("1.0.0"), tag: "v1.1.0" }),
    [
      /^package\.json: its version is 1\.0\.0/,
      /^CITATION\.cff: its version is 1\.0\.0/,
      /^CMakeLists\.txt: its version is 1\.0\.0/,
    ],
  );
  for (const tag of ["1.1.0", "v1.1.0-rc.1", "v1.1", "v01.1.0"])
    await assert.rejects(async () => ready({ root: tree("1.1.0"), tag }), /the tag of a release is vX\.Y\.Z/);
});

test("this tree has one version", () => {
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  try {
    ready({ root, tag: `v${version}` });
  } catch (reason) {
    assert.match(
      reason.faults.join("\n"),
      /^CHANGELOG\.md: .*$/,
      "the day is yet to be written, and no more",
    );
  }
});

const dist = path.join(root, "dist");
test(
  "of the site itself the embed's own files are all in, and those of the page are out",
  { skip: !existsSync(path.join(dist, "embed.html")) && "`make dist` builds it" },
  async () => {
    const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
    const { file } = pack({ dist, to: folder(), version });
    const names = entriesOf(readFileSync(file)).map(({ path: name }) => name.slice(`v/${version}/`.length));
    const own = readdirSync(path.join(dist, "assets")).filter((name) => name.startsWith("embed-"));
    assert.deepEqual(
      names.filter((name) => name.startsWith("assets/")),
      own.sort().map((name) => `assets/${name}`),
    );
    const copy = put(folder(), rest);
    const { releases } = await keep({ archives: [file], dist: copy });
    assert.equal(releases[0].integrity, sha("sha384", readFileSync(path.join(dist, "embed.js"))));
    for (const name of names.filter((one) => one !== "release.json"))
      assert.ok(
        readFileSync(path.join(copy, "v", version, name)).equals(readFileSync(path.join(dist, name))),
        name,
      );
  },
);
