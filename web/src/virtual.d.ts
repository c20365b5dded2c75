declare module "virtual:sources" {
  const addresses: Record<string, string | undefined>;
  export default addresses;
}

declare module "*.css?url" {
  const address: string;
  export default address;
}

declare module "virtual:origins" {
  /** NumberOrigin of the documents: a module that is made up can't import it. */
  interface Told {
    path: string;
    cited: { source: string; locator: string; evidence: "primary" | "secondary" | "inferred" | "judgement" };
    note?: string;
  }
  const origins: Record<string, Told[] | undefined>;
  export default origins;
}
