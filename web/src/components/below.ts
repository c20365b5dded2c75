// What stands below the first screen, in the order of the page.
import { ReallyPiece } from "./really.js";
import { TakePiece } from "./take.js";
import { WorkPiece } from "./work.js";

customElements.define("fc-work", WorkPiece);
customElements.define("fc-really", ReallyPiece);
customElements.define("fc-take", TakePiece);
