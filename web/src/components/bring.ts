import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Issue } from "../../calculator/documents.js";
import { importText } from "../state/import.js";
import { store } from "../state/store.js";
import { takeText as words } from "#words/take.js";
import { fetchForm } from "./later.js";
import { Piece } from "./piece.js";

/** One byte more than the calculator reads: it says so, and nobody's gigabytes are read for it. */
const most = (1 << 24) + 1;
/** More faults than this are only counted. */
const shown = 6;

interface Refused {
  file: string;
  faults: string[];
}

/** Opens a saved sum: by a button, or dropped anywhere on the page. What isn't one changes nothing. */
export class BringPiece extends Piece {
  #refused: Refused | null = null;
  #opened = "";
  #dropping = false;
  #listening: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = (this.#listening = new AbortController());
    addEventListener("dragover", (event) => this.#over(event), { signal });
    addEventListener("dragleave", (event) => event.relatedTarget === null && this.#drop(false), { signal });
    addEventListener("drop", (event) => this.#dropped(event), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening?.abort();
  }

  protected override draw() {
    return html`<div class="bring">
        <h3>${words.bring}</h3>
        <p class="aside">${words.bringHow}</p>
        <button class="quiet" @click=${() => this.#choose()}>${words.openFile}</button>
        <input
          type="file"
          hidden
          accept=".json,application/json"
          @change=${(event: Event) => void this.#chosen(event.target as HTMLInputElement)}
        />
        <p role="status">${this.#opened ? words.opened(this.#opened) : nothing}</p>
      </div>
      ${
        this.#dropping
          ? html`<div class="dropping">
              <p>${words.dropHere} <small>${words.dropHow}</small></p>
            </div>`
          : nothing
      }
      ${this.#refused ? this.#message(this.#refused) : nothing}`;
  }

  #message({ file, faults }: Refused): TemplateResult {
    return html`<dialog class="refused" aria-labelledby="refused-title" @close=${() => this.#forget()}>
      <h2 id="refused-title">${words.cannotOpen(file)}</h2>
      <p>${words.kept}</p>
      <p class="aside">${words.ours}</p>
      <p>${words.found}</p>
      <ul>
        ${faults.slice(0, shown).map((fault) => html`<li>${fault}</li>`)}
        ${faults.length > shown ? html`<li>${words.more(faults.length - shown)}</li>` : nothing}
      </ul>
      <p class="foot">
        <button class="quiet" @click=${() => this.#choose()}>${words.other}</button>
        <button class="firm" @click=${() => this.#dialog?.close()}>${words.close}</button>
      </p>
    </dialog>`;
  }

  #over(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    this.#drop(true);
  }

  #dropped(event: DragEvent): void {
    this.#drop(false);
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    // Or the browser would leave the page for it.
    event.preventDefault();
    void this.#open(file);
  }

  #drop(over: boolean): void {
    if (over === this.#dropping) return;
    this.#dropping = over;
    void this.redraw();
  }

  #choose(): void {
    this.querySelector<HTMLInputElement>("input")?.click();
  }

  async #chosen(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (file) await this.#open(file);
    // The same one can be chosen again.
    input.value = "";
  }

  async #open(file: File): Promise<void> {
    let faults: string[];
    try {
      const { opened, issues } = importText(store, await file.slice(0, most).text());
      // Faults inside a sum are told beside its fields.
      faults = opened ? [] : await told(issues);
    } catch {
      faults = [words.unreadable];
    }
    this.#opened = faults.length ? "" : file.name;
    this.#refused = faults.length ? { file: file.name, faults } : null;
    await this.redraw();
    if (this.#refused) {
      if (!this.#dialog?.open) this.#dialog?.showModal();
      return;
    }
    // To the answer, as by a choice in its sentence.
    document.querySelector<HTMLElement>("#sum")?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }

  #forget(): void {
    this.#refused = null;
    void this.redraw();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.querySelector("dialog");
  }
}

/** In the words of the fields, where the page has one for it. */
async function told(issues: Issue[]): Promise<string[]> {
  if (issues.length === 0) return [];
  const form = await fetchForm();
  return issues.map((issue) => (form && issue.path ? form.faultText(issue).join(": ") : issue.message));
}
