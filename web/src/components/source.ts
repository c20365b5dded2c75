import { html, nothing, type TemplateResult } from "lit/html.js";
import addresses from "virtual:sources";
import type { Citation } from "../../calculator/documents.js";
import { store } from "../state/store.js";
import { tied, ui } from "../text/en.js";

/** A citation: the source, linked, and the place in it. */
export function sourceLink(cited: Citation): TemplateResult {
  const label = store.catalogue.sources.find(({ id }) => id === cited.source)?.label ?? cited.source;
  const url = addresses[cited.source];
  const mark =
    cited.evidence === "inferred" ? ui.inferred : cited.evidence === "judgement" ? ui.judgement : undefined;
  return html`<span class="cited"
    >${url ? html`<a href=${url} rel="noopener noreferrer">${label}</a>` : label},
    ${tied(cited.locator)}${mark ? html` <em class="mark">(${mark})</em>` : nothing}</span
  >`;
}
