import { html, nothing, type TemplateResult } from "lit/html.js";
import sources from "virtual:texts/sources";
import type { Citation } from "../../calculator/documents.js";
import { tied, ui } from "../text/en.js";

/** A source by its label, linked where it has an address. */
export function linked(source: string, label = sources[source]?.label ?? source): TemplateResult {
  const url = sources[source]?.url;
  return url ? html`<a href=${url} rel="noopener noreferrer">${label}</a>` : html`${label}`;
}

/** A citation: the source, linked, and the place in it. */
export function sourceLink({ source, locator, evidence }: Citation): TemplateResult {
  const mark = evidence === "primary" ? undefined : ui.evidence[evidence];
  return html`<span class="cited"
    >${linked(source)}, ${tied(locator)}${mark ? html` <em class="mark">(${mark})</em>` : nothing}</span
  >`;
}
