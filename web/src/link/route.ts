// A published run by its name, for other pages to link to: `#model=bert-base`, `#model=bert-base&basis=one`.
import type { Store } from "../state/store.js";
import type { Opened } from "./codec.js";

const longestId = 100;
const most = 3;

export const route = (fragment: string): Opened => ({
  kind: "route",
  follow: (store) => {
    const asked = new URLSearchParams(fragment.slice(1));
    const id = (asked.get("model") ?? "").slice(0, longestId);
    const model = store.model(id);
    if (!model?.scenario && !model?.one_basis) {
      store.home();
      store.say({ kind: "unknown", id, near: near(store, id) });
      return;
    }
    store.choose(id, asked.get("basis") === "one" ? "one" : "published");
    // Until something is changed, this address is the better one.
    store.touched = false;
  },
});

/** Ids of those that its words fit; with fewer and fewer of its letters. */
function near(store: Store, id: string): string[] {
  for (let text = id.replace(/[\W_]+/g, " ").trim(); text.length > 2; text = text.slice(0, -1).trim()) {
    const { rows } = store.search("models", text);
    const found = rows.filter((row) => {
      const model = store.model(row.id);
      return model?.scenario ?? model?.one_basis;
    });
    if (found.length > 0) return found.slice(0, most).map((row) => row.id);
  }
  return [];
}
