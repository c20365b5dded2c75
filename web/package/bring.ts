// A module of the package brings its wasm along, as a script: so no bundler has to know how to carry it, and Node needs
// no file. Whoever has the bytes already, or wants them fetched from a place of his own, says so.
import type { ModuleOptions } from "../calculator/calculator-module.js";
import { inflated } from "../calculator/inflated.js";

export const bring =
  <Module>(
    create: (options: ModuleOptions) => Promise<Module>,
    wasm: () => Promise<{ default: string }>,
  ): ((options?: ModuleOptions) => Promise<Module>) =>
  async (options = {}) =>
    create(
      options.wasmBinary || options.locateFile
        ? options
        : { ...options, wasmBinary: await inflated((await wasm()).default) },
    );
