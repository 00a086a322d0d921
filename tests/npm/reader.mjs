// A browser that reads what the recipes have built.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { launch } from "../../www/tools/browser.mjs";
import { serve } from "../../www/tools/serve.mjs";

/** Starts the browser for a test file, and ends it after it. */
export function reader() {
  /** @type {import("playwright-core").Browser} */
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser?.close());

  /** Opens a page and waits until so many goals are drawn; returns their numbers, with what the page threw. */
  async function drawn(url, count = 1) {
    const page = await browser.newPage();
    const thrown = [];
    page.on("pageerror", (error) => thrown.push(error.message));
    await page.addInitScript(() => {
      window.announced = [];
      for (const type of ["goalpost:drawn", "goalpost:error"])
        addEventListener(type, ({ detail }) => window.announced.push({ type, detail }));
    });
    try {
      await page.goto(url);
      await page.waitForFunction((count) => window.announced.length >= count, count, { timeout: 15_000 });
      const announced = await page.evaluate(() => window.announced);
      assert.deepEqual(thrown, []);
      assert.ok(
        announced.every(({ type }) => type === "goalpost:drawn"),
        JSON.stringify(announced),
      );
      return announced.map(({ detail }) => detail);
    } finally {
      await page.close();
    }
  }

  /**
   * The same for a built site: served under a path, as blogs are, unless `base` says otherwise.
   * @param {string} folder
   * @param {{ path?: string, count?: number, base?: string }} options
   */
  async function opened(folder, { path = "", count, base = "/blog" } = {}) {
    const server = await serve(folder, { base });
    try {
      return await drawn(server.url + path, count);
    } finally {
      await server.close();
    }
  }

  return { drawn, opened };
}
