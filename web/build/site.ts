// What the build adds to the pages: the words of the language, what is rendered into them, the
// Content-Security-Policy, the early fetch of the wasm.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { runnerImport, type Plugin } from "vite";
import type { Sums, Texts } from "../calculator/documents.js";
import { firstModel } from "../src/state/opening.js";
import { languages, ownName, type Language } from "../src/text/languages.js";
import { toPng } from "./pixels.js";
import { made } from "./prerender/engine.js";
import type { Rendered } from "./prerender/places.js";
import { robots, sitemap } from "./sitemap.js";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' blob:",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html fivecars-url",
].join("; ");

const rules = policy.split("; ");

/** Of a page without scripts; what checks it may ask its own host for robots.txt. */
const staticPolicy = rules.filter((rule) => !/^(script|worker)-src|trusted-types/.test(rule)).join("; ");

/** Of one whose script neither calculates nor writes markup. */
const plainPolicy = rules
  .filter((rule) => !/^worker-src|^trusted-types/.test(rule))
  .map((rule) => rule.replace(" 'wasm-unsafe-eval'", ""))
  .concat("trusted-types 'none'")
  .join("; ");

/** Of one that holds the embed. */
const embedPolicy = plainPolicy.replace("script-src 'self'", "$& 'wasm-unsafe-eval'");

/** `#words/…` are those of the language. */
export function words(language: Language): Plugin {
  return {
    name: "fivecars:words",
    enforce: "pre",
    config: () => ({
      define: {
        "import.meta.env.FIRST_LANGUAGE": JSON.stringify(language === languages[0]),
        "import.meta.env.HOMEPAGE": JSON.stringify(homepage ?? null),
      },
    }),
    resolveId: (wanted) =>
      wanted.startsWith("#words/")
        ? at(`../src/text/${language}/${wanted.slice("#words/".length).replace(/\.js$/, ".ts")}`)
        : undefined,
  };
}

/** Fills the {{places}} of the pages, and puts beside those of models what other sites ask for. */
export function fillPlaces(language: Language): Plugin {
  const render = async (): Promise<Rendered> => {
    const { module } = await runnerImport<typeof import("./prerender/places.js")>(at("prerender/places.ts"), {
      configFile: false,
      logLevel: "warn",
      plugins: [words(language), texts()],
    });
    return module.rendered(await made(at("../../")));
  };
  let all: Promise<Rendered> | undefined;
  return {
    name: "fivecars:places",
    async generateBundle() {
      const folder = language === languages[0] ? "" : `${language}/`;
      const emit = (fileName: string, source: string | Uint8Array): void =>
        void this.emitFile({ type: "asset", fileName: `${folder}${fileName}`, source });
      for (const [name, text] of Object.entries((await (all ??= render())).files())) {
        emit(name, text);
        if (name.endsWith("/card.svg")) emit(name.replace(/svg$/, "png"), await toPng(text));
      }
    },
    transformIndexHtml: {
      order: "pre",
      async handler(html, { path }) {
        const { places } = await (all ??= render());
        return html
          .replace(/(<html lang=")[^"]*/, `$1${language}`)
          .replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
            const place = places[name];
            if (!place) throw new Error(`nothing fills {{${name}}}`);
            return place(path);
          });
      },
    },
  };
}

/** A page for every model, each of the same template: web/models/ID/index.html, of which there is no file. */
export function modelPages(): Plugin {
  const folder = at("../models/");
  const template = at("prerender/model.html");
  return {
    name: "fivecars:models",
    enforce: "pre",
    async config() {
      const { catalogue } = await made(at("../../"));
      const index = readdirSync(at("..")).flatMap((name) =>
        name.endsWith(".html") ? [at(`../${name}`)] : [],
      );
      const models = catalogue.models.map(({ id }) => `${folder}${id}/index.html`);
      return { build: { rolldownOptions: { input: [...index, ...models] } } };
    },
    resolveId: (wanted) => (wanted.startsWith(folder) ? wanted : undefined),
    load: (id) => (id.startsWith(folder) ? readFile(template, "utf8") : undefined),
  };
}

const { homepage } = JSON.parse(readFileSync(at("../../package.json"), "utf8")) as { homepage?: string };

/** From a page to its like in another language: "de/" or "../en.html", as the place of both wants it. */
function twin(page: string, from: Language, to: Language): string {
  const folder = (language: Language): string => (language === languages[0] ? "" : `${language}/`);
  const depth = `${folder(from)}${page}`.split("/").length - 1;
  return `${"../".repeat(depth)}${folder(to)}${page}`.replace(/(^|\/)index\.html$/, "$1") || "./";
}

const addressOf = (page: string, language: Language, site: string): string =>
  new URL(twin(page, languages[0], language), new URL(page, site)).href;

/** Every page names its likes in the other languages, to machines and to readers. */
function linked(html: string, page: string, language: Language): string {
  // Machines want the whole address; without one the readers' links have to do.
  const alternates = homepage
    ? languages.map(
        (to) => `<link rel="alternate" hreflang="${to}" href="${addressOf(page, to, homepage)}" />`,
      )
    : [];
  const links = languages
    .filter((to) => to !== language)
    .map(
      (to) =>
        `<a class="language" lang="${to}" hreflang="${to}" href="${twin(page, language, to)}">${ownName[to]}</a>`,
    );
  return html
    .replace("</title>", `</title>\n${alternates.join("\n")}`)
    .replace("</header>", `${links.join("\n")}</header>`);
}

/**
 * The pages of a further language go into its folder; everything else is where it was, and mostly the same. All of
 * them are linked to their likes.
 */
