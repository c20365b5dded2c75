import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { demos, embedCatalogue, langOf, plainImports, publishedSums, spoken } from "../build/embed.js";
import { frameDocument } from "../build/frame.js";
import { listFiles } from "../build/offline.js";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// Beside the page, which is built first. Chunks share the page's names for what is the same to the byte: the engine's
// wasm.
export default defineConfig({
  base: "./",
  root: at("."),
  publicDir: false,
  define: { "import.meta.env.PACKAGED": "false" },
  plugins: [
    plainImports(),
    spoken(),
    embedCatalogue(),
    publishedSums(),
    demos(),
    frameDocument(),
    // The last of all.
    listFiles(),
  ],
  build: {
    outDir: at("../../dist"),
    emptyOutDir: false,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { embed: at("element.ts") },
      preserveEntrySignatures: "exports-only",
      checks: { pluginTimings: false },
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "assets/embed-[name]-[hash].js",
        // All that a view needs is one file.
        codeSplitting: {
          groups: [
            {
              name: (id) => `view-${langOf(id) ?? ""}`,
              test: /\/view\.ts\?lang=/,
            },
          ],
        },
      },
    },
  },
});
