// The gallery: every model on one basis, on one logarithmic scale.
import { gallery as words, galleryLive, type Proof } from "#words/gallery.js";
import { leading, massNear, massRange } from "#words/page.js";
import { tied } from "#words/later.js";
import type { Estimate, Model, Publication } from "../../calculator/documents.js";
import type { Made } from "./engine.js";
import type { Page } from "./frame.js";
import { html, type Html } from "./html.js";
import { computed, isReproduced, printedKg } from "./printed.js";

/** What a model's figure rests on. */
export function proofOf(model: Model, { printed }: Publication, all: Made): Proof {
  if (model.kind !== "published") return model.kind;
  if (!model.scenario) return "unredone";
  const estimate = all.opened(model);
  const proven = printed.some((one) => {
    const ours = estimate && computed(one, estimate, all.catalogue);
    return !one.circular && ours !== undefined && isReproduced(one, ours);
  });
  return proven ? "reproduced" : "inferred";
}

interface Row {
  model: Model;
  estimate: Estimate;
  printed: number | undefined;
  proof: Proof;
}

/** Of the scale, in powers of ten of a kilogram. */
interface Scale {
  from: number;
  to: number;
}
const at = (kg: number, { from, to }: Scale): string =>
  `${Number((((Math.log10(kg) - from) / (to - from)) * 100).toFixed(2))}%`;

export function galleryPage(all: Made): Page {
  const { catalogue, texts } = all;
  const publication = (id: string): Publication => {
    const found = texts.publications[id];
    if (!found) throw new Error(`the texts have no publication of ${id}`);
    return found;
  };
  const rows: Row[] = catalogue.models
    .flatMap((model) => {
      const estimate = all.onOneBasis(model);
      const own = publication(model.id);
      return estimate
        ? [{ model, estimate, printed: printedKg(own, catalogue), proof: proofOf(model, own, all) }]
        : [];
    })
    .sort((a, b) => leading(b.estimate.total_kg) - leading(a.estimate.total_kg));
  const ends = rows.flatMap(({ estimate: { total_kg }, printed }) => [
    total_kg.low ?? total_kg.best,
    total_kg.high ?? total_kg.best,
    ...(printed ? [printed] : []),
  ]);
  const scale = {
    from: Math.floor(Math.log10(Math.min(...ends))),
    to: Math.ceil(Math.log10(Math.max(...ends)) * 5) / 5,
  };
  const apart = catalogue.models.filter((model) => !all.onOneBasis(model));
  return {
    title: words.title,
    description: words.description,
    about: words.heading,
    main: html`<h1 class="heading">${words.heading}</h1>
      <p class="aside">${words.intro}</p>
      ${controls(catalogue.models, rows, apart, all)}
      <p id="shown" role="status" class="aside">
        ${galleryLive.shown(catalogue.models.length, catalogue.models.length)}
      </p>
      <svg class="sr" aria-hidden="true">
        <defs><g id="grid">${grid(scale, all)}</g></defs>
      </svg>
      <table class="gallery" role="table">
        <caption class="sr">
          ${words.heading}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            ${words.columns.map((text, i) => html`<th scope="col" role="columnheader">${i === 1 ? axis(text, scale, all) : text}</th>`)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${rows.map((row) => ranked(row, scale, all))}
        </tbody>
      </table>
      <p class="aside key-line">${key()}</p>
      <p class="aside">${words.village}</p>
      <h2>${words.apart}</h2>
      <p class="aside">${words.apartIntro}</p>
      <table class="gallery apart" role="table">
        <caption class="sr">
          ${words.apart}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            ${[words.columns[0], words.reason, words.columns[3], words.columns[4], words.columns[5]].map((text) => html`<th scope="col" role="columnheader">${text}</th>`)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${apart.map((model) => {
            const own = publication(model.id);
            const printed = printedKg(own, catalogue);
            const proof = proofOf(model, own, all);
            return html`<tr role="row" ${data(model, proof, undefined, undefined)}>
              ${name(model)}
              <td role="cell" class="reason">${tied(own.no_one_basis ?? own.no_scenario ?? "")}</td>
              ${print(printed, all)} ${evidence(proof)}
              <td role="cell" class="to">
                ${model.scenario && html`<a href="./#model=${model.id}" aria-label="${words.openOf(model.name)}">${words.open}</a>`}
              </td>
            </tr>`;
          })}
        </tbody>
      </table>`,
  };
}

const organisations = ({ organisation }: Model): string[] => organisation?.split(", ") ?? [];

function data(model: Model, proof: Proof, kg: number | undefined, ratio: number | undefined): Html {
  const find = [model.name, model.id, organisations(model), model.year, model.aliases].flat().join(" ");
  return html`data-name="${model.name}" data-org="${organisations(model).join("|")}" data-year="${model.year}"
  data-evidence="${proof}" data-find="${find.toLowerCase()}" data-kg="${kg}" data-ratio="${ratio}"`;
}

const name = ({ id, name: text, organisation, year }: Model): Html =>
  html`<th scope="row" role="rowheader">
    <a href="models/${id}/">${text}</a> <small>${organisation ?? ""} · ${year}</small>
  </th>`;

const print = (kg: number | undefined, { catalogue }: Made): Html =>
  html`<td role="cell" class="print">
    ${kg === undefined ? html`<span class="none">${words.notPrinted}</span>` : massNear(kg, "t", catalogue)}
  </td>`;

