// The answer as a small graphic for a newspaper: SVG that stands by itself, light, in fonts that every system has.
import type { Outcome } from "../../calculator/documents.js";
import { car, scaleFor, type Shape } from "../components/drawings.js";
import { spread } from "../components/spread.js";
import { drawn, isRange, leading, mass, massAlone, massRange, ui, type Piece } from "#words/page.js";
import { pictureText } from "#words/take.js";
import { amounts, pieces, plain, textOfPiece, type Taken } from "./taken.js";

export interface Picture {
  svg: string;
  width: number;
  height: number;
  /** What it says, for those who can't see it. */
  alt: string;
}

const width = 1200;
const margin = 64;
const inner = width - 2 * margin;
const paper = "#fbfaf7";
const ink = "#1b1a17";
const soft = "#625e56";
const line = "#dcd8cf";
const faint = "#e7e3da";
const accent = "#b3261e";
const pale = "#efd6d1";
const serif =
  "'Iowan Old Style','Palatino Linotype',Palatino,'Book Antiqua',Georgia,'Liberation Serif',serif";

/** For text and for attributes; what XML has no place for becomes a sign that says so. */
export const xml = (text: string): string =>
  text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]/gu, "\ufffd")
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** About so many ems in the widest of the fonts: nothing here can measure. */
function ems(text: string): number {
  let sum = 0;
  for (const sign of text)
    sum += /[ .,:;'’|!()[\]ijltfr\u2060]/.test(sign)
      ? 0.33
      : /[mwMW%@×]/.test(sign)
        ? 0.9
        : /[A-Z0-9]/.test(sign)
          ? 0.66
          : sign > "\u2e7f"
            ? 1
            : 0.55;
  return sum;
}

interface Word {
  text: string;
  strong: boolean;
}

/** At a no-break space no line ends; a word longer than a line ends where it must. */
const split = (text: string, strong: boolean): Word[] =>
  text
    .replace(/[\u2060\0]/g, "")
    .split(/(?<=[ \n\r\t])/)
    .flatMap((word) => word.match(/.{1,36}/gsu) ?? [])
    .map((part) => ({ text: part.replace(/\s$/, " "), strong }));

/** The sentence without its equivalents, which are drawn. */
function headline(all: Piece[]): Word[] {
  const end = all.findLastIndex(
    (piece) => typeof piece === "object" && ("main" in piece || "about" in piece),
  );
  return [...all.slice(0, end + 1), "."].flatMap((piece) =>
    split(textOfPiece(piece), typeof piece === "object" && "main" in piece),
  );
}

/** In lines. Only after a space one may end, or within a word that is too long. */
function wrapped(words: Word[], size: number): Word[][] {
  const lines: Word[][] = [];
  let used = Infinity;
  words.forEach((word, i) => {
    // What follows without a space, such as a full stop, stays with it.
    const tied = words.slice(i + 1, i + (/ $/.test(word.text) ? 1 : 2)).filter(({ text }) => text.length < 3);
    const long =
      ems(word.text.trimEnd() + tied.map(({ text }) => text).join("")) * size * (word.strong ? 1.08 : 1);
    const mayEnd = / $/.test(words[i - 1]?.text ?? " ") || word.text.length > 2;
    if (used + long > inner && mayEnd) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(word);
    used += ems(word.text) * size * (word.strong ? 1.08 : 1);
  });
  return lines;
}

const text = (x: number, y: number, size: number, content: string, more = ""): string =>
  `<text x="${x}" y="${y}" font-size="${size}" ${more}>${content}</text>`;

/** The range: how the samples are spread, where nine in ten of them lie, and the best. */
function range(taken: Taken, top: number): string {
  const total = taken.estimate.total_kg as Required<Outcome>;
  const { at, outline } = spread(total, taken.estimate.histogram);
  const height = 120;
  const x = (kg: number): number => Number((margin + (at(kg) / 100) * inner).toFixed(1));
  const base = top + height;
  const points = outline.map(
    ([across, up]) => `${(margin + (across / 100) * inner).toFixed(1)} ${(base - height * up).toFixed(1)}`,
  );
  const { catalogue } = taken.known;
  const [from = "", to = ""] = plain(massRange(total, taken.view.unit, catalogue)).split("–");
  const lead = leading(total);
  const mark = (kg: number, words: string, more: string): string =>
    text(x(kg), base + 44, 24, xml(words), `text-anchor="middle" ${more}`);
  return `<path d="M${margin} ${base}L${points.join("L")}L${width - margin} ${base}Z" fill="${pale}"/>
<rect x="${margin}" y="${base}" width="${inner}" height="1.5" fill="${line}"/>
<rect x="${x(total.low)}" y="${base - 3}" width="${(x(total.high) - x(total.low)).toFixed(1)}" height="7" fill="${accent}"/>
<rect x="${x(total.median)}" y="${base - 11}" width="3" height="23" fill="${ink}"/>
<circle cx="${x(lead)}" cy="${base}" r="12" fill="${accent}"/>
${mark(total.low, from, `fill="${soft}"`)}
${mark(lead, plain(massAlone(total, taken.view.unit, catalogue)), `font-weight="bold"`)}
${mark(total.high, to, `fill="${soft}"`)}`;
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
  for (const one of wrapped(words, size)) {
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
    parts.push(range(taken, y + 40));
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
  const others =
    `${[...(cars ? [""] : []), ...rest].join(pictureText.or)}${whose ? `, ${whose}` : ""}`.trim();
  for (const one of wrapped(split(others, false), 26)) {
    y += 40;
    parts.push(text(margin, y, 26, xml(plain(one.map(({ text }) => text).join("")))));
  }
  y += 30;
  parts.push(`<rect x="${margin}" y="${y}" width="${inner}" height="1.5" fill="${line}"/>`);
  y += 34;
  parts.push(text(margin, y, 18, xml(pictureText.source(estimate.data_version)), `fill="${soft}"`));
  const height = Math.round(y + 36);
  const head = words
    .map(({ text }, i) => (text.startsWith("\0") ? text.slice(1) : i ? ` ${text}` : text))
    .join("");
  const alt = plain(pictureText.alt(head, about, said.join(pictureText.or)));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="alt" font-family="${serif}" fill="${ink}">
<title id="alt">${xml(alt)}</title>
<rect width="${width}" height="${height}" fill="${paper}"/>
${parts.join("\n")}
</svg>
`;
  return { svg, width, height, alt };
}
