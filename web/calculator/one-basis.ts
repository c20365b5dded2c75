// The published models as a request for comparing them. Apart from the module that answers it, which a page has in a
// worker.
import type { Catalogue, Texts } from "./documents.js";
import type { Compared, CompareRequest } from "./what-if.js";

/**
 * "On one basis": every published model that can be counted on the same terms, with its authors' scenario beside;
 * with the texts also what is printed of it, where that is in a unit of the catalogue.
 */
export function oneBasis(catalogue: Catalogue, texts?: Pick<Texts, "publications">): CompareRequest {
  const runs: Compared[] = [];
  for (const { id, name, scenario, one_basis } of catalogue.models) {
    if (!one_basis) continue;
    const printed = texts?.publications[id]?.printed.find(({ quantity }) => quantity === "emissions");
    const unit_kg =
      printed && new Map<string, number>(Object.entries(catalogue.mass_units_kg)).get(printed.unit);
    runs.push({
      id,
      name,
      scenario: one_basis,
      ...(scenario && { published: scenario }),
      ...(printed && unit_kg !== undefined && { printed_kg: printed.value * unit_kg }),
    });
  }
  return { schema: "fivecars/compare/1", runs };
}
