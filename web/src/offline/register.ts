// Keeps the page for reading without a network. Fetched when the first load is long over: main.ts.
import { scriptUrl } from "../trusted.js";
import type { Message } from "./shared.js";
import { site } from "./site.js";
import { offer } from "./update.js";

// No part of the first load: browsers look for it when somebody wants to install the page.
function offerInstallation(): void {
  const manifest = document.createElement("link");
  manifest.rel = "manifest";
  manifest.href = new URL("manifest.webmanifest", location.href).href;
  document.head.append(manifest);
}

/** Says so when another release waits until the pages of this one are closed. */
function followUpdates(registration: ServiceWorkerRegistration): void {
  const look = (): void => {
    const { waiting, active } = registration;
    // Without a former one it is the first visit, and nobody waits for long.
    if (waiting && active) offer(waiting);
  };
  registration.addEventListener("updatefound", () =>
    registration.installing?.addEventListener("statechange", look),
  );
  look();
}

async function register(): Promise<void> {
  const registration = await navigator.serviceWorker.register(scriptUrl(`${site}sw.js`), {
    updateViaCache: "none",
  });
  followUpdates(registration);
  const { active } = await navigator.serviceWorker.ready;
  const language = new URL(".", location.href).href.slice(site.length);
  active?.postMessage({ keep: `${language}models/` } satisfies Message);
}

const { connection } = navigator as { connection?: { saveData?: boolean } };
if ("serviceWorker" in navigator && (location.protocol === "https:" || location.hostname === "localhost")) {
  offerInstallation();
  // Where data is to be saved, nothing is fetched that nobody asked for. Where nothing may be stored, the page
  // works as long as there is a network.
  if (!connection?.saveData) register().catch(() => undefined);
}
