// Keeps what the pages of a test run ask for, and whether our scripts use what stores or sends something. Every Chromium
// that a test starts goes through here; tests/after/requests.test.mjs looks at it once all have run.

import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * @typedef {{ requests: Record<string, number>, uses: string[] }} Log `requests` counts what was asked for, as "METHOD type
 *   origin", with "+cookie" where one was sent; `uses` are those of our own scripts
 */

const folder = fileURLToPath(new URL("../../target/requests/", import.meta.url));
const MARK = "goalpost uses ";

/** Forgets what an earlier run has kept. */
export const clear = () => rmSync(folder, { recursive: true, force: true });

/** What all test files have kept, by the name of the file. @returns {[string, Log][]} */
export function logs() {
  const names = readdirSync(folder);
  return names.map((name) => [name, JSON.parse(readFileSync(join(folder, name), "utf8"))]);
}

/**
 * Runs in the page before anything else: tells of each use that has one of our scripts among its callers.
 * @param {string} mark
 */
function tellUses(mark) {
  const tell = console.debug.bind(console);
  const { test } = RegExp.prototype;
  const ours = /goalpost(\.\w+)*\.js/;
  const watch = (owner, key) => {
    const own = owner && Object.getOwnPropertyDescriptor(owner, key);
    if (!own?.configurable) return;
    /** @param {any} original */
    const watched = (original) =>
      original &&
      /** @this {any} */
      function (...given) {
        if (test.call(ours, String(new Error().stack))) tell(mark + key);
        return Reflect.apply(original, this, given);
      };
    const { get, set, value } = own;
    if (value) Object.defineProperty(owner, key, { ...own, value: watched(value) });
    else Object.defineProperty(owner, key, { ...own, get: watched(get), set: watched(set) });
  };
  const { prototype: page } = globalThis.Document ?? {};
  watch(page, "cookie");
  for (const key of ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"]) watch(globalThis, key);
  for (const key of ["getItem", "setItem"]) watch(globalThis.Storage?.prototype, key);
  for (const key of ["sendBeacon", "serviceWorker"]) watch(globalThis.Navigator?.prototype, key);
  watch(globalThis.XMLHttpRequest?.prototype, "open");
}

/**
 * Keeps what all pages of a browser do, until the process ends.
 * @template {import("playwright-core").Browser} B
 * @param {B} browser
 * @param {string} file the test's
 */
export function witness(browser, file) {
  /** @type {Log} */
  const log = { requests: {}, uses: [] };
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.on("request", (request) => {
      const url = new URL(request.url());
      const cookie = request.headers().cookie ? "+cookie" : "";
      const origin = /^https?:$/.test(url.protocol) ? url.hostname : url.protocol;
      const key = `${request.method()} ${request.resourceType()} ${origin}${cookie}`;
      log.requests[key] = (log.requests[key] ?? 0) + 1;
    });
    context.on("console", (message) => {
      if (message.text().startsWith(MARK)) log.uses.push(message.text().slice(MARK.length));
    });
    if (options?.javaScriptEnabled !== false) await context.addInitScript(tellUses, MARK);
    return context;
  };
  process.on("exit", () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${file}-${process.pid}.json`), `${JSON.stringify(log)}\n`);
  });
  return browser;
}
