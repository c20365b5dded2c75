// What a release is made of, and what becomes of it.
//
//   node scripts/release.mjs ready TAG
//       is this tree the release that the tag names? Prints what the changelog says of it.
//   node scripts/release.mjs pack [--dist dist] [--to build/release]
//       fivecars-embed-X.Y.Z.tar.gz: what embeds need of the site that was built, as v/X.Y.Z/.
//   node scripts/release.mjs keep ARCHIVE… [--dist dist] [--published releases.json]
//       puts those releases into the site that was built, and lists them in its releases.json. With the list that was
//       published last, a file or an address, it refuses to lose or to change one of it.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Refused } from "./release/form.mjs";
import { keep } from "./release/keep.mjs";
import { ready } from "./release/ready.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

const commands = {
  ready([tag, ...more]) {
    if (!tag || more.length > 0) return undefined;
    return ready({ root, tag });
  },
  async pack(words, { dist = "dist", to = "build/release" }) {
    if (words.length > 0) return undefined;
    // Only this needs what npm installs.
    const { pack } = await import("./release/pack.mjs");
    const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
    const { file, files, bytes } = pack({ dist, to, version });
    return `${file}: ${files} files, ${Math.round(bytes / 1000)} kB\n`;
  },
  async keep(archives, { dist = "dist", published }) {
    if (published === "")
      throw new Refused(["--published names nothing; give the list that was published last"]);
    const { releases, notes } = await keep({ archives, dist, published });
    const kept = releases.map(({ version }) => version).join(", ") || "none";
    return [...notes, `releases in ${dist}: ${kept}`, ""].join("\n");
  },
};
const options = { ready: [], pack: ["dist", "to"], keep: ["dist", "published"] };

const usage = `usage: node scripts/release.mjs ready TAG
       node scripts/release.mjs pack [--dist FOLDER] [--to FOLDER]
       node scripts/release.mjs keep ARCHIVE… [--dist FOLDER] [--published FILE-OR-ADDRESS]`;

async function main([command = "", ...words]) {
  if (!Object.hasOwn(commands, command)) return undefined;
  const known = Object.fromEntries(options[command].map((name) => [name, { type: "string" }]));
  const { values, positionals } = parseArgs({ args: words, options: known, allowPositionals: true });
  return commands[command](positionals, values);
}

try {
  const said = await main(process.argv.slice(2));
  process.stdout.write(said ?? "");
  if (said === undefined) throw new Refused([usage]);
} catch (reason) {
  if (!(reason instanceof Refused) && !reason.code?.startsWith("ERR_PARSE_ARGS")) throw reason;
  console.error(reason.message);
  process.exitCode = 1;
}
