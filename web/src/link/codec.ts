// A link: `#1.` + base64url(deflate-raw(JSON)). The fixtures in tests/links must open for ever.
import type { Step } from "../../calculator/documents.js";
import type { Figures, Linked, Store } from "../state/store.js";
import { figuresOf } from "./figures.js";

export type Opened =
  | { kind: "state"; linked: Linked }
  /** A published run by its name: route.ts. */
  | { kind: "route"; follow: (store: Store) => void }
  /** No link of ours: an anchor of the page, or nothing. */
  | { kind: "none" }
  | { kind: "newer"; version: number }
  | { kind: "corrupt" }
  | { kind: "too-large" }
  | { kind: "unsupported" };

const version = 1;
// A few hundred bytes are usual. A bomb of zeros must not fill the memory.
const longestFragment = 200_000;
const longestText = 1_000_000;
const deepest = 64;

class TooLarge extends Error {}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export async function encode({ trace = [], ...linked }: Linked & { trace?: Step[] }): Promise<string> {
  const figures = linked.total === null ? {} : figuresOf(trace);
  const packed = await through(
    new TextEncoder().encode(
      JSON.stringify(Object.keys(figures).length > 0 ? { ...linked, figures } : linked),
    ),
    new CompressionStream("deflate-raw"),
    Infinity,
  );
  let binary = "";
  for (const byte of packed) binary += String.fromCharCode(byte);
  return `#${version}.${btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "")}`;
}

export async function decode(fragment: string): Promise<Opened> {
  const parts = /^#(\d{1,6})\.(.*)$/s.exec(fragment);
  if (!parts) return { kind: "none" };
  const [, number = "", body = ""] = parts;
  if (Number(number) > version) return { kind: "newer", version: Number(number) };
  if (Number(number) < version) return { kind: "corrupt" };
  if (body.length > longestFragment) return { kind: "too-large" };
  if (typeof DecompressionStream !== "function") return { kind: "unsupported" };
  try {
    if (!/^[\w-]+$/.test(body)) return { kind: "corrupt" };
    const packed = Uint8Array.from(atob(body.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
    const text = new TextDecoder("utf-8", { fatal: true }).decode(
      await through(packed, new DecompressionStream("deflate-raw"), longestText),
    );
    const linked = isDeep(text) ? undefined : checked(JSON.parse(text));
    return linked ? { kind: "state", linked } : { kind: "corrupt" };
  } catch (reason) {
    return { kind: reason instanceof TooLarge ? "too-large" : "corrupt" };
  }
}

/** No entry of a table has a longer name. */
const isFigure = ([entry, value]: [string, unknown]): boolean => entry.length < 200 && Number.isFinite(value);

/** As deep as the engine reads a text; a page that follows a deeper one would run out of stack. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (const [mark] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g))
    if (mark === "[" || mark === "{") {
      if (++depth > deepest) return true;
    } else if (mark === "]" || mark === "}") --depth;
  return false;
}

/** What is inside the scenario is for the engine to judge. */
function checked(value: unknown): Linked | undefined {
  if (!isObject(value) || !isObject(value["scenario"])) return undefined;
  const { scenario, view, data_version, total, figures } = value;
  if (typeof data_version !== "string" || data_version.length > 100) return undefined;
  if (total !== null && typeof total !== "number") return undefined;
  return {
    scenario,
    view: isObject(view) ? view : {},
    data_version,
    total,
    ...(isObject(figures) && Object.entries(figures).every(isFigure) ? { figures: figures as Figures } : {}),
  };
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  longest: number,
): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > longest) {
      await reader.cancel();
      throw new TooLarge();
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
