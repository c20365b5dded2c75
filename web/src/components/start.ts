// What the sum starts from: somebody's published run, or one's own, told by its hours or by the model's size.
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Scenario, Time } from "../../calculator/documents.js";
import { store } from "../state/store.js";
import { startText as words } from "#words/start.js";
import { has, titleField } from "./fields.js";
import type { SentencePiece } from "./sentence.js";

type Start = "model" | "own" | "computed";

const time = "/stages/0/time";

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

/** Among own runs the machines and the place stay as they are, and what was entered is there again on the way back. */
function begin(from: Start, to: Start, button: HTMLElement): void {
  if (to === "model") {
    void document.querySelector<SentencePiece>("fc-sentence")?.open("model", button);
    return;
  }
  if (from === to) return;
  if (from === "model" && to === "own") store.choose(null);
  else if (from === "model") store.startFrom(computedRun);
  else if (to === "computed") store.switchWay(time, "hours", to, () => computedTime);
  else {
    const hours = store.estimate?.trace.find(({ symbol }) => /^t(_1)?$/.test(symbol))?.value;
    store.switchWay(time, from, "hours", () => ({ hours: hours as number }));
  }
}

export function startFields(scope: string): TemplateResult {
  const { published } = store;
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
