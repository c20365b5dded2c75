// What a notice holds beside its words. Fetched with them, when there is one.
import { html, nothing, type TemplateResult } from "lit/html.js";
import { defaultName, drift, figureName, peakName, unitName } from "#words/drift.js";
import { changedFigures, type Changed } from "../link/figures.js";
import type { Notice, Store } from "../state/store.js";
import { exact } from "../text/numbers.js";

export { dismiss, noticeText } from "#words/notice.js";

/** More would be the whole of the tables. */
const most = 12;

export function noticed(notice: Notice, store: Store): TemplateResult | typeof nothing {
  if (notice.kind === "unknown")
    return html`<p>
      ${notice.near.map((id) => html`<button class="quiet" @click=${() => store.choose(id)}>${store.model(id)?.name}</button> `)}
    </p>`;
  if (notice.kind !== "drifted" || !notice.figures) return nothing;
  const changed = changedFigures(notice.figures, store.estimate?.trace ?? []);
  if (changed.length === 0) return html`<p>${drift.same}</p>`;
  return html`<table>
      <caption>
        ${drift.changed}
      </caption>
      <thead>
        <tr>
          <th scope="col">${drift.figure}</th>
          <th scope="col">${drift.then}</th>
          <th scope="col">${drift.now}</th>
        </tr>
      </thead>
      <tbody>
        ${changed.slice(0, most).map(
          (one) =>
            html`<tr>
              <th scope="row">${nameOf(one.entry, store)}</th>
              <td>${valueOf(one, one.then)}</td>
              <td>${valueOf(one, one.now)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${changed.length > most ? html`<p>${drift.more(changed.length - most)}</p>` : nothing}`;
}

const valueOf = ({ operand }: Changed, value: number | undefined): string =>
  value === undefined
    ? drift.unused
    : `${exact(value)} ${unitName[operand?.unit ?? "1"] ?? operand?.unit}`.trim();

/** An entry such as `grids/ember/world/2025/lifecycle` in words; as it is where no row has it any more. */
function nameOf(entry: string, store: Store): string {
  const [table = "", ...rest] = entry.split("/");
  const named = (names: Record<string, string>, name: string): string | undefined =>
    Object.hasOwn(names, name) ? names[name] : undefined;
  if (table === "defaults") return named(defaultName, rest.join("/")) ?? entry.slice(0, 100);
  const last = rest.at(-1) ?? "";
  const what = named(figureName, last) ?? (last.startsWith("peak") ? peakName : last);
  for (let n = rest.length - 1; n > 0; --n) {
    const id = rest.slice(0, n).join("/");
    const year = rest[n] === last ? "" : ` ${rest[n]}`;
    switch (table) {
      case "devices":
      case "grids": {
        const row = store.row(table, id);
        if (row) return `${row.name}${table === "grids" ? year : ""}: ${what}`;
        break;
      }
      case "sites": {
        const row = store.row(table, id);
        if (row) return `${row.provider} ${row.name}: ${what}`;
      }
    }
  }
  return entry.slice(0, 100);
}
