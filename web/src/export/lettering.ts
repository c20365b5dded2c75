// Lines of text in a picture that nothing here can measure, and that any font of the reader's may draw.

/** For text and for attributes; what XML has no place for becomes a sign that says so. */
export const xml = (text: string): string =>
  text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]/gu, "\ufffd")
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** About so many ems in the widest of the fonts. */
export function ems(text: string): number {
  let sum = 0;
  for (const sign of text)
    sum += /[ .,:;'’|!()[\]ijltfr\u2060]/.test(sign)
      ? 0.33
      : /[mwMW%@×]/.test(sign)
        ? 0.9
        : /[A-Z0-9]/.test(sign)
          ? 0.66
          : sign > "\u2e7f"
            ? 1
            : 0.55;
  return sum;
}

export interface Word {
  text: string;
  strong: boolean;
}

/** In ems: less than any line is wide. */
const longest = 20;

/** At a no-break space no line ends; a word longer than a line ends where it must. */
export const split = (text: string, strong: boolean): Word[] =>
  text
    .replace(/[\u2060\0]/g, "")
    .split(/(?<=[ \n\r\t])/)
    .flatMap((word) => (ems(word) > longest ? (word.match(/.{1,20}/gsu) ?? []) : word))
    .map((part) => ({ text: part.replace(/[\n\r\t]$/, " "), strong }));

/** In lines. Only after a space one may end, or within a word that is too long. */
export function wrapped(words: Word[], size: number, width: number): Word[][] {
  const lines: Word[][] = [];
  let used = Infinity;
  words.forEach((word, i) => {
    // What follows without a space, such as a full stop, stays with it.
    const tied = words.slice(i + 1, i + (/ $/.test(word.text) ? 1 : 2)).filter(({ text }) => text.length < 3);
    const long =
      ems(word.text.trimEnd() + tied.map(({ text }) => text).join("")) * size * (word.strong ? 1.08 : 1);
    const mayEnd = / $/.test(words[i - 1]?.text ?? " ") || word.text.length > 2;
    if (used + long > width && mayEnd) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(word);
    used += ems(word.text) * size * (word.strong ? 1.08 : 1);
  });
  return lines;
}
