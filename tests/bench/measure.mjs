// Measuring in JavaScript, in Node and in a page alike. Times in microseconds.

/** Keeps a batch so long that the clock's grain doesn't show. */
const batch_ms = 40;

/** How long one go takes: the shortest mean of three batches. `run(n)` goes n times. */
export function time(run) {
  let n = 1;
  for (;;) {
    const start = performance.now();
    run(n);
    const took = performance.now() - start;
    if (took >= batch_ms / 2) {
      n = Math.max(1, Math.round((n * batch_ms) / took));
      break;
    }
    n = Math.ceil(n * Math.min(10, Math.max(2, batch_ms / Math.max(took, 0.1))));
  }
  let shortest = Infinity;
  for (let i = 0; i < 3; ++i) {
    const start = performance.now();
    run(n);
    shortest = Math.min(shortest, ((performance.now() - start) * 1000) / n);
  }
  return shortest;
}

const repeated = (work) => (n) => {
  for (let i = 0; i < n; ++i) work();
};

/**
 * @param {{ kernels: Loaded, calculator: Loaded, what_if: Loaded }} loaded each with `create`, what its .mjs exports, and `bytes`
 * @returns what can be asked for, one after the other, in the same process
 */
export async function bench({ kernels, calculator, what_if }) {
  const fresh = ({ create, bytes }) => create({ wasmBinary: bytes });
  const module = await fresh(kernels);
  const shipped = await fresh(calculator);
  const ranking = await fresh(what_if);
  const names = Array.from({ length: module.count() }, (_, i) => module.name(i));
  const scenario = JSON.parse(module.scenario());

  const doors = {
    // As the wrapper does it: a copy first, so that no getter runs while the module reads.
    estimate: () => shipped.estimate(structuredClone(scenario)),
    search_devices: () => ["a", "a1", "a10", "a100"].map((typed) => shipped.search("devices", typed, 20)),
    search_sites: () =>
      ["f", "fr", "fra", "fran", "frank", "frankf"].map((typed) => shipped.search("sites", typed, 20)),
    catalogue: () => shipped.catalogue(),
    rank: () => ["grids", "sites"].map((over) => ranking.rank({ schema: "fivecars/rank/1", scenario, over })),
  };

  return {
    kernels: names.map((name, i) => ({ name, what: module.what(i) })),
    size: { stages: module.stages(), uncertain: module.uncertain(), ranked: module.ranked() },
    doors: Object.keys(doors),
    kernel(name) {
      const i = names.indexOf(name);
      const result = module.run(i, 1);
      return { us: time((n) => module.run(i, n)), result };
    },
    door: (name) => ({ us: time(repeated(doors[name])) }),
    /** The first estimate with ranges of a new instance, which has yet to make the points. */
    async cold() {
      const cold = await fresh(kernels);
      cold.run(names.indexOf("best"), 1);
      const start = performance.now();
      cold.run(names.indexOf("ranges"), 1);
      return { us: (performance.now() - start) * 1000 };
    },
    /** Compiling and instantiating what ships, the bytes being there. */
    async start() {
      const start = performance.now();
      await fresh(calculator);
      return { us: (performance.now() - start) * 1000 };
    },
  };
}
