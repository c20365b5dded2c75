// Was in den Tabellen steht und einen deutschen Namen hat. Modelle, Geräte und Rechenzentren heißen, wie sie heißen.
import type { Listed, TableName, Tables } from "../../../calculator/load.js";
import { use } from "./catalogue.js";
import { gridNames, inGerman } from "./places.js";
import { stageNames, subjects } from "./sentence.js";

Object.assign(subjects, {
  "architecture-search": ["Die ", "Architektursuche", true],
  "architecture-search-tpu": ["Die ", "Architektursuche", true],
  "architecture-search-proxy": ["Die ", "Suche für die kleine Aufgabe", true],
  "architecture-search-actual": ["Die ", "wirklich ausgeführte Suche"],
  "bert-base-tpu": ["Das Training von ", "BERT base"],
  "development-1": ["Das Training ", "eines Modells in der Entwicklung"],
  "development-24": ["Das Training von ", "24 Modellen in der Entwicklung"],
  "development-4789": ["Das Training von ", "4.789 Modellen in der Entwicklung"],
} satisfies typeof subjects);

/** So, dass sie hinter „samt“ stehen können. */
Object.assign(stageNames, {
  training: "Training",
  search: "Suche",
  development: "Entwicklung",
  tuning: "Abstimmung",
  "development before it": "Entwicklung davor",
  "the rest of the project": "Rest des Projekts",
  "pre-training": "Vortraining",
  "context extension": "Kontexterweiterung",
  "post-training": "Nachtraining",
  "training: the cards": "Training: die Karten",
  "idle machines and infrastructure": "Leerlauf und Infrastruktur",
  "176B model": "Modell 176B",
  "104B model": "Modell 104B",
  "13B model": "Modell 13B",
  "6B model": "Modell 6B",
  "1B model": "Modell 1B",
  "other models": "andere Modelle",
  "miscellaneous processes": "verschiedene Prozesse",
  "model evaluation": "Auswertung der Modelle",
  "OLMo 7B, unreleased": "OLMo 7B, unveröffentlicht",
  "OLMo 7B of April and July 2024": "OLMo 7B von April und Juli 2024",
  "OLMo 7B on LUMI": "OLMo 7B auf LUMI",
  "experiments on Jupiter": "Experimente auf Jupiter",
  "experiments with 13B, on Augusta": "Experimente mit 13B, auf Augusta",
  "development and training": "Entwicklung und Training",
  "training on two pods": "Training auf zwei Pods",
  "training on one pod": "Training auf einem Pod",
} satisfies typeof stageNames);

