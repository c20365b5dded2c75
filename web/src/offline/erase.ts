import { cachesOf } from "./shared.js";
import { site } from "./site.js";

/** Removes what was kept for reading without a network. What is open stays open; the next visit keeps it anew. */
export async function eraseOffline(): Promise<void> {
  // Both are missing where the page isn't served safely.
  if (!("serviceWorker" in navigator) || !("caches" in globalThis)) return;
  const registration = await navigator.serviceWorker.getRegistration(site);
  if (registration?.scope === site) await registration.unregister();
  for (const name of await caches.keys()) if (name.startsWith(cachesOf(site))) await caches.delete(name);
}
