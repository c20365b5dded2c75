// The picture of a model's page, 1200 × 630, as other sites show it beside a link: the answer, its range, and where it
// comes from. It is drawn like the picture that the page exports, and stands by itself.
import { printedText } from "#words/below.js";
import { embed } from "#words/embed.js";
import { card as words, modelPage } from "#words/gallery.js";
import { noteIn } from "#words/notes.js";
import { isRange, leading, mass, massAlone, massRange, near } from "#words/page.js";
import { pictureText } from "#words/take.js";
import type { Estimate, MassUnit, Model, Outcome, Publication } from "../../calculator/documents.js";
import { ems, split, wrapped, xml } from "../../src/export/lettering.js";
import {
  accent,
  ink,
  inner,
  line,
  margin,
  paper,
  range,
  serif,
  soft,
  text,
  width,
} from "../../src/export/picture.js";
import { plain, textOfPiece } from "../../src/export/taken.js";
import { opening } from "../../src/state/opening.js";
import { exact } from "../../src/text/numbers.js";
import { sentence, type Piece } from "../../src/text/sentence.js";
import type { Made } from "./engine.js";

export interface Card {
  svg: string;
  width: number;
  height: number;
  /** What it says, for those who can't see it. */
  alt: string;
}

const height = 630;
/** Some systems have no other serif than a very wide one. */
const wide = 1.1;

/** As large as it may be, or as it fits into one line. */
const fitted = (content: string, largest: number): number =>
  Math.min(largest, Math.floor(inner / (ems(content) * wide)));

/** In at most so many lines, smaller if it needs to be. */
function lines(content: string, largest: number, most: number, top: number): string {
  const at = (size: number): string[] =>
    wrapped(split(content, false), size, inner / wide).map((words) =>
      words
        .map(({ text }) => text)
        .join("")
        .trimEnd(),
    );
  let size = largest;
  while (size > 20 && at(size).length > most) --size;
  return at(size)
    .map((one, i) => text(margin, top + Math.round(i * largest * 1.25), size, xml(one)))
    .join("\n");
}