export function intoFolder(language: Language): Plugin {
  return {
    name: "fivecars:folder",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      const pages = Object.keys(bundle).filter((name) => name.endsWith(".html"));
      // Once for all languages: they have the same pages.
      if (homepage && language === languages[0]) {
        const source = sitemap(pages, languages, (page, to) => addressOf(page, to, homepage));
        this.emitFile({ type: "asset", fileName: "sitemap.xml", source });
        this.emitFile({ type: "asset", fileName: "robots.txt", source: robots(homepage) });
      }
      for (const file of Object.values(bundle)) {
        if (!file.fileName.endsWith(".html") || file.type !== "asset") continue;
        const html = linked(String(file.source), file.fileName, language);
        file.source =
          language === languages[0]
            ? html
            : html.replace(/"(?:\.\/)?((?:\.\.\/)*(?:assets\/|embed\.js"))/g, '"../$1');
        if (language !== languages[0]) file.fileName = `${language}/${file.fileName}`;
      }
    },
  };
}

/** What is shown of a row's texts; the rest of it is in the wasm. */
const told = [
  "cited",
  "peak_cited",
  "memory_gb",
  "system_watts",
  "price",
  "embodied",
  "note",
  "series",
  "grid_loss",
  "mix",
  "water",
  "pue",
  "wue_l_per_kwh",
  "carbon_free",
  "intensities",
];

/**
 * What the compiler of the data keeps apart from the catalogue, a module for each table: `virtual:texts/sources`,
 * `virtual:texts/publications` and so on, each by id; `sums` are the models' scenarios, and `opening` is the first of
 * them that is needed.
 */
export function texts(): Plugin {
  const prefix = "virtual:texts/";
  return {
    name: "fivecars:texts",
    resolveId: (wanted) => (wanted.startsWith(prefix) ? `\0${wanted}` : undefined),
    async load(wanted) {
      if (!wanted.startsWith(`\0${prefix}`)) return undefined;
      this.addWatchFile(textsFile);
      const name = wanted.slice(prefix.length + 1) as keyof Texts | "sums" | "opening";
      const all = await readTexts();
      if (name === "sums" || name === "opening") {
        const sums = Object.entries(all.publications).map(([id, { scenario, one_basis }]): [string, Sums] => [
          id,
          { ...(scenario && { scenario }), ...(one_basis && { one_basis }) },
        ]);
        const asked = name === "sums" ? sums : sums.filter(([id]) => id === firstModel);
        return `export default ${JSON.stringify(Object.fromEntries(asked))}`;
      }
      const table = all[name];
      if (typeof table !== "object") throw new Error(`${textsFile} has no ${name}`);
      // Of a publication what isn't among the sums.
      const isTold = (member: string): boolean =>
        name === "publications"
          ? member !== "scenario" && member !== "one_basis"
          : name === "sources" || told.includes(member);
      const rows = Object.entries(table).map(([id, row]: [string, object]) => [
        id,
        Object.fromEntries(Object.entries(row).filter(([member]) => isTold(member))),
      ]);
      return `export default ${JSON.stringify(Object.fromEntries(rows))}`;
    },
  };
}

const textsFile = at("../../build/wasm/generated/texts.json");
const readTexts = async (): Promise<Texts> => JSON.parse(await readFile(textsFile, "utf8")) as Texts;

/** Takes the indentation out of Lit's templates, which a minifier of scripts leaves alone. */
export function tightTemplates(): Plugin {
  return {
    name: "fivecars:templates",
    apply: "build",
    transform(code, id) {
      if (!/src\/components\/[^/]+\.ts$/.test(id)) return undefined;
      // A line break is as good to HTML as one with its indentation.
      return { code: code.replace(/\n\s+/g, "\n"), map: null };
    },
  };
}

/** Only in what is built: the development server needs inline scripts. */
export function secureAndEarly(): Plugin {
  return {
    name: "fivecars:head",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle, path }) {
        const csp = (rules: string): string =>
          `<meta http-equiv="Content-Security-Policy" content="${rules}" />`;
        const tight = (text: string, rules: string): string => {
          const lines = text.replace(/\n\s+/g, "\n");
          // The few styles that stand in a page are allowed by name.
          const styles = [...lines.matchAll(/<style>([^<]*)<\/style>/g)].map(
            ([, style = ""]) => ` 'sha256-${createHash("sha256").update(style).digest("base64")}'`,
          );
          return lines.replace(
            /(<meta charset[^>]*>)/,
            `$1\n${csp(rules.replace("style-src 'self'", (rule) => rule + styles.join("")))}`,
          );
        };
        // What it will take stands in the page's policy, as an attribute's style can't.
        const least = /<five-cars data-least="(\d+)"/.exec(html)?.[1];
        if (least !== undefined) {
          const style = `<style>five-cars{min-height:${least}px}</style>`;
          const script = `<script type="module" src="${"../".repeat(path.split("/").length - 2)}embed.js"></script>`;
          return tight(
            html.replace(/ data-least="\d+"/, "").replace("</head>", `${style}\n${script}\n</head>`),
            embedPolicy,
          );
        }
        // Data for machines is no script to a browser, nor to its policy.
        const hasScript = /<script(?! type="application\/ld\+json")/.test(html);
        if (path !== "/index.html") return tight(html, hasScript ? plainPolicy : staticPolicy);
        const built = (pattern: RegExp): string => {
          const file = Object.keys(bundle ?? {}).find((name) => pattern.test(name));
          if (!file) throw new Error(`the build has no ${pattern}`);
          return `./${file}`;
        };
        const early =
          `<link rel="preload" as="fetch" type="application/wasm" crossorigin href="${built(/calculator.*\.wasm$/)}" />\n` +
          `<link rel="modulepreload" crossorigin href="${built(/engine.*\.js$/)}" />`;
        return tight(html.replace("</title>", `</title>\n${early}`), policy);
      },
    },
  };
}
