// What the build adds to the pages: the words of the language, what is rendered into them, the
// Content-Security-Policy, the early fetch of the wasm.
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { runnerImport, type Plugin } from "vite";
import type { Texts } from "../calculator/documents.js";
import { made } from "./prerender/engine.js";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Each is a folder of src/text, and of the site: but for the first, whose pages stand above it. */
export const languages = ["en"] as const;
export type Language = (typeof languages)[number];

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

/** `#words/…` are those of the language. */
export function words(language: Language): Plugin {
  return {
    name: "fivecars:words",
    enforce: "pre",
    resolveId: (wanted) =>
      wanted.startsWith("#words/")
        ? at(`../src/text/${language}/${wanted.slice("#words/".length).replace(/\.js$/, ".ts")}`)
        : undefined,
  };
}

/** Fills the {{places}} of the pages. */
export function fillPlaces(language: Language): Plugin {
  const filled = async (): Promise<Record<string, (path: string) => string>> => {
    const { module } = await runnerImport<typeof import("./prerender/places.js")>(at("prerender/places.ts"), {
      configFile: false,
      logLevel: "warn",
      plugins: [words(language), texts()],
    });
    return module.places(await made(at("../../")));
  };
  let all: ReturnType<typeof filled> | undefined;
  return {
    name: "fivecars:places",
    transformIndexHtml: {
      order: "pre",
      async handler(html, { path }) {
        const places = await (all ??= filled());
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

/** A page for every model, each of the same template: web/models/ID.html, of which there is no file. */
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
      const models = catalogue.models.map(({ id }) => `${folder}${id}.html`);
      return { build: { rolldownOptions: { input: [...index, ...models] } } };
    },
    resolveId: (wanted) => (wanted.startsWith(folder) ? wanted : undefined),
    load: (id) => (id.startsWith(folder) ? readFile(template, "utf8") : undefined),
  };
}

/** The pages of a further language go into its folder; everything else is where it was, and mostly the same. */
export function intoFolder(language: Language): Plugin {
  return {
    name: "fivecars:folder",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      if (language === languages[0]) return;
      for (const file of Object.values(bundle)) {
        if (!file.fileName.endsWith(".html") || file.type !== "asset") continue;
        file.source = String(file.source).replace(
          /"(\.\/|(?:\.\.\/)+)assets\//g,
          (_, up: string) => `"${up === "./" ? "" : up}../assets/`,
        );
        file.fileName = `${language}/${file.fileName}`;
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
 * `virtual:texts/publications` and so on, each by id.
 */
export function texts(): Plugin {
  const prefix = "virtual:texts/";
  return {
    name: "fivecars:texts",
    resolveId: (wanted) => (wanted.startsWith(prefix) ? `\0${wanted}` : undefined),
    async load(wanted) {
      if (!wanted.startsWith(`\0${prefix}`)) return undefined;
      this.addWatchFile(textsFile);
      const name = wanted.slice(prefix.length + 1) as keyof Texts;
      const table = (await readTexts())[name];
      if (typeof table !== "object") throw new Error(`${textsFile} has no ${name}`);
      const whole = name === "sources" || name === "publications";
      const rows = Object.entries(table).map(([id, row]: [string, object]) => [
        id,
        whole ? row : Object.fromEntries(Object.entries(row).filter(([member]) => told.includes(member))),
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
        const tight = (text: string, rules: string): string =>
          text.replace(/(<meta charset[^>]*>)/, `$1\n${csp(rules)}`).replace(/\n\s+/g, "\n");
        if (path !== "/index.html") return tight(html, html.includes("<script") ? plainPolicy : staticPolicy);
        const built = (pattern: RegExp): string => {
          const file = Object.keys(bundle ?? {}).find((name) => pattern.test(name));
          if (!file) throw new Error(`the build has no ${pattern}`);
          return `./${file}`;
        };
        const early =
          `<link rel="preload" as="fetch" type="application/wasm" crossorigin href="${built(/\.wasm$/)}" />\n` +
          `<link rel="modulepreload" crossorigin href="${built(/engine.*\.js$/)}" />`;
        return tight(html.replace("</title>", `</title>\n${early}`), policy);
      },
    },
  };
}
