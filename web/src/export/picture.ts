// The answer as a small graphic for a newspaper: SVG that stands by itself, light, in fonts that every system has.
import type { Estimate, MassUnit, Outcome } from "../../calculator/documents.js";
import { car, scaleFor, type Shape } from "../components/drawings.js";
import { spread } from "../components/spread.js";
import {
  drawn,
  isRange,
  leading,
  mass,
  massAlone,
  massRange,
  ui,
  type Known,
  type Piece,
} from "#words/page.js";
import { pictureText } from "#words/take.js";
import { split, wrapped, xml, type Word } from "./lettering.js";
import { amounts, pieces, plain, textOfPiece, type Taken } from "./taken.js";

export interface Picture {
  svg: string;
  width: number;
  height: number;
  /** What it says, for those who can't see it. */
  alt: string;
}

export const width = 1200;
export const margin = 64;
export const inner = width - 2 * margin;
export const paper = "#fbfaf7";
export const ink = "#1b1a17";
export const soft = "#625e56";
export const line = "#dcd8cf";
const faint = "#e7e3da";
export const accent = "#b3261e";
const pale = "#efd6d1";
export const serif =
  "'Iowan Old Style','Palatino Linotype',Palatino,'Book Antiqua',Georgia,'Liberation Serif',serif";

/** The sentence without its equivalents, which are drawn. */
function headline(all: Piece[]): Word[] {
  const end = all.findLastIndex(
    (piece) => typeof piece === "object" && ("main" in piece || "about" in piece),
  );
  return [...all.slice(0, end + 1), "."].flatMap((piece) =>
    typeof piece === "object" && "about" in piece
      ? [{ text: piece.about, strong: false }]
      : split(textOfPiece(piece), typeof piece === "object" && "main" in piece),
  );
}

export const text = (x: number, y: number, size: number, content: string, more = ""): string =>
  `<text x="${x}" y="${y}" font-size="${size}" ${more}>${content}</text>`;

/** The range: how the samples are spread, where nine in ten of them lie, and the best. */
export function range(
  { total_kg, histogram }: Pick<Estimate, "total_kg" | "histogram">,
  unit: MassUnit,
  catalogue: Known["catalogue"],
  top: number,
  height: number,
): string {
  const total = total_kg as Required<Outcome>;
  const { at, outline } = spread(total, histogram);
  const x = (kg: number): number => Number((margin + (at(kg) / 100) * inner).toFixed(1));
  const base = top + height;
  const points = outline.map(
    ([across, up]) => `${(margin + (across / 100) * inner).toFixed(1)} ${(base - height * up).toFixed(1)}`,
  );
  const [from = "", to = ""] = plain(massRange(total, unit, catalogue)).split("–");
  const lead = leading(total);
  // Beside the label of the best, if it is near.
  const mark = (kg: number, words: string, anchor: string, more: string): string =>
    text(
      x(kg),
      base + 44,
      24,
      xml(words),
      `text-anchor="${Math.abs(x(kg) - x(lead)) < 110 ? anchor : "middle"}" ${more}`,
    );
  return `<path d="M${margin} ${base}L${points.join("L")}L${width - margin} ${base}Z" fill="${pale}"/>
<rect x="${margin}" y="${base}" width="${inner}" height="1.5" fill="${line}"/>
<rect x="${x(total.low)}" y="${base - 3}" width="${(x(total.high) - x(total.low)).toFixed(1)}" height="7" fill="${accent}"/>
<rect x="${x(total.median)}" y="${base - 11}" width="3" height="23" fill="${ink}"/>
<circle cx="${x(lead)}" cy="${base}" r="12" fill="${accent}"/>
${mark(total.low, from, "end", `fill="${soft}"`)}
${mark(lead, plain(massAlone(total, unit, catalogue)), "middle", `font-weight="bold"`)}
${mark(total.high, to, "start", `fill="${soft}"`)}`;
}

