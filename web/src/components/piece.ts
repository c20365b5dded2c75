import { nothing, render, type TemplateResult } from "lit/html.js";
import { store } from "../state/store.js";

export type Drawn = TemplateResult | typeof nothing;

/** What a slider that is being dragged has no time for: it is drawn once the hand rests, a piece at a time. */
const late = new Set<Piece>();
let rest: ReturnType<typeof setTimeout> | undefined;

export function dragged(): void {
  clearTimeout(rest);
  rest = setTimeout(catchUp, 150);
}

function catchUp(): void {
  rest = undefined;
  for (const piece of late) {
    late.delete(piece);
    void piece.redraw();
    if (late.size) rest = setTimeout(catchUp);
    return;
  }
}

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
    this.#unsubscribe = store.subscribe(() => {
      if (rest && this.#away) late.add(this);
      else void this.redraw();
    });
    // What was prerendered has done its work.
    this.replaceChildren();
    this.#draw();
  }

  disconnectedCallback(): void {
    this.#unsubscribe?.();
  }

  get #away(): boolean {
    const { top, bottom } = this.getBoundingClientRect();
    return bottom < 0 || top > innerHeight;
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
