// The words of the builder of embeds.

export const builder = {
  way: "Where it goes",
  ways: {
    element: [
      "My own page",
      "A script and a tag. Where scripts are off, a sentence with a link stands in its place.",
    ],
    frame: [
      "A blog that takes no scripts",
      "A frame with the same thing in it, closed off from the post. In WordPress the address of a model’s page is enough: in a line of its own it becomes such a frame.",
    ],
    picture: [
      "A newsletter",
      "A picture that leads to the sum: for newsletters, and platforms that take pictures and links only.",
    ],
  } satisfies Record<string, [name: string, how: string]>,
  equivalents: "What it amounts to",
  most: (n: number) => `${n} at most`,
  readers: "What readers may change",
  theme: "Light or dark",
  themes: { auto: "as the post", light: "light", dark: "dark" },
  /** A frame doesn’t know its post. */
  framed: "as the reader’s system",
  compact: "Compact, without the drawn range",
  language: "Language",
  ofPost: "that of the post",
  listens: "With a script that fits the frame’s height to what is in it",
  pin: (version: string) => `Stay with release ${version}`,
  pinned: "It never changes: neither its looks nor its data. Browsers check the script by its hash.",
  otherData: (version: string) =>
    `Its data are those of ${version}: the total in the post may be another than the one that is shown here.`,
  column: "In a column as on",
  columns: { article: "an article page", phone: "a phone" },
  waiting: "It is being fetched …",
  failed:
    "The preview couldn’t be fetched, so it can’t be seen here. What can be copied is right all the same. For the preview, check the connection and reload the page.",
  otherFailed:
    "The sentence in the other language couldn’t be fetched. Choose the language of this page, or check the connection and reload the page.",
  html: "HTML",
  markdown: "Markdown",
  snippet: (name: string) => `${name} to paste`,
  copy: (name: string) => `Copy the ${name}`,
  upload: (file: string) =>
    `The site has no picture of this sum. Save this one, upload it where the post is, and put its address there in the place of “${file}”.`,
};
