import { html } from "lit/html.js";
import { uncounted } from "#words/uncounted.js";
import { store } from "../state/store.js";
import { issueUrl } from "../text/report.js";
import { Piece } from "./piece.js";
import { linked } from "./source.js";

/** What the sum leaves out, how large that can be, and where an error in a figure is reported. */
export class UncountedPiece extends Piece {
  protected override draw() {
    const { data_version } = store.catalogue;
    const { model } = store.view;
    const address = issueUrl(uncounted.reportTitle(model), uncounted.reportBody(model, data_version));
    return html`<section aria-labelledby="uncounted-title">
      <h2 id="uncounted-title">${uncounted.title}</h2>
      <dl class="uncounted">
        ${uncounted.items.map(
          ({ what, how, source }) =>
            html`<div>
              <dt>${what}</dt>
              <dd>${how} (${source ? linked(source) : uncounted.judgement})</dd>
            </div>`,
        )}
      </dl>
      <p><a class="go" href=${address} rel="noopener noreferrer">${uncounted.report}</a></p>
    </section>`;
  }
}
