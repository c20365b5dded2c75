import { html, nothing, type TemplateResult } from "lit/html.js";
import publications from "virtual:texts/publications";
import type { Estimate, Model, PrintedFigure, Publication } from "../../calculator/documents.js";
import { store } from "../state/store.js";
import { ui } from "#words/page.js";
import { tied } from "#words/later.js";
import { noteIn } from "#words/notes.js";
import { onOneBasisHere } from "#words/one-basis.js";
import { below, printedText, quantityName } from "#words/below.js";
import { fine } from "../text/digits.js";
import { exact } from "../text/numbers.js";
import { computed, isReproduced } from "../text/printed.js";
import { Piece, type Drawn } from "./piece.js";
import { linked, sourceLink } from "./source.js";

/** Of a published run: what was printed, and the same figure as it comes out here. */
export class PublishedPiece extends Piece {
  protected override draw(): TemplateResult {
    const model = store.published;
    return html`<section aria-labelledby="print" data-model=${model?.id ?? ""}>
      <h2 id="print">
        ${below.print}
        <small>${model ? linked(model.cited.source) : nothing}</small>
      </h2>
      ${model ? beside(model) : html`<p class="aside">${below.unpublished}</p>`}
    </section>`;
  }
}

function beside(model: Model): TemplateResult {
  const { scenario, one_basis } = model;
  const again = (text: string, basis: "published" | "one"): TemplateResult =>
    html`<button
      class="quiet"
      @click=${async ({ target }: Event) => {
        const piece = (target as Element).closest<PublishedPiece>("fc-published");
        store.choose(model.id, basis);
        await piece?.redraw();
        // Another button has taken its place: who works with keys is to stay there.
        piece?.querySelector<HTMLElement>(".quiet")?.focus({ preventScroll: true });
      }}
    >
      ${text}
    </button>`;
  if (store.isOnOneBasis)
    return html`<p class="aside">${below.onOneBasis}</p>
      ${printed(model, true)}${scenario ? again(below.asPublished, "published") : nothing}`;
  if (!store.isAsPublished)
    return html`<p class="aside">${below.changed}</p>
      ${again(ui.restore, "published")}`;
  return html`${printed(model)}${one_basis ? again(below.toOneBasis, "one") : nothing}`;
}

/** All that was printed of it; beside it what comes out here, if it can be redone. */
export function printed(model: Model, onOneBasis = false): TemplateResult {
  const publication = publications[model.id];
  if (!publication) return html``;
  const { printed: figures, others, misprints, no_figure, no_scenario, note } = publication;
  const estimate = onOneBasis ? store.estimate : model.scenario ? store.estimateOf(model.id) : null;
  const remark = (text: string | undefined): Drawn =>
    text ? html`<p class="aside" lang="en">${tied(text)}</p>` : nothing;
  return html`${model.kind === "published" ? nothing : html`<p class="kind">${below.kinds[model.kind]}</p>`}
  ${remark(no_scenario)} ${remark(no_figure)} ${remark(note)}
  ${
    figures.length
      ? html`<table class="print-table">
          <thead>
            <tr>
              <td></td>
              <th scope="col">${below.printed}</th>
              ${estimate ? html`<th scope="col">${onOneBasis ? onOneBasisHere : below.ours}</th>` : nothing}
            </tr>
          </thead>
          <tbody>
            ${figures.map((figure) => row(figure, estimate, onOneBasis))}
          </tbody>
        </table>`
      : nothing
  }
  ${others.length ? contradicting(others) : nothing}
  ${misprints.map(({ note: text }) => html`<p class="misprint"><b>${below.misprint}.</b> <span lang=${noteIn(`${model.id}/misprint`, text) ? nothing : "en"}>${tied(noteIn(`${model.id}/misprint`, text) ?? text)}</span></p>`)}`;
}

function row(figure: PrintedFigure, estimate: Estimate | null, onOneBasis: boolean): TemplateResult {
  const { quantity, value, unit, circular, misses, note } = figure;
  const ours = estimate ? computed(figure, estimate, store.catalogue) : undefined;
  // On other terms nothing is reproduced, and nothing missed.
  const why = onOneBasis ? undefined : (misses ?? (circular ? undefined : note));
  return html`<tr>
      <th scope="row">${quantityName[quantity]}</th>
      <td>${printedText(exact(value), unit)}</td>
      ${
        estimate
          ? html`<td>
              ${ours === undefined ? nothing : html`${printedText(fine(ours), unit)}${onOneBasis ? nothing : html`<small>${verdict(figure, ours)}</small>`}`}
            </td>`
          : nothing
      }
    </tr>
    ${
      why
        ? html`<tr class="note">
            <td></td>
            <td colspan=${estimate ? 2 : 1}><small lang="en">${tied(why)}</small></td>
          </tr>`
        : nothing
    }`;
}

/** What else was printed of the same training, elsewhere or in another place of the same source. */
const contradicting = (others: Publication["others"]): TemplateResult =>
  html`<table class="print-table others">
    <caption>
      ${below.others}
    </caption>
    <tbody>
      ${others.map(
        ({ quantity, value, unit, cited, note }) =>
          html`<tr>
            <th scope="row">
              ${quantityName[quantity]}<small
                >${sourceLink(cited)}${note ? html`. <span lang="en">${tied(note)}</span>` : nothing}</small
              >
            </th>
            <td>${printedText(exact(value), unit)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;

function verdict(figure: PrintedFigure, ours: number): TemplateResult {
  if (!isReproduced(figure, ours)) return html`<span class="off">≠ ${below.differs}</span>`;
  return figure.circular
    ? html`<span class="off">${below.circular}</span>`
    : html`<span class="good">✓ ${below.reproduced}</span>`;
}
