// Die Wörter der Seite über die Methode. Ihre Zahlen stammen aus Katalog und Rechnungen.
import type * as english from "../en/method.js";

export const method: typeof english.method = {
  title: "Wie gerechnet wird – Five Cars",
  description:
    "Alle Formeln, Annahmen, Quellen und bekannten Grenzen von Five Cars, und was andere Rechner aus denselben Angaben machen.",
  heading: "Wie gerechnet wird",
  intro:
    "Jede Formel hier ist die, die der Rechner in seinen Schritten selbst ausgibt, jede Annahme die, mit der er rechnet. Anderswo wird nichts gerechnet.",
  contents: "Auf dieser Seite",
  formulas: "Die Formeln",
  formulasIntro:
    "Die Phasen eines Laufs werden einzeln berechnet und addiert. Wo es mehrere Wege zu einer Größe gibt, stehen alle da; der Rechner nimmt den, den die Angaben erlauben.",
  groups: {
    time: "Zeit",
    energy: "Energie",
    emissions: "Emissionen",
    hardware: "Herstellung der Hardware",
    beside: "Wasser und SCI-Wert",
    money: "Geld",
  },
  symbols: "Die Symbole",
  symbolColumns: ["Symbol", "Was es ist", "Einheit"],
  equivalent:
    "Ein Vergleich ist die Zahl der Kilogramm geteilt durch die eines Vergleichsstücks: eines Autolebens, eines Flugs.",
  defaults: "Was angenommen wird, wenn nichts angegeben ist",
  defaultsIntro:
    "Der beste Wert, dazu ein unterer und ein oberer, zwischen denen er in neun von zehn Fällen liegt. Eine Annahme wird immer als solche gezeigt und lässt sich ersetzen.",
  defaultColumns: ["Größe", "Bester Wert", "Unten", "Oben", "Grundlage"],
  defaultNames: {
    pue: "PUE eines Rechenzentrums",
    utilisation: "Anteil der Nennleistung",
    node_overhead: "ganze Maschine im Verhältnis zu ihren Karten",
    mfu: "Anteil der Spitzengeschwindigkeit",
    lifetime_years: "Jahre im Dienst",
    active_share: "Anteil der Lebenszeit, in dem eine Karte im Rechenzentrum arbeitet",
    active_share_own: "dasselbe, anderswo",
    host_share_kg: "Anteil einer Karte an der Herstellung ihrer Maschine",
    host_share_kg_h100: "dasselbe, ab der H100",
    desktop_kg: "Herstellung eines Tischrechners",
    laptop_kg: "Herstellung eines Laptops",
    card_kg: "Herstellung einer Karte, über die nichts veröffentlicht ist",
    grid: "Faktor auf die Intensität eines Netzes",
    grid_low_carbon: "dasselbe, unter 100 g/kWh",
    grid_derived: "dasselbe, wo sie abgeleitet ist",
    grid_by_country: "dasselbe, wo nur ein großes Land bekannt ist",
    wue_l_per_kwh: "Wasser am Ort, je kWh",
    sensor: "Faktor auf die Anzeige eines Sensors",
    sensor_a100_h100: "dasselbe, bei A100 und H100",
  },
  bases: "Auf welcher Grundlage",
  basesText: [
    [
      "Lebenszyklus oder direkt.",
      "Ein Lebenszyklus-Wert zählt neben dem, was Kraftwerke verbrennen, auch die Bereitstellung des Brennstoffs und den Bau der Anlagen; ein direkter nur das Verbrannte. Voreingestellt ist der Lebenszyklus. Beides wird nie stillschweigend gemischt: Wo nur ein direkter Wert bekannt ist, sagt es eine Warnung.",
    ],
    [
      "Ort oder Markt.",
      "Der ortsbezogene Wert ist der des Netzes, aus dem ein Ort seinen Strom bezieht. Ein marktbezogener folgt Verträgen; er steht daneben, wo ihn jemand in kg/kWh veröffentlicht, und nie an seiner Stelle. Der CO₂-freie Anteil eines Anbieters ist eine Auskunft, nie ein Faktor: Er enthält den sauberen Teil des Netzes, den die Intensität schon enthält.",
    ],
    [
      "Wie veröffentlicht oder nach einem Maßstab.",
      "Wie veröffentlicht heißt: mit den Angaben und der Gleichung der Autoren, damit sich ihr Ergebnis prüfen lässt. Nach einem Maßstab gelten dieselben Regeln für alle; nur solche Zahlen werden miteinander verglichen.",
    ],
  ],
  sure: "Wie sicher",
  sureText: [
    "Jede Angabe ist exakt oder ein bester Wert mit einem unteren und einem oberen, zwischen denen er in neun von zehn Fällen liegt. Der Rechner zieht 8.192 gleichmäßig verteilte Kombinationen aller Angaben, rechnet mit jeder die ganze Summe und nennt die Mitte und die Grenzen, zwischen denen neun von zehn Ergebnissen liegen.",
    "Was dieselbe Zahl ist, wird einmal gezogen: Dasselbe Netz ist in zwei Phasen gleich schmutzig. Der beste Wert ist die Summe aus allen besten Werten, nie ein Mittel der Ziehungen. Die Ziehungen sind in jedem Browser gleich, also ergeben dieselben Angaben dieselben Ziffern.",
    "Wie wichtig eine Zahl ist, wird zweifach gesagt: durch die Summe an ihrem unteren und an ihrem oberen Wert, und durch ihren Anteil an der Streuung.",
  ],
  limits: "Bekannte Grenzen",
  limitsText: [
    "Ein Jahresmittel steht für jede Stunde des Jahres; ein Lauf bei Nacht oder in einer windigen Woche kann weit davon entfernt sein.",
    "Der Wert eines Netzes ist der der Erzeugung eines Landes, ohne Einfuhr, Ausfuhr und, wo nicht anders gesagt, Verluste.",
    "Eine Nennleistung ist keine Aufnahme. Wo keine gemessen ist, ist der Anteil der Nennleistung eine Einschätzung mit weiter Spanne.",
    "Was die Herstellung einer Karte ausstößt, ist für wenige Karten veröffentlicht; für dieselbe liegen die Zahlen um den Faktor vier auseinander.",
    "Der PUE eines Anbieters ist oft der einer ganzen Flotte oder eines Kontinents.",
    "Spannen enthalten, was man bekanntermaßen nicht weiß. Eine Zahl, die in ihrer Quelle falsch ist, ist hier falsch.",
  ],
  story: "Fünf Autos, und was aus ihnen wurde",
  storyText: (lb, cars) =>
    `Das Papier von 2019 setzte eine Architektursuche mit ${lb} CO₂e an, ${cars}. Das hatten Autoren, die sie nicht ausgeführt hatten, aus veröffentlichten Beschreibungen errechnet. 2021 sahen jene nach, die sie ausgeführt hatten:`,
  storyThen: (lb, times) => `${lb}, ${times}-mal weniger`,
  storySteps: {
    "architecture-search-proxy": "für die kleine Aufgabe, mit der wirklich gesucht wurde",
    "architecture-search-actual":
      "für die Maschinen, das Rechenzentrum und das Netz, die wirklich benutzt wurden",
  },
  storyEnd: (times) =>
    `Zusammen ${times}-mal weniger. Ein Rechenfehler war die Zahl nicht: Beide ergeben sich aus ihren Angaben. Diese waren geschätzt, weil niemand sie veröffentlicht hatte.`,
  openSum: "Zur Rechnung",
  peers: "Neben anderen Rechnern",
  peersIntro:
    "Dieselben Angaben nach den veröffentlichten Formeln und Tabellen anderer, hier nachgerechnet, nicht von ihren Seiten abgeschrieben: Karten × Stunden × Leistung × PUE × CO₂-Intensität. Sie können sich seither geändert haben.",
  peerColumns: ["Rechner", "kg CO₂e", "Leistung", "PUE", "g/kWh"],
  cases: {
    v100: (count: string, hours: string) => `${count} × V100, ${hours} Stunden, AWS Virginia`,
    a100: (count: string, hours: string) => `${count} × A100 80 GB, ${hours} Stunden, AWS Paris`,
  },
  ours: "Five Cars",
  oursHow: "ganze Maschine, PUE der Region, Lebenszyklus, mit Herstellung der Hardware",
  peerHow: {
    mlco2:
      "Karten bei voller Nennleistung. Ohne PUE, Host und Hardware; ein Netzwert je Region, etwa von 2018.",
    greenalgorithms:
      "Karten bei voller Nennleistung; PUE des Anbieters, Netz des Landes. Prozessorkerne und Speicher (0,3725 W je GB in Version 2) kämen hinzu, sind hier aber nicht angegeben. Die Liste kennt die A100 nur als PCIe-Karte.",
    codecarbon:
      "Liest Sensoren, hat ohne Lauf also keine Zahl. Hier eingesetzt: die Leistung, die das Papier von 2019 maß. Der PUE ist 1, wenn keiner angegeben wird.",
  },
  noReading: "misst; hier gibt es nichts abzulesen",
  cite: "Zitieren",
  citeText: (data, engine) =>
    `Zu nennen sind die Seite und die Versionen: Daten ${data}, Rechenkern ${engine}. Jedes Symbol hat eine eigene Adresse: diese Seite, # und das Symbol, etwa #PUE.`,
};
