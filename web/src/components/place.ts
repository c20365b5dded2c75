// Where it ran: somebody's data centre, or a country's electricity; its year and basis; its PUE.
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Basis, GridRow, Site, Stage } from "../../calculator/documents.js";
import { get } from "../state/pointer.js";
import { store } from "../state/store.js";
import { fieldName, formText } from "#words/form.js";
import { exact } from "../text/numbers.js";
import { defaultOf, defaultValue, emptyOf, field, fromTrace, pick } from "./fields.js";
import { picker, type Picked } from "./pickers.js";

/** Of all stages, or of one that has its own: `at` is where it stands. */
export function placeFields(scope: string, at = "/site"): TemplateResult {
  const { limits } = store.catalogue;
  const own = at !== "/site";
  const region = store.value(`${at}/region`);
  const site = store.rowAt("sites", `${at}/region`);
  const ownSite = site?.kind === "own";
  const id = store.value(`${at}/grid/id`);
  const ownFigure = store.value(`${at}/grid/kg_per_kwh`) !== undefined;
  const pue = site?.pue;

  const grid: Omit<Picked, "label" | "table"> = {
    pointer: ownFigure ? `${at}/grid-choice` : `${at}/grid`,
    id: ownFigure ? "own" : typeof id === "string" ? id : "",
    shown: ownFigure ? formText.gridOwn : gridName(id),
    others: [
      ["own", formText.gridOwn],
      ["", unknownText()],
    ],
    choose: (chosen) => chooseGrid(at, chosen, ownSite),
  };
  return html`
    ${
      !own && stages().some((stage) => get(stage, "/site") !== undefined)
        ? html`<p class="aside">${formText.stagesElsewhere}</p>
            <p><button type="button" class="quiet" @click=${onePlace}>${formText.onePlace}</button></p>`
        : nothing
    }
    ${
      region === undefined
        ? picker(scope, {
            ...grid,
            label: fieldName.place,
            table: "places",
            chooseSite: (chosen) => chooseSite(at, chosen),
          })
        : picker(scope, {
            ...grid,
            pointer: `${at}/region`,
            label: fieldName.place,
            table: "places",
            id: typeof region === "string" ? region : "",
            shown: site ? `${site.provider}: ${site.name}` : String(region),
            choose: (chosen) => chooseGrid(at, chosen, false),
            chooseSite: (chosen) => chooseSite(at, chosen),
          })
    }
    ${ownSite ? picker(scope, { ...grid, label: fieldName.grid, table: "grids" }) : nothing}
    ${ownFigure ? field(scope, { pointer: `${at}/grid/kg_per_kwh`, label: fieldName.kgPerKwh, limit: limits.kg_per_kwh, ranged: true, slide: { from: 0, to: 1 } }) : seriesFields(scope, at)}
    ${field(scope, {
      pointer: `${at}/pue`,
      label: fieldName.pue,
      limit: limits.pue,
      ranged: true,
      whenEmpty: "absent",
      slide: { from: 1, to: 2 },
      instead: pue?.value.best ?? defaultValue("pue"),
      hint: `${formText.emptyMeans(pue ? formText.pueOfSite(exact(pue.value.best), pue.year) : defaultOf("pue"))}; ${formText.pueHint}`,
    })}
    ${detailFields(scope, at)}
  `;
}

/** What few know, and what leaves the total as it is. */
function detailFields(scope: string, at: string): TemplateResult {
  const { limits } = store.catalogue;
  const market = store.value(`${at}/market_kg_per_kwh`) === undefined;
  return html`<details class="more">
    <summary>${formText.placeDetails}</summary>
    ${(
      [
        ["wue_l_per_kwh", "WUE", fieldName.wue, formText.wueHint],
        ["ewif_l_per_kwh", "EWIF", fieldName.ewif, formText.ewifHint],
      ] as const
    ).map(([name, symbol, label, how]) =>
      field(scope, {
        pointer: `${at}/${name}`,
        label,
        limit: limits[name],
        ranged: true,
        whenEmpty: "absent",
        hint: `${emptyOf(symbol).hint ?? formText.emptyMeans(formText.unknown)}; ${how}`,
      }),
    )}
    ${field(scope, {
      pointer: `${at}/market_kg_per_kwh`,
      label: fieldName.market,
      limit: limits.kg_per_kwh,
      ranged: true,
      whenEmpty: "absent",
      ...(market ? { hint: formText.emptyMeans(formText.noContract) } : {}),
    })}
    <p class="aside">${formText.marketHow}</p>
  </details>`;
}

