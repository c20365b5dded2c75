// How many tests each runner says it ran. A summary that can't be found is null: then something went wrong.

/** @typedef {{ passed: number, failed: number, skipped: number, detail?: string }} Summary */

const plain = (text) => text.replace(/\u001b\[[0-9;]*m/g, "");
const last = (text, pattern) => [...text.matchAll(pattern)].at(-1);
const number = (digits) => Number(digits ?? 0);

/** Catch2, versions 2 and 3, its console reporter. @returns {Summary | null} */
export function catch2(output) {
  const text = plain(output);
  const all = last(text, /^All tests passed \((\d+) assertions? in (\d+) test cases?\)/gm);
  if (all) return { passed: number(all[2]), failed: 0, skipped: 0, detail: assertions(number(all[1])) };
  const cases = last(text, /^test cases: +\d+ \|(.*)$/gm)?.[1];
  if (cases === undefined) return null;
  const part = (word) => number(cases.match(new RegExp(`(\\d+) ${word}`))?.[1]);
  const checked = number(last(text, /^assertions: +(\d+)/gm)?.[1]);
  return {
    passed: part("passed") + part("failed as expected"),
    failed: part("failed(?! as expected)"),
    skipped: part("skipped"),
    detail: assertions(checked),
  };
}
const assertions = (n) => `${n.toLocaleString("en")} assertion${n === 1 ? "" : "s"}`;

/** node --test, its TAP and its spec reporter; several runs in one output are added up. @returns {Summary | null} */
export function nodeTest(output) {
  const text = plain(output);
  const sum = (word) =>
    [...text.matchAll(new RegExp(`^(?:#|ℹ) ${word} (\\d+)$`, "gm"))].reduce((n, m) => n + number(m[1]), 0);
  if (!/^(?:#|ℹ) pass \d+$/m.test(text)) return null;
  return {
    passed: sum("pass"),
    failed: sum("fail") + sum("cancelled"),
    skipped: sum("skipped") + sum("todo"),
  };
}

/** Playwright, its list, line and dot reporters. A test that passed only when repeated has failed. @returns {Summary | null} */
export function playwright(output) {
  const text = plain(output);
  const count = (word) => number(last(text, new RegExp(`^ +(\\d+) ${word}`, "gm"))?.[1]);
  if (!/^ +\d+ (passed|failed|skipped|flaky|did not run|interrupted)/m.test(text)) return null;
  return {
    passed: count("passed"),
    failed: count("failed") + count("flaky") + count("did not run") + count("interrupted"),
    skipped: count("skipped"),
  };
}

/** Our own checks end with this line. @returns {Summary | null} */
export function own(output) {
  const line = last(plain(output), /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm);
  return line ? { passed: number(line[1]), failed: number(line[2]), skipped: number(line[3]) } : null;
}

/** A tool that only says yes or no: one test. */
export const verdict = () => ({ passed: 1, failed: 0, skipped: 0 });

/** A build: no test. */
export const none = () => ({ passed: 0, failed: 0, skipped: 0 });

/** An output without the tests that passed: the failures of a long run can be found then. */
export const withoutPassed = (output) =>
  plain(output)
    .replace(/^( *)# Subtest: .*\n\1ok \d.*\n(?:\1  ---\n(?:\1  .*\n)*?\1  \.\.\.\n)?/gm, "")
    .replace(/^ *[✔✓] .*\n/gm, "");
