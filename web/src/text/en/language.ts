import type { Language } from "../languages.js";

/** Of the words beside this file. */
export const language: Language = "en";

export const lessThan = "less than";
