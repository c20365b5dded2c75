// Who made it, and where others find it: the one place for that.

/** As CITATION.cff has it; the version is the engine's. */
export const publication = {
  author: "Five Cars contributors",
  title: "Five Cars: what training an AI model emitted",
};

/** Where this page is served, without the sum in it: null for a file on somebody's disk, which others can't open. */
export const publicAddress = (href: string): string | null =>
  /^https?:/.test(href) ? href.replace(/[?#].*$/s, "").replace(/\/index\.html$/, "/") : null;
