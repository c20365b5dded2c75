// Sorts and filters the gallery, which stands whole without this; keeps what was chosen in the fragment.
import { galleryLive } from "#words/gallery.js";

const form = document.querySelector<HTMLFormElement>("#controls");
const shown = document.querySelector("#shown");
const rows = [...document.querySelectorAll<HTMLTableRowElement>(".gallery tbody tr")];

const value = (row: HTMLElement, name: string): string => row.dataset[name] ?? "";
/** What isn't known comes last. */
const number = (row: HTMLElement, name: string): number => Number(value(row, name) || -1);
const byName = (a: HTMLElement, b: HTMLElement): number =>
  value(a, "name").localeCompare(value(b, "name"), document.documentElement.lang);
const orders: Record<string, (a: HTMLElement, b: HTMLElement) => number> = {
  kg: (a, b) => number(b, "kg") - number(a, "kg"),
  year: (a, b) => number(b, "year") - number(a, "year") || number(b, "kg") - number(a, "kg"),
  name: byName,
  org: (a, b) =>
    value(a, "org").localeCompare(value(b, "org"), document.documentElement.lang) || byName(a, b),
  ratio: (a, b) => number(b, "ratio") - number(a, "ratio"),
};

function apply(chosen: URLSearchParams): void {
  const get = (name: string): string => chosen.get(name) ?? "";
  const terms = get("q").toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const row of rows) {
    const year = number(row, "year");
    const fits =
      terms.every((term) => value(row, "find").includes(term)) &&
      (!get("org") || value(row, "org").split("|").includes(get("org"))) &&
      (!get("from") || year >= Number(get("from"))) &&
      (!get("to") || year <= Number(get("to"))) &&
      (!get("evidence") || value(row, "evidence") === get("evidence"));
    row.hidden = !fits;
    if (fits) count += 1;
  }
  const order = orders[get("sort")] ?? orders["kg"];
  for (const body of document.querySelectorAll(".gallery tbody"))
    body.append(...[...body.querySelectorAll("tr")].sort(order));
  if (shown) shown.textContent = count ? galleryLive.shown(count, rows.length) : galleryLive.none;
}

if (form) {
  const fields = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select")];
  const standard = (field: (typeof fields)[number]): boolean =>
    field.value === "" || (field.name === "sort" && field.value === "kg");
  const chosen = (): URLSearchParams =>
    new URLSearchParams(
      fields.filter((field) => !standard(field)).map((field) => [field.name, field.value.trim()]),
    );
  /** From the address; what no field has is left out. */
  const read = (): void => {
    const linked = new URLSearchParams(location.hash.slice(1));
    for (const field of fields) {
      field.value = linked.get(field.name) ?? (field.name === "sort" ? "kg" : "");
      if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.selectedIndex = 0;
    }
    apply(chosen());
  };
  const changed = (): void => {
    const kept = chosen().toString();
    history.replaceState(null, "", kept ? `#${kept}` : location.pathname + location.search);
    apply(chosen());
  };
  form.addEventListener("input", changed);
  form.addEventListener("reset", () => setTimeout(changed));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", () => {
    // A link within the page keeps what was chosen.
    if (document.getElementById(location.hash.slice(1))) changed();
    else read();
  });
  read();
}
