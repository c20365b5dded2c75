// The calculator in Node, from the bytes that ship.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { CalculatorModule } from "../../calculator/calculator-module.js";
import type { Catalogue, Estimate, Model, Scenario, Texts } from "../../calculator/documents.js";
import type { Difference } from "../../calculator/what-if.js";
import type { WhatIfModule } from "../../calculator/what-if-module.js";
import { typical } from "../../src/state/opening.js";

interface Modules {
  calculator: CalculatorModule;
  what_if: WhatIfModule;
}

/** What the pages are rendered from. */
export interface Made {
  engine: CalculatorModule;
  /** With the models' scenarios. */
  catalogue: Omit<Catalogue, "models"> & { models: Model[] };
  texts: Texts;
  /** Of the software by others, as it ships. */
  notices: string;
  /** Where the site and its sources are, if they are anywhere. */
  homepage: string | undefined;
  estimate(scenario: Scenario): Estimate;
  /** As it opens on the main page: as published if it can be, else on one basis. */
  opened(model: Model): Estimate | undefined;
  onOneBasis(model: Model): Estimate | undefined;
  diff(from: Scenario, to: Scenario): Difference;
}

/** From the folder of the project. */
export async function made(project: string): Promise<Made> {
  const wasm = `${project}build/wasm/`;
  const load = async <Name extends keyof Modules>(name: Name): Promise<Modules[Name]> => {
    const loaded: unknown = await import(/* @vite-ignore */ pathToFileURL(`${wasm}${name}.mjs`).href);
    const { default: create } = loaded as {
      default: (options: { wasmBinary: Uint8Array }) => Promise<Modules[Name]>;
    };
    return create({ wasmBinary: await readFile(`${wasm}${name}.wasm`) });
  };
  const json = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, "utf8"));
  const [engine, whatIf] = [await load("calculator"), await load("what_if")];

  const estimate = (scenario: Scenario): Estimate => {
    const result = engine.estimate(structuredClone(scenario));
    if ("issues" in result)
      throw new Error(
        `${scenario.title ?? "A scenario"} can't be calculated: ${JSON.stringify(result.issues)}`,
      );
    return result.estimate;
  };
  // Several pages show the same sums.
  const known = new Map<Scenario, Estimate>();
  const once = (scenario: Scenario | undefined): Estimate | undefined => {
    if (!scenario) return undefined;
    if (!known.has(scenario)) known.set(scenario, estimate(typical(scenario)));
    return known.get(scenario);
  };
  const texts = (await json(`${wasm}generated/texts.json`)) as Texts;
  const catalogue = engine.catalogue();
  const models = catalogue.models.map((row): Model => {
    const { scenario, one_basis } = texts.publications[row.id] ?? {};
    return { ...row, ...(scenario && { scenario }), ...(one_basis && { one_basis }) };
  });
  return {
    engine,
    catalogue: { ...catalogue, models },
    texts,
    notices: await readFile(`${project}THIRD-PARTY-NOTICES.txt`, "utf8"),
    homepage: ((await json(`${project}package.json`)) as { homepage?: string }).homepage,
    estimate,
    opened: ({ scenario, one_basis }) => once(scenario ?? one_basis),
    onOneBasis: ({ one_basis }) => once(one_basis),
    diff(from, to) {
      const answer = whatIf.diff({ schema: "fivecars/diff/1", from, to });
      if ("issues" in answer) throw new Error(`no difference: ${JSON.stringify(answer.issues)}`);
      return answer.result;
    },
  };
}
