// <five-cars>: what training a model emitted, in any page. This file is all that is fetched until one comes near the
// viewport. Guarded, so that a page may load it twice; the first wins.
import type { Language } from "../src/text/languages.js";
import { heightOf, names, read, type Asked, type Name } from "./asked.js";
import { published } from "./fetched.js";
import type { Shown, View } from "./view.js";
import type { Input } from "./changes.js";
import type { MassUnit, Outcome, Scenario } from "../calculator/documents.js";

const views: Record<Language, () => Promise<View>> = {
  en: () => import("./view.js?lang=en"),
  de: () => import("./view.js?lang=de"),
};

/** What `five-cars-change` tells, at the first result and at each one after it. */
export interface FiveCarsChange {
  /** kg CO2e, with the 5th and 95th percentile. */
  total_kg: Outcome;
  scenario: Scenario;
  /** True once a reader has changed something. */
  changed: boolean;
  data_version: string;
  /** The result in words, in the language of the embed: for a caption, or a text beside it. */
  sentence: string;
}

declare global {
  interface HTMLElementTagNameMap {
    "five-cars": FiveCarsElement;
  }
  // It bubbles to the document and the window.
  interface GlobalEventHandlersEventMap {
    "five-cars-change": CustomEvent<FiveCarsChange>;
  }
}

/** Where its parts lie, and the page with the sum: beside this script, unless that is part of somebody's bundle. */
const base = import.meta.env.PACKAGED
  ? new URL(import.meta.env.HOMEPAGE ?? location.href)
  : new URL(/* @vite-ignore */ ".", import.meta.url);

/** So far from the viewport it begins to fetch. */
const near = "600px";

/** Its box is its own affair; what stands between its tags is the post's. */
const rules = `:host{display:block!important;box-sizing:border-box!important;position:relative!important;
float:none!important;width:auto!important;max-width:none!important;min-width:0!important;height:auto!important;
max-height:none!important;aspect-ratio:auto!important;margin:0!important;padding:0!important;border:0!important;
inset:auto!important;transform:none!important;translate:none!important;rotate:none!important;scale:none!important;
zoom:1!important;columns:auto!important;contain:none!important;overflow:visible!important;clip-path:none!important;
writing-mode:horizontal-tb!important}
:host([hidden]){display:none!important}`;
let box: CSSStyleSheet | undefined;
function boxOf(): CSSStyleSheet {
  if (!box) {
    box = new CSSStyleSheet();
    box.replaceSync(rules);
  }
  return box;
}

/** A server that renders a post has no elements: there it can be imported, and defines nothing. */
const Element = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

const byName = new Map<
  string,
  { get(this: FiveCarsElement): unknown; set(this: FiveCarsElement, v: never): void }
>();

export class FiveCarsElement extends Element {
  static readonly observedAttributes: readonly string[] = names;

  /** Id of a published model. */
  declare model: string | null;
  /** "one" for the sum on the basis that is the same for all models. */
  declare basis: string | null;
  /** A link's fragment, or a scenario document (as an object or as JSON). */
  declare scenario: string | Scenario | null;
  /** Ids of equivalents or of their sets; null for the first set. */
  declare show: readonly string[] | null;
  declare unit: MassUnit | null;
  declare theme: string | null;
  /** What a reader may change. */
  declare editable: readonly Input[];
  declare compact: boolean;

  #root: ShadowRoot;
  #reserved = new CSSStyleSheet();
  #watch: IntersectionObserver | undefined;
  #started = false;
  /** Each start outdates the one before. */
  #turn = 0;
  #shown: Shown | undefined;

  constructor() {
    super();
    this.#root = this.attachShadow({ mode: "open" });
    this.#root.adoptedStyleSheets = [boxOf(), this.#reserved];
    this.#root.append(document.createElement("slot"));
  }

  /** The last good result; null before there is one. */
  get result(): FiveCarsChange | null {
    return this.#shown?.result ?? null;
  }

