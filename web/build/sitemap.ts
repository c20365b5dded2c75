// What search engines ask a site for: all of its pages, each with its likes in the other languages.
import { escaped } from "./prerender/html.js";

/** Documents for frames of other sites, and examples, are nothing to be found. */
const isFound = (page: string): boolean => !/^embed\.html$|^demos\/|^v\//.test(page);

/** `pages` are those of one language; `address` is where one stands, by its place among these and its language. */
export function sitemap<Language extends string>(
  pages: string[],
  languages: readonly Language[],
  address: (page: string, language: Language) => string,
): string {
  const urls = pages
    .filter(isFound)
    .sort()
    .flatMap((page) => {
      const likes = languages.map(
        (language) =>
          `<xhtml:link rel="alternate" hreflang="${language}" href="${escaped(address(page, language))}"/>`,
      );
      return languages.map(
        (language) => `<url><loc>${escaped(address(page, language))}</loc>${likes.join("")}</url>`,
      );
    });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join("\n")}
</urlset>
`;
}

/** Read only at the top of a host. */
export const robots = (homepage: string): string =>
  `User-agent: *\nAllow: /\n\nSitemap: ${new URL("sitemap.xml", homepage).href}\n`;
