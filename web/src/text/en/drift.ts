// Which figures changed since a link was made: fetched when there is such a link.

export const drift = {
  changed: "What changed",
  figure: "Figure",
  then: "then",
  now: "now",
  unused: "not used",
  more: (n: number) => (n === 1 ? "and one more" : `and ${n} more`),
  same: "None of the figures that it rests on has changed, so the link was edited, or the way of calculating was corrected.",
};

/** What a figure of a row is, by the last part of its entry. */
export const figureName: Record<string, string> = {
  tdp_w: "rated power",
  system_watts: "draw of one, host included",
  card: "making a card",
  pue: "PUE",
  lifecycle: "carbon intensity",
  direct: "carbon intensity",
};
export const unitName: Record<string, string> = { "1": "", year: "years" };
export const peakName = "peak speed";

export const defaultName: Record<string, string> = {
  pue: "PUE, by default",
  utilisation: "share of rated power, by default",
  node_overhead: "whole machine over its cards, by default",
  mfu: "share of peak speed, by default",
  card_kg: "making a card, by default",
  host_share_kg: "a card’s share of making its machine, by default",
  host_share_kg_h100: "a card’s share of making its machine (H100 and later), by default",
  lifetime_years: "years in service, by default",
  active_share: "share of its life that a card works, by default",
  active_share_own: "share of its life that an own card works, by default",
  desktop_kg: "making the computer, by default",
  laptop_kg: "making the laptop, by default",
};
