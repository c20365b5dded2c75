// Where in a scenario each input stands that a reader may change, or why it can't be changed there.
import type { Scenario } from "../calculator/documents.js";
import { get } from "../src/state/pointer.js";
import type { embed } from "#words/embed.js";
import type { Input } from "./sum.js";

export type Hindrance = keyof typeof embed.cannot;

export interface Standing {
  pointer: string;
  /** What stands there; a range by its best. Undefined where a usual value is taken. */
  value: number | undefined;
}

const best = (value: unknown): number | undefined => {
  const number = get(value, "/best") ?? value;
  return typeof number === "number" ? number : undefined;
};

export function standing(input: Input, scenario: Scenario): Standing | Hindrance {
  const at = (pointer: string): Standing => ({ pointer, value: best(get(scenario, pointer)) });
  const stages = Array.isArray(scenario.stages) ? scenario.stages : [];
  if (input === "place" || input === "pue") {
    if (stages.some((stage) => get(stage, "/site") !== undefined)) return "places";
    // What was read at the meter holds the PUE already.
    if (input === "pue" && stages.some((stage) => get(stage, "/energy/meter_kwh") !== undefined))
      return "absent";
    return at(input === "pue" ? "/site/pue" : "/site/grid");
  }
  if (stages.length !== 1) return "stages";
  if (input === "runs") return { ...at("/stages/0/runs"), value: at("/stages/0/runs").value ?? 1 };
  if (input === "hours") {
    const hours = at("/stages/0/time/hours");
    const found = hours.value === undefined ? at("/stages/0/time/device_hours") : hours;
    return found.value === undefined ? "absent" : found;
  }
  if (get(scenario, "/stages/0/power/measured_w") !== undefined) return "measured";
  const count = at("/stages/0/power/devices/0/count");
  return count.value === undefined || get(scenario, "/stages/0/power/devices/1") !== undefined
    ? "absent"
    : count;
}
