import { html, nothing, type TemplateResult } from "lit/html.js";
import publications from "virtual:texts/publications";
import type { Estimate, ModelRow } from "../../calculator/documents.js";
import { store } from "../state/store.js";
import { equivalentWords, massAlone, massNear } from "#words/page.js";
import { tied, usd } from "#words/later.js";
import { noteIn } from "#words/notes.js";
import { below, usdRange } from "#words/below.js";
import { figure } from "../text/numbers.js";
import { bar } from "./drawings.js";
import { Piece } from "./piece.js";

/** The headline and its corrections, on one scale; and what came before the final run. */
export class ReallyPiece extends Piece {
  protected override draw() {
    const chain = estimated(corrections());
    const most = Math.max(...chain.map(([, { total_kg }]) => total_kg.best));
    return html`<section aria-labelledby="really-title">
      <h2 id="really-title">${below.really}</h2>
      <div class="really">
        <p class="intro">${below.reallyIntro}</p>
        <ol class="fall">
          ${chain.map(([model, estimate]) => fall(model, estimate, most))}
        </ol>
      </div>
      ${development()}
    </section>`;
  }
}

const estimated = (models: ModelRow[]): [ModelRow, Estimate][] =>
  models.flatMap((model) => {
    const estimate = store.estimateOf(model.id);
    return estimate ? [[model, estimate]] : [];
  });

/** The run that others correct, and these in their order. */
function corrections(): ModelRow[] {
  const { models } = store.catalogue;
  const chain: ModelRow[] = [];
  let next = models.find(({ id, corrects }) => !corrects && models.some((other) => other.corrects === id));
  while (next && !chain.includes(next)) {
    chain.push(next);
    const id: string = next.id;
    next = models.find(({ corrects }) => corrects === id);
  }
  return chain;
}

function choose(model: ModelRow): void {
  store.choose(model.id);
  const sum = document.querySelector<HTMLElement>("#sum");
  sum?.scrollIntoView();
  sum?.focus({ preventScroll: true });
}

function fall(model: ModelRow, { total_kg, equivalents }: Estimate, most: number): TemplateResult {
  const { catalogue, view } = store;
  const car = catalogue.equivalents.find(({ id }) => id === "car-lifetime");
  const count = equivalents.find(({ id }) => id === "car-lifetime")?.count.best;
  const note = publications[model.id]?.note;
  return html`<li>
    ${model.times_lower ? html`<p class="times">${below.timesLower(model.times_lower)}</p>` : nothing}
    <button class="fallbar" data-model=${model.id} @click=${() => choose(model)}>
      <span class="title">${below.steps[model.id] ?? model.name}</span>
      ${bar(total_kg.best / most, view.model === model.id ? "thick current" : "thick")}
      <span class="amount"
        >${massNear(view.unit === "lb" ? total_kg.best : total_kg, view.unit, catalogue)}</span
      >
      <span class="more"
        >${view.unit === "lb" ? nothing : html`${massAlone(total_kg.best, "lb", catalogue)} · `}${
          car && count !== undefined ? equivalentWords(car, count) : nothing
        }<span class="go">${below.openShort}</span></span
      >
    </button>
    ${note ? html`<p class="note" lang=${noteIn(`${model.id}/note`, note) ? nothing : "en"}>${tied(noteIn(`${model.id}/note`, note) ?? note)}</p>` : nothing}
  </li>`;
}

function development(): TemplateResult {
  const { catalogue, view } = store;
  const rows = estimated(catalogue.models.filter(({ group }) => group === "strubell-2019-development"));
  return html`<div class="development">
    <div>
      <h3>${below.developmentTitle}</h3>
      <p class="aside">${below.development}</p>
    </div>
    <div class="scroll" tabindex="0" role="region" aria-label=${below.developmentTitle}>
      <table>
        <thead>
          <tr>
            <th scope="col">${below.developmentModels}</th>
            <th scope="col">${below.developmentHours}</th>
            <th scope="col">${below.developmentEmitted}</th>
            <th scope="col">${below.developmentCloud}</th>
            <th scope="col">${below.developmentElectricity}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([model, { device_hours, total_kg, cost_usd }]) =>
              html`<tr>
                <th scope="row">
                  <button class="link" data-model=${model.id} @click=${() => choose(model)}>
                    ${below.developmentName[model.id] ?? model.name}
                  </button>
                </th>
                <td>${device_hours ? figure(device_hours.best) : nothing}</td>
                <td>${massNear(total_kg, view.unit, catalogue)}</td>
                <td>
                  ${cost_usd.cloud ? usdRange(cost_usd.cloud.preemptible.best, cost_usd.cloud.on_demand.best) : nothing}
                </td>
                <td>${cost_usd.electricity ? usd(cost_usd.electricity.best) : nothing}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </div>`;
}
