// The engine in the npm package: the calculator that its other parts have, too, instead of a second one.
import type { BriefTableName, BriefTables, EmbedCalculator } from "../../calculator/embed.js";
import { loadCalculator, type Calculator } from "../../calculator/load.js";

let loading: Promise<EmbedCalculator> | undefined;

export const engine = (): Promise<EmbedCalculator> =>
  (loading ??= loadCalculator()
    .then(brief)
    .catch((reason: unknown) => {
      loading = undefined;
      throw reason;
    }));

const everything = 10_000;

const brief = ({ estimate, parse, search, row }: Calculator): EmbedCalculator => ({
  estimate,
  parse,
  row,
  list: <T extends BriefTableName>(table: T) =>
    search(table, "", everything).rows.flatMap(({ id }): BriefTables[T][] => {
      const found = row(table, id);
      return found ? [found as BriefTables[T]] : [];
    }),
});