const evidence = (proof: Proof): Html =>
  html`<td role="cell" class="proof"><abbr title="${words.proofs[proof]}">${words.proof[proof]}</abbr></td>`;

function ranked({ model, estimate: { total_kg }, printed, proof }: Row, scale: Scale, all: Made): Html {
  const kg = leading(total_kg);
  const { low = kg, high = kg } = total_kg;
  const diamond =
    printed &&
    html`<svg x="${at(printed, scale)}" y="50%" class="mark">
      <path d="M-5.5 0L0 -5.5L5.500 0L0 5.500Z" />
    </svg>`;
  return html`<tr role="row" ${data(model, proof, kg, printed ? printed / kg : undefined)}>
    ${name(model)}
    <td role="cell" class="plot">
      <svg aria-hidden="true">
        <use href="#grid" />
        <line class="reach" x1="${at(low, scale)}" x2="${at(high, scale)}" y1="50%" y2="50%" />
        <circle cx="${at(kg, scale)}" cy="50%" r="5" />
        ${diamond}
      </svg>
    </td>
    <td role="cell" class="ours">
      <b>${massNear(total_kg, "t", all.catalogue)}</b>
      <small>${massRange(total_kg, kg < 1000 ? "kg" : "t", all.catalogue)}</small>
    </td>
    ${print(printed, all)} ${evidence(proof)}
    <td role="cell" class="to">
      <a href="./#model=${model.id}&amp;basis=one" aria-label="${words.openOf(model.name)}">${words.open}</a>
    </td>
  </tr>`;
}

// ——— The scale ———

/** A hundred people make a village: there is no figure for one. */
const village = 100;

function landmarks({ catalogue }: Made): { id: keyof typeof words.lines; kg: number }[] {
  const of = (id: string): number => {
    const row = catalogue.equivalents.find((one) => one.id === id);
    if (!row) throw new Error(`there is no equivalent ${id}`);
    return row.kg.best;
  };
  return [
    { id: "flight", kg: of("flight-ny-sf") },
    { id: "car", kg: of("car-lifetime") },
    { id: "village", kg: of("american-year") * village },
  ];
}

const decades = ({ from, to }: Scale): number[] =>
  Array.from({ length: Math.floor(to) - from + 1 }, (_, i) => from + i);

const grid = (scale: Scale, all: Made): Html =>
  html`${decades(scale).map((power) => html`<rect class="decade" x="${at(10 ** power, scale)}" width="1" height="100%" />`)}${landmarks(
    all,
  ).map(({ kg }) => html`<rect class="landmark" x="${at(kg, scale)}" width="1" height="100%" />`)}`;

const axis = (text: string, scale: Scale, all: Made): Html =>
  html`<span class="sr">${text}</span>
    <svg class="scale" aria-hidden="true">
      ${landmarks(all).map(({ id, kg }) => {
        const lines = words.lines[id];
        return html`<g class="${id}">
          <text x="${at(kg, scale)}" y="12">${lines[0]}</text
          ><text x="${at(kg, scale)}" y="26">${lines[1]}</text>
          <rect class="landmark" x="${at(kg, scale)}" y="31" width="1" height="20" />
        </g>`;
      })}
      ${decades(scale)
        .filter((power) => power % 2 === 0)
        .map(
          (power) =>
            html`<text class="tick" x="${at(10 ** power, scale)}" y="46"
              >${massNear(10 ** power, "t", all.catalogue).replace(/[.,]0+(?=\D*$)/, (zeros) => (/^[.,]0{3}$/.test(zeros) && power >= 6 ? zeros : ""))}</text
            >`,
        )}
    </svg>`;

const key = (): Html =>
  html`<span class="key-dot">${words.key.dot}</span> <span class="key-bar">${words.key.bar}</span>
    <span class="key-diamond">${words.key.diamond}</span>`;

// ——— What a script makes work; without one it isn't shown ———

function controls(models: Model[], rows: Row[], apart: Model[], all: Made): Html {
  const years = [...new Set(models.map(({ year }) => year))].sort();
  const names = [...new Set(models.flatMap(organisations))].sort((a, b) => a.localeCompare(b));
  const proofs = (Object.keys(words.proof) as Proof[]).filter(
    (proof) =>
      rows.some((row) => row.proof === proof) ||
      apart.some((model) => {
        const own = all.texts.publications[model.id];
        return own && proofOf(model, own, all) === proof;
      }),
  );
  const select = (id: string, label: string, options: (readonly [string, string])[]): Html =>
    html`<label
      >${label}
      <select name="${id}">
        ${options.map(([value, text]) => html`<option value="${value}">${text}</option>`)}
      </select></label
    >`;
  const any = ["", words.all] as const;
  const yearOptions = years.map((year) => [String(year), String(year)] as const);
  return html`<form id="controls" class="controls" aria-label="${words.controls}">
    <label>${words.search} <input type="search" name="q" autocomplete="off" /></label>
    ${select("org", words.organisation, [any, ...names.map((one) => [one, one] as const)])}
    ${select("from", words.from, [any, ...yearOptions])} ${select("to", words.to, [any, ...yearOptions])}
    ${select("evidence", words.evidence, [any, ...proofs.map((proof) => [proof, words.proof[proof]] as const)])}
    ${select("sort", words.sort, Object.entries(words.sorts))}
    <button type="reset" class="quiet">${words.reset}</button>
  </form>`;
}
