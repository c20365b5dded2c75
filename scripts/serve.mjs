// Serves dist/ the way a static host would: compressed, with the right types and the headers that _headers asks for,
// and nothing outside the folder.
//
//   node scripts/serve.mjs                  http://localhost:8080
//   PORT=9000 node scripts/serve.mjs        another port; 0 takes a free one
//   HOST=0.0.0.0 node scripts/serve.mjs     for other machines, too
import { readFile, realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const types = {
  ".bib": "text/plain; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".webp": "image/webp",
  ".xml": "application/xml; charset=utf-8",
  ".zip": "application/zip",
};
const compressible = /^(text\/|application\/(json|manifest|wasm|xml)|image\/svg)/;

const encoders = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

/** The best of our encodings that the browser takes. `br;q=0` refuses it. */
function encodingFor(header = "") {
  const refused = /^q=0(\.0*)?$/;
  const accepted = header
    .toLowerCase()
    .split(",")
    .map((part) => part.split(";").map((word) => word.trim()))
    .filter(([, quality = ""]) => !refused.test(quality))
    .map(([name]) => name);
  return Object.keys(encoders).find((name) => accepted.includes(name));
}

/** The file that a URL path means, or null: not there, or not inside the folder. */
async function fileFor(root, urlPath) {
  const file = path.join(root, path.posix.normalize(`/${urlPath}`));
  try {
    const real = await realpath(file);
    if (real !== root && !real.startsWith(root + path.sep)) return null;
    return { file: real, folder: (await stat(real)).isDirectory() };
  } catch {
    return null;
  }
}

/** What a site's `_headers` says of a path: under each pattern its headers, indented. */
export async function headersFor(root, urlPath) {
  const text = await readFile(path.join(root, "_headers"), "utf8").catch(() => "");
  const found = {};
  let applies = false;
  for (const line of text.split("\n")) {
    const [, name, value] = /^\s+([\w-]+):\s*(.*)$/.exec(line) ?? [];
    if (name) {
      if (applies) found[name] = value;
    } else if (line.startsWith("/")) {
      const [first, ...rest] = line.trim().split("*");
      applies =
        rest.length > 0 ? urlPath.startsWith(first) && urlPath.endsWith(rest.at(-1)) : urlPath === first;
    }
  }
  return found;
}

/** A request handler for the files under `folder`. */
export function handler(folder) {
  const compressed = new Map();

  async function respond(request, response) {
    const send = (status, text, headers = {}) => {
      response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", ...headers });
      response.end(request.method === "HEAD" ? undefined : text);
    };
    if (request.method !== "GET" && request.method !== "HEAD") {
      return send(405, "Only GET and HEAD.\n", { Allow: "GET, HEAD" });
    }
    let urlPath, query;
    try {
      [urlPath, query] = request.url.split(/(?=\?)/, 2);
      urlPath = decodeURIComponent(urlPath);
    } catch {
      return send(400, "This address is not well-formed.\n");
    }
    if (urlPath.includes("\0") || !urlPath.startsWith("/"))
      return send(400, "This address is not well-formed.\n");

    const root = await realpath(folder);
    // Hosts read it, and keep it to themselves.
    let found = urlPath === "/_headers" ? null : await fileFor(root, urlPath);
    if (found?.folder && !urlPath.endsWith("/")) {
      // From the folder itself, so that "//elsewhere" stays here.
      const to = encodeURI(`/${path.relative(root, found.file)}/`) + (query ?? "");
      return send(301, `See ${to}\n`, { Location: to });
    }
    if (found?.folder) found = await fileFor(root, `${urlPath}/index.html`);
    let status = 200;
    if (!found || found.folder) {
      status = 404;
      found = await fileFor(root, "/404.html");
      if (!found) return send(404, "There is nothing here.\n", await headersFor(root, urlPath));
    }

    const { mtimeMs, size } = await stat(found.file);
    const type = types[path.extname(found.file).toLowerCase()] ?? "application/octet-stream";
    const encoding = compressible.test(type) ? encodingFor(request.headers["accept-encoding"]) : undefined;
    const version = `${Math.round(mtimeMs).toString(36)}-${size.toString(36)}${encoding ? `-${encoding}` : ""}`;
    const headers = {
      "Content-Type": type,
      ETag: `"${version}"`,
      Vary: "Accept-Encoding",
      "X-Content-Type-Options": "nosniff",
      // Names in assets/ carry a hash of their content.
      "Cache-Control": urlPath.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
      ...(await headersFor(root, urlPath)),
    };
    if (status === 200 && request.headers["if-none-match"] === headers.ETag) {
      response.writeHead(304, headers);
      return response.end();
    }
    let body = await readFile(found.file);
    if (encoding) {
      const key = `${found.file} ${version}`;
      if (!compressed.has(key)) compressed.set(key, await encoders[encoding](body));
      body = compressed.get(key);
      headers["Content-Encoding"] = encoding;
    }
    response.writeHead(status, { ...headers, "Content-Length": body.length });
    response.end(request.method === "HEAD" ? undefined : body);
  }

  return (request, response) => {
    respond(request, response).catch((reason) => {
      console.error(reason);
      if (!response.headersSent) response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" });
      response.end("Something went wrong here.\n");
    });
  };
}

const listen = (server, port, host) =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve(server.address().port));
  });

/**
 * Serves a folder on this machine, at 127.0.0.1 and, where there is one, ::1; or at `host`.
 * @returns {Promise<{ port: number, url: string, close: () => Promise<void> }>}
 */
export async function serve({ folder, port = 0, host } = {}) {
  const handle = handler(folder);
  const servers = [];
  const close = async () => {
    for (const server of servers) {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    }
  };
  for (const address of host ? [host] : ["127.0.0.1", "::1"]) {
    const server = createServer(handle);
    try {
      port = await listen(server, port, address);
      servers.push(server);
    } catch (reason) {
      const without_ipv6 = address === "::1" && ["EADDRNOTAVAIL", "EAFNOSUPPORT"].includes(reason.code);
      if (without_ipv6) continue;
      await close();
      throw reason;
    }
  }
  return { port, url: `http://localhost:${port}`, close };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL("../dist", import.meta.url));
  const port = Number(process.env.PORT || 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    console.error(`PORT is ${process.env.PORT}; it takes a whole number from 0 to 65535.`);
    process.exit(1);
  }
  try {
    await stat(path.join(folder, "index.html"));
  } catch {
    console.error("There is no page in dist/ yet. `make serve` builds it and serves it.");
    process.exit(1);
  }
  try {
    const server = await serve({ folder, port, host: process.env.HOST || undefined });
    console.log(`Five Cars is at ${server.url}  (Ctrl-C ends it)`);
    for (const signal of ["SIGINT", "SIGTERM"])
      process.on(signal, () => server.close().then(() => process.exit(0)));
  } catch (reason) {
    const explanation = {
      EADDRINUSE: `Port ${port} is taken by another program. Take another one: PORT=${port + 1} make serve`,
      EACCES: `Port ${port} is for the system's own programs. Take one from 1024 on: PORT=8080 make serve`,
    };
    console.error(explanation[reason.code] ?? reason.message);
    process.exit(1);
  }
}
