// JSON pointers into a document that may hold anything: a link can bring any JSON here.

const tokens = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((token) => token.replace(/~1/g, "/").replace(/~0/g, "~"));

/** An object or an array. */
export const isContainer = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

export function get(document: unknown, pointer: string): unknown {
  let at = document;
  for (const token of tokens(pointer)) {
    if (!isContainer(at) || !Object.hasOwn(at, token)) return undefined;
    at = at[token];
  }
  return at;
}

/** A copy of the document with this value there; objects and arrays on the way are made. */
export function put<T>(document: T, pointer: string, value: unknown): T {
  const copy = structuredClone(document);
  const path = tokens(pointer);
  const last = path.pop();
  if (last === undefined || !isContainer(copy)) return copy;
  let at: Record<string, unknown> = copy;
  path.forEach((token, i) => {
    let next = at[token];
    if (!isContainer(next)) at[token] = next = /^\d+$/.test(path[i + 1] ?? last) ? [] : {};
    at = next as Record<string, unknown>;
  });
  at[last] = value;
  return copy;
}

/** A copy without it. An object that is empty then goes too: `"grid": {}` would be a fault, no grid is a default. */
export function remove<T>(document: T, pointer: string): T {
  const copy = structuredClone(document);
  const path = tokens(pointer);
  const way: Record<string, unknown>[] = [];
  let at: unknown = copy;
  for (const token of path) {
    if (!isContainer(at) || !Object.hasOwn(at, token)) return copy;
    way.push(at);
    at = at[token];
  }
  for (let i = way.length - 1; i >= 0; --i) {
    const parent = way[i] as Record<string, unknown>;
    if (Array.isArray(parent)) break;
    delete parent[path[i] as string];
    if (Object.keys(parent).length > 0) break;
  }
  return copy;
}

/** Equal as JSON; the order of members doesn't matter. */
export function same(a: unknown, b: unknown): boolean {
  if (!isContainer(a) || !isContainer(b)) return a === b;
  const names = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && same(a[name], b[name]))
  );
}
