declare module "*.css?url" {
  const address: string;
  export default address;
}

// The tables of the texts, by id. Every id of the catalogue is in them; a link may bring others.
declare module "virtual:texts/sources" {
  const rows: Record<string, import("../calculator/documents.js").SourceText | undefined>;
  export default rows;
}
declare module "virtual:texts/publications" {
  type Sums = keyof import("../calculator/documents.js").Sums;
  const rows: Record<string, Omit<import("../calculator/documents.js").Publication, Sums> | undefined>;
  export default rows;
}
declare module "virtual:texts/sums" {
  const rows: Record<string, import("../calculator/documents.js").Sums | undefined>;
  export default rows;
}
declare module "virtual:texts/opening" {
  const rows: Record<string, import("../calculator/documents.js").Sums | undefined>;
  export default rows;
}
declare module "virtual:texts/equivalents" {
  const rows: import("../calculator/documents.js").Texts["equivalents"];
  export default rows;
}
declare module "virtual:texts/defaults" {
  const rows: import("../calculator/documents.js").Texts["defaults"];
  export default rows;
}
declare module "virtual:texts/devices" {
  const rows: import("../calculator/documents.js").Texts["devices"];
  export default rows;
}
declare module "virtual:texts/grids" {
  const rows: import("../calculator/documents.js").Texts["grids"];
  export default rows;
}
declare module "virtual:texts/sites" {
  const rows: import("../calculator/documents.js").Texts["sites"];
  export default rows;
}

// The address of a worker's script, beside the page's own.
declare module "*?worker&url" {
  const address: string;
  export default address;
}

interface ImportMeta {
  readonly env: {
    /** True in the language that addresses without a language have. */
    readonly FIRST_LANGUAGE: boolean;
    /** Where package.json has the site. */
    readonly HOMEPAGE: string | null;
    /** True in what others bundle: beside it lies nothing of ours. */
    readonly PACKAGED: boolean;
  };
}
