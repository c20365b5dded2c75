import { html, nothing, type TemplateResult } from "lit/html.js";
import { store } from "../state/store.js";
import { sentence, slotPurpose, ui, type Slot } from "#words/page.js";
import { told } from "./announce.js";
import { fetchForm, type Form } from "./later.js";
import type { PanelPiece } from "./panel.js";
import { Piece } from "./piece.js";

/** The answer, with its inputs in it: each opens a panel with the fields behind it. */
export class SentencePiece extends Piece {
  #slotOpen: Slot | null = null;
  /** null if it couldn't be fetched. */
  #form: Form | null | undefined;
  /** What opened the panel, if not its slot. */
  opener: Element | undefined;

  protected override draw() {
    const pieces = sentence(told(store), store);
    return html`<p class=${store.isStale ? "lede stale" : "lede"}>
        ${pieces.map((piece) => {
          if (typeof piece === "string") return piece;
          if ("slot" in piece) return this.#slot(piece.slot, piece.text);
          if ("about" in piece) return html`<span class="about">${piece.about}</span>`;
          return html`<strong class=${piece.main ? "main" : nothing}>${piece.strong}</strong>`;
        })}
      </p>
      ${store.isStale ? this.#faults() : nothing}
      <dialog
        class="panel"
        aria-labelledby="panel-title"
        @close=${() => this.#show(null)}
        @mousedown=${(event: MouseEvent) => this.querySelector<PanelPiece>("fc-panel")?.outside(event)}
      >
        ${
          !this.#slotOpen
            ? nothing
            : this.#form
              ? html`<fc-panel of=${this.#slotOpen}></fc-panel>`
              : html`<p id="panel-title">${ui.formFailed}</p>
                  <button class="firm" @click=${() => this.#dialog.close()}>${ui.done}</button>`
        }
      </dialog>`;
  }

  #slot(slot: Slot, text: string): TemplateResult {
    return html`<button
      class="slot"
      data-slot=${slot}
      aria-haspopup="dialog"
      aria-expanded=${this.#slotOpen === slot ? "true" : "false"}
      title=${slotPurpose[slot]}
      @click=${() => void this.open(slot)}
      .textContent=${text}
    ></button>`;
  }

  #faults(): TemplateResult {
    // Their words come with the form, which a link with faults has not yet called for.
    if (this.#form === undefined) void this.#fetchForm().then(() => this.redraw());
    return html`<div class="faults">
      <p>${this.#form?.faultCount()}</p>
      <ul>
        ${store.issues.map((issue) => {
          const [field, wrong] = this.#form?.faultText(issue) ?? ["", issue.message];
          return html`<li><b>${field}</b>: ${wrong}</li>`;
        })}
      </ul>
    </div>`;
  }

  async #fetchForm(): Promise<void> {
    this.#form = await fetchForm();
  }

  #show(slot: Slot | null): Promise<void> {
    this.#slotOpen = slot;
    return this.redraw();
  }

  async open(slot: Slot, opener?: Element): Promise<void> {
    this.opener = opener;
    await this.#fetchForm();
    await this.#show(slot);
    const dialog = this.#dialog;
    if (!dialog.open) dialog.showModal();
    const panel = dialog.querySelector<PanelPiece>("fc-panel");
    panel?.drawn();
    panel?.focusFirst();
  }

  get #dialog(): HTMLDialogElement {
    return this.querySelector("dialog") as HTMLDialogElement;
  }
}
