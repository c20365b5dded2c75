// The page of one published model, which reads fully without scripts.
import { noteIn } from "#words/notes.js";
import { modelPage as words, gallery } from "#words/gallery.js";
import {
  equivalentBoundary,
  equivalentFactor,
  equivalentWords,
  isRange,
  mass,
  massAlone,
  massRange,
  sure,
  ui,
} from "#words/page.js";
import { below, printedText, quantityName } from "#words/below.js";
import { tied } from "#words/later.js";
import type { Estimate, Model, Publication } from "../../calculator/documents.js";
import { fine } from "../../src/text/digits.js";
import { exact } from "../../src/text/numbers.js";
import { heightOf, read } from "../../embed/asked.js";
import { standing } from "../../embed/inputs.js";
import { inputs } from "../../embed/sum.js";
import { opening } from "../../src/state/opening.js";
import { language } from "#words/language.js";
import { card } from "./card.js";
import { corrected, corrections } from "./corrections.js";
import type { Made } from "./engine.js";
import { address, type Page } from "./frame.js";
import { html, type Html, type Part } from "./html.js";
import { computed, isReproduced } from "./printed.js";
import { told } from "./sentence.js";
import { cited, linked } from "./sources.js";
import { spread } from "./spread.js";
import { structured } from "./structured.js";
import { work } from "./work.js";

export function modelPage(model: Model, all: Made): Page {
  const { catalogue, texts } = all;
  const publication = texts.publications[model.id];
  if (!publication) throw new Error(`the texts have no publication of ${model.id}`);
  const { name, organisation, year } = model;
  const estimate = all.opened(model);
  const total = estimate && mass(estimate.total_kg, "kg", catalogue);
  const title = words.title(name);
  const { alt, width, height } = card(model, all);
  const path = `/models/${model.id}/card.png`;
  return {
    title,
    description: total === undefined ? words.descriptionWithout(name) : words.description(name, total),
    about: `models/${model.id}`,
    picture: { path, width, height, alt },
    data: structured(model, estimate, { title, description: alt, picture: address(path, all) }, all),
    oembed: `/models/${model.id}/oembed.json`,
    main: html`<p class="over"><a href="../../models.html">${gallery.heading}</a></p>
      <h1 class="name">
        ${name}
        <small
          >${[organisation, year].filter(Boolean).join(" · ")} · ${linked(model.cited.source, all)}</small
        >
      </h1>
      ${estimate ? answer(model, estimate, all) : html`<p class="lede">${tied(unredone(model, publication) ?? words.noSum)}</p>`}
      ${corrected(model, all)} ${estimate && live(model)}
      <div class="columns">
        ${printed(model, publication, estimate, all)} ${estimate && amounts(estimate, all)}
      </div>
      ${corrections(model, all)} ${difference(model, all)} ${estimate && work(estimate, publication, all)}`,
  };
}

/** What can be changed here, once its script has come. */
function live(model: Model): Html | undefined {
  const { id } = model;
  const scenario = opening(model);
  const editable = inputs.filter(
    (input) => input !== "runs" && scenario && typeof standing(input, scenario) === "object",
  );
  if (editable.length === 0) return undefined;
  const asked = read(
    (name) =>
      (({ model: id, editable: editable.join(" "), compact: "" }) as Partial<Record<string, string>>)[name] ??
      null,
    language,
  ).asked;
  return html`<section aria-labelledby="try">
    <h2 id="try">${words.tryIt}</h2>
    <five-cars data-least="${heightOf(asked)}" model="${id}" compact editable="${editable.join(" ")}"
      >${words.tryFallback}</five-cars
    >
  </section>`;
}

const unredone = ({ id }: Model, { no_scenario }: Publication): string | undefined =>
  no_scenario === undefined ? undefined : (noteIn(`${id}/no_scenario`, no_scenario) ?? no_scenario);

function answer(model: Model, estimate: Estimate, all: Made): Html {
  const { catalogue } = all;
  const { total_kg } = estimate;
  const range = massRange(total_kg, "kg", catalogue);
  return html`<p class="lede">${told(model, estimate, all, "given")}</p>
    <div class="range">
      ${spread(estimate, all)}
      <p>
        ${isRange(total_kg) && ui.nineInTen(`${range}\u00a0${massAlone(total_kg, "kg", catalogue).split("\u00a0")[1] ?? ""}`, mass({ ...total_kg, best: total_kg.median }, "kg", catalogue))}
      </p>
    </div>
    <p class="actions">
      <a class="firm" href="../../#model=${model.id}">${words.change}</a>
      ${model.scenario && model.one_basis && html`<a class="quiet" href="../../#model=${model.id}&amp;basis=one">${words.changeOneBasis}</a>`}
    </p>`;
}

function amounts({ equivalents, embodied_kg }: Estimate, { catalogue }: Made): Html {
  const set = catalogue.equivalents[0]?.set;
  return html`<section aria-labelledby="amounts">
    <h2 id="amounts">${words.amounts} <small>${ui.sets[set ?? ""]}</small></h2>
    <ul class="words-list">
      ${catalogue.equivalents
        .filter((row) => row.set === set)
        .map((row) => {
          const count = equivalents.find(({ id }) => id === row.id)?.count;
          return (
            count &&
            html`<li>
              <b>${equivalentWords(row, sure(count))}</b>
              <small
                >${equivalentFactor(row, "kg", catalogue)}; ${equivalentBoundary(row, { embodied_kg })}</small
              >
            </li>`
          );
        })}
    </ul>
  </section>`;
}

