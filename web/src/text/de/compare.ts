// Die Wörter des Vergleichs.
import { whole } from "../numbers.js";
import type { compare as en } from "../en/compare.js";

export const compare: typeof en = {
  title: "Vergleichen",
  pin: "Dieses Ergebnis anheften",
  empty:
    "Ergebnisse nebeneinander: dieses anheften, die Rechnung ändern und wieder anheften. Bis zu sechs bleiben auf diesem Gerät.",
  forgotten:
    "Dieser Browser bewahrt für diese Seite nichts auf: Angeheftetes bleibt, bis sie geschlossen wird.",
  pinned: {
    added: "Angeheftet.",
    there: "Dieses Ergebnis ist schon angeheftet.",
    full: "Sechs sind schon angeheftet; erst eines entfernen.",
  },
  intro: (n) =>
    new Intl.PluralRules("de").select(n) === "one"
      ? "Ein Ergebnis ist angeheftet. Die Rechnung ändern und ein zweites anheften zeigt, warum sie sich unterscheiden."
      : `${whole(n)} Ergebnisse, auf einer Skala.`,
  name: (n) => `Name von Ergebnis ${whole(n)}`,
  open: "Öffnen",
  openName: (title) => `${title} öffnen`,
  remove: "Entfernen",
  removeName: (title) => `${title} entfernen`,
  cleared: "Alle wurden entfernt.",
  removed: (title) => `${title} wurde entfernt.`,
  clear: "Alle entfernen",
  unusable:
    "Das lässt sich nicht mehr berechnen: Es wurde mit anderen Daten oder einer anderen Version angeheftet.",
  drifted: (then) => `Beim Anheften waren es ${then}.`,
  base: "Unterschiede zu",
  isBase: "Daran werden die anderen gemessen.",
  difference: (more, mass, times) =>
    `${mass} ${more ? "mehr" : "weniger"}${times && ` (das ${times}-Fache)`}, davon:`,
  sameAs: "Es ist ebenso viel.",
  causes: {
    place: "der Strom des Ortes",
    machines: "die Maschinen",
    time: "wie lange sie laufen",
    overhead: "Kühlung und Stromversorgung (PUE)",
  },
  table: "Die Zahlen hinter dem Vergleich",
  columns: (unit) => [
    "",
    `${unit} CO₂e`,
    "unten, 5 %",
    "oben, 95 %",
    "Maschinen",
    "Kühlung",
    "Herstellung",
    "Ort",
    "Maschinen",
    "Zeit",
    "PUE",
  ],
  columnsHow:
    "Die letzten vier Spalten sind die Unterschiede zur Grundlage nach Ursachen; sie ergeben die Summe.",
  beside: "Neben den veröffentlichten Modellen, nach einem Maßstab",
  besideHow:
    "Nach unserer Methode, zu gleichen Bedingungen für alle: mit dem PUE des Standorts in jenem Jahr oder dem üblichen, mit dem Strom des wirklichen Ortes und Jahres und mit der Herstellung der Hardware. Der offene Kreis ist, was gedruckt wurde. Jeder Schritt der Skala ist das Zehnfache des vorigen. Angeheftetes steht so da, wie es angeheftet wurde.",
  ownKind: "angeheftet",
  legend: { ours: "nach einem Maßstab", printed: "wie gedruckt", pinned: "hier angeheftet" },
  modelsTable: "Die Zahlen hinter diesem Bild",
  modelColumns: (unit) => [
    "",
    `nach einem Maßstab, ${unit}`,
    `wie die Autoren zählen, ${unit}`,
    `gedruckt, ${unit}`,
  ],
  waiting: "Wird ausgerechnet …",
  failed:
    "Der Vergleich ließ sich nicht ausrechnen: Das Programm konnte nicht geladen werden, oder dieser Browser erlaubt es im Hintergrund nicht. Angeheftetes bleibt erhalten.",
  again: "Noch einmal versuchen",
};
