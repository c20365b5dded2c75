import type { Made } from "./engine.js";
import { escaped } from "./html.js";

/** Every source once, in the order of its first author, with what its licence asks for. */
export function sourceList({ texts }: Made): string {
  const items = Object.values(texts.sources)
    .sort((a, b) => a.authors.localeCompare(b.authors, "en") || a.year - b.year)
    .map(({ title, authors, year, url, identifier, licence }) => {
      const name = url
        ? `<a href="${escaped(url)}" rel="noopener noreferrer">${escaped(title)}</a>`
        : escaped(title);
      const more = [`${authors}, ${year}`, identifier, licence].filter((text) => text !== undefined);
      return `<li>${name}<br />${escaped(more.join("; "))}.</li>`;
    });
  return `<ul class="all-sources">${items.join("\n")}</ul>`;
}
