// The engine, once for every embed of a page, in whatever language.
import { loadCalculator, type Calculator } from "../calculator/load.js";

let loading: Promise<Calculator> | undefined;

export const engine = (): Promise<Calculator> =>
  (loading ??= loadCalculator().catch((reason: unknown) => {
    // The next try may have a connection.
    loading = undefined;
    throw reason;
  }));
