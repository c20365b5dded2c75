import { html, nothing } from "lit/html.js";
import { store } from "../state/store.js";
import { Piece } from "./piece.js";

/** What a link brought that isn't simply a sum. Rare, so its words are fetched when there is something to say. */
export class NoticePiece extends Piece {
  #words: typeof import("#words/notice.js") | undefined;

  protected override draw() {
    if (!store.notice) return nothing;
    if (!this.#words) {
      void import("#words/notice.js").then((words) => {
        this.#words = words;
        void this.redraw();
      });
      return nothing;
    }
    const { title, text } = this.#words.noticeText(store.notice, store.view.unit, store.catalogue);
    return html`<div class="notice" role="alert">
      <strong>${title}</strong>
      <p>${text}</p>
      <button class="quiet" @click=${() => store.dismissNotice()}>${this.#words.dismiss}</button>
    </div>`;
  }
}
