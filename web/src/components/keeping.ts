// Undo and redo, and the line at the foot of the window that says what is kept. Comes when the reader first acts, or
// where something was kept before.
import { html, nothing, render, type TemplateResult } from "lit/html.js";
import { keeping } from "#words/keeping.js";
import { massAlone } from "#words/page.js";
import { History } from "../state/history.js";
import { keepLast, lastSums, type Left } from "../state/last.js";
import { pins } from "../state/pins.js";
import { forgetAll } from "../state/storage.js";
import { store, type Kept } from "../state/store.js";
import { titleOf } from "../text/titles.js";
import { sayBefore } from "./announce.js";
import { fetchForm } from "./later.js";
import type { ChangePiece } from "./change.js";

type Said = "left" | "replaced" | "erased" | "unkept" | "failed";

const pause = 400;
const offered = 3;

/** What is typed into, or dragged: one step as long as it goes on. */
function entry(): Element | undefined {
  const active = document.activeElement;
  return active?.matches("input:not([type=radio], [type=checkbox]), textarea") ? active : undefined;
}

let labelOf: ((pointer: string) => string) | undefined;
let history: History | undefined;
let said: Said | undefined;
let bar: HTMLElement;
let left: Left[] = [];
let wasOwn = false;
let isUnkeptSaid = false;
/** Something changed since the last time of keeping. */
let isDirty = false;
let timer: ReturnType<typeof setTimeout> | undefined;

const isOwn = (): boolean => !store.isAsPublished && !store.isOnOneBasis && !store.isExample;

/** `begin` is how the store opened, `plain` that it did so without a link. */
export function startKeeping(begin: Kept, plain: boolean): void {
  history = new History(store, begin, entry);
  bar = document.createElement("div");
  bar.className = "kept";
  bar.setAttribute("role", "status");
  document.body.append(bar);
  wasOwn = isOwn();
  let { chosen } = store;
  store.subscribe(() => {
    const replaced = store.chosen !== chosen && wasOwn && !isOwn();
    ({ chosen } = store);
    wasOwn = isOwn();
    if (replaced) say("replaced");
    else if (said !== "unkept" && said !== "failed") say(undefined);
    isDirty = true;
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  });
  addEventListener("pagehide", save);
  document.addEventListener("visibilitychange", save);
  document.addEventListener("keydown", onKey);
  addEventListener("error", ({ filename }) => filename.startsWith(location.origin) && say("failed"));
  addEventListener("unhandledrejection", ({ reason }) => {
    if (reason instanceof Error && reason.stack?.includes(location.origin)) say("failed");
  });
  void fetchForm().then((form) => {
    labelOf = form?.labelOf;
    redrawButtons();
  });
  if (plain && !store.touched) {
    left = lastSums().slice(0, offered);
    if (left.length > 0) say("left");
  }
}

const redrawButtons = (): void => void document.querySelector<ChangePiece>("fc-change")?.redraw();

function save(): void {
  clearTimeout(timer);
  history?.save();
  if (!isDirty) return;
  isDirty = false;
  const isKept =
    !store.touched || !isOwn() || keepLast({ sum: store.kept, total: store.linked.total, time: Date.now() });
  if ((isKept && history?.isKept !== false) || isUnkeptSaid) return;
  isUnkeptSaid = true;
  say("unkept");
}

function say(what: Said | undefined): void {
  said = what;
  render(line(), bar);
}

/** Everything: also what other parts of the page keep. */
export function eraseAll(): void {
  clearTimeout(timer);
  isDirty = false;
  forgetAll();
  pins.clear();
  history?.clear();
  redrawButtons();
  say("erased");
}

// ——— The line at the foot of the window ———

const button = (text: string, click: () => void): TemplateResult =>
  html`<button class="quiet" @click=${click}>${text}</button>`;

function line(): TemplateResult | typeof nothing {
  if (!said) return nothing;
  return html`<p>
    ${
      said === "left"
        ? html`${keeping.left}
          ${left.map(
            (one, i) =>
              html`${i > 0 ? `, ${keeping.orElse} ` : nothing}<button class="link" @click=${() => goOn(one)}>
                  ${leftTitle(one)}
                </button>`,
          )}
          ${button(keeping.erase, eraseAll)}`
        : said === "replaced"
          ? html`${keeping.replaced} ${button(keeping.undo, () => move(-1))}`
          : keeping[said]
    }
    <button class="quiet close" aria-label=${keeping.close} title=${keeping.close} @click=${() => close()}>
      ×
    </button>
  </p>`;
}

