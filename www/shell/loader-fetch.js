// Starts the core from its two files, the script and the WebAssembly module.

/** @param {string | URL} [wasmUrl] where the module is, if it is not beside this script */
export async function start(wasmUrl) {
  // Both at once: the module does not wait for the script.
  const url = wasmUrl ?? new URL("./goalpost.wasm", import.meta.url);
  const [core, response] = await Promise.all([
    import("./core.js"),
    fetch(url, { integrity: INTEGRITY }).catch(({ message }) => {
      throw new Error(`${url} is missing or of another build: ${message}`);
    }),
  ]);
  // The script and the module of two builds would draw wrong pictures without an error.
  if (core.integrity !== INTEGRITY) throw new Error("goalpost.core.js is of another build");
  await core.start(response);
  return core;
}
