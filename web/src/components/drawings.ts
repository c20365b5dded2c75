// The pictures: every shape is an amount. Words beside them say the same, so they are hidden from screen readers.
import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit/html.js";

export interface Shape {
  width: number;
  height: number;
  /** Where the shape itself begins and ends in this width. */
  from: number;
  to: number;
  path: string;
  wheels?: [x: number, y: number, r: number][];
}

export const car: Shape = {
  width: 100,
  height: 41,
  from: 2,
  to: 99,
  path: "M2 29C2 24 5 21 11 20L24 17.500C30 9 37 4 47 4L61 4C70 4 76 9 82 17L92 19C97 20 99 23 99 28L99 31C99 33 98 34 96 34L5 34C3 34 2 33 2 31ZM32 17L53 17L53 8L47 8C41 8 36 11 32 17ZM57 17L76 17C72 11 67 8 61 8L57 8Z",
  wheels: [
    [23, 33, 7.5],
    [78, 33, 7.5],
  ],
};

const plane: Shape = {
  width: 50,
  height: 48,
  from: 2,
  to: 49,
  path: "M49 24C49 22 46 21 42 21L31 21L19 3L14 3L20 21L10 21L6 15L2 15L4 24L2 33L6 33L10 27L20 27L14 45L19 45L31 27L42 27C46 27 49 26 49 24Z",
};

const outline = ({ path, wheels = [] }: Shape): SVGTemplateResult =>
  svg`<path fill-rule="evenodd" d=${path} />${wheels.map(([x, y, r]) => svg`<circle cx=${x} cy=${y} r=${r} />`)}`;

/** How many times a drawing must stand for so that at most `most` are needed: 1, 10, 100 … */
export function scaleFor(count: number, most: number): number {
  let times = 1;
  while (Math.ceil(count / times) > most) times *= 10;
  return times;
}

/** So many of a shape, in rows; filled from the left as far as the count reaches. */
function row(shape: Shape, count: number, least: number, perRow: number, gap: number): TemplateResult {
  const n = Math.max(least, Math.ceil(count), 1);
  const columns = Math.min(n, perRow);
  const step = shape.width + gap;
  const drop = shape.height + gap;
  return html`<svg
    class="drawing"
    preserveAspectRatio="xMinYMax"
    viewBox="0 0 ${columns * step - gap} ${Math.ceil(n / perRow) * drop - gap}"
    aria-hidden="true"
  >
    ${[...Array(n).keys()].map((i) => {
      const filled = Math.max(0, Math.min(1, count - i));
      const front = shape.from + (shape.to - shape.from) * filled;
      // The line stands where the filling ends: a hundredth of a car is too thin to be seen without it.
      return svg`<g transform="translate(${(i % perRow) * step} ${Math.floor(i / perRow) * drop})">
        <g class="empty">${outline(shape)}</g>
        ${filled > 0 ? svg`<svg width=${front} height=${shape.height} class="full">${outline(shape)}</svg>` : ""}
        ${filled > 0 && filled < 1 ? svg`<path class="front" d="M${front} 0V${shape.height}" />` : ""}
      </g>`;
    })}
  </svg>`;
}

export const cars = (count: number): TemplateResult =>
  row(car, count / scaleFor(count, 20), 5, count > 5 ? 10 : 5, 8);
export const planes = (count: number): TemplateResult => row(plane, count / scaleFor(count, 20), 1, 10, 6);

/** A year cut into its weeks, filled as far as the count reaches. */
export function weeks(count: number, perYear: number): TemplateResult {
  const ticks = (): SVGTemplateResult[] =>
    [...Array(Math.ceil(perYear)).keys()].map(
      (i) => svg`<rect x=${i} width=${Math.min(0.72, perYear - i)} height="8" />`,
    );
  return html`<svg
    class="drawing strip"
    viewBox="0 0 ${perYear} 8"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    <g class="empty">${ticks()}</g>
    <svg class="full" width=${Math.min(perYear, count * perYear)} height="8">${ticks()}</svg>
  </svg>`;
}

/** Years as blocks. */
export function years(count: number): TemplateResult {
  const shown = count / scaleFor(count, 100);
  const perRow = shown > 10 ? 20 : 10;
  const n = Math.ceil(shown);
  const block = (i: number, width: number): SVGTemplateResult =>
    svg`<rect x=${(i % perRow) * 10} y=${Math.floor(i / perRow) * 10} width=${8.6 * width} height="8.6" />`;
  return html`<svg
    class="drawing blocks"
    preserveAspectRatio="xMinYMax"
    viewBox="0 0 ${perRow * 10} ${Math.ceil(n / perRow) * 10}"
    aria-hidden="true"
  >
    <g class="empty">${[...Array(n).keys()].map((i) => block(i, 1))}</g>
    <g class="full">${[...Array(n).keys()].map((i) => block(i, Math.min(1, shown - i)))}</g>
  </svg>`;
}

/** A bar whose length is its share of the longest. */
export const bar = (share: number, kind: string): TemplateResult =>
  html`<svg class="bar ${kind}" aria-hidden="true">
    <rect class="empty" width="100%" height="100%" />
    <rect class="full" width="${share * 100}%" height="100%" />
  </svg>`;

/** One bar of several shares, side by side. */
export function bars(shares: number[]): TemplateResult {
  let from = 0;
  return html`<svg class="bar split" aria-hidden="true">
    ${shares.map((share) => {
      const x = from;
      from += share;
      return svg`<rect x="${x * 100}%" width="${share * 100}%" height="100%" />`;
    })}
  </svg>`;
}
