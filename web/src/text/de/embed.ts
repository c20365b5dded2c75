// Die Wörter der Einbettung, im Beitrag oder im Rahmen.
import type { Fault } from "../../../embed/asked.js";
import type { Input } from "../../../embed/sum.js";

const listed = (known: readonly string[] = []): string => known.join(", ");

/** Was ihre Zeichnung sagt. */
export const half = (range: string, median: string): string =>
  `In neun von zehn Fällen ${range}, in der Hälfte unter ${median}`;

export const embed = {
  name: "Was das Training eines Modells verursacht hat",
  see: "Zur Rechnung",
  seeChanged: "Zu dieser Rechnung",
  data: (version: string) => `Daten ${version}`,
  allow: "Selbst ändern",
  reset: "Wie veröffentlicht",
  resetOwn: "Wie im Beitrag",
  places: "Länder und ihre Teile",
  worldPlaces: "Die Welt und ihre Kontinente",
  otherPlaces: "Wie in diesem Training",
  fields: {
    count: "Geräte",
    hours: "Stunden",
    runs: "Durchläufe",
    pue: "PUE",
    place: "Strom aus",
  } satisfies Record<Input, string>,
  deviceHours: "Gerätestunden",
  usual: "üblicher Wert",
  notANumber: (field: string, given: string) =>
    given ? `${field}: „${given}“ ist keine Zahl.` : `${field}: Hier fehlt eine Zahl.`,
  wrong: (field: string, why: string) => `${field}: ${why}.`,
  waiting: "Der Rechner wird geholt …",
  offline:
    "Der Rechner konnte nicht geholt werden. Bitte die Verbindung prüfen; zu sehen ist noch das Ergebnis von vorher.",
  guess: "jemandes Vermutung",
  corrected: "inzwischen von anderen berichtigt",
  guessed: "Wie falsch die Vermutung sein kann, steckt nicht in der Spanne.",
  drifted: (then: string, data: string | undefined) =>
    `Als das hier eingebettet wurde${data ? `, mit Daten ${data}` : ""}, waren es ${then}.`,
  blocked: "Dieser Rahmen lässt keine Seite öffnen. Die Adresse:",
  withoutScripts: "Diese kleine Rechnung braucht JavaScript.",
  allModels: "Alle Modelle bei Five Cars",

  faulty: "Five Cars kann das nicht zeigen:",
  unreachable:
    "Five Cars konnte dieses Ergebnis nicht holen. Bitte die Verbindung prüfen und die Seite neu laden.",
  cannot: {
    stages: "Dieses Training hat mehrere Phasen; ändern lassen sich nur Ort und PUE",
    measured: "Bekannt ist nur der Verbrauch aller seiner Maschinen zusammen",
    absent: "Dieses Training gibt ihn nicht an",
    places: "Seine Phasen stehen an mehreren Orten",
  },
  fault: ({ at, code, given = "", known }: Fault): string =>
    ({
      missing: `${at}: Hier fehlt ein veröffentlichtes Modell oder ein Szenario`,
      both: `${at}: Entweder ein Modell oder ein Szenario, nicht beides`,
      name: `„${given}“ wird hier nicht verstanden; es gibt ${listed(known)}`,
      twice: `${at}: steht hier mehrmals`,
      "one-of": `${at}: „${given}“ ist keins von ${listed(known)}`,
      number: `${at}: „${given}“ ist keine Zahl von kg`,
      id: `${at}: Es gibt keine veröffentlichte Rechnung „${given}“; die Kennung ist das Ende der Adresse einer Modellseite, wie in models/bert-base/`,
      equivalent: `${at}: „${given}“ ist kein Vergleich; es gibt ${listed(known)}`,
      input: `${at}: ${given} lässt sich nicht ändern: ${listed(known)}`,
      link: `${at}: Dieser Link lässt sich nicht lesen; bitte noch einmal ganz kopieren`,
      issue: `${at}: ${listed(known)}`,
    })[code],
};
