// A pinned result as a bar of its parts, and what it differs by from another.
import { html, nothing, svg, type TemplateResult } from "lit/html.js";
import type { Estimate } from "../../calculator/documents.js";
import type { Difference } from "../../calculator/what-if.js";
import type { Pin } from "../state/pins.js";
import { store } from "../state/store.js";
import { inUnit, isRange, massNear, massRange, partOfSum, ui, unitName } from "#words/page.js";
import { compare as words } from "#words/compare.js";
import { figure, rough } from "../text/numbers.js";

export interface Compared {
  pin: Pin;
  estimate: Estimate | null;
}

/** The machines, cooling, making the hardware; the last only where it is counted. */
const partsOf = ({ operational_kg, overhead_kg, embodied_kg }: Estimate): number[] => [
  operational_kg.best - overhead_kg.best,
  overhead_kg.best,
  ...(embodied_kg ? [embodied_kg.best] : []),
];

export function split(estimate: Estimate, most: number): TemplateResult {
  const { catalogue, view } = store;
  const { total_kg } = estimate;
  const x = (kg: number): number => (most > 0 ? (kg / most) * 100 : 0);
  let from = 0;
  const parts = partsOf(estimate);
  return html`<p class="pin-total">
      <b>${massNear(total_kg, view.unit, catalogue)}</b>
      <small>${massRange(total_kg, view.unit, catalogue)}</small>
    </p>
    <svg class="pinbar" aria-hidden="true">
      <g class="split">
        ${parts.map((kg) => {
          const left = from;
          from += x(kg);
          return svg`<rect x="${left}%" width="${x(kg)}%" height="62%" />`;
        })}
      </g>
      ${
        isRange(total_kg)
          ? svg`<line x1="${x(total_kg.low)}%" x2="${x(total_kg.high)}%" y1="85%" y2="85%" />
        <line x1="${x(total_kg.low)}%" x2="${x(total_kg.low)}%" y1="70%" y2="100%" />
        <line x1="${x(total_kg.high)}%" x2="${x(total_kg.high)}%" y1="70%" y2="100%" />`
          : nothing
      }
    </svg>
    <ul class="key">
      ${parts.map(
        (kg, i) =>
          html`<li>${ui.splitParts[i]}: ${massNear(partOfSum(kg, total_kg), view.unit, catalogue)}</li>`,
      )}
      ${estimate.embodied_kg ? nothing : html`<li class="none">${ui.uncounted}</li>`}
    </ul>`;
}

const signed = (kg: number): string => {
  const { catalogue, view } = store;
  return `${kg < 0 ? "\u2212" : "+"}\u2060${massNear(Math.abs(kg), view.unit, catalogue)}`;
};

export function causes({ difference_kg, times, parts }: Difference, largest: number): TemplateResult {
  const { catalogue, view } = store;
  const { best } = difference_kg;
  const moved = parts.filter(({ kg }) => Math.abs(kg) > 1e-9 * largest);
  if (best === 0 && moved.length === 0) return html`<p class="aside">${words.sameAs}</p>`;
  const half = (kg: number): number => (largest > 0 ? (Math.abs(kg) / largest) * 50 : 0);
  return html`<p class="aside">
      ${words.difference(best > 0, massNear(Math.abs(best), view.unit, catalogue), times === null ? "" : rough(times))}
    </p>
    <ul class="causes">
      ${moved.map(
        ({ cause, kg }) =>
          html`<li>
            <span>${words.causes[cause]}</span>
            <svg class="causebar" aria-hidden="true">
              ${svg`<rect class=${kg < 0 ? "less" : "more"} x="${kg < 0 ? 50 - half(kg) : 50}%" width="${half(kg)}%" height="100%" />
              <rect class="zero" x="50%" width="1" height="100%" />`}
            </svg>
            <span class="amount">${signed(kg)}</span>
          </li>`,
      )}
    </ul>`;
}

export function comparedTable(
  all: Compared[],
  differences: (Difference | null | undefined)[],
): TemplateResult {
  const { catalogue, view } = store;
  const amount = (kg: number | undefined): string =>
    kg === undefined ? "" : `${kg < 0 ? "\u2212" : ""}${figure(inUnit(Math.abs(kg), view.unit, catalogue))}`;
  return html`<p class="aside">${words.columnsHow}</p>
    <div class="scroll" tabindex="0" role="region" aria-label=${words.table}>
      <table>
        <thead>
          <tr>
            ${words.columns(unitName[view.unit]).map((column) => (column ? html`<th scope="col">${column}</th>` : html`<td></td>`))}
          </tr>
        </thead>
        <tbody>
          ${all.map(({ pin, estimate }, i) => {
            const [machines, cooling, making] = estimate ? partsOf(estimate) : [];
            const total = estimate?.total_kg;
            const parts = differences[i]?.parts ?? [];
            return html`<tr>
              <th scope="row">${pin.title}</th>
              ${[total?.best, total?.low, total?.high, machines, cooling, making, ...[0, 1, 2, 3].map((n) => parts[n]?.kg)].map((kg) => html`<td>${amount(kg)}</td>`)}
            </tr>`;
          })}
        </tbody>
      </table>
    </div>`;
}
