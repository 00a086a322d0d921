// Starts the core with the WebAssembly module inside the script. Nothing is fetched, so it works from a file, and
// wherever a bundler puts it.

import * as core from "./core.js";
import bytes from "goalpost:core.wasm";

export async function start() {
  await core.start(bytes);
  return core;
}
