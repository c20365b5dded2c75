// The examples of a README, to be tried.
import assert from "node:assert/strict";

const blocks = (readme, language) =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(
    ([, block]) => block,
  );

/** Blocks marked `console`: a line `$ command`, then what it prints. */
export const commands = (readme) =>
  blocks(readme, "console").flatMap((block) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((part) => {
        // A command goes on as long as a quote is open, or a line ends in a backslash.
        const lines = part.split("\n");
        let command = lines.shift();
        while (/[\\|]\s*$/.test(command) || (command.match(/'/g) ?? []).length % 2 === 1)
          command += `\n${lines.shift()}`;
        return { command, printed: lines.join("\n") };
      }),
  );

/** A line "…" stands for any others. */
export function assertPrints(printed, output) {
  const parts = printed.trimEnd().split(/^…(?:\n|$)/m);
  const actual = output.trimEnd();
  assert.ok(actual.startsWith(parts[0].trimEnd()), `it begins otherwise:\n${actual}`);
  if (parts.length === 1) assert.equal(actual, parts[0]);
  let at = 0;
  for (const part of parts) {
    const found = actual.indexOf(part.trimEnd(), at);
    assert.ok(found >= 0, `doesn't print\n${part}\nbut\n${actual.slice(at)}`);
    at = found + part.trimEnd().length;
  }
  if (parts.at(-1) !== "") assert.equal(at, actual.length, "it prints more at the end");
}

/** The one block marked `js`, and what its comments say that each line prints. */
export function script(readme) {
  const [example] = blocks(readme, "js");
  assert.ok(example, "there is no example");
  const expected = [...example.matchAll(/console\.log\(.*\);? *\/\/ (.+)$/gm)].map((match) => match[1]);
  assert.ok(expected.length > 0, "the example says nothing of what it prints");
  return { example, expected };
}

/** The one block marked `html`. */
export function page(readme) {
  const [example] = blocks(readme, "html");
  assert.ok(example, "there is no page");
  return example;
}
