import { html, nothing } from "lit/html.js";
import { canLink, write } from "../link/address.js";
import { store } from "../state/store.js";
import { ui } from "#words/page.js";
import { below } from "#words/below.js";
import { takeText as words } from "#words/take.js";
import { BringPiece } from "./bring.js";
import { EmbedPiece } from "./embed.js";
import { whenNear } from "./later.js";
import { publicAddress } from "../export/made.js";
import { Piece } from "./piece.js";

customElements.define("fc-bring", BringPiece);
customElements.define("fc-embed", EmbedPiece);

/** The link to this very sum, a place for what else can be taken along, and the small print of the page. */
export class TakePiece extends Piece {
  #copied = false;
  #byHand = "";
  #failed = false;

  override connectedCallback(): void {
    super.connectedCallback();
    whenNear(this, "500px", () => void this.#fetch());
  }

  protected override draw() {
    const { data_version, engine_version } = store.catalogue;
    return html`<section aria-labelledby="take-title">
        <h2 id="take-title">${words.title}</h2>
        ${
          canLink()
            ? html`<div class="take-link">
                <button class="firm" @click=${() => void this.#copy()}>${words.copy}</button>
                <p class="aside">${words.linkHow}</p>
                <p role="status">${this.#copied ? words.copied : nothing}</p>
                ${
                  this.#byHand
                    ? html`<label
                        >${words.copyByHand} <input class="by-hand" readonly .value=${this.#byHand}
                      /></label>`
                    : nothing
                }
              </div>`
            : html`<p class="aside">${words.noLinks}</p>`
        }
        <fc-embed id="embed" tabindex="-1" .links=${canLink()}></fc-embed>
        ${this.#failed ? html`<p class="aside">${ui.formFailed}</p>` : nothing}
        <fc-toolbox .pack=${canLink() ? () => write(store) : undefined}></fc-toolbox>
        <fc-bring></fc-bring>
      </section>
      <footer>
        <p>${below.privacy}</p>
        <p><a href="about.html">${below.aboutPage}</a></p>
        <p><a href="sources.html">${below.sourcesPage}</a></p>
        <p>${below.versions(data_version, engine_version)}</p>
        <p class="on-paper">${words.onPaper(publicAddress(location.href), new Date())}</p>
        <p class="on-paper">${below.versions(data_version, engine_version)}</p>
      </footer>`;
  }

  /** "Copied" is true only of the sum that was copied. */
  protected override drawn(): void {
    this.#copied = false;
    this.#byHand = "";
  }

  async #fetch(): Promise<void> {
    try {
      await import("./toolbox.js");
    } catch {
      this.#failed = true;
      await this.redraw();
    }
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
