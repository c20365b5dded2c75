// The published models as a request for comparing them. Apart from the module that answers it, which a page has in a
// worker.
import type { Catalogue, Publication, Sums } from "./documents.js";
import type { Compared, CompareRequest } from "./what-if.js";

/**
 * "On one basis": every published model that can be counted on the same terms, with its authors' scenario beside;
 * where the publications tell it, also what is printed, if that is in a unit of the catalogue.
 */
export function oneBasis(
  catalogue: Catalogue,
  publications: Record<string, (Sums & Partial<Pick<Publication, "printed">>) | undefined>,
): CompareRequest {
  const runs: Compared[] = [];
  for (const { id, name } of catalogue.models) {
    const { scenario, one_basis, printed: figures } = publications[id] ?? {};
    if (!one_basis) continue;
    const printed = figures?.find(({ quantity }) => quantity === "emissions");
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
