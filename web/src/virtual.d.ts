declare module "virtual:sources" {
  const addresses: Record<string, string | undefined>;
  export default addresses;
}

declare module "*.css?url" {
  const address: string;
  export default address;
}
