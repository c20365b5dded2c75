// The sum solved backwards: how much of something fits a budget.
import { html, nothing, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import type { Scenario } from "../../calculator/documents.js";
import type { Budget, Solution, SolveFor } from "../../calculator/what-if.js";
import { store } from "../state/store.js";
import { ownStages } from "../state/variants.js";
import { ask } from "../work/ask.js";
import { massNear, range, ui, unitName } from "#words/page.js";
import { whatIf as words } from "#words/what-if.js";
import { read } from "../text/entries.js";
import { figure } from "../text/numbers.js";

type Chosen = "flight-ny-sf" | "car-lifetime" | "tonne" | "own";

export class SolveQuestion {
  readonly #changed: () => void;
  #for: SolveFor = "runs";
  #budget: Chosen = "flight-ny-sf";
  #own = "100";
  #stage = 0;
  /** What is answered, and the answer; null where there is none. */
  #answered: { key: string; of: Scenario; solution: Solution | null } | undefined;
  #asked = "";
  #of: Scenario | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get #stages(): { index: number; name: string }[] {
    return store.estimated ? ownStages(store.estimated) : [];
  }

  get #needsStage(): boolean {
    return (this.#for === "hours" || this.#for === "devices") && (store.estimated?.stages.length ?? 0) > 1;
  }

  /** Undefined where what is entered is no amount. */
  #amount(): Budget | undefined {
    if (this.#budget === "tonne") return { kg: store.catalogue.mass_units_kg.t };
    if (this.#budget !== "own") return { equivalent: this.#budget };
    const value = read(this.#own);
    return value === undefined || value < 0
      ? undefined
      : { kg: value * store.catalogue.mass_units_kg[store.view.unit] };
  }

  get #key(): string {
    return JSON.stringify([this.#for, this.#amount(), this.#needsStage && this.#stage]);
  }

  get #isCurrent(): boolean {
    return this.#answered?.key === this.#key && this.#answered.of === store.estimated;
  }

  get said(): string {
    return this.#isCurrent ? this.#sentence() : "";
  }

  /** Once for each question. */
  ask(answered: () => void, failed: () => void): void {
    const { estimated } = store;
    const budget = this.#amount();
    const key = this.#key;
    if (!estimated || !budget) return;
    if (this.#isCurrent) return answered();
    if (this.#asked === key && this.#of === estimated) return;
    this.#asked = key;
    this.#of = estimated;
    const stage = this.#stages.some(({ index }) => index === this.#stage) ? this.#stage : 0;
    void ask("solve", "solve", {
      schema: "fivecars/solve/1",
      scenario: estimated,
      for: this.#for,
      ...(this.#needsStage ? { stage } : {}),
      budget,
    }).then((answer) => {
      if (answer.kind === "overtaken") return;
      this.#asked = "";
      if (answer.kind === "failed") return failed();
      this.#answered = { key, of: estimated, solution: answer.kind === "result" ? answer.result : null };
      answered();
      this.#changed();
    });
  }

  draw(): TemplateResult {
    const { unit } = store.view;
    const stages = this.#stages;
    const bad = this.#amount() === undefined;
    const solution = this.#answered?.solution;
    const changed = this.#changed;
    return html`<div class=${`what-if${this.#isCurrent ? "" : " waiting"}`} data-subject="solve">
      <div>
        <p class="aside">${words.solveHow}</p>
        ${select("for", words.solveFor, words.quantities, this.#for, (value) => (this.#for = value))}
        ${
          this.#needsStage
            ? select(
                "stage",
                words.stage,
                Object.fromEntries(stages.map(({ index, name }) => [index, ui.stage(index + 1, name)])),
                String(this.#stage),
                (value) => (this.#stage = Number(value)),
              )
            : nothing
        }
        ${select("budget", words.budget, words.budgets, this.#budget, (value) => (this.#budget = value))}
        ${
          this.#budget === "own"
            ? html`<div class="field">
                <label for="solve-own">${words.own(unitName[unit])}</label>
                <div class="box">
                  <input
                    id="solve-own"
                    inputmode="decimal"
                    autocomplete="off"
                    aria-invalid=${bad}
                    aria-describedby="solve-own-d"
                    .value=${live(this.#own)}
                    @input=${(event: Event) => {
                      this.#own = (event.target as HTMLInputElement).value;
                      this.#changed();
                    }}
                  />
                </div>
                <small id="solve-own-d"
                  >${bad ? html`<span class="wrong">${words.notNumber}</span>` : nothing}</small
                >
              </div>`
            : nothing
        }
      </div>
      <div class="solved">
        ${
          this.#answered
            ? html`<p class="answer">${this.#sentence()}</p>
                ${solution ? this.#about(solution) : nothing}`
            : html`<p class="intro">${words.waiting}</p>`
        }
      </div>
    </div>`;

    function select<Key extends string>(
      id: string,
      label: string,
      options: Record<Key, string>,
      current: Key,
      choose: (key: Key) => void,
    ): TemplateResult {
      return html`<div class="field">
        <label for="solve-${id}">${label}</label>
        <div class="box">
          <select
            id="solve-${id}"
            @change=${(event: Event) => {
              choose((event.target as HTMLSelectElement).value as Key);
              changed();
            }}
          >
            ${(Object.entries(options) as [Key, string][]).map(
              ([key, text]) => html`<option value=${key} .selected=${live(key === current)}>${text}</option>`,
            )}
          </select>
        </div>
      </div>`;
    }
  }

  #mass(kg: number): string {
    return massNear(kg, store.view.unit, store.catalogue);
  }

  #sentence(): string {
    if (!this.#answered) return "";
    const { solution } = this.#answered;
    if (!solution) return words.unsolvable[this.#for];
    const { status, value, whole, least_kg, most_kg, budget_kg } = solution;
    const what = words.ofQuantity[solution.for];
    const [least = 0, most = 0] = [least_kg ?? 0, most_kg ?? 0].sort((a, b) => a - b);
    switch (status) {
      case "found":
        return words.found[solution.for](value ? figure(value.best) : "", value ? range(value) : "", whole);
      case "over":
        return words.over(what, this.#mass(least));
      case "never":
        return words.never(what, this.#mass(most));
      case "no-effect":
        return words.noEffect(what, this.#mass(least), least <= budget_kg);
    }
  }

  #about({ value, total_kg, budget_kg }: Solution): TemplateResult {
    const isElectricity =
      this.#budget !== "own" && this.#budget !== "tonne" && store.estimate?.embodied_kg !== null;
    const rows = words.solutionRows;
    const shown: [string, string][] = value
      ? [
          [rows.value, figure(value.best)],
          ...(value.low === undefined || value.high === undefined
            ? []
            : ([
                [rows.low, figure(value.low)],
                [rows.high, figure(value.high)],
              ] as [string, string][])),
          ...(total_kg === null ? [] : ([[rows.total, this.#mass(total_kg)]] as [string, string][])),
        ]
      : [];
    return html`<p class="aside">
        ${words.budgetIs(this.#mass(budget_kg))}${isElectricity ? words.electricity : nothing}
      </p>
      <details>
        <summary>${words.solutionTable}</summary>
        <table>
          <tbody>
            ${[...shown, [rows.budget, this.#mass(budget_kg)]].map(
              ([name, text]) =>
                html`<tr>
                  <th scope="row">${name}</th>
                  <td>${text}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </details>`;
  }
}