function close(): void {
  say(undefined);
  document.querySelector<HTMLElement>("#sum")?.focus({ preventScroll: true });
}

/** None is kept as it was published. */
function leftTitle({ sum: { scenario, view }, total }: Left): string {
  const name = titleOf(scenario, store.model(view.model), true).slice(0, 80);
  const { unit } = store.view;
  return total === null ? name : `${name}, ${massAlone(total, unit, store.catalogue)}`;
}

/** As another run is chosen: the browser's Back leads away from it again. */
function goOn({ sum }: Left): void {
  ++store.chosen;
  store.restore(sum);
  document.querySelector<HTMLElement>("#sum")?.focus({ preventScroll: true });
}

// ——— Undo ———

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey || event.ctrlKey === event.metaKey) return;
  const key = event.key.toLowerCase();
  const by = key === "z" ? (event.shiftKey ? 1 : -1) : key === "y" && event.ctrlKey ? 1 : undefined;
  if (!by || isOthersText(event.target)) return;
  // Also in a field of the sum: each letter typed there changed the sum, and the browser's own undo would do so again.
  event.preventDefault();
  move(by);
}

/** A text that is no part of the sum, or not yet: there the browser's own undo is meant. */
function isOthersText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (!target.matches("input:not([type=radio], [type=checkbox], [type=range]), textarea, [contenteditable]"))
    return false;
  return target.closest(".field[data-pointer]") === null || target.matches("[aria-expanded=true]");
}

function move(by: -1 | 1): void {
  const [from, to] = history?.between(by) ?? [];
  const active = document.activeElement;
  if (!from || !to || !history?.move(by)) return;
  const what = whatChanged(from, to);
  sayBefore(by < 0 ? keeping.undone(what) : keeping.redone(what));
  // Drawn by now; what had the focus may be gone or without a use.
  setTimeout(() => {
    if (document.activeElement !== active || !active?.isConnected || active.matches(":disabled"))
      (
        document.querySelector<HTMLElement>(".steps-back :enabled") ??
        document.querySelector<HTMLElement>("#change")
      )?.focus({ preventScroll: true });
  });
}

/** Quiet, beside the heading of the form. */
export function undoButtons(): TemplateResult | typeof nothing {
  if (!history) return nothing;
  const one = (by: -1 | 1, text: string, words: (what: string) => string): TemplateResult => {
    const [from, to] = history?.between(by) ?? [];
    const what = from && to ? words(whatChanged(from, to)) : text;
    return html`<button
      class="quiet"
      title=${what}
      aria-label=${what}
      ?disabled=${!to}
      @click=${() => move(by)}
    >
      ${text}
    </button>`;
  };
  return html`<span class="steps-back"
    >${one(-1, keeping.undo, keeping.undoes)} ${one(1, keeping.redo, keeping.redoes)}</span
  >`;
}

/** At the foot of the form. */
export const keptLine = (): TemplateResult =>
  html`<p class="aside">
    ${keeping.keeps} <button class="link" @click=${eraseAll}>${keeping.erase}</button>
  </p>`;

function whatChanged(a: Kept, b: Kept): string {
  const { what } = keeping;
  if (a.view.model !== b.view.model) return what.run;
  const at = difference(a.scenario, b.scenario, "");
  if (at === undefined) return a.view.unit !== b.view.unit ? what.unit : what.set;
  if (at === "") return what.several;
  const label = labelOf?.(at);
  return label === undefined || label === at ? what.entry : label;
}

/** The place below which all differences lie; undefined where there are none. */
function difference(a: unknown, b: unknown, pointer: string): string | undefined {
  if (a === b) return undefined;
  const both = typeof a === "object" && typeof b === "object" && a !== null && b !== null;
  if (!both) return pointer;
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  const places = names.flatMap((name) => {
    const place = difference(
      Object.hasOwn(a, name) ? (a as Record<string, unknown>)[name] : undefined,
      Object.hasOwn(b, name) ? (b as Record<string, unknown>)[name] : undefined,
      `${pointer}/${name}`,
    );
    return place === undefined ? [] : [place];
  });
  return places.length > 1 ? pointer : places[0];
}
