// What a release is called, and how its files are told apart.
import { createHash } from "node:crypto";

export const schema = "fivecars/release/1";

/** What posts name. Whatever else a release has is found from them. */
export const named = ["embed.js", "embed.html", "embed-height.js"];

/** As web/src/link/releases.ts reads it, too: what comes before a release has none of its own. */
export const isVersion = (text) => /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(text);

export const digest = (algorithm, bytes) =>
  `${algorithm}-${createHash(algorithm).update(bytes).digest("base64")}`;

/** As browsers check it. */
export const integrityOf = (script) => digest("sha384", script);

/** What can't be done, and every reason for it. */
export class Refused extends Error {
  /** @param {string[]} faults */
  constructor(faults) {
    super(faults.join("\n"));
    this.faults = faults;
  }
}
