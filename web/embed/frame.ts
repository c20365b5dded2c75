// The embed in a frame of its own: all that it needs stands in its document, and what it shows is asked for in the
// fragment, by the names of the element's attributes. Built as embed.html.
import { inflated } from "../calculator/inflated.js";
import type { Language } from "../src/text/languages.js";
import { heightOf, names, read, type Asked, type Fault, type Name } from "./asked.js";
import { bring } from "./engine.js";
import { fileOf, Unknown } from "./fetched.js";
import { unpack, type PackedSums } from "./packed.js";
import type { PublishedSum } from "./sum.js";
import type { Shown, View } from "./view.js";

const views: Record<Language, () => Promise<View>> = {
  en: () => import("./view.js?lang=en"),
  de: () => import("./view.js?lang=de"),
};

const held = (id: string): string => document.getElementById(id)?.textContent ?? "";
bring(() => inflated(held("engine")));
let sums: PackedSums | undefined;

/** As wide as the frame, and at least as high as its snippet reserves. */
const main = document.createElement("main");
document.body.append(main);

/** WordPress puts its own behind what the author wrote, and answers to nobody without it. */
const wordPress = /#?\?secret=([a-z0-9]{1,40})$/i;
const secret = (): string | undefined => wordPress.exec(location.hash)?.[1];

function fromFragment(): { value: (name: Name) => string | null; faults: Fault[] } {
  const given = new URLSearchParams(location.hash.replace(wordPress, "").slice(1));
  const faults = [...new Set(given.keys())].flatMap((name): Fault[] => {
    if (!(names as readonly string[]).includes(name))
      return [{ at: name, code: "name", given: name.slice(0, 40), known: names }];
    return given.getAll(name).length > 1 ? [{ at: name, code: "twice" }] : [];
  });
  return { value: (name) => given.get(name), faults };
}

async function published(asked: Asked): Promise<PublishedSum> {
  sums ??= JSON.parse(held("sums")) as PackedSums;
  const file = fileOf(asked);
  const found = unpack(sums, asked.lang, file);
  if (!found) throw new Unknown(file);
  return found;
}

let turn = 0;
let shown: Shown | undefined;

async function start(): Promise<void> {
  const isCurrent = (
    (now) => () =>
      now === turn
  )(++turn);
  const fragment = fromFragment();
  const { asked, faults } = read(fragment.value, navigator.language);
  document.documentElement.lang = asked.lang;
  main.style.minHeight = `${heightOf(asked)}px`;
  const { show } = await views[asked.lang]();
  const sum = asked.model ? published(asked) : undefined;
  // Told where it is awaited.
  sum?.catch(() => undefined);
  const next = await show({
    asked,
    faults: [...fragment.faults, ...faults],
    sum,
    published,
    base: new URL(".", location.href),
    element: main,
    isCurrent,
    // Nobody but the reader is told.
    changed: () => undefined,
    put(content, sheets) {
      document.adoptedStyleSheets = sheets;
      main.replaceChildren(...content);
      tellHeight();
    },
    open: follow,
  });
  if (!isCurrent()) return next?.end();
  shown?.end();
  shown = next;
}

/** A frame that may open no page gets null; WordPress leads there by itself. */
function follow(address: string): boolean {
  const opened = open(address);
  if (!opened) {
    tell({ message: "link", value: address });
    return false;
  }
  // Rather than "noopener", with which nobody is told whether it opened.
  try {
    opened.opener = null;
  } catch {
    // It was opened into another sandbox, which it has no way back from either.
  }
  return true;
}

// What is around it

const tell = (said: { message: string; value: number | string }): void => {
  const known = secret();
  if (parent !== window && known) parent.postMessage({ ...said, secret: known }, "*");
};
const heightNow = (): number => Math.ceil(main.getBoundingClientRect().height);
let told = 0;
function tellHeight(): void {
  if (parent === window) return;
  const height = (told = heightNow());
  // To whoever is around it: how high it is, is no secret.
  parent.postMessage({ type: "fivecars:height", height }, "*");
  tell({ message: "height", value: height });
}
// Of frames out of sight browsers observe nothing, and WordPress shows none before it has told its height: so it is
// told with each drawing, too.
new ResizeObserver(() => {
  if (heightNow() !== told) tellHeight();
}).observe(main);
addEventListener("message", ({ source, data }: MessageEvent<unknown>) => {
  if (source !== parent || typeof data !== "object" || data === null) return;
  const { type, message } = data as { type?: unknown; message?: unknown };
  // Whoever came too late asks.
  if (type === "fivecars:ask" || message === "ready") tellHeight();
});

const attempt = (): void => void start().catch((reason: unknown) => console.error("<five-cars>:", reason));
addEventListener("hashchange", attempt);
attempt();