export function card(model: Model, all: Made): Card {
  const publication = all.texts.publications[model.id];
  if (!publication) throw new Error(`the texts have no publication of ${model.id}`);
  const estimate = all.opened(model);
  const parts = estimate ? answer(model, estimate, all) : printed(model, publication);
  const { alt, drawing } = parts;
  const site = all.homepage?.replace(/^https?:\/\/|\/$/g, "");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc" font-family="${serif}" fill="${ink}">
<title id="title">${xml(plain(modelPage.title(model.name)))}</title>
<desc id="desc">${xml(alt)}</desc>
<rect width="${width}" height="${height}" fill="${paper}"/>
<rect x="${margin}" y="36" width="${inner}" height="4" fill="${ink}"/>
${text(margin, 78, 26, "Five Cars", `font-weight="bold"`)}
${site === undefined ? "" : text(width - margin, 78, 22, xml(site), `text-anchor="end" fill="${soft}"`)}
${drawing}
<rect x="${margin}" y="562" width="${inner}" height="1.5" fill="${line}"/>
${text(margin, 598, 22, xml(source(model, estimate, all)), `fill="${soft}"`)}
</svg>
`;
  return { svg, width, height, alt };
}

/** Whose figures they are, and whose sum. */
function source({ kind, cited }: Model, estimate: Estimate | undefined, { texts, catalogue }: Made): string {
  const label = texts.sources[cited.source]?.label ?? cited.source;
  // The month is enough for a reader; the page has the rest.
  const data = catalogue.data_version.replace(/\+.*$/, "");
  const said = !estimate ? words.printedBy : kind === "guess" ? words.guess : words.source;
  return plain(said(label, data));
}

interface Drawn {
  alt: string;
  drawing: string;
}

/** The sentence in three parts: before its total, the total, and what follows. */
function inThree(pieces: Piece[]): [before: string, after: string] {
  const main = pieces.findIndex((piece) => typeof piece === "object" && "main" in piece);
  const subject = pieces.findIndex((piece) => typeof piece === "object" && "slot" in piece);
  // With the comma that may close it. The machines, the time and the place are for the page.
  const told = [...pieces.slice(0, subject + 2), pieces[main - 1] ?? ""];
  const rest = pieces.slice(main + 1).filter((piece) => typeof piece === "string" || !("about" in piece));
  const join = (some: Piece[]): string => plain(some.map(textOfPiece).join("")).trim();
  return [join(told), join(rest).replace(/^, /, "")];
}

function answer(model: Model, estimate: Estimate, all: Made): Drawn {
  const { catalogue, engine } = all;
  const scenario = opening(model);
  if (!scenario) throw new Error(`${model.id} has no scenario to tell`);
  const { total_kg } = estimate;
  const unit = near(leading(total_kg), "t");
  const pieces = sentence({ scenario, model, estimate, unit }, { catalogue, row: engine.row });
  const [before, after] = inThree(pieces);
  const told = isRange(total_kg)
    ? withRange(model, after, estimate, unit, catalogue)
    : alone(after, estimate, all.onOneBasis(model), catalogue);
  const total = plain(mass(total_kg, unit, catalogue));
  return {
    alt: plain(`${pieces.map(textOfPiece).join("")} ${told.alt}`),
    drawing: [
      text(margin, 136, fitted(before, 46), xml(before)),
      text(margin, 254, fitted(total, 124), xml(total), `font-weight="bold" fill="${accent}"`),
      told.drawing,
    ].join("\n"),
  };
}

function withRange(
  { id, kind }: Model,
  after: string,
  estimate: Estimate,
  unit: MassUnit,
  catalogue: Made["catalogue"],
): Drawn {
  const total = estimate.total_kg as Required<Outcome>;
  const nine = `${massRange(total, unit, catalogue)}\u00a0${massAlone(total, unit, catalogue).split("\u00a0")[1] ?? ""}`;
  const half = mass({ ...total, best: total.median }, unit, catalogue);
  const isCorrected = catalogue.models.some(({ corrects }) => corrects === id);
  // What has to be known before anybody tells it on.
  const alt =
    kind === "guess"
      ? embed.guessed
      : isCorrected
        ? `${modelPage.corrected} ${nine}.`
        : `${plain(pictureText.half(nine, half))}.`;
  return {
    alt,
    drawing: [
      lines(after, 30, 2, 320),
      range(estimate, unit, catalogue, 382, 70),
      text(margin, 540, 22, xml(alt), `fill="${soft}"`),
    ].join("\n"),
  };
}

/** What is counted as nothing is like nothing, and that isn't the whole story. */
function alone(
  after: string,
  { total_kg }: Estimate,
  onOneBasis: Estimate | undefined,
  catalogue: Made["catalogue"],
): Drawn {
  const about = total_kg.best === 0 ? words.zero : `${after} ${pictureText.exact}.`;
  const one = onOneBasis?.total_kg;
  const alt = plain(
    one ? `${about} ${words.oneBasis(mass(one, near(leading(one), "t"), catalogue))}` : about,
  );
  return { alt, drawing: lines(alt, 30, 4, 340) };
}

/** Of a run that can't be redone: what was printed, and why not. */
function printed({ id, name }: Model, { printed: figures, no_scenario }: Publication): Drawn {
  const figure = figures.find(({ quantity }) => quantity === "emissions");
  const total = figure ? `${plain(printedText(exact(figure.value), figure.unit))} CO₂e` : modelPage.noSum;
  const before = words.printed(name);
  const why = plain(
    (no_scenario === undefined ? undefined : noteIn(`${id}/no_scenario`, no_scenario)) ?? words.alone,
  );
  return {
    alt: `${before} ${total}. ${words.notRedone} ${why}`,
    drawing: [
      text(margin, 160, fitted(before, 46), xml(before)),
      text(margin, 300, fitted(total, 140), xml(total), `font-weight="bold"`),
      text(margin, 376, 30, xml(words.notRedone), `font-weight="bold"`),
      lines(why, 30, 3, 420),
    ].join("\n"),
  };
}
