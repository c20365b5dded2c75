// What a site is told that shows a pasted link to a model's page as more than a link: https://oembed.com.
import { told } from "#words/gallery.js";
import { language } from "#words/language.js";
import type { Model } from "../../calculator/documents.js";
import { heightOf, read } from "../../embed/asked.js";
import { card } from "./card.js";
import type { Made } from "./engine.js";
import { address } from "./frame.js";
import { html } from "./html.js";

/** What blogs give a post, in pixels. */
const width = 640;

/**
 * WordPress lets a single frame through from sites that it doesn't know, with its title, address, width and height, and
 * sets its sandbox itself. A quotation before it would hide the frame until a script of WordPress hears from it, so
 * there is none. What can't be redone is a picture: there is nothing to change.
 */
export function oembed(model: Model, title: string, all: Made): object | undefined {
  const { id, name } = model;
  const site = address("/index.html", all);
  const image = address(`/models/${id}/card.png`, all);
  if (site === undefined || image === undefined) return undefined;
  const picture = card(model, all);
  const about = { version: "1.0", title, provider_name: "Five Cars", provider_url: site, cache_age: 86400 };
  if (!all.opened(model))
    return { ...about, type: "photo", url: image, width: picture.width, height: picture.height };
  const height = heightOf(read((name) => (name === "model" ? id : null), language).asked);
  // One document has all languages.
  const document = new URL("embed.html", all.homepage).href;
  const frame = html`<iframe
    src="${document}#model=${id}&amp;lang=${language}"
    title="${told.frame(name)}"
    width="${width}"
    height="${height}"
    loading="lazy"
    sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"
    frameborder="0"
  ></iframe>`;
  return {
    ...about,
    type: "rich",
    html: frame.text.replace(/\s+/g, " ").replace(" >", ">"),
    width,
    height,
    thumbnail_url: image,
    thumbnail_width: picture.width,
    thumbnail_height: picture.height,
  };
}
