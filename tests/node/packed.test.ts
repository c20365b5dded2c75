// What the frame's document holds of the published sums.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pack, unpack } from "../../web/embed/packed.js";
import type { PublishedSum } from "../../web/embed/sum.js";

const sum = (best: number, name: string): PublishedSum => ({
  schema: "fivecars/embed/1",
  model: { id: "a", name, kind: "published" },
  subject: ["Training ", name],
  scenario: { schema: "fivecars/scenario/1", stages: [] } as unknown as PublishedSum["scenario"],
  estimate: {
    total_kg: { best, low: best / 2, median: best, high: best * 2 },
    embodied_kg: null,
    equivalents: [
      { id: "car", set: "one", count: { best: best / 3 } },
      { id: "flight", set: "two", count: { best: best / 7 } },
    ],
    histogram: { edges_kg: [1, 2], counts: [3] },
    trace: [],
  },
  pue: 1.5,
  rows: { grids: { world: { id: "world", name: `${name}: world` } } },
  data_version: "2026.11",
  engine_version: "0.1.0",
});
const both = (en: PublishedSum, de: PublishedSum) => ({
  en: new Map([["a/embed.json", en]]),
  de: new Map([["a/embed.json", de]]),
});

test("packed sums come out as they went in, each in its language", () => {
  const [en, de] = [sum(652, "it"), sum(652, "es")];
  const packed = pack(both(en, de));
  assert.deepEqual(unpack(packed, "en", "a/embed.json"), en);
  assert.deepEqual(unpack(packed, "de", "a/embed.json"), de);
});

test("what isn't there is nothing, whatever it is called", () => {
  const packed = pack(both(sum(1, "it"), sum(1, "es")));
  for (const path of ["b/embed.json", "a/embed-one.json", "", "toString", "__proto__"])
    assert.equal(unpack(packed, "en", path), undefined);
});

test("sums whose figures differ from language to language are refused", () => {
  assert.throws(() => pack(both(sum(652, "it"), sum(653, "es"))), /a\/embed\.json can't be packed: in de/);
  const other = sum(652, "es");
  other.estimate.equivalents.reverse();
  assert.throws(() => pack(both(sum(652, "it"), other)), /in de it has something of its own/);
});
