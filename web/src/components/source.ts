import { html, nothing, type TemplateResult } from "lit/html.js";
import sources from "virtual:texts/sources";
import type { Citation, Evidence } from "../../calculator/documents.js";
import { tied } from "#words/later.js";
import { below } from "#words/below.js";

/** A source by its label, linked where it has an address. */
export function linked(source: string, label = sources[source]?.label ?? source): TemplateResult {
  const url = sources[source]?.url;
  return url ? html`<a href=${url} lang="en" rel="noopener noreferrer">${label}</a>` : html`${label}`;
}

export const flag = (evidence: Evidence): TemplateResult | typeof nothing =>
  evidence === "primary" ? nothing : html` <em class="mark">(${below.evidence[evidence]})</em>`;

/** A citation: the source, linked, and the place in it. */
export function sourceLink({ source, locator, evidence }: Citation): TemplateResult {
  return html`<span class="cited"
    ><span lang="en">${linked(source)}, ${tied(locator)}</span>${flag(evidence)}</span
  >`;
}

/** All that a reader needs to find it, and to use it. */
export function fullSource({ source, locator, evidence }: Citation): TemplateResult {
  const text = sources[source];
  if (!text) return html`${source}`;
  const { title, authors, year, licence } = text;
  return html`<span class="cited"
    ><span lang="en">${linked(source, title)}, ${authors}, ${year}; ${tied(locator)}</span>${flag(evidence)};
    ${below.terms}: <span lang="en">${licence}</span>.</span
  >`;
}
