// A reader's preferences in the browser apply: tested in Firefox, whose driver can set them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { PNG } from "pngjs";
import { engines, missing, start } from "../../www/tools/webdriver.mjs";
import { Browser, served } from "./engines.mjs";

const { Firefox } = engines;
const skip = missing(Firefox) ?? false;
const site = served();
const check = (what, preferences, body) =>
  test(`Firefox: ${what}`, { skip }, async () => {
    const { driver, close } = await start(Firefox, preferences);
    try {
      const browser = new Browser(driver, site.url);
      await browser.open("2019/phantom-traffic-jam/");
      await body(browser);
    } finally {
      await close();
    }
  });

const FORCED = { "browser.display.document_color_use": 2, "ui.prefersReducedMotion": 1 };

check(
  "with forced colours and less motion only the system's colours are used, and nothing moves (A12, A13)",
  FORCED,
  async (browser) => {
    const { matches, system, address, animations } = await browser.run(() => {
      const matches = ["(forced-colors: active)", "(prefers-reduced-motion: reduce)"].map(
        (query) => matchMedia(query).matches,
      );
      const system = ["Canvas", "CanvasText", "Highlight", "GrayText"].map((name) => {
        const probe = document.body.appendChild(document.createElement("i"));
        probe.style.cssText = `forced-color-adjust: none; color: ${name}`;
        return getComputedStyle(probe).color.match(/\d+/g).slice(0, 3).map(Number);
      });
      const address = document.querySelector("goal-post").shadowRoot.querySelector("canvas").toDataURL();
      return { matches, system, address, animations: document.getAnimations().length };
    });
    assert.deepEqual(matches, [true, true]);
    assert.equal(animations, 0);
    const { data } = PNG.sync.read(Buffer.from(address.split(",")[1], "base64"));
    const counts = new Map();
    for (let at = 0; at < data.length; at += 4) {
      if (data[at + 3] === 255) counts.set(data.readUIntBE(at, 3), (counts.get(data.readUIntBE(at, 3)) ?? 0) + 1);
    }
    const large = [...counts]
      .filter(([, count]) => count > 2_000)
      .map(([colour]) => [colour >> 16, (colour >> 8) & 255, colour & 255]);
    assert.ok(large.length >= 2, `${large.length} colours`);
    // A transparent mark is a mixture of two of the system's colours; none of our colours is.
    const shares = Array.from({ length: 101 }, (_, percent) => percent / 100);
    const mixed = (colour) =>
      system.some((one) =>
        system.some((other) =>
          shares.some((share) =>
            colour.every((value, at) => Math.abs(one[at] + (other[at] - one[at]) * share - value) <= 3),
          ),
        ),
      );
    assert.deepEqual(
      [
        [0x0b, 0x6f, 0xa8],
        [0xb8, 0x56, 0x00],
      ].filter(mixed),
      [],
      "it can fail",
    );
    assert.deepEqual(
      large.filter((colour) => !mixed(colour)),
      [],
    );
  },
);

check("without WebAssembly the page's own table stays", { "javascript.options.wasm": false }, async (browser) => {
  const [kind, state, height] = await browser.run(() => [
    typeof WebAssembly,
    document.querySelector("goal-post").dataset.state,
    document.querySelector("goal-post > figure table").getBoundingClientRect().height,
  ]);
  assert.deepEqual([kind, state, height > 100], ["undefined", "error", true]);
});
