import { html, nothing } from "lit/html.js";
import { canLink, write } from "../link/address.js";
import { store } from "../state/store.js";
import { ui } from "#words/page.js";
import { below } from "#words/below.js";
import { Piece } from "./piece.js";

/** The link to this very sum, and the small print of the page. */
export class TakePiece extends Piece {
  #copied = false;
  #byHand = "";

  protected override draw() {
    const { data_version, engine_version } = store.catalogue;
    return html`<section aria-labelledby="take-title">
        <h2 id="take-title">${below.take}</h2>
        ${
          canLink()
            ? html`<div class="take">
                <button class="firm" @click=${() => void this.#copy()}>${below.copy}</button>
                <p class="aside">${below.linkHow}</p>
                <p role="status">${this.#copied ? below.copied : nothing}</p>
                ${
                  this.#byHand
                    ? html`<label
                        >${below.copyByHand} <input class="by-hand" readonly .value=${this.#byHand}
                      /></label>`
                    : nothing
                }
              </div>`
            : html`<p class="aside">${below.noLinks}</p>`
        }
      </section>
      <footer>
        <p>${below.privacy}</p>
        <p><a href="about.html">${below.aboutPage}</a></p>
        <p><a href="sources.html">${below.sourcesPage}</a></p>
        <p>${below.versions(data_version, engine_version)}</p>
      </footer>`;
  }

  /** "Copied" is true only of the sum that was copied. */
  protected override drawn(): void {
    this.#copied = false;
    this.#byHand = "";
  }

  async #copy(): Promise<void> {
    let link = ui.formFailed as string;
    try {
      link = new URL(await write(store), location.href).href;
      await navigator.clipboard.writeText(link);
      this.#copied = true;
      await this.redraw();
    } catch {
      this.#byHand = link;
      await this.redraw();
      this.querySelector<HTMLInputElement>(".by-hand")?.select();
    }
  }
}
