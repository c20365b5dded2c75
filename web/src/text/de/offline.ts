// What the page says of new versions, and the names under which it is installed.
import type * as en from "../en/offline.js";

export const offline: typeof en.offline = {
  update: "Eine neue Fassung von Five Cars",
  ready: "Eine neue Fassung von Five Cars liegt bereit.",
  kept: "Diese Seite bleibt, wie sie ist, bis sie neu geladen wird. Die Rechnung bleibt erhalten.",
  reload: "Neue Fassung laden",
  later: "Nicht jetzt",
};

export const app: typeof en.app = {
  name: "Five Cars: was das Training eines KI-Modells ausgestoßen hat",
  short_name: "Five Cars",
  description:
    "Ein Rechner für die CO₂-Emissionen des Trainings von KI-Modellen, mit jedem Rechenschritt und jeder Quelle. Er funktioniert auch ohne Netz.",
};
