// Rückgängigmachen, und was auf dem Gerät bleibt: geladen, sobald jemand etwas tut oder wiederkommt.

export const keeping: typeof import("../en/keeping.js").keeping = {
  undo: "Rückgängig",
  redo: "Wiederholen",
  undoes: (what) => `Rückgängig: ${what}`,
  redoes: (what) => `Wiederholen: ${what}`,
  undone: (what) => `Rückgängig gemacht: ${what}.`,
  redone: (what) => `Wiederholt: ${what}.`,
  what: {
    run: "Wahl des Trainings",
    unit: "Masseneinheit",
    set: "Wahl der Vergleiche",
    several: "mehrere Angaben",
    entry: "eine Angabe",
  },
  left: "Weitermachen, wo Sie aufgehört haben:",
  orElse: "oder",
  replaced: "Ihre eigenen Angaben sind diesem Training gewichen. Verloren sind sie nicht.",
  close: "Meldung schließen",
  erase: "Gespeichertes löschen",
  keeps:
    "Auf diesem Gerät bleiben Ihre letzten Rechnungen und angehefteten Ergebnisse für den nächsten Besuch; gesendet wird nichts.",
  erased: "Gelöscht. Auf diesem Gerät bleibt von der Seite nur, was in ihrer Adresse steht.",
  unkept:
    "Dieser Browser speichert nichts für diese Seite: ein privates Fenster, eine strenge Einstellung oder ein voller Speicher. Alles funktioniert; aber Rückgängig, angeheftete Ergebnisse und die letzte Rechnung enden mit diesem Tab. Die Rechnung steht in der Adresse: Wer sie kopiert, behält sie.",
  failed:
    "Ein Teil dieser Seite ist ausgefallen. Ihre Angaben sind erhalten und stehen in der Adresse: Nach dem Neuladen geht es weiter.",
};
