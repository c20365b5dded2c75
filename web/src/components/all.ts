import { AmountsPiece } from "./amounts.js";
import { ChangePiece } from "./change.js";
import { NoticePiece } from "./notice.js";
import { RangePiece } from "./range.js";
import { ResultPiece } from "./result.js";
import { SentencePiece } from "./sentence.js";

// The answer first, then in the order of the page. What stands below them comes later: below.ts.
const pieces: [name: string, piece: CustomElementConstructor][] = [
  ["fc-sentence", SentencePiece],
  ["fc-notice", NoticePiece],
  ["fc-range", RangePiece],
  ["fc-amounts", AmountsPiece],
  ["fc-result", ResultPiece],
  ["fc-change", ChangePiece],
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
