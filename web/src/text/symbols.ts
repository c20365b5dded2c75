// The symbols of the steps: how each is set, and what it is called.

/** Upright where it is a word. */
export type Symbols = Record<string, [letters: string, lowered: string, words: string, upright?: true]>;

export interface SymbolText {
  letters: string;
  lowered: string;
  words: string;
  upright: boolean;
}

export const symbolsBy =
  (symbols: Symbols) =>
  (symbol: string, boundary = symbol): SymbolText => {
    const known = symbols[symbol];
    if (known) return { letters: known[0], lowered: known[1], words: known[2], upright: known[3] ?? false };
    // E_IT_2 is E_IT of the second stage.
    const numbered = /^(.+)_(\d+)$/.exec(symbol);
    const base = numbered?.[1] !== undefined ? symbols[numbered[1]] : undefined;
    if (base && numbered) {
      const n = numbered[2] ?? "";
      return {
        letters: base[0],
        lowered: base[1] ? `${base[1]},${n}` : n,
        words: base[2],
        upright: base[3] ?? false,
      };
    }
    // An equivalent: its words are what one of it is.
    if (symbol.includes("-")) return { letters: "N", lowered: "", words: boundary, upright: false };
    const plain = symbol.replace(/_/g, " ");
    return { letters: plain, lowered: "", words: plain, upright: true };
  };
