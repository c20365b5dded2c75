// Packs what an embed needs of a site that was built, and nothing else.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { archived } from "./archive.mjs";
import { digest, integrityOf, isVersion, named, Refused, schema } from "./form.mjs";
import { reached } from "./reach.mjs";

/** The sums of published models, by language ("" for the first): each as "ID/embed.json". */
function sumsOf(dist) {
  const found = new Map();
  for (const name of readdirSync(dist, { recursive: true }).sort()) {
    const [, folder = "", sum] =
      /^([a-z]{2,3}\/)?models\/([^/]+\/embed[^/]*\.json)$/.exec(name.split(path.sep).join("/")) ?? [];
    if (sum) found.set(folder, [...(found.get(folder) ?? []), sum]);
  }
  return found;
}

function sums(dist) {
  const byLanguage = sumsOf(dist);
  const all = new Set([...byLanguage.values()].flat());
  const files = [...byLanguage].flatMap(([folder, some]) => some.map((sum) => `${folder}models/${sum}`));
  if (!byLanguage.has("")) return { files, faults: ["models/: it has no sums; `make dist` builds them"] };
  const faults = [...byLanguage].flatMap(([folder, some]) =>
    [...all]
      .filter((sum) => !some.includes(sum))
      .map(
        (sum) =>
          `${folder}models/${sum}: it isn't there, but in another language; \`make dist\` builds all of them`,
      ),
  );
  return { files, faults };
}

/** The one that all sums were made with. */
function dataOf(contents, version) {
  const stamps = [...contents]
    .filter(([file]) => file.endsWith(".json"))
    .map(([, bytes]) => JSON.parse(bytes.toString()));
  const data = [...new Set(stamps.map(({ data_version }) => data_version))];
  const engines = [...new Set(stamps.map(({ engine_version }) => engine_version))];
  const faults = [];
  if (data.length !== 1 || !data[0])
    faults.push(`models/: the sums are of the data ${data.join(" and ")}; \`make dist\` makes them alike`);
  if (engines.some((engine) => engine !== version))
    faults.push(
      `models/: the sums are of version ${engines.join(" and ")}, and package.json says ${version}; ` +
        "let it and CMakeLists.txt say the same, then `make dist`",
    );
  return { data: data[0], faults };
}

/**
 * @param {{ dist: string, to: string, version: string }} given
 * @returns {{ file: string, files: number, bytes: number }} the archive
 * @throws {Refused}
 */
export function pack({ dist, to, version }) {
  if (!isVersion(version))
    throw new Refused([`package.json: “${version}” is no version of a release; they go by X.Y.Z`]);
  if (!existsSync(dist)) throw new Refused([`${dist}: there is no site; \`make dist\` builds it`]);
  const scripts = reached(
    dist,
    named.filter((name) => name.endsWith(".js")),
  );
  const models = sums(dist);
  const faults = [...scripts.faults, ...models.faults];
  const wanted = [...new Set([...named, ...scripts.files, ...models.files])].sort();
  if (!existsSync(path.join(dist, "embed.html")))
    faults.push("embed.html: it isn't there; `make dist` builds it");
  if (faults.length > 0) throw new Refused(faults);

  const contents = new Map(wanted.map((file) => [file, readFileSync(path.join(dist, file))]));
  const { data, faults: stale } = dataOf(contents, version);
  if (stale.length > 0) throw new Refused(stale);
  const release = {
    schema,
    version,
    data_version: data,
    integrity: integrityOf(contents.get("embed.js")),
    files: Object.fromEntries([...contents].map(([file, bytes]) => [file, digest("sha256", bytes)])),
  };
  contents.set("release.json", Buffer.from(`${JSON.stringify(release, null, 2)}\n`));
  const bytes = archived([...contents].map(([file, content]) => [`v/${version}/${file}`, content]));
  mkdirSync(to, { recursive: true });
  const file = path.join(to, `fivecars-embed-${version}.tar.gz`);
  writeFileSync(file, bytes);
  return { file, files: contents.size, bytes: bytes.length };
}
