// How an embed is drawn, and what it does when a reader changes something. One chunk for each language.
import catalogue from "virtual:embed/catalogue";
import { embed as words, half } from "#words/embed.js";
import { language } from "#words/language.js";
import { about } from "#words/sentence.js";
import {
  equivalentWords,
  isRange,
  leading,
  mass,
  massAlone,
  massRange,
  setNames,
  sure,
} from "#words/page.js";
import type { EquivalentRow, Issue, MassUnit, Outcome, Scenario } from "../calculator/documents.js";
import { spread } from "../src/components/spread.js";
import { typical } from "../src/state/opening.js";
import { put as putAt, remove, same } from "../src/state/pointer.js";
import { format, significant } from "../src/text/numbers.js";
import { run, type Known, type Piece } from "../src/text/sentence.js";
import type { Asked, Fault } from "./asked.js";
import { h, svg } from "./dom.js";
import type { Editor, Place } from "./editor.js";
import type { FiveCarsChange } from "./element.js";
import { standing } from "./inputs.js";
import look from "./look.css?inline";
import { rowsOf, type Input, type PublishedSum, type Sum, type Unsummed } from "./sum.js";

/** What the element hands over. */
export interface Stage {
  asked: Asked;
  faults: Fault[];
  /** Of a published model. */
  sum: Promise<PublishedSum | Unsummed> | undefined;
  /** Of any other: what a link was changed from. */
  published: (asked: Asked) => Promise<PublishedSum | Unsummed>;
  base: URL;
  element: HTMLElement;
  /** False once something else is to be shown there. */
  isCurrent: () => boolean;
  put: (content: Node[], sheets: CSSStyleSheet[]) => void;
  /** After each change by a reader. */
  changed: () => void;
  /** Where its link isn't simply followed: false if it couldn't be opened. */
  open?: (address: string) => boolean;
}

export interface Shown {
  readonly result: FiveCarsChange | null;
  end: () => void;
}