function stages(): unknown[] {
  const all = store.value("/stages");
  return Array.isArray(all) ? all : [];
}

/** The first stage's, where there is none for all. */
function onePlace(): void {
  const first = get(stages()[0], "/site");
  const site = { ...(first as Site | undefined), ...(store.value("/site") as Site | undefined) };
  store.set(
    "/stages",
    (stages() as Stage[]).map(({ site: _, ...stage }) => stage),
  );
  if (Object.keys(site).length > 0) store.replace("/site", site);
}

const unknownText = (): string => {
  const row = store.row("grids", store.catalogue.default_grid);
  return row ? `${formText.gridUnknown}: ${row.in_a_sentence ?? row.name}` : formText.gridUnknown;
};

const gridName = (id: unknown): string =>
  typeof id === "string" ? (store.row("grids", id)?.name ?? id) : unknownText();

/** Its own grid and PUE come with a site. */
function chooseSite(at: string, region: string): void {
  const { grid: _, pue: __, ...rest } = (store.value(at) ?? {}) as Site;
  store.replace(at, { ...rest, region });
}

function chooseGrid(at: string, chosen: string, keepsSite: boolean): void {
  const { grid: _, region, ...rest } = (store.value(at) ?? {}) as Site;
  const grid =
    chosen === "own"
      ? { kg_per_kwh: fromTrace(Number(/\d+/.exec(at)?.[0] ?? 0), "I") as number }
      : chosen === ""
        ? undefined
        : { id: chosen };
  const site: Site = {
    ...rest,
    ...(keepsSite && region !== undefined ? { region } : {}),
    ...(grid ? { grid } : {}),
  };
  store.replace(at, Object.keys(site).length > 0 ? site : undefined);
}

/** Of a grid that has several: which year, and on which basis. */
function seriesFields(scope: string, of: string): TemplateResult | typeof nothing {
  const at = `${of}/grid`;
  const grid = store.value(at);
  const own = get(grid, "/id");
  const id = own ?? store.rowAt("sites", `${of}/region`)?.grid ?? store.catalogue.default_grid;
  const row = typeof id === "string" ? store.row("grids", id) : null;
  if (!row) return nothing;
  const { bases, usual, basis, years, year } = seriesOf(row, grid);
  const choose = (next: { basis: Basis; year: number | undefined }): void => {
    const more = {
      ...(next.year === undefined ? {} : { year: next.year }),
      ...(next.basis === usual ? {} : { basis: next.basis }),
    };
    // A site brings its grid itself, in every year; nobody's is named where more than the usual is asked of it.
    const named = own !== undefined || !store.rowAt("sites", `${of}/region`)?.grid;
    if (own === undefined && Object.keys(more).length === 0) store.replace(at, undefined);
    else store.replace(at, named ? { id: row.id, ...more } : more);
  };
  const latest = years[0];
  return html`${
    years.length > 1
      ? pick(scope, {
          pointer: `${at}/year`,
          label: fieldName.year,
          current: year === undefined ? "" : String(year),
          options: [
            ["", formText.latest(latest ?? 0)],
            ...years.map((known) => [String(known), String(known)] as const),
          ],
          choose: (chosen) => choose({ basis, year: chosen === "" ? undefined : Number(chosen) }),
        })
      : nothing
  }${
    bases.length > 1
      ? pick(scope, {
          pointer: `${at}/basis`,
          label: fieldName.basis,
          current: basis,
          options: bases.map((known) => [known, formText.basis[known]] as const),
          choose: (chosen) => choose({ basis: chosen as Basis, year: undefined }),
        })
      : nothing
  }`;
}

function seriesOf({ series }: GridRow, grid: unknown) {
  const bases = [...new Set(series.map(({ basis }) => basis))].sort().reverse();
  const usual: Basis = bases.includes("lifecycle") ? "lifecycle" : "direct";
  const given = get(grid, "/basis");
  const basis = given === "lifecycle" || given === "direct" ? given : usual;
  const years = series
    .filter((one) => one.basis === basis)
    .flatMap(({ from, kg_per_kwh }) => kg_per_kwh.map((_, i) => from + i))
    .sort((a, b) => b - a);
  const year = get(grid, "/year");
  return { bases, usual, basis, years, year: typeof year === "number" ? year : undefined };
}
