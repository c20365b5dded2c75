import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { embedCatalogue, homepage, langOf, modelNames, plainImports, spoken } from "../build/embed.js";
import { elementApart, packageFiles } from "../build/package.js";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// The npm package, whole, in build/package. The element is bundled, into scripts that other bundlers take as they are;
// all else goes in file by file.
export default defineConfig({
  base: "./",
  root: at("../embed"),
  publicDir: false,
  define: {
    "import.meta.env.PACKAGED": "true",
    "import.meta.env.HOMEPAGE": JSON.stringify(homepage ?? null),
  },
  plugins: [elementApart(), plainImports(), spoken(), embedCatalogue(), modelNames(), packageFiles()],
  build: {
    outDir: at("../../build/package"),
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { element: at("../embed/element.ts") },
      preserveEntrySignatures: "exports-only",
      makeAbsoluteExternalsRelative: false,
      checks: { pluginTimings: false },
      output: {
        entryFileNames: "lib/element/[name].js",
        chunkFileNames: "lib/element/[name].js",
        codeSplitting: {
          groups: [{ name: (id) => `view-${langOf(id) ?? ""}`, test: /\/view\.ts\?lang=/ }],
        },
      },
    },
  },
});
