// Which files a script fetches, found by reading it and all that it leads to.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseAst } from "vite";

function* nodes(value) {
  if (typeof value !== "object" || value === null) return;
  if (typeof value.type === "string") yield value;
  for (const part of Object.values(value)) yield* nodes(part);
}

const textOf = (node) => {
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type === "TemplateLiteral" && node.expressions.length === 0) return node.quasis[0].value.cooked;
  return undefined;
};

const isOwnAddress = (node) =>
  node?.type === "MemberExpression" &&
  node.object.type === "MetaProperty" &&
  (node.property.name ?? node.property.value) === "url";

/** The node that says what is fetched. An address has no need to begin with a dot. */
function fetchedBy(node) {
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
    case "ImportExpression":
      return node.source && { said: node.source };
    case "NewExpression":
      return node.callee.name === "URL" && isOwnAddress(node.arguments[1])
        ? { said: node.arguments[0], isAddress: true }
        : undefined;
    default:
      return undefined;
  }
}

/** Below the folder; undefined where that isn't. */
function target(file, text, isAddress) {
  if (/^[a-z]+:|^\//i.test(text) || !(isAddress || text.startsWith("."))) return undefined;
  const found = path.posix.join(path.posix.dirname(file), text.replace(/[?#].*$/, ""));
  return found.startsWith("..") ? undefined : found;
}

/**
 * @param {string} folder
 * @param {string[]} from scripts in it
 * @returns {{ files: string[], faults: string[] }} with the scripts themselves
 */
export function reached(folder, from) {
  const faults = [];
  const files = new Set(from);
  const follow = (file, { said, isAddress = false }) => {
    const text = textOf(said);
    const found = text === undefined ? undefined : target(file, text, isAddress);
    if (found === undefined) {
      const what = text === undefined ? "something that only shows when it runs" : `“${text}”`;
      faults.push(`${file}: it fetches ${what}; a release holds what has a relative name in the script`);
      // That of a folder is where others start from.
    } else if (!/^\.$|\/$/.test(found)) files.add(found);
  };
  for (const file of files) {
    const at = path.join(folder, file);
    if (!existsSync(at)) faults.push(`${file}: it isn't there; \`make dist\` builds it`);
    else if (/\.m?js$/.test(file))
      for (const node of nodes(parseAst(readFileSync(at, "utf8")))) {
        const fetched = fetchedBy(node);
        if (fetched) follow(file, fetched);
      }
  }
  return { files: [...files], faults };
}
