// A field that finds: type, and choose from what fits. WAI-ARIA's combobox with a listbox; the focus stays in the
// field, and the option that Enter would take is its active descendant.
import { html, nothing, render, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import { listText } from "#words/lists.js";

export interface Option {
  id: string;
  name: string;
  also?: string;
  figure?: string;
}

export interface Group {
  /** Empty: its options stand for themselves. */
  title: string;
  options: Option[];
}

export interface Asked {
  id: string;
  label: string;
  /** What is chosen: its id, and how the field shows it. */
  current: string;
  shown: string;
  /** What fits; everything where nothing is asked. */
  find: (query: string) => Group[];
  choose: (id: string) => void;
  invalid?: boolean;
  /** The list is there from the start, and stays. */
  always?: boolean;
}

const page = 10;

export class Combobox extends HTMLElement {
  #asked: Asked | undefined;
  /** As typed; null while the list is closed. */
  #query: string | null = null;
  #active: Element | undefined;

  set asked(asked: Asked) {
    const before = this.#asked;
    const another = before?.current !== asked.current;
    this.#asked = asked;
    // Most changes of the sum are none to it.
    if (
      !another &&
      this.#query === null &&
      !asked.always &&
      before?.id === asked.id &&
      before.label === asked.label &&
      before.shown === asked.shown &&
      before.invalid === asked.invalid
    )
      return;
    if (asked.always) this.#query ??= "";
    this.#draw();
    if (asked.always && another) this.#showChosen();
  }

  get #input(): HTMLInputElement {
    return this.querySelector("input") as HTMLInputElement;
  }
  get #options(): NodeListOf<HTMLElement> {
    return this.querySelectorAll<HTMLElement>("[role=option]");
  }
  get #chosen(): HTMLElement | undefined {
    return this.querySelector<HTMLElement>("[role=option][aria-selected=true]") ?? undefined;
  }

  #draw(): void {
    if (!this.#asked) return;
    const { id, label, shown, current, find, invalid, always } = this.#asked;
    const open = this.#query !== null;
    const groups = open ? find(this.#query ?? "") : [];
    const total = groups.reduce((sum, { options }) => sum + options.length, 0);
    // There are hundreds: one template each, with nothing in it that makes another.
    const option = ({ id: value, name, also = "", figure = "" }: Option): TemplateResult =>
      html`<div role="option" data-id=${value} aria-selected=${value === current}>
        <span>${name} <small>${also}</small></span
        ><span class="amount">${figure}</span>
      </div>`;
    render(
      html`<label for=${id}>${label}</label>
        <input
          id=${id}
          type="text"
          role="combobox"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          aria-autocomplete="list"
          aria-expanded=${open}
          aria-controls=${`${id}-list`}
          aria-invalid=${invalid ?? false}
          aria-describedby=${`${id}-d`}
          placeholder=${open && !always ? shown : listText.placeholder}
          .value=${live(this.#query ?? shown)}
          @input=${() => this.#type(this.#input.value)}
          @keydown=${(event: KeyboardEvent) => this.#key(event)}
          @click=${() => this.#open()}
          @blur=${() => this.#close()}
        />
        <div
          id=${`${id}-list`}
          class="list"
          role="listbox"
          aria-label=${label}
          ?hidden=${!open}
          @mousedown=${(event: Event) => event.preventDefault()}
          @click=${(event: Event) => this.#take((event.target as Element).closest("[role=option]"))}
        >
          ${groups.map(({ title, options }) =>
            title
              ? html`<div role="group" aria-label=${title}>
                  <p class="head" aria-hidden="true">${title}</p>
                  ${options.map(option)}
                </div>`
              : options.map(option),
          )}
        </div>
        <p class=${open && total === 0 ? "none" : "sr"} role="status">
          ${open ? listText.found(total) : nothing}
        </p>`,
      this,
    );
    // What is typed next takes the place of what is chosen.
    if (!open && document.activeElement === this.#input) this.#input.select();
  }

  #open(): void {
    if (this.#query !== null) return;
    this.#query = "";
    this.#draw();
    this.#showChosen();
  }

  /** With its neighbours on both sides: it is where somebody looks on from. */
  #showChosen(): void {
    const chosen = this.#chosen;
    this.#activate(chosen);
    const list = this.querySelector(".list");
    if (!chosen || !list) return;
    const [at, all] = [chosen.getBoundingClientRect(), list.getBoundingClientRect()];
    list.scrollTop += (at.top + at.bottom - all.top - all.bottom) / 2;
  }

  #close(): void {
    if (this.#query === null) return;
    this.#query = this.#asked?.always ? "" : null;
    this.#activate(undefined);
    this.#draw();
  }

  #type(text: string): void {
    this.#query = text;
    this.#activate(undefined);
    this.#draw();
    // What fits best is what Enter takes.
    if (text.trim()) this.#activate(this.#options[0]);
  }

  #activate(option: Element | undefined): void {
    this.#active?.removeAttribute("id");
    this.#active = option;
    if (!option) {
      this.#input.removeAttribute("aria-activedescendant");
      return;
    }
    option.id = `${this.#asked?.id}-active`;
    this.#input.setAttribute("aria-activedescendant", option.id);
    // With its heading, if it is the first under one.
    const before = option.previousElementSibling;
    (before?.classList.contains("head") ? before : option).scrollIntoView({ block: "nearest" });
    option.scrollIntoView({ block: "nearest" });
  }

  #key(event: KeyboardEvent): void {
    const open = this.#query !== null;
    const options = [...this.#options];
    const at = this.#active ? options.indexOf(this.#active as HTMLElement) : -1;
    const last = options.length - 1;
    const goTo: Record<string, number> = {
      ArrowDown: at === last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      PageDown: Math.min(last, at + page),
      PageUp: Math.max(0, at - page),
      Home: 0,
      End: last,
    };
    const to = goTo[event.key];
    if (!open && (event.key === "ArrowDown" || event.key === "ArrowUp")) this.#open();
    else if (open && to !== undefined && !event.shiftKey) this.#activate(options[to]);
    else if (open && event.key === "Enter" && this.#active) this.#take(this.#active);
    else if (open && event.key === "Enter" && this.#query) return event.preventDefault();
    else if (open && event.key === "Escape" && (this.#query || !this.#asked?.always)) this.#close();
    else return;
    event.preventDefault();
  }

  #take(option: Element | null): void {
    const id = option?.getAttribute("data-id");
    if (id === undefined || id === null) return;
    this.#close();
    this.#asked?.choose(id);
  }
}

customElements.define("fc-combobox", Combobox);
