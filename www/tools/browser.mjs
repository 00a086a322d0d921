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

/** A headless Chromium: the one that CHROMIUM names, else Debian's. What pages of tests ask for is kept. */
export async function launch(options = {}) {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  // The sandbox needs rights that a container seldom gives, and only our own pages are opened.
  const browser = await chromium.launch({ executablePath, chromiumSandbox: false, args, ...options });
  return process.env.NODE_TEST_CONTEXT ? witness(browser, basename(process.argv[1])) : browser;
}
