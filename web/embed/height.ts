// For a page that shows the frame: gives it the height that it tells. Built as embed-height.js, a plain script, put
// anywhere in the page. Only frames of the site that this script came from are listened to.
const script = document.currentScript as HTMLScriptElement | null;
const own = new URL(".", script?.src || location.href);
/** A release that is kept stands below the site. */
const site = own.href.replace(/v\/[^/]+\/$/, "");

const frames = (): HTMLIFrameElement[] =>
  [...document.querySelectorAll("iframe")].filter(
    ({ src }) => src.startsWith(site) && /^(v\/[^/]+\/)?embed\.html(#|$)/.test(src.slice(site.length)),
  );

addEventListener("message", ({ source, origin, data }: MessageEvent<unknown>) => {
  const { type, height } = Object(data) as { type?: unknown; height?: unknown };
  if (type !== "fivecars:height" || typeof height !== "number" || !(height >= 100 && height <= 4000)) return;
  // A sandbox has no origin of its own.
  if (origin !== own.origin && origin !== "null") return;
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  if (frame) frame.style.height = `${Math.ceil(height)}px`;
});

// Those that told theirs before this came.
for (const { contentWindow } of frames()) contentWindow?.postMessage({ type: "fivecars:ask" }, "*");

export {};
