// Serves a folder on 127.0.0.1, as a blog's host would, and keeps a log of what was asked for.

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

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

/** The file under `root` that answers `path`, or undefined. A folder is answered by its index.html. */
async function find(root, path) {
  const file = join(root, normalize(path));
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory()) return path.endsWith("/") ? find(root, join(path, "index.html")) : undefined;
  return found && file;
}

/**
 * Serves `root` under the path `base` (such as "/blog").
 * @returns {Promise<{ url: string, requests: string[], close: () => Promise<void> }>} `url` is that of the folder and
 *   ends with a slash; `requests` grows by the path of every request.
 */
export async function serve(root, { base = "", port = 0 } = {}) {
  const requests = [];
  const answer = async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    requests.push(path);
    const file = path.startsWith(`${base}/`) && (await find(root, path.slice(base.length)));
    if (!file) return response.writeHead(404, { "content-type": "text/plain" }).end("not found\n");
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "cache-control": "no-store" });
    createReadStream(file).pipe(response);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(400).end());
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${server.address().port}${base}/`, requests, close };
}
