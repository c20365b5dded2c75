// The kinds of fields that the form and the sentence's panels are made of: the same entries in two places.
import { html, nothing, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import type { Issue, Limit, Range } from "../../calculator/documents.js";
import { get } from "../state/pointer.js";
import { store } from "../state/store.js";
import { fieldName, formText, issueText } from "#words/form.js";
import { unitText } from "#words/later.js";
import { startText } from "#words/start.js";
import { editable, editableEntry, readEntry, spelled, wantsEcho, type Entered } from "../text/entries.js";
import { exact } from "../text/numbers.js";
import { slider, type Scale } from "./slider.js";

interface Entry {
  pointer: string;
  label: string;
  unit?: string;
  limit?: Limit | undefined;
  hint?: string;
  whenEmpty?: "required" | "absent";
  /** Instead of the plain entry. */
  onText?: (text: string) => void;
  /** It may be given with a low and a high. */
  ranged?: boolean;
  /** What may be typed: a number alone, where nothing is said. */
  kind?: Entered;
  /** People play with it. */
  slide?: Scale;
  /** What is taken where it is empty, for the slider. */
  instead?: number | undefined;
  /** Where its fault is told, if not at its own place. */
  faultAt?: string;
}

export const fieldId = (pointer: string): string => pointer.replace(/\W+/g, "-");
export const idOf = (scope: string, pointer: string): string => scope + fieldId(pointer);

/** What the field shows: the text typed, else the number. */
export function textOf(pointer: string, kind?: Entered): string {
  const typed = store.typedAt(pointer) ?? store.typedAt(`${pointer}/best`);
  if (typed !== undefined) return typed;
  const value = store.value(pointer);
  if (typeof value === "string") return value;
  const text = get(value, "/best");
  if (typeof text === "string") return text;
  const best = typeof value === "number" ? value : get(value, "/best");
  return typeof best === "number" ? editableEntry(best, kind) : "";
}

export const type = (pointer: string, text: string, whenEmpty: "required" | "absent", kind?: Entered): void =>
  store.type(pointer, text, readEntry(text, kind), whenEmpty);

const narrow = 10;
/** Says no more than that it isn't nothing. */
const tiny = (least: number): boolean => least > 0 && least < 1e-3;

/** A number with its unit, what it may be, and what is wrong with it. What is typed stays as typed. */
export function field(scope: string, entry: Entry): TemplateResult {
  const { pointer, label, limit, ranged, whenEmpty = "required", kind, slide } = entry;
  const isRanged = get(store.value(pointer), "/best") !== undefined;
  const id = idOf(scope, pointer);
  const text = textOf(pointer, kind);
  const isTyped = (store.typedAt(pointer) ?? store.typedAt(`${pointer}/best`)) !== undefined;
  const issue = store.issueAt(entry.faultAt ?? pointer);
  const unit = (entry.unit ?? unitText(limit?.unit ?? "1")).trim();
  const value = readEntry(text, kind);
  const notes = [
    // A fault says what is allowed; where the range is narrow, it helps before.
    limit && limit.max <= narrow && !tiny(limit.min) && !issue
      ? formText.fromTo(limit.min, limit.max)
      : undefined,
    value !== undefined && isTyped && wantsEcho(text) && !issue
      ? `${startText.readAs(kind === "amount" ? spelled(value) : exact(value), exact(value))}${kind === "time" ? `\u00a0${unit}` : ""}`
      : undefined,
    entry.hint,
  ].filter((note) => note !== undefined);
  const onInput = (event: Event): void => {
    const typed = (event.target as HTMLInputElement).value;
    if (isRanged && (typed.trim() || whenEmpty === "required"))
      type(`${pointer}/best`, typed, "required", kind);
    else if (isRanged) store.replace(pointer, undefined);
    else if (entry.onText) entry.onText(typed);
    else type(pointer, typed, whenEmpty, kind);
  };
  const slid = (to: number): void => {
    if (entry.onText) entry.onText(editable(to));
    else store.replace(isRanged ? `${pointer}/best` : pointer, to);
  };
  return html`<div class="field" data-pointer=${pointer}>
    <label for=${id}>${label}</label>
    <span class="box"
      ><input
        id=${id}
        type="text"
        inputmode="decimal"
        autocomplete="off"
        spellcheck="false"
        .value=${live(text)}
        aria-invalid=${issue ? "true" : "false"}
        aria-describedby=${`${id}-d`}
        @input=${onInput}
      />${unit && !(kind === "time" && value !== undefined && /\p{L}/u.test(text)) ? html`<span class="unit">${unit}</span>` : nothing}</span
    >
    ${slide ? slider({ pointer, id, label, unit, limit, scale: slide, instead: entry.instead, set: slid }) : nothing}
    <small id=${`${id}-d`}
      >${issue ? html`<span class="wrong">${issueText(issue, text)}</span>` : nothing}<span class="hint"
        >${notes.join("; ")}</span
      ></small
    >
    ${isRanged ? rangeFields(id, pointer, label) : ranged && !issue ? rangeButton(pointer, label) : nothing}
  </div>`;
}

/** What the sum takes it for now: as given, by default, or as sure as such numbers usually are. */
function takenAs(pointer: string): Range | undefined {
  const swings = store.estimate?.sensitivity ?? [];
  const value = store.value(pointer);
  // One default stands for all the places where nobody gave it.
  const last = pointer.slice(pointer.lastIndexOf("/"));
  const swing =
    swings.find(({ path }) => path === pointer) ??
    swings.find(({ path, origin }) => value === undefined && origin === "default" && path?.endsWith(last));
  if (swing) return swing.value;
  return typeof value === "number" ? { best: value, low: value, high: value } : undefined;
}

const focusSoon = (id: string): void =>
  void setTimeout(() => {
    const input = document.getElementById(id);
    input?.focus();
    if (input instanceof HTMLInputElement) input.select();
  });

function rangeButton(pointer: string, label: string): TemplateResult | typeof nothing {
  const now = takenAs(pointer);
  if (!now) return nothing;
  return html`<button
    type="button"
    class="link give"
    @click=${(event: Event) => {
      const id = (event.target as Element).closest(".field")?.querySelector("input")?.id ?? "";
      // More digits than three nobody knows.
      const [low = now.best, high = now.best] = [now.low, now.high].map((end) => Number(end.toPrecision(3)));
      const { best } = now;
      store.replace(pointer, { best, low: Math.min(low, best), high: Math.max(high, best) });
      focusSoon(`${id}-low`);
    }}
  >
    ${formText.giveRange}<span class="sr"> ${formText.forField(label)}</span>
  </button>`;
}

function rangeFields(id: string, pointer: string, label: string): TemplateResult {
  const end = (name: "low" | "high"): TemplateResult =>
    html`<label
      >${formText.rangeEnds[name]}
      <input
        id=${`${id}-${name}`}
        type="text"
        inputmode="decimal"
        autocomplete="off"
        aria-label=${`${label}, ${formText.rangeNames[name]}`}
        aria-describedby=${`${id}-d`}
        .value=${live(textOf(`${pointer}/${name}`))}
        @input=${(event: Event) => type(`${pointer}/${name}`, (event.target as HTMLInputElement).value, "required")}
    /></label>`;
  return html`<span class="range-ends">
    ${end("low")} ${end("high")}
    <button
      type="button"
      class="link"
      @click=${() => {
        store.replace(pointer, get(store.value(pointer), "/best"));
        focusSoon(id);
      }}
    >
      ${formText.noRange}<span class="sr"> ${formText.forField(label)}</span>
    </button>
  </span>`;
}

interface Choice<T extends string> {
  name: string;
  legend: string;
  options: readonly (readonly [T, string])[];
  current: T | undefined;
  choose: (chosen: T) => void;
}

export function choice<T extends string>(
  scope: string,
  { name, legend, options, current, choose }: Choice<T>,
): TemplateResult {
  return html`<fieldset class="choice">
    <legend>${legend}</legend>
    ${options.map(
      ([value, label]) =>
        html`<label
          ><input
            type="radio"
            name=${scope + name}
            .checked=${live(current === value)}
            @change=${() => choose(value)}
          /><span>${label}</span></label
        >`,
    )}
  </fieldset>`;
}

interface Pick {
  pointer: string;
  label: string;
  options: readonly (readonly [value: string, label: string])[];
  current: string;
  choose: (chosen: string) => void;
}

export function pick(scope: string, { pointer, label, options, current, choose }: Pick): TemplateResult {
  const id = idOf(scope, pointer);
  const issue = store.issueAt(pointer);
  const known = options.some(([value]) => value === current)
    ? options
    : [...options, [current, current] as const];
  return html`<div class="field" data-pointer=${pointer}>
    <label for=${id}>${label}</label>
    <span class="box"
      ><select
        id=${id}
        aria-invalid=${issue ? "true" : "false"}
        aria-describedby=${`${id}-d`}
        @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
      >
        ${known.map(([value, text]) => html`<option value=${value} .selected=${live(value === current)}>${text}</option>`)}
      </select></span
    >
    ${wrongOf(id, issue)}
  </div>`;
}

export const has = (pointer: string): boolean => store.value(pointer) !== undefined;

export const defaultValue = (id: string): number | undefined =>
  store.catalogue.defaults.find((known) => known.id === id)?.value.best;

export const defaultOf = (id: string): string => {
  const best = defaultValue(id);
  return best === undefined ? "" : exact(best);
};

/** A number of the last good sum, for a field that has just taken the place of another. */
export function fromTrace(stage: number, symbol: string): number | null {
  for (const step of store.estimate?.trace ?? []) {
    if (step.stage !== stage) continue;
    const names = [symbol, `${symbol}_${stage + 1}`];
    if (names.includes(step.symbol)) return step.value;
    const operand = step.operands.find((known) => names.includes(known.symbol));
    if (operand) return operand.value;
  }
  return null;
}

/** What is taken where a field is empty: the sum has it. */
export function emptyOf(symbol: string, unit = ""): { hint?: string } {
  for (const { operands } of store.estimate?.trace ?? [])
    for (const operand of operands)
      if (operand.symbol === symbol && operand.origin !== "given")
        return {
          hint: formText.emptyMeans(
            `${exact(operand.value)}${unit}${operand.origin === "catalogue" ? formText.fromTable : ""}`,
          ),
        };
  return {};
}

/** The device-hours of a stage are those of all its runs. */
export function oneRunOf(stage: number): number | null {
  const all = fromTrace(stage, "device_hours_all");
  const runs = get(store.estimated, `/stages/${stage}/runs`) ?? 1;
  return all === null || typeof runs !== "number" || runs === 0 ? null : Number((all / runs).toPrecision(12));
}

/** What is wrong beside a field that isn't typed into. */
export const wrongOf = (id: string, issue: Issue | undefined): TemplateResult =>
  html`<small id=${`${id}-d`}
    >${issue ? html`<span class="wrong">${issueText(issue)}</span>` : nothing}</small
  >`;

export const stageCount = (): number => {
  const stages = store.value("/stages");
  return Array.isArray(stages) ? Math.max(1, Math.min(stages.length, 20)) : 1;
};

export function titleField(scope: string): TemplateResult {
  const title = store.value("/title");
  return html`<div class="field" data-pointer="/title">
    <label for=${`${scope}-title`}>${fieldName.ownTitle}</label>
    <span class="box"
      ><input
        id=${`${scope}-title`}
        type="text"
        autocomplete="off"
        maxlength="80"
        placeholder=${formText.ownTitlePlaceholder}
        .value=${live(typeof title === "string" ? title : "")}
        @input=${(event: Event) => {
          const text = (event.target as HTMLInputElement).value;
          if (text) store.set("/title", text);
          else store.clear("/title");
        }}
    /></span>
  </div>`;
}
