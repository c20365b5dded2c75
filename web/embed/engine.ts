// The engine, once for every embed of a page, in whatever language.
import { loadCalculator, type Calculator } from "../calculator/load.js";

let bytes: (() => Promise<Uint8Array>) | undefined;
/** Where it isn't to be fetched: what brings its wasm. */
export const bring = (wasm: typeof bytes): void => void (bytes = wasm);

let loading: Promise<Calculator> | undefined;

export const engine = (): Promise<Calculator> =>
  (loading ??= (async () => loadCalculator(bytes && { wasmBinary: await bytes() }))().catch(
    (reason: unknown) => {
      // The next try may have a connection.
      loading = undefined;
      throw reason;
    },
  ));
