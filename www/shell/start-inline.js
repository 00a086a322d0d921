// The core with its WebAssembly inside: nothing is fetched, so it works from a file and wherever a bundler puts it.

import * as glue from "./core.js";
import bytes from "goalpost:wasm";

export async function start() {
  await glue.default({ module_or_path: bytes });
  return glue;
}
