// The frame's one document, which nothing has to be fetched for, and the script that gives it its height.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { deflateSync } from "node:zlib";
import { build, type Plugin, type Rolldown } from "vite";
import { pack } from "../embed/packed.js";
import { allSums, embedCatalogue, plainImports, spoken } from "./embed.js";
import { script } from "./offline.js";
import { made } from "./prerender/engine.js";
import { escaped } from "./prerender/html.js";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** embed.html and embed-height.js. */
export function frameDocument(): Plugin {
  return {
    name: "fivecars:frame",
    apply: "build",
    async generateBundle() {
      this.emitFile({ type: "asset", fileName: "embed.html", source: await document() });
      const height = await script("../embed/height.ts", "iife");
      this.emitFile({ type: "asset", fileName: "embed-height.js", source: height });
    },
  };
}

const style =
  ":root{color-scheme:light dark}" +
  "body{margin:0}" +
  "main{display:flow-root}" +
  // The ground of what is shown is that of the whole frame; its own sheet begins with nothing.
  "main>.embed,main>.fault{box-shadow:0 0 0 200vmax var(--paper)}" +
  "noscript p{margin:14px 16px;font:15px/1.45 system-ui,sans-serif}";

const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

async function document(): Promise<string> {
  const { code, wasm } = await bundle();
  const { homepage } = await made(at("../../"));
  const languages = await allSums();
  const sums = pack(
    Object.fromEntries([...languages].map(([language, { sums }]) => [language, sums])) as Parameters<
      typeof pack
    >[0],
  );
  const engine = deflateSync(await readFile(wasm), { level: 9 }).toString("base64");
  const policy = [
    "default-src 'none'",
    `script-src ${hash(code)} 'wasm-unsafe-eval'`,
    `style-src ${hash(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
  const without = [...languages].map(
    ([language, { words, folder }]) =>
      `<p lang="${language}">${escaped(words.withoutScripts)} ` +
      `<a href="${homepage ?? ""}${folder}models.html" target="_blank" rel="noopener">${escaped(words.allModels)}</a></p>`,
  );
  const [first = ""] = languages.keys();
  return `<!doctype html>
<html lang="${first}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>Five Cars</title>
<style>${style}</style>
</head>
<body>
<noscript>${without.join("")}</noscript>
<script type="application/json" id="sums">${JSON.stringify(sums).replaceAll("<", "\\u003c")}</script>
<script type="text/plain" id="engine">${engine}</script>
<script type="module">${code}</script>
</body>
</html>
`;
}

/** All of it as one script, and the wasm that it would otherwise fetch. */
async function bundle(): Promise<{ code: string; wasm: string }> {
  let wasm: string | undefined;
  const built = await build({
    configFile: false,
    logLevel: "warn",
    root: at("../embed"),
    plugins: [
      plainImports(),
      spoken(),
      embedCatalogue(),
      {
        name: "fivecars:brought",
        enforce: "pre",
        transform(code, id) {
          const file = /^(.*\/build\/wasm\/)\w+\.mjs$/.exec(id);
          if (!file) return undefined;
          return code.replace(/new URL\("(\w+\.wasm)", ?import\.meta\.url\)/g, (_, name: string) => {
            wasm = `${file[1]}${name}`;
            return '""';
          });
        },
      },
    ],
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      rolldownOptions: {
        input: at("../embed/frame.ts"),
        output: { format: "es", codeSplitting: false },
        checks: { pluginTimings: false },
      },
    },
  });
  const { output } = built as Rolldown.RolldownOutput;
  const [{ code }, ...more] = output;
  if (more.length > 0) throw new Error(`the frame is one script, and not also ${more[0]?.fileName}`);
  // Each of them would be a request, or the end of the script.
  for (const no of [/<\/script/i, /<!--/, /\bimport\s*\(/])
    if (no.test(code)) throw new Error(`the frame's script has ${no}`);
  if (!wasm) throw new Error("the frame's script has no engine");
  return { code, wasm };
}
