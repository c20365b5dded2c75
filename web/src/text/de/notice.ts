// Was zu einem Link zu sagen ist.
import type { Catalogue, MassUnit } from "../../../calculator/documents.js";
import type { Notice } from "../../state/store.js";
import { inUnit, unitName } from "./page.js";
import { exact } from "../numbers.js";

export const dismiss = "Diese Nachricht schließen";

export function noticeText(
  notice: Notice,
  unit: MassUnit,
  catalogue: Catalogue,
): { title: string; text: string } {
  const kept = "Zu sehen ist die Rechnung, mit der die Seite beginnt; sonst hat sich nichts geändert.";
  switch (notice.kind) {
    case "newer":
      return {
        title: "Dieser Link stammt von einem neueren Five Cars.",
        text: `Er hat das Format ${notice.version}; diese Seite kennt das Format 1. Bitte die Seite neu laden oder den Link dort öffnen, wo er entstand. ${kept}`,
      };
    case "corrupt":
      return {
        title: "Dieser Link ist beschädigt.",
        text: `Sein Text lässt sich nicht entpacken: Meist ist unterwegs ein Stück verloren gegangen, in einer Mail oder einem Chat. Am besten noch einmal ganz kopieren lassen. ${kept}`,
      };
    case "too-large":
      return {
        title: "Dieser Link ist zu groß.",
        text: `Entpackt ist er größer, als eine echte Rechnung sein kann; deshalb wurde er nicht geöffnet. ${kept}`,
      };
    case "unsupported":
      return {
        title: "Dieser Browser kann Links auf eine Rechnung nicht öffnen.",
        text: `Ihm fehlt das Entpacken, das neuere haben. In einem neueren Browser lässt sich der Link öffnen. ${kept}`,
      };
    case "unknown":
      return {
        title: `Keine veröffentlichte Rechnung heißt „${notice.id}“.`,
        text:
          notice.near.length > 0
            ? "Vielleicht heißt sie jetzt anders, oder der Name ist verschrieben. War eine von diesen gemeint?"
            : `Vielleicht heißt sie jetzt anders. Zu finden ist sie unter „Ausgangspunkt“, hinter dem Namen im Satz. ${kept}`,
      };
    case "drifted": {
      const [then, now] = [notice.then, notice.now].map(
        (kg) => `${exact(Number(inUnit(kg, unit, catalogue).toPrecision(6)))}\u00a0${unitName[unit]}`,
      );
      const why =
        notice.dataThen === notice.dataNow
          ? "Die Daten sind dieselben; also wurde der Link bearbeitet oder die Rechenweise berichtigt."
          : `Er entstand mit den Daten ${notice.dataThen.slice(0, 100)}; heute sind es ${notice.dataNow}.`;
      return {
        title: `Diese Rechnung ergab ${then}, als der Link entstand; heute ergibt sie ${now}.`,
        text: why,
      };
    }
  }
}
