// Who made it, and where others find it: the one place for that.

/** As CITATION.cff has it; the version is the engine's. */
export const publication = {
  author: "Five Cars contributors",
  title: "Five Cars: what training an AI model emitted",
};

/** Where this page is served, without the sum in it: null for a file on somebody's disk, which others can't open. */
export const publicAddress = (href: string): string | null =>
  /^https?:/.test(href) ? href.replace(/[?#].*$/s, "").replace(/\/index\.html$/, "/") : null;

/**
 * Of the site that this page is of, for what others fetch from it: where it is served, in whatever language; else where
 * package.json has it.
 */
export function siteAddress(href: string): string {
  const page = publicAddress(href) ?? import.meta.env.HOMEPAGE ?? href;
  return new URL(import.meta.env.FIRST_LANGUAGE || !publicAddress(href) ? "./" : "../", page).href;
}
