// Everything: the scenario, its estimate as the engine gave it, and what the page needs to open it again.
import { isoDate, titleOf, type Taken } from "./taken.js";
import { publication } from "./made.js";

export function toJson(taken: Taken): string {
  const { scenario, estimate, view, date, address } = taken;
  return `${JSON.stringify(
    {
      schema: "fivecars/export/1",
      made: {
        by: publication.title,
        title: titleOf(taken),
        date: isoDate(date),
        address,
        data_version: estimate.data_version,
        engine_version: estimate.engine_version,
      },
      view,
      scenario,
      estimate,
    },
    null,
    2,
  )}\n`;
}
