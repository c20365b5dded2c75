import { exact } from "./numbers.js";

/** A formula with each of its symbols replaced, and its signs as they are printed. */
export function parts<Made>(formula: string, of: (name: string) => Made): (Made | string)[] {
  const signs: Record<string, string> = {
    "*": "\u00a0× ",
    "/": "\u00a0/ ",
    "+": "\u00a0+ ",
    "-": "\u00a0− ",
  };
  return (formula.match(/[A-Za-z][\w]*(?:-[a-z]+)*|\d+(?:\.\d+)?|[-+*/()]/g) ?? []).map((token) => {
    if (/^[A-Za-z]/.test(token)) return of(token);
    if (/^\d/.test(token)) return exact(Number(token));
    return signs[token] ?? token;
  });
}
