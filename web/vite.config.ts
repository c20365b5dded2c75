import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import {
  fillPlaces,
  intoFolder,
  modelPages,
  secureAndEarly,
  texts,
  tightTemplates,
  words,
} from "./build/site.js";
import { listFiles, offline } from "./build/offline.js";
import { languages, type Language } from "./src/text/languages.js";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// One build for each language: they share what has no words.
const language = (process.env["FIVECARS_LANGUAGE"] ?? languages[0]) as Language;
if (!languages.includes(language)) throw new Error(`there is no language ${language}`);

export default defineConfig({
  base: "./",
  plugins: [
    words(language),
    texts(),
    tightTemplates(),
    modelPages(),
    fillPlaces(language),
    secureAndEarly(),
    intoFolder(language),
    offline(language, languages[0]),
    listFiles(),
  ],
  worker: { format: "es" },
  build: {
    outDir: at("../dist"),
    emptyOutDir: language === languages[0],
    target: "es2022",
    assetsInlineLimit: 0,
    // Its helper would cost more than the one chunk that it could fetch early.
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: {
        // The engine's glue apart from the page, so that each keeps its hash and its size is seen.
        // What all parts share is one file, or the first load would be many.
        codeSplitting: {
          groups: [
            { name: "engine", test: /calculator\.mjs$/ },
            {
              name: "page",
              test: /node_modules\/(lit|@lit)|preload-helper|src\/(state\/(store|pointer|opening)|text\/(\w+\/)?sentence)\.ts$/,
            },
          ],
        },
      },
    },
  },
});
