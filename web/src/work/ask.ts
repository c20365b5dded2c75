// Asks the worker. One question at a time; of each kind the latest wins: what it overtakes is never worked out.
import type { Issue } from "../../calculator/documents.js";
import type { WhatIf } from "../../calculator/what-if.js";
import { scriptUrl } from "../trusted.js";
import address from "./what-if-worker.js?worker&url";

export interface Asked {
  call: keyof WhatIf;
  request: unknown;
}

export type Answered =
  | { kind: "result"; result: unknown }
  | { kind: "refused"; issues: Issue[] }
  | { kind: "failed"; reason: string };

export type Answer<Call extends keyof WhatIf> =
  | { kind: "result"; result: ReturnType<WhatIf[Call]> }
  | { kind: "refused"; issues: Issue[] }
  | { kind: "failed"; reason: string }
  /** By a later question of its kind. */
  | { kind: "overtaken" };

interface Waiting {
  asked: Asked;
  told: (answer: Answered | { kind: "overtaken" }) => void;
}

let worker: Worker | undefined;
/** What the worker has before it, and of which kind. */
let running: (Waiting & { of: string }) | undefined;
const waiting = new Map<string, Waiting>();

/** `of`: the kind of question, such as what is shown with its answer. Never rejects. */
export function ask<Call extends keyof WhatIf>(
  of: string,
  call: Call,
  request: Parameters<WhatIf[Call]>[0],
): Promise<Answer<Call>> {
  return new Promise((told) => {
    waiting.get(of)?.told({ kind: "overtaken" });
    waiting.set(of, { asked: { call, request }, told: told as Waiting["told"] });
    next();
  });
}

function next(): void {
  const [first] = waiting;
  if (running || !first) return;
  const [of, question] = first;
  waiting.delete(of);
  running = { ...question, of };
  try {
    worker ??= start();
    worker.postMessage(question.asked);
  } catch (reason) {
    fail(String(reason).slice(0, 200));
  }
}

function start(): Worker {
  const made = new Worker(scriptUrl(new URL(address, import.meta.url)), { type: "module" });
  made.onmessage = ({ data }: MessageEvent<Answered>) => {
    if (data.kind === "failed") return fail(data.reason);
    done(data);
  };
  made.onerror = (event) => {
    event.preventDefault();
    fail(event.message || "worker");
  };
  return made;
}

/** Whoever asks again starts another. */
function fail(reason: string): void {
  worker?.terminate();
  worker = undefined;
  done({ kind: "failed", reason });
}

function done(answered: Answered): void {
  const question = running;
  running = undefined;
  question?.told(waiting.has(question.of) ? { kind: "overtaken" } : answered);
  next();
}
