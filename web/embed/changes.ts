/** What a reader may be allowed to change. */
export const inputs = ["count", "hours", "runs", "pue", "place"] as const;
export type Input = (typeof inputs)[number];
