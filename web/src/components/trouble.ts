import { isLink } from "../link/address.js";

/**
 * Says why there is no calculator. Nothing of it may depend on the calculator, or on Lit. Where not even its words
 * can be fetched, what the page says from the start comes into sight by itself.
 */
export async function showTrouble(reason: unknown): Promise<void> {
  const { trouble } = await import("#words/trouble.js");
  const box = document.createElement("div");
  box.className = "notice";
  box.setAttribute("role", "alert");
  const add = (tag: string, text: string): void => {
    const line = document.createElement(tag);
    line.textContent = text;
    box.append(line);
  };
  add("strong", trouble.title);
  add(
    "p",
    `${typeof WebAssembly === "object" ? trouble.blocked : trouble.noWasm} ${isLink(location.hash) ? trouble.linked : trouble.still}`,
  );
  add("p", `${trouble.detail} ${reason instanceof Error ? reason.message : String(reason)}`.slice(0, 300));
  const starting = document.querySelector(".starting");
  if (starting) starting.replaceWith(box);
  else document.querySelector("main")?.append(box);
}
