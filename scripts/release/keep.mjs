// Puts releases beside a site that was built, each as it was made, and lists them. What was published once is never
// lost or changed: posts hold on to it by its hash.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { entriesOf } from "./archive.mjs";
import { digest, integrityOf, isVersion, named, Refused, schema } from "./form.mjs";

const again = "take the archive anew from its release";

/** Neither hidden, nor absolute, nor with a step upwards, nor with what other systems take for a separator. */
const isSafe = (file) => file.split("/").every((part) => /^\w[\w.-]*$/.test(part));

/** The parts of "v/X.Y.Z/file". */
function placed({ path: given }) {
  const [, version, file] = /^v\/([^/]+)\/(.+)$/.exec(given) ?? [];
  return version && isVersion(version) && isSafe(file) ? { version, file } : undefined;
}

function faultsOfEntries(entries) {
  const seen = new Set();
  return entries.flatMap((entry) => {
    const { path: given, plain } = entry;
    const faults = [];
    if (!placed(entry)) faults.push(`${given} leads out of v/X.Y.Z/; a release has nothing there: ${again}`);
    if (!plain) faults.push(`${given} is no plain file; a release has nothing else: ${again}`);
    if (seen.has(given)) faults.push(`${given} is there twice: ${again}`);
    seen.add(given);
    return faults;
  });
}

function manifestOf(bytes) {
  try {
    const said = JSON.parse(bytes?.toString() ?? "");
    const isWhole =
      said.schema === schema &&
      typeof said.files === "object" &&
      said.files !== null &&
      typeof said.data_version === "string" &&
      typeof said.integrity === "string";
    return isWhole ? said : undefined;
  } catch {
    return undefined;
  }
}

function faultsOfFiles(files, said) {
  const wanted = new Map(Object.entries(said.files));
  const all = [...new Set([...named, ...wanted.keys(), ...files.keys()])].sort();
  return all.flatMap((file) => {
    const bytes = files.get(file);
    if (!bytes) return [`${file} is missing: ${again}`];
    if (!wanted.has(file)) return [`release.json knows nothing of ${file}: ${again}`];
    return wanted.get(file) === digest("sha256", bytes)
      ? []
      : [`${file} isn't the one that release.json names: ${again}`];
  });
}

/** @returns {{ faults: string[], release?: object, files?: Map<string, Buffer> }} */
function judged(bytes) {
  let entries;
  try {
    entries = entriesOf(bytes);
  } catch (reason) {
    return { faults: [`${reason.message}: ${again}`] };
  }
  const faults = faultsOfEntries(entries);
  if (faults.length > 0) return { faults };
  const versions = new Set(entries.map((entry) => placed(entry).version));
  if (versions.size !== 1) return { faults: [`it holds ${versions.size} releases, not one: ${again}`] };
  const [version] = versions;

  const files = new Map(entries.map((entry) => [placed(entry).file, entry.bytes]));
  const manifest = files.get("release.json");
  const said = manifestOf(manifest);
  if (!said) return { faults: [`it has no release.json of the form ${schema}: ${again}`] };
  files.delete("release.json");
  faults.push(...faultsOfFiles(files, said));
  if (said.version !== version) faults.push(`release.json is of ${said.version}, not ${version}: ${again}`);
  const script = files.get("embed.js");
  if (script && said.integrity !== integrityOf(script))
    faults.push(`the integrity in release.json isn't that of embed.js: ${again}`);
  const { integrity, data_version } = said;
  return {
    faults,
    // By the last, anybody can tell whether a single byte of it was changed.
    release: { version, integrity, data_version, manifest: digest("sha256", manifest) },
    files: files.set("release.json", manifest),
  };
}

const newestFirst = (a, b) => {
  const [left, right] = [a, b].map(({ version }) => version.split(".").map(Number));
  const i = left.findIndex((part, at) => part !== right[at]);
  return i < 0 ? 0 : right[i] - left[i];
};

