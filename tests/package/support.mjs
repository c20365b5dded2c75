// The package as somebody has it who installed it: from the tarball, in a folder outside of this repository.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after } from "node:test";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
export const tarball = `${root}build/release/fivecars-${version}.tgz`;

/** A project that has the package, and nothing else. It goes when the tests are done. */
export function consumer() {
  const folder = mkdtempSync(join(tmpdir(), "fivecars-consumer-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  write(folder, { "package.json": JSON.stringify({ name: "consumer", private: true, type: "module" }) });
  execFileSync(
    "npm",
    ["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--silent", tarball],
    { cwd: folder },
  );
  return folder;
}

export function write(folder, files) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

/** Whatever it ends with. Output that isn't text would come out damaged. */
export const run = (command, words, { input = "", cwd = root } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, words, { cwd });
    const said = { stdout: [], stderr: [] };
    for (const stream of ["stdout", "stderr"]) child[stream].on("data", (piece) => said[stream].push(piece));
    child.on("error", reject);
    child.on("close", (status) =>
      resolve({
        status,
        stdout: Buffer.concat(said.stdout).toString(),
        stderr: Buffer.concat(said.stderr).toString(),
      }),
    );
    // It may end before it has read all.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
