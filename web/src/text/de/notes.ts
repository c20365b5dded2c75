// Die Anmerkungen zur Geschichte von 2019; alle anderen bleiben englisch wie in den Daten.
const notes: Record<string, string> = {
  "architecture-search/note":
    "Die Zahl hinter den „fünf Autos“: eine Schätzung für Hardware, auf der die Suche nie lief. Zwei Berichtigungen folgten.",
  "architecture-search-proxy/note":
    "Die Suche trainierte einen kleinen Stellvertreter, nicht das Modell selbst.",
  "architecture-search-actual/note":
    "Auf 200 TPU v2 in Georgia: bessere Hardware, ein besseres Rechenzentrum, ein Achtundachtzigstel der Schlagzeile.",
  "development-4789/note":
    "Sechs Monate Arbeit an einem Modell: was das Suchen neben dem letzten Lauf kostet.",
  "architecture-search-proxy/misprint":
    "Anhang D nennt 117.780 P100-Stunden, seine Schritte ergeben 117.480, und nur diese führen zu 33.544 lb.",
  "bert-base/misprint": "Tabelle 3 nennt 79 Stunden, der Text 79,2. Mit 79 wären es 1.503 kWh und 1.434 lb.",
  "bert-base-tpu/misprint":
    "Die Fußnote nennt 1,46 US-$ je Stunde einer unterbrechbaren TPU; alle Kosten in Tabelle 3 verlangen 1,35.",
  "architecture-search-tpu/misprint":
    "Die Studie nennt 32.623 Stunden; ihre eigenen Schritte ergeben 32.633, und nur diese führen zu ihren Kosten.",
};

export const noteIn = (key: string, _note: string): string | undefined => notes[key];
