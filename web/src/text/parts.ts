import { percent } from "./numbers.js";

/** What is near enough to be said so. */
export type Parts = [from: number, to: number, words: string][];

export const nearly = (parts: Parts, share: number): string =>
  parts.find(([from, to]) => share >= from && share < to)?.[2] ?? percent(share);
