// The fields of the form and of the sentence's panels: the same entries in two places.
import { html, nothing, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import type { Device, DeviceRow, Limit, Power, Quantity, Time } from "../../calculator/documents.js";
import { get, same } from "../state/pointer.js";
import { firstDevice, store } from "../state/store.js";
import { fieldName, formText, issueText } from "../text/en-form.js";
import { machinesText, unitText, usd } from "../text/en.js";
import { editable, exact, isAmbiguous, read } from "../text/numbers.js";

interface Entry {
  pointer: string;
  label: string;
  unit?: string;
  limit?: Limit | undefined;
  hint?: string;
  whenEmpty?: "required" | "absent";
  /** Instead of the plain entry. */
  onText?: (text: string) => void;
}

const idOf = (scope: string, pointer: string): string => scope + pointer.replace(/\W+/g, "-");

/** What the field shows: the text typed, else the number. */
export function textOf(pointer: string): string {
  const typed = store.typedAt(pointer);
  if (typed !== undefined) return typed;
  const value = store.value(pointer);
  if (typeof value === "string") return value;
  const best = typeof value === "number" ? value : get(value, "/best");
  return typeof best === "number" ? editable(best) : "";
}

const type = (pointer: string, text: string, whenEmpty: "required" | "absent"): void =>
  store.type(pointer, text, read(text), whenEmpty);

const narrow = 10;

/** A number with its unit, what it may be, and what is wrong with it. What is typed stays as typed. */
function field(scope: string, entry: Entry): TemplateResult {
  const { pointer, label, limit, whenEmpty = "required" } = entry;
  const id = idOf(scope, pointer);
  const text = textOf(pointer);
  const issue = store.issueAt(pointer);
  const unit = (entry.unit ?? unitText(limit?.unit ?? "1")).trim();
  const value = read(text);
  const notes = [
    // A fault says what is allowed; where the range is narrow, it helps before.
    limit && limit.max <= narrow && !issue ? formText.fromTo(limit.min, limit.max) : undefined,
    entry.hint,
    value !== undefined && isAmbiguous(text) && !issue ? formText.readAs(value) : undefined,
  ].filter((note) => note !== undefined);
  const onInput = (event: Event): void => {
    const typed = (event.target as HTMLInputElement).value;
    if (entry.onText) entry.onText(typed);
    else type(pointer, typed, whenEmpty);
  };
  return html`<div class="field" data-pointer=${pointer}>
    <label for=${id}>${label}</label>
    <span class="box"
      ><input
        id=${id}
        type="text"
        inputmode="decimal"
        autocomplete="off"
        spellcheck="false"
        .value=${live(text)}
        aria-invalid=${issue ? "true" : "false"}
        aria-describedby=${`${id}-d`}
        @input=${onInput}
      />${unit ? html`<span class="unit">${unit}</span>` : nothing}</span
    >
    <small id=${`${id}-d`}
      >${issue ? html`<span class="wrong">${issueText(issue, text)}</span>` : nothing}<span class="hint"
        >${notes.join("; ")}</span
      ></small
    >
  </div>`;
}

interface Choice<T extends string> {
  name: string;
  legend: string;
  options: readonly (readonly [T, string])[];
  current: T | undefined;
  choose: (chosen: T) => void;
}

function choice<T extends string>(
  scope: string,
  { name, legend, options, current, choose }: Choice<T>,
): TemplateResult {
  return html`<fieldset class="choice">
    <legend>${legend}</legend>
    ${options.map(
      ([value, label]) =>
        html`<label
          ><input
            type="radio"
            name=${scope + name}
            .checked=${live(current === value)}
            @change=${() => choose(value)}
          /><span>${label}</span></label
        >`,
    )}
  </fieldset>`;
}

interface Pick {
  pointer: string;
  label: string;
  options: readonly (readonly [value: string, label: string])[];
  current: string;
  choose: (chosen: string) => void;
}

function pick(scope: string, { pointer, label, options, current, choose }: Pick): TemplateResult {
  const id = idOf(scope, pointer);
  const issue = store.issueAt(pointer);
  const known = options.some(([value]) => value === current)
    ? options
    : [...options, [current, current] as const];
  return html`<div class="field" data-pointer=${pointer}>
    <label for=${id}>${label}</label>
    <span class="box"
      ><select
        id=${id}
        aria-invalid=${issue ? "true" : "false"}
        aria-describedby=${`${id}-d`}
        @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
      >
        ${known.map(([value, text]) => html`<option value=${value} .selected=${live(value === current)}>${text}</option>`)}
      </select></span
    >
    <small id=${`${id}-d`}>${issue ? html`<span class="wrong">${issueText(issue)}</span>` : nothing}</small>
  </div>`;
}

const has = (pointer: string): boolean => store.value(pointer) !== undefined;

const defaultOf = (id: string): string => {
  const row = store.catalogue.defaults.find((known) => known.id === id);
  return row ? exact(row.value.best) : "";
};

/** A number of the last good sum, for a field that has just taken the place of another. */
function fromTrace(stage: number, symbol: string): number | null {
  for (const step of store.estimate?.trace ?? []) {
    if (step.stage !== stage) continue;
    const names = [symbol, `${symbol}_${stage + 1}`];
    if (names.includes(step.symbol)) return step.value;
    const operand = step.operands.find((known) => names.includes(known.symbol));
    if (operand) return operand.value;
  }
  return null;
}

/** The device-hours of a stage are those of all its runs. */
function oneRunOf(stage: number): number | null {
  const all = fromTrace(stage, "device_hours_all");
  const runs = get(store.estimated, `/stages/${stage}/runs`) ?? 1;
  return all === null || typeof runs !== "number" || runs === 0 ? null : Number((all / runs).toPrecision(12));
}

export const stageCount = (): number => {
  const stages = store.value("/stages");
  return Array.isArray(stages) ? Math.max(1, Math.min(stages.length, 20)) : 1;
};

// ——— The machines ———

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
    ${way === "measured" ? field(scope, { pointer: `${pointer}/measured_w`, label: fieldName.measuredW, limit: limits.draw_w }) : nothing}
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
    onText: id !== undefined ? typeCount : measured ? typeLoneCount : typePlain,
  });
  return html`${pick(scope, {
    pointer: `${pointer}/device`,
    label: fieldName.device,
    current: typeof id === "string" ? id : "",
    options: [
      ...store.search("devices", "").rows.map((known) => [known.id, known.name] as const),
      ["", formText.deviceNone],
    ],
    choose: chooseDevice,
  })}
  ${count} ${measured ? nothing : wattsFields(scope, pointer, row !== undefined)}`;
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
          ...(row?.system_watts
            ? { whenEmpty: "required" }
            : { whenEmpty: "absent", hint: formText.emptyMeans(defaultOf("utilisation")) }),
        })
      : way === "watts"
        ? field(scope, { pointer: `${pointer}/watts`, label: fieldName.cardWatts, limit: limits.device_w })
        : field(scope, {
            pointer: `${pointer}/system_watts`,
            label: fieldName.systemWatts,
            limit: limits.device_w,
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
  const devices = store.value(`${power}/devices`);
  const ofCards =
    way === "measured"
      ? store.value(`${power}/scope`) === "accelerators"
      : way === "devices" &&
        Array.isArray(devices) &&
        devices.some((_, i) => wattsWay(`${power}/devices/${i}`) !== "system_watts");
  if (!ofCards && !has(`${power}/host_w`)) return nothing;
  return field(scope, {
    pointer: `${power}/host_w`,
    label: fieldName.hostW,
    limit: store.catalogue.limits.draw_w,
    whenEmpty: "absent",
    hint: formText.emptyMeans(hostDefault(power)),
  });
}

function hostDefault(power: string): string {
  const given = store.value(`${power}/node_overhead`);
  return formText.hostDefault(typeof given === "number" ? exact(given) : defaultOf("node_overhead"));
}

// ——— The time ———

type TimeWay = "hours" | "device_hours" | "other";

export function timeFields(scope: string, stage: number): TemplateResult {
  const pointer = `/stages/${stage}/time`;
  const { limits } = store.catalogue;
  const way: TimeWay = has(`${pointer}/hours`)
    ? "hours"
    : has(`${pointer}/device_hours`)
      ? "device_hours"
      : "other";
  const fresh = (to: TimeWay) => (): Time =>
    to === "hours"
      ? { hours: fromTrace(stage, "t") as number }
      : { device_hours: (fromTrace(stage, "device_hours") ?? oneRunOf(stage)) as number };
  return html`
    ${choice(scope, {
      name: `time-${stage}`,
      legend: formText.timeHow,
      current: way,
      options: [
        ["hours", formText.timeHours],
        ["device_hours", formText.timeDevice],
      ],
      choose: (to: TimeWay) => store.switchWay(pointer, way, to, fresh(to)),
    })}
    ${way === "other" ? html`<p class="aside">${formText.timeOther}</p>` : nothing}
    ${way === "hours" ? field(scope, { pointer: `${pointer}/hours`, label: fieldName.hours, limit: limits.hours }) : nothing}
    ${
      way === "device_hours"
        ? field(scope, {
            pointer: `${pointer}/device_hours`,
            label: fieldName.deviceHours,
            limit: limits.device_hours,
            unit: "h",
          })
        : nothing
    }
    ${field(scope, {
      pointer: `/stages/${stage}/runs`,
      label: fieldName.runs,
      limit: limits.runs,
      whenEmpty: "absent",
      hint: `${formText.emptyMeans("1")}; ${formText.runsHint}`,
    })}
  `;
}

// ——— The place and the prices ———

export function placeFields(scope: string): TemplateResult {
  const { limits } = store.catalogue;
  const grid = store.value("/site/grid");
  const own = get(grid, "/kg_per_kwh") !== undefined;
  const id = get(grid, "/id");
  const choose = (chosen: string): void => {
    if (chosen === "") store.replace("/site/grid", undefined);
    else if (chosen === "own") store.replace("/site/grid", { kg_per_kwh: fromTrace(0, "I") });
    else store.replace("/site/grid", { id: chosen });
  };
  const unknown = store.row("grids", store.catalogue.default_grid);
  return html`
    ${pick(scope, {
      pointer: own ? "/site/grid-choice" : "/site/grid",
      label: fieldName.grid,
      current: own ? "own" : typeof id === "string" ? id : "",
      options: [
        ...store.search("grids", "").rows.map((row) => [row.id, row.name] as const),
        ["own", formText.gridOwn],
        ["", unknown ? `${formText.gridUnknown}: ${unknown.in_a_sentence}` : formText.gridUnknown],
      ],
      choose,
    })}
    ${own ? field(scope, { pointer: "/site/grid/kg_per_kwh", label: fieldName.kgPerKwh, limit: limits.kg_per_kwh }) : nothing}
    ${field(scope, {
      pointer: "/site/pue",
      label: fieldName.pue,
      limit: limits.pue,
      whenEmpty: "absent",
      hint: `${formText.emptyMeans(defaultOf("pue"))}; ${formText.pueHint}`,
    })}
  `;
}

export function priceFields(scope: string): TemplateResult {
  const device = store.rowAt("devices", "/stages/0/power/devices/0/device");
  const pair = "/prices/device_usd_per_hour";
  const price = (
    name: "preemptible" | "on_demand",
    label: string,
    listed: number | undefined,
  ): TemplateResult => {
    const other = `${pair}/${name === "preemptible" ? "on_demand" : "preemptible"}`;
    return field(scope, {
      pointer: `${pair}/${name}`,
      label,
      unit: "USD/h",
      limit: store.catalogue.limits.usd_per_device_hour,
      hint: listed === undefined ? formText.emptyNone : formText.emptyListed(usd(listed)),
      onText: (text) => {
        // Both or neither: the engine wants a pair.
        if (text.trim() === "" && textOf(other).trim() === "") store.replace(pair, undefined);
        else type(`${pair}/${name}`, text, "required");
      },
    });
  };
  return html`
    ${field(scope, { pointer: "/prices/electricity_usd_per_kwh", label: fieldName.price, limit: store.catalogue.limits.usd_per_kwh, whenEmpty: "absent", hint: formText.emptyNone })}
    ${price("preemptible", fieldName.pricePre, device?.price?.preemptible_usd_per_hour)}
    ${price("on_demand", fieldName.priceDemand, device?.price?.on_demand_usd_per_hour)}
  `;
}

// ——— The name ———

export function titleField(scope: string): TemplateResult {
  const title = store.value("/title");
  return html`<div class="field" data-pointer="/title">
    <label for=${`${scope}-title`}>${fieldName.ownTitle}</label>
    <span class="box"
      ><input
        id=${`${scope}-title`}
        type="text"
        autocomplete="off"
        maxlength="80"
        placeholder=${formText.ownTitlePlaceholder}
        .value=${live(typeof title === "string" ? title : "")}
        @input=${(event: Event) => {
          const text = (event.target as HTMLInputElement).value;
          if (text) store.set("/title", text);
          else store.clear("/title");
        }}
    /></span>
  </div>`;
}
