// After a thousand added and removed widgets, or ten thousand drawings of one, no memory is
// retained.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { everythingIsNear, memoryPages, mountAndUnmount, spy } from "../bench/own.mjs";
import { EMPTY, goal, writeOwn } from "../bench/pages.mjs";
import { launch } from "../../www/tools/browser.mjs";
import { serve } from "../../www/tools/serve.mjs";
import { frames } from "./waits.mjs";

/** The bytes that the engine may retain for compiled code; a leaked widget is 10 KB. */
const HEAP_NOISE = 300_000;

let server;
let browser;
before(async () => {
  const root = fileURLToPath(new URL("../../target/pages/leak", import.meta.url));
  writeOwn(root);
  server = await serve(root);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** A page without a goal, with its heap after garbage collection. */
async function open({ prepare }) {
  const page = await browser.newPage({ viewport: { width: 800, height: 900 } });
  for (const script of prepare) await page.addInitScript(script);
  await page.goto(server.url + EMPTY);
  const chromium = await page.context().newCDPSession(page);
  const held = async () => {
    // The next frame releases what the last one still shows.
    await frames(page);
    for (let again = 0; again < 3; again++) await chromium.send("HeapProfiler.collectGarbage");
    const { nodes, jsEventListeners: listeners } = await chromium.send("Memory.getDOMCounters");
    const { usedSize: heap } = await chromium.send("Runtime.getHeapUsage");
    return { nodes, listeners, heap };
  };
  return { page, held };
}

function assertBack(now, then, what) {
  assert.ok(now.nodes <= then.nodes, `${what}: ${now.nodes} nodes, ${then.nodes} before`);
  assert.ok(now.listeners <= then.listeners, `${what}: ${now.listeners} listeners, ${then.listeners} before`);
  assert.ok(now.heap <= then.heap + HEAP_NOISE, `${what}: ${now.heap} bytes of heap, ${then.heap} before`);
}

test("1,000 widgets and 10,000 drawings retain no memory, nodes or listeners", async () => {
  const { page, held } = await open({ prepare: [spy, everythingIsNear] });
  const comeAndGo = (count) => page.evaluate(`(${mountAndUnmount})(${JSON.stringify(goal(5))}, ${count})`);
  await comeAndGo(100);
  const [before, pages] = [await held(), await page.evaluate(memoryPages)];
  await comeAndGo(900);
  assert.equal(await page.evaluate(memoryPages), pages, "pages of the core's memory, at 1,000 and at 100");
  assertBack(await held(), before, "after 1,000 widgets");

  await page.evaluate(async (text) => {
    const post = document.createElement("goal-post");
    post.innerHTML = `<script type="application/json">${text}</script>`;
    const drawn = new Promise((resolve) => post.addEventListener("goalpost:drawn", resolve));
    document.body.append(post);
    await drawn;
  }, goal(5));
  /** Draws a number of times: a page that becomes visible has lost its pixels. Every tenth time the width differs. */
  const redraw = (count) =>
    page.evaluate((count) => {
      const post = document.querySelector("goal-post");
      const { setTransform } = CanvasRenderingContext2D.prototype;
      let draws = 0;
      CanvasRenderingContext2D.prototype.setTransform = function (...given) {
        draws++;
        return setTransform.apply(this, /** @type {any} */ (given));
      };
      for (let at = 0; at < count; at++) {
        if (at % 10 === 0) post.style.width = `${560 + (at % 200)}px`;
        document.dispatchEvent(new Event("visibilitychange"));
      }
      CanvasRenderingContext2D.prototype.setTransform = setTransform;
      return draws;
    }, count);
  await redraw(1_000);
  const [settled, settledPages] = [await held(), await page.evaluate(memoryPages)];
  let draws = 0;
  for (let part = 0; part < 10; part++) draws += await redraw(1_000);
  assert.equal(draws, 10_000);
  assert.equal(await page.evaluate(memoryPages), settledPages, "pages of the core's memory after 10,000 drawings");
  assertBack(await held(), settled, "after 10,000 drawings");

  await page.evaluate(() => document.querySelector("goal-post").remove());
  assertBack(await held(), before, "when the last one has gone");
  await page.close();
});

test("goals that leave the page before they come near are released", async () => {
  const { page, held } = await open({ prepare: [] });
  const passBy = (count) =>
    page.evaluate(async (count) => {
      document.body.style.paddingTop = "5000px";
      for (let at = 0; at < count; at++) {
        const post = document.body.appendChild(document.createElement("goal-post"));
        if (at % 50 === 0) await new Promise(requestAnimationFrame);
        post.remove();
      }
    }, count);
  await passBy(100);
  const before = await held();
  await passBy(1_000);
  assertBack(await held(), before, "after 1,000 that were never near");
  await page.close();
});
