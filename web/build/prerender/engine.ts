// The calculator in Node, from the bytes that ship.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { CalculatorModule } from "../../calculator/calculator-module.js";
import type { Texts } from "../../calculator/documents.js";

/** What the pages are rendered from. */
export interface Made {
  engine: CalculatorModule;
  texts: Texts;
  /** Of the software by others, as it ships. */
  notices: string;
}

/** From the folder of the project. */
export async function made(project: string): Promise<Made> {
  const wasm = `${project}build/wasm/`;
  const loaded: unknown = await import(/* @vite-ignore */ pathToFileURL(`${wasm}calculator.mjs`).href);
  const { default: create } = loaded as {
    default: (options: { wasmBinary: Uint8Array }) => Promise<CalculatorModule>;
  };
  return {
    engine: await create({ wasmBinary: await readFile(`${wasm}calculator.wasm`) }),
    texts: JSON.parse(await readFile(`${wasm}generated/texts.json`, "utf8")) as Texts,
    notices: await readFile(`${project}THIRD-PARTY-NOTICES.txt`, "utf8"),
  };
}
