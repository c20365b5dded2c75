// The list of all sources, and where a single figure comes from.
import { shell } from "#words/page.js";
import { below } from "#words/below.js";
import { tied } from "#words/later.js";
import type { Citation } from "../../calculator/documents.js";
import type { Made } from "./engine.js";
import type { Page } from "./frame.js";
import { html, type Html } from "./html.js";

const named = (text: string, url: string | undefined): Html =>
  url ? html`<a href="${url}" rel="noopener noreferrer">${text}</a>` : html`${text}`;

/** A source by its label, linked where it has an address. */
export const linked = (source: string, { texts }: Made): Html =>
  named(texts.sources[source]?.label ?? source, texts.sources[source]?.url);

/** A citation: the source, linked, and the place in it. */
export const cited = ({ source, locator, evidence }: Citation, all: Made): Html =>
  html`${linked(source, all)}, ${tied(locator)}${evidence !== "primary" && ` (${below.evidence[evidence]})`}`;

/** The row behind an entry such as `devices/google-tpu-v2/system_watts`. */
export function citation(entry: string, { texts, engine }: Made): Citation | undefined {
  const [table = "", ...rest] = entry.split("/");
  const last = rest.at(-1) ?? "";
  const id = rest.slice(0, -1).join("/");
  switch (table) {
    case "devices": {
      const text = texts.devices[id.replace(/\/(price|embodied)$/, "")];
      if (id.endsWith("/price")) return text?.price?.cited;
      if (id.endsWith("/embodied")) return text?.embodied?.cited;
      if (last === "system_watts") return text?.system_watts?.cited;
      return (last.startsWith("peak") && text?.peak_cited) || text?.cited;
    }
    case "grids": {
      if (last === "water") return texts.grids[id]?.water?.cited;
      const [, grid = "", year] = /^(.*)\/(\d+)$/.exec(id) ?? [];
      const used = engine
        .row("grids", grid)
        ?.series.findIndex(
          ({ basis, from, kg_per_kwh }) => basis === last && kg_per_kwh[Number(year) - from] !== undefined,
        );
      return texts.grids[grid]?.series[used ?? -1]?.cited;
    }
    case "sites":
      return texts.sites[id]?.[last === "pue" ? "pue" : "wue_l_per_kwh"]?.cited;
    case "equivalents":
      return texts.equivalents[rest.join("/")]?.cited;
    case "defaults":
      return texts.defaults[rest.join("/")]?.cited;
    default:
      return undefined;
  }
}

export function sourcesPage({ texts, notices }: Made): Page {
  // Every source once, with what its licence asks for, in the order of the labels, which begin with family names.
  const items = Object.values(texts.sources)
    .sort((a, b) => a.label.localeCompare(b.label, "en"))
    .map(({ title, authors, year, url, identifier, licence }) => {
      const more = [`${authors}, ${year}`, identifier, licence].filter((text) => text !== undefined);
      return html`<li>${named(title, url)}<br />${more.join("; ")}.</li>`;
    });
  return {
    title: shell.sourcesTitle,
    description: shell.sourcesIntro,
    about: shell.sourcesHeading,
    main: html`<h1 class="heading">${shell.sourcesHeading}</h1>
      <p class="aside">${shell.sourcesIntro}</p>
      <ul class="all-sources">
        ${items}
      </ul>
      <h2>${shell.noticesHeading}</h2>
      <pre class="notices">${notices}</pre>`,
  };
}
