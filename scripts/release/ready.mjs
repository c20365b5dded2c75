// Whether the tree says everywhere that it is the release that its tag names.
import { readFileSync } from "node:fs";
import path from "node:path";
import { isVersion, Refused } from "./form.mjs";

/** Where the version stands, as it stands there. */
const stated = {
  "package.json": (text) => JSON.parse(text).version,
  "CITATION.cff": (text) => /^version: *"?([^"\s]+)"? *$/m.exec(text)?.[1],
  "CMakeLists.txt": (text) => /^project\([^)]*\bVERSION ([\d.]+)/m.exec(text)?.[1],
};

/**
 * @param {{ root: string, tag: string }} given
 * @returns {string} what the changelog says of it
 * @throws {Refused}
 */
export function ready({ root, tag }) {
  const text = (file) => readFileSync(path.join(root, file), "utf8");
  const version = tag.replace(/^v/, "");
  const faults = [];
  if (!tag.startsWith("v") || !isVersion(version)) faults.push(`${tag}: the tag of a release is vX.Y.Z`);
  for (const [file, find] of Object.entries(stated)) {
    const found = find(text(file));
    if (found !== version)
      faults.push(`${file}: its version is ${found}, and the tag is ${tag}; make them one`);
  }
  const lines = text("CHANGELOG.md").split("\n");
  const heading = lines.findIndex(
    (line) => line.startsWith(`## [${version}] - `) && / \d{4}-\d\d-\d\d$/.test(line),
  );
  if (heading < 0)
    faults.push(`CHANGELOG.md: it has no section "## [${version}] - YYYY-MM-DD"; write it, with the day`);
  if (faults.length > 0) throw new Refused(faults);
  const rest = lines.slice(heading + 1);
  const end = rest.findIndex((line) => line.startsWith("## "));
  return `${rest
    .slice(0, end < 0 ? undefined : end)
    .join("\n")
    .trim()}\n`;
}
