// The core with its WebAssembly inside: nothing is fetched, so it works from a file and wherever a bundler puts it.

import * as glue from "goalpost:core";
import bytes from "goalpost:wasm";

let core;

/** The core. */
export function load() {
  core ??= start().catch((error) => {
    core = undefined;
    throw error;
  });
  return core;
}

async function start() {
  if (typeof WebAssembly !== "object") throw new Error("this browser has no WebAssembly");
  await glue.default({ module_or_path: bytes });
  return glue;
}
