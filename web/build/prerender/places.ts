// What fills the {{places}} of the pages, and what stands beside those of models, in the language that is built: loaded
// by Vite, so that it is made of the page's own modules and words.
import { named } from "#words/catalogue.js";
// All names of the tables come with these.
import "#words/later.js";
import { modelPage as modelWords } from "#words/gallery.js";
import { shell } from "#words/page.js";
import type { Model } from "../../calculator/documents.js";
import { aboutPage } from "./about.js";
import { card } from "./card.js";
import type { Made } from "./engine.js";
import { body, head, type Page } from "./frame.js";
import { galleryPage } from "./gallery.js";
import { escaped } from "./html.js";
import { methodPage } from "./method.js";
import { modelPage } from "./model.js";
import { oembed } from "./oembed.js";
import { firstSentence } from "./sentence.js";
import { sourcesPage } from "./sources.js";

/** With the names of its tables in the language that is built. */
export async function inWords(all: Made): Promise<Made> {
  const { engine, catalogue } = all;
  const { row } = await named(
    {
      catalogue: () => catalogue,
      // The module makes each anew.
      row: (table, id) => engine.row(table, id),
      search: (table, query, most = 0) => engine.search(table, query, most) ?? { rows: [], total: 0 },
    },
    false,
  );
  return { ...all, engine: { ...engine, row } };
}

export interface Rendered {
  /** All places by their names, as HTML; those that a page doesn't have cost nothing. */
  places: Record<string, (path: string) => string>;
  /** Files beside the pages of models, by their names in the folder of the language. */
  files: () => Record<string, string>;
}

export async function rendered(made: Made): Promise<Rendered> {
  const all = await inWords(made);
  return { places: places(all), files: () => files(all) };
}

function files(all: Made): Record<string, string> {
  const of = (model: Model): [name: string, text: string][] => {
    const folder = `models/${model.id}/`;
    const answer = oembed(model, modelWords.title(model.name), all);
    return [
      [`${folder}card.svg`, card(model, all).svg],
      ...(answer ? [[`${folder}oembed.json`, JSON.stringify(answer)] as [string, string]] : []),
    ];
  };
  return Object.fromEntries(all.catalogue.models.flatMap(of));
}

function places(all: Made): Rendered["places"] {
  const texts = Object.entries(shell).flatMap(([name, text]) =>
    typeof text === "string" ? [[name, () => escaped(text)] as const] : [],
  );
  const pages: Record<string, () => Page> = {
    "/models.html": () => galleryPage(all),
    "/about.html": () => aboutPage(),
    "/method.html": () => methodPage(all),
    "/sources.html": () => sourcesPage(all),
  };
  const known = new Map<string, Page>();
  const page = (path: string): Page => {
    const rendered = known.get(path);
    if (rendered) return rendered;
    const id = /^\/models\/([^/]+)\/index\.html$/.exec(path)?.[1];
    const model = all.catalogue.models.find((row) => row.id === id);
    const made = model ? modelPage(model, all) : pages[path]?.();
    if (!made) throw new Error(`nothing makes ${path}`);
    known.set(path, made);
    return made;
  };
  return {
    ...Object.fromEntries(texts),
    sentence: () => firstSentence(all).text,
    head: (path) => head(path, page(path), all).text,
    page: (path) => body(path, page(path), all).text,
  };
}
