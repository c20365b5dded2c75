// What the tests of the embed share: posts that hold one, and what stands in it.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import type { FiveCarsElement } from "../../web/embed/element.js";
import { heightOf, read } from "../../web/embed/asked.js";
import { models, plain } from "./page.js";

/** A model's page, as the browser is asked for it. */
export const pageOf = (id: string, language = "en"): string =>
  `./${language === "en" ? "" : `${language}/`}models/${id}/`;

/** Bytes with Brotli: the script, all until a change, what the first change adds. Then ms of the post's main thread. */
export const limits = (
  JSON.parse(readFileSync(fileURLToPath(new URL("../size/budgets.json", import.meta.url)), "utf8")) as {
    embed: Record<"script" | "view" | "edit" | "task_ms", number>;
  }
).embed;

/** A post of its own, beside embed.js as every page of the site is. */
export async function post(page: Page, body: string, head = "", headers: Record<string, string> = {}) {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A post</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
  const address = "**/post.html";
  await page.unroute(address);
  await page.route(address, (route) => route.fulfill({ body: html, contentType: "text/html", headers }));
  await page.goto("./post.html");
}

export const script = `<script type="module" src="./embed.js"></script>`;

/** The element as a snippet writes it, with the space that it needs. */
export function tag(
  attributes: Record<string, string>,
  content = "<b>The sentence that stands there before.</b>",
): string {
  const written = Object.entries(attributes).map(
    ([name, value]) => ` ${name}="${value.replace(/&/g, "&amp;").replace(/"/g, "&quot;")}"`,
  );
  const { asked } = read((name) => attributes[name] ?? null, "");
  return `<five-cars${written.join("")} style="display:block;min-height:${heightOf(asked)}px">${content}</five-cars>`;
}

/** Waits until every embed that is near has its result. */
export const shown = async (page: Page, selector = "five-cars"): Promise<void> =>
  void (await page.waitForFunction(
    (wanted) => [...document.querySelectorAll<FiveCarsElement>(wanted)].every((embed) => embed.result),
    selector,
  ));

export const text = async (page: Page, selector: string): Promise<string> =>
  plain(await page.locator(selector).innerText());

export const redone = models.filter(({ scenario }) => scenario);
