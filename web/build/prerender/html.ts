// HTML as text, for what is rendered when the site is made.

export const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** Markup, as against text that has yet to be escaped. */
export class Html {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

export type Part = Html | string | number | false | undefined | readonly Part[];

const put = (part: Part): string => {
  if (part === undefined || part === false) return "";
  if (part instanceof Html) return part.text;
  return typeof part === "object" ? part.map(put).join("") : escaped(String(part));
};

/** Data for machines in a page: no script, so that no policy of scripts is asked. */
export const data = (document: object): Html =>
  new Html(
    `<script type="application/ld+json">${JSON.stringify(document).replace(/</g, "\\u003c")}</script>`,
  );

/** A template whose values are escaped, unless they are markup themselves. */
export const html = (strings: TemplateStringsArray, ...values: Part[]): Html =>
  new Html(strings.map((text, i) => text + put(values[i])).join(""));
