// What a model's page tells search engines and tools for citations: its figures as a dataset, in the words of
// schema.org, as JSON-LD.
import { quantityName } from "#words/below.js";
import { frame, gallery, told } from "#words/gallery.js";
import { language } from "#words/language.js";
import type { Citation, Estimate, Model, Outcome, PrintedFigure } from "../../calculator/documents.js";
import { publication } from "../../src/export/made.js";
import { plain } from "../../src/export/taken.js";
import type { Made } from "./engine.js";
import { address } from "./frame.js";

/** As in a document of JSON: what is undefined isn't there. */
type Node = Record<string, unknown>;

export interface About {
  title: string;
  /** A whole sentence with the answer. */
  description: string;
  picture: string | undefined;
}

const licence = "https://creativecommons.org/licenses/by/4.0/";

export function structured(model: Model, estimate: Estimate | undefined, about: About, all: Made): Node {
  const { id, name, organisation, year, cited } = model;
  const { data_version } = all.catalogue;
  const page = address(`/models/${id}/index.html`, all);
  const site = address("/index.html", all);
  const part = (of: string): string | undefined => page && `${page}#${of}`;
  const maker: Node = { "@type": "Organization", name: publication.author, url: site };
  const printed = all.texts.publications[id]?.printed ?? [];
  const data: Node = {
    "@type": "Dataset",
    "@id": part("data"),
    name: about.title,
    description: about.description,
    url: page,
    inLanguage: language,
    about: {
      "@type": "CreativeWork",
      name,
      ...(organisation !== undefined && { creator: { "@type": "Organization", name: organisation } }),
      datePublished: String(year),
    },
    creator: maker,
    license: licence,
    isAccessibleForFree: true,
    version: data_version,
    // Of the data: a year and a month.
    dateModified: data_version.replace(".", "-").replace(/\+.*$/, ""),
    keywords: told.keywords,
    measurementTechnique: address("/method.html", all),
    image: about.picture,
    // What an embed is made of.
    distribution: estimate && {
      "@type": "DataDownload",
      encodingFormat: "application/json",
      contentUrl: page && `${page}embed.json`,
    },
    variableMeasured: [...(estimate ? results(estimate) : []), ...printed.map(asPrinted)],
    isBasedOn: work(cited.source, all),
    citation: estimate && sources(estimate, cited, all).map((source) => work(source, all)),
  };
  return {
    "@context": "https://schema.org",
    "@graph": [
      {
        "@type": "WebPage",
        "@id": page,
        url: page,
        name: about.title,
        description: about.description,
        inLanguage: language,
        isPartOf: { "@type": "WebSite", name: "Five Cars", url: site },
        primaryImageOfPage: about.picture && { "@type": "ImageObject", url: about.picture },
        mainEntity: page && { "@id": part("data") },
        breadcrumb: {
          "@type": "BreadcrumbList",
          itemListElement: [
            [frame.calculator, "/index.html"],
            [gallery.heading, "/models.html"],
            [name, `/models/${id}/index.html`],
          ].map(([text, path], i) => ({
            "@type": "ListItem",
            position: i + 1,
            name: text,
            item: address(path ?? "", all),
          })),
        },
      },
      data,
    ],
  };
}

/** The codes are those of UN/CEFACT, which schema.org asks for. */
const measured = (name: string, unitText: string, unitCode: string, outcome: Outcome): Node => ({
  "@type": "PropertyValue",
  name,
  value: outcome.best,
  minValue: outcome.low,
  maxValue: outcome.high,
  ...(outcome.low !== undefined && { description: told.percentiles }),
  unitText,
  unitCode,
});

const results = ({ total_kg, energy_kwh, embodied_kg, water_l, device_hours }: Estimate): Node[] => [
  measured(told.emissions, "kg", "KGM", total_kg),
  measured(told.energy, "kWh", "KWH", energy_kwh),
  ...(embodied_kg ? [measured(told.embodied, "kg", "KGM", embodied_kg)] : []),
  ...(water_l ? [measured(told.water, "L", "LTR", water_l)] : []),
  ...(device_hours ? [measured(told.deviceHours, "h", "HUR", device_hours)] : []),
];

const asPrinted = ({ quantity, value, unit }: PrintedFigure): Node => ({
  "@type": "PropertyValue",
  name: told.printed(quantityName[quantity]),
  value,
  unitText: unit,
});

/** Those of the numbers in the sum, but for the one that it is based on. */
const sources = ({ trace }: Estimate, { source: own }: Pick<Citation, "source">, { texts }: Made): string[] =>
  [...new Set(trace.flatMap(({ operands }) => operands.map(({ source }) => source)))].filter(
    (source): source is string => source !== null && source !== own && texts.sources[source] !== undefined,
  );

function work(source: string, { texts }: Made): Node | undefined {
  const text = texts.sources[source];
  if (!text) return undefined;
  const { title, authors, year, url, identifier } = text;
  return {
    "@type": identifier !== undefined ? "ScholarlyArticle" : "CreativeWork",
    name: plain(title),
    // People and organisations, as they are to be named.
    creditText: authors,
    datePublished: String(year),
    url,
    identifier,
  };
}
