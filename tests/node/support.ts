// The calculator from the bytes that ship, and the places of this repository.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  loadCalculator,
  type Calculator,
  type Issue,
  type Scenario,
  ScenarioError,
  type Texts,
} from "../../web/calculator/load.js";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
export const at = (path: string): string => root + path;

/** What is kept beside the module: the models' scenarios, among others. */
export const texts = JSON.parse(readFileSync(at("build/wasm/generated/texts.json"), "utf8")) as Texts;

/** As the authors have it. */
export function scenarioOf(model: string): Scenario {
  const scenario = texts.publications[model]?.scenario;
  if (!scenario) throw new Error(`${model} has no scenario`);
  return scenario;
}

export const load = (): Promise<Calculator> =>
  loadCalculator({ wasmBinary: readFileSync(at("build/wasm/calculator.wasm")) });

/** The faults of a scenario that must be refused. Fails if it isn't, or if something else is thrown. */
export function faultsOf(calculate: () => unknown): Issue[] {
  try {
    calculate();
  } catch (error) {
    if (error instanceof ScenarioError) return error.issues;
    throw error;
  }
  throw new Error("It was not refused.");
}

export interface CommandResult {
  status: number | null;
  stdout: string;
  stderr: string;
}

export function run(program: string, args: string[], input: string | Buffer = ""): CommandResult {
  const { status, stdout, stderr } = spawnSync(at(program), args, { input, encoding: "utf8" });
  return { status, stdout, stderr };
}

export function shell(command: string): CommandResult {
  const { status, stdout, stderr } = spawnSync("sh", ["-c", command], { encoding: "utf8" });
  return { status, stdout, stderr };
}

/** The native command line. */
export const fivecars = (args: string[], input: string | Buffer = ""): CommandResult =>
  run("build/native/fivecars", args, input);
