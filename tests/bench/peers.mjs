// Others' arithmetic beside ours: what npm has that turns machine time into emissions. The same sum wherever a
// library can do it: 100 hours at 3 kW, a PUE of 1.2, 0.3 kg/kWh, so 108 kg. What they leave out (catalogues of
// machines and places, steps, ranges, faults with their places) they don't pay for either: `what` says which.
import { readFileSync } from "node:fs";
import path from "node:path";
import { time } from "./measure.mjs";

const hours = 100;
const watts = 3000;
const pue = 1.2;
const kg_per_kwh = 0.3;
const kg = (hours * watts * pue * kg_per_kwh) / 1000;

function same(who, is) {
  if (Math.abs(is / kg - 1) > 1e-9) throw new Error(`${who}: ${is} kg, expected ${kg}`);
}

/** The shortest of all rounds, where one go is asynchronous. */
async function time_async(run) {
  const goes = 2000;
  let shortest = Infinity;
  for (let i = 0; i < 4; ++i) {
    const start = performance.now();
    for (let n = 0; n < goes; ++n) await run();
    shortest = Math.min(shortest, ((performance.now() - start) * 1000) / goes);
  }
  return shortest;
}

const repeated = (work) => (n) => {
  for (let i = 0; i < n; ++i) work();
};

async function five_cars(file) {
  const { default: create } = await import(path.resolve(`${file}.mjs`));
  const module = await create({ wasmBinary: readFileSync(`${file}.wasm`) });
  const scenario = {
    schema: "fivecars/scenario/1",
    embodied: false,
    stages: [{ time: { hours }, power: { measured_w: watts } }],
    site: { pue, grid: { kg_per_kwh } },
  };
  const go = () => module.estimate(structuredClone(scenario));
  same("Five Cars", go().estimate.operational_kg.best);
  return {
    who: "Five Cars, the module that ships",
    what: "the sum from its document, checked; every step of it; equivalents with their ranges",
    go: () => time(repeated(go)),
  };
}

async function cloud_carbon_footprint() {
  process.noDeprecation = true; // of a field in its package.json
  const { default: core } = await import("@cloud-carbon-footprint/core");
  const estimator = new core.ComputeEstimator();
  const usage = [
    { cpuUtilizationAverage: 100, vCpuHours: hours, usesAverageCPUConstant: false, timestamp: new Date() },
  ];
  const factors = { here: kg_per_kwh };
  const constants = { minWatts: 0, maxWatts: watts, powerUsageEffectiveness: pue, replicationFactor: 1 };
  const go = () => estimator.estimate(usage, "here", factors, constants);
  same("Cloud Carbon Footprint", go()[0].co2e);
  return {
    who: "Cloud Carbon Footprint, ComputeEstimator",
    what: "the same product of five numbers; nothing looked up or checked, no steps, no ranges",
    go: () => time(repeated(go)),
  };
}

async function impact_framework() {
  const { default: plugins } = await import("@grnsft/if/build/if-run/builtins/index.js");
  const mapping = {};
  const product = plugins.Multiply(
    { "input-parameters": ["hours", "kilowatts", "pue", "kg-per-kwh"], "output-parameter": "carbon" },
    {},
    mapping,
  );
  const inputs = [
    {
      timestamp: "2026-01-01T00:00:00Z",
      duration: hours * 3600,
      hours,
      kilowatts: watts / 1000,
      pue,
      "kg-per-kwh": kg_per_kwh,
    },
  ];
  const go = () => product.execute(inputs);
  same("Impact Framework", (await go())[0].carbon);
  return {
    who: "Impact Framework, Multiply",
    what: "the same product, its inputs checked to be numbers; no steps, no ranges; without reading a manifest",
    go: () => time_async(go),
  };
}

async function co2_js() {
  const { co2 } = await import("@tgwf/co2");
  const model = new co2({ model: "swd", version: 4 });
  const go = () =>
    model.perByteTrace(1e9, false, { gridIntensity: { device: 300, network: 300, dataCenter: 300 } });
  if (!(go().co2 > 0)) throw new Error("CO2.js says nothing");
  return {
    who: "CO2.js, perByteTrace",
    what: "another sum: a gigabyte of data through three segments with given grids; no machines, no ranges",
    go: () => time(repeated(go)),
  };
}

/** @returns {Promise<{ who: string, what: string, us: number }[]>} the shortest of all rounds */
export async function peers(calculator, rounds) {
  const all = [];
  for (const make of [() => five_cars(calculator), cloud_carbon_footprint, impact_framework, co2_js])
    all.push({ ...(await make()), us: Infinity });
  for (let round = 0; round < rounds; ++round)
    for (const one of all) one.us = Math.min(one.us, await one.go());
  return all;
}
