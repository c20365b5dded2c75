import { announcement } from "#words/page.js";
import type { Store } from "../state/store.js";
import { fetchForm } from "./later.js";

// Long enough for a word or a number to be typed to its end.
const pause = 900;

let before = "";
/** What the next result is said with. */
export const sayBefore = (text: string): void => {
  before = `${text} `;
};

/** Tells the screen reader the result, or what is wrong, once the visitor pauses. */
export function announceChanges(store: Store): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  store.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const form = store.isStale ? await fetchForm() : null;
      // What lies behind an open panel isn't read out.
      const said =
        document.querySelector("dialog[open] form > [role=status]") ?? document.querySelector("#said");
      if (!said) return;
      said.textContent =
        before +
        (store.isStale
          ? store.issues.map((issue) => form?.faultText(issue).join(": ") ?? issue.message).join(". ")
          : announcement(told(store), store));
      before = "";
    }, pause);
  });
}

export const told = (store: Store) => ({
  scenario: store.scenario,
  model: store.published,
  estimate: store.estimate,
  changed: store.isChanged(),
  unit: store.view.unit,
});
