// Builds the npm package in build/package, and packs it: build/release/fivecars-X.Y.Z.tgz. Needs `make wasm`.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const run = (command, words) => {
  const { status } = spawnSync(command, words, { stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) process.exit(status ?? 1);
};
run("scripts/build.sh", ["wasm", "cli"]);
run("node_modules/.bin/vite", ["build", "--config", "web/package/vite.config.ts", "--logLevel", "warn"]);
mkdirSync("build/release", { recursive: true });
run("npm", ["pack", "./build/package", "--pack-destination", "build/release", "--silent"]);
