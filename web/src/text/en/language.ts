/** Of the words beside this file. */
export const language = "en";
