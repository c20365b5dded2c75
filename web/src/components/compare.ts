// Pinned results side by side, why they differ, and where they stand among the published models.
import { html, nothing, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import type { Estimate, Scenario } from "../../calculator/documents.js";
import type { Comparison, Difference } from "../../calculator/what-if.js";
import { pins, type Pin } from "../state/pins.js";
import { store, type Linked } from "../state/store.js";
import { ask } from "../work/ask.js";
import { canLink } from "../link/address.js";
import { massNear } from "#words/page.js";
import { compare as words } from "#words/compare.js";
import { causes, comparedTable, split, type Compared } from "./compare-bars.js";
import { amongModels, modelsRequest } from "./compare-models.js";
import { Piece, type Drawn } from "./piece.js";
import { runName } from "./what-if-variant.js";

/** Of a pin, as today's data give it; null where they refuse it. */
const estimates = new WeakMap<Scenario, Estimate | null>();
function estimateOf({ scenario }: Pin): Estimate | null {
  let estimate = estimates.get(scenario);
  if (estimate === undefined) estimates.set(scenario, (estimate = store.tryEstimate(scenario)));
  return estimate;
}

/** What is put aside stays the same object as long as its tab is open, but for its name. */
const differences = new Map<string, Difference | null>();

export class ComparePiece extends Piece {
  #base = "";
  #beside = false;
  #models: { key: string; comparison: Comparison } | undefined;
  #asked = "";
  #failed = false;
  #said = "";
  #tableOpen = false;
  #unpin: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unpin = pins.subscribe(() => void this.redraw());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unpin?.();
  }

  protected override draw(): Drawn {
    if (!store.estimate) return nothing;
    const all = pins.all.map((pin): Compared => ({ pin, estimate: estimateOf(pin) }));
    const base = this.#baseOf(all);
    return html`<section aria-labelledby="compare-title">
      <h2 id="compare-title">${words.title}</h2>
      <p class="compare-lead">
        <button class="firm" ?disabled=${store.isStale} @click=${() => this.#pin()}>${words.pin}</button>
        <span
          >${all.length ? words.intro(all.length) : words.empty}
          ${pins.kept ? nothing : words.forgotten}</span
        >
      </p>
      <p role="status" class="aside">${this.#said}</p>
      ${all.length ? this.#pinned(all, base) : nothing}
      <label class="beside"
        ><input
          type="checkbox"
          .checked=${live(this.#beside)}
          @change=${(event: Event) => {
            this.#beside = (event.target as HTMLInputElement).checked;
            void this.redraw();
          }}
        />
        ${words.beside}</label
      >
      ${
        this.#failed
          ? html`<p class="aside">${words.failed}</p>
              <button
                class="quiet"
                @click=${() => {
                  this.#failed = false;
                  void this.redraw();
                }}
              >
                ${words.again}
              </button>`
          : this.#beside
            ? this.#models
              ? amongModels(this.#models.comparison)
              : html`<p class="aside">${words.waiting}</p>`
            : nothing
      }
    </section>`;
  }

  #baseOf(all: Compared[]): Pin | undefined {
    return (
      all.find(({ pin, estimate }) => pin.id === this.#base && estimate) ??
      all.find(({ estimate }) => estimate)
    )?.pin;
  }

  #pinned(all: Compared[], base: Pin | undefined): TemplateResult {
    const { catalogue, view } = store;
    const most = Math.max(
      0,
      ...all.map(({ estimate }) => estimate?.total_kg.high ?? estimate?.total_kg.best ?? 0),
    );
    const parts = all.map(({ pin }) => (base ? this.#difference(base, pin) : undefined));
    const largest = Math.max(
      0,
      ...parts.flatMap((difference) => difference?.parts.map(({ kg }) => Math.abs(kg)) ?? []),
    );
    return html`${
        all.length > 1
          ? html`<div class="field base">
              <label for="compare-base">${words.base}</label>
              <div class="box">
                <select
                  id="compare-base"
                  @change=${(event: Event) => {
                    this.#base = (event.target as HTMLSelectElement).value;
                    void this.redraw();
                  }}
                >
                  ${all.map(
                    ({ pin }) =>
                      html`<option value=${pin.id} .selected=${live(pin.id === base?.id)}>
                        ${pin.title}
                      </option>`,
                  )}
                </select>
              </div>
            </div>`
          : nothing
      }
      <ol class="pins">
        ${all.map(({ pin, estimate }, i) => {
          const old = estimate && Math.abs(estimate.total_kg.best - pin.total_kg) > 1e-9 * pin.total_kg;
          const difference = parts[i];
          return html`<li data-pin=${pin.id}>
            <div class="pin-head">
              <input
                class="pin-name"
                aria-label=${words.name(i + 1)}
                maxlength="300"
                .value=${live(pin.title)}
                @change=${(event: Event) => {
                  const input = event.target as HTMLInputElement;
                  if (input.value.trim()) pins.rename(pin.id, input.value.trim());
                  else input.value = pin.title;
                }}
              />
              <button
                class="link"
                aria-label=${words.openName(pin.title)}
                @click=${() => void this.#open(pin)}
              >
                ${words.open}
              </button>
              <button
                class="link"
                aria-label=${words.removeName(pin.title)}
                @click=${() => this.#remove(pin)}
              >
                ${words.remove}
              </button>
            </div>
            ${estimate ? split(estimate, most) : html`<p class="aside">${words.unusable}</p>`}
            ${old ? html`<p class="aside">${words.drifted(massNear(pin.total_kg, view.unit, catalogue))}</p>` : nothing}
            ${
              all.length < 2 || !estimate
                ? nothing
                : pin.id === base?.id
                  ? html`<p class="aside">${words.isBase}</p>`
                  : difference
                    ? causes(difference, largest)
                    : nothing
            }
          </li>`;
        })}
      </ol>
      <details
        @toggle=${(event: Event) => {
          this.#tableOpen = (event.target as HTMLDetailsElement).open;
          void this.redraw();
        }}
      >
        <summary>${words.table}</summary>
        ${this.#tableOpen ? comparedTable(all, parts) : nothing}
      </details>
      <p class="compare-end">
        <button class="quiet" @click=${() => this.#clear()}>${words.clear}</button>
      </p>`;
  }

  #difference(base: Pin, { id }: Pin): Difference | null | undefined {
    return base.id === id ? undefined : differences.get(`${base.id} ${id}`);
  }

  /** The differences that are not there yet, one after the other, and the published models. */
  protected override drawn(): void {
    if (this.#failed || this.#asked || !store.estimate) return;
    const usable = pins.all.filter((pin) => estimateOf(pin));
    const base = this.#baseOf(usable.map((pin) => ({ pin, estimate: estimateOf(pin) })));
    const missing = usable.find(({ id }) => base && id !== base.id && !differences.has(`${base.id} ${id}`));
    if (base && missing) {
      this.#asked = `${base.id} ${missing.id}`;
      void ask("diff", "diff", {
        schema: "fivecars/diff/1",
        from: base.scenario,
        to: missing.scenario,
      }).then((answer) => {
        const key = this.#asked;
        this.#asked = "";
        if (answer.kind === "failed") this.#failed = true;
        else if (answer.kind !== "overtaken")
          differences.set(key, answer.kind === "result" ? answer.result : null);
        void this.redraw();
      });
      return;
    }
    const key = usable.map(({ id, title }) => `${id} ${title}`).join("\n");
    if (!this.#beside || this.#models?.key === key) return;
    this.#asked = key || "models";
    void ask("compare", "compare", modelsRequest(usable)).then((answer) => {
      this.#asked = "";
      if (answer.kind === "result") this.#models = { key, comparison: answer.result };
      else if (answer.kind !== "overtaken") this.#failed = true;
      void this.redraw();
    });
  }

  #pin(): void {
    const { estimated, estimate, view } = store;
    if (!estimated || !estimate) return;
    const { model, unit } = view;
    this.#said =
      words.pinned[
        pins.add({ title: runName(), scenario: estimated, model, unit, total_kg: estimate.total_kg.best })
      ];
    void this.redraw();
  }

  #remove(pin: Pin): void {
    const at = pins.all.indexOf(pin);
    pins.remove(pin.id);
    this.#said = words.removed(pin.title);
    // The button is gone with its result: who works with keys is to stay near.
    void this.redraw().then(() =>
      (
        this.querySelectorAll<HTMLElement>(".pin-name")[Math.min(at, pins.all.length - 1)] ??
        this.querySelector<HTMLElement>(".compare-lead button")
      )?.focus(),
    );
  }

  #clear(): void {
    pins.clear();
    this.#said = words.cleared;
    void this.redraw().then(() => this.querySelector<HTMLElement>(".compare-lead button")?.focus());
  }

  /** As its link would: a step that Back undoes. */
  async #open({ scenario, model, unit, total_kg }: Pin): Promise<void> {
    const linked: Linked = {
      scenario,
      view: { model, unit },
      data_version: store.catalogue.data_version,
      total: total_kg,
    };
    if (canLink()) location.hash = await (await import("../link/codec.js")).encode(linked);
    else store.open(linked);
    const sum = document.querySelector<HTMLElement>("#sum");
    sum?.scrollIntoView();
    sum?.focus({ preventScroll: true });
  }
}
