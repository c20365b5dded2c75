// The pinned results among all published models, on one basis: on a scale of powers of ten.
import { html, nothing, svg, type TemplateResult } from "lit/html.js";
import publications from "virtual:texts/publications";
import sums from "virtual:texts/sums";
import { oneBasis } from "../../calculator/one-basis.js";
import type { CompareRequest, Comparison } from "../../calculator/what-if.js";
import { pins, type Pin } from "../state/pins.js";
import { store } from "../state/store.js";
import { inUnit, massNear, unitName } from "#words/page.js";
import { compare as words } from "#words/compare.js";
import { compact } from "../text/digits.js";
import { figure } from "../text/numbers.js";

const mark = "pin/";
/** Models are so far apart that more would say nothing. */
const digits = 3;
/** On the scale; more would touch one another. */
const mostLabels = 6;

export function modelsRequest(usable: Pin[]): CompareRequest {
  const known = Object.entries(publications).map(([id, publication]) => [
    id,
    { ...publication, ...sums[id] },
  ]);
  const all = oneBasis(store.catalogue, Object.fromEntries(known));
  // A title may be longer than the engine takes: it is put back where it is shown.
  const own = usable.map(({ id, scenario }) => ({ id: mark + id, name: mark + id, scenario }));
  return { ...all, runs: [...own, ...all.runs] };
}

const called = ({ id, name }: Comparison["rows"][number]): string =>
  (id.startsWith(mark) ? pins.all.find((pin) => mark + pin.id === id)?.title : store.model(id)?.name) ?? name;

export function amongModels(comparison: Comparison): TemplateResult {
  const rows = comparison.rows.map((row) => ({ ...row, name: called(row) }));
  const { catalogue, view } = store;
  const figures = rows
    .flatMap(({ total_kg, printed_kg }) => [total_kg.best, printed_kg ?? 0])
    .filter((kg) => kg > 0);
  // In the unit that is shown, so that its powers of ten are round.
  const unit = (kg: number): number => inUnit(kg, view.unit, catalogue);
  const first = Math.floor(Math.log10(unit(Math.min(...figures))));
  const last = Math.max(first + 1, Math.ceil(Math.log10(unit(Math.max(...figures)))));
  const x = (kg: number): string =>
    `${(((Math.log10(unit(kg)) - first) / (last - first)) * 100).toFixed(2)}%`;
  const tens = [...Array(last - first + 1).keys()].map((i) => 10 ** (first + i));
  return html`<p class="aside">${words.besideHow}</p>
    <p class="model-key">
      <span class="ours">${words.legend.ours}</span> <span class="printed">${words.legend.printed}</span>
      <span class="own">${words.legend.pinned}</span>
    </p>
    <div class="model-scale" aria-hidden="true">
      <svg>
        ${tens.map((ten, i) =>
          (last - first - i) % (tens.length > mostLabels ? 2 : 1)
            ? nothing
            : svg`<text x="${(i / (last - first)) * 100}%" y="14" class=${i === 0 ? "first" : i === last - first ? "last" : ""}>${compact(ten)}${i === last - first ? `\u00a0${unitName[view.unit]}` : ""}</text>`,
        )}
      </svg>
    </div>
    <ol class="models-ranked">
      ${rows.map(({ id, name, total_kg: { best }, printed_kg }) => {
        const own = id.startsWith(mark);
        return html`<li class=${own ? "own" : ""}>
          <span class="name">${name}${own ? html` <small>(${words.ownKind})</small>` : nothing}</span>
          <svg class="dots" aria-hidden="true">
            ${tens.map((_, i) => svg`<rect class="tick" x="${(i / (last - first)) * 100}%" width="1" height="100%" />`)}
            ${printed_kg ? svg`<circle class="printed" cx=${x(printed_kg)} cy="50%" r="4.5" />` : nothing}
            ${best > 0 ? svg`<circle class="dot" cx=${x(best)} cy="50%" r=${own ? 6 : 4.5} />` : nothing}
          </svg>
          <span class="amount">${massNear(Number(best.toPrecision(digits)), view.unit, catalogue)}</span>
        </li>`;
      })}
    </ol>
    <details>
      <summary>${words.modelsTable}</summary>
      <div class="scroll tall" tabindex="0" role="region" aria-label=${words.modelsTable}>
        <table>
          <thead>
            <tr>
              ${words.modelColumns(unitName[view.unit]).map((column) => (column ? html`<th scope="col">${column}</th>` : html`<td></td>`))}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ({ name, total_kg, published_kg, printed_kg }) =>
                html`<tr>
                  <th scope="row">${name}</th>
                  ${[total_kg.best, published_kg, printed_kg].map((kg) => html`<td>${kg === null ? nothing : figure(unit(kg))}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>`;
}
