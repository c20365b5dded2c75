declare module "virtual:sources" {
  const addresses: Record<string, string | undefined>;
  export default addresses;
}

declare module "*.css?url" {
  const address: string;
  export default address;
}

declare module "virtual:publications" {
  const publications: Record<string, import("../calculator/documents.js").Publication | undefined>;
  export default publications;
}
