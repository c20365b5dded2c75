// For a paper: a bibliography's entry, and a sentence with a small table.
import { mass, massNear, massRange, partOfSum, range, known as shown } from "#words/page.js";
import { citation, texRows } from "#words/take.js";
import { isoDate, sentenceOf, titleOf, type Taken } from "./taken.js";
import { publication } from "./made.js";

const signs: Record<string, string> = {
  "\\": "\\textbackslash{}",
  // BibTeX counts braces, escaped or not.
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
  '"': "\\textquotedbl{}",
  "\u00a0": "~",
  "\u202f": "\\,",
  "\u2060": "",
  "–": "--",
  "×": "\\ensuremath{\\times}",
  "−": "\\ensuremath{-}",
  "₂": "\\textsubscript{2}",
  "„": "\\quotedblbase{}",
  "…": "\\ldots{}",
};

/** User's text in it stays text. */
export const tex = (text: string): string =>
  text
    .replace(/[\0- \x7f\u2028\u2029]+/g, " ")
    .replace(/[\\{}~^<>|"\u00a0\u202f\u2060–×−₂„…]/g, (sign) => signs[sign] ?? sign)
    .replace(/[#$%&_]/g, "\\$&");

export function toBibtex(taken: Taken): string {
  const { estimate, date, address } = taken;
  const day = isoDate(date);
  const fields: [string, string][] = [
    ["author", `{${publication.author}}`],
    ["title", `{${publication.title}}`],
    ["year", day.slice(0, 4)],
    ["month", String(date.getMonth() + 1)],
    ["version", estimate.engine_version],
    [
      "note",
      tex(
        citation.note(
          titleOf(taken),
          mass(estimate.total_kg, taken.view.unit, taken.known.catalogue),
          estimate.data_version,
        ),
      ),
    ],
    ...(address
      ? ([
          ["url", address],
          ["urldate", day],
        ] as [string, string][])
      : []),
  ];
  const width = Math.max(...fields.map(([name]) => name.length));
  return `@misc{fivecars,\n${fields.map(([name, value]) => `  ${name.padEnd(width)} = {${value}},\n`).join("")}}\n`;
}

export function toLatex(taken: Taken): string {
  const { estimate, view, known } = taken;
  const { total_kg, operational_kg, embodied_kg, energy_kwh } = estimate;
  const { catalogue } = known;
  const kg = (o: typeof total_kg): [string, string] => [
    massNear(partOfSum(o.best, o), view.unit, catalogue),
    massRange(o, view.unit, catalogue),
  ];
  const rows: [string, [string, string]][] = [
    [texRows.total, kg(total_kg)],
    ...(embodied_kg
      ? ([
          [texRows.operational, kg(operational_kg)],
          [texRows.embodied, kg(embodied_kg)],
        ] as [string, [string, string]][])
      : []),
    [texRows.energy, [`${shown(energy_kwh)}\u00a0kWh`, range(energy_kwh)]],
  ];
  const line = (cells: string[]): string => `  ${cells.map(tex).join(" & ")} \\\\\n`;
  return `% \\usepackage[T1]{fontenc}
${tex(sentenceOf(taken))}~\\cite{fivecars}

\\begin{tabular}{lrr}
  \\hline
${line(["", texRows.best, texRows.nineInTen])}  \\hline
${rows.map(([name, cells]) => line([name, ...cells])).join("")}  \\hline
\\end{tabular}
`;
}
