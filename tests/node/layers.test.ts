// The layers stay honest: who may know whom, and where a fact may stand.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { at } from "./support.js";

function files(folder: string, ending: RegExp): string[] {
  return readdirSync(at(folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    return statSync(at(path)).isDirectory() ? files(path, ending) : ending.test(name) ? [path] : [];
  });
}
const code = (path: string): string =>
  readFileSync(at(path), "utf8")
    .replace(/\/\/.*$/gm, "")
    .replace(/\/\*[^]*?\*\//g, "");
const includes = (path: string): string[] =>
  [...code(path).matchAll(/#include\s*[<"]([^>"]+)[>"]/g)].map((m) => m[1] ?? "");

const may_include: Record<string, RegExp> = {
  accounting: /^accounting\/|^[a-z_0-9]+$/,
  catalog: /^(accounting|catalog)\/|^[a-z_0-9]+$/,
  documents: /^(accounting|catalog|documents)\/|^[a-z_0-9]+$/,
  bindings: /^(accounting|catalog|documents|bindings)\/|^emscripten\/|^[a-z_0-9]+$/,
  tools: /^(accounting|catalog|documents|tools)\/|^[a-z_0-9]+$|^nlohmann\/json\.hpp$/,
};
for (const [layer, allowed] of Object.entries(may_include)) {
  test(`src/${layer} includes only what it may know`, () => {
    const sources = files(`src/${layer}`, /\.(hpp|cpp)$/);
    assert.ok(sources.length > 0);
    for (const path of sources) {
      for (const include of includes(path)) {
        // The one adapter over nlohmann/json stands beside the node that it implements.
        if (path === "src/documents/node_json.hpp" && include === "nlohmann/json.hpp") continue;
        assert.match(include, allowed, path);
      }
    }
  });
}

test("the accounting does no I/O, throws nothing and uses no libm but sqrt, fabs and floor", () => {
  for (const path of files("src/accounting", /\.(hpp|cpp)$/)) {
    assert.doesNotMatch(
      code(path),
      /\b(iostream|fstream|cstdio|printf|std::cout|std::cerr|throw|try|catch)\b/,
      path,
    );
    // exp and log are our own, from math.hpp, where the same names are hidden.
    const own = path.endsWith("/math.hpp") || includes(path).includes("accounting/math.hpp");
    const called = own ? code(path).replace(/(?<!::)\b(exp|log) ?\(/g, "") : code(path);
    assert.doesNotMatch(
      called,
      /(?<!StepLog )\b(exp|log|log2|log10|pow|sin|cos|tan|cbrt|erf|tgamma|fma)\s*\(/,
      path,
    );
  }
});

test("nlohmann/json and exceptions stay out of the wasm", () => {
  const wasm = readFileSync(at("build/wasm/calculator.wasm"), "latin1");
  assert.doesNotMatch(wasm, /nlohmann|json\.exception/);
});

test("the page holds no factor: no pound, no PUE, no grid, no car", () => {
  const factors =
    /0\.4535|2\.2046|1\.58\b|0\.954|0\.4327|126[_,.]?000|57[_,.]?15|1[_,.]?984\b|11[_,.]?023|36[_,.]?156|899\.9|365\.25|52\.1|12[_,.]?041|79\.2/;
  for (const path of files("web", /\.(ts|html|css)$/)) {
    assert.doesNotMatch(code(path), factors, path);
  }
});

test("the page doesn't reach into the core, nor the core into the page", () => {
  for (const path of files("web/src", /\.ts$/))
    assert.doesNotMatch(code(path), /from\s+["'][./]*\/(src|data)\//, path);
  for (const path of files("src", /\.(hpp|cpp)$/)) assert.doesNotMatch(code(path), /web\//, path);
});

test("one version everywhere", () => {
  const cmake = /project\(fivecars VERSION (\S+)/.exec(readFileSync(at("CMakeLists.txt"), "utf8"))?.[1];
  const npm = (JSON.parse(readFileSync(at("package.json"), "utf8")) as { version: string }).version;
  const citation = /^version: "?([^"\n]+)"?$/m.exec(readFileSync(at("CITATION.cff"), "utf8"))?.[1];
  assert.equal(npm, cmake);
  assert.equal(citation, cmake);
});

test("fast-math is refused when the build is configured", () => {
  const folder = mkdtempSync(join(tmpdir(), "fivecars-cmake-"));
  try {
    const flags = [
      "-S",
      at(""),
      "-B",
      folder,
      "-G",
      "Ninja",
      "-DBUILD_TESTING=OFF",
      "-DCMAKE_CXX_FLAGS=-ffast-math",
    ];
    const { status, stderr } = spawnSync("cmake", flags, { encoding: "utf8" });
    assert.notEqual(status, 0);
    assert.match(stderr, /can't be built with fast-math/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
