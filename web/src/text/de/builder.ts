// Die Wörter des Baukastens zum Einbetten.

export const builder: typeof import("../en/builder.js").builder = {
  way: "Wohin es kommt",
  ways: {
    element: [
      "In eine eigene Seite",
      "Ein Skript und ein Element. Wo Skripte aus sind, steht an seiner Stelle ein Satz mit einem Link.",
    ],
    frame: [
      "In ein Blog, das keine Skripte nimmt",
      "Ein Rahmen mit demselben Inhalt, vom Beitrag abgeschlossen. In WordPress genügt die Adresse einer Modellseite: In einer Zeile für sich wird sie zu einem solchen Rahmen.",
    ],
    picture: [
      "In einen Newsletter",
      "Ein Bild, das zur Rechnung führt: für Newsletter und für Plattformen, die nur Bilder und Links annehmen.",
    ],
  },
  equivalents: "Was das bedeutet",
  most: (n) => `höchstens ${n}`,
  readers: "Was Leser ändern dürfen",
  theme: "Hell oder dunkel",
  themes: { auto: "wie der Beitrag", light: "hell", dark: "dunkel" },
  framed: "wie bei den Lesern",
  compact: "Knapp, ohne gezeichnete Spanne",
  language: "Sprache",
  ofPost: "die des Beitrags",
  listens: "Mit einem Skript, das den Rahmen so hoch macht wie seinen Inhalt",
  pin: (version) => `Bei Version ${version} bleiben`,
  pinned:
    "Sie ändert sich nie, weder im Aussehen noch in den Daten. Browser prüfen das Skript an seiner Prüfsumme.",
  otherData: (version: string) =>
    `Ihre Daten sind die von ${version}: Die Summe im Beitrag kann eine andere sein als die hier gezeigte.`,
  column: "In einer Spalte wie",
  columns: { article: "in einem Artikel", phone: "auf dem Telefon" },
  waiting: "Wird geladen …",
  failed:
    "Die Vorschau konnte nicht geladen werden und ist hier nicht zu sehen. Was sich kopieren lässt, stimmt trotzdem. Für die Vorschau hilft es, die Verbindung zu prüfen und die Seite neu zu laden.",
  otherFailed:
    "Der Satz in der anderen Sprache konnte nicht geladen werden. Es hilft, die Sprache dieser Seite zu wählen oder die Verbindung zu prüfen und die Seite neu zu laden.",
  html: "HTML",
  markdown: "Markdown",
  snippet: (name) => `${name} zum Einfügen`,
  copy: (name) => `${name} kopieren`,
  upload: (file) =>
    `Von dieser Rechnung hat die Website kein Bild. Dieses lässt sich speichern und dort hochladen, wo der Beitrag steht; seine Adresse kommt dann an die Stelle von „${file}“.`,
};
