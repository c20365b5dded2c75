// Keeps the address in step with the store, in both directions.
import type { Store } from "../state/store.js";
import type { Opened } from "./codec.js";

const pause = 300;
/** While somebody types on and on. */
const longest = 1000;

/** Ours, of whatever version, or the name of a published run; anything else is an anchor of the page. */
export const isLink = (fragment: string): boolean => /^#(\d{1,6}\.|model=)/.test(fragment);

export const canLink = (): boolean => typeof CompressionStream === "function";

// Most visits neither bring a link nor make one.
const codec = () => import("./codec.js");

export const read = async (fragment: string): Promise<Opened> =>
  fragment[1] === "m" && isLink(fragment)
    ? (await Promise.all([import("./route.js"), import("../state/sums.js")]))[0].route(fragment)
    : isLink(fragment)
      ? (await codec()).decode(fragment)
      : { kind: "none" };

export const write = async (store: Store): Promise<string> => (await codec()).encode(store.linked);

function apply(store: Store, opened: Opened): void {
  if (opened.kind === "state") store.open(opened.linked);
  else if (opened.kind === "route") opened.follow(store);
  else if (opened.kind !== "none") store.say(opened);
}

export async function followStore(store: Store, first: Opened): Promise<void> {
  apply(store, first);

  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: Store["linked"] | undefined;
  let since = 0;
  // Packing takes its time: one after the other, and none that the address itself has overtaken.
  let packing = Promise.resolve();
  let turn = 0;
  let before = store.linked;
  let chosen = store.chosen;

  const put = (linked: Store["linked"], push: boolean): void => {
    const mine = turn;
    packing = packing
      .then(async () => {
        const packed = await (await codec()).encode(linked);
        if (mine !== turn || packed === location.hash) return;
        if (push) history.pushState(null, "", packed);
        else history.replaceState(history.state, "", packed);
      })
      // Without the network the address stays as it was; the button for copying says so.
      .catch(() => undefined);
  };
  const flush = (): void => {
    clearTimeout(timer);
    if (waiting) put(waiting, false);
    waiting = undefined;
  };

  store.subscribe(() => {
    const now = store.linked;
    // A visit that changes nothing leaves the address alone: the plain one is the better link.
    if (
      !store.touched ||
      !canLink() ||
      (now.scenario === before.scenario &&
        now.view.unit === before.view.unit &&
        now.view.model === before.view.model &&
        now.view.set === before.view.set)
    )
      return;
    before = now;
    if (chosen !== store.chosen) {
      chosen = store.chosen;
      // The former sum as it was left, then another: Back leads to it.
      flush();
      put(now, true);
      return;
    }
    if (!waiting) since = performance.now();
    waiting = now;
    clearTimeout(timer);
    timer = setTimeout(flush, Math.max(0, Math.min(pause, since + longest - performance.now())));
  });
  document.addEventListener("visibilitychange", flush);
  addEventListener("pagehide", flush);

  addEventListener("hashchange", () => {
    const { hash } = location;
    if (hash && !isLink(hash)) return;
    clearTimeout(timer);
    waiting = undefined;
    const mine = ++turn;
    void read(hash).then((opened) => {
      if (mine !== turn) return;
      // What came from the address needn't be written back to it.
      if (opened.kind !== "state") store.home();
      apply(store, opened);
      // Nor what a published run, opened by its name, has just set off.
      ++turn;
      before = store.linked;
      chosen = store.chosen;
    });
  });
}