export interface View {
  show: (stage: Stage) => Promise<Shown | undefined>;
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(look);

/** Of what was typed, as much as is told. */
const longest = 40;

/** In kg: six digits before the point, as on the page. */
const large = 100_000;

export async function show(stage: Stage): Promise<Shown | undefined> {
  const { asked, element } = stage;
  const fail = (faults: Fault[]): undefined => {
    const said = faults.map((fault) => words.fault(fault));
    console.error(`<five-cars>: ${words.faulty}\n${said.join("\n")}`, element);
    if (!stage.isCurrent()) return;
    // What stands between the tags comes back.
    stage.put(
      [
        h("slot", {}),
        h(
          "div",
          {
            class: "fault",
            part: "fault",
            role: "note",
            lang: language,
            "data-theme": themeOf(asked, element),
          },
          h("p", {}, words.faulty),
          h("ul", {}, ...said.map((text) => h("li", {}, text))),
        ),
      ],
      [sheet],
    );
  };
  const known = new Set(catalogue.equivalents.flatMap(({ id, set }) => [id, set]));
  const faults = [
    ...stage.faults,
    ...(asked.show ?? [])
      .filter((given) => !known.has(given))
      .map((given): Fault => ({ at: "show", code: "equivalent", given, known: [...known] })),
  ];
  if (faults.length > 0) return fail(faults);

  let opened: Opened;
  try {
    const found = await stage.sum;
    if (found && "estimate" in found) {
      opened = { sum: found, isChanged: false, row: rowsOf(found) };
    } else {
      const { editor } = await import("./editor.js");
      const tool = await editor();
      if (found) {
        opened = { sum: tool.sum(found.scenario, found), isChanged: false, row: tool.row, editor: tool };
      } else {
        const { scenario, model } = await tool.open(asked.scenario ?? "");
        if (!scenario) return fail([{ at: "scenario", code: "link" }]);
        const from = model === undefined ? undefined : await origin(stage, model, scenario);
        opened = {
          sum: tool.sum(scenario, from?.sum ?? {}),
          isChanged: from?.isChanged ?? false,
          row: tool.row,
          editor: tool,
        };
      }
    }
  } catch (reason) {
    if ((reason as Error).name === "Unknown")
      return fail([{ at: "model", code: "id", given: asked.model ?? "" }]);
    const { issues } = reason as { issues?: Issue[] };
    if (issues) {
      const { editor } = await import("./editor.js");
      const said = await (await editor()).explain(issues);
      return fail(
        said.map((text, i): Fault => ({
          at: `scenario ${issues[i]?.path ?? ""}`.trim(),
          code: "issue",
          known: [text],
        })),
      );
    }
    throw reason;
  }
  const hindered = asked.editable.flatMap((given): Fault[] => {
    const found = standing(given, opened.sum.scenario);
    return typeof found === "string"
      ? [{ at: "editable", code: "input", given, known: [words.cannot[found]] }]
      : [];
  });
  if (hindered.length > 0) return fail(hindered);
  const others = shownEquivalents(asked, opened.sum.estimate).some(({ row }) => row.set !== firstSet);
  const told = others ? (await import("#words/sets.js")).otherWords : undefined;
  return stage.isCurrent()
    ? draw(stage, opened, (row, count) =>
        (row.set === firstSet || !told ? equivalentWords : told)(row, count),
      )
    : undefined;
}

interface Opened {
  sum: Sum;
  /** From what was published of its model, before any reader came. */
  isChanged: boolean;
  row: Known["row"];
  editor?: Editor;
}

/** The published sum that a link names as its own; undefined where there is none. */
async function origin(
  { asked, published }: Stage,
  model: string,
  scenario: Scenario,
): Promise<{ sum: PublishedSum | Unsummed; isChanged: boolean } | undefined> {
  let first: PublishedSum | Unsummed | undefined;
  for (const basis of ["published", "one"] as const) {
    const sum = await published({ ...asked, model, basis }).catch(() => undefined);
    // Without the first there is no other.
    if (!sum) break;
    first ??= sum;
    // How sure its numbers are is no part of a sum.
    if (same(typical(sum.scenario), typical(scenario))) return { sum, isChanged: false };
  }
  return first && { sum: first, isChanged: true };
}

const firstSet = catalogue.equivalents[0]?.set;

function draw(
  { asked, element, base, put, changed: tell, open }: Stage,
  opened: Opened,
  inWords: (row: EquivalentRow, count: number) => string,
): Shown {
  const { compact } = asked;
  const first = opened.sum;
  let { sum, row, editor } = opened;
  let changed = false;
  let ended = false;
  const unitOf = ({ estimate }: Sum): MassUnit => asked.unit ?? (estimate.total_kg.best < large ? "kg" : "t");

  const told = h("p", { class: "run", part: "run" });
  const total = h("p", { class: "total", part: "total" });
  const range = h("div", { class: "range", part: "range" });
  /** How to read it. */
  const how = h("p", { class: "set how" });
  const amounts = h("ul", { class: asked.show ? "amounts" : "amounts usual", part: "amounts" });
  const set = h("p", { class: "set" });
  const note = h("p", { class: "note", part: "note", role: "status", id: "note" });
  const see = h("a", {
    class: "see",
    part: "link",
    ...(open ? { target: "_blank", rel: "noopener" } : { target: "_top" }),
  });
  const back = h(
    "button",
    { type: "button", class: "back", hidden: true },
    asked.model ? words.reset : words.resetOwn,
  );
  const versions = h("span", { class: "versions" });
  const fields = asked.editable.length > 0 ? h("form", { class: "fields", part: "fields" }) : undefined;
  const article = h(
    "article",
    {
      class: compact ? "embed compact" : "embed",
      part: "embed",
      lang: language,
      "aria-label": `Five Cars: ${words.name}`,
    },
    told,
    total,
    !compact && range,
    !compact && how,
    amounts,
    !compact && set,
    fields,
    note,
    h("footer", { part: "footer" }, see, back, versions),
  );

  const result = (): FiveCarsChange => ({
    total_kg: sum.estimate.total_kg,
    scenario: sum.scenario,
    changed,
    data_version: sum.data_version,
    sentence: `${told.textContent}${total.textContent}.`,
  });
  const isGuess = (): boolean => sum.model?.kind === "guess";
  /** What has to be known of a figure before anybody tells it on. */
  const caveat = (): Node | string => {
    const said = isGuess() ? words.guess : "corrected" in sum && !changed ? words.corrected : undefined;
    return said ? h("b", {}, `; ${said}`) : "";
  };
  const redraw = (): void => {
    const unit = unitOf(sum);
    const { estimate } = sum;
    const { pieces, end } = run(
      {
        scenario: sum.scenario,
        model: sum.model,
        estimate,
        changed: opened.isChanged || (changed && sum.model !== undefined),
        ...(sum.subject && { subject: sum.subject }),
      },
      { catalogue, row },
    );
    told.replaceChildren(...pieces.map(piece));
    const reach = massRange(estimate.total_kg, unit, catalogue);
    total.replaceChildren(
      h("strong", {}, mass(estimate.total_kg, unit, catalogue)),
      ...(reach ? [" ", h("span", { class: "about" }, "(", `${about} ${reach}`, caveat(), ")")] : []),
      ...(end ? [h("span", { class: "about" }, end)] : []),
    );
    range.replaceChildren(
      ...(isRange(estimate.total_kg) ? silhouette(estimate.total_kg, estimate, unit) : []),
    );
    const { total_kg } = estimate;
    how.replaceChildren(
      isGuess()
        ? words.guessed
        : reach
          ? `${half(reach, mass({ ...total_kg, best: total_kg.median ?? total_kg.best }, unit, catalogue))}.`
          : "",
    );
    const shown = shownEquivalents(asked, estimate);
    // A set's name brings more than its snippet reserves for: those are scrolled to, so that the post stays where it is.
    const isMore = asked.show !== undefined && shown.length > asked.show.length;
    amounts.classList.toggle("more", isMore);
    if (isMore) amounts.tabIndex = 0;
    amounts.replaceChildren(
      ...shown.map(({ row: equivalent, count }) =>
        h("li", { "data-equivalent": equivalent.id }, inWords(equivalent, sure(count))),
      ),
    );
    set.replaceChildren(
      [...new Set(shown.map(({ row: equivalent }) => setNames[equivalent.set] ?? equivalent.set))].join(", "),
    );
    versions.replaceChildren(h("b", {}, "Five Cars, "), words.data(sum.data_version.split("+")[0] ?? ""));
    see.replaceChildren(changed ? words.seeChanged : words.see);
    back.hidden = !changed;
    address();
  };

  if (open)
    see.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (!open(see.href))
        note.replaceChildren(words.blocked, " ", h("span", { class: "address" }, see.href));
    });

  /** Of the page with the same sum: by its name, or whole in the fragment. */
  const address = (): void => {
    // A release that is kept stands below the site.
    const site = new URL(base.href.replace(/v\/\d+\.\d+\.\d+[^/]*\/$/, ""));
    const home = new URL(language === "en" ? "./" : `${language}/`, site);
    if (!changed && asked.model && asked.basis === "published") {
      see.href = new URL(`models/${asked.model}/`, home).href;
      return;
    }
    if (!changed && asked.model) {
      see.href = new URL(`#model=${asked.model}&basis=one`, home).href;
      return;
    }
    const now = sum;
    void editor?.link(now, unitOf(now)).then((fragment) => {
      if (now === sum) see.href = new URL(fragment, home).href;
    });
  };

  // What a reader does

  const turnTo = (next: Sum): void => {
    sum = next;
    redraw();
    tell();
  };
  const withEditor = async (then: (tool: Editor) => void | Promise<void>): Promise<void> => {
    try {
      if (!editor) {
        note.replaceChildren(words.waiting);
        const { editor: fetched } = await import("./editor.js");
        editor = await fetched();
        if (ended) return;
        ({ row } = editor);
        note.replaceChildren(...recorded());
      }
      await then(editor);
    } catch (reason) {
      console.error("<five-cars>:", reason, element);
      note.replaceChildren(words.offline);
    }
  };
  /** Each outdates what is yet to be said of the one before. */
  let changes = 0;
  /** All fields as they stand, whichever was changed: what they say is what is calculated. */
  const change = (): void =>
    void withEditor(async (tool) => {
      const now = ++changes;
      let scenario =
        place === undefined
          ? first.scenario
          : putAt(first.scenario, "/site", tool.at(first.scenario.site, place));
      const wrong: { entry: HTMLElement; said: string }[] = [];
      for (const { entry, label, input, pointer, stood } of numbers) {
        entry.setAttribute("aria-invalid", "false");
        entry.removeAttribute("aria-describedby");
        const typed = entry.value.trim();
        // Another place has another PUE, unless the field says which.
        if (typed === stood && !(input === "pue" && place !== undefined)) continue;
        const number = tool.read(typed, input === "hours" ? "time" : "number");
        if (number !== undefined) scenario = putAt(scenario, pointer, number);
        else if (typed === "" && input === "pue") scenario = remove(scenario, pointer);
        else wrong.push({ entry, said: words.notANumber(label, typed.slice(0, longest)) });
      }
      const answer = wrong.length > 0 ? undefined : tool.trySum(scenario, first);
      if (answer && "issues" in answer) {
        const said = await tool.explain(answer.issues);
        if (now !== changes || ended) return;
        for (const [i, { path }] of answer.issues.entries()) {
          const field = numbers.find(({ pointer }) => pointer === path);
          if (field) wrong.push({ entry: field.entry, said: words.wrong(field.label, said[i] ?? "") });
          else note.replaceChildren(said.join(" "));
        }
      }
      article.classList.toggle("stale", !answer || "issues" in answer);
      for (const { entry } of wrong) {
        entry.setAttribute("aria-invalid", "true");
        entry.setAttribute("aria-describedby", "note");
      }
      if (wrong.length > 0) note.replaceChildren(wrong.map(({ said }) => said).join(" "));
      if (!answer || "issues" in answer) return;
      changed = true;
      note.replaceChildren();
      turnTo(answer.sum);
    });

  const restart = (): void => {
    ++changes;
    changed = false;
    place = undefined;
    ({ sum } = opened);
    if (!opened.editor && editor) ({ row } = editor);
    article.classList.remove("stale");
    note.replaceChildren(...recorded());
    fill();
    redraw();
    tell();
    // The button goes, and with it the focus.
    fields?.querySelector<HTMLElement>("input, button")?.focus();
  };
  back.addEventListener("click", restart);

  /** The grid that a reader chose. */
  let place: string | undefined;
  let numbers: { input: Input; entry: HTMLInputElement; label: string; pointer: string; stood: string }[] =
    [];

  /** Fields as they stand in the first sum. */
  const fill = (): void => {
    numbers = [];
    fields?.replaceChildren(
      ...asked.editable.map((input) => (input === "place" ? placeField() : numberField(input))),
    );
  };

  function numberField(input: Exclude<Input, "place">): HTMLElement {
    const found = standing(input, first.scenario);
    if (typeof found === "string") throw new Error(found);
    const { pointer } = found;
    const value = found.value ?? (input === "pue" ? first.pue : undefined);
    const entry = h("input", {
      type: "text",
      inputmode: "decimal",
      autocomplete: "off",
      spellcheck: "false",
      name: input,
      value: value === undefined ? "" : format(value, { ...significant(15), useGrouping: false }),
      placeholder: words.usual,
    });
    const label = pointer.endsWith("device_hours") ? words.deviceHours : words.fields[input];
    numbers.push({ input, entry, label, pointer, stood: entry.value });
    entry.addEventListener("input", change);
    return h("label", {}, h("span", {}, label), entry);
  }

  function placeField(): HTMLElement {
    const { pieces } = run(
      { scenario: first.scenario, model: undefined, estimate: first.estimate },
      { catalogue, row },
    );
    const now = pieces.find((one) => typeof one === "object" && "slot" in one && one.slot === "place") as
      { text: string } | undefined;
    // The list comes with the engine: until somebody asks for it, a button stands for it.
    const button = h(
      "button",
      { type: "button", class: "pick", "aria-haspopup": "listbox" },
      now?.text ?? "",
    );
    const label = h("span", {}, words.fields.place);
    const holder = h("label", { class: "wide" }, label, button);
    button.addEventListener(
      "click",
      () =>
        void withEditor((tool) => {
          const options = (places: Place[]): HTMLOptionElement[] =>
            places.map(({ id, name }) => h("option", { value: id }, name));
          const all = tool.places();
          const select = h(
            "select",
            { name: "place" },
            h("option", { value: "" }, now?.text ?? ""),
            h("optgroup", { label: words.worldPlaces }, ...options(all.filter(({ wide }) => wide))),
            h("optgroup", { label: words.places }, ...options(all.filter(({ wide }) => !wide))),
          );
          select.addEventListener("change", () => {
            place = select.value || undefined;
            change();
          });
          button.replaceWith(select);
          select.focus();
          try {
            select.showPicker();
          } catch {
            // Older browsers, and those to whom the click is too long ago: it has the focus.
          }
        }),
    );
    return holder;
  }
  fields?.addEventListener("submit", (event) => event.preventDefault());

  const recorded = (): string[] => {
    if (!asked.recorded) return [];
    const { data, total_kg } = asked.recorded;
    const today = first.estimate.total_kg;
    // With as many digits as today's, whose range says how many.
    const times = today.best > 0 ? total_kg / today.best : 1;
    const whole = { ...today, best: total_kg };
    for (const end of ["low", "median", "high"] as const)
      if (today[end] !== undefined) whole[end] = today[end] * times;
    const [then, now] = [whole, today].map((kg) => massAlone(kg, unitOf(first), catalogue));
    return then === now || then === undefined ? [] : [words.drifted(then, data?.split("+")[0])];
  };
  note.replaceChildren(...recorded());

  const follow = (): void => article.setAttribute("data-theme", themeOf(asked, element));
  follow();
  const watch = new MutationObserver(() => {
    follow();
    // The post may fade.
    setTimeout(follow, 400);
  });
  const dark = matchMedia("(prefers-color-scheme: dark)");
  if (asked.theme === "auto") {
    for (const watched of [document.documentElement, document.body])
      watch.observe(watched, { attributes: true });
    dark.addEventListener("change", follow);
  }

  fill();
  redraw();
  put([article], [sheet]);
  return {
    get result() {
      return result();
    },
    end() {
      ended = true;
      watch.disconnect();
      dark.removeEventListener("change", follow);
    },
  };
}

