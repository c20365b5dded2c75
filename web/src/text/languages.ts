/** Each is a folder beside this file, and one of the site: but for the first, whose pages stand above it. */
export const languages = ["en", "de"] as const;
/** As its speakers call it. */
export const ownName = { en: "English", de: "Deutsch" } as const;
export type Language = (typeof languages)[number];