const models: Record<string, string> = {
  "bloom-176b": "BLOOM 176B, dynamisch",
  "bloom-176b-life-cycle": "BLOOM 176B, mit Leerlauf und Hardware",
  "bloom-project": "BLOOM, das ganze Projekt",
  "dodge-bert-finetune": "BERT, Feinabstimmung (Dodge et al.)",
  "dodge-bert-pretrain": "BERT, Vortraining (Dodge et al.)",
  "gemini-1.0-ultra-epoch": "Gemini 1.0 Ultra, Schätzung von Epoch AI",
  "gemma-1": "Gemma 1 (2B und 7B)",
  "gemma-2": "Gemma 2 (2B, 9B und 27B)",
  "glam-280b-tokens": "GLaM, 280 Milliarden Token",
  glam: "GLaM, 600 Milliarden Token",
  "gpt-4-ludvigsen": "GPT-4, Vermutung von K. Ludvigsen",
  "gpt-4-epoch": "GPT-4, Schätzung von Epoch AI",
  "gpt-4o-epoch": "GPT-4o, Schätzung von Epoch AI",
  "llama-1-project": "LLaMA, die ganze Entwicklung",
  "llama-1-opt-175b": "OPT-175B, nach den Autoren von LLaMA",
  "llama-1-bloom-176b": "BLOOM, nach den Autoren von LLaMA",
  "llama-2": "Llama 2, alle vier",
  "llama-3": "Llama 3, beide",
  "llama-3.1": "Llama 3.1, alle drei",
  "llama-4": "Llama 4, beide",
  "mistral-large-2": "Mistral Large 2, Training und 18 Monate Nutzung",
  "olmo-7b-unreleased": "OLMo 7B, unveröffentlicht",
  "olmo-1b": "OLMo 1B (3 Billionen Token)",
  "olmo-7b-lumi": "OLMo 7B, auf LUMI",
  "olmo-0424-7b": "OLMo 7B von April und Juli 2024",
  "olmo-2025-all-runs": "Alle Läufe von OLMo bis OLMo 2",
  "olmo-2025-development": "OLMo bis OLMo 2, Entwicklung",
  "olmo-3": "Olmo 3 (7B und 32B), letzte Läufe",
  "olmo-3-project": "Olmo 3, mit Entwicklung",
  "transformer-big-p100-us": "Transformer big auf P100, US-Durchschnitt",
  "transformer-big-p100-iowa": "Transformer big auf P100, Iowa",
  "evolved-transformer-p100-iowa": "Evolved Transformer medium auf P100, Iowa",
  "transformer-big-tpu-iowa": "Transformer big auf TPU v2, Iowa",
  "evolved-transformer-tpu-iowa": "Evolved Transformer medium auf TPU v2, Iowa",
  "architecture-search": "Architektursuche",
  "architecture-search-tpu": "Architektursuche auf TPU",
  "architecture-search-proxy": "Architektursuche, die wirklich durchsuchte Aufgabe",
  "architecture-search-actual": "Architektursuche, wie sie wirklich lief",
  "bert-base-tpu": "BERT base auf TPU",
  "development-1": "Entwicklungsstudie: ein Modell",
  "development-24": "Entwicklungsstudie: 24 Modelle",
  "development-4789": "Entwicklungsstudie: 4.789 Modelle",
};

const pipelines: Record<string, [name: string, about: string]> = {
  "strubell-2019-development": [
    "Entwicklungsstudie von 2019",
    "Ein Modell, abgestimmt mit 24 Trainings, nach sechs Monaten und insgesamt 4.789 Trainings",
  ],
  "bloom-2022-project": [
    "Das Projekt BLOOM",
    "Kleinere Modelle, Auswertung und andere Arbeit neben dem letzten Lauf",
  ],
  "morrison-2025-development": [
    "Entwicklung von OLMo bis OLMo 2",
    "813 Läufe vor den letzten: noch einmal halb so viel",
  ],
  "morrison-2026-development": [
    "Entwicklung von Olmo 3",
    "Experimente, gescheiterte Läufe und Ablationen eines Reasoning-Modells: 82 % des Ganzen",
  ],
};

const car = "der Auspuff, ohne die Herstellung von Auto und Treibstoff";
const home = "CO₂ der Kraftwerke, mit Netzverlusten";
const flight = (how: string, contrails: boolean): string =>
  `${how}: verbrannter Treibstoff, 8 % Umweg darin${contrails ? ", CO₂ mal 1,7 für Kondensstreifen und Höhe; ohne die Herstellung des Treibstoffs" : "; ohne die Herstellung des Treibstoffs und ohne Kondensstreifen"}`;
const oneKm = (how: string): string => `ein Passagier, ein Kilometer, ${how}`;
const food = (what: string): string =>
  `${what}, vom Feld bis in den Laden, mit Verlusten. Mittel der Höfe, Daten von 2010`;

