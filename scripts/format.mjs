// Formats the sources, or with --check says which aren't. Both formatters are pinned in package.json, so that every
// machine agrees; clang-format is the real one, as wasm.
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import init, { format } from "@wasm-fmt/clang-format";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const check = process.argv.includes("--check");

await init();
const style = readFileSync(".clang-format", "utf8");
const files = ["src", "tests"]
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => `${folder}/${name}`))
  .filter((file) => /\.(cpp|hpp|h)$/.test(file) && !/\/(node_modules|third_party)\//.test(file));

let unformatted = 0;
for (const file of files) {
  const before = readFileSync(file, "utf8");
  const after = format(before, file, style);
  if (after === before) continue;
  unformatted += 1;
  if (!check) writeFileSync(file, after);
  console.log(`${check ? "not formatted" : "formatted"}: ${file}`);
}

const what = ["web", "tests", "scripts", ".github", "*.json"];
const prettier = spawnSync(
  "node_modules/.bin/prettier",
  [check ? "--check" : "--write", "--log-level=warn", ...what],
  { stdio: "inherit" },
);
if (check && (unformatted > 0 || prettier.status !== 0)) {
  console.log("`make format` formats them.");
  process.exit(1);
}
process.exit(prettier.status ?? 1);
