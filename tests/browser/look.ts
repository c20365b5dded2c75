// What can be seen of a view without looking: by axe, and by what stands outside the window.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The page's policy keeps axe out, as it should: a test that lets it in says `bypassCSP`. */
export async function violations(page: Page, runOnly = rules): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (runOnly) => {
    const { axe: runner } = window as unknown as {
      axe: {
        run: (
          options: object,
        ) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
      };
    };
    const found = await runner.run({ runOnly });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)}\n${failureSummary}`),
    );
  }, runOnly);
}

/** In the light and in the dark, in which nothing differs but the colours. */
export async function violationsInBoth(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light" });
  const light = await violations(page);
  await page.emulateMedia({ colorScheme: "dark" });
  return [...light, ...(await violations(page, ["color-contrast"])).map((text) => `in the dark: ${text}`)];
}

export const overflow = (page: Page): Promise<{ page: number; outside: string[] }> =>
  page.evaluate(() => ({
    page: document.documentElement.scrollWidth,
    outside: [...document.querySelectorAll("main *")]
      .filter(
        (element) =>
          !element.closest(".scroll, svg, .sr") && element.getBoundingClientRect().right > innerWidth + 1,
      )
      .map((element) => element.outerHTML.slice(0, 80)),
  }));
