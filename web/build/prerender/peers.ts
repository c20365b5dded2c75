// The same input by others' published formulas and tables, beside ours.
import { method as words } from "#words/method.js";
import { mass } from "#words/page.js";
import { exact, figure } from "../../src/text/numbers.js";
import type { Scenario } from "../../calculator/documents.js";
import type { Made } from "./engine.js";
import { html, type Html } from "./html.js";
import tables from "./peers.json";

interface Peer {
  name: string;
  source: { url: string; authors: string; year: number };
  card_w?: Record<string, number>;
  measured_w?: Record<string, number>;
  g_per_kwh: Record<string, number>;
  pue: number;
}

interface Input {
  id: keyof typeof words.cases;
  device: string;
  count: number;
  hours: number;
  region: string;
}
const inputs = tables.inputs as Input[];

export const peers = (all: Made): Html => html`${inputs.map((input) => beside(input, all))}`;

function beside({ id, device, count, hours, region }: Input, all: Made): Html {
  const scenario: Scenario = {
    schema: "fivecars/scenario/1",
    ranges: "typical",
    stages: [{ time: { hours }, power: { devices: [{ device, count }] } }],
    site: { region },
  };
  const { total_kg, trace } = all.estimate(scenario);
  const operand = (symbol: string): number | undefined =>
    trace.flatMap(({ operands }) => operands).find((one) => one.symbol === symbol)?.value;
  const watts = trace.find(({ symbol }) => symbol === "P_IT")?.value;
  const row = (name: Html, kg: string, how: string, w?: number, pue?: number, g?: number): Html =>
    html`<tr>
        <th scope="row">${name}</th>
        <td><b>${kg}</b></td>
        <td>${w !== undefined && `${figure(w)}\u00a0W`}</td>
        <td>${pue !== undefined && exact(pue)}</td>
        <td>${g !== undefined && figure(g)}</td>
      </tr>
      <tr class="note">
        <td colspan="5"><small>${how}</small></td>
      </tr>`;
  const intensity = operand("I");
  const title = words.cases[id](exact(count), exact(hours));
  return html`<div class="wide" tabindex="0" role="group" aria-label="${title}">
    <table class="peers">
      <caption>
        ${title}
      </caption>
      <thead>
        <tr>
          ${words.peerColumns.map((text) => html`<th scope="col">${text}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${row(html`${words.ours}`, mass(total_kg, "kg", all.catalogue), words.oursHow, watts, operand("PUE"), intensity && intensity * 1000)}
        ${Object.entries(tables.peers as Record<string, Peer>).map(([peer, table]) => {
          const w = table.measured_w ? table.measured_w[device] : (table.card_w?.[device] ?? 0) * count;
          const g = table.g_per_kwh[region];
          const kg = w !== undefined && g !== undefined ? (w * hours * table.pue * g) / 1e6 : undefined;
          const { url, authors, year } = table.source;
          return row(
            html`<a href="${url}" rel="noopener noreferrer">${table.name}</a>
              <small>${authors} ${year}</small>`,
            kg === undefined ? "–" : mass(kg, "kg", all.catalogue),
            kg === undefined ? words.noReading : words.peerHow[peer as keyof typeof words.peerHow],
            w,
            table.pue,
            g,
          );
        })}
      </tbody>
    </table>
  </div>`;
}
