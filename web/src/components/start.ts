// What the sum starts from: somebody's published run, or one's own, told by its hours or by the model's size.
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Scenario, Time } from "../../calculator/documents.js";
import { get } from "../state/pointer.js";
import { store } from "../state/store.js";
import { startText as words } from "#words/start.js";
import { fromTrace, has, titleField } from "./fields.js";
import type { SentencePiece } from "./sentence.js";

type Start = "model" | "own" | "computed";

/** An example to change, as the store's own run is one: a small model on so many tokens. */
export const computedTime: Time = { parameters: 1e9, tokens: 2e10 };
const computedRun: Scenario = {
  schema: "fivecars/scenario/1",
  stages: [
    {
      name: "training",
      time: computedTime,
      power: { devices: [{ device: "nvidia-h100-sxm5-80gb", count: 8 }] },
    },
  ],
};

/** Of the first stage that has one. */
function timeOf(): string {
  const stages = store.value("/stages");
  const own = Array.isArray(stages) ? stages.findIndex((stage) => get(stage, "/like") === undefined) : 0;
  return `/stages/${Math.max(0, own)}/time`;
}

/** Among own runs the machines and the place stay as they are, and what was entered is there again on the way back. */
function begin(from: Start, to: Start, button: HTMLElement): void {
  const time = timeOf();
  if (to === "model") void document.querySelector<SentencePiece>("fc-sentence")?.open("model", button);
  else if (from === to) return;
  else if (from === "model") {
    if (to === "own") store.choose(null);
    else store.startFrom(computedRun);
  } else if (to === "computed") {
    const way = has(`${time}/device_hours`) ? "device_hours" : "hours";
    store.switchWay(time, way, to, () => computedTime);
  } else {
    const hours = fromTrace(Number(/\d+/.exec(time)), "t") as number;
    store.switchWay(time, from, "hours", () => ({ hours }));
  }
}

export function startFields(scope: string): TemplateResult {
  const { published } = store;
  const time = timeOf();
  const now: Start = published
    ? "model"
    : has(`${time}/parameters`) || has(`${time}/tokens`)
      ? "computed"
      : "own";
  const ways: [Start, string, string][] = [
    ["model", words.model, published ? words.modelNow(published.name) : words.modelPick],
    ["own", words.own, words.ownHow],
    ["computed", words.computed, words.computedHow],
  ];
  return html`<div class="starts">
      ${ways.map(
        ([way, name, how]) =>
          html`<button
            type="button"
            class="start"
            data-start=${way}
            aria-pressed=${way === now}
            @click=${({ currentTarget }: Event) => begin(now, way, currentTarget as HTMLElement)}
          >
            <b>${name}</b> <small>${how}</small>
          </button>`,
      )}
    </div>
    ${published ? nothing : titleField(scope)}`;
}
