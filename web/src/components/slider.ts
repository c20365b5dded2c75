// A slider beside the number that it moves: the same value of the store, at most once for each picture drawn.
import { html, nothing, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import type { Limit } from "../../calculator/documents.js";
import { get } from "../state/pointer.js";
import { store } from "../state/store.js";
import { startText } from "#words/start.js";
import { exact } from "../text/numbers.js";
import { dragged, Piece } from "./piece.js";

/** "wide": a thousandfold around the value, each tenfold as long as the next. Else from a number to another. */
export type Scale = "wide" | { from: number; to: number };

interface Asked {
  pointer: string;
  id: string;
  label: string;
  unit: string;
  limit: Limit | undefined;
  scale: Scale;
  /** What is taken where nothing is entered. */
  instead?: number | undefined;
  set: (value: number) => void;
}

interface Span {
  from: number;
  to: number;
  wide: boolean;
}

/** Where the sliders of this run lead: they stay as they are while the value is among them. */
let spans = new Map<string, Span>();
let ofChoice = -1;

const fine = 100;
/** Nobody sets more digits by hand. */
const digits = 3;

function fresh(value: number, scale: Scale, limit: Limit | undefined): Span {
  const [least, most] = [limit?.min ?? 0, limit?.max ?? Infinity];
  if (scale !== "wide")
    return { from: scale.from, to: Math.min(most, Math.max(scale.to, Math.ceil(value))), wide: false };
  const tens = 10 ** (Math.floor(Math.log10(value > 0 ? value : 1)) - 1);
  const from = Math.max(least, tens);
  return { from, to: Math.min(most, from * 1000), wide: true };
}

/** Of a range only the best moves, between its ends. */
function spanOf({ pointer, scale, limit }: Asked, value: number): Span {
  const given = store.value(pointer);
  const [low, high] = [get(given, "/low"), get(given, "/high")];
  if (typeof low === "number" && typeof high === "number" && low < high)
    return { from: low, to: high, wide: scale === "wide" && low > 0 };
  if (ofChoice !== store.chosen) {
    spans = new Map();
    ofChoice = store.chosen;
  }
  let span = spans.get(pointer);
  if (!span || value < span.from || value > span.to) spans.set(pointer, (span = fresh(value, scale, limit)));
  return span;
}

/** On a whole scale of a hundred steps: of a wide one so many for each tenfold. */
function track({ from, to, wide }: Span) {
  const tenfolds = wide ? Math.log10(to / from) : 1;
  const steps = Math.max(1, Math.round(fine * tenfolds));
  return {
    steps,
    position: (value: number): number =>
      Math.round(
        steps *
          Math.max(
            0,
            Math.min(
              1,
              wide ? Math.log10(Math.max(value, from) / from) / tenfolds : (value - from) / (to - from),
            ),
          ),
      ),
    value: (position: number): number =>
      Math.min(
        to,
        Math.max(
          from,
          Number(
            (wide
              ? from * 10 ** ((position / steps) * tenfolds)
              : from + ((to - from) * position) / steps
            ).toPrecision(digits),
          ),
        ),
      ),
  };
}

/** What a hand has set since the last picture. */
let waiting: (() => void) | undefined;

function soon(set: () => void): void {
  if (!waiting)
    requestAnimationFrame(() => {
      const now = waiting;
      waiting = undefined;
      dragged();
      now?.();
    });
  waiting = set;
}

export function slider(asked: Asked): TemplateResult | typeof nothing {
  const { pointer, id, label, unit, limit, instead, set } = asked;
  const given = (document: unknown): number | undefined => {
    const value = get(document, pointer);
    const best = typeof value === "number" ? value : get(value, "/best");
    return typeof best === "number" ? best : undefined;
  };
  // While what is typed can't be used, it stays where it was.
  const value = given(store.scenario) ?? (store.issueAt(pointer) ? given(store.estimated) : instead);
  if (value === undefined) return nothing;
  const span = spanOf(asked, value);
  if (!(span.from < span.to)) return nothing;
  const { steps, position, value: valueAt } = track(span);
  const put = (to: number): void => soon(() => set(limit?.whole ? Math.round(to) : to));
  return html`<input
    class="slider"
    type="range"
    id=${`${id}-slider`}
    aria-label=${startText.slider(label)}
    aria-valuetext=${[exact(value), unit].filter(Boolean).join(" ")}
    max=${steps}
    .value=${live(String(position(value)))}
    @input=${({ target }: Event) => put(valueAt((target as HTMLInputElement).valueAsNumber))}
    @keydown=${(event: KeyboardEvent) => {
      // A step of a hundredth moves no small count.
      const by = ({ ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 } as Record<string, number>)[
        event.key
      ];
      if (!by || !limit?.whole) return;
      event.preventDefault();
      const to = valueAt(position(value) + by);
      put(Math.max(span.from, Math.min(span.to, Math.abs(to - value) < 1 ? value + by : to)));
    }}
    @change=${({ target }: Event) => {
      const { valueAsNumber } = target as HTMLInputElement;
      // At its end it leads on.
      if (!span.wide || (valueAsNumber > 0 && valueAsNumber < steps)) return;
      spans.delete(pointer);
      soon(() => void (target as Element).closest<Piece>("fc-change, fc-panel")?.redraw());
    }}
  />`;
}
