// What a slot of the sentence opens: the fields behind it. Comes with the form.
import { html, nothing, type TemplateResult } from "lit/html.js";
import { opening } from "../state/opening.js";
import { store } from "../state/store.js";
import { formText, stale } from "#words/form.js";
import { announcement, ui, type Slot } from "#words/page.js";
import { told } from "./announce.js";
import { titleField } from "./fields.js";
import { eachStage } from "./form.js";
import { fetchBelow } from "./later.js";
import { machineFields } from "./machines.js";
import { modelPicker } from "./pickers.js";
import { Piece, type Drawn } from "./piece.js";
import { placeFields } from "./place.js";
import type { SentencePiece } from "./sentence.js";
import { timeFields } from "./time.js";

const titles: Record<Slot, string> = {
  model: ui.pick,
  machines: ui.machines,
  time: ui.time,
  runs: ui.time,
  place: ui.place,
};

/** Of the slot that its `of` names, in the sentence's dialog. */
class PanelPiece extends Piece {
  static readonly observedAttributes = ["of"];
  /** A model of which something was printed, and nothing can be redone: shown instead of the list. */
  #shut: TemplateResult | undefined;

  get #slot(): Slot {
    return this.getAttribute("of") as Slot;
  }
  get #dialog(): HTMLDialogElement {
    return this.closest("dialog") as HTMLDialogElement;
  }
  get #sentence(): SentencePiece {
    return this.closest("fc-sentence") as SentencePiece;
  }

  attributeChangedCallback(): void {
    this.#shut = undefined;
    void this.redraw();
  }

  protected override draw(): TemplateResult {
    const slot = this.#slot;
    return html`<form
      method="dialog"
      @submit=${(event: Event) => {
        // The page may send no form anywhere, not even to itself.
        event.preventDefault();
        this.#dialog.close();
      }}
    >
      <h2 id="panel-title">${titles[slot]}</h2>
      <div class="fields">${slot === "model" ? this.#models() : this.#fields(slot)}</div>
      <p class="foot">
        <span>${store.isStale ? stale(store.issues.length) : announcement(told(store), store)}</span>
        <button class="firm">${ui.done}</button>
      </p>
      <p class="sr" role="status"></p>
    </form>`;
  }

  #fields(slot: Slot): Drawn | Drawn[] {
    if (slot === "place") return placeFields("panel");
    const fields = eachStage((stage) =>
      slot === "machines" ? machineFields("panel", stage) : timeFields("panel", stage),
    );
    return slot === "machines" && store.isExample
      ? [html`<p class="aside">${formText.example}</p>`, ...fields]
      : fields;
  }

  #models(): Drawn {
    const { model: chosen } = store.view;
    return (
      this.#shut ??
      html`${modelPicker(chosen, (id) => void this.#choose(id))}${chosen === null ? titleField("panel") : nothing}`
    );
  }

  async #choose(id: string | null): Promise<void> {
    const model = store.model(id);
    if (model && !opening(model)) {
      const below = await fetchBelow();
      this.#shut = html`<section class="shut" role="status">
        <h3>
          ${model.name}
          <button
            type="button"
            class="quiet"
            @click=${() => {
              this.#shut = undefined;
              void this.redraw().then(() => this.focusFirst());
            }}
          >
            ${formText.back}
          </button>
        </h3>
        ${below?.printed(model) ?? ui.formFailed}
      </section>`;
      await this.redraw();
      this.querySelector<HTMLElement>(".shut button")?.focus();
      return;
    }
    store.choose(id);
    // An own run is an example until its machines are the visitor's.
    if (id === null && !this.#sentence.opener) void this.#sentence.open("machines");
    else this.#dialog.close();
  }

  focusFirst(): void {
    const first = this.querySelector<HTMLElement>(
      this.#slot === "runs" ? '[data-pointer$="/runs"] input' : ".field input, .field select, .models input",
    );
    first?.focus();
    if (first instanceof HTMLInputElement) first.select();
  }

  /** Under its slot, inside the window; a small screen's stylesheet makes it a sheet at the bottom instead. */
  override drawn(): void {
    const dialog = this.#dialog as HTMLDialogElement | null;
    const opener = dialog && this.#sentence.opener;
    const slot = (
      opener ?? document.querySelector(`.slot[data-slot="${this.#slot}"]`)
    )?.getBoundingClientRect();
    if (!slot || !dialog?.open) return;
    const edge = 16;
    const left = Math.max(
      edge,
      Math.min(slot.left, document.documentElement.clientWidth - dialog.offsetWidth - edge),
    );
    dialog.style.setProperty("--left", `${left + scrollX}px`);
    dialog.style.setProperty("--top", `${slot.bottom + scrollY + edge / 2}px`);
  }

  /** The dialog covers nothing outside its box: a press there means "away". */
  outside(event: MouseEvent): void {
    const dialog = this.#dialog;
    if (event.target !== dialog) return;
    const box = dialog.getBoundingClientRect();
    const inside =
      event.clientX >= box.left &&
      event.clientX <= box.right &&
      event.clientY >= box.top &&
      event.clientY <= box.bottom;
    if (inside) return;
    // Else the press would take the focus from the slot that the dialog gives it back to.
    event.preventDefault();
    dialog.close();
  }
}

customElements.define("fc-panel", PanelPiece);
export type { PanelPiece };
