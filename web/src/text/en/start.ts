// The words of where a run starts, of sliders, and of numbers and times with words in them: fetched with the form.

export const startText = {
  title: "Start from",
  model: "A published model",
  modelNow: (name: string) => `now ${name}; choose another`,
  modelPick: "choose one, and change what you like",
  own: "My own hardware and hours",
  ownHow: "how many devices, for how long",
  computed: "Parameters and tokens",
  computedHow: "the time follows from the model’s size",

  timeComputed: "from parameters and tokens",
  parameters: "Parameters",
  parametersHint: "of a mixture of experts the active ones; 7e9, 7B or 7 billion",
  tokens: "Tokens trained on",
  tokensHint: "2e12, 2T or 2 trillion",
  epochs: "Times over the tokens",
  peak: "Peak speed of one device",
  peakHint: "dense, at the precision of the training",
  hoursHint: "or as a time: 3 weeks, 36 h, 90 min",

  /** What stands in the field in words, and all its digits: a billion isn’t the same everywhere. */
  readAs: (words: string, digits: string) => `read as ${words}${words === digits ? "" : `, ${digits}`}`,
  slider: (label: string) => `${label}, as a slider`,
  stageMachines: "Its machines",
  stageTime: "Its time",
  stagePlace: "Its place",
  placeOfAll: "that of all stages, below",
};

/** What a number is multiplied by; without capitals, as they are typed. */
export const scales: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  mio: 1e6,
  million: 1e6,
  millions: 1e6,
  b: 1e9,
  bn: 1e9,
  mrd: 1e9,
  billion: 1e9,
  billions: 1e9,
  t: 1e12,
  tn: 1e12,
  trillion: 1e12,
  trillions: 1e12,
  quadrillion: 1e15,
};

/** Nothing that has no fixed length: no months, no years. */
export const timeUnits: Record<string, "week" | "day" | "hour" | "minute" | "second"> = {
  w: "week",
  wk: "week",
  wks: "week",
  week: "week",
  weeks: "week",
  d: "day",
  day: "day",
  days: "day",
  h: "hour",
  hr: "hour",
  hrs: "hour",
  hour: "hour",
  hours: "hour",
  min: "minute",
  mins: "minute",
  minute: "minute",
  minutes: "minute",
  s: "second",
  sec: "second",
  second: "second",
  seconds: "second",
};

/** Between two of them. */
export const joined = ["and"];
