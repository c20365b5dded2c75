// How sure the total is, and which number would narrow it most.
import { html, nothing, svg, type TemplateResult } from "lit/html.js";
import type { Estimate, Outcome, Swing } from "../../calculator/documents.js";
import { get } from "../state/pointer.js";
import { store } from "../state/store.js";
import { isRange, known, massNear, massRange, partOfSum, stageNamed, ui, unitName } from "#words/page.js";
import { unitText } from "#words/later.js";
import { below, inSentence, sureText as words, symbolText } from "#words/below.js";
import { brief, percent } from "../text/numbers.js";
import { bar } from "./drawings.js";
import { toField } from "./to-field.js";
import { Piece } from "./piece.js";

/** More are in the table. */
const most = 8;

export class SurePiece extends Piece {
  protected override draw() {
    const { estimate, catalogue, view } = store;
    if (!estimate) return nothing;
    const { sensitivity, total_kg } = estimate;
    const [first] = sensitivity;
    const shown = sensitivity.slice(0, most);
    const rest = sensitivity.slice(most);
    const mass = (kg: number): string => massNear(partOfSum(kg, total_kg), view.unit, catalogue);
    return html`<section aria-labelledby="sure-title" class=${store.isStale ? "stale" : ""}>
      <h2 id="sure-title">${below.sure} ${store.isStale ? html`<small>${ui.lastGood}</small>` : nothing}</h2>
      <div class="sure">
        <div>
          <p class="intro">${first ? advice(first, estimate) : settled(estimate)}</p>
          ${first ? html`<p class="aside">${words.how}</p>` : nothing}
        </div>
        ${first ? html`<div>${tornado(shown, total_kg.best)}${rest.length ? html`<p class="aside">${words.others(rest.length, percent(rest.reduce((sum, { variance_share }) => sum + (variance_share ?? 0), 0)))}</p>` : nothing}</div>` : nothing}
      </div>
      ${
        first
          ? html`<details>
              <summary>${words.table}</summary>
              ${table(
                words.table,
                words.columns,
                sensitivity.map((swing) => {
                  const { best, low, high } = swing.value;
                  const unit = unitText(swing.unit);
                  return [
                    [nameOf(swing), whose(swing)].filter(Boolean).join(", "),
                    ...[best, low, high].map((value) => brief(value) + unit),
                    mass(swing.total_kg_low),
                    mass(swing.total_kg_high),
                    swing.variance_share === null ? "" : percent(swing.variance_share),
                  ];
                }),
              )}
            </details>`
          : nothing
      }
      <details>
        <summary>${words.totals}</summary>
        ${table(words.totals, words.totalColumns, totals(estimate, mass))}
      </details>
    </section>`;
  }
}

/** Which number to find out next, whether anybody gave it, and where it can be given. */
function advice(swing: Swing, estimate: Estimate): TemplateResult | string {
  const { variance_share: share, origin, path } = swing;
  if (share === null) return words.noShare;
  const shared = stagesOf(swing, estimate);
  const isRanged = origin === "given" && get(store.estimated, `${path}/best`) !== undefined;
  const whence = isRanged ? "ranged" : origin;
  return html`${words.advice}<b>${inSentence(nameOf(swing))}</b>${words.share(share)}${
      shared > 1 ? words.inStages(shared) : nothing
    }<span class="next"
      >${words.whence[whence]}
      <button class="link" @click=${() => void toField(path)}>${words.give[whence]}</button></span
    >`;
}

function settled({ total_kg }: Estimate): TemplateResult | string {
  if (total_kg.best === 0) return words.nothing;
  if (store.isTypical) return words.settled;
  return html`${words.none} <button class="link" @click=${() => store.setSure(true)}>${words.take}</button>`;
}

/** How many stages go by the same figure: one draw moves it in all of them. */
function stagesOf({ input, entry, origin }: Swing, { trace }: Estimate): number {
  if (origin === "given" || entry === null) return 1;
  const stages = trace.flatMap(({ stage, operands }) =>
    stage !== null && operands.some((operand) => operand.entry === entry && operand.symbol.startsWith(input))
      ? [stage]
      : [],
  );
  return new Set(stages).size;
}

