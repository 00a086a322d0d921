// Loads the core, its script and its WebAssembly, once for all widgets of the page.

let core;

/** The core; a failed attempt is forgotten, so that a later widget may try again. */
export function load() {
  core ??= start().catch((error) => {
    core = undefined;
    throw error;
  });
  return core;
}

async function start() {
  if (typeof WebAssembly !== "object") throw new Error("this browser has no WebAssembly");
  const address = new URL("./goalpost.wasm", import.meta.url);
  // Both at once: the script does not have to arrive for the module to be on its way.
  const [glue, response] = await Promise.all([import("./goalpost.core.js"), fetch(address)]);
  if (!response.ok) throw new Error(`${address.pathname}: the server answered ${response.status}`);
  await glue.default({ module_or_path: response });
  return glue;
}
