// The demo blog, built by real Jekyll, or a test's own pages, served on this machine, and a Chromium to read them.

import { after, before } from "node:test";
import { written } from "./field.mjs";
import { launch } from "../../www/tools/browser.mjs";
import { serve } from "../../www/tools/serve.mjs";
import { base } from "../../www/tools/site.mjs";
import { site } from "./sites.mjs";
import { frames, watchDrawings } from "./waits.mjs";

export { hasRealPost } from "./sites.mjs";

/**
 * @import { BrowserContextOptions, Page } from "playwright-core"
 * @typedef {BrowserContextOptions & { settled?: string | null, count?: number, prepare?: (page: Page) => unknown }}
 *   Opening
 */

/**
 * Starts blog and browser for a test file, and stops them after it.
 * @param {object} options for the browser
 * @param {{ name: string, pages: Record<string, string> }} [field] pages instead of the demo blog
 */
export function blog(options = {}, field = undefined) {
  const held = {};
  before(async () => {
    held.out = field ? written(field.name, field.pages) : site();
    held.server = await serve(held.out, { base });
    held.browser = await launch(options);
  });
  after(async () => {
    await held.browser?.close();
    await held.server?.close();
  });
  return {
    /** The folder of the built blog. */
    get out() {
      return held.out;
    },
    get requests() {
      return held.server.requests;
    },
    get url() {
      return held.server.url;
    },
    /**
     * Opens a page and records its announcements, its console and its exceptions. Waits until `count` goals are
     * `settled` ("drawn" or "error"; null does not wait). `prepare` gets the page before it loads.
     * @param {string} address
     * @param {Opening} options
     */
    async open(address, { settled = "drawn", count = 1, prepare = () => {}, ...context } = {}) {
      const page = await (
        await held.browser.newContext({ locale: "en-GB", timezoneId: "Asia/Dubai", ...context })
      ).newPage();
      const said = { errors: [], warnings: [], thrown: [] };
      page.on("console", (message) => {
        if (message.type() === "error") said.errors.push(message.text());
        if (message.type() === "warning") said.warnings.push(message.text());
      });
      page.on("pageerror", (error) => said.thrown.push(error.message));
      if (context.javaScriptEnabled !== false) {
        await page.addInitScript(watch);
        await page.addInitScript(watchDrawings);
      }
      // The browser requests it once, for whichever page comes first.
      await page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
      await prepare(page);
      await page.goto(new URL(address, held.server.url).href);
      if (settled && context.javaScriptEnabled !== false) {
        await scrollThrough(page);
        await page.waitForFunction(
          ([settled, count]) => window.announced.filter(({ type }) => type === `goalpost:${settled}`).length >= count,
          [settled, count],
          { timeout: 20_000 },
        );
      }
      return {
        page,
        said,
        announced: () => page.evaluate(() => window.announced),
        close: () => page.context().close(),
      };
    },
  };
}

/** Runs in the page before its own scripts. */
function watch() {
  window.announced = [];
  window.instances = 0;
  for (const type of ["goalpost:drawn", "goalpost:error"]) {
    addEventListener(type, ({ target, detail }) => {
      window.announced.push({ type, tag: /** @type {Element} */ (target).localName, detail });
    });
  }
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = globalThis.WebAssembly?.[name];
    if (!original) continue;
    WebAssembly[name] = (...given) => {
      window.instances++;
      return original.apply(WebAssembly, given);
    };
  }
}

/** Widgets start when they come near the viewport, so this scrolls the page from top to bottom. */
export async function scrollThrough(page) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const step = page.viewportSize().height / 2;
  for (let y = 0; y <= height; y += step) {
    await page.evaluate((y) => scrollTo(0, y), y);
    // The browser reports elements near the viewport once per frame.
    await frames(page);
  }
  await page.evaluate(() => scrollTo(0, 0));
}

/** The number of pixels of the page's first picture with a colour, `[red, green, blue]`. */
export function inked(page, colour) {
  return page.evaluate(([red, green, blue]) => {
    const canvas = document.querySelector("goal-post").shadowRoot.querySelector("canvas");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let at = 0; at < data.length; at += 4) {
      const off = Math.abs(data[at] - red) + Math.abs(data[at + 1] - green) + Math.abs(data[at + 2] - blue);
      if (data[at + 3] > 250 && off < 6) count++;
    }
    return count;
  }, colour);
}

/** The cells of a table's body as text, row by row; the table may be in a shadow root. */
export function rows(page, selector) {
  return page
    .locator(selector)
    .locator("tbody tr")
    .evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent.trim())));
}

/** The weeks of the real goal, as the design gives them. */
export const oracle = [
  {
    planned: 6,
    done: 6,
    carriedIn: 0,
    load: 6,
    carriedOut: 0,
    ofLoad: 1,
    ofPlan: 1,
    jam: 1,
    cumulativePlanned: 6,
    cumulativeDone: 6,
    overall: 6 / 24,
  },
  {
    planned: 8,
    done: 6,
    carriedIn: 0,
    load: 8,
    carriedOut: 2,
    ofLoad: 6 / 8,
    ofPlan: 6 / 8,
    jam: 1,
    cumulativePlanned: 14,
    cumulativeDone: 12,
    overall: 12 / 24,
  },
  {
    planned: 6,
    done: 6,
    carriedIn: 2,
    load: 8,
    carriedOut: 2,
    ofLoad: 6 / 8,
    ofPlan: 1,
    jam: 8 / 6,
    cumulativePlanned: 20,
    cumulativeDone: 18,
    overall: 18 / 24,
  },
  {
    planned: 4,
    done: 2,
    carriedIn: 2,
    load: 6,
    carriedOut: 4,
    ofLoad: 2 / 6,
    ofPlan: 2 / 4,
    jam: 6 / 4,
    cumulativePlanned: 24,
    cumulativeDone: 20,
    overall: 20 / 24,
  },
  {
    planned: 0,
    done: 0,
    carriedIn: 4,
    load: 4,
    carriedOut: 4,
    ofLoad: 0,
    ofPlan: null,
    jam: null,
    cumulativePlanned: 24,
    cumulativeDone: 20,
    overall: 20 / 24,
  },
];

/** Planned, carried in, to do, done, completed, carried out: as the tables show them. */
export const printed = [
  ["6", "0", "6", "6", "100%", "0"],
  ["8", "0", "8", "6", "75%", "2"],
  ["6", "2", "8", "6", "75%", "2"],
  ["4", "2", "6", "2", "33.3%", "4"],
  ["0", "4", "4", "0", "0%", "4"],
];
