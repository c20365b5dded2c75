// Starts the calculator, then the components; keeps the address and the screen reader told.
import first from "virtual:texts/opening";
import { loadCalculator } from "../calculator/load.js";
import { followStore, isLink, read } from "./link/address.js";
import { store } from "./state/store.js";
import { named } from "#words/catalogue.js";
import { showTrouble } from "./components/trouble.js";
import { defineComponents } from "./components/all.js";
import { announceChanges } from "./components/announce.js";
import { followAnchors } from "./components/anchors.js";
import { followChanges, followReader } from "./components/later.js";
import { isLeaving } from "./language.js";

async function start(): Promise<void> {
  const opened = read(location.hash);
  // The prerendered sum is not the one asked for: it keeps its space but isn't shown.
  const { classList } = document.documentElement;
  if (isLink(location.hash)) classList.add("restoring");
  try {
    store.start(await named(await loadCalculator(), isLink(location.hash)), first);
    await followStore(store, await opened);
    document.querySelector(".starting")?.remove();
    const defined = defineComponents();
    // The sentence is the first of them, and stands.
    classList.remove("restoring");
    announceChanges(store);
    followAnchors();
    followChanges();
    await defined;
    followReader();
    // Long after the first load: it fetches all the rest.
    setTimeout(() => void import("./offline/register.js").catch(() => undefined), 8000);
  } catch (reason) {
    void showTrouble(reason).catch(() => undefined);
  } finally {
    classList.remove("restoring");
  }
}

// Not at the top level: a module that waits there can't share its parts with one fetched later.
if (!isLeaving()) void start();
