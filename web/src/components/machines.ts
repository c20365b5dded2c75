// The machines and what they draw.
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Device, DeviceRow, Power, Quantity } from "../../calculator/documents.js";
import { get, same } from "../state/pointer.js";
import { firstDevice, store } from "../state/store.js";
import { fieldName, formText } from "#words/form.js";
import { machinesText } from "#words/page.js";
import { startText } from "#words/start.js";
import { read } from "../text/entries.js";
import { exact } from "../text/numbers.js";
import { choice, defaultOf, defaultValue, field, fromTrace, has, type } from "./fields.js";
import { picker } from "./pickers.js";

type PowerWay = "measured" | "devices" | "other";
type WattsWay = "utilisation" | "watts" | "system_watts";

export function machineFields(scope: string, stage: number): TemplateResult {
  const pointer = `/stages/${stage}/power`;
  const { limits } = store.catalogue;
  const way: PowerWay = has(`${pointer}/measured_w`)
    ? "measured"
    : has(`${pointer}/devices`)
      ? "devices"
      : "other";
  const devices = store.value(`${pointer}/devices`);
  const rows = Array.isArray(devices) ? devices.slice(0, 20) : [];

  const bareDevices = (): Device[] => rows.map((row: Device | null) => bareDevice(row));
  const aside = way === "devices" ? (store.asideAt(pointer, "measured") as Power | undefined) : undefined;
  const asideWatts = get(aside, "/measured_w/best") ?? aside?.measured_w;
  const measuredOn =
    typeof asideWatts === "number" && aside?.devices?.length
      ? formText.estimated(
          asideWatts,
          machinesText({ schema: "fivecars/scenario/1", stages: [{ power: aside }] }, store),
        )
      : nothing;
  const fresh = (to: PowerWay) => (): Power => {
    if (to === "measured")
      return {
        measured_w: fromTrace(stage, "P_IT") as number,
        ...(rows.length ? { devices: bareDevices() } : {}),
      };
    const kept = bareDevices().filter(({ device }) => device !== undefined);
    return { devices: kept.length ? kept : [{ device: firstDevice, count: 1 }] };
  };

  return html`
    ${choice(scope, {
      name: `power-${stage}`,
      legend: formText.powerHow,
      current: way,
      options: [
        ["measured", formText.powerMeasured],
        ["devices", formText.powerDevices],
      ],
      choose: (to: PowerWay) => {
        if (way === "other") store.clear(`/stages/${stage}/energy`);
        store.switchWay(pointer, way, to, fresh(to));
      },
    })}
    ${way === "other" ? html`<p class="aside">${formText.powerOther}</p>` : nothing}
    <p class="remark" role="status">${measuredOn}</p>
    ${way === "measured" ? field(scope, { pointer: `${pointer}/measured_w`, label: fieldName.measuredW, limit: limits.draw_w, ranged: true, slide: "wide" }) : nothing}
    ${way === "measured" && rows.length === 0 ? deviceFields(scope, stage, 0, true) : nothing}
    ${rows.map((_, i) => deviceFields(scope, stage, i, way === "measured"))} ${hostFields(scope, stage, way)}
  `;
}

/** Measured draws that other devices have taken the place of, not the visitor's word. */
const overtaken = new WeakSet<Power>();

function bareDevice(full: Device | null | undefined): Device {
  const { device, count } = full ?? {};
  return { ...(device === undefined ? {} : { device }), ...(count === undefined ? {} : { count }) };
}

