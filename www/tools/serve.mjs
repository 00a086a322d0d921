// Serves a folder on 127.0.0.1, as a blog's host would, and logs the requests.

import { once } from "node:events";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".xml": "application/xml",
};

/** The file under `root` for `path`, or undefined. The file of a folder is its index.html. */
async function find(root, path) {
  const file = join(root, normalize(path));
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory()) return path.endsWith("/") ? find(root, join(path, "index.html")) : undefined;
  return found && file;
}

/** A compressed file, as a host sends it that compresses each file once. */
async function pack(file) {
  const whole = await readFile(file);
  const { BROTLI_PARAM_QUALITY, BROTLI_MAX_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  return brotliCompressSync(whole, {
    params: { [BROTLI_PARAM_QUALITY]: BROTLI_MAX_QUALITY, [BROTLI_PARAM_SIZE_HINT]: whole.length },
  });
}

/**
 * Serves `root` under the path `base` (such as "/blog").
 * @param {string} root
 * @param {{ base?: string, port?: number, brotli?: boolean }} options with `brotli`, files are compressed as much as
 *   possible, and may be cached for ten minutes
 * @returns {Promise<{ url: string, requests: string[], sizes: Map<string, number>, close: () => Promise<void> }>} `url`
 *   is the folder's and ends with a slash; `requests` lists the path of every request; `sizes` has the compressed
 *   bytes of each file.
 */
export async function serve(root, options = {}) {
  const { base = "", port = 0, brotli = false } = options;
  const requests = [];
  const packed = new Map();
  const sizes = new Map();
  const answer = async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    requests.push(path);
    const file = path.startsWith(`${base}/`) && (await find(root, path.slice(base.length)));
    if (!file) return response.writeHead(404, { "content-type": "text/plain" }).end("not found\n");
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    if (!brotli) {
      response.writeHead(200, { "content-type": type, "cache-control": "no-store" });
      return createReadStream(file).pipe(response);
    }
    if (!packed.has(file)) packed.set(file, await pack(file));
    const body = packed.get(file);
    sizes.set(path, body.length);
    const about = {
      "content-type": type,
      "content-encoding": "br",
      "content-length": body.length,
      "cache-control": "max-age=600",
    };
    response.writeHead(200, about).end(body);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(400).end());
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${address.port}${base}/`, requests, sizes, close };
}
