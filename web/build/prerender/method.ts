// The method page, from the steps that the calculator itself tells and from its defaults.
import { method as words } from "#words/method.js";
import { equivalentWords, massAlone } from "#words/page.js";
import { symbolText } from "#words/below.js";
import { unitText } from "#words/later.js";
import { exact, whole } from "../../src/text/numbers.js";
import type { Scenario, Step } from "../../calculator/documents.js";
import type { Made } from "./engine.js";
import type { Page } from "./frame.js";
import { html, type Html, type Part } from "./html.js";
import { peers } from "./peers.js";
import { cited } from "./sources.js";
import { formula, symbol } from "./work.js";

/** What no published model has: computing alone is known, a contract, a score, a stage as a multiple of another. */
const further: Scenario = {
  schema: "fivecars/scenario/1",
  stages: [
    {
      time: { parameters: 7e9, tokens: 1e12, epochs: 1, mfu: 0.35 },
      power: { devices: [{ device: "nvidia-a100-sxm4-80gb", count: 64 }], host_w: 500 },
    },
    { like: { stage: 0, times: 2 } },
  ],
  site: { region: "aws/eu-west-3", market_kg_per_kwh: 0.01 },
  prices: { electricity_usd_per_kwh: 0.1 },
  per: { unit: "run" },
};

type Group = keyof typeof words.groups;
const groupOf = (name: string): Group => {
  if (/^(t|FLOP|peak_all|device_hours\w*)$/.test(name)) return "time";
  if (/^(E|P)(_|$)/.test(name)) return "energy";
  if (/embodied/.test(name)) return "hardware";
  if (/^C_/.test(name)) return "emissions";
  return /^cost_/.test(name) ? "money" : "beside";
};

/** E_IT_2 is E_IT of the second stage. */
const plain = (text: string): string => text.replace(/_\d+\b/g, "");

/** Each way to each quantity once; that stages are added up is said in words. */
function steps({ catalogue, estimate }: Made): Step[] {
  const known = new Map<string, Step>();
  const scenarios = catalogue.models.flatMap(({ scenario, one_basis }) => [scenario, one_basis]);
  for (const scenario of [further, ...scenarios]) {
    if (!scenario) continue;
    const { ranges: _, ...exactly } = scenario;
    for (const step of estimate(exactly).trace) {
      const name = plain(step.symbol);
      const told = plain(step.formula);
      const names = told.match(/[A-Za-z]\w*/g) ?? [];
      // A number that is given as it is, is no sum.
      if (names.length < 2) continue;
      const addsUp =
        names.every((one) => one === name) || (names.length > 2 && new Set(names).size < names.length);
      if (name.includes("-") || addsUp || known.has(`${name}=${told}`)) continue;
      known.set(`${name}=${told}`, {
        ...step,
        symbol: name,
        formula: told,
        operands: step.operands.map((one) => ({ ...one, symbol: plain(one.symbol) })),
      });
    }
  }
  const all = [...known.values()];
  // All ways to a quantity together, where the first of them is.
  const place = ({ symbol: name }: Step): number => all.findIndex((step) => step.symbol === name);
  const ofOne = (told: string): string => told.replace("count * ", "");
  return all
    .filter(
      (step) =>
        !all.some(
          (other) => other !== step && other.symbol === step.symbol && ofOne(other.formula) === step.formula,
        ),
    )
    .sort((a, b) => place(a) - place(b));
}

