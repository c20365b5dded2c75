// What goes into a link comes out of it: 1,000 scenarios made from a seed, hostile and faulty ones among them.
import { expect, model, openFirst, pack, test, unpack } from "./page.js";

/** mulberry32. */
function seeded(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const hostile = [
  '<img src=x onerror="document.title=1">',
  "</script><script>document.title=2</script>",
  "\u202eright to left\u2066",
  "half of a character: \ud83d",
  "${1} {{2}} %00 \u0000 \u2028",
  "naïve “日本語” 🚗".repeat(10),
];

function scenarios(count: number): unknown[] {
  const random = seeded(5);
  const maybe = <T>(name: string, value: () => T, chance = 0.4): Record<string, T> =>
    random() < chance ? { [name]: value() } : {};
  const of = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const number = (least: number, most: number): number => {
    const n = least + random() * (most - least);
    return random() < 0.5 ? Number(n.toPrecision(3)) : n;
  };
  const quantity = (least: number, most: number): unknown => {
    if (random() < 0.7) return number(least, most);
    const [low, best, high] = [0, 0, 0].map(() => number(least, most)).sort((a, b) => a - b);
    return { best, low, high };
  };
  const whole = (most: number): number => 1 + Math.floor(random() * most);
  const devices = ["nvidia-v100-sxm2-16gb", "nvidia-t4", "google-tpu-v4", "apple-m1-max"];
  const site = () => ({
    ...maybe("region", () => of(["gcp/us-central1", "azure/westeurope", "own/laptop"])),
    ...maybe("grid", () =>
      random() < 0.5
        ? { id: of(["ember/FRA", "ember/world", "strubell-2019/US"]), ...maybe("basis", () => "lifecycle") }
        : { kg_per_kwh: quantity(0, 2) },
    ),
    ...maybe("pue", () => quantity(1, 3)),
    ...maybe("wue_l_per_kwh", () => quantity(0, 9)),
    ...maybe("ewif_l_per_kwh", () => quantity(0, 9)),
    ...maybe("market_kg_per_kwh", () => quantity(0, 1)),
  });
  const embodied = () =>
    random() < 0.5
      ? random() < 0.5
      : { card_kg: quantity(0, 500), ...maybe("lifetime_years", () => quantity(1, 9)) };
  const prices = () => ({
    electricity_usd_per_kwh: quantity(0, 1),
    ...maybe("device_usd_per_hour", () => ({ preemptible: quantity(0, 5), on_demand: quantity(0, 9) })),
  });
  const power = () => ({
    devices: Array.from({ length: whole(2) }, () => ({
      device: of(devices),
      count: whole(5000),
      ...(random() < 0.5
        ? maybe("utilisation", () => quantity(0, 1))
        : maybe("watts", () => quantity(1, 700))),
    })),
    ...maybe("node_overhead", () => quantity(1, 3)),
  });
  const time = () =>
    of([
      () => ({ hours: quantity(0, 5000) }),
      () => ({ device_hours: quantity(0, 1e7) }),
      () => ({ flop: number(1e18, 1e26), ...maybe("mfu", () => quantity(0.1, 0.6)) }),
      () => ({
        parameters: number(1e6, 1e12),
        tokens: number(1e9, 1e13),
        ...maybe("epochs", () => whole(5)),
      }),
    ])();
  const stage = (i: number) => {
    const name = maybe("name", () => of(["training", "search", ...hostile]));
    const rest = {
      ...maybe("site", site, 0.2),
      ...maybe("embodied", embodied, 0.2),
      ...maybe("prices", prices, 0.2),
    };
    if (i > 0 && random() < 0.4) return { ...name, like: { stage: 0, times: quantity(0, 30) } };
    if (random() < 0.2)
      return {
        ...name,
        ...maybe("runs", () => whole(99)),
        energy: { [of(["it_kwh", "meter_kwh"])]: quantity(0, 1e6) },
      };
    return { ...name, ...maybe("runs", () => whole(9000)), time: time(), power: power(), ...rest };
  };
  const faults: ((scenario: Record<string, unknown>) => void)[] = [
    (s) => (s["stages"] = []),
    (s) => (s["site"] = { pue: "about 1,2" }),
    (s) => (s["embodied"] = null),
    (s) => (s["no such"] = { deep: [[[{}]]] }),
    (s) => (s["title"] = 5),
    (s) => Object.defineProperty(s, "__proto__", { value: { polluted: 1 }, enumerable: true }),
  ];
  return Array.from({ length: count }, (_, i) => {
    const scenario: Record<string, unknown> = {
      schema: "fivecars/scenario/1",
      title: `${i} ${of(["", ...hostile])}`,
      ...maybe("ranges", () => of(["typical", "as-given"])),
      stages: Array.from({ length: whole(3) }, (__, n) => stage(n)),
      ...maybe("site", site),
      ...maybe("embodied", embodied),
      ...maybe("prices", prices),
      ...maybe("per", () => ({ unit: of(["run", "million_tokens"]), count: quantity(1, 99) })),
    };
    if (i % 10 === 9) of(faults)(scenario);
    return scenario;
  });
}

test("brings 1,000 random scenarios through link, page and link unchanged", async ({ page }) => {
  test.setTimeout(60_000);
  const all = scenarios(1000);
  await openFirst(page, pack({ scenario: model("elmo").scenario, view: {}, data_version: "x", total: null }));
  const links = all.map((scenario) =>
    pack({ scenario, view: { model: null, unit: "t" }, data_version: "2025.01", total: null }),
  );
  const again = await page.evaluate(async (hashes) => {
    // The page's own store and codec: the very modules that it runs, whatever the build calls their parts.
    const module = async (name: RegExp): Promise<unknown[]> => {
      const { name: url } =
        performance.getEntriesByType("resource").find((entry) => name.test(entry.name)) ?? {};
      return Object.values((await import(String(url))) as object);
    };
    interface PageStore {
      open: (linked: unknown) => void;
      linked: unknown;
      issues: unknown[];
    }
    const isStore = (part: unknown): part is PageStore =>
      typeof part === "object" && part !== null && "open" in part && "linked" in part;
    const store = (await module(/\/page-[^/]*\.js$/)).find(isStore);
    const codecs = (await module(/\/codec-[^/]*\.js$/)).filter((part) => typeof part === "function");
    if (!store) throw new Error("no store");
    const opens = async (text: string): Promise<{ linked: unknown }> => {
      for (const part of codecs) {
        const opened = (await Promise.resolve((part as (of: string) => unknown)(text)).catch(() => null)) as {
          kind?: string;
          linked: unknown;
        } | null;
        if (opened?.kind === "state") return opened;
      }
      throw new Error(`not opened: ${text}`);
    };
    const packs = async (linked: unknown): Promise<string> => {
      for (const part of codecs) {
        const made: unknown = await Promise.resolve((part as (of: unknown) => unknown)(linked)).catch(
          () => null,
        );
        if (typeof made === "string") return made;
      }
      throw new Error("not packed");
    };
    const made: string[] = [];
    let faulty = 0;
    for (const [i, hash] of hashes.entries()) {
      // Drawing is slow, and a hundred drawn ones show that nothing there fails.
      if (i === 100) document.querySelector("main")?.replaceChildren();
      store.open((await opens(hash)).linked);
      if (store.issues.length > 0) ++faulty;
      made.push(await packs(store.linked));
    }
    return { made, faulty };
  }, links);
  // Else it would be only the faulty ones that come through.
  expect(again.faulty).toBeLessThan(600);
  expect(again.faulty).toBeGreaterThan(50);
  const changed = again.made.flatMap((hash, i) => {
    const { scenario, view } = unpack(hash);
    return JSON.stringify(scenario) === JSON.stringify(all[i]) && view.unit === "t" ? [] : [i];
  });
  expect(changed).toEqual([]);
});
