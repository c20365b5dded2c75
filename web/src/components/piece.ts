import { nothing, render, type TemplateResult } from "lit/html.js";
import { store } from "../state/store.js";

export type Drawn = TemplateResult | typeof nothing;

/**
 * A part of the page: drawn anew whenever the store changes, in the page's own DOM, under its one stylesheet.
 * Lit's templates without its LitElement: that is made for shadow roots and attributes, of which there are none
 * here, and would cost the first load two kilobytes.
 */
export abstract class Piece extends HTMLElement {
  #unsubscribe: (() => void) | undefined;
  #drawing: Promise<void> | undefined;

  protected abstract draw(): Drawn;
  protected drawn(): void {}

  connectedCallback(): void {
    this.#unsubscribe = store.subscribe(() => void this.redraw());
    // What was prerendered has done its work.
    this.replaceChildren();
    this.#draw();
  }

  disconnectedCallback(): void {
    this.#unsubscribe?.();
  }

  /** Once for all changes of a moment. */
  redraw(): Promise<void> {
    return (this.#drawing ??= Promise.resolve().then(() => {
      this.#drawing = undefined;
      this.#draw();
    }));
  }

  #draw(): void {
    render(this.draw(), this);
    this.drawn();
  }
}
