import { html, nothing } from "lit/html.js";
import builderStyles from "../styles/builder.css?url";
import { ui } from "#words/page.js";
import { takeText as words } from "#words/take.js";
import { isToEmbed, once } from "./later.js";
import { Piece } from "./piece.js";

const fetchBuilder = once(builderStyles, () => import("./builder.js"));

/** The place of the builder of embeds, which is fetched when it is opened: here, or by a link that leads to it. */
export class EmbedPiece extends Piece {
  /** Whether this browser can pack a sum into a link. */
  declare links: boolean;
  #open = false;
  #state: "closed" | "waiting" | "here" | "failed" = "closed";

  override connectedCallback(): void {
    super.connectedCallback();
    // The page's links lead the focus here; a click into it does so, too, and opens nothing.
    let clicked = false;
    this.addEventListener("mousedown", () => {
      clicked = true;
      setTimeout(() => (clicked = false));
    });
    this.addEventListener("focus", () => {
      if (!clicked) this.#turn(true);
    });
    addEventListener("hashchange", () => this.#come());
    this.#come();
  }

  #come(): void {
    if (!isToEmbed()) return;
    // What stands above it is being drawn, too.
    setTimeout(() => {
      this.scrollIntoView({ behavior: "instant" });
      this.focus({ preventScroll: true });
    });
  }

  protected override draw() {
    return html`<div class="embedding">
        <h3>${words.embed}</h3>
        <p class="aside">${words.embedHow}</p>
        <button
          class="quiet"
          aria-expanded=${this.#open ? "true" : "false"}
          aria-controls="builder"
          @click=${() => this.#turn(!this.#open)}
        >
          ${words.embedOpen}
        </button>
      </div>
      <div id="builder" ?hidden=${!this.#open}>
        ${
          this.#state === "here"
            ? html`<fc-builder .links=${this.links}></fc-builder>`
            : this.#state === "failed"
              ? html`<p role="alert" class="aside">${ui.formFailed}</p>`
              : nothing
        }
      </div>`;
  }

  #turn(open: boolean): void {
    this.#open = open;
    if (open && this.#state === "closed") {
      this.#state = "waiting";
      void fetchBuilder().then((builder) => {
        this.#state = builder ? "here" : "failed";
        void this.redraw();
      });
    }
    void this.redraw();
  }
}