const piece = (one: Piece): Node | string =>
  typeof one === "string" ? one : "slot" in one ? h("b", {}, one.text) : "";

/** Unless somebody asks for more. */
const most = 3;

function shownEquivalents({ show: asked, compact }: Asked, { equivalents }: Sum["estimate"]) {
  const found = catalogue.equivalents.flatMap((row) => {
    const wanted = asked ? asked.includes(row.id) || asked.includes(row.set) : row.set === firstSet;
    const count = equivalents.find(({ id }) => id === row.id)?.count;
    return wanted && count ? [{ row, count }] : [];
  });
  return asked ? found : found.slice(0, compact ? 1 : most);
}

/** Whether a colour is light, by its luminance; undefined where it can't be read. */
function isLight(color: string): boolean | undefined {
  const [r, g, b] = color.match(/[\d.]+/g)?.map(Number) ?? [];
  return r === undefined || g === undefined || b === undefined || !color.startsWith("rgb")
    ? undefined
    : (r * 299 + g * 587 + b * 114) / 1000 > 140;
}

/** As asked, or that of the post: light letters stand on a dark ground. */
function themeOf({ theme }: Asked, element: Element): "light" | "dark" {
  if (theme !== "auto") return theme;
  const around = element.parentElement ?? document.documentElement;
  return isLight(getComputedStyle(around).color) ? "dark" : "light";
}

