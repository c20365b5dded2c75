// What makes the site work without a network, and an app of it: the service worker with the list of all files, and
// the manifest.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin, type Rolldown } from "vite";
import { app as de } from "../src/text/de/offline.js";
import { app as en } from "../src/text/en/offline.js";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const words: Record<string, typeof en> = { en, de };

/** What no page fetches: the worker itself, what hosts and other sites read, releases that are kept, demos. */
const left =
  /^(sw\.js|_.*|\..*|v\/.*|demos\/.*|releases\.json|.*\.map|robots\.txt|sitemap.*\.xml|404\.html|CNAME|(.*\/)?models\/[^/]+\/(card\.(svg|png)|oembed\.json|embed-one\.json)|embed(\.html|-height\.js))$/;

/** The names of all files of the site, with the beginnings of their SHA-256. */
function listed(site: string): Record<string, string> {
  const names = readdirSync(site, { recursive: true })
    .map((name) => String(name).split(sep).join("/"))
    .filter((name) => !left.test(name) && statSync(join(site, name)).isFile())
    .sort();
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(site, name)))
        .digest("base64")
        .slice(0, 16),
    ]),
  );
}

/** A module by itself, as a script. */
export async function script(module: string, format: "es" | "iife"): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: "warn",
    build: {
      write: false,
      target: "es2022",
      rolldownOptions: { input: at(module), output: { format }, preserveEntrySignatures: "strict" },
    },
  });
  const { output } = made as Rolldown.RolldownOutput;
  return output[0].code;
}

/** A service worker for the site as it stands in that folder. */
export async function writeWorker(site: string): Promise<void> {
  const code = await script("../src/offline/worker.ts", "iife");
  const files = listed(site);
  const version = createHash("sha256")
    .update(JSON.stringify(files) + code)
    .digest("hex")
    .slice(0, 12);
  writeFileSync(join(site, "sw.js"), `const release=${JSON.stringify({ version, files })};\n${code}`);
}

/** Addresses in it are relative to itself, so that the site may stand in any folder of a host. */
function manifest(language: string, site: string, drawing: string): string {
  const icon = (name: string, sizes: string, purpose = "any"): object => ({
    src: `${site}${name}`,
    sizes,
    type: name.endsWith(".svg") ? "image/svg+xml" : "image/png",
    purpose,
  });
  return JSON.stringify({
    ...words[language],
    lang: language,
    dir: "ltr",
    start_url: "./",
    scope: site,
    display: "standalone",
    // The paper of styles/tokens.css.
    background_color: "#fbfaf7",
    theme_color: "#fbfaf7",
    icons: [
      icon(drawing, "any"),
      icon("icons/icon-192.png", "192x192"),
      icon("icons/icon-512.png", "512x512"),
      icon("icons/maskable-512.png", "512x512", "maskable"),
    ],
  });
}

/** `language` as the page is built in; the first language's pages stand above the folders of the others. */
export function offline(language: string, first: string): Plugin {
  return {
    name: "fivecars:offline",
    apply: "build",
    generateBundle(_, bundle) {
      const isFirst = language === first;
      const drawing = Object.keys(bundle).find((name) => /icon-[^/]*\.svg$/.test(name));
      if (!drawing) throw new Error("the build has no icon.svg");
      this.emitFile({
        type: "asset",
        fileName: `${isFirst ? "" : `${language}/`}manifest.webmanifest`,
        source: manifest(language, isFirst ? "./" : "../", drawing),
      });
    },
  };
}

/** After each build into the folder anew, of all that is there then: the last one has it all. */
export function listFiles(): Plugin {
  let folder = "";
  return {
    name: "fivecars:files",
    apply: "build",
    configResolved: ({ build }) => void (folder = build.outDir),
    closeBundle: {
      order: "post",
      sequential: true,
      async handler() {
        // A build that failed has no page.
        if (existsSync(join(folder, "index.html"))) await writeWorker(folder);
      },
    },
  };
}
