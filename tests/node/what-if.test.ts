// What-ifs: the same answers and faults on the command line and in wasm, to the bit; nothing that JavaScript can hand
// over breaks the instance; requests and answers fit their schemas.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Scenario, Texts } from "../../web/calculator/load.js";
import {
  loadWhatIf,
  oneBasis,
  type CompareRequest,
  type DiffRequest,
  type RankRequest,
  type SolveRequest,
  type WhatIf,
} from "../../web/calculator/what-if.js";
import { at, faultsOf, fivecars, load, run, scenarioOf, texts } from "./support.js";

const calculator = await load();
const catalogue = calculator.catalogue();
const whatIf: WhatIf = await loadWhatIf({ wasmBinary: readFileSync(at("build/wasm/what_if.wasm")) });

type Call = keyof WhatIf;
type AnyRequest = RankRequest | SolveRequest | DiffRequest | CompareRequest;
const answers: Record<Call, string> = {
  rank: "ranking",
  solve: "solution",
  diff: "difference",
  compare: "comparison",
};
const ask = (call: Call, request: unknown): unknown => whatIf[call](request as never);
/** The command of the same name; diff, too, takes a whole request. */
const native = (call: Call, request: unknown): ReturnType<typeof fivecars> =>
  fivecars([call, "-"], JSON.stringify(request));

const ajv = new Ajv2020({ strict: false, allErrors: true });
const fits = (schema: string, value: unknown): void => {
  const validate =
    ajv.getSchema(schema) ??
    ajv
      .addSchema(JSON.parse(readFileSync(at(`data/schema/${schema}.schema.json`), "utf8")) as object, schema)
      .getSchema(schema);
  assert.ok(validate?.(value), `${schema}: ${JSON.stringify(validate?.errors)}`);
};

const model = (id: string): { scenario: Scenario; one_basis: Scenario } => {
  const { one_basis } = texts.publications[id] ?? {};
  assert.ok(one_basis);
  return { scenario: scenarioOf(id), one_basis };
};
const bert = model("bert-base");
/** Without what is printed. */
const sums = Object.fromEntries(
  Object.entries(texts.publications).map(([id, { printed: _, ...rest }]) => [id, rest]),
);
const golden = (name: string): Scenario =>
  JSON.parse(readFileSync(at(`tests/golden/scenarios/${name}.json`), "utf8")) as Scenario;
const several: Scenario = {
  schema: "fivecars/scenario/1",
  ranges: "typical",
  stages: [
    { name: "run", time: { hours: 50 }, power: { devices: [{ device: "nvidia-v100-sxm2-16gb", count: 8 }] } },
    { name: "search", like: { stage: 0, times: 2.5 }, site: { grid: { id: "ember/POL" } } },
    {
      name: "computed",
      runs: 2,
      time: { flop: 1e21 },
      power: { devices: [{ device: "nvidia-a100-sxm4-80gb", count: 16 }] },
    },
  ],
  site: { region: "gcp/us-central1" },
} as Scenario;

const rank = (
  scenario: Scenario,
  over: RankRequest["over"],
  more: Partial<RankRequest> = {},
): RankRequest => ({
  schema: "fivecars/rank/1",
  scenario,
  over,
  ...more,
});
const solve = (
  scenario: Scenario,
  quantity: SolveRequest["for"],
  budget: SolveRequest["budget"],
  more: Partial<SolveRequest> = {},
): SolveRequest => ({ schema: "fivecars/solve/1", scenario, for: quantity, budget, ...more });
const diff = (from: Scenario, to: Scenario): DiffRequest => ({ schema: "fivecars/diff/1", from, to });

