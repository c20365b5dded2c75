// The whole sum as a form, and its parts for the sentence's panels.
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Issue } from "../../calculator/documents.js";
import "../state/sums.js";
import { store } from "../state/store.js";
import { formText, issueText, labelOf, noneGood, stale } from "#words/form.js";
import { ui } from "#words/page.js";
import { startText } from "#words/start.js";
import { stageCount, textOf } from "./fields.js";
import { hardwareFields, scoreFields } from "./hardware.js";
import { machineFields } from "./machines.js";
import { placeFields } from "./place.js";
import { priceFields } from "./prices.js";
import { stageFields } from "./stages.js";
import { standing } from "./standing.js";
import { startFields } from "./start.js";
import { timeFields } from "./time.js";
import "./panel.js";

export { labelOf };

/** A fault in one line: which field, and what is wrong with it. */
export const faultText = (issue: Issue): [field: string, wrong: string] => [
  labelOf(issue.path),
  issueText(issue, textOf(issue.path)),
];

/** How many there are, and which figures stand meanwhile. */
export const faultCount = (): string =>
  store.estimate ? stale(store.issues.length) : noneGood(store.issues.length);

/** The same for every stage, each under its name if there are several. */
export function eachStage(fields: (stage: number) => TemplateResult): TemplateResult[] {
  const stages = [...Array(stageCount()).keys()];
  return stages.map((stage) => {
    if (stages.length === 1) return fields(stage);
    // It goes by another.
    if (store.value(`/stages/${stage}/like`) !== undefined) return html``;
    const name = store.value(`/stages/${stage}/name`);
    return html`<h3>${ui.stage(stage + 1, typeof name === "string" ? name : "")}</h3>
      ${fields(stage)}`;
  });
}

const group = (name: string, title: string, fields: unknown): TemplateResult =>
  html`<div role="group" class=${`group-${name}`} aria-labelledby=${`form-${name}`}>
    <h3 id=${`form-${name}`}>${title}</h3>
    ${fields}
  </div>`;

export function form(): TemplateResult {
  const several = stageCount() > 1;
  const stages = group("stages", formText.stages, stageFields("form"));
  return html`<form
    class=${several ? "form several" : "form"}
    @submit=${(event: Event) => event.preventDefault()}
  >
    ${group("start", startText.title, startFields("form"))}
    ${
      several
        ? stages
        : [
            group("machines", ui.machines, machineFields("form", 0)),
            group("time", ui.time, timeFields("form", 0)),
          ]
    }
    ${group("place", ui.place, placeFields("form"))}
    ${group("hardware", formText.hardware, [hardwareFields("form"), scoreFields("form")])}
    ${group("prices", formText.prices, priceFields("form"))} ${several ? nothing : stages} ${standing()}
  </form>`;
}
