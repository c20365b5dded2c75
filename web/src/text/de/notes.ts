// Die Anmerkungen zur Geschichte von 2019, und warum sich manches nicht nachrechnen lässt; alle anderen bleiben englisch
// wie in den Daten.
const of = (what: string, models: string[], text: string): Record<string, string> =>
  Object.fromEntries(models.map((id) => [`${id}/${what}`, text]));

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
  ...of(
    "no_scenario",
    ["cohere-embed-english-light-v2", "cohere-base-light", "cohere-embed-english-v2"],
    "Stunden, Maschinen und Ort sind nicht gedruckt: nur, dass es TPUs der Google Cloud waren, eingegeben in den Rechner von ML CO2 Impact.",
  ),
  ...of(
    "no_scenario",
    ["gemma-1", "gemma-2"],
    "Aus der stündlichen Energie und den stündlichen Emissionen von Googles Rechenzentren, die nicht gedruckt sind.",
  ),
  "llama-3.3-70b/no_scenario":
    "Für dieselben 7,0 Millionen Stunden nannte die Modellkarte 2.040 t und nennt seit dem 12. Februar 2025 12,9 t, beides ohne kg/kWh.",
  "mistral-large-2/no_scenario":
    "Die Ökobilanz nennt Summen: keine Stunden, keine Energie, keine CO₂-Intensität und keinen Anteil des Trainings.",
};

export const noteIn = (key: string, _note: string): string | undefined => notes[key];
