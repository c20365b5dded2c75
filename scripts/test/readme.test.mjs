// What the README and its neighbours say has to be so.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { assertPrints, commands, page, script } from "../examples.mjs";

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
const text = (file) => readFileSync(file, "utf8");
const documents = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"];

const examples = commands(text("README.md"));

test("the README has examples to check", () => {
  assert.ok(examples.length >= 2, `${examples.length} examples`);
});

for (const { command, printed } of examples) {
  test(`README: ${command.split("\n")[0]}`, () => {
    const { stdout, stderr } = spawnSync("bash", ["-c", command], { encoding: "utf8" });
    assertPrints(printed, stdout + stderr);
  });
}

test("the JavaScript example of the README prints what it says", () => {
  const { example, expected } = script(text("README.md"));
  const printed = execFileSync("node", ["--input-type=module", "-e", example], { encoding: "utf8" });
  assert.deepEqual(printed.trimEnd().split("\n"), expected);
});

test("what the README embeds is on the site", () => {
  const { homepage } = JSON.parse(text("package.json"));
  const asked = [...page(text("README.md")).matchAll(/(?:src|href)="([^"]*)"/g)].map(
    ([, address]) => address,
  );
  assert.ok(asked.length >= 2);
  for (const address of asked) {
    assert.ok(address.startsWith(homepage), address);
    assert.ok(existsSync(path.join("dist", address.slice(homepage.length))), address);
  }
});

test("every `make` target that the documents name is in `make help`", () => {
  const help = execFileSync("make", ["help"], { encoding: "utf8" });
  const known = new Set([...help.matchAll(/^ {2}make ([a-z-]+)/gm)].map((m) => m[1]));
  for (const file of documents) {
    for (const [, target] of text(file).matchAll(/(?:`|^ {4}|^)make ([a-z-]+)\b/gm)) {
      assert.ok(known.has(target), `${file}: make ${target}`);
    }
  }
});

test("every link to a file of ours leads somewhere", () => {
  for (const file of documents) {
    for (const [, target] of text(file).matchAll(/(?:\]\(|src="|srcset="|href=")([^)"#\s]+)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      assert.ok(existsSync(path.join(path.dirname(file), target)), `${file}: ${target}`);
    }
  }
});

test("every folder of the README's table is there", () => {
  const folders = [...text("README.md").matchAll(/^\| `([\w./-]+)` \|/gm)].map((m) => m[1]);
  assert.ok(folders.length > 5, `${folders.length} rows`);
  for (const folder of folders) assert.ok(existsSync(folder), folder);
});

test("one version everywhere", () => {
  const version = JSON.parse(text("package.json")).version;
  assert.equal(text("CMakeLists.txt").match(/^project\(fivecars VERSION (\S+)/m)?.[1], version);
  assert.equal(text("CITATION.cff").match(/^version: "?([^"\n]+)"?$/m)?.[1], version);
  assert.match(text("CHANGELOG.md"), new RegExp(`^## \\[?${version.replaceAll(".", "\\.")}\\b`, "m"));
  assert.ok(
    execFileSync("build/native/fivecars", ["--version"], { encoding: "utf8" }).startsWith(
      `fivecars ${version},`,
    ),
  );
});

test("the size budget that the documents name is the one that is checked", () => {
  const { brotli, requests } = JSON.parse(text("tests/size/budgets.json")).first_load;
  for (const file of documents) {
    for (const [, kB] of text(file).matchAll(/([\d.,]+) kB with Brotli/g))
      assert.equal(Number(kB) * 1000, brotli, `${file}: ${kB} kB`);
    for (const [, n] of text(file).matchAll(/(\d+) requests/g))
      assert.equal(Number(n), requests, `${file}: ${n} requests`);
  }
});
