// Tells of a new version, and brings it if the reader likes.
import { offline } from "#words/offline.js";
import type { Message } from "./shared.js";
import styles from "../styles/update.css?url";

// Without Lit and the store: what shares nothing with the first load can't make it larger, or split it.
function made<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...content);
  return element;
}

/** The sum comes along in the address, which is at most so many milliseconds behind: link/address.ts. */
const behind = 1000;

async function reload(waiting: ServiceWorker): Promise<void> {
  await new Promise((written) => setTimeout(written, behind));
  // Another tab may have been faster.
  if (waiting.state !== "installed") return location.reload();
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting.postMessage({ now: true } satisfies Message);
}

/** Once for each version. */
export function offer(waiting: ServiceWorker): void {
  const now = made("button", "firm", offline.reload);
  const later = made("button", "quiet", offline.later);
  const box = made(
    "aside",
    "update",
    made("p", "", made("strong", "", offline.ready), " ", offline.kept),
    made("div", "", now, later),
  );
  box.setAttribute("aria-label", offline.update);
  now.onclick = () => {
    now.disabled = true;
    void reload(waiting);
  };
  later.onclick = () => box.remove();

  const link = made("link", "");
  link.rel = "stylesheet";
  link.href = styles;
  link.onload = () => {
    document.querySelector(".update")?.remove();
    document.body.append(box);
    const said = document.querySelector("#said");
    if (said) said.textContent = offline.ready;
  };
  document.head.append(link);
}
