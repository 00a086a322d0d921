// The built files, served as they are, and a Chromium that opens them.

import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "../../www/tools/browser.mjs";
import { serve } from "../../www/tools/serve.mjs";

/** Starts both for a test file, and ends them after it. */
export function built() {
  const held = /** @type {any} */ ({});
  before(async () => {
    held.server = await serve(fileURLToPath(new URL("../../dist", import.meta.url)));
    held.browser = await launch();
  });
  after(async () => {
    await held.browser?.close();
    await held.server?.close();
  });
  return held;
}
