// How long it ran, and how often.
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Time } from "../../calculator/documents.js";
import { store } from "../state/store.js";
import { fieldName, formText } from "#words/form.js";
import { choice, defaultOf, field, fromTrace, has, oneRunOf } from "./fields.js";

type TimeWay = "hours" | "device_hours" | "other";

export function timeFields(scope: string, stage: number): TemplateResult {
  const pointer = `/stages/${stage}/time`;
  const { limits } = store.catalogue;
  const way: TimeWay = has(`${pointer}/hours`)
    ? "hours"
    : has(`${pointer}/device_hours`)
      ? "device_hours"
      : "other";
  const fresh = (to: TimeWay) => (): Time =>
    to === "hours"
      ? { hours: fromTrace(stage, "t") as number }
      : { device_hours: (fromTrace(stage, "device_hours") ?? oneRunOf(stage)) as number };
  return html`
    ${choice(scope, {
      name: `time-${stage}`,
      legend: formText.timeHow,
      current: way,
      options: [
        ["hours", formText.timeHours],
        ["device_hours", formText.timeDevice],
      ],
      choose: (to: TimeWay) => store.switchWay(pointer, way, to, fresh(to)),
    })}
    ${way === "other" ? html`<p class="aside">${formText.timeOther}</p>` : nothing}
    ${
      has(`${pointer}/mfu`) || has(`${pointer}/parameters`) || has(`${pointer}/flop`)
        ? field(scope, {
            pointer: `${pointer}/mfu`,
            label: fieldName.mfu,
            limit: limits.mfu,
            ranged: true,
            whenEmpty: "absent",
            hint: `${formText.emptyMeans(defaultOf("mfu"))}; ${formText.mfuHint}`,
          })
        : nothing
    }
    ${way === "hours" ? field(scope, { pointer: `${pointer}/hours`, label: fieldName.hours, limit: limits.hours, ranged: true, hint: formText.hoursHint }) : nothing}
    ${
      way === "device_hours"
        ? field(scope, {
            pointer: `${pointer}/device_hours`,
            label: fieldName.deviceHours,
            limit: limits.device_hours,
            ranged: true,
            unit: "h",
          })
        : nothing
    }
    ${field(scope, {
      pointer: `/stages/${stage}/runs`,
      label: fieldName.runs,
      limit: limits.runs,
      whenEmpty: "absent",
      hint: `${formText.emptyMeans("1")}; ${formText.runsHint}`,
    })}
  `;
}
