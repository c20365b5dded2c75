// A sum from a file: a scenario document, or an export that has one as its `scenario`.
import { ScenarioError, type Issue, type Scenario } from "../../calculator/load.js";
import { get } from "./pointer.js";
import type { Store } from "./store.js";

export interface Imported {
  opened: boolean;
  /** Of an opened sum: faults that its fields show. */
  issues: Issue[];
}

const isScenario = (value: unknown): value is Scenario =>
  get(value, "/schema") === "fivecars/scenario/1" && Array.isArray(get(value, "/stages"));

/** Nothing is thrown; what is no scenario leaves the sum as it is. The opened one is a step that Back and Undo undo. */
export function importText(store: Store, text: string): Imported {
  try {
    const document = store.calculator.parse(text);
    const scenario = [document, get(document, "/scenario")].find(isScenario);
    if (!scenario) {
      store.calculator.estimate(document as Scenario);
      return { opened: false, issues: [] };
    }
    const model = get(document, "/view/model");
    ++store.chosen;
    store.restore({
      scenario,
      view: { model: typeof model === "string" && store.model(model) ? model : null, unit: store.view.unit },
      estimated: null,
      typed: [],
    });
    return { opened: true, issues: store.issues };
  } catch (reason) {
    if (!(reason instanceof ScenarioError)) throw reason;
    return { opened: false, issues: reason.issues };
  }
}
