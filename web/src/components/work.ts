import { html, nothing, type TemplateResult } from "lit/html.js";
import defaults from "virtual:texts/defaults";
import equivalents from "virtual:texts/equivalents";
import publications from "virtual:texts/publications";
import type { Citation, Operand, Step } from "../../calculator/documents.js";
import { store } from "../state/store.js";
import { ui } from "#words/page.js";
import { tied, unitText } from "#words/later.js";
import { below, symbolText } from "#words/below.js";
import { working } from "../text/digits.js";
import { parts } from "../text/formula.js";
import { exact } from "../text/numbers.js";
import { Piece } from "./piece.js";
import { linked, sourceLink } from "./source.js";
import { texts } from "./texts.js";

interface Note {
  key: string;
  text: TemplateResult;
}

/** Every step of the sum: in symbols, in numbers, with the source of each. */
export class WorkPiece extends Piece {
  protected override draw() {
    const { estimate } = store;
    if (!estimate) return nothing;
    const notes: Note[] = [];
    const ofEquivalents = new Set(estimate.equivalents.map(({ id }) => id));
    const all = estimate.trace.filter(({ symbol }) => !ofEquivalents.has(symbol));
    // The emissions first, then what goes by them, and what it cost.
    const beside = [/^(M|SCI)$/, /^W$/, /^cost_/];
    const order = ({ symbol }: Step): number => beside.findIndex((kind) => kind.test(symbol));
    const steps = [...all].sort((a, b) => order(a) - order(b));
    const stages = new Set(steps.map(({ stage }) => stage).filter((stage) => stage !== null));
    const rows = (some: Step[]): TemplateResult =>
      html`<ol class="steps">
        ${some.map((step) => this.#step(step, notes))}
      </ol>`;
    const main =
      stages.size > 1
        ? html`${[...stages].map(
              (stage) =>
                html`<h3>${ui.stage(stage + 1, estimate.stages[stage]?.name ?? "")}</h3>
                  ${rows(steps.filter((step) => step.stage === stage))}`,
            )}
            <h3>${below.stageSum}</h3>
            ${rows(steps.filter((step) => step.stage === null))}`
        : rows(steps);
    const ofSteps = notes.length;
    const rest = rows(
      estimate.trace.filter(({ symbol }) => store.shownEquivalents.some(({ row }) => row.id === symbol)),
    );
    return html`<section aria-labelledby="work-title" class=${store.isStale ? "stale" : ""}>
      <h2 id="work-title">${below.work} ${store.isStale ? html`<small>${ui.lastGood}</small>` : nothing}</h2>
      <p class="aside">${below.workIntro}</p>
      ${main}
      <details>
        <summary>${below.equivalentSteps}</summary>
        ${rest}
      </details>
      <h3>${below.sources}</h3>
      <ol class="sources">
        ${notes.map(({ text }, i) => html`<li id=${`source-${i + 1}`} class=${i < ofSteps ? nothing : "of-equivalents"} tabindex="-1">${text}</li>`)}
      </ol>
    </section>`;
  }

  #step(step: Step, notes: Note[]): TemplateResult {
    // Over one device, "time on the clock" would be no clock's.
    const alone = step.operands.some(({ symbol, value }) => /^count/.test(symbol) && value === 1);
    const equivalent = store.catalogue.equivalents.find(({ id }) => id === step.symbol);
    const words =
      /^t(_\d+)?$/.test(step.symbol) && alone
        ? below.deviceTime
        : symbolText(step.symbol, equivalent?.boundary).words;
    return html`<li data-symbol=${step.symbol}>
      <p class="what">${words}</p>
      <p class="formula">${symbol(step.symbol)} = ${parts(step.formula, (name) => symbol(name))}</p>
      <p class="numbers">
        ${parts(step.formula, (name) => {
          const operand = step.operands.find((known) => known.symbol === name);
          return operand ? this.#operand(operand, step.symbol, notes) : html`${symbol(name)}`;
        })}
      </p>
      <p class="value"><span class="equals">=</span> ${working(step.value)}${unitText(step.unit)}</p>
    </li>`;
  }

  #operand(operand: Operand, step: string, notes: Note[]): TemplateResult {
    const shown = operand.origin === "step" ? working(operand.value) : exact(operand.value);
    const note = origin(operand, step, () => void this.redraw());
    const value = html`<span class="number">${shown}${unitText(operand.unit)}</span>`;
    if (!note) return value;
    let n = notes.findIndex(({ key }) => key === note.key) + 1;
    if (n === 0) n = notes.push(note);
    return html`${value}<sup><a href=${`#source-${n}`} aria-label=${`${below.sources} ${n}`}>${n}</a></sup>`;
  }
}

