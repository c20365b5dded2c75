import { fetchBelow } from "./later.js";

/** Links within the page go there without touching the fragment, which holds the sum. */
export function followAnchors(): void {
  document.addEventListener("click", async (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (!link) return;
    event.preventDefault();
    // Until the parts below have come, their places are empty and no place to go to.
    await fetchBelow();
    const target = document.getElementById(link.getAttribute("href")?.slice(1) ?? "");
    target?.scrollIntoView();
    target?.focus({ preventScroll: true });
  });
}
