/** A note of the data (`ID/note`, `ID/misprint`, `ID/no_scenario`) in the language of the page; undefined where it stays as it is. */
export const noteIn = (_key: string, note: string): string | undefined => note;
