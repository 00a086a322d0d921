// Loads the core once for all widgets of the page.

import { all } from "./dom.js";
import { start } from "./loader-fetch.js";
import { forbidden, forbids } from "./policy.js";

/** Milliseconds after which a core that has not arrived counts as failed. */
const PATIENCE = 10_000;

/** @type {string | URL | undefined} */
let wasmUrl;
/** @type {ReturnType<typeof start> | undefined} */
let loading;

/**
 * Sets the address of the WebAssembly module. A build that contains the module fetches nothing.
 * @param {string | URL} url
 */
export function setWasmUrl(url) {
  wasmUrl = url;
}

/**
 * The current instance of the core. A failed attempt is forgotten, so that a later widget may try again. One that
 * takes too long fails with `later`, which resolves if it arrives after all.
 */
export async function load() {
  if (typeof WebAssembly !== "object") throw new Error("this browser has no WebAssembly");
  // A policy applies only if it is in the head.
  for (const meta of all("head>meta[http-equiv=content-security-policy i]")) {
    const sources = forbids(meta.content);
    if (sources) throw forbidden(sources);
  }
  loading ??= start(wasmUrl).catch((error) => {
    loading = undefined;
    throw error;
  });
  const later = loading;
  const late = new Promise((_, reject) => {
    const timer = setTimeout(
      () => reject(Object.assign(new Error("it has not been sent within 10 s"), { later })),
      PATIENCE,
    );
    const stop = () => clearTimeout(timer);
    later.then(stop, stop);
  });
  return (await Promise.race([loading, /** @type {typeof loading} */ (late)])).current;
}
