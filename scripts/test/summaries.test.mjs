import assert from "node:assert/strict";
import { test } from "node:test";
import { catch2, nodeTest, own, playwright, withoutPassed } from "../summaries.mjs";

test("Catch2: all passed, one and many", () => {
  const text = "=====\nAll tests passed (1,234 assertions in 12 test cases)\n";
  assert.equal(catch2(text), null, "Catch2 prints no thousands separators");
  assert.deepEqual(catch2("All tests passed (168 assertions in 12 test cases)\n\n"), {
    passed: 12,
    failed: 0,
    skipped: 0,
    detail: "168 assertions",
  });
  assert.equal(catch2("All tests passed (1 assertion in 1 test case)").passed, 1);
});

test("Catch2: some failed, some were skipped", () => {
  const text = "test cases:  5 |  3 passed | 1 failed | 1 skipped\nassertions: 40 | 39 passed | 1 failed\n";
  assert.deepEqual(catch2(text), { passed: 3, failed: 1, skipped: 1, detail: "40 assertions" });
  assert.equal(catch2("test cases: 2 | 1 passed | 1 failed as expected\n").failed, 0);
});

test("Catch2: a crash leaves no summary", () => {
  assert.equal(catch2("Segmentation fault"), null);
});

test("node: TAP, spec, several runs, and what counts as failed", () => {
  const tap = "1..2\n# tests 4\n# suites 0\n# pass 2\n# fail 1\n# cancelled 1\n# skipped 0\n# todo 0\n";
  assert.deepEqual(nodeTest(tap), { passed: 2, failed: 2, skipped: 0 });
  const spec = "ℹ tests 3\nℹ pass 2\nℹ fail 0\nℹ cancelled 0\nℹ skipped 1\nℹ todo 0\n";
  assert.deepEqual(nodeTest(spec + spec), { passed: 4, failed: 0, skipped: 2 });
  assert.equal(nodeTest("SyntaxError"), null);
});

test("Playwright: a flaky test and one that didn't run have failed", () => {
  assert.deepEqual(playwright("\n  12 passed (3.4s)\n"), { passed: 12, failed: 0, skipped: 0 });
  const text =
    "  1 failed\n    [chromium] › a.spec.ts:3:1 › x\n  1 flaky\n  2 skipped\n  3 did not run\n  4 passed (1.0m)\n";
  assert.deepEqual(playwright(text), { passed: 4, failed: 5, skipped: 2 });
  assert.equal(playwright("Error: No tests found"), null);
});

test("our own checks: the last line counts", () => {
  assert.deepEqual(own("1 passed, 1 failed\n7 passed, 2 failed\n"), { passed: 7, failed: 2, skipped: 0 });
  assert.deepEqual(own("0 passed, 0 failed, 14 skipped\n"), { passed: 0, failed: 0, skipped: 14 });
  assert.equal(own("7 passed"), null);
});

test("of a failed run the failures are shown, and not what passed", () => {
  const tap = [
    "TAP version 13",
    "# Subtest: good",
    "ok 1 - good",
    "  ---",
    "  duration_ms: 1",
    "  ...",
    "# Subtest: bad",
    "not ok 2 - bad",
    "  ---",
    "  error: 'why'",
    "  ...",
    "# Subtest: good again",
    "ok 3 - good again",
    "  ---",
    "  duration_ms: 1",
    "  ...",
    "# pass 2",
    "",
  ].join("\n");
  const shown = withoutPassed(tap);
  assert.doesNotMatch(shown, /good/);
  assert.match(shown, /not ok 2 - bad\n {2}---\n {2}error: 'why'\n {2}\.\.\.\n# pass 2/);
  assert.equal(
    withoutPassed("  ✓  1 a.spec.ts › good (1s)\n  ✘  2 a.spec.ts › bad (1s)\n"),
    "  ✘  2 a.spec.ts › bad (1s)\n",
  );
});