export function methodPage(all: Made): Page {
  const { catalogue, texts } = all;
  const shown = steps(all);
  const units = new Map<string, string>();
  for (const step of shown)
    for (const one of [...step.operands, step]) if (!units.has(one.symbol)) units.set(one.symbol, one.unit);
  const anchored = new Set<string>();
  const line = (step: Step): Html => {
    const first = !anchored.has(step.symbol);
    anchored.add(step.symbol);
    return html`<li${first && html` id="${step.symbol}"`}>
      <p class="what">${symbolText(step.symbol).words}</p>
      <p class="formula">${formula(step)}</p>
      <p class="value">${unitText(step.unit).trim()}</p>
    </li>`;
  };
  const groups = Object.keys(words.groups) as Group[];
  const sections: [id: string, title: string, body: Part][] = [
    [
      "formulas",
      words.formulas,
      html`<p class="aside">${words.formulasIntro}</p>
        ${groups.map(
          (group) =>
            html`<h3>${words.groups[group]}</h3>
              <ol class="steps">
                ${shown.filter(({ symbol: name }) => groupOf(name) === group).map(line)}
              </ol>`,
        )}
        <p class="aside">${words.equivalent}</p>`,
    ],
    [
      "symbols",
      words.symbols,
      table(
        words.symbols,
        words.symbolColumns,
        [...units].map(([name, unit]) => {
          const anchor = !anchored.has(name) && html` id="${name}"`;
          return html`<tr${anchor}>
            <th scope="row">${symbol(name)}</th>
            <td class="text">${symbolText(name).words}</td>
            <td>${unitText(unit).trim()}</td>
          </tr>`;
        }),
      ),
    ],
    [
      "defaults",
      words.defaults,
      html`<p class="aside">${words.defaultsIntro}</p>
        ${table(
          words.defaults,
          words.defaultColumns,
          catalogue.defaults.map(({ id, unit, value: { best, low, high } }) => {
            const from = texts.defaults[id]?.cited;
            return html`<tr id="default-${id}">
              <th scope="row">${words.defaultNames[id] ?? id}</th>
              <td><b>${exact(best)}${unitText(unit)}</b></td>
              <td>${exact(low)}</td>
              <td>${exact(high)}</td>
              <td class="text"><small>${from && cited(from, all)}</small></td>
            </tr>`;
          }),
        )}`,
    ],
    [
      "bases",
      words.bases,
      html`<dl class="prose">
        ${words.basesText.map(
          ([term, text]) =>
            html`<dt>${term}</dt>
              <dd>${text}</dd>`,
        )}
      </dl>`,
    ],
    ["sure", words.sure, words.sureText.map((text) => html`<p class="prose">${text}</p>`)],
    [
      "limits",
      words.limits,
      html`<ul class="prose">
        ${words.limitsText.map((text) => html`<li>${text}</li>`)}
      </ul>`,
    ],
    ["story", words.story, story(all)],
    [
      "peers",
      words.peers,
      html`<p class="aside">${words.peersIntro}</p>
        ${peers(all)}`,
    ],
    [
      "cite",
      words.cite,
      html`<p class="prose">${words.citeText(catalogue.data_version, catalogue.engine_version)}</p>`,
    ],
  ];
  return {
    title: words.title,
    description: words.description,
    about: words.heading,
    main: html`<h1 class="heading">${words.heading}</h1>
      <p class="aside">${words.intro}</p>
      <nav aria-label="${words.contents}">
        <ul class="contents">
          ${sections.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}
        </ul>
      </nav>
      ${sections.map(
        ([id, title, content]) =>
          html`<section aria-labelledby="${id}">
            <h2 id="${id}">${title}</h2>
            ${content}
          </section>`,
      )}`,
  };
}

const table = (name: string, columns: readonly string[], rows: Html[]): Html =>
  html`<div class="wide" tabindex="0" role="group" aria-label="${name}">
    <table>
      <thead>
        <tr>
          ${columns.map((text) => html`<th scope="col">${text}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;

/** The headline and its corrections, from the models' own sums. */
function story(all: Made): Html {
  const { catalogue } = all;
  const car = catalogue.equivalents.find(({ id }) => id === "car-lifetime");
  const sum = (id: string): { kg: number; cars: number; times: number } => {
    const model = catalogue.models.find((one) => one.id === id);
    const estimate = model && all.opened(model);
    if (!estimate) throw new Error(`the story needs ${id}`);
    return {
      kg: estimate.total_kg.best,
      cars: estimate.equivalents.find((one) => one.id === car?.id)?.count.best ?? 0,
      times: model.times_lower ?? 1,
    };
  };
  const first = sum("architecture-search");
  const later = Object.keys(words.storySteps);
  const lb = (kg: number): string => massAlone(kg, "lb", catalogue);
  const last = sum(later.at(-1) ?? "");
  return html`<p class="prose">
      ${words.storyText(lb(first.kg), car ? equivalentWords(car, first.cars) : "")}
    </p>
    <ul class="prose">
      ${later.map((id) => {
        const { kg, times } = sum(id);
        return html`<li>
          <b>${words.storyThen(lb(kg), exact(times))}</b> ${words.storySteps[id]}.
          <a href="models/${id}/">${words.openSum}</a>
        </li>`;
      })}
    </ul>
    <p class="prose">
      ${words.storyEnd(whole(first.kg / last.kg))}
      <a href="models/architecture-search/">${words.openSum}</a>
    </p>`;
}