function symbol(name: string): TemplateResult {
  const { letters, lowered, upright } = symbolText(name);
  return html`<span class="symbol"
    >${upright ? letters : html`<i>${letters}</i>`}${lowered ? html`<sub>${lowered}</sub>` : nothing}</span
  >`;
}

/** Where an input comes from; nothing for the result of an earlier step. */
function origin(
  { origin: kind, path, entry, source, symbol: name }: Operand,
  step: string,
  arrived: () => void,
): Note | undefined {
  if (kind === "step") return undefined;
  // Every equivalent has its "emissions of one": which one, its step says.
  const words = (name === "factor" && below.ofOne[step]) || symbolText(name).words;
  if (kind === "given") {
    const published = store.published;
    const told =
      path !== null && store.isPublishedAt(path)
        ? publications[published?.id ?? ""]?.origins.find((known) => known.path === path)
        : undefined;
    const elsewhere = name.startsWith("times") && store.pipelineAt((path ?? "").replace(/\/like\/.*/, ""));
    if (elsewhere)
      return {
        key: `times ${elsewhere.id}`,
        text: html`${words}: ${linked(elsewhere.cited.source)}, ${elsewhere.name}`,
      };
    if (!told) {
      const text = published && path !== null && store.isPublishedAt(path) ? below.inLink : below.given;
      return { key: `${words} ${text}`, text: html`${words}: ${text}` };
    }
    return {
      key: JSON.stringify([told.cited, told.note]),
      text: html`${words}:
      ${sourceLink(told.cited)}${told.note ? html`. <span lang="en">${tied(told.note)}</span>` : nothing}`,
    };
  }
  const cited = entry === null ? undefined : citationOf(entry, arrived);
  const label = store.catalogue.sources.find(({ id }) => id === source)?.label ?? source;
  const text = cited ? sourceLink(cited) : html`${label ?? ""}`;
  return {
    key: `${kind} ${entry ?? ""}`,
    text: html`${words}:
    ${text}${kind === "default" ? html` <em class="mark">(${below.isDefault})</em>` : nothing}`,
  };
}

/** The row behind an entry such as `devices/google-tpu-v2/system_watts`. */
function citationOf(entry: string, arrived: () => void): Citation | undefined {
  const [, table, rest = ""] = /^(\w+)\/(.*)$/.exec(entry) ?? [];
  const id = rest.slice(0, Math.max(0, rest.lastIndexOf("/")));
  const last = rest.slice(id.length + 1);
  switch (table) {
    case "devices": {
      const text = texts("devices", arrived)?.[id.replace(/\/price$/, "")];
      if (id.endsWith("/price")) return text?.price?.cited;
      if (id.endsWith("/embodied"))
        return texts("devices", arrived)?.[id.slice(0, -"/embodied".length)]?.embodied?.cited;
      if (last === "system_watts") return text?.system_watts?.cited;
      return (last.startsWith("peak") && text?.peak_cited) || text?.cited;
    }
    case "grids": {
      if (last === "water") return texts("grids", arrived)?.[id]?.water?.cited;
      const [, grid = "", year] = /^(.*)\/(\d+)$/.exec(id) ?? [];
      const used = store
        .row("grids", grid)
        ?.series.findIndex(
          ({ basis, from, kg_per_kwh }) => basis === last && kg_per_kwh[Number(year) - from] !== undefined,
        );
      return texts("grids", arrived)?.[grid]?.series[used ?? -1]?.cited;
    }
    case "sites":
      return texts("sites", arrived)?.[id]?.[last === "pue" ? "pue" : "wue_l_per_kwh"]?.cited;
    case "equivalents":
      return equivalents[rest]?.cited;
    case "defaults":
      return defaults[rest]?.cited;
    default:
      return undefined;
  }
}
