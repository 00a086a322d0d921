// Starts the Chromium that the demo and the browser tests share.

import { basename } from "node:path";
import { chromium } from "playwright-core";
import { witness } from "./witness.mjs";

const args = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A headless Chromium: that of CHROMIUM, else Debian's. In tests, the requests of its pages are recorded. */
export async function launch(options = {}) {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  // The sandbox needs rights that containers seldom grant, and only our own pages are opened.
  const browser = await chromium.launch({ executablePath, chromiumSandbox: false, args, ...options });
  return process.env.NODE_TEST_CONTEXT ? witness(browser, basename(process.argv[1])) : browser;
}
