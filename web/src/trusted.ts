// Addresses of scripts that a worker runs: the page's policy allows no plain text for them. The other policy is
// Lit's.

interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ): {
    createScriptURL(address: string): unknown;
  };
}

const own = (address: string): string => {
  const url = new URL(address, document.baseURI);
  if (url.origin !== location.origin) throw new TypeError(`no script of ours: ${url.origin}`);
  return url.href;
};

let policy: ReturnType<Policies["createPolicy"]> | undefined;

/** For `new Worker` and `serviceWorker.register`. @throws {TypeError} for an address of another origin. */
export function scriptUrl(address: string | URL): string {
  const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes;
  if (!policies) return own(String(address));
  policy ??= policies.createPolicy("fivecars-url", { createScriptURL: own });
  // To the types of the DOM it is a text.
  return policy.createScriptURL(String(address)) as string;
}
