// The whole sum as a form, and its parts for the sentence's panels.
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Issue } from "../../calculator/documents.js";
import { store } from "../state/store.js";
import { formText, issueText, labelOf, noneGood, stale } from "#words/form.js";
import { ui } from "#words/page.js";
import { stageCount, textOf, titleField } from "./fields.js";
import { hardwareFields, scoreFields } from "./hardware.js";
import { machineFields } from "./machines.js";
import { placeFields } from "./place.js";
import { priceFields } from "./prices.js";
import { nameOf, stageFields } from "./stages.js";
import { timeFields } from "./time.js";
import "./panel.js";

/** A fault in one line: which field, and what is wrong with it. */
export const faultText = (issue: Issue): [field: string, wrong: string] => [
  labelOf(issue.path),
  issueText(issue, textOf(issue.path)),
];

/** How many there are, and which figures stand meanwhile. */
export const faultCount = (): string =>
  store.estimate ? stale(store.issues.length) : noneGood(store.issues.length);

/** The same for every stage, each under its name if there are several. */
export function eachStage(level: "h3" | "h4", fields: (stage: number) => TemplateResult): TemplateResult[] {
  const stages = [...Array(stageCount()).keys()];
  return stages.map((stage) => {
    if (stages.length === 1) return fields(stage);
    // It goes by another.
    if (store.value(`/stages/${stage}/like`) !== undefined) return html``;
    const name = store.value(`/stages/${stage}/name`);
    const title = ui.stage(stage + 1, typeof name === "string" ? name : "");
    return html`${level === "h3" ? html`<h3>${title}</h3>` : html`<h4>${title}</h4>`}${fields(stage)}`;
  });
}

/** That of all, and of each stage that has its own. */
const places = (scope: string): TemplateResult =>
  html`${placeFields(scope)}
  ${[...Array(stageCount()).keys()].map((stage) => {
    const at = `/stages/${stage}/site`;
    return store.value(at) === undefined
      ? nothing
      : html`<h4>${ui.stage(stage + 1, nameOf(stage))}</h4>
          ${placeFields(scope, at)}`;
  })}`;

const group = (name: string, title: string, fields: unknown): TemplateResult =>
  html`<div role="group" class=${`group-${name}`} aria-labelledby=${`form-${name}`}>
    <h3 id=${`form-${name}`}>${title}</h3>
    ${fields}
  </div>`;

export const form = (): TemplateResult =>
  html`<form class="form" @submit=${(event: Event) => event.preventDefault()}>
    ${group("machines", ui.machines, [
      store.published ? nothing : titleField("form"),
      eachStage("h4", (stage) => machineFields("form", stage)),
    ])}
    ${group(
      "time",
      ui.time,
      eachStage("h4", (stage) => timeFields("form", stage)),
    )}
    ${group("place", ui.place, places("form"))}
    <div>
      ${group("hardware", formText.hardware, [hardwareFields("form"), scoreFields("form")])}
      ${group("prices", formText.prices, priceFields("form"))}
    </div>
    ${group("stages", formText.stages, stageFields("form"))}
  </form>`;
