// What the page, and a published run, opens with.
import type { Scenario, Sums } from "../../calculator/documents.js";

export const firstModel = "bert-base";

/** As the authors have it; on the terms that are the same for all, where theirs can't be redone. */
export function opening({ scenario, one_basis }: Sums): Scenario | undefined {
  const known = scenario ?? one_basis;
  return known && typical(known);
}

/** The one place that asks for ranges: no paper prints how sure it is, so its numbers get the ranges usual for them. */
export const typical = (scenario: Scenario): Scenario => ({ ...scenario, ranges: "typical" });
