// The npm package beside the element: the calculator and the what-ifs with their types, the models' scenarios, the
// command line, the schemas of all documents.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, deflateSync } from "node:zlib";
import { transformSync } from "esbuild";
import { runnerImport, type Plugin } from "vite";
import { languages } from "../src/text/languages.js";
import { made } from "./prerender/engine.js";
import { texts, words } from "./site.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const text = (path: string): string => readFileSync(`${root}${path}`, "utf8");

/** Of the element: what the package has already, beside its folder; and what is another than on the site. */
export function elementApart(): Plugin {
  const embed = `${root}web/embed/`;
  const beside: Record<string, string> = {
    [`${root}web/calculator/load.ts`]: "../load.js",
    [`${root}web/calculator/refused.ts`]: "../refused.js",
  };
  return {
    name: "fivecars:element-apart",
    enforce: "pre",
    async resolveId(wanted, importer, options) {
      if (wanted === "fivecars/models") return { id: "../models.js", external: true };
      const from = (importer ?? "").replace(/\?.*$/, "");
      if (from.startsWith(embed) && !from.includes("/packaged/") && /^\.\/(engine|fetched)\.js$/.test(wanted))
        return `${embed}packaged${wanted.slice(1).replace(/\.js$/, ".ts")}`;
      if (!/\/(load|refused)\.js$/.test(wanted)) return undefined;
      const found = await this.resolve(wanted, from, { ...options, skipSelf: true });
      const id = found && beside[found.id.replace(/\?.*$/, "")];
      return id === undefined || id === null ? undefined : { id, external: true };
    },
  };
}

/** Documents that the package's functions and its command take or give; the rest are those of data/. */
const documents =
  /^(scenario|estimate|rank|ranking|solve|solution|diff|difference|compare|comparison|issues)\.schema\.json$/;

export function packageFiles(): Plugin {
  return {
    name: "fivecars:package",
    apply: "build",
    async generateBundle() {
      const emit = (fileName: string, source: string | Uint8Array): void =>
        void this.emitFile({ type: "asset", fileName, source });
      for (const [name, source] of Object.entries(manifestAndTexts())) emit(name, source);
      for (const [name, source] of Object.entries(compiled())) emit(name, source);
      for (const [name, module] of [
        ["calculator", "calculator"],
        ["what-if", "what_if"],
      ] as const)
        for (const [file, source] of Object.entries(wasmModule(name, module))) emit(file, source);
      emit("lib/cli.cjs", tight(text("build/wasm/cli.js")));
      emit("lib/cli.wasm.br", compressed(`${root}build/wasm/cli.wasm`));
      emit("lib/models.js", await models());
      for (const [name, schema] of Object.entries(await schemas()))
        emit(`schema/${name}.schema.json`, `${JSON.stringify(schema)}\n`);
    },
  };
}

const json = (path: string): unknown => JSON.parse(text(path));

function manifestAndTexts(): Record<string, string> {
  const site = json("package.json") as Record<string, unknown>;
  const own = json("web/package/package.json") as Record<string, unknown>;
  const { version, homepage, bugs, repository, author } = site;
  const { name, description, ...rest } = own;
  const manifest = { name, version, description, homepage, bugs, repository, author, ...rest };
  return {
    "package.json": `${JSON.stringify(manifest, null, 2)}\n`,
    "README.md": text("web/package/README.md").replaceAll("{{home}}", String(homepage)),
    "bin/fivecars.mjs": text("web/package/bin/fivecars.mjs"),
    "lib/models.d.ts": text("web/package/models.d.ts"),
    ...Object.fromEntries(
      ["LICENSE", "LICENSE-DATA", "ATTRIBUTION.md", "THIRD-PARTY-NOTICES.txt"].map((file) => [
        file,
        text(file),
      ]),
    ),
  };
}

