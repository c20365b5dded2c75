// Die Wörter zu dem, was die Rechnung auslässt.
import type * as english from "../en/uncounted.js";
import { frame } from "./gallery.js";

export const uncounted: typeof english.uncounted = {
  title: "Was hier nicht mitzählt",
  judgement: "eine Einschätzung, keine Messung",
  items: [
    {
      what: "Nutzung nach dem Training",
      how: "Eine einzelne Antwort kostet wenig, doch ein Modell, das Millionen fragen, kann in der Nutzung mehr ausstoßen als im Training. Veröffentlicht ist das selten getrennt: Bei Mistral Large 2 enthält eine Zahl das Training und 18 Monate Nutzung.",
      source: "mistral-2025",
    },
    {
      what: "Was vor dem letzten Lauf war",
      how: "Versuche und gescheiterte Läufe, sofern sie nicht als Phasen hinzugefügt sind: bei Olmo 3 82 % der gesamten Energie.",
      source: "morrison-2026",
    },
    {
      what: "Training durch andere",
      how: "Eine Nachschulung ist klein, doch offene Modelle werden tausendfach weitertrainiert: Zusammen kann das mehr sein als der erste Lauf.",
    },
    {
      what: "Netzwerke und Speicher",
      how: "Im Schrank der Maschinen stecken sie im Anteil der ganzen Maschine. Daten anderswo zu bewegen und aufzubewahren: einige Prozent, mehr, wo aus Videos gelernt wird.",
    },
    {
      what: "Gebäude",
      how: "Beton, Stahl, Kälteanlagen und Generatoren des Rechenzentrums: meist einige Prozent eines Laufs, denn sie dienen jahrzehntelang.",
    },
    {
      what: "Stromleitungen",
      how: "Was auf dem Weg vom Kraftwerk verloren geht: etwa ein Zwanzigstel, sofern der Wert des Netzes die Verluste nicht ausdrücklich enthält.",
    },
    {
      what: "Menschen",
      how: "Büros, Arbeitswege und Tagungen: klein neben einem großen Lauf, aber mehr als der Strom eines kleinen. Ein Hin- und Rückflug zu einer Tagung kann ihn übertreffen.",
    },
    {
      what: "Lebensende",
      how: "Maschinen zu zerlegen und zu verwerten: wenig, verglichen mit der Herstellung.",
    },
  ],
  report: frame.report,
  reportTitle: (model) => frame.reportTitle(model ?? "eigener Lauf"),
  reportBody: (model, data) => frame.reportBody(model ? `models/${model}` : "", data),
};
