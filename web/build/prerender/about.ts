// The statements on privacy and accessibility.
import { about } from "#words/about.js";
import type { Page } from "./frame.js";
import { html } from "./html.js";

export const aboutPage = (): Page => ({
  title: about.title,
  description: about.description,
  about: about.heading,
  main: html`<h1 class="heading">${about.heading}</h1>
    ${about.sections.map(
      ({ id, title, paragraphs }) =>
        html`<section aria-labelledby="${id}">
          <h2 id="${id}">${title}</h2>
          ${paragraphs.map((text) => html`<p class="prose">${text}</p>`)}
        </section>`,
    )}`,
});
