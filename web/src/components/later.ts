// The parts of the page that the first answer doesn't need, each with its styles: not in the first load.
import { isLink } from "../link/address.js";
import { store } from "../state/store.js";
import belowStyles from "../styles/below.css?url";
import formStyles from "../styles/form.css?url";
import noticeStyles from "../styles/notice.css?url";
import keepingStyles from "../styles/keeping.css?url";

export type Form = typeof import("./form.js");
export type Below = typeof import("./below.js");
export type Keeping = typeof import("./keeping.js");

/** Fetches once, with its styles; null if that fails. */
export function once<Part>(styles: string, part: () => Promise<Part>): () => Promise<Part | null> {
  let fetched: Promise<Part | null> | undefined;
  return () =>
    (fetched ??= Promise.all([part(), styled(styles)]).then(
      ([made]) => made,
      () => null,
    ));
}

/** The form and the panels' fields. */
export const fetchForm = once(formStyles, () => import("./form.js"));

/** What was printed, the work, the story and the link. */
export const fetchBelow = once(belowStyles, () => import("./below.js"));

/** Undo, and what the device keeps. */
export const fetchKeeping = once(keepingStyles, () => import("./keeping.js"));

/** What a notice says. */
export const fetchNoticed = once(noticeStyles, () => import("./noticed.js"));

const styled = (href: string): Promise<void> =>
  new Promise((done, failed) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = href;
    link.onload = () => done();
    link.onerror = () => failed(new Error("no styles"));
    document.head.append(link);
  });

/** Calls back once, when the element comes as near to the window as `margin`. */
export function whenNear(element: Element, margin: string, then: () => void): IntersectionObserver {
  const observer = new IntersectionObserver(
    (seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      then();
    },
    { rootMargin: margin },
  );
  observer.observe(element);
  return observer;
}

/**
 * The first sign of somebody reading: who tabs fast must find the rest of the page there, and so must who prints at
 * once, on the way to the browser's menu, or brings a file.
 */
export const readerCame = new Promise<unknown>((came) => {
  for (const sign of ["keydown", "pointerdown", "pointermove", "dragenter", "wheel", "scroll", "beforeprint"])
    addEventListener(sign, came, { passive: true, once: true });
});

/** Undo comes with the reader, or with the first change, or where something was kept before. */
export function followChanges(): void {
  const { kept: begin } = store;
  let started: Promise<void> | undefined;
  const start = (): void => {
    started ??= fetchKeeping().then((keeping) => {
      keeping?.startKeeping(begin, !isLink(location.hash));
    });
  };
  store.subscribe(start);
  void readerCame.then(start);
  try {
    if (localStorage.length + sessionStorage.length > 0) start();
  } catch {
    // Storage is forbidden: nothing is there.
  }
}

/** `#embed`, or `#model=ID&embed`: where a link leads that is for authors. */
export const isToEmbed = (): boolean => /[#&]embed$/.test(location.hash);

/** The parts below come when the reader does, or when the page is printed. */
export function followReader(): void {
  void readerCame.then(fetchBelow);
  if (isToEmbed()) void fetchBelow();
  const place = document.querySelector("#sure");
  // It stands right under the form, which is as high as a window: the one coming into sight brings the other.
  if (place) whenNear(place, "300px", () => void fetchBelow());
}