  connectedCallback(): void {
    // Set before this script came.
    for (const name of byName.keys())
      if (Object.hasOwn(this, name)) {
        const own = this as unknown as Record<string, unknown>;
        const value = own[name];
        delete own[name];
        own[name] = value;
      }
    this.#reserve();
    this.#watch = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        this.#watch?.disconnect();
        void this.#start();
      },
      { rootMargin: near },
    );
    this.#watch.observe(this);
  }

  disconnectedCallback(): void {
    this.#watch?.disconnect();
    this.#started = false;
    ++this.#turn;
    this.#shown?.end();
    this.#shown = undefined;
    this.#fallBack();
  }

  attributeChangedCallback(): void {
    if (!this.isConnected) return;
    this.#reserve();
    if (!this.#started) return;
    const turn = ++this.#turn;
    // Several in a row are one change.
    queueMicrotask(() => {
      if (turn === this.#turn) void this.#start();
    });
  }

  #read(): ReturnType<typeof read> {
    return read(
      (name: Name) => this.getAttribute(name),
      (this.closest<HTMLElement>("[lang]") ?? document.documentElement).lang,
    );
  }

  #reserve(asked: Asked = this.#read().asked): void {
    // A snippet may have reserved more.
    const least = Math.max(heightOf(asked), parseFloat(this.style.minHeight) || 0);
    this.#reserved.replaceSync(`:host{min-height:${least}px!important}`);
  }

  async #start(): Promise<void> {
    const turn = ++this.#turn;
    this.#started = true;
    const { asked, faults } = this.#read();
    const sum = faults.length === 0 && asked.model ? published(asked, base) : undefined;
    // Told where it is awaited.
    sum?.catch(() => undefined);
    try {
      const { show } = await views[asked.lang]();
      const isCurrent = (): boolean => turn === this.#turn;
      if (!isCurrent()) return;
      const shown = await show({
        asked,
        faults,
        sum,
        published: (other) => published(other, base),
        base,
        element: this,
        isCurrent,
        changed: () => this.#tell(),
        put: (content, sheets) => {
          this.#put(content, sheets);
        },
      });
      if (!isCurrent()) return shown?.end();
      this.#shown?.end();
      this.#shown = shown;
      this.#tell();
    } catch (reason) {
      if (turn !== this.#turn) return;
      console.error(
        "<five-cars>: its parts couldn’t be fetched, or there is no such model, so its content stands.",
        this,
        reason,
      );
      this.#fallBack();
    }
  }

  #tell(): void {
    const detail = this.result;
    if (detail)
      this.dispatchEvent(new CustomEvent("five-cars-change", { bubbles: true, composed: true, detail }));
  }

  #fallBack(): void {
    this.#put([document.createElement("slot")]);
  }

  #put(content: Node[], sheets: CSSStyleSheet[] = []): void {
    this.#root.replaceChildren(...content);
    try {
      this.#root.adoptedStyleSheets = [boxOf(), this.#reserved, ...sheets];
    } catch {
      // It was moved into another document, which takes no sheets of this one: there its content stands.
      this.#root.replaceChildren(document.createElement("slot"));
    }
  }
}

const reflected = (
  name: Name,
  write: (value: never) => string | null,
  get?: (text: string | null) => unknown,
): void => {
  byName.set(name, {
    get() {
      const text = this.getAttribute(name);
      return get ? get(text) : text;
    },
    set(value) {
      const text = write(value);
      if (text === null) this.removeAttribute(name);
      else this.setAttribute(name, text);
    },
  });
};
const text = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);
/** Frameworks hand over what stands in the markup. */
const list = (value: readonly string[] | string | null | undefined): string | null =>
  typeof value === "object" ? value && Array.from(value).join(" ") : text(value);
const listed = (value: string | null): string[] | null => value?.split(/[\s,]+/).filter(Boolean) ?? null;
for (const name of ["model", "basis", "unit", "theme"] as const) reflected(name, text);
reflected("scenario", (value: unknown) => {
  try {
    return typeof value === "object" && value !== null ? JSON.stringify(value) : text(value);
  } catch {
    // What can't be told is said to be no scenario.
    return String(value);
  }
});
reflected("show", list, listed);
reflected("editable", list, (value) => listed(value) ?? []);
reflected(
  "compact",
  (value: unknown) => (value || value === "" ? "" : null),
  (value) => value !== null,
);
for (const [name, { get, set }] of byName)
  Object.defineProperty(FiveCarsElement.prototype, name, { get, set, configurable: true, enumerable: true });

if (globalThis.customElements && !customElements.get("five-cars"))
  customElements.define("five-cars", FiveCarsElement);
