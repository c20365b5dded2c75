// What is taken along: the last good sum with its result, and when and where it was made. This folder makes texts of
// it. It knows no element of the page, and no store but what it is handed.
import type { EquivalentRow, Estimate, ModelRow, Outcome, Scenario } from "../../calculator/documents.js";
import type { View } from "../state/store.js";
import { titleOf as title } from "../text/titles.js";
import { equivalentWords, machinesText, sentence, sure, type Known, type Piece } from "#words/page.js";
import { otherWords } from "#words/sets.js";

export interface Taken {
  scenario: Scenario;
  model: ModelRow | undefined;
  /** Not as the model was published. */
  isChanged: boolean;
  estimate: Estimate;
  view: View;
  /** Of the chosen set. */
  equivalents: { row: EquivalentRow; count: Outcome }[];
  known: Known;
  date: Date;
  /** Of the page, or of this very sum; null where there is none that others could open. */
  address: string | null;
}

export const isoDate = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");

export const titleOf = ({ scenario, model, isChanged }: Taken): string => title(scenario, model, isChanged);

/** For the name of a file, whatever the title is. */
export function fileName(taken: Taken, ending: string): string {
  const { model, isChanged } = taken;
  const of = (model ? `${model.id}${isChanged ? " changed" : ""}` : titleOf(taken))
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return `five-cars${of ? `-${of}` : ""}.${ending}`;
}

export function pieces({ scenario, model, isChanged, estimate, view, known }: Taken): Piece[] {
  return sentence({ scenario, model, changed: isChanged, estimate, unit: view.unit }, known);
}

export const textOfPiece = (piece: Piece): string =>
  typeof piece === "string"
    ? piece
    : "slot" in piece
      ? piece.text
      : "about" in piece
        ? piece.about
        : piece.strong;

/** What holds a line together on a screen is in the way elsewhere. */
export const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ").replace(/\u2060/g, "");

export const sentenceOf = (taken: Taken): string => pieces(taken).map(textOfPiece).join("");

export const amounts = ({ equivalents, view }: Taken): string[] =>
  equivalents.map(({ row, count }) =>
    view.set === undefined ? equivalentWords(row, sure(count)) : otherWords(row, sure(count)),
  );

/** Each stage by itself: a text of it, and each only once. */
const ofStages = (
  { scenario }: Taken,
  text: (stage: Scenario["stages"][number]) => string | undefined,
): string =>
  [
    ...new Set(
      scenario.stages.flatMap((stage) => (stage.like ? [] : [plain(text(stage) ?? "")])).filter(Boolean),
    ),
  ].join("; ");

export const hardwareOf = (taken: Taken): string =>
  ofStages(taken, (stage) =>
    stage.power ? machinesText({ ...taken.scenario, stages: [stage] }, taken.known) : undefined,
  );

export const placesOf = (taken: Taken): string =>
  ofStages(taken, (stage) => {
    const alone = pieces({ ...taken, scenario: { ...taken.scenario, stages: [stage] } });
    return alone.flatMap((piece) =>
      typeof piece === "object" && "slot" in piece && piece.slot === "place" ? [piece.text] : [],
    )[0];
  });
