import { html, nothing } from "lit/html.js";
import { store } from "../state/store.js";
import { ui } from "#words/page.js";
import { fetchForm, fetchKeeping, readerCame, whenNear, type Form, type Keeping } from "./later.js";
import { Piece } from "./piece.js";

/** The place of the form, which is fetched when it comes near. */
export class ChangePiece extends Piece {
  #form: Form | null | undefined;
  #keeping: Keeping | null | undefined;
  #near: IntersectionObserver | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void readerCame.then(() => this.#fetch());
    this.#near = whenNear(this, "0px", () => void this.#fetch());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#near?.disconnect();
  }

  async #fetch(): Promise<void> {
    [this.#form, this.#keeping] = await Promise.all([fetchForm(), fetchKeeping()]);
    await this.redraw();
  }

  protected override draw() {
    return html`<section aria-labelledby="change-title">
      <h2 id="change-title">
        ${ui.change}
        ${
          store.isChanged()
            ? html`<button class="quiet" @click=${() => store.choose(store.view.model)}>
                ${ui.restore}
              </button>`
            : nothing
        }
        ${this.#keeping?.undoButtons() ?? nothing}
      </h2>
      <div class="form-place">
        ${this.#form ? this.#form.form() : this.#form === null ? html`<p class="aside">${ui.formFailed}</p>` : nothing}
        ${this.#keeping?.keptLine() ?? nothing}
      </div>
    </section>`;
  }
}
