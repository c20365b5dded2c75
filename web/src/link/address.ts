// Keeps the address in step with the store, in both directions.
import type { Store } from "../state/store.js";
import type { Opened } from "./codec.js";

const pause = 300;

/** Ours, of whatever version; anything else is an anchor of the page. */
export const isLink = (fragment: string): boolean => /^#\d{1,6}\./.test(fragment);

export const canLink = (): boolean => typeof CompressionStream === "function";

// Most visits neither bring a link nor make one.
const codec = () => import("./codec.js");

export const read = async (fragment: string): Promise<Opened> =>
  isLink(fragment) ? (await codec()).decode(fragment) : { kind: "none" };

export const write = async (store: Store): Promise<string> => (await codec()).encode(store.linked);

function apply(store: Store, opened: Opened): void {
  if (opened.kind === "state") store.open(opened.linked);
  else if (opened.kind !== "none") store.say(opened);
}

export async function followStore(store: Store, first: Opened): Promise<void> {
  apply(store, first);

  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;
  let before = store.linked;
  store.subscribe(() => {
    const now = store.linked;
    // A visit that changes nothing leaves the address alone: the plain one is the better link.
    if (
      !store.touched ||
      !canLink() ||
      (now.scenario === before.scenario &&
        now.view.unit === before.view.unit &&
        now.view.model === before.view.model)
    )
      return;
    before = now;
    const mine = ++latest;
    clearTimeout(timer);
    timer = setTimeout(() => {
      write(store).then(
        (fragment) => {
          // Packing takes its time; a later change may have overtaken it.
          if (mine === latest) history.replaceState(history.state, "", fragment);
        },
        // Without the network the address stays as it was; the button for copying says so.
        () => undefined,
      );
    }, pause);
  });

  addEventListener("hashchange", () => {
    void read(location.hash).then((opened) => {
      apply(store, opened);
      // What came from the address needn't be written back to it.
      clearTimeout(timer);
      ++latest;
      before = store.linked;
    });
  });
}