const good: [Call, AnyRequest][] = [
  ...[bert.scenario, bert.one_basis, several, golden("everything"), golden("places-of-every-kind")].flatMap(
    (scenario): [Call, AnyRequest][] => [
      ["rank", rank(scenario, "grids")],
      ["rank", rank(scenario, "grids", { query: "france", ranges: true })],
      ["rank", rank(scenario, "sites", { most: 5, ranges: true })],
      ["rank", rank(scenario, "pue", { values: [1.1, 1.6], ranges: true })],
      ["rank", rank(scenario, "pue")],
      ["solve", solve(scenario, "runs", { kg: 1000 })],
      ["solve", solve(scenario, "intensity", { equivalent: "flight-ny-sf", count: 3 })],
      ["solve", solve(scenario, "intensity", { kg: 1e-6 }, { stage: 0 })],
      ["solve", solve(scenario, "intensity", { kg: 1e12 })],
      ["diff", diff(scenario, bert.one_basis)],
      ["diff", diff(several, scenario)],
      [
        "compare",
        {
          schema: "fivecars/compare/1",
          ranges: true,
          runs: [{ scenario }, { id: "b", name: "BERT", scenario: bert.one_basis, published: bert.scenario }],
        },
      ],
    ],
  ),
  ["rank", rank(bert.one_basis, "years", { ranges: true, most: 4 })],
  ["rank", rank(several, "years")],
  ["rank", rank(several, "devices", { most: 5, ranges: true })],
  ["rank", rank(bert.scenario, "devices", { query: "tpu" })],
  ["solve", solve(bert.scenario, "hours", { kg: 100 })],
  ["solve", solve(bert.scenario, "devices", { kg: 2000 })],
  ["solve", solve(several, "hours", { kg: 400 }, { stage: 0 })],
  ["solve", solve(several, "devices", { kg: 400 }, { stage: 2 })],
  ["solve", solve(several, "runs", { equivalent: "epa-car-year", set: "epa" }, { stage: 1 })],
  ["compare", oneBasis(catalogue, sums)],
];

test("the same request gives the same answer natively and in wasm, and both fit their schemas", () => {
  for (const [call, request] of good) {
    fits(call, request);
    const { status, stdout, stderr } = native(call, request);
    assert.equal(status, 0, stderr);
    const document: unknown = JSON.parse(stdout);
    fits(answers[call], document);
    assert.deepStrictEqual(ask(call, request), document, `${call} ${JSON.stringify(request).slice(0, 300)}`);
  }
});

