// What all that is taken along has in common: the sum as it is, and the ways out of the page.
import { publicAddress } from "../export/made.js";
import type { Taken } from "../export/taken.js";
import { store } from "../state/store.js";

/** The last good sum; null before there is one. */
export function takenNow(address: string | null): Taken | null {
  const { estimate, estimated, published, view, shownEquivalents } = store;
  if (!estimate || !estimated) return null;
  return {
    scenario: estimated,
    model: published,
    isChanged: store.isChanged(estimated),
    estimate,
    view,
    equivalents: shownEquivalents,
    known: store,
    date: new Date(),
    address,
  };
}

/** False where copying isn't allowed; then the text in its box is marked, so that the keyboard can. */
export async function copied(text: string, box: HTMLTextAreaElement | null | undefined): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    box?.select();
    return false;
  }
}

export function saveAs(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Some browsers ask where to, and read it only then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export const svgBlob = (svg: string): Blob => new Blob([svg], { type: "image/svg+xml" });

/**
 * Of the site that this page is of, for what others fetch from it: where it is served, in whatever language; else where
 * package.json has it.
 */
export function siteAddress(href: string): string {
  const page = publicAddress(href) ?? import.meta.env.HOMEPAGE ?? href;
  return new URL(import.meta.env.FIRST_LANGUAGE || !publicAddress(href) ? "./" : "../", page).href;
}
