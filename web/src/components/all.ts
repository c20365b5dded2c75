import { AmountsPiece } from "./amounts.js";
import { ChangePiece } from "./change.js";
import { NoticePiece } from "./notice.js";
import { ReallyPiece } from "./really.js";
import { ResultPiece } from "./result.js";
import { SentencePiece } from "./sentence.js";
import { TakePiece } from "./take.js";
import { WorkPiece } from "./work.js";

// The answer first, then in the order of the page.
const pieces: [name: string, piece: CustomElementConstructor][] = [
  ["fc-sentence", SentencePiece],
  ["fc-notice", NoticePiece],
  ["fc-amounts", AmountsPiece],
  ["fc-result", ResultPiece],
  ["fc-change", ChangePiece],
  ["fc-work", WorkPiece],
  ["fc-really", ReallyPiece],
  ["fc-take", TakePiece],
];

/**
 * Only now, with the calculator running, do the elements come to life: one after the other, so that a slow phone
 * can answer its reader in between.
 */
export async function defineComponents(): Promise<void> {
  for (const [name, piece] of pieces) {
    customElements.define(name, piece);
    await new Promise((next) => setTimeout(next));
  }
}
