// The small files of published models, beside the scripts.
import { languages } from "../src/text/languages.js";
import type { Asked } from "./asked.js";
import type { PublishedSum } from "./sum.js";

/** There is no such model, or it has no such sum. Known by its name: the views are other files. */
export class Unknown extends Error {
  override name = "Unknown";
}

/** Below the folder of the models. */
export const fileOf = ({ model, basis }: Asked): string =>
  `${model}/${basis === "one" ? "embed-one" : "embed"}.json`;

/** @throws {Unknown}, or whatever fetching throws. */
export async function published(asked: Asked, base: URL): Promise<PublishedSum> {
  const folder = asked.lang === languages[0] ? "" : `${asked.lang}/`;
  const file = `${folder}models/${fileOf(asked)}`;
  const answer = await fetch(new URL(file, base), { credentials: "omit", referrerPolicy: "no-referrer" });
  if (answer.status === 404) throw new Unknown(file);
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  return (await answer.json()) as PublishedSum;
}
