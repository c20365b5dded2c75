// Steps back and forth through the sums of a tab. Kept with the tab, so that a reload loses none of them.
import { isContainer, same } from "./pointer.js";
import { forget, keep, kept } from "./storage.js";
import type { Kept, Store } from "./store.js";

/** While somebody types on, or drags on. */
const pause = 1000;
const most = 100;
const name = "history";

interface Saved {
  steps: Kept[];
  at: number;
  /** The address at which it was saved: a change may not have got into it any more. */
  hash: string;
}

const alike = (a: Kept | undefined, b: Kept): boolean =>
  a !== undefined && same(a.scenario, b.scenario) && same(a.view, b.view);

export class History {
  /** False once the browser refused to keep it. */
  isKept = true;

  #store: Store;
  #entry: () => unknown;
  #steps: Kept[];
  #at = 0;
  #last: { entry: unknown; time: number } | undefined;
  #moving = false;
  #dirty = false;

  /** `begin` is how the store opened; `entry` is what is being typed into or dragged, if anything is. */
  constructor(store: Store, begin: Kept, entry: () => unknown) {
    this.#store = store;
    this.#entry = entry;
    const saved = checked(kept("session", name));
    this.#steps = saved?.steps ?? [];
    this.#at = saved?.at ?? 0;
    const unsaved = saved?.hash === location.hash ? this.#steps[this.#at] : undefined;
    if (this.#steps.length === 0) this.#steps = [begin];
    else if (unsaved && alike(begin, store.kept) && !alike(unsaved, begin)) this.#show(this.#at);
    else this.#arrive(begin);
    // What changed before this came.
    this.#arrive(store.kept);
    store.subscribe(() => this.#follow());
  }

  get canUndo(): boolean {
    return this.#at > 0;
  }
  get canRedo(): boolean {
    return this.#at < this.#steps.length - 1;
  }
  /** The sums on both sides of the step that leads back or forth. */
  between(by: -1 | 1): [Kept | undefined, Kept | undefined] {
    return [this.#steps[this.#at], this.#steps[this.#at + by]];
  }

  move(by: -1 | 1): boolean {
    if (!this.#steps[this.#at + by]) return false;
    this.#show(this.#at + by);
    return true;
  }

  /** Only the present remains. */
  clear(): void {
    this.#steps = [this.#store.kept];
    this.#at = 0;
    this.#last = undefined;
    this.#dirty = false;
    forget("session", name);
  }

  /** Half of the steps will do where there is no room for all. */
  save(): void {
    if (!this.#dirty) return;
    this.#dirty = false;
    for (let from = 0; ; from += Math.ceil((this.#steps.length - from) / 2)) {
      if (from > this.#at) break;
      const saved: Saved = { steps: this.#steps.slice(from), at: this.#at - from, hash: location.hash };
      if (keep("session", name, saved)) return;
    }
    this.isKept = false;
  }

  #show(at: number): void {
    const step = this.#steps[at];
    if (!step) return;
    this.#at = at;
    this.#last = undefined;
    this.#dirty = true;
    this.#moving = true;
    this.#store.restore(step);
    this.#moving = false;
  }

  #follow(): void {
    if (this.#moving) return;
    const now = this.#store.kept;
    const present = this.#steps[this.#at];
    if (!present || (now.scenario === present.scenario && now.view === present.view)) return;
    if (!this.#store.touched) return this.#arrive(now);
    this.#dirty = true;
    const entry = this.#entry();
    const time = performance.now();
    const goesOn =
      entry !== undefined && entry === this.#last?.entry && time - this.#last.time < pause && this.#at > 0;
    if (alike(present, now)) {
      // Written otherwise ("79.20"), and the same.
      this.#steps[this.#at] = now;
      return;
    }
    this.#last = { entry, time };
    this.#steps.length = this.#at + 1;
    if (!goesOn) this.#push(now);
    else if (alike(this.#steps[this.#at - 1], now)) {
      // Typed and taken back.
      this.#steps.length = this.#at--;
      this.#steps[this.#at] = now;
      this.#last = undefined;
    } else this.#steps[this.#at] = now;
  }

  /** By the address: the browser's own steps are ours, where they are the same. */
  #arrive(now: Kept): void {
    const by = [0, -1, 1].find((way) => alike(this.#steps[this.#at + way], now));
    this.#last = undefined;
    this.#dirty = true;
    if (by !== undefined) this.#at += by;
    else {
      this.#steps.length = this.#at + 1;
      this.#push(now);
    }
  }

  #push(now: Kept): void {
    this.#steps.push(now);
    if (this.#steps.length > most) this.#steps.shift();
    this.#at = this.#steps.length - 1;
  }
}

function checked(value: unknown): Saved | undefined {
  if (!isContainer(value)) return undefined;
  const { steps, at, hash } = value;
  if (!Array.isArray(steps) || typeof at !== "number" || typeof hash !== "string") return undefined;
  const whole = steps.every(
    (step: unknown) =>
      isContainer(step) &&
      isContainer(step["scenario"]) &&
      isContainer(step["view"]) &&
      Array.isArray(step["typed"]),
  );
  return whole && steps[at] ? { steps: steps as Kept[], at, hash } : undefined;
}
