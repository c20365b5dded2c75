import { html, nothing, type TemplateResult } from "lit/html.js";
import { opening } from "../state/opening.js";
import { store } from "../state/store.js";
import { announcement, noneGood, sentence, slotPurpose, stale, ui, type Slot } from "../text/en.js";
import { told } from "./announce.js";
import { fetchBelow, fetchForm, type Form } from "./later.js";
import { Piece, type Drawn } from "./piece.js";

const panelTitle: Record<Slot, string> = {
  model: ui.pick,
  machines: ui.machines,
  time: ui.time,
  runs: ui.time,
  place: ui.place,
};

/** The answer, with its inputs in it: each opens a panel with the fields behind it. */
export class SentencePiece extends Piece {
  #slotOpen: Slot | null = null;
  /** null if it couldn't be fetched. */
  #form: Form | null | undefined;
  /** A model of which something was printed, and nothing can be redone: shown in the panel instead. */
  #shut: TemplateResult | undefined;

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
        @mousedown=${(event: MouseEvent) => this.#outside(event)}
      >
        ${this.#slotOpen ? this.#panel(this.#slotOpen) : nothing}
      </dialog>`;
  }

  #slot(slot: Slot, text: string): TemplateResult {
    return html`<button
      class="slot"
      data-slot=${slot}
      aria-haspopup="dialog"
      aria-expanded=${this.#slotOpen === slot ? "true" : "false"}
      title=${slotPurpose[slot]}
      @click=${() => void this.#open(slot)}
      .textContent=${text}
    ></button>`;
  }

  #faults(): TemplateResult {
    // Their words come with the form, which a link with faults has not yet called for.
    if (this.#form === undefined) void this.#fetchForm().then(() => this.redraw());
    return html`<div class="faults">
      <p>${store.estimate ? stale(store.issues.length) : noneGood(store.issues.length)}</p>
      <ul>
        ${store.issues.map((issue) => {
          const [field, wrong] = this.#form?.faultText(issue) ?? ["", issue.message];
          return html`<li><b>${field}</b>: ${wrong}</li>`;
        })}
      </ul>
    </div>`;
  }

  #panel(slot: Slot): TemplateResult {
    const title = panelTitle[slot];
    return html`<form
      method="dialog"
      @submit=${(event: Event) => {
        // The page may send no form anywhere, not even to itself.
        event.preventDefault();
        this.#dialog.close();
      }}
    >
      <h2 id="panel-title">${title}</h2>
      ${html`<div class="fields">${slot === "model" ? this.#models() : this.#fields(slot)}</div>`}
      <p class="foot">
        <output aria-live="polite"
          >${store.isStale ? stale(store.issues.length) : announcement(told(store), store)}</output
        >
        <button class="firm">${ui.done}</button>
      </p>
    </form>`;
  }

  #fields(slot: Slot): Drawn | Drawn[] {
    if (!this.#form) return html`<p>${ui.formFailed}</p>`;
    const { eachStage, example, machineFields, placeFields, timeFields } = this.#form;
    if (slot === "place") return placeFields("panel");
    const fields = eachStage("h3", (stage) =>
      slot === "machines" ? machineFields("panel", stage) : timeFields("panel", stage),
    );
    return slot === "machines" && store.isExample ? [example(), ...fields] : fields;
  }

  #models(): Drawn {
    if (!this.#form) return html`<p>${ui.formFailed}</p>`;
    const { model: chosen } = store.view;
    return (
      this.#shut ??
      html`${this.#form.modelPicker(chosen, (id) => void this.#choose(id))}${
        chosen === null ? this.#form.titleField("panel") : nothing
      }`
    );
  }

  async #choose(id: string | null): Promise<void> {
    const model = store.model(id);
    if (model && !opening(model)) {
      const below = await fetchBelow();
      this.#shut = html`<section class="shut" role="status">
        <h3>
          ${model.name}
          <button type="button" class="quiet" @click=${() => void this.#open("model")}>${ui.back}</button>
        </h3>
        ${below?.printed(model) ?? ui.formFailed}
      </section>`;
      await this.redraw();
      this.querySelector<HTMLElement>(".shut button")?.focus();
      return;
    }
    store.choose(id);
    // An own run is an example until its machines are the visitor's.
    if (id === null) void this.#open("machines");
    else this.#dialog.close();
  }

  get #dialog(): HTMLDialogElement {
    return this.querySelector("dialog") as HTMLDialogElement;
  }

  async #fetchForm(): Promise<void> {
    this.#form = await fetchForm();
  }

  #show(slot: Slot | null): Promise<void> {
    this.#slotOpen = slot;
    this.#shut = undefined;
    return this.redraw();
  }

  async #open(slot: Slot): Promise<void> {
    await this.#fetchForm();
    await this.#show(slot);
    const dialog = this.#dialog;
    if (!dialog.open) dialog.showModal();
    this.#place();
    const first =
      slot === "runs"
        ? dialog.querySelector<HTMLElement>('[data-pointer$="/runs"] input')
        : dialog.querySelector<HTMLElement>(".field input, .field select, .models input");
    first?.focus();
    if (first instanceof HTMLInputElement) first.select();
  }

  /** Under its slot, inside the window; a small screen's stylesheet makes it a sheet at the bottom instead. */
  #place(): void {
    const slot = this.querySelector<HTMLElement>(
      `[data-slot="${this.#slotOpen ?? ""}"]`,
    )?.getBoundingClientRect();
    if (!slot) return;
    const dialog = this.#dialog;
    const edge = 16;
    const left = Math.max(
      edge,
      Math.min(slot.left, document.documentElement.clientWidth - dialog.offsetWidth - edge),
    );
    dialog.style.setProperty("--left", `${left + scrollX}px`);
    dialog.style.setProperty("--top", `${slot.bottom + scrollY + edge / 2}px`);
  }

  /** The dialog covers nothing outside its box: a press there means "away". */
  #outside(event: MouseEvent): void {
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

  protected override drawn(): void {
    if (this.#dialog.open) this.#place();
  }
}
