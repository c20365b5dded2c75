import type { Sums } from "../calculator/documents.js";

/** The scenarios of the published models by id, for `estimate`. */
export declare const models: Readonly<Record<string, Sums | undefined>>;
