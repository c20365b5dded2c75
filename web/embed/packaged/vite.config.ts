import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { embedCatalogue, langOf, modelNames, plainImports, spoken } from "../../build/embed.js";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const { homepage } = JSON.parse(readFileSync(at("../../../package.json"), "utf8")) as { homepage?: string };

/** What the package has already, beside the folder of the element; and what is another than on the site. */
function packaged(): Plugin {
  const beside: Record<string, string> = {
    [at("../../calculator/load.ts")]: "../load.js",
    [at("../../calculator/refused.ts")]: "../refused.js",
  };
  return {
    name: "fivecars:packaged",
    enforce: "pre",
    async resolveId(wanted, importer, options) {
      if (wanted === "fivecars/models") return { id: "../models.js", external: true };
      const from = (importer ?? "").replace(/\?.*$/, "");
      if (
        from.startsWith(at("../")) &&
        !from.includes("/packaged/") &&
        /^\.\/(engine|fetched)\.js$/.test(wanted)
      )
        return at(`.${wanted.slice(1).replace(/\.js$/, ".ts")}`);
      if (!/\/(load|refused)\.js$/.test(wanted)) return undefined;
      const found = await this.resolve(wanted, from, { ...options, skipSelf: true });
      const id = found && beside[found.id.replace(/\?.*$/, "")];
      return id === undefined || id === null ? undefined : { id, external: true };
    },
  };
}

/** Its types beside it, of which the package has the documents already. */
function types(): Plugin {
  return {
    name: "fivecars:types",
    apply: "build",
    generateBundle() {
      const made = mkdtempSync(join(tmpdir(), "fivecars-types-"));
      try {
        const options = ["--noEmit", "false", "--declaration", "--emitDeclarationOnly", "--outDir", made];
        const { status } = spawnSync("node_modules/.bin/tsc", ["-p", "web/tsconfig.json", ...options], {
          cwd: at("../../.."),
          stdio: "inherit",
        });
        if (status !== 0) throw new Error("the element's types can't be written");
        for (const fileName of ["element.d.ts", "changes.d.ts"]) {
          const source = readFileSync(join(made, "embed", fileName), "utf8");
          this.emitFile({ type: "asset", fileName, source: source.replace(/"\.\.\/calculator\//g, '"../') });
        }
      } finally {
        rmSync(made, { recursive: true });
      }
    },
  };
}

// lib/element of the npm package: scripts that bundlers take as they are.
export default defineConfig({
  base: "./",
  root: at(".."),
  publicDir: false,
  define: {
    "import.meta.env.PACKAGED": "true",
    "import.meta.env.HOMEPAGE": JSON.stringify(homepage ?? null),
  },
  plugins: [packaged(), plainImports(), spoken(), embedCatalogue(), modelNames(), types()],
  build: {
    outDir: at("../../../build/element"),
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { element: at("../element.ts") },
      preserveEntrySignatures: "exports-only",
      makeAbsoluteExternalsRelative: false,
      checks: { pluginTimings: false },
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "[name].js",
        codeSplitting: {
          groups: [{ name: (id) => `view-${langOf(id) ?? ""}`, test: /\/view\.ts\?lang=/ }],
        },
      },
    },
  },
});