const flights: Record<string, string> = {
  "domestic-km": oneKm("Inland, Durchschnitt der Klassen"),
  "short-haul-km": oneKm("Kurzstrecke, Economy"),
  "long-haul-km": oneKm("Langstrecke, Economy"),
  "long-haul-business-km": oneKm("Langstrecke, Business"),
  "long-haul-first-km": oneKm("Langstrecke, First"),
  "ny-sf-return": "New York – San Francisco und zurück, ein Passagier, Economy",
};
const boundaries: Record<string, string> = {
  "epa-car-year": `ein Jahr eines durchschnittlichen Benziners: ${car}`,
  "epa-car-mile": `eine Meile in einem durchschnittlichen Benziner: ${car}`,
  "epa-petrol-gallon": "eine US-Gallone Benzin, verbrannt, nur CO₂, ohne die Herstellung",
  "epa-oil-barrel": "ein Fass Öl, verbrannt, nur CO₂",
  "epa-home-electricity-year": `Strom eines durchschnittlichen Haushalts in einem Jahr, ${home}`,
  "epa-home-energy-year": "Strom, Gas und Öl eines durchschnittlichen Haushalts in einem Jahr, nur CO₂",
  "epa-phone-charge":
    "ein Smartphone einmal laden: Strom, mit Netzverlusten, ohne die Herstellung des Telefons",
  "epa-tree-seedling": "was ein Stadtbaum in seinen ersten zehn Jahren aufnimmt",
  "epa-forest-acre-year":
    "was ein Acre durchschnittlicher US-Wald in einem Jahr aufnimmt; frühere Ausgaben haben 0,77 bis 1,06 t",
  "desnz-car-km": `ein Kilometer in einem durchschnittlichen Benziner: ${car}`,
  "desnz-rail-km":
    "ein Fahrgast, ein Kilometer mit der britischen Bahn: Strom und Diesel, ohne die Herstellung des Treibstoffs",
  "beef-kg": food("ein Kilogramm Rindfleisch von Fleischrindern; ohne Verluste etwa 60"),
  "beef-dairy-kg": food("ein Kilogramm Rindfleisch von Milchkühen"),
  "chicken-kg": food("ein Kilogramm Geflügelfleisch"),
  "rice-kg": food("ein Kilogramm Reis"),
  "streaming-hour":
    "eine Stunde Videostreaming: Rechenzentrum, Netz und Bildschirm; Welt 36 g, Europa nach einer anderen Studie 56 g",
  "streaming-hour-europe":
    "eine Stunde Videostreaming: Rechenzentrum, Netz und Bildschirm, Durchschnitt Europas",
};

const regions: Record<string, string> = { UK: "Großbritannien", Europe: "Europa" };

function boundaryOf(id: string): string | undefined {
  const [, contrails, way = ""] = /^desnz-flight-(rf-)?(.*)$/.exec(id) ?? [];
  const how = flights[way];
  return how ? flight(how, contrails !== undefined) : boundaries[id];
}

const own: Record<string, [name: string, place: string]> = {
  "own/machine-room": ["Eigener Serverraum", "eigene Räume"],
  "own/university-cluster": ["Ein Hochschulcluster", "eine Hochschule"],
  "own/laptop": ["Mein Laptop", "zu Hause"],
  "own/desktop": ["Mein Desktop-PC", "zu Hause"],
};

/** Teile der Orte, die auf Deutsch anders heißen; Länder stehen auch bei den Stromnetzen. */
const places: Record<string, string> = {
  Warsaw: "Warschau",
  Tokyo: "Tokio",
  Milan: "Mailand",
  Turin: "Turin",
  Vienna: "Wien",
  Copenhagen: "Kopenhagen",
  Strasbourg: "Straßburg",
  Riyadh: "Riad",
  Jeddah: "Dschidda",
  "Cape Town": "Kapstadt",
  Jakarta: "Jakarta",
  "Québec City": "Québec (Stadt)",
  California: "Kalifornien",
  "Northern California": "Nordkalifornien",
  "Northern Virginia": "Nord-Virginia",
  "Washington State": "Bundesstaat Washington",
  "Alabama and Tennessee": "Alabama und Tennessee",
  "Changhua County": "Kreis Changhua",
  Wales: "Wales",
  Jerusalem: "Jerusalem",
  Singapore: "Singapur",
  "Hong Kong": "Hongkong",
  Aragón: "Aragonien",
  Poland: "Polen",
  Japan: "Japan",
  Switzerland: "Schweiz",
  Brazil: "Brasilien",
  "South Korea": "Südkorea",
  India: "Indien",
  Italy: "Italien",
  France: "Frankreich",
  Germany: "Deutschland",
  Sweden: "Schweden",
  Spain: "Spanien",
  Mexico: "Mexiko",
  "South Africa": "Südafrika",
  Ireland: "Irland",
  Indonesia: "Indonesien",
  "United Arab Emirates": "Vereinigte Arabische Emirate",
  Qatar: "Katar",
  Netherlands: "Niederlande",
  Austria: "Österreich",
  Belgium: "Belgien",
  "Saudi Arabia": "Saudi-Arabien",
  Norway: "Norwegen",
  "New Zealand": "Neuseeland",
  Finland: "Finnland",
  Serbia: "Serbien",
  Greece: "Griechenland",
  Denmark: "Dänemark",
  Colombia: "Kolumbien",
};

