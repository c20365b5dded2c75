// Which files of dist/ a visitor's browser fetches before it shows the page: index.html, what it names, and what
// those name in turn. What is only fetched when somebody asks for it (dynamic imports, texts) doesn't belong to it.
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

/** Limits, and the files that scripts fetch at once by other ways than an import: no reading of the text shows these. */
export const budgets = JSON.parse(readFileSync(new URL("budgets.json", import.meta.url), "utf8"));

/** A name in dist/ without the hash of the content: assets/index-D4x_f-1a.js is assets/index.js. */
export const stable = (name) => name.replace(/^(assets\/.+)-[\w-]{8}(\.\w+)$/, "$1$2");

const attributes = (tag) =>
  Object.fromEntries(
    [...tag.matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/g)].map((m) => [
      m[1],
      m[2] ?? m[3] ?? m[4],
    ]),
  );

/** What a browser fetches for an element. Icons and the manifest count: most browsers fetch them at once. */
function referencesOfHtml(text) {
  const found = [];
  const markup = text.replace(/<!--[\s\S]*?-->/g, "");
  for (const [tag, name] of markup.matchAll(
    /<(script|link|img|source|iframe|video|audio|object|embed)\b[^>]*>/gi,
  )) {
    const values = attributes(tag);
    if (values.loading === "lazy") continue;
    if (name.toLowerCase() === "link") {
      const fetched = /\b(stylesheet|modulepreload|preload|icon|apple-touch-icon|manifest)\b/;
      if (fetched.test(values.rel ?? "")) found.push(values.href);
    } else {
      found.push(values.src ?? values.data);
    }
  }
  return [
    ...found,
    ...referencesOfCss(
      [...markup.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/gi)].map((m) => m[1]).join("\n"),
    ),
  ];
}

const referencesOfCss = (text) =>
  [...text.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']/g)].map((m) => m[1] ?? m[2]);

/** Static imports, and files named as `new URL("…", import.meta.url)`: that is how a module finds its wasm. */
const referencesOfScript = (text) => [
  ...[...text.matchAll(/(?:^|[;}\s/])(?:import|export)\s*(?:[\w*{][^"'();]*?from\s*)?["']([^"']+)["']/g)].map(
    (m) => m[1],
  ),
  ...[...text.matchAll(/new URL\(\s*["'`]([^"'`]+\.wasm)["'`]\s*,/g)].map((m) => m[1]),
];

/** The pages that a visit begins with: of the first language, and of each that has a folder. */
export const starts = (dist) =>
  ["index.html", ...readdirSync(dist).map((name) => `${name}/index.html`)].filter(
    (name) => /^(..\/)?index\.html$/.test(name) && existsSync(path.join(dist, name)),
  );

/** @returns {string[]} names in `dist`, the start first, then in the order they are found */
export function firstLoad(dist, start = "index.html") {
  const scripted = readdirSync(dist, { recursive: true }).filter((name) =>
    budgets.loaded_by_script.includes(stable(name)),
  );
  if (scripted.length !== budgets.loaded_by_script.length) {
    throw new Error(
      `tests/size/budgets.json: loaded_by_script is ${budgets.loaded_by_script}, in dist/ is ${scripted}`,
    );
  }
  const names = [start, ...scripted];
  for (const name of names) {
    const text = /\.(html|css|m?js)$/.test(name) ? readFileSync(path.join(dist, name), "utf8") : "";
    const references = name.endsWith(".html")
      ? referencesOfHtml(text)
      : name.endsWith(".css")
        ? referencesOfCss(text)
        : referencesOfScript(text);
    for (const reference of references) {
      if (reference === undefined || /^(data:|#)/.test(reference)) continue;
      if (/^([a-z]+:)?\/\//i.test(reference))
        throw new Error(`dist/${name} names ${reference}, on another host`);
      const clean = reference.replace(/[?#].*$/, "");
      const target = path.posix.normalize(
        clean.startsWith("/") ? clean.slice(1) : path.posix.join(path.posix.dirname(name), clean),
      );
      if (!existsSync(path.join(dist, target)) || !statSync(path.join(dist, target)).isFile()) {
        throw new Error(`dist/${name} names ${reference}, and there is no such file`);
      }
      if (!names.includes(target)) names.push(target);
    }
  }
  return names;
}
