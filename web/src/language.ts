// Which language a visitor reads: the page's own, unless the browser or an earlier choice says otherwise.
import { language } from "#words/language.js";
import { languages } from "./text/languages.js";

// Under the prefix of all that the page keeps: state/storage.ts.
const memory = "fivecars/language";

/**
 * True if the visitor is on the way to another language: only from the first one, where an address without a
 * language leads, and not for who comes from a page of ours and so has chosen.
 */
export function isLeaving(): boolean {
  const link = document.querySelector<HTMLAnchorElement>("a[hreflang]");
  try {
    // The sum goes along, and the choice is kept on the device.
    link?.addEventListener("click", () => {
      link.hash = location.hash;
      try {
        localStorage.setItem(memory, link.hreflang);
      } catch {
        // Then it holds for this visit: who comes from a page of ours isn't led elsewhere.
      }
    });
    if (!import.meta.env.FIRST_LANGUAGE || document.referrer.startsWith(new URL(".", location.href).href))
      return false;
    const wanted = [localStorage.getItem(memory), ...navigator.languages]
      .map((tag) => languages.find((known) => tag?.startsWith(known)))
      .find(Boolean);
    if (!wanted || wanted === language) return false;
    location.replace(`${wanted}/${location.hash}`);
    return true;
  } catch {
    // Where nothing may be stored, nobody could choose to stay.
    return false;
  }
}
