import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { fillShell, secureAndEarly, tightTemplates, texts } from "./build/site.js";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  base: "./",
  plugins: [texts(), tightTemplates(), fillShell(), secureAndEarly()],
  build: {
    outDir: at("../dist"),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    // Its helper would cost more than the one chunk that it could fetch early.
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: [at("index.html"), at("sources.html")],
      output: {
        // The engine's glue apart from the page, so that each keeps its hash and its size is seen.
        codeSplitting: { groups: [{ name: "engine", test: /calculator\.mjs$/ }] },
      },
    },
  },
});
