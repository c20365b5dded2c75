// The same view in each language.
declare module "*/view.js?lang=en" {
  export const show: import("./view.js").View["show"];
}
declare module "*/view.js?lang=de" {
  export const show: import("./view.js").View["show"];
}
declare module "*.css?inline" {
  const rules: string;
  export default rules;
}

// What of the catalogue an embed needs before the engine is there.
declare module "virtual:embed/catalogue" {
  const catalogue: Pick<
    import("../calculator/documents.js").Catalogue,
    "mass_units_kg" | "equivalents" | "default_grid"
  >;
  export default catalogue;
}
// Of the npm package: what they are called, and their scenarios beside it.
declare module "virtual:embed/models" {
  const rows: Pick<import("../calculator/documents.js").ModelRow, "id" | "name" | "kind">[];
  export default rows;
}
declare module "fivecars/models" {
  export const models: typeof import("../package/models.js").models;
}
