// Starts the Chromium that the demo and the browser tests share.

import { chromium } from "playwright-core";

const args = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A headless Chromium: that of CHROMIUM, else Debian's. */
export function launch(options = {}) {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  // The sandbox needs rights that containers seldom grant, and only our own pages are opened.
  return chromium.launch({ executablePath, chromiumSandbox: false, args, ...options });
}
