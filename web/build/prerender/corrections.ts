// Where one figure replaces another, all of them stand on the page of each, in their order.
import { below } from "#words/below.js";
import { modelPage as words } from "#words/gallery.js";
import { mass } from "#words/page.js";
import type { Model } from "../../calculator/documents.js";
import type { Made } from "./engine.js";
import { html, type Html } from "./html.js";
import { linked } from "./sources.js";

/** The figure that others correct, and these; nothing for a model that stands alone. */
function chain({ id }: Model, { catalogue: { models } }: Made): Model[] {
  const found = models.filter((model) => model.id === id);
  for (;;) {
    const former = models.find((model) => model.id === found[0]?.corrects);
    const next = models.find(({ corrects }) => corrects === found.at(-1)?.id);
    const more = [former, next].filter((model) => model !== undefined && !found.includes(model));
    if (more.length === 0) return found.length > 1 ? found : [];
    if (former && !found.includes(former)) found.unshift(former);
    if (next && !found.includes(next)) found.push(next);
  }
}

/** One line beside the answer. */
export function corrected(model: Model, all: Made): Html | undefined {
  const figures = chain(model, all);
  if (figures.length === 0) return undefined;
  const isLast = figures.at(-1)?.id === model.id;
  const said =
    model.corrects === undefined ? words.corrected : isLast ? words.corrects : words.correctsAndCorrected;
  return html`<p class="misprint">${said} <a href="#corrections">${words.toCorrections}</a></p>`;
}

export function corrections(model: Model, all: Made): Html | undefined {
  const rows = chain(model, all);
  if (rows.length === 0) return undefined;
  return html`<section aria-labelledby="corrections">
    <h2 id="corrections">${words.corrections}</h2>
    <table class="print-table others">
      <tbody>
        ${rows.map((row) => {
          const estimate = all.opened(row);
          return html`<tr>
            <th scope="row">
              ${row.id === model.id ? html`<b aria-current="true">${row.name}</b>` : html`<a href="../${row.id}/">${row.name}</a>`}
              <small
                >${linked(row.cited.source, all)}${row.times_lower !== undefined && `: ${below.timesLower(row.times_lower)}`}</small
              >
            </th>
            <td>${estimate && mass(estimate.total_kg, "kg", all.catalogue)}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </section>`;
}
