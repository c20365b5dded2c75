// Everything: the scenario, its estimate as the engine gave it, and what the page needs to open it again.
import { isoDate, type Taken } from "./taken.js";
import { publication } from "./made.js";

export const toJson = ({ scenario, estimate, view, date, address }: Taken): string =>
  `${JSON.stringify(
    {
      schema: "fivecars/export/1",
      made: {
        by: publication.title,
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
