// What the page and the service worker both know.

/** How the names of the caches begin. They belong to a whole host, where other sites may stand beside this one. */
export const cachesOf = (site: string): string => `five-cars ${site} `;

/** What a page asks of the worker: to take over at once, or to keep the later pages of a folder, too. */
export type Message = { now: true } | { keep: string };
