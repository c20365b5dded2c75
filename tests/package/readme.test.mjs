// What the package's README shows, tried as it stands there. Its page is tried in tests/package/bundlers.test.mjs.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { assertPrints, commands, script } from "../../scripts/examples.mjs";
import { consumer, run, write } from "./support.mjs";

const folder = consumer();
const readme = readFileSync(join(folder, "node_modules/fivecars/README.md"), "utf8");

test("its script prints what its comments say, and every fault", async () => {
  const { example, expected } = script(readme);
  write(folder, { "example.mjs": example });
  const { status, stdout, stderr } = await run(process.execPath, ["example.mjs"], { cwd: folder });
  assert.equal(status, 0, stderr);
  assert.deepStrictEqual(stdout.trimEnd().split("\n").slice(0, expected.length), expected);
  assert.match(stdout, /^\/stages\/0\/time\/hours: -3 is not allowed; a number from 0 to 1,000,000$/m);
});

const shown = commands(readme);
test("it has commands", () => assert.ok(shown.length >= 2));
for (const { command, printed } of shown)
  test(`$ ${command}`, async () => {
    const { status, stdout, stderr } = await run(
      "sh",
      ["-c", command.replaceAll("npx ", "npx --offline --no ")],
      {
        cwd: folder,
      },
    );
    assert.equal(status, 0, stderr);
    assertPrints(printed, stdout + stderr);
  });
