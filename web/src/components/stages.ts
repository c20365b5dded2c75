// The stages of a sum: what else was run, beside or before the run itself.
import { html, nothing, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import type { PipelineRow, Site, Stage } from "../../calculator/documents.js";
import { get } from "../state/pointer.js";
import { firstDevice, store } from "../state/store.js";
import { formText } from "#words/form.js";
import { stageNamed, ui } from "#words/page.js";
import { startText } from "#words/start.js";
import { exact, percent } from "../text/numbers.js";
import { field, fieldId, stageCount } from "./fields.js";
import { machineFields } from "./machines.js";
import { placeFields } from "./place.js";
import { timeFields } from "./time.js";

/** Those of a link may be anything. */
const stages = (): Stage[] => {
  const all = store.value("/stages");
  return Array.isArray(all) ? (all as Stage[]) : [];
};

const isLike = (stage: unknown): boolean => get(stage, "/like") !== undefined;

const nameOf = (i: number): string => {
  const name = store.value(`/stages/${i}/name`);
  return typeof name === "string" && name ? stageNamed(name) : ui.stage(i + 1, "");
};

/** Another order, or fewer; what goes by another stage goes by the same one, or by the first that it can. */
function arrange(order: number[]): void {
  const all = stages();
  const first = Math.max(
    0,
    order.findIndex((from) => !isLike(all[from])),
  );
  store.restage(
    order.map((from) => {
      const stage = all[from] as Stage;
      if (!stage.like) return stage;
      const now = order.indexOf(stage.like.stage);
      return { ...stage, like: { ...stage.like, stage: now < 0 ? first : now } };
    }),
  );
}

function append(...more: Stage[]): void {
  const all = stages().map((stage, i) =>
    // From now on it is one of several.
    i === 0 && !isLike(stage) && stage.name === undefined ? { name: "training", ...stage } : stage,
  );
  store.restage([...all, ...more]);
}

/** On the machines that the run before it has; its time is for the visitor to say. */
function fresh(): Stage {
  const known = stages()
    .flatMap((stage) => stage?.power?.devices ?? [])
    .findLast((row) => row?.device !== undefined && row.count !== undefined);
  const { device = firstDevice, count = 1 } = known ?? {};
  return { name: formText.newStage, time: { hours: 1 }, power: { devices: [{ device, count }] } };
}

export function stageFields(scope: string): TemplateResult {
  const all = stages().slice(0, stageCount());
  const own = all.filter((stage) => !isLike(stage)).length;
  return html`${
      all.length > 1
        ? html`<ol class="stage-list">
            ${all.map((stage, i) => one(scope, stage, i, own))}
          </ol>`
        : html`<p class="aside">${formText.oneStage}</p>`
    }
    <div class="stage-add">
      <button type="button" class="quiet" @click=${() => append(fresh())}>${formText.addStage}</button>
      ${elsewhere(scope)}
    </div>`;
}

function one(scope: string, stage: Stage, i: number, own: number): TemplateResult {
  const at = `/stages/${i}`;
  const id = `${scope}${fieldId(at)}-name`;
  const order = stages().map((_, n) => n);
  const moved = (by: number): number[] => {
    const next = [...order];
    [next[i], next[i + by]] = [i + by, i];
    return next;
  };
  /** Who works with keys stays with the stage that was moved, or with the one that is left. */
  const act = (
    text: string,
    sign: string,
    possible: boolean,
    to: () => number[],
    next: number,
  ): TemplateResult =>
    html`<button
      type="button"
      class="act"
      aria-label=${`${text}: ${nameOf(i)}`}
      title=${text}
      ?disabled=${!possible}
      @click=${(event: Event) => {
        const list = (event.target as Element).closest(".group-stages");
        arrange(to());
        setTimeout(() => {
          const buttons = list?.querySelectorAll<HTMLButtonElement>(`[data-stage="${next}"] .act:enabled`);
          const same = [...(buttons ?? [])].find((button) => button.title === text);
          (same ?? buttons?.[0] ?? list?.querySelector<HTMLElement>(".stage-add button"))?.focus();
        });
      }}
    >
      ${sign}
    </button>`;
  const { stages: estimated, total_kg } = store.estimate ?? {};
  const kg = estimated?.[i]?.total_kg.best ?? 0;
  const whole = total_kg?.best ?? 0;
  return html`<li data-stage=${i}>
    <h4 class="sr">${ui.stage(i + 1, nameOf(i))}</h4>
    <div class="stage-head">
      <div class="field">
        <label for=${id}>${ui.stage(i + 1, "")}<span class="sr">: ${formText.stageName}</span></label>
        <span class="box"
          ><input
            id=${id}
            type="text"
            maxlength="80"
            autocomplete="off"
            .value=${live(typeof stage?.name === "string" ? stageNamed(stage.name) : "")}
            @input=${(event: Event) => {
              const text = (event.target as HTMLInputElement).value;
              if (text) store.set(`${at}/name`, text);
              else store.clear(`${at}/name`);
            }}
        /></span>
      </div>
      <p class="hint">
        ${whole > 0 && estimated?.length === order.length ? formText.shareOf(percent(kg / whole)) : nothing}
      </p>
      <div class="acts">
        ${act(formText.earlier, "↑", i > 0, () => moved(-1), i - 1)}
        ${act(formText.later, "↓", i < order.length - 1, () => moved(1), i + 1)}
        ${act(formText.drop, "✕", isLike(stage) || own > 1, () => order.filter((n) => n !== i), Math.max(0, i - 1))}
      </div>
    </div>
    ${isLike(stage) ? likeField(scope, i) : ownFields(scope, i)}
  </li>`;
}

/** Its machines, its time and its place beside each other. */
const ownFields = (scope: string, i: number): TemplateResult =>
  html`<div class="stage-parts">
    <div>
      <h5>${startText.stageMachines}</h5>
      ${machineFields(scope, i)}
    </div>
    <div>
      <h5>${startText.stageTime}</h5>
      ${timeFields(scope, i)}
    </div>
    <div>
      <h5>${startText.stagePlace}</h5>
      ${placeOf(scope, i)}
    </div>
  </div>`;

function likeField(scope: string, i: number): TemplateResult {
  const of = store.value(`/stages/${i}/like/stage`);
  const name = typeof of === "number" ? nameOf(of) : "";
  return field(scope, {
    pointer: `/stages/${i}/like/times`,
    label: formText.timesOf(name),
    limit: store.catalogue.limits.times,
    ranged: true,
    ...sourceOf(i),
  });
}

function sourceOf(i: number): { hint?: string } {
  const { name, cited } = store.pipelineAt(`/stages/${i}`) ?? {};
  const label = store.catalogue.sources.find(({ id }) => id === cited?.source)?.label;
  return name ? { hint: [name, label].filter(Boolean).join(": ") } : {};
}

function placeOf(scope: string, i: number): TemplateResult {
  const at = `/stages/${i}/site`;
  const has = store.value(at) !== undefined;
  const start = (): Site => {
    const site = store.value("/site") as Site | undefined;
    return site && Object.keys(site).length > 0 ? site : { grid: { id: store.catalogue.default_grid } };
  };
  return html`<label class="check"
      ><input
        type="checkbox"
        .checked=${live(has)}
        @change=${() => store.replace(at, has ? undefined : start())}
      /><span>${formText.ownPlace}</span></label
    >${has ? placeFields(scope, at) : html`<p class="hint">${startText.placeOfAll}</p>`}`;
}

/** What others spent around their runs, as so many times this one. */
function elsewhere(scope: string): TemplateResult {
  const id = `${scope}-pipelines`;
  const add = ({ stages: known }: PipelineRow): void => {
    const stage = Math.max(
      0,
      stages().findIndex((one) => !isLike(one)),
    );
    append(
      ...known.map(({ name, times: { best, low, high } }) => ({
        name,
        like: { stage, times: low < high ? { best, low, high } : best },
      })),
    );
  };
  return html`<div class="elsewhere" role="group" aria-labelledby=${id}>
    <p id=${id} class="hint">${formText.addHow}</p>
    <ul>
      ${store.catalogue.pipelines.map((pipeline) => {
        const times = pipeline.stages.reduce((sum, { times: { best } }) => sum + best, 0);
        return html`<li>
          <button type="button" class="quiet" data-pipeline=${pipeline.id} @click=${() => add(pipeline)}>
            ${formText.add}<span class="sr">: ${pipeline.name}</span>
          </button>
          <span>${formText.times(pipeline.name, exact(times))}</span>
        </li>`;
      })}
    </ul>
  </div>`;
}