const placeOf = (place: string): string =>
  place
    .split(", ")
    .map((part) => places[part] ?? part)
    .join(", ");

/** In Meldungen stehen die Namen, wie die Tabellen sie haben. */
const byEnglish = new Map<string, string>();
export const gridNamed = (name: string): string => byEnglish.get(name) ?? name;

function site(row: Tables["sites"]): void {
  const [name = row.name, place = placeOf(row.place)] = own[row.id] ?? [];
  Object.assign(row, { name, place });
  if (row.provider === "Own machines") row.provider = "Eigene Maschinen";
}

function pipeline(row: Tables["pipelines"]): void {
  const [name, about] = pipelines[row.id] ?? [row.name, row.about];
  Object.assign(row, { name, about });
}

const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "");

function name(table: TableName, row: Tables[TableName]): void {
  if (table === "grids") inGerman(row as Tables["grids"]);
  if (table === "sites") site(row as Tables["sites"]);
  if (table === "models") row.name = models[row.id] ?? row.name;
  if (table === "pipelines") pipeline(row as Tables["pipelines"]);
}

use((tables) => {
  const { row, search } = tables;
  const { equivalents, models: rows, pipelines: known } = tables.catalogue();
  for (const { id, name: english } of search("grids", "", 1e4).rows)
    byEnglish.set(english, gridNames.get(id)?.[0] ?? english);
  for (const one of equivalents) {
    one.boundary = boundaryOf(one.id) ?? one.boundary;
    one.region = regions[one.region] ?? one.region;
  }
  for (const one of rows) one.name = models[one.id] ?? one.name;
  known.forEach(pipeline);

  const done = new WeakSet<object>();
  tables.row = (table, id) => {
    const found = row(table, id);
    if (found && !done.has(found)) {
      name(table, found);
      done.add(found);
    }
    return found;
  };
  tables.search = (table, query, most) => {
    const told = (listed: Listed): Listed => {
      if (table === "models") return { ...listed, name: models[listed.id] ?? listed.name };
      const isSite = table === "sites";
      return {
        ...listed,
        name: tables.row(table, listed.id)?.name ?? listed.name,
        also: isSite ? (own[listed.id]?.[1] ?? placeOf(listed.also)) : listed.also,
        group: isSite && listed.group === "Own machines" ? "Eigene Maschinen" : listed.group,
      };
    };
    const { rows: fit, total } = search(table, query, most);
    const found = fit.map(told);
    const words = fold(query).split(/\s+/).filter(Boolean);
    if (words.length === 0 || table === "devices") return { rows: found, total };
    // Der Rechner sucht englische Namen; was auf Deutsch so beginnt, ist eher gemeint.
    const german = search(table, "", 1e4)
      .rows.map(told)
      .filter((listed) => words.every((word) => fold(`${listed.name} ${listed.also}`).includes(word)));
    const begins = german.filter((listed) => fold(listed.name).startsWith(words[0] ?? ""));
    const all = new Map([...begins, ...found, ...german].map((listed) => [listed.id, listed]));
    return { rows: [...all.values()], total: total + all.size - found.length };
  };
});
