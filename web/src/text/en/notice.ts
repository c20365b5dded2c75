// Messages about links: a part of en.ts that is fetched when there is one.
import type { Catalogue, MassUnit } from "../../../calculator/documents.js";
import type { Notice } from "../../state/store.js";
import { inUnit, unitName } from "./page.js";
import { exact } from "../numbers.js";

export const dismiss = "Close this message";

export function noticeText(
  notice: Notice,
  unit: MassUnit,
  catalogue: Catalogue,
): { title: string; text: string } {
  const kept = "What you see is the page’s own first sum; nothing else was changed.";
  switch (notice.kind) {
    case "newer":
      return {
        title: "This link was made by a newer Five Cars.",
        text: `It has format ${notice.version}; this copy of the page knows format 1. Reload the page, or open the link where it was made. ${kept}`,
      };
    case "corrupt":
      return {
        title: "This link is damaged.",
        text: `Its text can’t be unpacked: usually a part was cut off on the way, in a mail or a chat. Ask for it again, and copy all of it. ${kept}`,
      };
    case "too-large":
      return {
        title: "This link is too large.",
        text: `It unpacks to more than any real sum needs, so it was not opened. ${kept}`,
      };
    case "unsupported":
      return {
        title: "This browser can’t open links to a sum.",
        text: `It lacks the unpacking that newer ones have. Open the link in a newer browser. ${kept}`,
      };
    case "unknown":
      return {
        title: `No published run is called “${notice.id}”.`,
        text:
          notice.near.length > 0
            ? "It may have been renamed, or misspelt. Did you mean one of these?"
            : `It may have been renamed. Look for it under “Start from”, behind the name in the sentence. ${kept}`,
      };
    case "drifted": {
      const [then, now] = [notice.then, notice.now].map(
        (kg) => `${exact(Number(inUnit(kg, unit, catalogue).toPrecision(6)))}\u00a0${unitName[unit]}`,
      );
      const why =
        notice.dataThen === notice.dataNow
          ? "The data are the same, so the link was edited, or the way of calculating was corrected."
          : `It was made with data ${notice.dataThen.slice(0, 100)}; today’s are ${notice.dataNow}.`;
      return { title: `This sum gave ${then} when the link was made; today it gives ${now}.`, text: why };
    }
  }
}
