// What the build adds to the embed: each language's view, what of the catalogue it holds, the sums of the published
// models.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runnerImport, type Plugin } from "vite";
import type { PublishedSum } from "../embed/sum.js";
import { languages, type Language } from "../src/text/languages.js";
import { made } from "./prerender/engine.js";
import { texts, words } from "./site.js";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What must be one for all languages. Everything else comes with its language: each is a file of its own. */
const shared = /\/web\/(calculator\/|embed\/engine\.ts)|\/build\/wasm\//;

/** Where the site is, if it is anywhere. */
export const { homepage } = JSON.parse(readFileSync(at("../../package.json"), "utf8")) as {
  homepage?: string;
};

/** `x.ts?lang=de`, and all that it imports, has its words in German. */
export function spoken(): Plugin {
  return {
    name: "fivecars:spoken",
    enforce: "pre",
    async resolveId(wanted, importer, options) {
      const lang = langOf(wanted) ?? langOf(importer ?? "");
      if (!lang || wanted.startsWith("\0")) return undefined;
      const plain = wanted.replace(/\?lang=\w+$/, "");
      const found = plain.startsWith("#words/")
        ? { id: at(`../src/text/${lang}/${plain.slice("#words/".length).replace(/\.js$/, ".ts")}`) }
        : await this.resolve(plain, importer?.replace(/\?.*$/, ""), { ...options, skipSelf: true });
      if (!found || shared.test(found.id)) return found;
      return `${found.id}${found.id.includes("?") ? "&" : "?"}lang=${lang}`;
    },
  };
}

export const langOf = (id: string): string | undefined => /[?&]lang=(\w+)$/.exec(id)?.[1];

/** There is nothing to fetch early, and no style sheet: an import is an import. */
export function plainImports(): Plugin {
  return {
    name: "fivecars:plain-imports",
    enforce: "pre",
    // Each language has its own, as of all else.
    resolveId: (wanted, importer = "") =>
      wanted.includes("vite/preload-helper")
        ? `\0fivecars:preload${/\?.*$/.exec(importer)?.[0] ?? ""}`
        : undefined,
    load: (id) =>
      id.startsWith("\0fivecars:preload") ? "export const __vitePreload = (fetch) => fetch();" : undefined,
  };
}

/** `virtual:embed/catalogue`. */
export function embedCatalogue(): Plugin {
  const name = "virtual:embed/catalogue";
  return {
    name: "fivecars:embed-catalogue",
    resolveId: (wanted) => (wanted === name ? `\0${name}` : undefined),
    async load(wanted) {
      if (wanted.replace(/\?.*/, "") !== `\0${name}`) return undefined;
      const { catalogue } = await made(at("../../"));
      const { mass_units_kg, default_grid, equivalents } = catalogue;
      // Of each row what its words tell.
      const rows = equivalents.map(({ id, set, boundary, subunits }) => ({ id, set, boundary, subunits }));
      return `export default ${JSON.stringify({ mass_units_kg, default_grid, equivalents: rows })}`;
    },
  };
}

/** `virtual:embed/models`: what the published ones are called. */
export function modelNames(): Plugin {
  const name = "virtual:embed/models";
  return {
    name: "fivecars:embed-models",
    resolveId: (wanted) => (wanted === name ? `\0${name}` : undefined),
    async load(wanted) {
      if (wanted.replace(/\?.*/, "") !== `\0${name}`) return undefined;
      const { catalogue } = await made(at("../../"));
      return `export default ${JSON.stringify(catalogue.models.map(({ id, name: called, kind }) => ({ id, name: called, kind })))}`;
    },
  };
}

/** models/ID/embed.json, in each language. */
export function publishedSums(): Plugin {
  return {
    name: "fivecars:published-sums",
    apply: "build",
    async generateBundle() {
      for (const { folder, sums } of (await allSums()).values())
        for (const [path, sum] of sums)
          this.emitFile({ type: "asset", fileName: `${folder}models/${path}`, source: JSON.stringify(sum) });
    },
  };
}

interface Spoken {
  /** Of its pages. */
  folder: string;
  words: typeof import("#words/embed.js").embed;
  /** By path below the folder of the models. */
  sums: ReadonlyMap<string, PublishedSum>;
}

let all: Promise<ReadonlyMap<Language, Spoken>> | undefined;
/** Of all published models, in every language. */
export const allSums = (): NonNullable<typeof all> => (all ??= calculated());

async function calculated(): Promise<ReadonlyMap<Language, Spoken>> {
  const found = new Map<Language, Spoken>();
  for (const language of languages) {
    const { module } = await runnerImport<typeof import("./prerender/sums.js")>(at("prerender/sums.ts"), {
      configFile: false,
      logLevel: "warn",
      plugins: [words(language), texts()],
    });
    // Names are put into the rows: each language has its own.
    const sums = new Map(await module.sums(await made(at("../../"))));
    found.set(language, {
      folder: language === languages[0] ? "" : `${language}/`,
      words: module.words,
      sums,
    });
  }
  return found;
}

/** demos/: pages as an author would write them, so they are taken as they are, but for {{places}}. */
export function demos(): Plugin {
  const folder = at("../demos/");
  const text = (name: string): string => readFileSync(`${folder}${name}`, "utf8");
  return {
    name: "fivecars:demos",
    apply: "build",
    generateBundle: {
      // The script is as it will be.
      order: "post",
      handler(_, bundle) {
        const script = bundle["embed.js"];
        if (script?.type !== "chunk") throw new Error("the build has no embed.js");
        const filled = (place: string): string => {
          if (place === "home") return homepage ?? "../";
          if (place === "integrity")
            return `sha384-${createHash("sha384").update(script.code).digest("base64")}`;
          return text(`${place}.html`);
        };
        for (const file of readdirSync(folder, { withFileTypes: true }))
          if (file.isFile())
            this.emitFile({
              type: "asset",
              fileName: `demos/${file.name}`,
              source: text(file.name).replace(/\{\{([\w/-]+)\}\}/g, (_, place: string) => filled(place)),
            });
      },
    },
  };
}
