// How long it ran, and how often.
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Time } from "../../calculator/documents.js";
import { store } from "../state/store.js";
import { fieldName, formText } from "#words/form.js";
import { startText } from "#words/start.js";
import { choice, defaultOf, defaultValue, field, fromTrace, has, oneRunOf } from "./fields.js";
import { computedTime } from "./start.js";

type TimeWay = "hours" | "device_hours" | "computed" | "other";

export function timeFields(scope: string, stage: number): TemplateResult {
  const pointer = `/stages/${stage}/time`;
  const { limits } = store.catalogue;
  const way: TimeWay = has(`${pointer}/hours`)
    ? "hours"
    : has(`${pointer}/device_hours`)
      ? "device_hours"
      : has(`${pointer}/parameters`) || has(`${pointer}/tokens`)
        ? "computed"
        : "other";
  const fresh = (to: TimeWay) => (): Time =>
    to === "hours"
      ? { hours: fromTrace(stage, "t") as number }
      : to === "device_hours"
        ? { device_hours: (fromTrace(stage, "device_hours") ?? oneRunOf(stage)) as number }
        : { ...computedTime };
  return html`
    ${choice(scope, {
      name: `time-${stage}`,
      legend: formText.timeHow,
      current: way,
      options: [
        ["hours", formText.timeHours],
        ["device_hours", formText.timeDevice],
        ["computed", startText.timeComputed],
      ],
      choose: (to: TimeWay) => store.switchWay(pointer, way, to, fresh(to)),
    })}
    ${way === "other" ? html`<p class="aside">${formText.timeOther}</p>` : nothing}
    ${way === "computed" ? computedFields(scope, pointer) : nothing}
    ${
      way === "computed" || has(`${pointer}/mfu`) || has(`${pointer}/flop`)
        ? field(scope, {
            pointer: `${pointer}/mfu`,
            label: fieldName.mfu,
            limit: limits.mfu,
            ranged: true,
            whenEmpty: "absent",
            slide: { from: 0.01, to: 1 },
            instead: defaultValue("mfu"),
            hint: `${formText.emptyMeans(defaultOf("mfu"))}; ${formText.mfuHint}`,
          })
        : nothing
    }
    ${
      way === "hours"
        ? field(scope, {
            pointer: `${pointer}/hours`,
            label: fieldName.hours,
            limit: limits.hours,
            ranged: true,
            kind: "time",
            slide: "wide",
            hint: startText.hoursHint,
          })
        : nothing
    }
    ${
      way === "device_hours"
        ? field(scope, {
            pointer: `${pointer}/device_hours`,
            label: fieldName.deviceHours,
            limit: limits.device_hours,
            ranged: true,
            unit: "h",
            kind: "amount",
            slide: "wide",
          })
        : nothing
    }
    ${field(scope, {
      pointer: `/stages/${stage}/runs`,
      label: fieldName.runs,
      limit: limits.runs,
      whenEmpty: "absent",
      slide: "wide",
      instead: 1,
      hint: `${formText.emptyMeans("1")}; ${formText.runsHint}`,
    })}
  `;
}

/** The size of the model and of what it learned from; the machines' speed says how long that takes. */
function computedFields(scope: string, pointer: string): TemplateResult {
  return html`${(["parameters", "tokens"] as const).map((name) =>
    field(scope, {
      pointer: `${pointer}/${name}`,
      label: startText[name],
      ranged: true,
      kind: "amount",
      slide: "wide",
      hint: startText[`${name}Hint`],
    }),
  )}
  ${field(scope, {
    pointer: `${pointer}/epochs`,
    label: startText.epochs,
    ranged: true,
    whenEmpty: "absent",
    hint: formText.emptyMeans("1"),
  })}`;
}
