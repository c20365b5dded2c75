// What the build adds to the page: the first answer, computed by the very wasm that ships; the list of sources;
// the Content-Security-Policy; the early fetch of the wasm.
import { readFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Plugin } from "vite";
import type { CalculatorModule } from "../calculator/calculator-module.js";
import type { SourceText, Texts } from "../calculator/documents.js";
import { opening } from "../src/state/opening.js";
import { sentence, shell } from "../src/text/en.js";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html",
].join("; ");

/** Of a page without scripts. */
const staticPolicy = policy
  .split("; ")
  .filter((rule) => !/^(script|connect)-src|trusted-types/.test(rule))
  .join("; ");

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

const noticesFile = at("../../THIRD-PARTY-NOTICES.txt");

/** The calculator in Node, from the bytes that ship. */
async function calculator(): Promise<CalculatorModule> {
  const made: unknown = await import(pathToFileURL(at("../../build/wasm/calculator.mjs")).href);
  const { default: create } = made as {
    default: (options: { wasmBinary: Uint8Array }) => Promise<CalculatorModule>;
  };
  return create({ wasmBinary: await readFile(at("../../build/wasm/calculator.wasm")) });
}

/** The opening sentence as HTML, set as the page sets it, so that nothing moves when the scripts take over. */
async function firstSentence(): Promise<string> {
  const engine = await calculator();
  const catalogue = engine.catalogue();
  const model = catalogue.models.find(({ id }) => id === "bert-base");
  const scenario = model && opening(model);
  if (!scenario) throw new Error("data/models has no bert-base, with which the page opens");
  const result = engine.estimate(structuredClone(scenario));
  if ("issues" in result) throw new Error(`bert-base can't be calculated: ${JSON.stringify(result.issues)}`);
  const pieces = sentence(
    { scenario, model, estimate: result.estimate, unit: "kg" },
    { catalogue, row: engine.row },
  );
  const html = pieces.map((piece) => {
    if (typeof piece === "string") return escaped(piece);
    if ("slot" in piece) return `<span class="slot">${escaped(piece.text)}</span>`;
    if ("about" in piece) return `<span class="about">${escaped(piece.about)}</span>`;
    return `<strong${piece.main ? ' class="main"' : ""}>${escaped(piece.strong)}</strong>`;
  });
  return `<p class="lede">${html.join("")}</p>`;
}

/** Every source once, in the order of its first author, with what its licence asks for. */
function sourceList(sources: SourceText[]): string {
  const items = [...sources]
    .sort((a, b) => a.authors.localeCompare(b.authors, "en") || a.year - b.year)
    .map(({ title, authors, year, url, identifier, licence }) => {
      const name = url
        ? `<a href="${escaped(url)}" rel="noopener noreferrer">${escaped(title)}</a>`
        : escaped(title);
      const more = [`${authors}, ${year}`, identifier, licence].filter((text) => text !== undefined);
      return `<li>${name}<br />${escaped(more.join("; "))}.</li>`;
    });
  return `<ul class="all-sources">${items.join("\n")}</ul>`;
}

/** Fills the {{places}} of the pages. */
export function fillShell(): Plugin {
  return {
    name: "fivecars:shell",
    transformIndexHtml: {
      order: "pre",
      async handler(html) {
        const { sources, data_version } = await readTexts();
        const places: Record<string, () => string | Promise<string>> = {
          sentence: firstSentence,
          sourceList: () => sourceList(Object.values(sources)),
          notices: async () => `<pre class="notices">${escaped(await readFile(noticesFile, "utf8"))}</pre>`,
          sourcesData: () => escaped(shell.sourcesData(data_version)),
        };
        const names = [...new Set([...html.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name as string))];
        const filled: Record<string, string> = {};
        for (const name of names) {
          const text: unknown = shell[name as keyof typeof shell];
          const place = places[name];
          if (place) filled[name] = await place();
          else if (typeof text === "string") filled[name] = escaped(text);
          else throw new Error(`nothing fills {{${name}}}`);
        }
        return html.replace(/\{\{(\w+)\}\}/g, (_, name: string) => filled[name] ?? "");
      },
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
        if (!path.endsWith("index.html")) return tight(html, staticPolicy);
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
