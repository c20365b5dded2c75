// What can be taken along beside the link: fetched when its place comes near.
import { html, nothing, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import { toCard, type Training } from "../export/card.js";
import { toCitation } from "../export/citation.js";
import { toCsv } from "../export/csv.js";
import { toJson } from "../export/json.js";
import { publicAddress } from "../export/made.js";
import { toPicture, type Picture } from "../export/picture.js";
import { sharp, toPng } from "../export/png.js";
import { fileName, type Taken } from "../export/taken.js";
import { toBibtex, toLatex } from "../export/tex.js";
import { store } from "../state/store.js";
import { takeText as words } from "#words/take.js";
import { Piece } from "./piece.js";
import { copied, saveAs, svgBlob, takenNow } from "./taking.js";

type Format = keyof typeof words.format;

/** How a file of it ends, how many lines show, whether it names an address. */
const formats: Record<Format, { ending: string; lines: number; cites?: true }> = {
  sentence: { ending: "txt", lines: 5, cites: true },
  bibtex: { ending: "bib", lines: 11, cites: true },
  latex: { ending: "tex", lines: 13 },
  card: { ending: "md", lines: 8, cites: true },
  csv: { ending: "csv", lines: 4 },
  json: { ending: "json", lines: 14 },
};
const kinds: Partial<Record<string, string>> = { csv: "text/csv", json: "application/json" };

/** Not for every step of a slider. */
const pause = 250;

class ToolboxPiece extends Piece {
  /** Packs the sum into a fragment; none where the browser can't. */
  declare pack: (() => Promise<string>) | undefined;
  #open: Format | null = null;
  /** Whether the address of what is cited holds the sum; as long as nobody says so, where it is an own one. */
  #chosenLong: boolean | undefined;
  get #long(): boolean {
    return this.#chosenLong ?? !(store.isAsPublished || store.isOnOneBasis);
  }
  #link: { scenario: unknown; view: unknown; address: string } | undefined;
  #training: Training = "pre-training";
  #said = "";
  #picture: Picture | undefined;
  #address = "";
  #timer: ReturnType<typeof setTimeout> | undefined;
  #of: unknown;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    URL.revokeObjectURL(this.#address);
  }

  protected override draw() {
    const taken = this.#taken();
    if (!taken) return html`<p class="aside">${words.nothing}</p>`;
    this.#follow(taken);
    return html`<div class="toolbox">
      <div>
        <h3>${words.formats}</h3>
        <ul class="formats">
          ${(Object.keys(formats) as Format[]).map((format) => this.#format(format, taken))}
        </ul>
      </div>
      <div>
        <h3>${words.picture}</h3>
        <p class="aside">${words.pictureHow}</p>
        ${this.#picture ? this.#clipping(this.#picture, taken) : nothing}
        <h3>${words.paper}</h3>
        <p class="aside">${words.paperHow}</p>
        <button class="quiet" @click=${() => print()}>${words.print}</button>
      </div>
      <p class="sr" role="status">${this.#said}</p>
    </div>`;
  }

  #clipping({ width, height, alt }: Picture, taken: Taken): TemplateResult {
    return html`<img class="clipping" src=${this.#address} width=${width} height=${height} alt=${alt} />
      <p class="tools">
        <button class="quiet" @click=${() => this.#saveSvg(taken)}>${words.svg}</button>
        <button class="quiet" @click=${() => void this.#savePng(taken)}>
          ${words.png(width * sharp, height * sharp)}
        </button>
      </p>
      <details>
        <summary>${words.alt}</summary>
        ${this.#box(words.alt, alt, 5, true)}
        <p class="tools">
          <button class="quiet" @click=${(event: Event) => void this.#copy(event, alt, words.alt)}>
            ${words.copyText}
          </button>
        </p>
      </details>`;
  }

  #format(format: Format, taken: Taken): TemplateResult {
    const [name, purpose] = words.format[format];
    const isOpen = this.#open === format;
    return html`<li>
      <button
        class="format"
        aria-expanded=${isOpen ? "true" : "false"}
        @click=${() => this.#show(isOpen ? null : format)}
      >
        <b>${name}</b> <span>${purpose}</span>
      </button>
      ${isOpen ? this.#opened(format, name, taken) : nothing}
    </li>`;
  }

  #opened(format: Format, name: string, taken: Taken): TemplateResult {
    const { ending, lines, cites } = formats[format];
    const text = this.#text(format, taken);
    return html`<div class="taken">
      ${format === "card" ? this.#trainings() : nothing}
      ${this.#box(name, text, lines, format === "sentence" || format === "latex")}
      ${
        cites && this.pack && !store.isStale
          ? html`<label class="tick"
              ><input type="checkbox" .checked=${live(this.#long)} @change=${() => this.#lengthen()} />
              ${words.long}</label
            >`
          : nothing
      }
      <p class="tools">
        <button class="firm" @click=${(event: Event) => void this.#copy(event, text, name)}>
          ${words.copyText}
        </button>
        <button
          class="quiet"
          @click=${() =>
            this.#save(
              new Blob([text], { type: `${kinds[ending] ?? "text/plain"};charset=utf-8` }),
              fileName(taken, ending),
            )}
        >
          ${words.download(fileName(taken, ending))}
        </button>
        <span class="done" aria-hidden="true">${this.#said}</span>
      </p>
    </div>`;
  }

  #box(name: string, text: string, lines: number, prose = false): TemplateResult {
    return html`<textarea
      class=${prose ? "taken-text" : "taken-text lines-kept"}
      readonly
      spellcheck="false"
      rows=${lines}
      aria-label=${name}
      .value=${text}
    ></textarea>`;
  }

  #trainings(): TemplateResult {
    return html`<div class="trainings" role="radiogroup" aria-labelledby="training">
      <span id="training">${words.training}</span>
      ${(Object.keys(words.trainings) as Training[]).map(
        (training) =>
          html`<label class="tick"
            ><input
              type="radio"
              name="training"
              .checked=${live(this.#training === training)}
              @change=${() => {
                this.#training = training;
                void this.redraw();
              }}
            />
            ${words.trainings[training]}</label
          >`,
      )}
    </div>`;
  }

  #text(format: Format, taken: Taken): string {
    switch (format) {
      case "sentence":
        return toCitation(taken);
      case "bibtex":
        return toBibtex(taken);
      case "latex":
        return toLatex(taken);
      case "card":
        return toCard(taken, this.#training);
      case "csv":
        return toCsv(taken);
      case "json":
        return toJson(taken);
    }
  }

  #taken(): Taken | null {
    const cites = this.#open && formats[this.#open].cites;
    return takenNow((cites && this.#long && this.#linked()) || publicAddress(location.href));
  }

  /** With the sum in it, once that is packed. */
  #linked(): string | undefined {
    const { scenario, view, isStale } = store;
    if (isStale || !this.pack) return undefined;
    if (this.#link?.scenario === scenario && this.#link.view === view) return this.#link.address;
    void this.pack().then(
      (packed) => {
        this.#link = { scenario, view, address: new URL(packed, location.href).href };
        void this.redraw();
      },
      () => undefined,
    );
    return undefined;
  }

  /** Another sum wants another picture, and makes what was said untrue. */
  #follow(taken: Taken): void {
    const of = taken.estimate;
    const { view } = taken;
    const key = JSON.stringify([view, of.total_kg]);
    if (this.#of === key) return;
    const isFirst = this.#of === undefined;
    this.#of = key;
    this.#said = "";
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        const now = this.#taken();
        if (!now) return;
        this.#picture = toPicture(now);
        URL.revokeObjectURL(this.#address);
        this.#address = URL.createObjectURL(svgBlob(this.#picture.svg));
        void this.redraw();
      },
      isFirst ? 0 : pause,
    );
  }

  #show(format: Format | null): void {
    this.#open = format;
    this.#said = "";
    void this.redraw();
  }

  #lengthen(): void {
    this.#chosenLong = !this.#long;
    void this.redraw();
  }

  async #copy({ currentTarget }: Event, text: string, name: string): Promise<void> {
    const box = (currentTarget as Element).parentElement?.parentElement?.querySelector("textarea");
    this.#said = (await copied(text, box)) ? words.textCopied(name) : words.marked;
    await this.redraw();
  }

  #saveSvg(taken: Taken): void {
    this.#save(svgBlob(toPicture(taken).svg), fileName(taken, "svg"));
  }

  async #savePng(taken: Taken): Promise<void> {
    try {
      this.#save(await toPng(toPicture(taken)), fileName(taken, "png"));
    } catch {
      this.#said = words.pngFailed;
      await this.redraw();
    }
  }

  #save(blob: Blob, name: string): void {
    saveAs(blob, name);
    this.#said = words.saved(name);
    void this.redraw();
  }
}

customElements.define("fc-toolbox", ToolboxPiece);
