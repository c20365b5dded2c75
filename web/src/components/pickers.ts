// What can be picked by typing: devices, places, models.
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Listed, ModelRow, TableName } from "../../calculator/documents.js";
import { opening } from "../state/opening.js";
import { store } from "../state/store.js";
import { figureText, kindText, listText, modelGroup } from "#words/lists.js";
import { ui } from "#words/page.js";
import type { Asked, Group, Option } from "./combobox.js";
import { idOf, wrongOf } from "./fields.js";
import "./combobox.js";
import "./origin.js";

export interface Picked {
  pointer: string;
  label: string;
  /** Places are the sites and the grids. */
  table: "devices" | "grids" | "places";
  id: string;
  shown: string;
  /** What is in no table. */
  others: (readonly [id: string, name: string])[];
  choose: (id: string) => void;
  chooseSite?: (id: string) => void;
}

const siteMark = "site:";
/** A longer name is cut off in its field, and stands below it, too. */
const short = 31;

/** A field that finds, with what is wrong beside it, and where the figures of the chosen come from. */
export function picker(scope: string, picked: Picked): TemplateResult {
  const { pointer, label, table, id, shown, others, choose, chooseSite } = picked;
  const isSite = pointer.endsWith("/site/region");
  const fieldId = idOf(scope, isSite ? pointer.replace(/region$/, "grid") : pointer);
  const issue = store.issueAt(pointer);
  const asked: Asked = {
    id: fieldId,
    label,
    current: isSite ? siteMark + id : id,
    shown,
    invalid: issue !== undefined,
    find: (query) => [
      ...found(table, query),
      untitled(
        others.map(([value, name]) => ({ id: value, name })),
        query,
      ),
    ],
    choose: (chosen) =>
      chosen.startsWith(siteMark) ? chooseSite?.(chosen.slice(siteMark.length)) : choose(chosen),
  };
  const rows = table === "places" ? (isSite ? "sites" : "grids") : table;
  return html`<div class="field" data-pointer=${pointer}>
    <fc-combobox .asked=${asked}></fc-combobox>
    ${shown.length > short ? html`<p class="whole" aria-hidden="true">${shown}</p>` : nothing}
    ${wrongOf(fieldId, issue)}
    ${store.row(rows, id) ? html`<fc-origin .of=${{ table: rows, id }}></fc-origin>` : nothing}
  </div>`;
}

function found(table: Picked["table"], query: string): Group[] {
  if (table !== "places") return grouped(table, query);
  const sites = grouped("sites", query, siteMark);
  const grids = grouped("grids", query);
  // Nobody scrolls past two hundred countries to a cloud; who types a country's name means the country.
  return query.trim() ? [...grids, ...sites] : [...sites, ...grids];
}

const grouped = (table: TableName, query: string, mark = ""): Group[] =>
  gathered(
    // A mix without a figure is there to be read about: nothing can be calculated with it.
    store.search(table, query).rows.filter(({ value }) => table !== "grids" || value !== undefined),
    ({ group }) => kindText[group] ?? group,
    (row) => ({
      id: mark + row.id,
      name: row.name,
      also: alsoOf(table, row),
      figure: figureText(table, row),
    }),
  );

/** What the name doesn't say already. */
function alsoOf(table: TableName, { name, also }: Listed): string {
  if (table === "devices") return also === "gpu" ? "" : (kindText[also] ?? also);
  return table === "sites" && !name.includes(also) ? also : "";
}

/** In groups, each where its first row stands. */
function gathered(
  rows: Listed[],
  titleOf: (row: Listed) => string,
  optionOf: (row: Listed) => Option,
): Group[] {
  const groups = new Map<string, Option[]>();
  for (const row of rows) {
    const title = titleOf(row);
    const group = groups.get(title);
    if (group) group.push(optionOf(row));
    else groups.set(title, [optionOf(row)]);
  }
  return [...groups].map(([title, options]) => ({ title, options }));
}

function untitled(options: Option[], query: string): Group {
  const asked = query.trim().toLowerCase();
  return { title: "", options: options.filter(({ name }) => name.toLowerCase().includes(asked)) };
}

// ——— The models ———

/** All that was ever published, the page's own story first; what nobody measured is kept apart. */
export function modelPicker(current: string | null, choose: (id: string | null) => void): TemplateResult {
  const own = "own";
  const asked: Asked = {
    id: "panel-model",
    label: ui.pick,
    current: current ?? own,
    shown: "",
    always: true,
    find: (query) => {
      const models = new Map(store.catalogue.models.map((model) => [model.id, model]));
      const listed = store.search("models", query).rows.flatMap((row) => models.get(row.id) ?? []);
      return [
        untitled([{ id: own, name: ui.ownRun, also: ui.ownRunHint }], query),
        ...families(listed, query.trim() === ""),
      ];
    },
    choose: (id) => choose(id === own ? null : id),
  };
  return html`<fc-combobox class="models" .asked=${asked}></fc-combobox>`;
}

function families(models: ModelRow[], all: boolean): Group[] {
  const groups = new Map<string, Option[]>();
  // Headings in the order of the story, then as they are found; what is ours and what is guessed comes last.
  if (all) for (const title of modelGroup.first) groups.set(title, []);
  const last = new Map<string, Option[]>([
    [modelGroup.ours, []],
    [modelGroup.guess, []],
  ]);
  for (const { id, name, group, kind, year, organisation } of models) {
    const title = kind === "published" ? (modelGroup.names[group] ?? group) : modelGroup[kind];
    const into = kind === "published" ? groups : last;
    const options = into.get(title) ?? [];
    into.set(title, options);
    options.push({
      id,
      name,
      also: organisation ?? "",
      figure: opening(store.model(id) ?? {}) ? String(year) : `${year}, ${listText.notRedone}`,
    });
  }
  return [...groups, ...last].flatMap(([title, options]) => (options.length > 0 ? [{ title, options }] : []));
}
