// What the README and its neighbours say has to be so.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
const text = (file) => readFileSync(file, "utf8");
const documents = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"];

/** Blocks marked `console`: a line `$ command`, then what it prints. A line "…" stands for any others. */
const examples = [...text("README.md").matchAll(/^```console\n([\s\S]*?)^```$/gm)].flatMap(([, block]) =>
  block
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      // A command goes on as long as a quote is open, or a line ends in a backslash.
      const lines = part.split("\n");
      let command = lines.shift();
      while (/[\\|]\s*$/.test(command) || (command.match(/'/g) ?? []).length % 2 === 1)
        command += `\n${lines.shift()}`;
      return { command, printed: lines.join("\n") };
    }),
);

test("the README has examples to check", () => {
  assert.ok(examples.length >= 2, `${examples.length} examples`);
});

for (const { command, printed } of examples) {
  test(`README: ${command.split("\n")[0]}`, () => {
    const { stdout, stderr } = spawnSync("bash", ["-c", command], { encoding: "utf8" });
    const parts = printed.trimEnd().split(/^…(?:\n|$)/m);
    const actual = (stdout + stderr).trimEnd();
    assert.ok(actual.startsWith(parts[0].trimEnd()), `it begins otherwise:\n${actual}`);
    if (parts.length === 1) assert.equal(actual, parts[0]);
    let at = 0;
    for (const part of parts) {
      const found = actual.indexOf(part.trimEnd(), at);
      assert.ok(found >= 0, `doesn't print\n${part}\nbut\n${actual.slice(at)}`);
      at = found + part.trimEnd().length;
    }
    if (parts.at(-1) !== "") assert.equal(at, actual.length, "it prints more at the end");
  });
}

test("the JavaScript example of the README prints what it says", () => {
  const example = text("README.md").match(/^```js\n([\s\S]*?)^```$/m)?.[1];
  assert.ok(example, "there is no example");
  const expected = [...example.matchAll(/console\.log\(.*\);? *\/\/ (.+)$/gm)].map((m) => m[1]);
  assert.ok(expected.length > 0, "the example says nothing of what it prints");
  const printed = execFileSync("node", ["--input-type=module", "-e", example], { encoding: "utf8" });
  assert.deepEqual(printed.trimEnd().split("\n"), expected);
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
    for (const [, kB] of text(file).matchAll(/([\d.,]+) kB/g))
      assert.equal(Number(kB) * 1000, brotli, `${file}: ${kB} kB`);
    for (const [, n] of text(file).matchAll(/(\d+) requests/g))
      assert.equal(Number(n), requests, `${file}: ${n} requests`);
  }
});
