// The words of the comparison: pinned results side by side, and beside the published models.
import type { Part } from "../../../calculator/what-if.js";
import { whole } from "../numbers.js";

const plurals = new Intl.PluralRules("en");

export const compare = {
  title: "Compare",
  pin: "Pin this result",
  empty:
    "Put results side by side: pin this one, change the sum, and pin again. Up to six are kept on this device.",
  forgotten: "This browser keeps nothing for this page: what is pinned lasts until the page is closed.",
  pinned: {
    added: "Pinned.",
    there: "This result is pinned already.",
    full: "Six are pinned already; remove one first.",
  },
  intro: (n: number) =>
    plurals.select(n) === "one"
      ? "One result is pinned. Change the sum and pin another to see why they differ."
      : `${whole(n)} results, on one scale.`,
  name: (n: number) => `Name of result ${whole(n)}`,
  open: "Open",
  openName: (title: string) => `Open ${title}`,
  remove: "Remove",
  removeName: (title: string) => `Remove ${title}`,
  cleared: "All were removed.",
  removed: (title: string) => `${title} was removed.`,
  clear: "Remove all",
  unusable: "This one can’t be calculated any more: it was pinned with other data or another version.",
  drifted: (then: string) => `It was ${then} when it was pinned.`,

  base: "Differences from",
  isBase: "The others are held against this one.",
  difference: (more: boolean, mass: string, times: string) =>
    `${mass} ${more ? "more" : "less"}${times && ` (${times}\u00a0times as much)`}, of which:`,
  sameAs: "It emits as much.",
  causes: {
    place: "the electricity of the place",
    machines: "the machines",
    time: "how long they run",
    overhead: "cooling and power supply (PUE)",
  } as Record<Part, string>,
  table: "The numbers behind the comparison",
  columns: (unit: string) => [
    "",
    `${unit} CO₂e`,
    "low, 5 %",
    "high, 95 %",
    "machines",
    "cooling",
    "making",
    "place",
    "machines",
    "time",
    "PUE",
  ],
  columnsHow: "The last four columns are the differences from the base, by cause; they add up.",

  beside: "Beside the published models, on one basis",
  besideHow:
    "By our method, on the same terms for all: the site’s PUE of that year or the usual one, the electricity of the real place and year, and the making of the hardware. The open mark is what was printed. Each step of the scale is ten times the one before. Pinned results stand as they were pinned.",
  ownKind: "pinned",
  legend: { ours: "on one basis", printed: "as printed", pinned: "pinned here" },
  modelsTable: "The numbers behind this chart",
  modelColumns: (unit: string) => [
    "",
    `on one basis, ${unit}`,
    `as its authors count, ${unit}`,
    `printed, ${unit}`,
  ],
  waiting: "Working it out …",
  failed:
    "The comparison couldn’t be worked out: its program couldn’t be loaded, or this browser doesn’t allow it in the background. What is pinned is kept.",
  again: "Try again",
};
