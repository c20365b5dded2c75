// The words of the method page. Its figures come from the catalogue and from estimates.
export const method = {
  title: "How it is computed – Five Cars",
  description:
    "Every formula, default, source and known limit of Five Cars, and how it differs from other calculators on the same input.",
  heading: "How it is computed",
  intro:
    "Each formula here is the one that the calculator’s own steps print, each default the one that it uses. Nothing is computed anywhere else.",
  contents: "On this page",
  formulas: "The formulas",
  formulasIntro:
    "A run’s stages are computed one by one and added up. Where a quantity can be had in several ways, all are listed; the calculator takes the one that the inputs allow.",
  groups: {
    time: "Time",
    energy: "Energy",
    emissions: "Emissions",
    hardware: "Making the hardware",
    beside: "Water and the SCI score",
    money: "Money",
  },
  symbols: "The symbols",
  symbolColumns: ["Symbol", "What it is", "Unit"],
  equivalent: "An equivalent is a number of kilograms over those of one: a car’s lifetime, a flight.",
  defaults: "What is assumed where nobody says",
  defaultsIntro:
    "The best value, and a low and a high between which it lies nine times in ten. A default is always shown as one, and can be replaced.",
  defaultColumns: ["Quantity", "Best", "Low", "High", "Grounds"],
  defaultNames: {
    pue: "PUE of a data centre",
    utilisation: "share of rated power",
    node_overhead: "whole machine over its cards",
    mfu: "share of peak speed",
    lifetime_years: "years in service",
    active_share: "share of its life that a card works, in a data centre",
    active_share_own: "the same, elsewhere",
    host_share_kg: "a card’s share of making its machine",
    host_share_kg_h100: "the same, from the H100 on",
    desktop_kg: "making a desktop computer",
    laptop_kg: "making a laptop",
    card_kg: "making a card of which nothing is published",
    grid: "times a grid’s intensity",
    grid_low_carbon: "the same, below 100 g/kWh",
    grid_derived: "the same, where it is derived",
    grid_by_country: "the same, where only a large country is known",
    wue_l_per_kwh: "water on site, per kWh",
    sensor: "times a sensor’s reading",
    sensor_a100_h100: "the same, on A100 and H100",
  } as Record<string, string>,
  bases: "On which basis",
  basesText: [
    [
      "Lifecycle or direct.",
      "A lifecycle figure counts the fuel’s supply and the building of the power stations beside what they burn; a direct one only what they burn. Lifecycle is the default. The two are never mixed silently: where only a direct figure is known, a warning says so.",
    ],
    [
      "Location or market.",
      "The location-based figure is that of the grid a place draws from. A market-based one follows contracts; it is shown beside the other where somebody publishes it in kg/kWh, and never in its stead. A provider’s share of carbon-free energy is information, never a factor: it holds the grid’s own clean part, which the intensity holds already.",
    ],
    [
      "As published or on one basis.",
      "As published uses the authors’ own inputs and equation, so that their print can be checked. One basis uses the same rules for all, and only such figures are ranked against each other.",
    ],
  ],
  sure: "How sure",
  sureText: [
    "Every input is exact, or a best value with a low and a high that hold it nine times in ten. The calculator draws 8,192 evenly spread combinations of all inputs, does the whole sum with each, and gives the middle and the ends that hold nine in ten of the results.",
    "What is one figure is drawn once: the same grid in two stages is as dirty in both. The best value is the sum at all best values, never an average of the draws. The draws are the same in every browser, so that the same inputs give the same digits.",
    "How much a number matters is told twice: by what the total becomes at its low and at its high, and by its share of the spread.",
  ],
  limits: "Known limits",
  limitsText: [
    "An average of a year stands for every hour of it; a run at night or in a windy week may be far from it.",
    "A grid’s figure is of what is generated in a country, without imports, exports and, but where said, losses.",
    "A rated power isn’t a draw. Where no draw is measured, the share of rated power is a judgement with a wide range.",
    "What making a card emits is published for few cards; for the same one, figures differ by a factor of four.",
    "The PUE of a provider is often that of a whole fleet or continent.",
    "Ranges hold what is known not to be known. A figure that is wrong in its source is wrong here.",
  ],
  story: "Five cars, and what became of them",
  storyText: (lb: string, cars: string) =>
    `The 2019 paper put an architecture search at ${lb} of CO₂e, ${cars}. That was computed from published descriptions by authors who hadn’t run it. In 2021 those who had looked at it again:`,
  storyThen: (lb: string, times: string) => `${lb}, ${times} times lower`,
  storySteps: {
    "architecture-search-proxy": "for the small task that the search really used",
    "architecture-search-actual": "for the machines, the data centre and the grid really used",
  } as Record<string, string>,
  storyEnd: (times: string) =>
    `Together ${times} times lower. The figure wasn’t a mistake of arithmetic: both come out from their inputs. Inputs were guessed because they hadn’t been published.`,
  openSum: "See the sum",
  peers: "Beside other calculators",
  peersIntro:
    "The same input by the published formulas and tables of others, recomputed here, not copied from their pages: cards × hours × draw × PUE × carbon intensity. They may have changed since.",
  peerColumns: ["Calculator", "kg CO₂e", "Draw", "PUE", "g/kWh"],
  cases: {
    v100: (count: string, hours: string) => `${count} × V100 for ${hours} hours in AWS Virginia`,
    a100: (count: string, hours: string) => `${count} × A100 80 GB for ${hours} hours in AWS Paris`,
  },
  ours: "Five Cars",
  oursHow: "whole machine, the region’s PUE, lifecycle, with making the hardware",
  peerHow: {
    mlco2:
      "Cards at full rated power. No PUE, no host, no hardware; one grid figure for each region, of 2018 or so.",
    greenalgorithms:
      "Cards at full rated power; the provider’s PUE, the country’s grid. It would add processor cores and memory (0.3725 W for each GB in its version 2), which this input doesn’t name. Its list has the A100 as the PCIe card alone.",
    codecarbon:
      "Reads sensors, so it has no figure without a run. Given here: the draw that the 2019 paper measured. Its PUE is 1 unless one is given.",
  },
  noReading: "measures; nothing to read here",
  cite: "To cite",
  citeText: (data: string, engine: string) =>
    `Name the page, and the versions: data ${data}, engine ${engine}. Each symbol has its own address: this page, #, and the symbol, as in #PUE.`,
};
