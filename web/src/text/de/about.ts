// Die Wörter der Erklärungen zu Datenschutz und Barrierefreiheit.
import type * as english from "../en/about.js";

export const about: typeof english.about = {
  title: "Datenschutz und Barrierefreiheit – Five Cars",
  description: "Was Five Cars mit Eingaben macht (nichts verlässt den Browser) und wie barrierefrei es ist.",
  heading: "Datenschutz und Barrierefreiheit",
  sections: [
    {
      id: "privacy",
      title: "Datenschutz",
      paragraphs: [
        "Alles wird im Browser berechnet. Eingaben und geöffnete Dateien verlassen ihn nicht. Es gibt kein Konto, keine Verfolgung und keine Cookies.",
        "Die Seiten laden alles von dem einen Server, der in der Adresse steht. Dieser sieht wie jeder, dass der Browser diese Dateien angefordert hat und von welcher Netzadresse. Eine Rechnung sieht er nie: Sie steht in der Adresse hinter dem #, und das behalten Browser für sich.",
        "Damit nichts verloren geht, darf die Seite auf dem Gerät die laufende Rechnung, Angeheftetes und für die Nutzung ohne Netz ihre eigenen Dateien aufbewahren. „Gespeichertes löschen“ unter dem Formular löscht Rechnungen und Angeheftetes; auch die Dateien löscht, wer in den Einstellungen des Browsers die Daten dieser Website entfernt; in einem privaten Fenster verschwinden sie von selbst.",
        "Hinter einem Link auf eine andere Website gelten deren Regeln. Eine Fehlermeldung öffnet ein Formular dort, wo der Quelltext liegt; gesendet wird erst, wenn es dort abgeschickt wird.",
      ],
    },
    {
      id: "accessibility",
      title: "Barrierefreiheit",
      paragraphs: [
        "Die Seiten sollen die Web Content Accessibility Guidelines 2.2 auf Stufe AA erfüllen.",
        "So wird geprüft: Bei jeder Änderung läuft axe über alle Ansichten, hell und dunkel; Tests gehen die Seite allein mit der Tastatur durch, in einem Fenster von 320 Pixeln und mit erzwungenen Farben. Ergebnisse werden nach einer Pause angesagt; neben jeder Zeichnung stehen dieselben Zahlen in Worten oder als Tabelle; Farbe ist nie das einzige Zeichen.",
        "Bekannte Grenzen: Geprüft haben bisher Programme und die Autoren, noch nicht Menschen, die täglich mit einem Screenreader arbeiten. Die Zeichnungen von Autos und Flügen sind für Screenreader ausgeblendet, weil die Worte daneben dasselbe sagen. Zitate stehen in der Sprache ihrer Quelle.",
        "Wenn sich etwas nicht erreichen, lesen oder verstehen lässt, bitten wir um eine Meldung über den Link am Fuß der Seite.",
      ],
    },
  ],
};
