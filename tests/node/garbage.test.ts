// Whatever JavaScript can hand over gives issues, never a number, and leaves the instance usable.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Scenario } from "../../web/calculator/load.js";
import { faultsOf, load } from "./support.js";

const calculator = await load();
const good: Scenario = {
  schema: "fivecars/scenario/1",
  stages: [{ time: { hours: 79.2 }, power: { measured_w: 12041.51 } }],
  site: { pue: 1.58, grid: { id: "strubell-2019/US" } },
  embodied: false,
};
// A plain round of editing repeats less.
const times = process.env["FIVECARS_QUICK"] ? 2_000 : 100_000;
const many_times = `${times.toLocaleString("en")} `;
const still_right = (): void =>
  assert.equal((calculator.estimate(good).total_kg.best / 0.45359237).toFixed(4), "1437.5124");
const refuse = (value: unknown): ReturnType<typeof faultsOf> => {
  const issues = faultsOf(() => calculator.estimate(value as Scenario));
  assert.ok(issues.length > 0);
  for (const { code, path, message } of issues) {
    assert.ok(code.length > 0 && message.length > 0 && typeof path === "string");
  }
  return issues;
};

// A small seeded generator (mulberry32), so that a failure can be run again.
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const throwing = {
  get stages(): never {
    throw new Error("no");
  },
};
const hostile: [string, unknown][] = [
  ["undefined", undefined],
  ["null", null],
  ["a number", 12],
  ["NaN", NaN],
  ["a text", "BERT"],
  ["a symbol", Symbol("s")],
  ["a bigint", 10n],
  ["a function", () => good],
  ["an array", [good]],
  ["a map", new Map([["schema", "fivecars/scenario/1"]])],
  ["a date", new Date(0)],
  ["a promise", Promise.resolve(good)],
  ["a boxed text", new String("fivecars/scenario/1")],
  ["a throwing getter", throwing],
  [
    "a getter that throws nothing at all",
    {
      get a(): never {
        throw undefined;
      },
    },
  ],
  [
    "a getter that throws a monster",
    {
      get a(): never {
        throw {
          get message() {
            throw 1;
          },
          toString() {
            throw 2;
          },
        };
      },
    },
  ],
  [
    "a getter deep inside",
    {
      ...good,
      stages: [
        {
          time: {
            get hours(): never {
              throw new Error("deep");
            },
          },
          power: { measured_w: 1 },
        },
      ],
    },
  ],
  [
    "a proxy",
    new Proxy(good, {
      get() {
        throw new Error("trap");
      },
      ownKeys() {
        throw new Error("trap");
      },
    }),
  ],
  [
    "a revoked proxy",
    (() => {
      const { proxy, revoke } = Proxy.revocable({}, {});
      revoke();
      return proxy;
    })(),
  ],
  [
    "a proxy of a proxy that lies",
    new Proxy(new Proxy(good, {}), { getOwnPropertyDescriptor: () => undefined, has: () => true }),
  ],
  [
    "a circle",
    (() => {
      const circle: Record<string, unknown> = { ...good };
      circle["stages"] = [circle];
      return circle;
    })(),
  ],
  ["an array of holes", { ...good, stages: new Array(4e9) }],
  ["a typed array", { ...good, stages: new Float64Array(3) }],
  ["NaN hours", { ...good, stages: [{ time: { hours: NaN }, power: { measured_w: 1 } }] }],
  ["infinite hours", { ...good, stages: [{ time: { hours: Infinity }, power: { measured_w: 1 } }] }],
  ["hours as text", { ...good, stages: [{ time: { hours: "100" }, power: { measured_w: 1 } }] }],
  ["hours null", { ...good, stages: [{ time: { hours: null }, power: { measured_w: 1 } }] }],
  ["hours undefined", { ...good, stages: [{ time: { hours: undefined }, power: { measured_w: 1 } }] }],
  ["hours bigint", { ...good, stages: [{ time: { hours: 5n }, power: { measured_w: 1 } }] }],
  ["hours boxed", { ...good, stages: [{ time: { hours: Object(5) as number }, power: { measured_w: 1 } }] }],
  ["hours false", { ...good, stages: [{ time: { hours: false }, power: { measured_w: 1 } }] }],
  ["an own __proto__", JSON.parse('{"schema":"fivecars/scenario/1","stages":[],"__proto__":{"stages":[1]}}')],
  ["a name of a megabyte", { ...good, ["x".repeat(1 << 20)]: 1 }],
  ["a title of a megabyte", { ...good, title: "x".repeat(1 << 20) }],
  ["half a character", { ...good, ["\ud83d"]: 1 }],
  [
    "nested 10,000 deep",
    { ...good, title: Array.from({ length: 10_000 }).reduce<unknown>((inner) => [inner], 1) },
  ],
];

for (const [name, value] of hostile) {
  test(`${name} is refused, and the next scenario is right`, () => {
    refuse(value);
    still_right();
  });
}

test("what throws while it is read is one issue at the whole document", () => {
  const issues = refuse(throwing);
  assert.deepEqual(
    issues.map(({ code, path }) => [code, path]),
    [["unreadable", ""]],
  );
});

test("a getter that works is read once, and as it was then", () => {
  let reads = 0;
  const scenario = {
    ...good,
    get embodied() {
      reads += 1;
      return false;
    },
  };
  assert.equal(calculator.estimate(scenario).total_kg.best, calculator.estimate(good).total_kg.best);
  assert.equal(reads, 1);
});

