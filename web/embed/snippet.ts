// What an author pastes: the element, the frame, or a linked picture. The one place that writes them; pure functions,
// texts in, text out. What is written is valid HTML, whatever stands in the texts.
import { languages, type Language } from "../src/text/languages.js";
import { heightOf, names, read, type Asked, type Name } from "./asked.js";

/** What is left out is as usual. */
export type Wanted = Partial<Omit<Asked, "lang"> & { lang: Language }>;

/** Where the embed is fetched from: the site, by its absolute address with the slash at its end. */
export interface Origin {
  site: string;
  /** A release that stays as it is, instead of what the site has today. */
  release?: Release;
}

export interface Release {
  version: string;
  /** Of its embed.js, as browsers check it: "sha384-…". */
  integrity: string;
  /** What its sums were made with. */
  data_version?: string;
}

/** What stands there where nothing else can: the result in a sentence, and where the sum is. */
export interface Told {
  sentence: string;
  address: string;
}

/** By name, in their order: what `read` of asked.ts reads back. */
export function attributes(wanted: Wanted): [Name, string][] {
  const { model, basis, scenario, show, unit, lang, theme, editable, compact, recorded } = wanted;
  const given: Partial<Record<Name, string | undefined>> = {
    model,
    basis: basis === "one" ? basis : undefined,
    scenario,
    show: show?.join(" "),
    unit,
    lang,
    theme: theme === "auto" ? undefined : theme,
    editable: editable?.length ? editable.join(" ") : undefined,
    compact: compact ? "" : undefined,
    "data-version": recorded?.data,
    "total-kg": recorded && String(recorded.total_kg),
  };
  return names.flatMap((name): [Name, string][] => {
    const value = given[name];
    return value === undefined ? [] : [[name, value]];
  });
}

/** In px, as the embed itself reserves it. */
export function height(wanted: Wanted): number {
  const all = new Map(attributes(wanted));
  return heightOf(read((name) => all.get(name) ?? null, "").asked);
}

/** Of the page with the same sum. `site` as in `Origin`. */
export function pageAddress({ model, basis, scenario, lang = languages[0] }: Wanted, site: string): string {
  const home = new URL(lang === languages[0] ? "./" : `${lang}/`, site);
  if (model) return new URL(basis === "one" ? `#model=${model}&basis=one` : `models/${model}/`, home).href;
  // A document as JSON is no link.
  return scenario && /^\d+\./.test(scenario) ? new URL(`#${scenario}`, home).href : home.href;
}

/** Of a published model's picture, and how large that is. */
export const card = { width: 1200, height: 630 } as const;
export const cardAddress = ({ model, lang }: Wanted, site: string): string =>
  new URL("card.png", pageAddress({ model: model ?? "", ...(lang && { lang }) }, site)).href;

/** A script, and the tag with what shows without it. */
export function element(origin: Origin, wanted: Wanted, { sentence, address }: Told): string {
  const { release } = origin;
  const script = tag("script", [
    ["type", "module"],
    ["src", addressOf("embed.js", origin)],
    ...(release
      ? ([
          ["integrity", release.integrity],
          ["crossorigin", "anonymous"],
        ] as Attribute[])
      : []),
  ]);
  const five = tag("five-cars", [
    ...attributes(wanted),
    ["style", `display:block;min-height:${height(wanted)}px`],
  ]);
  return `${script}</script>\n${five}${escaped(oneLine(sentence))} ${tag("a", [["href", address]])}Five Cars</a></five-cars>\n`;
}

/** The fragment of embed.html, without its "#". */
export const fragment = (wanted: Wanted): string =>
  attributes(wanted)
    .map(([name, value]) => `${name}=${encodeURIComponent(name === "compact" ? "1" : value)}`)
    .join("&");

/** `listens`: with the script that makes the frame as high as what is in it. */
export function frame(origin: Origin, wanted: Wanted, { sentence }: Told, listens = false): string {
  const iframe = tag("iframe", [
    ["src", `${addressOf("embed.html", origin)}#${fragment(wanted)}`],
    ["title", `Five Cars: ${oneLine(sentence)}`],
    ...(wanted.lang ? ([["lang", wanted.lang]] as Attribute[]) : []),
    // A percentage is no valid width; this one holds where styles are taken out.
    ["width", "640"],
    ["height", String(height(wanted))],
    ["loading", "lazy"],
    ["sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox"],
    ["style", "border:0;width:100%"],
  ]);
  const listener = tag("script", [
    ["async", ""],
    ["src", addressOf("embed-height.js", origin)],
  ]);
  return `${iframe}</iframe>\n${listens ? `${listener}</script>\n` : ""}`;
}

export interface Picture {
  src: string;
  width: number;
  height: number;
}

/** A picture that leads to the sum, as HTML and as Markdown. */
export function picture(
  { src, width, height: high }: Picture,
  { sentence, address }: Told,
  lang?: Language,
): { html: string; markdown: string } {
  const image = tag("img", [
    ["src", src],
    ["width", String(width)],
    ["height", String(high)],
    ["alt", oneLine(sentence)],
    ["style", "max-width:100%;height:auto"],
  ]);
  const link = tag("a", [["href", address], ...(lang ? ([["lang", lang]] as Attribute[]) : [])]);
  return {
    html: `${link}${image}</a>\n`,
    markdown: `[![${oneLine(sentence).replace(/[\\`*_[\]<>&!~|#$]/g, "\\$&")}](${bare(src)})](${bare(address)})\n`,
  };
}

const addressOf = (file: string, { site, release }: Origin): string =>
  new URL(release ? `v/${release.version}/${file}` : file, site).href;

type Attribute = [name: string, value: string];

/** Their presence says it all. */
const bareNames = ["compact", "async"];

const tag = (name: string, given: Attribute[]): string =>
  `<${[name, ...given.map(([of, value]) => (bareNames.includes(of) ? of : `${of}="${escaped(value)}"`))].join(" ")}>`;

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What no HTML may hold is a space; half a character can't be written. */
const escaped = (given: string): string =>
  given
    .replace(/[\0-\x1f\x7f-\x9f]/g, " ")
    .replace(/[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/gu, "\ufffd")
    .replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);

const oneLine = (sentence: string): string => sentence.replace(/[\s\0]+/g, " ").trim();

/** Of an address, what would end it in Markdown. */
const bare = (address: string): string =>
  address.replace(/[()<>\\\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0")}`);