function tornado(swings: Swing[], best: number): TemplateResult {
  const ends = swings.flatMap(({ total_kg_low, total_kg_high }) => [total_kg_low, total_kg_high]);
  const from = Math.min(best, ...ends);
  const to = Math.max(best, ...ends);
  const x = (kg: number): number => (to > from ? ((kg - from) / (to - from)) * 100 : 50);
  const { catalogue, view } = store;
  return html`<ol class="tornado">
    ${swings.map((swing) => {
      const { value, total_kg_low, total_kg_high, variance_share, origin } = swing;
      const of = whose(swing);
      const [left, right] = [total_kg_low, total_kg_high].sort((a, b) => a - b) as [number, number];
      return html`<li>
        <button class="swing" data-path=${swing.path ?? ""} @click=${() => void toField(swing.path)}>
          <span class="name"
            >${nameOf(swing)}
            <small
              >${of ? `${of}: ` : ""}${words.of(brief(value.best), brief(value.low), brief(value.high), unitText(swing.unit))},
              ${words.origins[origin]}</small
            ></span
          >
          <svg class="swingbar" aria-hidden="true">
            <rect class="empty" width="100%" y="40%" height="20%" />
            ${svg`<rect class="full" x="${x(left)}%" width="${x(right) - x(left)}%" height="100%" />
            <rect class="best" x="${x(best)}%" width="2" height="100%" />`}
          </svg>
          <span class="ends"
            >${massRange({ best: right, low: left, median: right, high: right }, view.unit, catalogue)}
            ${unitName[view.unit]}</span
          >
          <b class="share">${variance_share === null ? nothing : percent(variance_share)}</b>
        </button>
      </li>`;
    })}
  </ol>`;
}

function table(name: string, columns: readonly string[], rows: string[][]): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${name}>
    <table>
      <thead>
        <tr>
          ${columns.map((column) => (column ? html`<th scope="col">${column}</th>` : html`<td></td>`))}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([head, ...cells]) =>
            html`<tr>
              <th scope="row">${head}</th>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function totals(
  { total_kg, operational_kg, embodied_kg, market_kg, energy_kwh, water_l, cost_usd }: Estimate,
  mass: (kg: number) => string,
): string[][] {
  const names = words.totalNames;
  const rows: [string, Outcome | null | undefined, (value: number) => string][] = [
    [names.total, total_kg, mass],
    [names.operational, embodied_kg && operational_kg, mass],
    [names.embodied, embodied_kg, mass],
    [names.market, market_kg, mass],
    ...(
      [
        [names.energy, energy_kwh],
        [names.water, water_l],
        [names.preemptible, cost_usd.cloud?.preemptible],
        [names.on_demand, cost_usd.cloud?.on_demand],
        [names.electricity, cost_usd.electricity],
      ] as const
    ).map(([name, o]): [string, Outcome | null | undefined, (value: number) => string] => [
      name,
      o,
      (value) => known(o ? partOfSum(value, o) : value),
    ]),
  ];
  return rows.flatMap(([name, o, shown]) =>
    o
      ? [
          isRange(o)
            ? [name, shown(o.low), shown(o.median), shown(o.best), shown(o.high)]
            : [name, "", "", shown(o.best), ""],
        ]
      : [],
  );
}

/** The device or the grid that it is a number of. */
function whose({ entry }: Swing): string | undefined {
  const [, table, id = ""] =
    /^(devices|grids)\/(.*?)(?:\/(?:embodied\/)?\w+|\/\d+\/\w+)$/.exec(entry ?? "") ?? [];
  return table === "devices"
    ? store.row("devices", id)?.short_name
    : table === "grids"
      ? store.row("grids", id)?.name
      : undefined;
}

/** In words: the quantity, and in which stage where there are several. */
function nameOf(swing: Swing): string {
  const { words: quantity } = symbolText(swing.input);
  const { estimate } = store;
  const stage = /^\/stages\/(\d+)/.exec(swing.path ?? "")?.[1];
  if (!estimate || stage === undefined || estimate.stages.length < 2 || stagesOf(swing, estimate) > 1)
    return quantity;
  return `${quantity}, ${stageNamed(estimate.stages[Number(stage)]?.name ?? "") || ui.stage(Number(stage) + 1, "")}`;
}

// ——— The stages, where there are several: a part of the result ———

export function stageShares({ stages, total_kg }: Estimate): TemplateResult {
  const { catalogue, view } = store;
  const whole = total_kg.best;
  return html`<h3>${words.stages}</h3>
    <ul class="stages">
      ${stages.map(({ name, total_kg: { best: kg } }, i) => {
        const share = whole > 0 ? kg / whole : 0;
        return html`<li>
          <span>${stageNamed(name) || ui.stage(i + 1, "")}</span>
          <span><b>${percent(share)}</b> ${massNear(partOfSum(kg, total_kg), view.unit, catalogue)}</span>
          ${bar(share, "")}
        </li>`;
      })}
    </ul>`;
}
