// The sum, step by step, as the page shows it.
import { ui } from "#words/page.js";
import { below, symbolText } from "#words/below.js";
import { tied, unitText } from "#words/later.js";
import type { Estimate, Operand, Publication, Step } from "../../calculator/documents.js";
import { working } from "../../src/text/digits.js";
import { parts } from "../../src/text/formula.js";
import { exact } from "../../src/text/numbers.js";
import type { Made } from "./engine.js";
import { html, type Html } from "./html.js";
import { cited, citation, linked } from "./sources.js";

export function symbol(name: string): Html {
  const { letters, lowered, upright } = symbolText(name);
  return html`<span class="symbol"
    >${upright ? letters : html`<i>${letters}</i>`}${lowered !== "" && html`<sub>${lowered}</sub>`}</span
  >`;
}

export const formula = ({ symbol: name, formula: text }: Step): Html =>
  html`${symbol(name)} = ${parts(text, symbol)}`;

export function work(estimate: Estimate, { origins }: Publication, all: Made): Html {
  const notes: Html[] = [];
  const note = (text: Html): Html => {
    let n = notes.findIndex((known) => known.text === text.text) + 1;
    if (n === 0) n = notes.push(text);
    return html`<sup><a href="#source-${n}" aria-label="${below.sources} ${n}">${n}</a></sup>`;
  };
  const number = (operand: Operand): Html => {
    const shown = operand.origin === "step" ? working(operand.value) : exact(operand.value);
    const from = origin(operand, origins, all);
    return html`<span class="number">${shown}${unitText(operand.unit)}</span>${from && note(from)}`;
  };
  const step = (one: Step): Html =>
    html`<li data-symbol="${one.symbol}">
      <p class="what">${symbolText(one.symbol).words}</p>
      <p class="formula">${formula(one)}</p>
      <p class="numbers">
        ${parts(one.formula, (name) => {
          const operand = one.operands.find((known) => known.symbol === name);
          return operand ? number(operand) : symbol(name);
        })}
      </p>
      <p class="value"><span class="equals">=</span> ${working(one.value)}${unitText(one.unit)}</p>
    </li>`;
  const equivalents = new Set(estimate.equivalents.map(({ id }) => id));
  const shown = estimate.trace.filter((one) => !equivalents.has(one.symbol));
  const stages = [...new Set(shown.map(({ stage }) => stage))].sort(
    (a, b) => (a ?? Infinity) - (b ?? Infinity),
  );
  const several = estimate.stages.length > 1;
  const list = stages.map(
    (stage) =>
      html`${several && html`<h3>${stage === null ? below.stageSum : ui.stage(stage + 1, estimate.stages[stage]?.name ?? "")}</h3>`}
        <ol class="steps">
          ${shown.filter((one) => one.stage === stage).map(step)}
        </ol>`,
  );
  return html`<section aria-labelledby="work">
    <h2 id="work">${below.work}</h2>
    <p class="aside">${below.workIntro}</p>
    ${list}
    <h3>${below.sources}</h3>
    <ol class="sources">
      ${notes.map((text, i) => html`<li id="source-${i + 1}" tabindex="-1">${text}</li>`)}
    </ol>
  </section>`;
}

function origin(
  { origin: kind, path, entry, source, symbol: name }: Operand,
  origins: Publication["origins"],
  all: Made,
): Html | undefined {
  if (kind === "step") return undefined;
  const { words } = symbolText(name);
  if (kind === "given") {
    const told = origins.find((known) => known.path === path);
    if (!told) return html`${words}: ${below.inLink}`;
    return html`${words}: ${cited(told.cited, all)}${told.note !== undefined && `. ${tied(told.note)}`}`;
  }
  const found = entry === null ? undefined : citation(entry, all);
  const where = found ? cited(found, all) : source !== null && linked(source, all);
  return html`${words}: ${where}${kind === "default" && ` (${below.isDefault})`}`;
}
