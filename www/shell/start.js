// Starts the core from its two files, its script and its WebAssembly.

export async function start() {
  const address = new URL("./goalpost.wasm", import.meta.url);
  // Both at once: the script does not have to arrive for the module to be on its way.
  const [glue, response] = await Promise.all([import("./goalpost.core.js"), fetch(address)]);
  if (!response.ok) throw new Error(`${address.pathname}: the server answered ${response.status}`);
  await glue.default({ module_or_path: response });
  return glue;
}
