// The total with its range, drawn as the page draws it.
import { isRange, leading, massAlone, massRange } from "#words/page.js";
import type { Estimate } from "../../calculator/documents.js";
import { spread as silhouette } from "../../src/components/spread.js";
import type { Made } from "./engine.js";
import { html, type Html } from "./html.js";

const height = 56;

export function spread({ total_kg: total, histogram }: Estimate, { catalogue }: Made): Html | undefined {
  if (!isRange(total)) return undefined;
  const { low, median, high } = total;
  const { at, outline } = silhouette(total, histogram);
  const points = outline.map(([x, up]) => `${x} ${(height * (1 - up)).toFixed(1)}`);
  const [left = "", right = ""] = massRange(total, "kg", catalogue).split(/\u2060?–\u2060?/);
  const lead = at(leading(total));
  const mark = (x: number, text: string, kind = ""): Html =>
    html`<text class="${kind}" x="${x}%" y="${height + 26}">${text}</text>`;
  return html`<svg class="spread" aria-hidden="true">
    <svg width="100%" height="${height}" viewBox="0 0 100 ${height}" preserveAspectRatio="none">
      <path d="M0 ${height}L${points.join("L")}L100 ${height}Z" />
    </svg>
    <rect class="axis" width="100%" y="${height}" height="1" />
    <rect x="${at(low)}%" width="${at(high) - at(low)}%" y="${height - 2}" height="5" />
    <rect class="middle" x="${at(median)}%" y="${height - 6}" width="2" height="13" />
    <circle cx="${lead}%" cy="${height}" r="7" />
    ${mark(at(low), left)}${mark(lead, massAlone(total, "kg", catalogue), "lead")}${mark(at(high), right)}
  </svg>`;
}