/** So many of a shape beside each other, filled as far as the count reaches. */
function row(shape: Shape, count: number, top: number): [drawing: string, height: number] {
  const columns = 5;
  const gap = 0.07;
  const n = Math.max(columns, Math.ceil(count));
  const perRow = n > columns ? columns * 2 : columns;
  const scale = inner / (perRow * shape.width * (1 + gap) - shape.width * gap);
  const step = shape.width * (1 + gap);
  const drop = shape.height * 1.25;
  const outline = `<path fill-rule="evenodd" d="${shape.path}"/>${(shape.wheels ?? []).map(([x, y, r]) => `<circle cx="${x}" cy="${y}" r="${r}" stroke="${paper}" stroke-width="2"/>`).join("")}`;
  const drawings = [...Array(n).keys()].map((i) => {
    const filled = Math.max(0, Math.min(1, count - i));
    const front = shape.from + (shape.to - shape.from) * filled;
    const edge =
      filled > 0 && filled < 1
        ? `<path d="M${front} 0V${shape.height}" stroke="${accent}" stroke-width="0.8"/>`
        : "";
    return `<g transform="translate(${((i % perRow) * step).toFixed(2)} ${(Math.floor(i / perRow) * drop).toFixed(2)})"><g fill="${faint}" stroke="#88837a" stroke-width="0.5">${outline}</g>${
      filled > 0
        ? `<clipPath id="whole${i}"><rect width="${front}" height="${shape.height}"/></clipPath><g clip-path="url(#whole${i})" fill="${accent}">${outline}</g>`
        : ""
    }${edge}</g>`;
  });
  return [
    `<g transform="translate(${margin} ${top}) scale(${scale.toFixed(4)})">${drawings.join("")}</g>`,
    (Math.ceil(n / perRow) * drop - (drop - shape.height)) * scale,
  ];
}

export function toPicture(taken: Taken): Picture {
  const { estimate, equivalents, known, view } = taken;
  const { total_kg } = estimate;
  const parts: string[] = [];
  let y = 56;
  parts.push(
    `<rect x="${margin}" y="${y - 20}" width="${inner}" height="3" fill="${ink}"/>`,
    text(margin, (y += 18), 22, "Five Cars", `font-weight="bold"`),
  );
  y += 22;
  const size = 48;
  const words = headline(pieces(taken));
  for (const one of wrapped(words, size, inner)) {
    y += 60;
    const spans = one
      .map(({ text, strong }) =>
        strong ? `<tspan fill="${accent}" font-weight="bold">${xml(text)}</tspan>` : xml(text),
      )
      .join("");
    parts.push(text(margin, y, size, spans, `xml:space="preserve"`));
  }
  const ranged = isRange(total_kg);
  const [median, between] = ranged
    ? [
        mass({ ...total_kg, best: total_kg.median }, view.unit, known.catalogue),
        `${massRange(total_kg, view.unit, known.catalogue)}\u00a0${massAlone(total_kg, view.unit, known.catalogue).split("\u00a0")[1] ?? ""}`,
      ]
    : ["", ""];
  const about = plain(ranged ? pictureText.half(between, median) : pictureText.exact);
  if (ranged) {
    parts.push(range(estimate, view.unit, known.catalogue, y + 40, 120));
    y += 40 + 120 + 44;
  }
  parts.push(text(margin, (y += 44), 22, xml(about), `fill="${soft}"`));

  y += 34;
  parts.push(`<rect x="${margin}" y="${y}" width="${inner}" height="1.5" fill="${line}"/>`);
  const said = amounts(taken).slice(0, 3);
  const whose = ui.sets[view.set ?? equivalents[0]?.row.set ?? ""];
  const cars = equivalents.find(({ row }) => row.id === "car-lifetime");
  const rest = said.slice(cars ? 1 : 0);
  if (cars) {
    const count = leading(cars.count);
    const times = scaleFor(count, 20);
    const [drawing, height] = row(car, count / times, y + 34);
    parts.push(drawing);
    y += 34 + height + 52;
    const caption = times > 1 ? drawn.each(times, drawn.cars) : count > 5 ? drawn.oneEach : drawn.ofFive;
    parts.push(
      text(margin, y, 34, xml(plain(said[0] ?? "")), `font-weight="bold"`),
      text(margin, (y += 32), 20, xml(plain(caption)), `fill="${soft}"`),
    );
  }
  const others = cars
    ? [`${["", ...rest].join(pictureText.or)}${whose ? `, ${whose}` : ""}`.trim()]
    : [...rest, ...(whose ? [`(${whose})`] : [])];
  for (const words of others)
    for (const one of wrapped(split(words, false), 26, inner)) {
      y += 40;
      parts.push(text(margin, y, 26, xml(plain(one.map(({ text }) => text).join("")))));
    }
  y += 30;
  parts.push(`<rect x="${margin}" y="${y}" width="${inner}" height="1.5" fill="${line}"/>`);
  y += 34;
  parts.push(text(margin, y, 18, xml(pictureText.source(estimate.data_version)), `fill="${soft}"`));
  const height = Math.round(y + 36);
  const head = words.map(({ text }) => text).join("");
  const alt = plain(pictureText.alt(head, about, said.join(pictureText.or)));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="alt" font-family="${serif}" fill="${ink}">
<title id="alt">${xml(alt)}</title>
<rect width="${width}" height="${height}" fill="${paper}"/>
${parts.join("\n")}
</svg>
`;
  return { svg, width, height, alt };
}
