// From a number to the field where it can be given.
import { fetchForm } from "./later.js";

/** Where the form has no field of that place: the one that stands for it. */
const instead: [RegExp, string][] = [
  [/\/grid\/(id|year|basis)$/, "/grid"],
  [/\/grid$/, "/region"],
];

export async function toField(path: string | null): Promise<void> {
  await fetchForm();
  const place = document.querySelector<HTMLElement>("fc-change");
  if (!place) return;
  await new Promise((drawn) => setTimeout(drawn));
  const find = (pointer: string): HTMLElement | null =>
    place.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(pointer)}"] :is(input, select)`);
  let pointer = path ?? "";
  let field: HTMLElement | null = null;
  while (pointer && !field) {
    field = find(pointer) ?? find(`${pointer}/best`) ?? find(`${pointer}-choice`);
    if (field) break;
    const other = instead.find(([pattern]) => pattern.test(pointer));
    field = other ? find(pointer.replace(...other)) : null;
    pointer = pointer.slice(0, pointer.lastIndexOf("/"));
  }
  const details = field?.closest("details");
  if (details) details.open = true;
  const target = field ?? place;
  target.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
}