function deviceFields(scope: string, stage: number, index: number, measured: boolean): TemplateResult {
  const pointer = `/stages/${stage}/power/devices/${index}`;
  const { limits } = store.catalogue;
  const id = store.value(`${pointer}/device`);
  const row = store.rowAt("devices", `${pointer}/device`);
  const countNeeded = !has(`/stages/${stage}/time/device_hours`);

  const power = `/stages/${stage}/power`;
  const given = (store.value(power) ?? {}) as Power;
  /** A draw measured on certain devices says nothing of others: from here on it follows from these. */
  const estimateFrom = (next: Device): void => {
    // Aside goes what was measured on, not what was typed on the way.
    const before = get(store.estimated, `${power}/devices`);
    if (Array.isArray(before)) store.replace(power, { ...given, devices: before });
    overtaken.add(store.value(power) as Power);
    const all = (given.devices ?? []).map((other, i) => (i === index ? next : bareDevice(other)));
    store.switchWay(power, "measured", "devices", () => ({ devices: all }), true);
  };
  /** And the other way round, once they are again those measured. */
  const measuredAgain = (next: Device): boolean => {
    const aside = store.asideAt(power, "measured") as Power | undefined;
    if (measured || !aside || !overtaken.has(aside) || !given.devices) return false;
    const all = given.devices.map((other, i) => (i === index ? next : other));
    if (!same({ ...given, devices: all }, { devices: aside.devices })) return false;
    store.replace(power, aside);
    return true;
  };
  const chooseDevice = (chosen: string): void => {
    const next: Device = { ...((store.value(pointer) ?? {}) as Device) };
    if (chosen) next.device = chosen;
    else delete next.device;
    if (measured && chosen && id !== undefined) {
      estimateFrom(bareDevice(next));
      return;
    }
    if (!measured) {
      const before = wattsWay(pointer);
      delete next.utilisation;
      if (chosen || before !== "watts") delete next.watts;
      if (chosen || before !== "system_watts") delete next.system_watts;
      // No device, no rated power: the watts have to be given.
      if (!chosen && next.watts === undefined && next.system_watts === undefined) next.watts = ratedOf(row);
    }
    if (measured && !chosen && next.count === undefined)
      store.replace(`/stages/${stage}/power/devices`, undefined);
    else if (!measuredAgain(next)) store.replace(pointer, next);
  };
  // Beside a measured draw a count is only for the device-hours: without one there are simply none.
  const typeLoneCount = (text: string): void => {
    if (text.trim() === "") store.replace(`/stages/${stage}/power/devices`, undefined);
    else type(`${pointer}/count`, text, "absent");
  };
  const typePlain = (text: string): void =>
    type(`${pointer}/count`, text, countNeeded ? "required" : "absent");
  const typeCount = (text: string): void => {
    const n = read(text);
    const before = get(store.estimated, `${pointer}/count`);
    const next = { ...(store.value(pointer) as Device), count: n as number };
    if (n === undefined || !Number.isInteger(n) || n <= 0) typePlain(text);
    else if (measured && before !== undefined && n !== before) estimateFrom(bareDevice(next));
    else if (!measuredAgain(next)) typePlain(text);
  };
  const count = field(scope, {
    pointer: `${pointer}/count`,
    label: fieldName.count,
    limit: limits.count,
    slide: "wide",
    onText: id !== undefined ? typeCount : measured ? typeLoneCount : typePlain,
  });
  return html`${picker(scope, {
    pointer: `${pointer}/device`,
    label: fieldName.device,
    table: "devices",
    id: typeof id === "string" ? id : "",
    shown: row?.name ?? (typeof id === "string" ? id : formText.deviceNone),
    others: [["", formText.deviceNone]],
    choose: chooseDevice,
  })}
  ${count}
  ${measured ? nothing : wattsFields(scope, pointer, row !== undefined)}${peakField(scope, stage, pointer)}`;
}

/** Only where the time follows from it and the tables don't have it. */
function peakField(scope: string, stage: number, pointer: string): TemplateResult | typeof nothing {
  const time = `/stages/${stage}/time`;
  const computed = has(`${time}/parameters`) || has(`${time}/tokens`) || has(`${time}/flop`);
  const { bf16, fp16 } = store.rowAt("devices", `${pointer}/device`)?.peak ?? {};
  if (!computed || ((bf16 ?? fp16) && !has(`${pointer}/peak_flops`))) return nothing;
  return field(scope, {
    pointer: `${pointer}/peak_flops`,
    label: startText.peak,
    unit: "FLOP/s",
    kind: "amount",
    whenEmpty: "absent",
    hint: startText.peakHint,
    // That it is missing is told of the device.
    faultAt: store.issues.some(({ path, params }) => path === pointer && /^peak/.test(String(params["what"])))
      ? pointer
      : `${pointer}/peak_flops`,
  });
}

function wattsWay(pointer: string): WattsWay {
  for (const way of ["watts", "system_watts", "utilisation"] as const)
    if (has(`${pointer}/${way}`)) return way;
  const row = store.rowAt("devices", `${pointer}/device`);
  return row?.system_watts ? "system_watts" : "utilisation";
}