/** By its place in the package, what it is compiled from in web/. */
const modules = {
  "lib/load": "calculator/load",
  "lib/refused": "calculator/refused",
  "lib/what-if": "calculator/what-if",
  "lib/one-basis": "calculator/one-basis",
  "lib/inflated": "calculator/inflated",
  "lib/bring": "package/bring",
};
const typesAlone = {
  "lib/documents": "calculator/documents",
  "lib/element/element": "embed/element",
  "lib/element/changes": "embed/changes",
};
const writtenTypes = ["calculator/calculator-module", "calculator/what-if-module", "package/models"];

function compiled(): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "fivecars-package-"));
  try {
    const options = ["--noEmit", "false", "--declaration", "--outDir", folder];
    const { status } = spawnSync("node_modules/.bin/tsc", ["-p", "web/tsconfig.json", ...options], {
      cwd: root,
      stdio: "inherit",
    });
    if (status !== 0) throw new Error("the package can't be compiled");
    const files: Record<string, string> = {};
    const take = (name: string, from: string): void => {
      const up = name.startsWith("lib/element/") ? "../" : "./";
      files[name] = readFileSync(from, "utf8").replace(/"\.\.\/calculator\//g, `"${up}`);
    };
    for (const [name, source] of Object.entries({ ...modules, ...typesAlone }))
      take(`${name}.d.ts`, join(folder, `${source}.d.ts`));
    for (const [name, source] of Object.entries(modules)) take(`${name}.js`, join(folder, `${source}.js`));
    for (const source of writtenTypes)
      take(source.replace(/^\w+/, "lib").concat(".d.ts"), `${root}web/${source}.d.ts`);
    return files;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What Emscripten made, and the wasm as a script beside it. */
function wasmModule(name: string, built: string): Record<string, string> {
  let found = 0;
  // A bundler would carry along what this names, though nobody fetches it.
  const glue = text(`build/wasm/${built}.mjs`).replace(
    /new URL\("\w+\.wasm", ?import\.meta\.url\)(\.toString\(\)|\.href)/g,
    () => ((found += 1), '""'),
  );
  if (found === 0) throw new Error(`${built}.mjs names no wasm`);
  const wasm = deflateSync(readFileSync(`${root}build/wasm/${built}.wasm`), { level: 9 }).toString("base64");
  return {
    [`lib/${name}-glue.js`]: tight(glue),
    [`lib/${name}-wasm.js`]: `export default "${wasm}";\n`,
    [`lib/${name}-module.js`]:
      `import { bring } from "./bring.js";\nimport create from "./${name}-glue.js";\n` +
      `export default bring(create, () => import("./${name}-wasm.js"));\n`,
  };
}

/** What Emscripten writes is long, and nobody reads it. */
const tight = (code: string): string => transformSync(code, { minify: true, target: "es2022" }).code;

const compressed = (file: string): Uint8Array =>
  brotliCompressSync(readFileSync(file), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });

async function models(): Promise<string> {
  const { catalogue } = await made(root);
  const sums = catalogue.models.map(({ id, scenario, one_basis }) => [id, { scenario, one_basis }]);
  return `export const models = ${JSON.stringify(Object.fromEntries(sums))};\n`;
}

async function schemas(): Promise<Record<string, object>> {
  const all: Record<string, Record<string, unknown>> = {};
  for (const name of readdirSync(`${root}data/schema`))
    if (documents.test(name))
      all[name.replace(/\.schema\.json$/, "")] = json(`data/schema/${name}`) as Record<string, unknown>;
  const { module } = await runnerImport<typeof import("../package/schemas.js")>(
    `${root}web/package/schemas.ts`,
    {
      configFile: false,
      logLevel: "warn",
      plugins: [words(languages[0]), texts()],
    },
  );
  const { catalogue } = await made(root);
  const { estimate = {} } = all;
  return {
    ...all,
    export: module.exportSchema,
    table: module.tableSchema(estimate, catalogue.equivalents),
  };
}
