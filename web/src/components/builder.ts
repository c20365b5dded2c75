// What a post needs to carry the sum: chosen, seen live, copied. Fetched when it is opened.
import { html, nothing, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import type { MassUnit, Sums } from "../../calculator/documents.js";
import { themes, units, type Theme } from "../../embed/asked.js";
import type { FiveCarsChange, FiveCarsElement } from "../../embed/element.js";
import { standing } from "../../embed/inputs.js";
import * as snippet from "../../embed/snippet.js";
import { inputs, type Input } from "../../embed/sum.js";
import { toPicture, type Picture } from "../export/picture.js";
import { sharp, toPng } from "../export/png.js";
import { amounts, fileName, plain, sentenceOf, type Taken } from "../export/taken.js";
import { encode } from "../link/codec.js";
import { newest } from "../link/releases.js";
import { opening, typical } from "../state/opening.js";
import { same } from "../state/pointer.js";
import { store } from "../state/store.js";
import { languages, ownName, type Language } from "../text/languages.js";
import { builder as words } from "#words/builder.js";
import { embed } from "#words/embed.js";
import { language } from "#words/language.js";
import { ui } from "#words/page.js";
import { takeText } from "#words/take.js";
import { Piece } from "./piece.js";
import { copied, saveAs, siteAddress, svgBlob, takenNow } from "./taking.js";

type Way = keyof typeof words.ways;
type Column = keyof typeof words.columns;

/** More would be a table. */
const most = 4;
const usual = 3;
/** Not for every step of a slider. */
const pause = 250;

interface Box {
  name: string;
  text: string;
  lines: number;
}

/** The site has a picture of it. */
const isCarded = ({ model, basis }: snippet.Wanted): boolean => model !== undefined && basis !== "one";

class BuilderPiece extends Piece {
  /** Whether this browser can pack a sum into a link. */
  declare links: boolean;
  #way: Way = "element";
  #column: Column = "article";
  /** Of each set of equivalents, the ids chosen. */
  #shown = new Map<string, string[]>();
  #unit: MassUnit | undefined;
  #theme: Theme = "auto";
  /** "" for that of the post. */
  #lang: Language | "" = language;
  #compact = false;
  #editable = new Set<Input>();
  #pinned = false;
  #listens = false;
  #release: snippet.Release | undefined;
  /** The sum in a link, once it is packed. */
  #packed: { of: unknown; text: string } | undefined;
  #packing: Promise<unknown> | undefined;
  #live: FiveCarsElement | undefined;
  #failed = false;
  /** What the preview shows, in its own language. */
  #seen: (FiveCarsChange & { lang: string | null; unit: string | null }) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #said = "";
  #saidAt = "";
  #saidOf: string | undefined;
  #picture: (Picture & { of: unknown; address: string }) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#fetch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    if (this.#picture) URL.revokeObjectURL(this.#picture.address);
  }

  async #fetch(): Promise<void> {
    const site = siteAddress(location.href);
    void newest(site).then((release) => {
      this.#release = release;
      void this.redraw();
    });
    try {
      await import(/* @vite-ignore */ new URL("embed.js", site).href);
      const preview = document.createElement("five-cars");
      preview.addEventListener("five-cars-change", ({ detail }) => {
        this.#seen = { ...detail, lang: preview.getAttribute("lang"), unit: preview.getAttribute("unit") };
        void this.redraw();
      });
      this.#live = preview;
    } catch {
      this.#failed = true;
    }
    await this.redraw();
  }

  // What is chosen

  get #set(): string {
    return store.view.set ?? store.sets[0] ?? "";
  }

  get #chosen(): string[] {
    const known = store.shownEquivalents.filter(({ count }) => count.best > 0).map(({ row }) => row.id);
    return this.#shown.get(this.#set) ?? known.slice(0, usual);
  }

  /** A published sum by its name; any other whole. Undefined until it is packed. */
  #sum(taken: Taken): Pick<snippet.Wanted, "model" | "basis" | "scenario"> | undefined {
    const { model, scenario } = taken;
    const sums: Sums = store.published ?? {};
    if (model && same(opening(sums), scenario)) return { model: model.id };
    if (model && sums.scenario && sums.one_basis && same(typical(sums.one_basis), scenario))
      return { model: model.id, basis: "one" };
    if (!this.links) return { scenario: JSON.stringify(scenario) };
    if (this.#packed?.of !== scenario) this.#pack(taken);
    return this.#packed && { scenario: this.#packed.text };
  }

  #pack({ scenario, view, estimate }: Taken): void {
    this.#packing = encode({
      scenario,
      view: { model: view.model, unit: view.unit },
      data_version: estimate.data_version,
      total: estimate.total_kg.best,
    }).then((fragment) => {
      this.#packed = { of: scenario, text: fragment.slice(1) };
      return this.redraw();
    });
  }

  #wanted(taken: Taken): snippet.Wanted | undefined {
    const sum = this.#sum(taken);
    const editable = inputs.filter(
      (input) => this.#editable.has(input) && typeof standing(input, taken.scenario) !== "string",
    );
    if (!sum) return undefined;
    const isPicture = this.#way === "picture";
    // What is drawn here is in the page's language, and a picture is in one.
    const lang = isPicture && (!isCarded(sum) || !this.#lang) ? language : this.#lang;
    return {
      ...sum,
      show: this.#chosen,
      unit: (!isPicture && this.#unit) || store.view.unit,
      ...(lang && { lang }),
      theme: this.#theme,
      editable,
      compact: this.#compact,
      // What is recorded is today's, and a release with other data would say from the first day on that it differs.
      ...(!(this.#pinned && this.#otherData(taken)) && {
        recorded: { data: taken.estimate.data_version, total_kg: taken.estimate.total_kg.best },
      }),
    };
  }

  /** Of the release, where its data aren't those of the page. */
  #otherData({ estimate }: Taken): string | undefined {
    const { data_version } = this.#release ?? {};
    return data_version === estimate.data_version ? undefined : data_version;
  }

  /** In the words of the page where it speaks that language; else in those of the preview. */
  #sentence(taken: Taken, { lang, unit = taken.view.unit }: snippet.Wanted): string | undefined {
    if (lang === undefined || lang === language)
      return plain(sentenceOf({ ...taken, view: { ...taken.view, unit } }));
    const seen = this.#seen;
    return seen?.lang === lang && seen.unit === unit && same(seen.scenario, taken.scenario)
      ? plain(seen.sentence)
      : undefined;
  }

  #boxes(taken: Taken, wanted: snippet.Wanted, sentence: string): Box[] {
    const site = siteAddress(location.href);
    const origin = { site, ...(this.#pinned && this.#release && { release: this.#release }) };
    const address = snippet.pageAddress({ lang: language, ...wanted }, site);
    const told = { sentence, address };
    if (this.#way === "element")
      return [{ name: words.html, text: snippet.element(origin, wanted, told), lines: 7 }];
    if (this.#way === "frame")
      return [{ name: words.html, text: snippet.frame(origin, wanted, told, this.#listens), lines: 7 }];
    const image = isCarded(wanted)
      ? { ...snippet.card, src: snippet.cardAddress(wanted, site) }
      : { ...this.#drawn(taken), src: fileName(taken, "png") };
    const { html: text, markdown } = snippet.picture(image, told, wanted.lang);
    return [
      { name: words.html, text, lines: 5 },
      { name: words.markdown, text: markdown, lines: 4 },
    ];
  }

  #drawn(taken: Taken): Picture & { address: string } {
    const of = taken.estimate;
    if (this.#picture?.of !== of) {
      if (this.#picture) URL.revokeObjectURL(this.#picture.address);
      const picture = toPicture(taken);
      this.#picture = { ...picture, of, address: URL.createObjectURL(svgBlob(picture.svg)) };
    }
    return this.#picture;
  }

  // How it is drawn

  protected override draw() {
    const taken = takenNow(null);
    if (!taken) return html`<p class="aside">${takeText.nothing}</p>`;
    const wanted = this.#wanted(taken);
    const sentence = wanted && this.#sentence(taken, wanted);
    const isPicture = this.#way === "picture";
    const boxes = wanted && sentence !== undefined ? this.#boxes(taken, wanted, sentence) : undefined;
    const texts = boxes?.map(({ text }) => text).join("\n");
    // "Copied" is true only of what was copied.
    if (this.#saidOf !== texts) this.#said = this.#saidAt = "";
    this.#saidOf = texts;
    return html`<div class="builder">
      ${this.#radios(
        "way",
        words.way,
        this.#way,
        Object.keys(words.ways) as Way[],
        (way) => words.ways[way][0],
        (way) => {
          this.#way = way;
        },
      )}
      <p class="aside">${words.ways[this.#way][1]}</p>
      <div class="workbench">
        <div class="options" ?hidden=${isPicture && !(wanted && isCarded(wanted))}>
          ${isPicture ? nothing : [this.#equivalents(taken), this.#readers(taken), this.#look()]}
          ${this.#language()} ${this.#more(taken)}
        </div>
        <div class="seen">
          ${isPicture && wanted ? this.#pictured(taken, wanted, sentence) : this.#preview()}
          ${
            isPicture && wanted?.lang !== language
              ? html`<div class="sr" inert aria-hidden="true">${this.#live ?? nothing}</div>`
              : nothing
          }
        </div>
      </div>
      <div class="snippets">
        ${
          boxes?.map((box) => this.#box(box)) ??
          html`<p class="aside">${this.#failed ? words.otherFailed : words.waiting}</p>`
        }
      </div>
      <p class="sr" role="status">${this.#said}</p>
    </div>`;
  }

  #radios<T extends string>(
    name: string,
    legend: string,
    now: T,
    all: readonly T[],
    text: (one: T) => string,
    choose: (one: T) => void,
  ): TemplateResult {
    return html`<fieldset class="pills">
      <legend>${legend}</legend>
      ${all.map(
        (one) =>
          html`<label
            ><input
              type="radio"
              name=${`embed-${name}`}
              value=${one}
              .checked=${live(one === now)}
              @change=${() => {
                choose(one);
                void this.redraw();
              }}
            /><span>${text(one)}</span></label
          >`,
      )}
    </fieldset>`;
  }

  #tick(text: string, on: boolean, turn: () => void, why = "", value = ""): TemplateResult {
    return html`<label class="tick"
      ><input
        type="checkbox"
        value=${value}
        .checked=${live(on)}
        ?disabled=${why !== ""}
        @change=${() => {
          turn();
          void this.redraw();
        }}
      />
      <span>${text} ${why ? html`<small>${why}</small>` : nothing}</span></label
    >`;
  }

  #equivalents(taken: Taken): TemplateResult {
    const chosen = this.#chosen;
    const told = amounts(taken);
    const full = chosen.length >= most;
    return html`<fieldset>
      <legend>${words.equivalents} <small>${ui.sets[this.#set] ?? ""}</small></legend>
      ${taken.equivalents.map(({ row }, i) => {
        const on = chosen.includes(row.id);
        return this.#tick(
          told[i] ?? row.id,
          on,
          () => {
            const after = taken.equivalents
              .map(({ row: { id } }) => id)
              .filter((id) => (id === row.id ? !on : chosen.includes(id)));
            this.#shown.set(this.#set, after);
          },
          full && !on ? words.most(most) : "",
          row.id,
        );
      })}
    </fieldset>`;
  }

  #readers({ scenario }: Taken): TemplateResult {
    return html`<fieldset>
      <legend>${words.readers}</legend>
      ${inputs.map((input) => {
        const found = standing(input, scenario);
        return this.#tick(
          input === "place" ? ui.place : embed.fields[input],
          this.#editable.has(input) && typeof found !== "string",
          () => {
            if (!this.#editable.delete(input)) this.#editable.add(input);
          },
          typeof found === "string" ? embed.cannot[found] : "",
          input,
        );
      })}
    </fieldset>`;
  }

  #look(): TemplateResult {
    return html`${this.#radios(
        "unit",
        ui.unit,
        this.#unit ?? store.view.unit,
        units,
        (unit) => ui.units[unit],
        (unit: MassUnit) => {
          this.#unit = unit;
        },
      )}
      ${this.#radios(
        "theme",
        words.theme,
        this.#theme,
        themes,
        (theme) => (theme === "auto" && this.#way === "frame" ? words.framed : words.themes[theme]),
        (theme) => {
          this.#theme = theme;
        },
      )}
      <div class="ticks">
        ${this.#tick(words.compact, this.#compact, () => {
          this.#compact = !this.#compact;
        })}
      </div>`;
  }

  #language(): TemplateResult {
    const isPicture = this.#way === "picture";
    return this.#radios<Language | "">(
      "lang",
      words.language,
      this.#lang || (isPicture ? language : ""),
      isPicture ? languages : [...languages, ""],
      (lang) => (lang ? ownName[lang] : words.ofPost),
      (lang) => {
        this.#lang = lang;
      },
    );
  }

  /** Of one way only. */
  #more(taken: Taken): TemplateResult | typeof nothing {
    if (this.#way === "picture") return nothing;
    const { version } = this.#release ?? {};
    const other = this.#otherData(taken);
    return html`${
      this.#way === "frame"
        ? this.#tick(words.listens, this.#listens, () => {
            this.#listens = !this.#listens;
          })
        : nothing
    }
    ${
      version === undefined
        ? nothing
        : this.#tick(words.pin(version), this.#pinned, () => {
            this.#pinned = !this.#pinned;
          })
    }
    ${
      version !== undefined && this.#pinned
        ? html`<p class="aside">
            ${words.pinned} ${other === undefined ? nothing : words.otherData(other.split("+")[0] ?? "")}
          </p>`
        : nothing
    }`;
  }

  #preview(): TemplateResult {
    if (this.#failed) return html`<p class="aside" role="alert">${words.failed}</p>`;
    return html`${this.#radios(
        "column",
        words.column,
        this.#column,
        Object.keys(words.columns) as Column[],
        (one) => words.columns[one],
        (one) => {
          this.#column = one;
        },
      )}
      <div class="post" data-column=${this.#column} data-theme=${this.#theme}>
        ${this.#live ?? html`<p class="aside">${words.waiting}</p>`}
      </div>`;
  }

  #pictured(taken: Taken, wanted: snippet.Wanted, sentence = ""): TemplateResult {
    if (isCarded(wanted)) {
      const src = snippet.cardAddress(wanted, siteAddress(location.href));
      const { width, height } = snippet.card;
      return html`<img class="clipping" src=${src} width=${width} height=${height} alt=${sentence} />`;
    }
    const { address, width, height, alt } = this.#drawn(taken);
    return html`<img class="clipping" src=${address} width=${width} height=${height} alt=${alt} />
      <p class="aside">${words.upload(fileName(taken, "png"))}</p>
      <p class="tools">
        <button
          class="quiet"
          @click=${() => this.#save(svgBlob(toPicture(taken).svg), fileName(taken, "svg"))}
        >
          ${takeText.svg}
        </button>
        <button class="quiet" @click=${() => void this.#savePng(taken)}>
          ${takeText.png(width * sharp, height * sharp)}
        </button>
      </p>`;
  }

  #box({ name, text, lines }: Box): TemplateResult {
    return html`<div>
      <textarea
        class="taken-text"
        readonly
        spellcheck="false"
        rows=${lines}
        aria-label=${words.snippet(name)}
        .value=${text}
      ></textarea>
      <p class="tools">
        <button class="firm" @click=${(event: Event) => void this.#copy(event, name)}>
          ${words.copy(name)}
        </button>
        <span class="done" aria-hidden="true">${this.#saidAt === name ? this.#said : nothing}</span>
      </p>
    </div>`;
  }

  // What is done

  /** The preview follows what was drawn, once the hand rests. */
  protected override drawn(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show(), this.#seen ? pause : 0);
  }

  #show(): void {
    const taken = takenNow(null);
    const wanted = taken && this.#wanted(taken);
    if (!wanted || !this.#live) return;
    const all = new Map<string, string>(snippet.attributes(wanted));
    for (const name of this.#live.getAttributeNames()) if (!all.has(name)) this.#live.removeAttribute(name);
    for (const [name, value] of all)
      if (this.#live.getAttribute(name) !== value) this.#live.setAttribute(name, value);
  }

  async #copy({ currentTarget }: Event, name: string): Promise<void> {
    const box = (currentTarget as Element).parentElement?.parentElement?.querySelector("textarea");
    // A change of a moment ago may still be on its way into the text.
    await this.#packing;
    await this.redraw();
    this.#saidAt = name;
    this.#said = (await copied(box?.value ?? "", box)) ? takeText.textCopied(name) : takeText.marked;
    await this.redraw();
  }

  #save(blob: Blob, name: string): void {
    saveAs(blob, name);
    this.#said = takeText.saved(name);
    void this.redraw();
  }

  async #savePng(taken: Taken): Promise<void> {
    try {
      this.#save(await toPng(toPicture(taken)), fileName(taken, "png"));
    } catch {
      this.#said = takeText.pngFailed;
      await this.redraw();
    }
  }
}

customElements.define("fc-builder", BuilderPiece);