/** One release for each version. The same archive twice is no fault. */
function read(archives) {
  const kept = new Map();
  const faults = [];
  for (const file of archives) {
    const name = path.basename(file);
    if (!existsSync(file)) {
      faults.push(`${file}: it isn't there; name archives that are`);
      continue;
    }
    const found = judged(readFileSync(file));
    faults.push(...found.faults.map((fault) => `${name}: ${fault}`));
    if (found.faults.length > 0) continue;
    const { version, manifest } = found.release;
    const other = kept.get(version);
    if (other && other.release.manifest !== manifest)
      faults.push(`${name}: it is another ${version} than ${other.name}; give the one that was published`);
    // The bytes are read anew when they are written: together, all releases may be large.
    else kept.set(version, { name, file, release: found.release });
  }
  return { kept, faults };
}

async function textAt(place) {
  if (!/^https?:/.test(place)) return readFileSync(place, "utf8");
  const answer = await fetch(place, { cache: "no-store" });
  // Before the first one, there is no site.
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(`the answer was ${answer.status}`);
  return answer.text();
}

const isListed = (one) => isVersion(one?.version ?? "") && typeof one.integrity === "string";

async function publishedAt(place) {
  try {
    const text = await textAt(place);
    if (text === undefined)
      return { published: [], faults: [], note: `${place}: nothing is published there` };
    const { releases } = JSON.parse(text);
    if (!Array.isArray(releases) || !releases.every(isListed)) throw new Error("it is no list of releases");
    return { published: releases, faults: [] };
  } catch (reason) {
    const fault = `${place}: what was published can't be read (${reason.message}); name a list that can`;
    return { published: [], faults: [fault] };
  }
}

const lost = (kept, published, place) =>
  published.flatMap((before) => {
    const { version } = before;
    const now = kept.get(version);
    if (!now)
      return [
        `v/${version}/: ${place} lists it, and no archive has it; give fivecars-embed-${version}.tar.gz, too`,
      ];
    const changed = ["integrity", "manifest"].some(
      (name) => before[name] !== undefined && before[name] !== now.release[name],
    );
    return changed
      ? [`${now.name}: ${place} lists another ${version}; give the archive that was published`]
      : [];
  });

function unpack(kept, folder) {
  for (const { file, release } of kept.values())
    for (const [name, bytes] of judged(readFileSync(file)).files) {
      const at = path.join(folder, release.version, name);
      mkdirSync(path.dirname(at), { recursive: true });
      writeFileSync(at, bytes);
    }
}

/** All of it is written beside its place first. */
function write(dist, kept) {
  const releases = [...kept.values()].map(({ release }) => release).sort(newestFirst);
  const aside = mkdtempSync(path.join(dist, ".releases-"));
  try {
    const made = path.join(aside, "v");
    mkdirSync(made);
    unpack(kept, made);
    writeFileSync(path.join(aside, "releases.json"), `${JSON.stringify({ releases }, null, 2)}\n`);
    const place = path.join(dist, "v");
    if (existsSync(place)) renameSync(place, path.join(aside, "former"));
    if (kept.size > 0) renameSync(made, place);
    renameSync(path.join(aside, "releases.json"), path.join(dist, "releases.json"));
  } finally {
    rmSync(aside, { recursive: true });
  }
  return releases;
}

/**
 * @param {{ archives: string[], dist: string, published?: string }} given `published` is the file or the address of
 *   the releases.json that was published last
 * @returns {Promise<{ releases: object[], notes: string[] }>}
 * @throws {Refused} and leaves `dist` as it was
 */
export async function keep({ archives, dist, published }) {
  const own = path.join(dist, "releases.json");
  if (!existsSync(own)) throw new Refused([`${own}: it isn't there; \`make dist\` builds the site`]);
  const { kept, faults } = read(archives);
  const notes = [];
  // What the site has already must not get lost either.
  for (const place of [own, published].filter(Boolean)) {
    const before = await publishedAt(place);
    faults.push(...before.faults, ...lost(kept, before.published, place));
    if (before.note) notes.push(before.note);
  }
  if (faults.length > 0) throw new Refused(faults);
  return { releases: write(dist, kept), notes };
}
