// Loads the core once for all widgets of the page, by whichever way this build starts it.

import { start } from "./start.js";

let core;

/** The core; a failed attempt is forgotten, so that a later widget may try again. */
export function load() {
  core ??= begin().catch((error) => {
    core = undefined;
    throw error;
  });
  return core;
}

async function begin() {
  if (typeof WebAssembly !== "object") throw new Error("this browser has no WebAssembly");
  return start();
}
