import type { Language } from "../languages.js";

/** Of the words beside this file. */
export const language: Language = "de";

export const lessThan = "weniger als";
