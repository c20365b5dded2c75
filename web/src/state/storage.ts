// What this device keeps of the page, all under one prefix. A browser may refuse it (a private window, a sandbox, a
// full disk): everything goes on without, and whoever asks is told so. No words.

export type Area = "local" | "session";

export const prefix = "fivecars/";

/** Reading the property alone throws where storage is forbidden. */
function area(of: Area): Storage | null {
  try {
    return of === "local" ? localStorage : sessionStorage;
  } catch {
    return null;
  }
}

/** Ids of what is kept under `kind/`. */
export function keptIds(of: Area, kind: string): string[] {
  const start = `${prefix}${kind}/`;
  try {
    return Object.keys(area(of) ?? {}).flatMap((key) =>
      key.startsWith(start) ? [key.slice(start.length)] : [],
    );
  } catch {
    return [];
  }
}

/** The value kept there; undefined where there is none, or what is there is no JSON. */
export function kept(of: Area, name: string): unknown {
  try {
    const text = area(of)?.getItem(prefix + name);
    return typeof text === "string" ? (JSON.parse(text) as unknown) : undefined;
  } catch {
    return undefined;
  }
}

/** False where it is refused. */
export function keep(of: Area, name: string, value: unknown): boolean {
  try {
    const storage = area(of);
    storage?.setItem(prefix + name, JSON.stringify(value));
    return storage !== null;
  } catch {
    return false;
  }
}

export function forget(of: Area, name: string): void {
  try {
    area(of)?.removeItem(prefix + name);
  } catch {
    // Nothing can be there.
  }
}

/** All that the page ever kept on this device; what others keep at the same address stays. */
export function forgetAll(): void {
  for (const of of ["local", "session"] as const) {
    const storage = area(of);
    for (const key of Object.keys(storage ?? {})) if (key.startsWith(prefix)) storage?.removeItem(key);
  }
}
