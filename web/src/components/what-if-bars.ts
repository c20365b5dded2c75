// A ranking as bars on one scale, the run itself among them; and as a table.
import { html, nothing, svg, type TemplateResult } from "lit/html.js";
import type { Outcome } from "../../calculator/documents.js";
import type { RankRow } from "../../calculator/what-if.js";
import { store } from "../state/store.js";
import { inUnit, isRange, massNear, massRange, unitName } from "#words/page.js";
import { whatIf as words, type Subject } from "#words/what-if.js";
import { figure, rough } from "../text/numbers.js";
import type { Chosen } from "./what-if-rows.js";

export interface Acts {
  take: (row: RankRow) => void;
  pin: (row: RankRow) => void;
  all: () => void;
}

/** Fewer are shown at once. */
const few = 14;
const ends = { first: 5, around: 1, last: 3 };

/** Years and PUEs are a course, of which nothing is left out. */
const isLong = (subject: Subject, rows: number): boolean =>
  subject !== "years" && subject !== "pue" && rows >= few;

type Line = { row: RankRow; rank: number } | { run: true } | { more: number };

/** The run in its rank; of many, the first, those around the run, and the last. */
function linesOf(subject: Subject, { rows, run, lower }: Chosen, all: boolean): Line[] {
  const lines: Line[] = rows.map((row, i) => ({ row, rank: i + 1 }));
  // Years are in the order of time, where the run has no rank.
  const at = subject === "years" ? 0 : rows.findIndex(({ total_kg }) => total_kg.best >= run.best);
  const place = at < 0 ? lower : at;
  lines.splice(place, 0, { run: true });
  if (all || !isLong(subject, rows.length)) return lines;
  const isShown = (i: number): boolean =>
    i < ends.first || i >= lines.length - ends.last || Math.abs(i - place) <= ends.around;
  const shown: Line[] = [];
  let skipped = 0;
  lines.forEach((line, i) => {
    if (!isShown(i)) ++skipped;
    else {
      if (skipped) shown.push({ more: skipped });
      skipped = 0;
      shown.push(line);
    }
  });
  return shown;
}

export function rankedBars(subject: Subject, chosen: Chosen, all: boolean, acts: Acts): TemplateResult {
  const { catalogue, view } = store;
  const lines = linesOf(subject, chosen, all);
  const most = Math.max(
    chosen.run.high ?? chosen.run.best,
    ...chosen.rows.map(({ total_kg: o }) => o.high ?? o.best),
  );
  const amounts = (o: Outcome, times: number): TemplateResult =>
    html`${spanBar(o, most)}
      <span class="amount">${massNear(o, view.unit, catalogue)}</span>
      <small class="ends">${massRange(o, view.unit, catalogue)}</small>
      <small class="times-run">${chosen.run.best > 0 ? words.times(rough(times)) : nothing}</small>`;
  return html`<ol class="ranked">
      ${lines.map((line) => {
        if ("more" in line) return html`<li class="gap"><span>${words.more(line.more)}</span></li>`;
        if ("run" in line)
          return html`<li class="run">
            <span class="rank"></span><b class="name">${words.run}</b>${amounts(chosen.run, 1)}<span></span>
          </li>`;
        const { row, rank } = line;
        const mass = massNear(row.total_kg, view.unit, catalogue);
        return html`<li data-id=${row.id || String(row.value)}>
          <span class="rank">${subject === "years" || subject === "pue" ? nothing : rank}</span>
          <button class="name" title=${words.take(row.name, mass)} @click=${() => acts.take(row)}>
            ${row.name}
          </button>
          ${amounts(row.total_kg, row.times)}
          <button
            class="pin"
            title=${words.pin(row.name)}
            aria-label=${words.pin(row.name)}
            @click=${() => acts.pin(row)}
          >
            +
          </button>
        </li>`;
      })}
    </ol>
    ${
      isLong(subject, chosen.rows.length)
        ? html`<p>
            <button class="quiet" aria-expanded=${all} @click=${acts.all}>
              ${all ? words.showFew : words.showAll(chosen.rows.length)}
            </button>
          </p>`
        : nothing
    }`;
}

/** From nothing to the best value, and across it where nine in ten lie. */
export function spanBar(o: Outcome, most: number): TemplateResult {
  const x = (kg: number): string => `${most > 0 ? Math.min(100, (kg / most) * 100).toFixed(2) : 0}%`;
  return html`<svg class="spanbar" aria-hidden="true">
    <rect class="full" width=${x(o.best)} height="100%" />
    ${
      isRange(o)
        ? svg`<line x1=${x(o.low)} x2=${x(o.high)} y1="50%" y2="50%" />
      <line x1=${x(o.low)} x2=${x(o.low)} y1="25%" y2="75%" /><line x1=${x(o.high)} x2=${x(o.high)} y1="25%" y2="75%" />`
        : nothing
    }
  </svg>`;
}

export function rankedTable({ rows, run }: Chosen): TemplateResult {
  const { catalogue, view } = store;
  const amount = (kg: number | undefined): string =>
    kg === undefined ? "" : figure(inUnit(kg, view.unit, catalogue));
  return html`<div class="scroll tall" tabindex="0" role="region" aria-label=${words.table}>
    <table>
      <thead>
        <tr>
          ${words.columns(unitName[view.unit]).map((column) => (column ? html`<th scope="col">${column}</th>` : html`<td></td>`))}
        </tr>
      </thead>
      <tbody>
        ${[{ name: words.run, total_kg: run, times: 1 }, ...rows].map(
          ({ name, total_kg, times }, i) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${i || ""}</td>
              <td>${amount(total_kg.best)}</td>
              <td>${amount(total_kg.low)}</td>
              <td>${amount(total_kg.high)}</td>
              <td>${run.best > 0 ? figure(times) : ""}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
