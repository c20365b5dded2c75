// What fills the {{places}} of the pages, in the language that is built: loaded by Vite, so that it is made of the
// page's own modules and words.
import { shell } from "#words/page.js";
import type { Made } from "./engine.js";
import { firstSentence } from "./sentence.js";
import { escaped } from "./html.js";
import { sourceList } from "./sources.js";

/** All places by their names, as HTML; those that a page doesn't have cost nothing. */
export async function places(all: Made): Promise<Record<string, () => string>> {
  const sentence = await firstSentence(all);
  const texts = Object.entries(shell).flatMap(([name, text]) =>
    typeof text === "string" ? [[name, () => escaped(text)] as const] : [],
  );
  return {
    ...Object.fromEntries(texts),
    sentence: () => sentence,
    sourceList: () => sourceList(all),
    notices: () => `<pre class="notices">${escaped(all.notices)}</pre>`,
    sourcesData: () => escaped(shell.sourcesData(all.texts.data_version)),
  };
}
