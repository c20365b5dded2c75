// A sentence for an article, with where it comes from.
import { citation } from "#words/take.js";
import { plain, sentenceOf, type Taken } from "./taken.js";

export const toCitation = (taken: Taken): string =>
  `${plain(`${sentenceOf(taken)} (${citation.source(taken.estimate, taken.address)}; ${citation.on(taken.date)})`)}\n`;
