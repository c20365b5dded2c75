// Builds the page in every language, each into its place in dist/, then the embed. Arguments are Vite's.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
// English first: it empties dist/.
const languages = readdirSync("web/src/text")
  .filter((name) => existsSync(`web/src/text/${name}/language.ts`))
  .sort((a, b) => Number(b === "en") - Number(a === "en"));

const vite = (words, environment = {}) => {
  const { status } = spawnSync("node_modules/.bin/vite", ["build", ...words, ...process.argv.slice(2)], {
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  if (status !== 0) process.exit(status ?? 1);
};
for (const language of languages) vite(["web"], { FIVECARS_LANGUAGE: language });
vite(["--config", "web/embed/vite.config.ts"]);