test("words make the request that they say", () => {
  const folder = mkdtempSync(join(tmpdir(), "fivecars-"));
  const file = (name: string, value: unknown): string => {
    writeFileSync(join(folder, name), JSON.stringify(value));
    return join(folder, name);
  };
  try {
    const own = file("bert.json", bert.scenario);
    const ours = file("ours.json", bert.one_basis);
    const many = file("several.json", several);
    const cases: [string[], Call, AnyRequest][] = [
      [["rank", own, "--over", "grids"], "rank", rank(bert.scenario, "grids")],
      [
        ["rank", "--over", "sites", "--query", "aws", "--most", "3", "--ranges", many],
        "rank",
        rank(several, "sites", { query: "aws", most: 3, ranges: true }),
      ],
      [["solve", own, "--for", "runs", "--kg", "1e3"], "solve", solve(bert.scenario, "runs", { kg: 1000 })],
      [
        ["solve", many, "--for", "hours", "--stage", "0", "--kg", "400"],
        "solve",
        solve(several, "hours", { kg: 400 }, { stage: 0 }),
      ],
      [
        ["solve", own, "--for", "devices", "--equivalent", "epa-car-year", "--set", "epa", "--count", "2.5"],
        "solve",
        solve(bert.scenario, "devices", { equivalent: "epa-car-year", set: "epa", count: 2.5 }),
      ],
      [["diff", own, ours], "diff", diff(bert.scenario, bert.one_basis)],
      [["compare", file("request.json", oneBasis(catalogue, sums))], "compare", oneBasis(catalogue, sums)],
    ];
    for (const [words, call, request] of cases) {
      const { status, stdout, stderr } = fivecars(words);
      assert.equal(status, 0, stderr);
      assert.deepStrictEqual(JSON.parse(stdout), ask(call, request), words.join(" "));
    }
    const piped = fivecars(["diff", own, "-"], JSON.stringify(bert.one_basis));
    assert.deepStrictEqual(JSON.parse(piped.stdout), ask("diff", diff(bert.scenario, bert.one_basis)));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("compare --models is the same comparison that a page makes of the catalogue and the texts", () => {
  const folder = mkdtempSync(join(tmpdir(), "fivecars-"));
  try {
    const path = join(folder, "texts.json");
    assert.equal(run("build/native/catalogc", [at("data"), "--texts", path]).status, 0);
    const { publications } = JSON.parse(readFileSync(path, "utf8")) as Texts;
    const request = oneBasis(catalogue, publications);
    fits("compare", request);
    const document: unknown = JSON.parse(fivecars(["compare", "--models"]).stdout);
    const answer = whatIf.compare(request);
    assert.deepStrictEqual(answer, document);
    assert.ok(answer.rows.length >= 60);
    assert.equal(answer.rows.find(({ id }) => id === "bert-base")?.printed_kg?.toFixed(2), "652.27");
    const ranged = JSON.parse(fivecars(["compare", "--models", "--ranges"]).stdout) as typeof answer;
    assert.deepStrictEqual(whatIf.compare({ ...request, ranges: true }), ranged);
    assert.ok(ranged.rows.every(({ total_kg }) => total_kg.low !== undefined));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("--text is for a person: short lines, no control characters, the figures of the document", () => {
  const text = (args: string[], scenario: Scenario | AnyRequest): string => {
    const { status, stdout, stderr } = fivecars([...args, "--text"], JSON.stringify(scenario));
    assert.equal(status, 0, stderr);
    // eslint-disable-next-line no-control-regex
    assert.doesNotMatch(stdout, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]|\bnan\b|\binf\b|undefined| $/im);
    return stdout;
  };
  const dark = { ...bert.scenario, title: "\u001b[31mred\u009b." };
  assert.match(
    text(["rank", "-", "--over", "grids", "--most", "3", "--ranges"], dark),
    /1 {2}\S.* ember\/\S+ .* times\n/,
  );
  assert.match(
    text(["rank", "-", "--over", "pue"], dark),
    /PUE 1 .*\n[^]*as it is +652\n[^]*11 values, 6 of them lower/,
  );
  assert.match(text(["rank", "-", "--over", "years"], bert.one_basis), /\n +\d+ {2}20\d\d /);
  assert.match(
    text(["solve", "-", "--for", "runs", "--equivalent", "flight-ny-sf"], bert.scenario),
    /runs +1\.38 .*\n +whole ones +1\n +budget +899\.9 kg CO2e\n/,
  );
  assert.match(text(["solve", "-", "--for", "intensity", "--kg", "1e9"], dark), /Within the budget of/);
  assert.match(
    text(["solve", "-", "--for", "devices", "--kg", "1"], bert.one_basis),
    /Over the budget of 1 kg/,
  );
  const computed = { ...several, stages: [several.stages[2]!] };
  assert.match(
    text(["solve", "-", "--for", "devices", "--kg", "1"], computed),
    /whatever the number of devices/,
  );
  assert.match(text(["diff", "-"], diff(dark, bert.one_basis)), /difference +1\.2 times +129/);
  assert.match(
    text(["compare", "-"], oneBasis(catalogue, sums)),
    /BERT base +782 .*making the hardware \+16 %, the grid \+7 %/,
  );
  assert.match(fivecars(["compare", "--models", "--text"]).stdout, /BERT base +782 +652\.3 +making/);
});

test("wrong words are exit 1, with what to do, and nothing on standard output", () => {
  const wrong: [string[], RegExp][] = [
    [["rank"], /rank takes one file/],
    [["rank", "-"], /rank needs --over grids, sites, devices, pue or years/],
    [["rank", "-", "--over", "planets"], /--over takes grids, sites, devices, pue or years/],
    [["rank", "-", "--over"], /--over takes grids/],
    [["rank", "-", "--over", "pue", "--most", "few"], /--most takes a number of rows; given: "few"/],
    [["rank", "-", "--over", "pue", "--least"], /"--least" is not known; it knows --text, --over/],
    [["rank", "-", "-", "--over", "pue"], /rank takes one file/],
    [["rank", "/nowhere/at/all.json", "--over", "pue"], /can't be read/],
    [["solve", "-", "--kg", "1"], /solve needs --for runs, hours, devices or intensity/],
    [["solve", "-", "--for", "runs"], /solve needs a budget: --kg or --equivalent/],
    [["solve", "-", "--for", "days", "--kg", "1"], /--for takes runs, hours, devices or intensity/],
    [["solve", "-", "--for", "runs", "--kg", "1", "--equivalent", "x"], /not both/],
    [["solve", "-", "--for", "runs", "--kg", "1", "--set", "epa"], /go with --equivalent/],
    [["solve", "-", "--for", "runs", "--kg", "NaN"], /--kg takes kg of CO2e; given: "NaN"/],
    [["diff", "-"], /diff takes two files/],
    [["diff", "-", "-"], /diff takes two files/],
    [["diff"], /diff takes two files/],
    [["diff", "a", "b", "c"], /diff takes two files/],
    [["compare"], /compare takes one file/],
    [["compare", "-", "--models"], /compare takes one file/],
    [["compare", "-", "--ranges"], /compare takes one file/],
  ];
  for (const [words, remedy] of wrong) {
    const { status, stdout, stderr } = fivecars(words, JSON.stringify(bert.scenario));
    assert.equal(status, 1, words.join(" "));
    assert.equal(stdout, "");
    assert.match(stderr, remedy);
  }
  const twice = fivecars(["rank", "-", "--over", "pue"], JSON.stringify(rank(bert.scenario, "grids")));
  assert.equal(twice.status, 1);
  assert.match(twice.stderr, /the file is a whole request; leave out all but --text/);
});

const bad: [string, Call, unknown, RegExp[]][] = [
  [
    "faults of the scenario lead into the request, all at once",
    "rank",
    rank(
      {
        ...several,
        stages: [
          { ...several.stages[0]!, runs: 0 },
          { time: { hours: -4 }, power: { measured_w: 1 } },
        ],
      },
      "moons" as never,
    ),
    [
      /^\/over: "moons" is not known; one of "grids"/,
      /^\/scenario\/stages\/0\/runs: 0/,
      /^\/scenario\/stages\/1\/time\/hours: -4/,
    ],
  ],
  [
    "an unknown equivalent, with the nearest",
    "solve",
    solve(bert.scenario, "runs", { equivalent: "flight" }),
    [/^\/budget\/equivalent: "flight" is not a known equivalent; did you mean "flight-ny-sf"\?$/],
  ],
  [
    "an unknown set",
    "solve",
    solve(bert.scenario, "runs", { equivalent: "flight-ny-sf", set: "eps" }),
    [/^\/budget\/set: "eps" is not a known set of equivalents; did you mean "epa"\?$/],
  ],
  [
    "two budgets",
    "solve",
    solve(bert.scenario, "runs", { kg: 1, equivalent: "flight-ny-sf" } as never),
    [/^\/budget: exactly one of kg, equivalent/],
  ],
  [
    "a negative budget",
    "solve",
    solve(bert.scenario, "runs", { kg: -1 }),
    [/^\/budget\/kg: -1 is not allowed/],
  ],
  [
    "a stage that isn't there",
    "solve",
    solve(several, "runs", { kg: 1 }, { stage: 3 }),
    [/^\/stage: 3 is not allowed; a whole number from 0 to 2$/],
  ],
  [
    "half a stage",
    "solve",
    solve(several, "runs", { kg: 1 }, { stage: 0.5 }),
    [/^\/stage: 0\.5 is not allowed/],
  ],
  [
    "no stage where there are several",
    "solve",
    solve(several, "devices", { kg: 1 }),
    [/^"stage" is missing; there are several: say which one is meant, from 0 to 2$/],
  ],
  [
    "hours of a stage whose time is computed",
    "solve",
    solve(several, "hours", { kg: 1 }, { stage: 2 }),
    [/^\/scenario\/stages\/2\/time: there is no time on the clock to vary; it follows from the computation/],
  ],
  [
    "other devices for watts without a speed",
    "rank",
    rank(
      { ...several, stages: [{ time: { hours: 1 }, power: { devices: [{ watts: 1, count: 1 }] } }] },
      "devices",
    ),
    [/^\/scenario\/stages\/0\/power: .*give "peak_flops"$/],
  ],
  [
    "years of a grid that has none",
    "rank",
    rank({ ...bert.scenario, site: { grid: { kg_per_kwh: 1 } } }, "years"),
    [/^\/scenario\/site\/grid: there is no year to vary; name a region or a grid$/],
  ],
  [
    "a PUE under 1",
    "rank",
    rank(bert.scenario, "pue", { values: [1, 0.5] }),
    [/^\/values\/1: 0\.5 is not allowed/],
  ],
  ["no rows", "rank", rank(bert.scenario, "pue", { most: 0 }), [/^\/most: 0 is not allowed/]],
  [
    "a request without a scenario",
    "rank",
    { schema: "fivecars/rank/1", over: "years" },
    [/^"scenario" is missing$/],
  ],
  [
    "faults of both sides of a difference",
    "diff",
    diff({ ...bert.scenario, site: { region: "aws/us-east-9" } }, { ...bert.scenario, stages: [] }),
    [
      /^\/to\/stages: 0 entries/,
      /^\/from\/site\/region: "aws\/us-east-9" is not a known region; did you mean/,
    ],
  ],
  [
    "no runs to compare",
    "compare",
    { schema: "fivecars/compare/1", runs: [] },
    [/^\/runs: 0 entries are not allowed; from 1 to 200$/],
  ],
  [
    "too many runs to compare",
    "compare",
    { schema: "fivecars/compare/1", runs: Array.from({ length: 201 }, () => ({ scenario: bert.scenario })) },
    [/^\/runs: 201 entries/],
  ],
  [
    "a fault in one of the runs",
    "compare",
    {
      schema: "fivecars/compare/1",
      runs: [
        { scenario: bert.scenario },
        { scenario: bert.scenario, published: { ...bert.scenario, embodied: 3 }, printed_kg: "1" },
      ],
    },
    [/^\/runs\/1\/published\/embodied: /, /^\/runs\/1\/printed_kg: /],
  ],
];
for (const [name, call, request, expected] of bad) {
  test(`${name}: refused alike on the command line and in wasm`, () => {
    const issues = faultsOf(() => ask(call, request));
    const messages = issues.map(({ message }) => message);
    fits("issues", { issues });
    assert.equal(messages.length, expected.length, messages.join("\n"));
    for (const pattern of expected)
      assert.ok(
        messages.some((text) => pattern.test(text)),
        `${String(pattern)}\n${messages.join("\n")}`,
      );
    const { status, stdout, stderr } = native(call, { ...(request as object), schema: `fivecars/${call}/1` });
    assert.equal(status, 2);
    assert.equal(stdout, "");
    assert.deepStrictEqual(stderr.trimEnd().split("\n"), messages);
  });
}

test("the declared types name exactly what the module has", async () => {
  const { default: createModule } = await import("#what-if-module");
  const module = await createModule({ wasmBinary: readFileSync(at("build/wasm/what_if.wasm")) });
  for (const name of ["rank", "solve", "diff", "compare", "unreadable"] as const)
    assert.equal(typeof module[name], "function");
});

// Whatever JavaScript can hand over gives issues, and leaves the instance usable.
const right = JSON.stringify(whatIf.solve(solve(bert.scenario, "runs", { kg: 1000 })));
const still_right = (): void =>
  assert.equal(JSON.stringify(whatIf.solve(solve(bert.scenario, "runs", { kg: 1000 }))), right);
const calls = ["rank", "solve", "diff", "compare"] as const;

test("hostile requests are refused by each call, and the next answer is right", () => {
  const throwing = {
    get scenario(): never {
      throw new Error("no");
    },
  };
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const circle: Record<string, unknown> = { ...rank(bert.scenario, "pue") };
  circle["scenario"] = circle;
  const hostile: unknown[] = [
    undefined,
    null,
    12,
    NaN,
    "BERT",
    Symbol("s"),
    10n,
    () => 1,
    [],
    new Map(),
    new Date(0),
    Promise.resolve(1),
    new String("x"),
    throwing,
    proxy,
    circle,
    new Float64Array(3),
    {
      get schema(): never {
        throw {
          get message(): never {
            throw 1;
          },
          toString(): never {
            throw 2;
          },
        };
      },
    },
    { ...rank(bert.scenario, "pue"), values: new Array(4e9) },
    { ...rank(bert.scenario, "pue"), values: [NaN, "1", null, undefined, 2n, Infinity] },
    { ...rank(bert.scenario, "grids"), query: "\ud83d" },
    { ...rank(bert.scenario, "grids"), query: "x".repeat(1e6) },
    { ...rank(bert.scenario, "grids"), ["x".repeat(1 << 20)]: 1 },
    { ...solve(bert.scenario, "runs", { kg: 1 }), stage: "0" },
    { ...solve(bert.scenario, "runs", { kg: 1 }), stage: -1 },
    { ...solve(bert.scenario, "runs", { kg: 1 }), budget: [{ kg: 1 }] },
    { ...diff(bert.scenario, bert.scenario), to: [bert.scenario] },
    { schema: "fivecars/compare/1", runs: new Array(4e9) },
    { schema: "fivecars/compare/1", runs: [null, 1, {}] },
    JSON.parse('{"schema":"fivecars/rank/1","over":"pue","__proto__":{"scenario":1}}'),
    {
      ...rank(bert.scenario, "pue"),
      scenario: Array.from({ length: 10_000 }).reduce<unknown>((inner) => [inner], 1),
    },
  ];
  for (const value of hostile) {
    for (const call of calls) {
      const issues = faultsOf(() => ask(call, value));
      assert.ok(issues.length > 0);
      for (const { code, path, message } of issues)
        assert.ok(code.length > 0 && message.length > 0 && typeof path === "string");
    }
    still_right();
  }
  assert.deepEqual(
    faultsOf(() => ask("rank", throwing)).map(({ code, path }) => [code, path]),
    [["unreadable", ""]],
  );
});

const times = process.env["FIVECARS_QUICK"] ? 500 : 10_000;
test(`${times.toLocaleString("en")} broken requests give issues, then a right answer`, () => {
  let state = 20191906;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number): number => Math.floor(random() * n);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const from: [Call, AnyRequest][] = [
    ["rank", rank(several, "pue")],
    ["solve", solve(several, "hours", { equivalent: "flight-ny-sf", set: "strubell-2019" }, { stage: 0 })],
    ["diff", diff(several, bert.scenario)],
    ["compare", { schema: "fivecars/compare/1", runs: [{ scenario: several, published: bert.scenario }] }],
  ];
  for (let i = 0; i < times; i += 1) {
    const [call, request] = from[i % from.length]!;
    const copy = structuredClone(request) as unknown as Record<string, unknown>;
    let place: Record<string, unknown> = copy;
    while (true) {
      const key = pick(Object.keys(place));
      const next = place[key];
      if (typeof next === "object" && next !== null && below(4) > 0) place = next as Record<string, unknown>;
      else {
        place[key] = pick<unknown>([
          null,
          undefined,
          NaN,
          -1e9,
          Infinity,
          "Symbol",
          7n,
          [[]],
          { best: 1 },
          () => 1,
        ]);
        break;
      }
    }
    // A name may be any text.
    if (place["name"] === "Symbol" || place["title"] === "Symbol") continue;
    assert.ok(
      faultsOf(() => ask(call, copy)).length > 0,
      JSON.stringify(copy, (_, v: unknown) => (typeof v === "bigint" ? String(v) : v)),
    );
  }
  still_right();
});

test("a what-if of a large request ends, and soon", () => {
  const stage = (name: string): Scenario["stages"][number] => ({
    name,
    time: { hours: { best: 10, low: 9, high: 12 } },
    power: {
      devices: Array.from({ length: 5 }, () => ({ watts: { best: 300, low: 200, high: 400 }, count: 2 })),
    },
  });
  const large: Scenario = {
    ...bert.scenario,
    stages: Array.from({ length: 1000 }, (_, i) => stage(`s${i}`)),
  };
  const start = performance.now();
  assert.equal(whatIf.diff(diff(large, large)).difference_kg.high, 0);
  assert.equal(whatIf.solve(solve(large, "runs", { kg: 1 })).status, "found");
  assert.ok(whatIf.rank(rank(large, "grids")).rows.length > 200);
  assert.ok(performance.now() - start < 60_000);
});
