// The same run elsewhere, on other hardware, in another year: what it would have emitted; and solved backwards.
import { html, nothing, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import type { Scenario } from "../../calculator/documents.js";
import type { RankRow, Ranking } from "../../calculator/what-if.js";
import { pins } from "../state/pins.js";
import { same } from "../state/pointer.js";
import { store } from "../state/store.js";
import { ask } from "../work/ask.js";
import { kindText } from "#words/lists.js";
import { massNear, ui } from "#words/page.js";
import { warningText } from "#words/below.js";
import { whatIf as words, type Subject } from "#words/what-if.js";
import { rough } from "../text/numbers.js";
import { whenNear } from "./later.js";
import { Piece, type Drawn } from "./piece.js";
import { chosen, groupsOf, type Chosen } from "./what-if-rows.js";
import { rankedTable, rankedBars } from "./what-if-bars.js";
import { SolveQuestion } from "./what-if-solve.js";
import { runName, variant } from "./what-if-variant.js";

type Answered = { of: Scenario; ranking: Ranking; ranged: boolean } | { of: Scenario; refused: true };

const pause = 150;
/** Stages whose ranges are worked out in about a second. */
const mostSampled = 1500;
/** About as many rows as any subject has, by then known: what may be ranked. */
const rowsOf: Record<Subject, number> = { grids: 300, sites: 190, devices: 170, years: 30, pue: 11 };

export class WhatIfPiece extends Piece {
  #subject: Subject | "solve" = "grids";
  #group: Partial<Record<Subject, string>> = { grids: "country" };
  #query: Partial<Record<Subject, string>> = {};
  #all = false;
  #tableOpen = false;
  #answered: Partial<Record<Subject, Answered>> = {};
  #solve = new SolveQuestion(() => this.#changed());
  #failed = false;
  #near: IntersectionObserver | undefined;
  #isNear = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked: { subject: Subject; scenario: Scenario } | undefined;
  /** Said to the screen reader, when the reader did something here. */
  #said = "";
  #tell = false;
  /** What is said is what was done: shown, too. */
  #done = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#near = whenNear(this, "300px", () => {
      this.#isNear = true;
      void this.redraw();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#near?.disconnect();
    clearTimeout(this.#timer);
  }

  #changed(): void {
    this.#tell = true;
    void this.redraw();
  }

  protected override draw(): Drawn {
    if (!store.estimate) return nothing;
    const subjects = Object.keys(words.subjects) as (Subject | "solve")[];
    return html`<section aria-labelledby="what-if-title" class=${store.isStale ? "stale" : ""}>
      <h2 id="what-if-title">
        ${words.title} ${store.isStale ? html`<small>${ui.lastGood}</small>` : nothing}
      </h2>
      <fieldset class="pills">
        <legend class="sr">${words.ask}</legend>
        ${subjects.map(
          (subject) =>
            html`<label
              ><input
                type="radio"
                name="what-if"
                value=${subject}
                .checked=${live(this.#subject === subject)}
                @change=${() => this.#choose(subject)}
              /><span>${words.subjects[subject]}</span></label
            >`,
        )}
      </fieldset>
      <p class=${this.#done ? "what-if-said" : "sr"} role="status">${this.#said}</p>
      ${
        this.#failed
          ? html`<div class="what-if-failed">
              <p class="aside">${words.failed}</p>
              <button class="quiet" @click=${() => this.#again()}>${words.again}</button>
            </div>`
          : this.#subject === "solve"
            ? this.#solve.draw()
            : this.#ranked(this.#subject)
      }
    </section>`;
  }

  #choose(subject: Subject | "solve"): void {
    this.#subject = subject;
    this.#all = false;
    // Who asks needn't be near.
    this.#isNear = true;
    this.#changed();
  }

  #again(): void {
    this.#failed = false;
    this.#asked = undefined;
    this.#changed();
  }

  // ——— Asking ———

  /** What is asked of the worker, if anything: once for each sum and subject. */
  protected override drawn(): void {
    const { estimated } = store;
    if (!this.#isNear || this.#failed || !estimated) return;
    const subject = this.#subject;
    if (subject === "solve") {
      this.#solve.ask(
        () => this.#answer(this.#solve.said),
        () => this.#fail(),
      );
      return;
    }
    if (this.#answered[subject]?.of === estimated) {
      if (this.#tell) this.#answer(this.#finding(subject));
      return;
    }
    if (this.#asked?.subject === subject && this.#asked.scenario === estimated) return;
    this.#asked = { subject, scenario: estimated };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#rank(subject, estimated), this.#answered[subject] ? pause : 0);
  }

  async #rank(subject: Subject, scenario: Scenario): Promise<void> {
    const ranged = rowsOf[subject] * scenario.stages.length <= mostSampled;
    const answer = await ask("rank", "rank", {
      schema: "fivecars/rank/1",
      scenario,
      over: subject,
      ranges: ranged,
    });
    if (answer.kind === "overtaken") return;
    if (answer.kind === "failed") return this.#fail();
    this.#answered[subject] =
      answer.kind === "result"
        ? { of: scenario, ranking: answer.result, ranged }
        : { of: scenario, refused: true };
    if (this.#asked?.scenario === scenario && this.#asked.subject === subject) this.#asked = undefined;
    await this.redraw();
  }

  #fail(): void {
    this.#failed = true;
    this.#said = words.failed;
    void this.redraw();
  }

  #answer(said: string): void {
    if (!this.#tell || !said) return;
    this.#tell = this.#done = false;
    this.#said = said;
    void this.redraw();
  }

  // ——— Showing ———

  #rows(subject: Subject): Chosen | undefined {
    const answered = this.#answered[subject];
    // One year alone is no other.
    const isOne = subject === "years" && answered && "ranking" in answered && answered.ranking.total < 2;
    return answered && "ranking" in answered && !isOne
      ? chosen(subject, answered.ranking, this.#group[subject] ?? "", this.#query[subject] ?? "")
      : undefined;
  }

  #finding(subject: Subject): string {
    const rows = this.#rows(subject);
    if (!rows) return this.#answered[subject] ? words.nothing[subject] : "";
    if (rows.run.best <= 0) return words.zero;
    const [least] = [...rows.rows].sort((a, b) => a.total_kg.best - b.total_kg.best);
    return words.finding({
      over: subject,
      country: subject === "grids" && this.#group.grids === "country",
      lower: rows.lower,
      total: rows.rows.length,
      least: least?.name ?? "",
      times: rough(least?.times ?? 0),
      mass: least ? massNear(least.total_kg, store.view.unit, store.catalogue) : "",
    });
  }

  #ranked(subject: Subject): TemplateResult {
    const answered = this.#answered[subject];
    const rows = this.#rows(subject);
    const old = answered?.of !== store.estimated;
    return html`<div class=${`what-if${old ? " waiting" : ""}`} aria-busy=${old} data-subject=${subject}>
      <div>
        <p class="intro">${this.#finding(subject) || words.waiting}</p>
        <p class="aside">${words.how[subject]}</p>
        ${subject in words.all ? this.#filters(subject) : nothing}
      </div>
      <div class="ranked-place">
        ${rows && answered && "ranking" in answered ? this.#ranking(subject, rows, answered.ranking, answered.ranged) : nothing}
      </div>
    </div>`;
  }

  #filters(subject: Subject): TemplateResult {
    return html`<div class="field">
        <label for="what-if-among">${words.among}</label>
        <div class="box">
          <select
            id="what-if-among"
            @change=${(event: Event) => {
              this.#group[subject] = (event.target as HTMLSelectElement).value;
              this.#changed();
            }}
          >
            ${["", ...groupsOf(subject)].map(
              (group) =>
                html`<option value=${group} .selected=${live((this.#group[subject] ?? "") === group)}>
                  ${group === "" ? words.all[subject] : (kindText[group] ?? group)}
                </option>`,
            )}
          </select>
        </div>
      </div>
      <div class="field">
        <label for="what-if-query">${words.filter}</label>
        <div class="box">
          <input
            id="what-if-query"
            type="search"
            autocomplete="off"
            placeholder=${words.placeholder}
            .value=${live(this.#query[subject] ?? "")}
            @input=${(event: Event) => {
              this.#query[subject] = (event.target as HTMLInputElement).value;
              this.#changed();
            }}
          />
        </div>
      </div>`;
  }

  #ranking(subject: Subject, rows: Chosen, { warnings }: Ranking, ranged: boolean): TemplateResult {
    const others = warnings
      .filter(({ code }) => !code.startsWith("default-") && code !== "best-outside")
      .map((warning) => warningText({ ...warning, path: warning.path.replace(/^\/scenario/, "") }));
    return html`${rankedBars(subject, rows, this.#all, {
        take: (row) => void this.#take(subject, row),
        pin: (row) => void this.#pin(subject, row),
        all: () => {
          this.#all = !this.#all;
          void this.redraw();
        },
      })}
      <p class="aside">
        ${words.takeHow} ${rows.leftOut ? words.leftOut(rows.leftOut) : nothing}
        ${ranged ? nothing : words.noRanges} ${[...new Set(others)].join(" ")}
      </p>
      <details
        @toggle=${(event: Event) => {
          this.#tableOpen = (event.target as HTMLDetailsElement).open;
          void this.redraw();
        }}
      >
        <summary>${words.table}</summary>
        ${this.#tableOpen ? rankedTable(rows) : nothing}
      </details>`;
  }

  // ——— Doing ———

  async #variant(subject: Subject, row: RankRow): Promise<Scenario | undefined> {
    const { of } = this.#answered[subject] ?? {};
    // Of the sum as it is now, or of none: what was typed meanwhile must not get lost.
    const isCurrent = (): boolean => of !== undefined && same(of, store.scenario);
    const made = of && isCurrent() ? await variant(of, subject, row) : undefined;
    if (made && isCurrent()) return made;
    this.#say(words.untaken);
    return undefined;
  }

  async #take(subject: Subject, row: RankRow & { name: string }): Promise<void> {
    const made = await this.#variant(subject, row);
    if (!made) return;
    store.take(made);
    this.#say(words.taken(row.name));
  }

  async #pin(subject: Subject, row: RankRow & { name: string }): Promise<void> {
    const scenario = await this.#variant(subject, row);
    if (!scenario) return;
    const { model, unit } = store.view;
    const title = words.pinTitle(runName(), row.name);
    this.#say(words.pinned[pins.add({ title, scenario, model, unit, total_kg: row.total_kg.best })]);
  }

  #say(text: string): void {
    this.#tell = false;
    this.#done = true;
    this.#said = text;
    void this.redraw();
  }
}
