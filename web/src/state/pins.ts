// Results put aside to be compared. Each is an entry of its own, so that tabs never overwrite one another's.
import type { MassUnit, Scenario } from "../../calculator/documents.js";
import { same } from "./pointer.js";
import { forget, keep, kept, keptIds, prefix } from "./storage.js";

export interface Pin {
  id: string;
  title: string;
  scenario: Scenario;
  /** The published run that it started from; null for an own one. */
  model: string | null;
  unit: MassUnit;
  /** When it was pinned. */
  total_kg: number;
  /** ISO date. */
  pinned: string;
}

export const mostPins = 6;

const kind = "pin";
const longestTitle = 300;

export class Pins {
  #pins: Pin[] = [];
  #listeners = new Set<() => void>();
  #kept = true;

  constructor() {
    this.#read();
    // Only other tabs are told by it.
    globalThis.addEventListener?.("storage", ({ key }) => {
      if (key !== null && !key.startsWith(`${prefix}${kind}/`)) return;
      this.#read();
      this.#tell();
    });
  }

  /** The oldest first. */
  get all(): readonly Pin[] {
    return this.#pins;
  }

  /** False where the browser refuses: they last as long as the page, then. */
  get kept(): boolean {
    return this.#kept;
  }

  add(pin: Omit<Pin, "id" | "pinned">): "added" | "full" | "there" {
    if (this.#pins.some(({ scenario, model }) => model === pin.model && same(scenario, pin.scenario)))
      return "there";
    if (this.#pins.length >= mostPins) return "full";
    const added: Pin = {
      ...structuredClone(pin),
      title: pin.title.slice(0, longestTitle),
      id: fresh(),
      pinned: new Date().toISOString(),
    };
    this.#pins = [...this.#pins, added];
    this.#keep(added);
    this.#tell();
    return "added";
  }

  rename(id: string, title: string): void {
    this.#pins = this.#pins.map((pin) => {
      if (pin.id !== id) return pin;
      const renamed = { ...pin, title: title.slice(0, longestTitle) };
      this.#keep(renamed);
      return renamed;
    });
    this.#tell();
  }

  remove(id: string): void {
    forget("local", `${kind}/${id}`);
    this.#pins = this.#pins.filter((pin) => pin.id !== id);
    this.#tell();
  }

  clear(): void {
    for (const id of keptIds("local", kind)) forget("local", `${kind}/${id}`);
    this.#pins = [];
    this.#tell();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #keep(pin: Pin): void {
    if (!keep("local", `${kind}/${pin.id}`, pin)) this.#kept = false;
  }

  /** What couldn't be kept stays as long as the page does. */
  #read(): void {
    const read = keptIds("local", kind).flatMap((id) => checked(id, kept("local", `${kind}/${id}`)) ?? []);
    const mine = this.#kept ? [] : this.#pins.filter(({ id }) => !read.some((pin) => pin.id === id));
    this.#pins = [...read, ...mine].sort((a, b) => a.pinned.localeCompare(b.pinned)).slice(0, mostPins);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Anything may stand in storage: an older version's, another page's. What is inside the scenario the engine judges. */
function checked(id: string, value: unknown): Pin | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { title, scenario, model, unit, total_kg, pinned } = value as Partial<Record<keyof Pin, unknown>>;
  if (
    typeof title !== "string" ||
    typeof scenario !== "object" ||
    scenario === null ||
    (model !== null && typeof model !== "string") ||
    (unit !== "kg" && unit !== "lb" && unit !== "t") ||
    typeof total_kg !== "number" ||
    typeof pinned !== "string"
  )
    return undefined;
  return {
    id,
    title: title.slice(0, longestTitle),
    scenario: scenario as Scenario,
    model,
    unit,
    total_kg,
    pinned,
  };
}

/** `crypto.randomUUID` is missing where the page isn't served over HTTPS. */
const fresh = (): string =>
  [...crypto.getRandomValues(new Uint32Array(3))].map((n) => n.toString(36)).join("");

export const pins = new Pins();
