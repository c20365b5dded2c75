// The published models in the npm package: their scenarios are in it, and nothing is fetched.
import names from "virtual:embed/models";
import { opening, typical } from "../../src/state/opening.js";
import type { Asked } from "../asked.js";
import type { Unsummed } from "../sum.js";

class Unknown extends Error {
  override name = "Unknown";
}

/** @throws {Unknown} */
export async function published({ model: id = "", basis }: Asked): Promise<Unsummed> {
  const { models } = await import("fivecars/models");
  const sums = Object.hasOwn(models, id) ? models[id] : undefined;
  const model = names.find((row) => row.id === id);
  const scenario = basis === "one" ? sums?.one_basis && typical(sums.one_basis) : sums && opening(sums);
  if (!model || !scenario) throw new Unknown(id);
  return { model, scenario };
}
