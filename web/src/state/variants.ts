// The same scenario with one thing changed, as the rankings of the what-ifs change it.
import type { Device, Power, Scenario, Site, Stage, Tables } from "../../calculator/documents.js";
import { get, put } from "./pointer.js";

/** On this grid, with the buildings as they are: what was known of the former electricity goes. */
export function onGrid(scenario: Scenario, id: string): Scenario {
  const moved = ({ ewif_l_per_kwh: _, market_kg_per_kwh: __, ...site }: Site = {}): Site => ({
    ...site,
    grid: { id },
  });
  return eachSite({ ...scenario, site: moved(scenario.site) }, moved);
}

/** All stages in one place. */
export const atSite = (scenario: Scenario, region: string): Scenario => ({
  ...scenario,
  site: { region },
  stages: scenario.stages.map(({ site: _, ...stage }) => stage),
});

export const atPue = (scenario: Scenario, pue: number): Scenario =>
  eachSite({ ...scenario, site: { ...scenario.site, pue } }, (site) => ({ ...site, pue }));

/** Of places that have a table of years. */
export function inYear(scenario: Scenario, year: number): Scenario {
  const moved = (site: Site): Site =>
    (site.region === undefined && site.grid === undefined) || site.grid?.kg_per_kwh !== undefined
      ? site
      : { ...site, grid: { ...site.grid, year } };
  return eachSite(scenario.site ? { ...scenario, site: moved(scenario.site) } : scenario, moved);
}

const eachSite = (scenario: Scenario, moved: (site: Site) => Site): Scenario => ({
  ...scenario,
  stages: scenario.stages.map((stage) => (stage.site ? { ...stage, site: moved(stage.site) } : stage)),
});

/**
 * On as many devices of another kind. Where hours are given they are still those of the former devices: `slower`
 * is the stage whose time is to be solved for. Null where that is more than one.
 */
export function onDevice(
  scenario: Scenario,
  row: Tables["devices"],
): { scenario: Scenario; slower: number | undefined } | null {
  const timed: number[] = [];
  const stages = scenario.stages.map((stage, i): Stage => {
    const { power, time } = stage;
    if (!power?.devices || !time) return stage;
    const computed = time.flop !== undefined || time.parameters !== undefined;
    if (!computed) timed.push(i);
    return { ...stage, power: swapped(power, power.devices, row, computed) };
  });
  return timed.length > 1 ? null : { scenario: { ...scenario, stages }, slower: timed[0] };
}

function swapped(power: Power, before: Device[], row: Tables["devices"], computed: boolean): Power {
  const [first] = before;
  const precision = before.find((device) => device.precision)?.precision;
  const device: Device = { device: row.id };
  if (before.length > 1 || first?.count !== undefined)
    device.count = before.reduce((sum, { count = 1 }) => sum + count, 0);
  if (computed && precision) device.precision = precision;
  if (before.length === 1 && first?.utilisation !== undefined && row.tdp_w)
    device.utilisation = first.utilisation;
  const withHost = row.system_watts && device.utilisation === undefined;
  return {
    devices: [device],
    ...(power.measured_w === undefined && !withHost && power.node_overhead !== undefined
      ? { node_overhead: power.node_overhead }
      : {}),
  };
}

export const withHours = (scenario: Scenario, stage: number, hours: number): Scenario =>
  put(scenario, `/stages/${stage}/time`, { hours });

/** Where the sum names several stages with machines of their own: hours and devices are those of one. */
export const ownStages = (scenario: Scenario): { index: number; name: string }[] =>
  scenario.stages.flatMap((stage, index) =>
    stage.like ? [] : [{ index, name: String(get(stage, "/name") ?? "") }],
  );
