// The costs of a page, in figures that do not depend on the machine: bytes, requests, instances, frames. `make bench`
// measures times.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { metrics, visit } from "../bench/measure.mjs";
import { bytes, everythingIsNear, figureAtFirstPaint, requested, sharing } from "../bench/own.mjs";
import { EAGER, EMPTY, FAR, NEAR, goal, manyGoals, writeOwn } from "../bench/pages.mjs";
import { lazy } from "../bench/systems/goalpost.mjs";
import { launch } from "../../www/tools/browser.mjs";
import { serve } from "../../www/tools/serve.mjs";

/** Compressed bytes (brotli 11): measured and rounded up. Lower them when the files shrink. */
const MOST_UNTIL_THE_CHART = 123_300;
const MOST_WHILE_FAR = 5_300;

const LOADER = ["/goalpost/goalpost.css", "/goalpost/goalpost.js"];
const CORE = ["/goalpost/goalpost.core.js", "/goalpost/goalpost.wasm"];

let server;
let browser;
before(async () => {
  const root = fileURLToPath(new URL("../../target/pages/budget", import.meta.url));
  writeOwn(root);
  server = await serve(root, { brotli: true });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

test("a page loads four files until the first chart, and no more bytes than before", async () => {
  const asked = await requested(browser, server, NEAR);
  assert.deepEqual(asked.toSorted(), [...LOADER, ...CORE].toSorted());
  const sum = bytes(server, asked);
  assert.ok(sum <= MOST_UNTIL_THE_CHART, `${sum} bytes`);
});

test("while no goal is near the viewport, a page loads only the loader", async () => {
  const asked = await requested(browser, server, FAR);
  assert.deepEqual(asked.toSorted(), LOADER);
  const sum = bytes(server, asked);
  assert.ok(sum <= MOST_WHILE_FAR, `${sum} bytes`);
});

test("preloaded files are used: nothing is loaded twice", async () => {
  const asked = await requested(browser, server, EAGER);
  assert.deepEqual(asked.toSorted(), [...LOADER, ...CORE].toSorted());
});

test("a hundred widgets share one instance and one request for it, contact no other host, and do not move", async () => {
  const { instances, frames, foreign, requests } = await sharing(browser, server, 100);
  assert.deepEqual({ instances, frames, foreign }, { instances: 1, frames: 0, foreign: 0 });
  assert.deepEqual(requests.toSorted(), [...LOADER, ...CORE].toSorted());
});

test("widgets that come near at the same time are drawn in several tasks, with time for the page in between", async () => {
  const page = await browser.newPage();
  await page.addInitScript(everythingIsNear);
  await page.addInitScript(() => {
    window.tasks = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) window.tasks.push({ startTime, duration });
    }).observe({ type: "longtask" });
    // Each task takes this long on any machine.
    addEventListener("goalpost:drawn", () => {
      const end = performance.now() + 10;
      while (performance.now() < end);
    });
  });
  await page.goto(server.url + manyGoals(100));
  await page.waitForFunction(() => document.querySelectorAll("goal-post[data-state=drawn]").length === 100);
  // Tasks are reported late and in order: once the test's own task is reported, all earlier ones are.
  const from = await page.evaluate(() => {
    const from = performance.now();
    setTimeout(() => {
      while (performance.now() < from + 200);
    });
    return from;
  });
  await page.waitForFunction((from) => window.tasks.some(({ startTime }) => startTime >= from), from);
  const tasks = await page.evaluate(() => window.tasks);
  const longest = Math.max(...tasks.filter(({ startTime }) => startTime < from).map(({ duration }) => duration));
  assert.ok(longest < 500, `a task of ${longest} ms, of more than 1,000 in all`);
  await page.close();
});

test("a page with a hundred new widgets is not laid out for each of them", async () => {
  const layouts = await visit(browser, server.url + EMPTY, laidOut, { prepare: [everythingIsNear] });
  assert.ok(layouts < 60, `${layouts} times`);
});

/** The number of layouts of the page until a hundred widgets are drawn. */
async function laidOut(page, chromium) {
  const before = (await metrics(chromium)).LayoutCount;
  await page.evaluate((posts) => (document.body.innerHTML = posts), lazy.embed(goal(5)).repeat(100));
  await page.waitForFunction(() => document.querySelectorAll("goal-post[data-state=drawn]").length === 100);
  return (await metrics(chromium)).LayoutCount - before;
}

test("a static figure is in the page at its first paint, before any script", async () => {
  assert.ok(await figureAtFirstPaint(browser, server));
});
