// What the first screen doesn't show, in the order of the page.
import "../state/sums.js";
import { ComparePiece } from "./compare.js";
import type { Piece } from "./piece.js";
import { PublishedPiece } from "./published.js";
import { ReallyPiece } from "./really.js";
import { SurePiece } from "./sure.js";
import { TakePiece } from "./take.js";
import { WhatIfPiece } from "./what-if.js";
import { UncountedPiece } from "./uncounted.js";
import { WorkPiece } from "./work.js";

// With the scenarios here, it is known whether a link brought a published run or a changed one.
void document.querySelector<Piece>("fc-sentence")?.redraw();

export { lines } from "./lines.js";
export { printed } from "./published.js";
export { stageShares } from "./sure.js";
export { linked } from "./source.js";

customElements.define("fc-published", PublishedPiece);
customElements.define("fc-sure", SurePiece);
customElements.define("fc-what-if", WhatIfPiece);
customElements.define("fc-compare", ComparePiece);
customElements.define("fc-work", WorkPiece);
customElements.define("fc-really", ReallyPiece);
customElements.define("fc-uncounted", UncountedPiece);
customElements.define("fc-take", TakePiece);
