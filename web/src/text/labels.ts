// Which field stands for a place in the document.

type Field =
  | "measuredW"
  | "device"
  | "count"
  | "utilisation"
  | "cardWatts"
  | "systemWatts"
  | "hostW"
  | "hours"
  | "deviceHours"
  | "runs"
  | "pue"
  | "kgPerKwh"
  | "place"
  | "year"
  | "basis"
  | "price"
  | "pricePre"
  | "priceDemand"
  | "ownTitle"
  | "mfu"
  | "times"
  | "cardKg"
  | "hostShareKg"
  | "lifetime"
  | "activeShare"
  | "nodeOverhead"
  | "wue"
  | "ewif"
  | "market"
  | "perCount"
  | "per"
  | "peak"
  | "parameters"
  | "tokens"
  | "epochs";

const fields: [RegExp, Field][] = [
  [/\/measured_w$/, "measuredW"],
  [/\/device$/, "device"],
  [/\/devices\/\d+$/, "device"],
  [/\/peak_flops$/, "peak"],
  [/\/parameters$/, "parameters"],
  [/\/tokens$/, "tokens"],
  [/\/epochs$/, "epochs"],
  [/\/count$/, "count"],
  [/\/utilisation$/, "utilisation"],
  [/\/watts$/, "cardWatts"],
  [/\/system_watts$/, "systemWatts"],
  [/\/host_w$/, "hostW"],
  [/\/hours$/, "hours"],
  [/\/device_hours$/, "deviceHours"],
  [/\/runs$/, "runs"],
  [/\/pue$/, "pue"],
  [/\/kg_per_kwh$/, "kgPerKwh"],
  [/\/(grid(\/id)?|region)$/, "place"],
  [/\/grid\/year$/, "year"],
  [/\/grid\/basis$/, "basis"],
  [/\/electricity_usd_per_kwh$/, "price"],
  [/\/preemptible$/, "pricePre"],
  [/\/on_demand$/, "priceDemand"],
  [/\/title$/, "ownTitle"],
  [/\/mfu$/, "mfu"],
  [/\/like(\/\w+)?$/, "times"],
  [/\/card_kg$/, "cardKg"],
  [/\/host_share_kg$/, "hostShareKg"],
  [/\/lifetime_years$/, "lifetime"],
  [/\/active_share$/, "activeShare"],
  [/\/node_overhead$/, "nodeOverhead"],
  [/\/wue_l_per_kwh$/, "wue"],
  [/\/ewif_l_per_kwh$/, "ewif"],
  [/\/market_kg_per_kwh$/, "market"],
  [/\/per\/count$/, "perCount"],
  [/^\/per(\/unit)?$/, "per"],
];

/** What a place in the document is called on the page; the pointer itself where the page has no field for it. */
export const labelsBy =
  (names: Record<Field, string>, stageName: string) =>
  (pointer: string): string => {
    const place = pointer.replace(/\/(best|low|high)$/, "");
    if (/^\/stages\/\d+\/name$/.test(place)) return stageName;
    const field = fields.find(([pattern]) => pattern.test(place))?.[1];
    return field ? names[field] : pointer;
  };