/** What is known exactly is a plain number; what the field needs and nobody knows is null. */
function ratedOf(row: DeviceRow | null): Quantity {
  const { tdp_w } = row ?? {};
  return tdp_w && tdp_w.low < tdp_w.high ? tdp_w : (tdp_w?.best ?? (null as unknown as number));
}

function wattsFields(scope: string, pointer: string, known: boolean): TemplateResult {
  const { limits } = store.catalogue;
  const row = store.rowAt("devices", `${pointer}/device`);
  const way = wattsWay(pointer);
  const options: [WattsWay, string][] = [
    ...(known ? [["utilisation", formText.wattsShare] as [WattsWay, string]] : []),
    ["watts", formText.wattsCard],
    ["system_watts", formText.wattsSystem],
  ];
  const choose = (to: WattsWay): void => {
    const { device, count } = (store.value(pointer) ?? {}) as Device;
    const next: Device = {
      ...(device === undefined ? {} : { device }),
      ...(count === undefined ? {} : { count }),
    };
    if (to === "watts") next.watts = ratedOf(row);
    // A device with a measured figure goes by it unless a share is given.
    if (to === "utilisation" && row?.system_watts)
      next.utilisation = store.catalogue.defaults.find(({ id }) => id === "utilisation")?.value
        .best as number;
    if (to === "system_watts" && !row?.system_watts) next.system_watts = null as unknown as number;
    if (to === "system_watts") {
      const power = pointer.replace(/\/devices\/\d+$/, "");
      for (const host of ["host_w", "node_overhead"])
        if (has(`${power}/${host}`)) store.clear(`${power}/${host}`);
    }
    store.replace(pointer, next);
  };
  return html`${choice(scope, { name: pointer.replace(/\W+/g, "-"), legend: formText.wattsHow, options, current: way, choose })}
  ${
    way === "utilisation"
      ? field(scope, {
          pointer: `${pointer}/utilisation`,
          label: fieldName.utilisation,
          limit: limits.utilisation,
          ranged: true,
          slide: { from: 0, to: 1 },
          instead: defaultValue("utilisation"),
          ...(row?.system_watts
            ? { whenEmpty: "required" }
            : { whenEmpty: "absent", hint: formText.emptyMeans(defaultOf("utilisation")) }),
        })
      : way === "watts"
        ? field(scope, {
            pointer: `${pointer}/watts`,
            label: fieldName.cardWatts,
            limit: limits.device_w,
            ranged: true,
            slide: "wide",
          })
        : field(scope, {
            pointer: `${pointer}/system_watts`,
            label: fieldName.systemWatts,
            limit: limits.device_w,
            ranged: true,
            slide: "wide",
            instead: row?.system_watts?.watts.best,
            whenEmpty: row?.system_watts ? "absent" : "required",
            ...(row?.system_watts
              ? {
                  hint: formText.emptyMeans(
                    `${exact(row.system_watts.watts.best)} W, ${formText.wattsKnown}`,
                  ),
                }
              : {}),
          })
  }`;
}

/** The host is a question only where the draw is that of cards. */
function hostFields(scope: string, stage: number, way: PowerWay): TemplateResult | typeof nothing {
  const power = `/stages/${stage}/power`;
  const { limits } = store.catalogue;
  const devices = store.value(`${power}/devices`);
  const ofCards =
    way === "measured"
      ? store.value(`${power}/scope`) === "accelerators"
      : way === "devices" &&
        Array.isArray(devices) &&
        devices.some((_, i) => wattsWay(`${power}/devices/${i}`) !== "system_watts");
  const [host, overhead] = [has(`${power}/host_w`), has(`${power}/node_overhead`)];
  if (!ofCards && !host && !overhead) return nothing;
  const times = host ? "1" : defaultOf("node_overhead");
  return html`<details class="more">
    <summary>
      ${formText.host}${host || overhead ? nothing : html` <small>${formText.hostDefault(times)}</small>`}
    </summary>
    ${field(scope, {
      pointer: `${power}/node_overhead`,
      label: fieldName.nodeOverhead,
      limit: limits.node_overhead,
      ranged: true,
      whenEmpty: "absent",
      hint: `${formText.emptyMeans(times)}; ${formText.overheadHint}`,
    })}
    ${field(scope, {
      pointer: `${power}/host_w`,
      label: fieldName.hostW,
      limit: limits.draw_w,
      ranged: true,
      whenEmpty: "absent",
      hint: formText.hostHint,
    })}
  </details>`;
}
