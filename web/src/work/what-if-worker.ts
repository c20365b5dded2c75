// The what-ifs, in a thread of their own: a ranking with its ranges may take a second, and the page is not to wait.
import { loadWhatIf, ScenarioError, type WhatIf } from "../../calculator/what-if.js";
import type { Answered, Asked } from "./ask.js";

const started = loadWhatIf();
// Said with the first answer: until then nobody asks.
started.catch(() => undefined);

addEventListener("message", ({ data }: MessageEvent<Asked>) => {
  void answer(data).then((answered) => postMessage(answered));
});

async function answer({ call, request }: Asked): Promise<Answered> {
  let module: WhatIf;
  try {
    module = await started;
  } catch (reason) {
    return { kind: "failed", reason: String(reason).slice(0, 200) };
  }
  try {
    return { kind: "result", result: module[call](request as never) };
  } catch (reason) {
    if (reason instanceof ScenarioError) return { kind: "refused", issues: reason.issues };
    return { kind: "failed", reason: String(reason).slice(0, 200) };
  }
}
