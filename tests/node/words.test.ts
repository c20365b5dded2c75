// Every word of the page stands in web/src/text, in every language.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { runnerImport } from "vite";
import type { GridRow } from "../../web/calculator/documents.js";
import { at } from "./support.js";

type Module = Record<string, unknown>;

const text = at("web/src/text");
const languages = readdirSync(text).filter((name) => existsSync(`${text}/${name}/language.ts`));
const others = languages.filter((name) => name !== "en");
const files = (language: string): string[] => readdirSync(`${text}/${language}`).sort();

const words = async (language: string, file: string): Promise<Module> =>
  (
    await runnerImport<Module>(`${text}/${language}/${file}`, {
      configFile: false,
      logLevel: "warn",
      plugins: [
        {
          name: "words",
          enforce: "pre",
          resolveId: (wanted) =>
            wanted.startsWith("#words/")
              ? `${text}/${language}/${wanted.slice("#words/".length).replace(/\.js$/, ".ts")}`
              : undefined,
        },
      ],
    })
  ).module;

/** Tables that another module fills, or that hold what only this language has to tell apart. */
const free = /^(subjects|stageNames|ownPlaces|scales|timeUnits)$/;

/** What is there, by name: texts, functions, and the members of tables. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shape);
  if (value instanceof RegExp || typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, member]): [string, unknown] => [name, free.test(name) ? "free" : shape(member)])
      .sort(([a], [b]) => a.localeCompare(b)),
  );
}

test("there is a second language", () => assert.ok(others.includes("de")));

for (const language of others) {
  for (const file of files("en"))
    test(`${language}/${file} has every text that en/${file} has`, async () => {
      assert.ok(files(language).includes(file), `web/src/text/${language}/${file} is missing`);
      const [here, there] = [shape(await words("en", file)), shape(await words(language, file))] as Module[];
      // It may have more: what English needn't tell apart.
      for (const name of Object.keys(here ?? {})) assert.deepEqual(there?.[name], here?.[name], name);
    });

  test(`${language}: every fault and every warning of the calculator has words`, async () => {
    const [faults = "", warnings = ""] = readFileSync(at("src/documents/issue.hpp"), "utf8")
      .replace(/^[^]*namespace code \{/, "")
      .split("// Warnings of an estimate.");
    const codes = (part: string): string[] =>
      [...part.matchAll(/string_view \w+ = "([a-z-]+)"/g)].map((m) => m[1] ?? "");
    const { issueWords } = await words(language, "form.ts");
    const { warningWords } = await words(language, "below.ts");
    assert.ok(codes(faults).length > 30 && codes(warnings).length > 10);
    for (const [known, said] of [
      [codes(faults), issueWords],
      [codes(warnings), warningWords],
    ] as [string[], Record<string, unknown>][])
      for (const code of known) assert.equal(typeof said[code], "function", `${code} has no words`);
  });
}

test("de: every country, group and part of one has a German name", async () => {
  const { gridNames } = (await words("de", "places.ts")) as { gridNames: Map<string, string[]> };
  const rows = readdirSync(at("data/grids")).flatMap(
    (file) => (JSON.parse(readFileSync(at(`data/grids/${file}`), "utf8")) as { grids: GridRow[] }).grids,
  );
  const ids = new Set(rows.map(({ id }) => id));
  for (const id of gridNames.keys()) assert.ok(ids.has(id), `${id} is no grid`);
  // The provinces of China are called the same.
  for (const { id, name, kind } of rows)
    assert.ok(
      gridNames.has(id) ||
        id.startsWith("mee/") ||
        (kind === "country" && !/ (and|Islands|Republic)\b/.test(name)) ||
        /^(eccc|nga)\//.test(id),
      `${id} (${name}) has no German name`,
    );
});

test("no component has words of its own", () => {
  const folder = at("web/src/components");
  for (const file of readdirSync(folder)) {
    const code = readFileSync(`${folder}/${file}`, "utf8");
    for (const [, template = ""] of templates(code)) {
      // What is filled in is no word of the template; nor are tags and signs.
      const told = [
        ...[...template.matchAll(/(?:aria-label|title|placeholder|alt)="([^"$]*)"/g)].map((m) => m[1] ?? ""),
        template.replace(/<[^<>]*>/g, "\u0001").replace(/&\w+;/g, " "),
      ].join(" ");
      assert.doesNotMatch(told, /\p{L}{2,}/u, file);
    }
  }
});

/** The text of each html`…`, with what is put into it left out, templates in it on their own. */
function templates(code: string): string[][] {
  const found: string[][] = [];
  const read = (from: number): [string, number] => {
    let out = "";
    let i = from;
    while (i < code.length && code[i] !== "`") {
      if (code.startsWith("${", i)) {
        i = skip(i + 2);
        out += "\u0000";
      } else {
        out += code[i];
        ++i;
      }
    }
    return [out, i + 1];
  };
  /** Past an expression, with the templates in it. */
  const skip = (from: number): number => {
    let depth = 1;
    let i = from;
    while (i < code.length && depth > 0) {
      const c = code[i];
      if (c === "`") {
        const isMarkup = /\b(html|svg)$/.test(code.slice(0, i));
        const [text, next] = read(i + 1);
        if (isMarkup) found.push(["", text]);
        i = next;
        continue;
      }
      if (c === '"') i = code.indexOf('"', i + 1);
      if (c === "{") ++depth;
      if (c === "}") --depth;
      ++i;
    }
    return i;
  };
  for (const { index } of code.matchAll(/\b(?:html|svg)`/g)) {
    const [text] = read(index + code.slice(index).indexOf("`") + 1);
    found.push(["", text]);
  }
  return found;
}
