// Where the figures of a chosen row come from: a click away, and fetched with the click.
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Citation, Texts } from "../../calculator/documents.js";
import { store } from "../state/store.js";
import { tied } from "#words/later.js";
import { carbonFree, figureText, mixText, originText as words } from "#words/lists.js";
import { brief, exact } from "../text/numbers.js";
import { Piece, type Drawn } from "./piece.js";
import { flag, fullSource, linked } from "./source.js";
import { texts, type LargeTable } from "./texts.js";

export class OriginPiece extends Piece {
  of: { table: LargeTable; id: string } | undefined;
  #open = false;

  protected override draw(): Drawn {
    if (!this.of) return nothing;
    const { table, id } = this.of;
    return html`<details
      class="origin"
      @toggle=${(event: Event) => {
        this.#open = (event.target as HTMLDetailsElement).open;
        void this.redraw();
      }}
    >
      <summary>${words.source}<span class="sr"> ${words.of(store.row(table, id)?.name ?? "")}</span></summary>
      ${this.#open ? this.#told(table, id) : nothing}
    </details>`;
  }

  #told(table: LargeTable, id: string): Drawn {
    const arrived = (): void => void this.redraw();
    switch (table) {
      case "devices":
        return ofDevice(id, texts("devices", arrived)?.[id]);
      case "grids":
        return ofGrid(id, texts("grids", arrived)?.[id]);
      case "sites":
        return ofSite(id, texts("sites", arrived)?.[id], arrived);
    }
  }
}

const line = (what: string, cited: Citation | undefined): Drawn =>
  cited ? html`<li><b>${what}</b> ${fullSource(cited)}</li>` : nothing;

const list = (lines: Drawn[], note?: string, more: Drawn = nothing): TemplateResult =>
  html`<ul>
      ${lines}
    </ul>
    ${more}${note ? html`<p lang="en">${tied(note)}</p>` : nothing}`;

function ofDevice(id: string, text: Texts["devices"][string] | undefined): Drawn {
  const row = store.row("devices", id);
  if (!row || !text) return nothing;
  const { tdp_w } = row;
  return list(
    [
      line(tdp_w ? words.rated(exact(tdp_w.best), row.tdp_estimated === true) : words.unrated, text.cited),
      line(words.peak, text.peak_cited),
      line(words.system, text.system_watts?.cited),
      line(words.price(row.price?.year ?? 0), text.price?.cited),
      line(words.embodied, text.embodied?.cited),
    ],
    text.note,
  );
}

function ofGrid(id: string, text: Texts["grids"][string] | undefined): Drawn {
  const row = store.row("grids", id);
  if (!row || !text) return nothing;
  return list(
    text.series.map(({ basis, from, derived, cited }) => {
      const years =
        row.series.find((one) => one.basis === basis && one.from === from)?.kg_per_kwh.length ?? 1;
      return line(words.series(basis, from, from + years - 1, derived === true), cited);
    }),
    text.note,
    text.mix ? html`<p>${mixText(text.mix)} ${fullSource(text.mix.cited)}</p>` : nothing,
  );
}

/** The figure that a grid is calculated with, as its list shows it. */
function counting(grid: string): string {
  const listed = store.search("grids", "").rows.find(({ id }) => id === grid);
  return listed?.value === undefined ? "" : words.used(figureText("grids", listed));
}

function ofSite(id: string, text: Texts["sites"][string] | undefined, arrived: () => void): Drawn {
  const row = store.row("sites", id);
  if (!row || !text) return nothing;
  const grid = row.grid === undefined ? undefined : store.row("grids", row.grid);
  const figure = (name: string, known: typeof row.pue): string =>
    known ? words.siteFigure(name, exact(known.value.best), known.basis, known.year) : name;
  return list(
    [
      line(figure(words.pue, row.pue), text.pue?.cited),
      line(figure(words.wue, row.wue_l_per_kwh), text.wue_l_per_kwh?.cited),
      grid
        ? html`<li>
            <b>${words.grid}</b> ${words.gridOf(grid.name, row.grid_known_by === "country")}
            ${counting(grid.id)}${ofGrid(grid.id, texts("grids", arrived)?.[grid.id])}
          </li>`
        : nothing,
    ],
    text.note,
    html`${
      text.intensities.length
        ? html`<table>
            <caption>
              ${words.intensities}
            </caption>
            <tbody>
              ${text.intensities.map(
                ({ label, kg_per_kwh, basis, year, cited }) =>
                  html`<tr>
                    <th scope="row">
                      <span lang="en">${label}</span
                      ><small
                        >${words.basis[basis]}, ${year}; ${linked(cited.source)}${flag(cited.evidence)}</small
                      >
                    </th>
                    <td>${words.perKwh(brief(kg_per_kwh))}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
        : nothing
    }${
      text.carbon_free.length
        ? html`<p>
            ${carbonFree(text.carbon_free)}
            ${text.carbon_free.slice(-1).map(({ cited }) => fullSource(cited))}
          </p>`
        : nothing
    }`,
  );
}

customElements.define("fc-origin", OriginPiece);
