import { html, nothing } from "lit/html.js";
import { store } from "../state/store.js";
import { fetchNoticed } from "./later.js";
import { Piece } from "./piece.js";

/** What a link brought that isn't simply a sum. Rare, so its words are fetched when there is something to say. */
export class NoticePiece extends Piece {
  #words: typeof import("./noticed.js") | undefined;

  protected override draw() {
    const { notice } = store;
    if (!notice) return nothing;
    if (!this.#words) {
      void fetchNoticed().then((words) => {
        if (!words) return;
        this.#words = words;
        void this.redraw();
      });
      return nothing;
    }
    const { title, text } = this.#words.noticeText(notice, store.view.unit, store.catalogue);
    return html`<div class="notice" role="alert">
      <strong>${title}</strong>
      <p>${text}</p>
      ${this.#words.noticed(notice, store)}
      <button class="quiet" @click=${() => store.dismissNotice()}>${this.#words.dismiss}</button>
    </div>`;
  }
}
