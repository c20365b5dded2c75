// The total with its range, drawn as the page draws it.
import { isRange, leading, massAlone, massRange } from "#words/page.js";
import type { Estimate } from "../../calculator/documents.js";
import type { Made } from "./engine.js";
import { html, type Html } from "./html.js";

const height = 56;

export function spread({ total_kg: total, histogram }: Estimate, { catalogue }: Made): Html | undefined {
  if (!isRange(total)) return undefined;
  const { best, low, median, high } = total;
  const { edges_kg: edges, counts } = histogram;
  const beside = (high - low) / 2;
  const from = Math.min(Math.max(edges[0] ?? low, low - beside), best);
  const to = Math.max(Math.min(edges.at(-1) ?? high, high + beside), best);
  const at = (kg: number): number => Number((((kg - from) / (to - from)) * 100).toFixed(2));
  const dense = counts
    .map((count, i) => {
      const [left, right] = [edges[i] ?? from, edges[i + 1] ?? to];
      return { x: at((left + right) / 2), density: count / (right - left) };
    })
    .slice(1, -1)
    .filter(({ x }) => x >= 0 && x <= 100);
  const most = Math.max(...dense.map(({ density }) => density));
  const outline = dense.map(({ x, density }) => `${x} ${(height * (1 - density / most)).toFixed(1)}`);
  const [left = "", right = ""] = massRange(total, "kg", catalogue).split(/\u2060?–\u2060?/);
  const lead = at(leading(total));
  const mark = (x: number, text: string, kind = ""): Html =>
    html`<text class="${kind}" x="${x}%" y="${height + 26}">${text}</text>`;
  return html`<svg class="spread" aria-hidden="true">
    <svg width="100%" height="${height}" viewBox="0 0 100 ${height}" preserveAspectRatio="none">
      <path d="M0 ${height}L${outline.join("L")}L100 ${height}Z" />
    </svg>
    <rect class="axis" width="100%" y="${height}" height="1" />
    <rect x="${at(low)}%" width="${at(high) - at(low)}%" y="${height - 2}" height="5" />
    <rect class="middle" x="${at(median)}%" y="${height - 6}" width="2" height="13" />
    <circle cx="${lead}%" cy="${height}" r="7" />
    ${mark(at(low), left)}${mark(lead, massAlone(total, "kg", catalogue), "lead")}${mark(at(high), right)}
  </svg>`;
}