const aside = (text: string | undefined): Part =>
  text !== undefined && html`<p class="aside">${tied(text)}</p>`;

/** All that was printed; beside it what comes out here. */
function printed(model: Model, publication: Publication, opened: Estimate | undefined, all: Made): Html {
  const { printed: figures, others, misprints, no_figure, no_one_basis, note } = publication;
  const estimate = model.scenario && opened;
  const one = all.onOneBasis(model);
  const total = (what: string, { total_kg }: Estimate): Html =>
    html`<tr>
      <th scope="row">${what}</th>
      <td>
        ${mass(total_kg, "kg", all.catalogue)}<small>${massRange(total_kg, "kg", all.catalogue)}</small>
      </td>
    </tr>`;
  const row = (figure: Publication["printed"][number]): Html => {
    const ours = estimate && computed(figure, estimate, all.catalogue);
    const why = figure.misses ?? (figure.circular ? undefined : figure.note);
    return html`<tr>
        <th scope="row">${quantityName[figure.quantity]}</th>
        <td>${printedText(exact(figure.value), figure.unit)}</td>
        ${estimate && html`<td>${ours !== undefined && html`${printedText(fine(ours), figure.unit)}<small>${!isReproduced(figure, ours) ? `≠ ${below.differs}` : figure.circular ? below.circular : html`<span class="good">✓ ${below.reproduced}</span>`}</small>`}</td>`}
      </tr>
      ${
        why !== undefined &&
        html`<tr class="note">
          <td></td>
          <td colspan="${estimate ? 2 : 1}"><small>${tied(why)}</small></td>
        </tr>`
      }`;
  };
  return html`<section aria-labelledby="print">
    <h2 id="print">${words.beside}</h2>
    ${model.kind !== "published" && html`<p class="kind">${below.kinds[model.kind]}</p>`} ${aside(no_figure)}
    ${aside(note === undefined ? note : (noteIn(`${model.id}/note`, note) ?? note))} ${aside(no_one_basis)}
    ${
      figures.length > 0 &&
      html`<table class="print-table">
        <thead>
          <tr>
            <td></td>
            <th scope="col">${below.printed}</th>
            ${estimate && html`<th scope="col">${below.ours}</th>`}
          </tr>
        </thead>
        <tbody>
          ${figures.map(row)}
        </tbody>
      </table>`
    }
    ${
      (estimate ?? one) &&
      html`<table class="print-table others">
        <caption>
          ${words.basisTable}
        </caption>
        <tbody>
          ${estimate && total(words.asPublished, estimate)} ${one && total(words.oneBasis, one)}
        </tbody>
      </table>`
    }
    ${
      others.length > 0 &&
      html`<table class="print-table others">
        <caption>
          ${below.others}
        </caption>
        <tbody>
          ${others.map(
            (other) =>
              html`<tr>
                <th scope="row">
                  ${quantityName[other.quantity]}<small
                    >${cited(other.cited, all)}${other.note !== undefined && `. ${tied(other.note)}`}</small
                  >
                </th>
                <td>${printedText(exact(other.value), other.unit)}</td>
              </tr>`,
          )}
        </tbody>
      </table>`
    }
    ${misprints.map(({ note: text }) => html`<p class="misprint"><b>${below.misprint}.</b> ${tied(noteIn(`${model.id}/misprint`, text) ?? text)}</p>`)}
  </section>`;
}

/** Why the sum as published and that on one basis differ. */
function difference({ scenario, one_basis }: Model, all: Made): Html | undefined {
  if (!scenario || !one_basis) return undefined;
  const { from_kg, to_kg, reasons } = all.diff(scenario, one_basis);
  const shown = reasons
    .filter(({ kg }) => Math.abs(kg) > 1e-3 * Math.abs(to_kg.best))
    .sort((a, b) => Math.abs(b.kg) - Math.abs(a.kg));
  if (shown.length === 0) return undefined;
  const most = Math.abs(shown[0]?.kg ?? 1);
  const told_kg = (kg: number): string => massAlone(kg, "kg", all.catalogue);
  return html`<section aria-labelledby="why">
    <h2 id="why">${words.why}</h2>
    <p class="aside">${words.whyIntro(told_kg(from_kg.best), told_kg(to_kg.best))}</p>
    <table class="reasons">
      <tbody>
        ${shown.map(
          ({ cause, kg }) =>
            html`<tr>
              <th scope="row">${words.reasons[cause]}</th>
              <td class="bars">
                <svg class="bar" aria-hidden="true">
                  <rect
                    class="${kg < 0 ? "less" : "full"}"
                    width="${Number(((Math.abs(kg) / most) * 100).toFixed(2))}%"
                    height="100%"
                  />
                </svg>
              </td>
              <td>${told_kg(Math.abs(kg))} ${kg < 0 ? words.less : words.more}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}
