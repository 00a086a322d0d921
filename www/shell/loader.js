// Loads the core once for all widgets of the page.

import { all } from "./dom.js";
import { start } from "./loader-fetch.js";
import { forbidden, forbids } from "./policy.js";

/** Milliseconds after which it is said that the core does not come. */
const PATIENCE = 10_000;

/** @type {string | URL | undefined} */
let wasmUrl;
/** @type {ReturnType<typeof start> | undefined} */
let loading;

/**
 * Sets where the WebAssembly module is fetched from. A build that holds the module fetches nothing.
 * @param {string | URL} url
 */
export function setWasmUrl(url) {
  wasmUrl = url;
}

/**
 * The instance of the core that is in use. A failed attempt is forgotten, so that a later widget may try again. One that
 * takes too long is said to fail, with `later` for the case that it comes after all.
 */
export async function load() {
  if (typeof WebAssembly !== "object") throw new Error("this browser has no WebAssembly");
  // Only in the head a policy is in force.
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
