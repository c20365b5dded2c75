#!/usr/bin/env node
// The command line, compiled to WebAssembly. Its files, standard input and output are Node's own.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { brotliDecompressSync } from "node:zlib";

const require = createRequire(import.meta.url);

// A pipe or a terminal that doesn't block, as some shells and npx hand them on, has nothing yet, or no room: that is no
// fault, so it is asked again.
const fs = require("node:fs");
const pause = new Int32Array(new SharedArrayBuffer(4));
for (const name of ["readSync", "writeSync"]) {
  const once = fs[name];
  fs[name] = (...given) => {
    for (;;) {
      try {
        return once(...given);
      } catch (reason) {
        // Windows ends an input so.
        if (reason.code === "EOF") return 0;
        // A pipe by its name has no place to read from.
        if (reason.code === "ESPIPE" && name === "readSync" && given[4] !== null) {
          given[4] = null;
          continue;
        }
        if (reason.code !== "EAGAIN") throw reason;
        Atomics.wait(pause, 0, 0, 5);
      }
    }
  };
}

await require("../lib/cli.cjs")({
  arguments: process.argv.slice(2),
  wasmBinary: brotliDecompressSync(readFileSync(new URL("../lib/cli.wasm.br", import.meta.url))),
});
