/** Über dem, was zu den gleichen Bedingungen wie für alle Modelle herauskommt, neben dem zu eigenen Gedruckten. */
export const onOneBasisHere = "hier, nach einem Maßstab";
