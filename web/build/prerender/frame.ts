// What all pages beside the main one have around them.
import { frame, told } from "#words/gallery.js";
import { language } from "#words/language.js";
import { languages } from "../../src/text/languages.js";
import { issueUrl } from "../../src/text/report.js";
import type { Made } from "./engine.js";
import { data as dataBlock, html, type Html, type Part } from "./html.js";

export interface Page {
  title: string;
  description: string;
  /** What stands in its `main`. */
  main: Part;
  /** What an error report is about. */
  about: string;
  /** A picture of what it says, by its path from the folder of the language. */
  picture?: { path: string; width: number; height: number; alt: string };
  /** For machines. */
  data?: object;
  /** Where a site learns how to show it, by its path from the folder of the language. */
  oembed?: string;
}

/** From a page to the folder of the main one. */
export const up = (path: string): string => "../".repeat(path.split("/").length - 2) || "./";

/** Of the language that is built, below the address of the site. */
const folder = language === languages[0] ? "" : `/${language}`;

/** Where a page or another file of this language is, for others; undefined where the site has no place. */
export const address = (path: string, { homepage }: Pick<Made, "homepage">): string | undefined =>
  homepage && new URL(`.${folder}${path.replace(/\/index\.html$/, "/")}`, homepage).href;

export function head(path: string, { title, description, picture, data, oembed }: Page, all: Made): Html {
  const whole = address(path, all);
  const named = html`<title>${title}</title> <meta name="description" content="${description}" />`;
  // All of the rest is addresses, and a site that has none yet can't tell them.
  if (whole === undefined) return html`${named}${data && dataBlock(data)}`;
  const property = (name: string, content: string | number): Html =>
    html`<meta property="${name}" content="${content}" />`;
  const image = picture && address(picture.path, all);
  return html`${named}
    <link rel="canonical" href="${whole}" />
    ${oembed !== undefined && html`<link rel="alternate" type="application/json+oembed" href="${address(oembed, all)}" title="${title}" />`}
    ${property("og:site_name", "Five Cars")}${property("og:type", picture ? "article" : "website")}
    ${property("og:title", title)}${property("og:description", description)}${property("og:url", whole)}
    ${property("og:locale", told.locale)}
    ${
      picture !== undefined &&
      image !== undefined &&
      html`${property("og:image", image)}${property("og:image:type", "image/png")}
      ${property("og:image:width", picture.width)}${property("og:image:height", picture.height)}
      ${property("og:image:alt", picture.alt)}`
    }
    <meta name="twitter:card" content="${picture ? "summary_large_image" : "summary"}" />
    ${data && dataBlock(data)}`;
}

export function body(path: string, { main, about }: Page, { catalogue }: Made): Html {
  const top = up(path);
  const link = (file: string, text: string): Html =>
    html`<a href="${top}${file}" ${path === `/${file}` && html` aria-current="page"`}>${text}</a>`;
  const { data_version, engine_version } = catalogue;
  return html`<a class="skip" href="#main">${frame.skip}</a>
    <div class="page">
      <header class="top">
        <a class="brand" href="${top}">Five Cars</a>
        <nav aria-label="${frame.nav}">
          ${link("", frame.calculator)}${link("models.html", frame.models)}${link("method.html", frame.method)}
        </nav>
      </header>
      <main id="main" tabindex="-1">${main}</main>
      <footer>
        <p>${link("about.html", frame.about)}</p>
        <p>${link("sources.html", frame.sources)}</p>
        <p>${report(about, data_version)}</p>
        <p>${frame.versions(data_version, engine_version)}</p>
      </footer>
    </div>`;
}

export const report = (about: string, data: string): Html =>
  html`<a
    href="${issueUrl(frame.reportTitle(about), frame.reportBody(about, data))}"
    rel="noopener noreferrer"
    >${frame.report}</a
  >`;
