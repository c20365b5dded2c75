// The embed shows of every published model what its page and the command line have, in the space that is kept for it.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import type { FiveCarsElement } from "../../web/embed/element.js";
import { heightOf, read } from "../../web/embed/asked.js";
import type { Estimate, Outcome, Scenario } from "../../web/calculator/documents.js";
import { pageOf, post, redone, script, shown, tag } from "./embed.js";
import { expect, models, openFirst, plain, test } from "./page.js";

const program = fileURLToPath(new URL("../../build/native/fivecars", import.meta.url));
const onOneBasis = models.filter(({ scenario, one_basis }) => scenario && one_basis);

interface Seen {
  id: string;
  /** What is read: the total, its range, what it amounts to. */
  total: string;
  about: string;
  amounts: string[];
  result: { total_kg: Outcome; scenario: Scenario };
  height: number;
  overflows: boolean;
}

/** One post with all of them, in a window so high that all are near. */
async function all(
  page: Page,
  ids: string[],
  attributes: Record<string, string>,
  width = 600,
): Promise<Seen[]> {
  await page.setViewportSize({ width: 700, height: ids.length * 600 });
  const tags = ids.map((model) => tag({ model, ...attributes })).join("");
  await post(page, `<div style="width:${width}px">${tags}</div>${script}`);
  await shown(page);
  const seen = await page.evaluate(() =>
    [...document.querySelectorAll<FiveCarsElement>("five-cars")].map((embed) => {
      const inside = (selector: string): string =>
        embed.shadowRoot?.querySelector<HTMLElement>(selector)?.innerText ?? "";
      const article = embed.shadowRoot?.querySelector("article");
      if (!embed.result || !article) throw new Error(embed.model ?? "");
      return {
        id: embed.model ?? "",
        total: inside(".total strong"),
        about: inside(".total .about"),
        amounts: [...article.querySelectorAll<HTMLElement>(".amounts li")].map((item) => item.innerText),
        result: embed.result,
        height: embed.getBoundingClientRect().height,
        overflows:
          article.scrollWidth > article.clientWidth ||
          [...article.querySelectorAll("p, li, strong")].some(
            (part) => part.getBoundingClientRect().right > article.getBoundingClientRect().right,
          ),
      };
    }),
  );
  return seen.map((one) => ({
    ...one,
    total: plain(one.total),
    about: plain(one.about),
    amounts: one.amounts.map(plain),
  }));
}

/** The command line's answer to the same scenario. */
async function estimated(scenario: Scenario): Promise<Estimate> {
  const running = promisify(execFile)(program, ["estimate", "-"], { maxBuffer: 1e8 });
  running.child.stdin?.end(JSON.stringify(scenario));
  return JSON.parse((await running).stdout) as Estimate;
}

/** So many at once. */
async function inTurns<T, R>(
  items: readonly T[],
  at_once: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const found: R[] = [];
  for (let i = 0; i < items.length; i += at_once)
    found.push(...(await Promise.all(items.slice(i, i + at_once).map(work))));
  return found;
}

test.describe.configure({ timeout: 90_000 });

for (const language of ["en", "de"])
  test(`every published model reads as on its page (${language})`, async ({ page }) => {
    const seen = await all(
      page,
      redone.map(({ id }) => id),
      // Of which the page tells the ones that say most.
      { lang: language, unit: "kg", show: "strubell-2019" },
    );
    expect(seen.length).toBe(redone.length);
    const pages = await page.evaluate(
      (addresses) =>
        Promise.all(
          addresses.map(async (address) => {
            const html = await (await fetch(address)).text();
            const lede = new DOMParser().parseFromString(html, "text/html").querySelector(".lede");
            const told = (part: string): string[] =>
              [...(lede?.querySelectorAll(part) ?? [])].map((found) => found.textContent ?? "");
            return {
              total: told(".main").join(),
              about: told(".about").join(),
              amounts: told("strong:not(.main)"),
            };
          }),
        ),
      seen.map(({ id }) => pageOf(id, language)),
    );
    const told = pages.map(({ total, about, amounts }, i) => ({
      id: seen[i]?.id,
      total: plain(total),
      about: plain(about),
      amounts: amounts.map(plain),
    }));
    expect(told.every(({ amounts }) => amounts.length > 0)).toBe(true);
    expect(
      seen.map(({ id, total, about, amounts }, i) => ({
        id,
        total,
        // What the page says of a guess or a correction in a line of its own.
        about: about.replace(/; [^)]*/, ""),
        amounts: told[i]?.amounts.filter((amount) => amounts.includes(amount)),
      })),
    ).toEqual(told);
  });

test("every published model on one basis reads as in the calculator", async ({ page }) => {
  const seen = await all(
    page,
    onOneBasis.map(({ id }) => id),
    { basis: "one" },
  );
  await page.setViewportSize({ width: 1280, height: 900 });
  await openFirst(page);
  for (const { id, total, about } of seen) {
    await page.evaluate((hash) => (location.hash = hash), `#model=${id}&basis=one`);
    await expect
      .poll(async () => plain((await page.locator(".lede").textContent()) ?? ""), { message: id })
      .toContain(`${total} ${about}`);
  }
});

test("every published model has the command line’s figures, to the last bit", async ({ page }) => {
  for (const [found, attributes] of [
    [redone, {}],
    [onOneBasis, { basis: "one" }],
  ] as const) {
    const seen = await all(
      page,
      found.map(({ id }) => id),
      attributes,
    );
    const told = await inTurns(seen, 4, async ({ id, result }) => [
      id,
      (await estimated(result.scenario)).total_kg,
    ]);
    expect(seen.map(({ id, result }) => [id, result.total_kg])).toEqual(told);
    // And the scenario is the one that the command line knows by this name, ranges apart.
    const plainScenario = ({ ranges: _, ...rest }: Scenario & { ranges?: unknown }): object => rest;
    const known = await inTurns(found, 4, async ({ id }) => {
      const words = ["model", id, ...("basis" in attributes ? ["--one-basis"] : [])];
      return JSON.parse((await promisify(execFile)(program, words)).stdout) as Scenario;
    });
    expect(seen.map(({ result }) => plainScenario(result.scenario))).toEqual(known.map(plainScenario));
  }
});

for (const width of [280, 600])
  test(`every published model fits into the space that is kept for it, ${width} pixels wide`, async ({
    page,
  }) => {
    for (const lang of ["en", "de"])
      for (const attributes of [{}, { compact: "" }] as Record<string, string>[]) {
        const kept = heightOf(
          read((name) => (({ ...attributes, model: "x" }) as Record<string, string>)[name] ?? null, "").asked,
        );
        const seen = await all(
          page,
          redone.map(({ id }) => id),
          { lang, ...attributes },
          width,
        );
        const misfits = seen.filter(({ height, overflows }) => height !== kept || overflows);
        expect({
          lang,
          attributes,
          misfits: misfits.map(({ id, height, overflows }) => [id, height, overflows]),
        }).toEqual({
          lang,
          attributes,
          misfits: [],
        });
      }
  });