const height = 100;

/** The total with its range, as the page draws it; the hill is as high as there is room. */
function silhouette(total: Required<Outcome>, { histogram }: Sum["estimate"], unit: MassUnit): SVGElement[] {
  const { at, outline } = spread(total, histogram);
  const points = outline.map(([x, up]) => `${x} ${(height * (1 - up)).toFixed(1)}`);
  const lead = at(leading(total));
  const [left = "", right = ""] = massRange(total, unit, catalogue).split(/\u2060?–\u2060?/);
  const mark = (x: number, text: string, kind?: string): SVGElement =>
    svg("text", { class: kind, x: `${x}%`, y: 30 }, text);
  return [
    svg(
      "svg",
      { class: "hill", "aria-hidden": "true", viewBox: `0 0 100 ${height}`, preserveAspectRatio: "none" },
      svg("path", { d: `M0 ${height}L${points.join("L")}L100 ${height}Z` }),
    ),
    svg(
      "svg",
      { class: "axis", "aria-hidden": "true" },
      svg("rect", { class: "line", width: "100%", height: 1 }),
      svg("rect", { x: `${at(total.low)}%`, width: `${at(total.high) - at(total.low)}%`, y: -2, height: 5 }),
      svg("rect", { class: "middle", x: `${at(total.median)}%`, y: -6, width: 2, height: 13 }),
      svg("circle", { cx: `${lead}%`, r: 7 }),
      mark(at(total.low), left),
      mark(lead, massAlone(total, unit, catalogue), "lead"),
      mark(at(total.high), right),
    ),
  ];
}
