import { html, nothing, type TemplateResult } from "lit/html.js";
import publications from "virtual:texts/publications";
import type { Estimate, ModelRow, PrintedFigure } from "../../calculator/documents.js";
import { store } from "../state/store.js";
import { inUnit, tied, ui } from "../text/en.js";
import { below, printedText, quantityName } from "../text/en-below.js";
import { exact, fine, prefixed } from "../text/numbers.js";
import { Piece } from "./piece.js";

/** Of a published run: what was printed, and the same figure as it comes out here. */
export class PublishedPiece extends Piece {
  protected override draw(): TemplateResult {
    const model = store.published;
    return html`<section aria-labelledby="print">
      <h2 id="print">
        ${below.print}
        <small
          >${model ? store.catalogue.sources.find(({ id }) => id === model.cited.source)?.label : nothing}</small
        >
      </h2>
      ${
        !model
          ? html`<p class="aside">${below.unpublished}</p>`
          : !store.isAsPublished
            ? html`<p class="aside">${below.changed}</p>
                <button class="quiet" @click=${() => store.choose(model.id)}>${ui.restore}</button>`
            : printTable(model)
      }
    </section>`;
  }
}

function printTable(model: ModelRow): TemplateResult {
  const estimate = store.estimateOf(model);
  const publication = publications[model.id];
  if (!publication || !estimate) return html``;
  const { printed: figures, misprints, no_figure, note } = publication;
  return html`${no_figure ? html`<p class="aside">${tied(no_figure)}</p>` : nothing}
    ${note ? html`<p class="aside">${tied(note)}</p>` : nothing}
    <table class="print-table">
      <thead>
        <tr>
          <td></td>
          <th scope="col">${below.printed}</th>
          <th scope="col">${below.ours}</th>
        </tr>
      </thead>
      <tbody>
        ${figures.map((printed) => {
          const ours = computed(printed, estimate);
          return html`<tr>
              <th scope="row">${quantityName[printed.quantity]}</th>
              <td>${printedText(exact(printed.value), printed.unit)}</td>
              <td>
                ${ours === undefined ? nothing : html`${printedText(fine(ours), printed.unit)}<small>${verdict(printed, ours)}</small>`}
              </td>
            </tr>
            ${
              printed.note && !printed.circular
                ? html`<tr class="note">
                    <td></td>
                    <td colspan="2"><small>${tied(printed.note)}</small></td>
                  </tr>`
                : nothing
            }`;
        })}
      </tbody>
    </table>
    ${misprints.map(({ note }) => html`<p class="misprint"><b>${below.misprint}.</b> ${tied(note)}</p>`)}`;
}

function computed(
  { quantity, unit }: PrintedFigure,
  { energy_kwh, operational_kg, device_hours, cost_usd }: Estimate,
): number | undefined {
  switch (quantity) {
    case "energy":
      return prefixed(energy_kwh.best, "k", unit);
    case "emissions":
      return unit === "lb" || unit === "t"
        ? inUnit(operational_kg.best, unit, store.catalogue)
        : prefixed(operational_kg.best, "k", unit);
    case "device-hours":
      return device_hours?.best;
    case "cost-preemptible":
      return cost_usd.cloud?.preemptible.best;
    case "cost-on-demand":
      return cost_usd.cloud?.on_demand.best;
    case "cost-electricity":
      return cost_usd.electricity?.best;
  }
}

function verdict({ value, tolerance, circular }: PrintedFigure, ours: number): TemplateResult {
  if (Math.abs(ours - value) > tolerance) return html`<span class="off">≠ ${below.differs}</span>`;
  return circular
    ? html`<span class="off">${below.circular}</span>`
    : html`<span class="good">✓ ${below.reproduced}</span>`;
}
