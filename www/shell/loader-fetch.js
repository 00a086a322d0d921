// Starts the core from its two files, the script and the WebAssembly module.

/** @param {string | URL} [wasmUrl] where the module is, if it is not beside this script */
export async function start(wasmUrl) {
  // Both at once: the module does not wait for the script.
  const [core, response] = await Promise.all([
    import("./core.js"),
    fetch(wasmUrl ?? new URL("./goalpost.wasm", import.meta.url)),
  ]);
  if (!response.ok) throw new Error(`${response.url}: the server answered ${response.status}`);
  await core.start(response);
  return core;
}
