// Undoing, and what the device keeps: fetched when the reader first acts, or comes back.

export const keeping = {
  undo: "Undo",
  redo: "Redo",
  undoes: (what: string) => `Undo: ${what}`,
  redoes: (what: string) => `Redo: ${what}`,
  undone: (what: string) => `Undone: ${what}.`,
  redone: (what: string) => `Redone: ${what}.`,
  /** What a step changed. */
  what: {
    run: "choice of the run",
    unit: "unit of mass",
    set: "whose equivalents",
    several: "several entries",
    entry: "an entry",
  },
  left: "Continue where you left:",
  orElse: "or",
  replaced: "Your own entries made way for this run. They are not lost.",
  close: "Close this message",
  erase: "Erase what is kept",
  keeps: "This device keeps your last sums and pinned results for your next visit, and sends them nowhere.",
  erased: "Erased. This device keeps nothing of the page but what its address shows.",
  unkept:
    "This browser keeps nothing for this page: a private window, a strict setting, or a full disk. All works; but undoing, pinned results and your last sum end with this tab. The address holds the sum: copy it to keep it.",
  failed:
    "A part of this page failed. What you entered is kept, and the address holds it: reload the page to go on.",
};