test("polluted prototypes add nothing", () => {
  const polluted = Object.prototype as unknown as Record<string, unknown>;
  polluted["title"] = 7;
  polluted["hours"] = 3;
  try {
    still_right();
    assert.ok(refuse({ ...good, stages: [{ time: {}, power: { measured_w: 1 } }] }).length > 0);
  } finally {
    delete polluted["title"];
    delete polluted["hours"];
  }
});

test(many_times + "pieces of garbage give issues, then a right answer", () => {
  const random = seeded(20191906);
  const below = (n: number): number => Math.floor(random() * n);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const keys = [
    "schema",
    "stages",
    "site",
    "time",
    "hours",
    "power",
    "measured_w",
    "devices",
    "device",
    "count",
    "pue",
    "grid",
    "id",
    "kg_per_kwh",
    "best",
    "low",
    "high",
    "runs",
    "embodied",
    "prices",
    "x",
    "",
    "0",
    "length",
  ];
  const scalars = [
    null,
    undefined,
    NaN,
    Infinity,
    -1,
    0,
    1e308,
    5e-324,
    "",
    "79",
    "fivecars/scenario/1",
    true,
    3n,
    new Date(1),
    [],
    {},
    -0,
    2 ** 53,
    "\u0000",
  ];
  const value = (depth: number): unknown => {
    const kind = below(depth > 4 ? 2 : 8);
    if (kind < 3) return pick(scalars);
    if (kind < 5) return Array.from({ length: below(4) }, () => value(depth + 1));
    const object: Record<string, unknown> = {};
    for (let i = below(6); i > 0; i -= 1) object[pick(keys)] = value(depth + 1);
    if (kind === 7 && below(20) === 0)
      Object.defineProperty(object, pick(keys), {
        enumerable: true,
        get() {
          throw new Error("got");
        },
      });
    return object;
  };
  // Half of it is a good scenario with one thing replaced by something that can't stand there.
  const broken = (): unknown => {
    const copy = structuredClone(good) as unknown as Record<string, unknown>;
    let at: Record<string, unknown> = copy;
    while (true) {
      const key = pick(Object.keys(at).filter((name) => name !== "embodied"));
      const next = at[key];
      if (typeof next === "object" && next !== null && below(3) > 0) at = next as Record<string, unknown>;
      else {
        at[key] = pick([
          null,
          undefined,
          NaN,
          -1e9,
          Infinity,
          Symbol.iterator.toString(),
          7n,
          [[]],
          { best: 1 },
          () => 1,
        ]);
        return copy;
      }
    }
  };
  for (let i = 0; i < times; i += 1) {
    const garbage = i % 2 === 0 ? value(0) : broken();
    assert.ok(faultsOf(() => calculator.estimate(garbage as Scenario)).length > 0);
  }
  still_right();
});

test("texts that are none, or hold half of a character, are refused as documents are", () => {
  for (const text of [
    5,
    null,
    undefined,
    {},
    Symbol("s"),
    new Uint8Array(3),
    '{"title":"\ud83d"',
    '{"title":"\ud83d", "schema":"x"}',
    "\udc00",
  ]) {
    assert.ok(faultsOf(() => calculator.estimateText(text as string)).length > 0);
  }
  assert.equal(refuse({ ...good, title: "a\ud83dbc" })[0]?.path, "/title");
  assert.deepEqual(
    faultsOf(() => calculator.estimateText("x".repeat(1e8))).map(({ code }) => code),
    ["too-large"],
  );
  still_right();
});

test("documents without end are refused soon", () => {
  const many = Object.fromEntries(Array.from({ length: 1e6 }, (_, i) => [`x${i}`, i]));
  assert.deepEqual(
    refuse({ ...good, ...many }).map(({ code }) => code),
    ["too-many-members"],
  );
  const device = { device: "q", count: 1, x: 1 };
  const stage = { time: { hours: 1 }, power: { devices: Array.from({ length: 100 }, () => device) } };
  assert.equal(refuse({ ...good, stages: Array.from({ length: 1000 }, () => stage) }).length, 1001);
  assert.equal(refuse({ ...good, title: "x".repeat(1e8) })[0]?.code, "wrong-length");
  const legal = {
    time: { hours: 1 },
    power: { devices: Array.from({ length: 100 }, () => ({ watts: 1, count: 1 })) },
  };
  assert.deepEqual(
    refuse({ ...good, stages: Array.from({ length: 51 }, () => legal) }).map(({ code, path }) => [
      code,
      path,
    ]),
    [["too-many-devices", "/stages"]],
  );
  still_right();
});

test(many_times + "broken texts give issues, never another error", () => {
  const random = seeded(7);
  const text = JSON.stringify(good);
  for (let i = 0; i < times; i += 1) {
    const at = Math.floor(random() * text.length);
    const odd = '{}[]",:\\x0e-\n\u0000\u00e9'[Math.floor(random() * 14)] ?? "";
    const mutated = text.slice(0, at) + odd + text.slice(at + 1);
    try {
      calculator.estimateText(mutated);
    } catch (error) {
      assert.equal((error as Error).name, "ScenarioError", mutated);
    }
  }
  still_right();
});
