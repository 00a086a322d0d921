// The page does not move, neither while a goal is loaded and drawn nor when its box changes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readFileSync } from "node:fs";
import { blog } from "./blog.mjs";
import { layoutShifts } from "./waits.mjs";

const site = blog();

/** Runs before the page's scripts: counts errors, and records the frames in which something is drawn. */
function count() {
  window.loops = 0;
  window.draws = [];
  addEventListener("error", ({ message }) => /ResizeObserver loop/.test(message) && window.loops++);
  let frame = 0;
  const tick = () => {
    frame++;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  // Each drawing sets the transform once.
  const { setTransform } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.setTransform = function (...given) {
    window.draws.push(frame);
    return setTransform.apply(this, /** @type {any} */ (given));
  };
}

const prepare = (page) => page.addInitScript(count);

/** Delays the scripts until the page has been painted without the widget. */
async function slowly(page) {
  for (const file of ["**/goalpost.js", "**/*.wasm"]) {
    await page.route(file, async (route) => {
      // A page that closes in the meantime needs no script.
      await page.waitForFunction(() => performance.getEntriesByName("first-paint").length > 0).catch(() => {});
      await route.continue();
    });
  }
}

for (const address of [
  "2019/goal-jam/",
  "2019/phantom-traffic-jam/",
  "embeds/element/",
  "embeds/script/",
  "embeds/fence/",
  "embeds/many/",
]) {
  for (const width of [360, 820]) {
    test(`${address} at ${width} px: nothing moves from the first paint to the picture`, async () => {
      const { page, close } = await site.open(address, { viewport: { width, height: 900 }, prepare: slowly });
      await page.evaluate(() => document.fonts.ready);
      const shifts = await layoutShifts(page);
      const sum = shifts.reduce((sum, { value }) => sum + value, 0);
      assert.equal(sum.toFixed(3), "0.000", JSON.stringify(shifts));
      await close();
    });
  }
}

test("the reserved room is what the picture and its words take", async () => {
  for (const width of [300, 360, 559, 561, 820]) {
    const { page, close } = await site.open("embeds/element/", { viewport: { width: width + 32, height: 900 } });
    const { room, host, slack } = await page.evaluate(() => {
      const post = document.querySelector("goal-post");
      const room = parseFloat(getComputedStyle(post, "::before").paddingBottom);
      const fold = post.shadowRoot.querySelector("summary").getBoundingClientRect().bottom;
      const { height, bottom } = post.getBoundingClientRect();
      return { room, host: height, slack: bottom - fold };
    });
    assert.ok(Math.abs(host - room) < 1, `at ${width}: ${host} of ${room}`);
    assert.ok(slack >= 0 && slack <= 24, `at ${width}: ${slack} px below the fold`);
    await close();
  }
});

test("the picture takes the room that the words leave: nothing is blank, and nothing moves", async () => {
  const gallery = JSON.parse(readFileSync(new URL("../../www/demo/_data/gallery.json", import.meta.url), "utf8"));
  const { page, close } = await site.open("embeds/element/", { viewport: { width: 700, height: 900 } });
  for (const width of [240, 280, 320, 360, 420, 480, 559]) {
    const free = await page.evaluate(
      async ([width, goals]) => {
        const post = document.querySelector("goal-post");
        post.style.width = `${width}px`;
        post.lang = "en";
        const free = [];
        for (const goal of goals) {
          post.querySelector("script").textContent = JSON.stringify({ ...goal, lang: "en" });
          const drawn = new Promise((resolve) => post.addEventListener("goalpost:drawn", resolve, { once: true }));
          post.refresh();
          await drawn;
          const room = parseFloat(getComputedStyle(post, "::before").paddingBottom);
          free.push(room - post.shadowRoot.querySelector(".goal").getBoundingClientRect().height);
        }
        return free;
      },
      [width, gallery.filter(({ goal }) => goal.view !== "compact").map(({ goal }) => goal)],
    );
    assert.ok(free.length >= 10);
    assert.ok(Math.min(...free) >= 0 && Math.max(...free) <= 24, `at ${width}: ${free}`);
  }
  await close();
});

test("a fenced block that cannot be drawn takes only the room of its words", async () => {
  const { page, close } = await site.open("embeds/fence/", { viewport: { width: 360, height: 900 } });
  const height = () => page.locator("goal-post").evaluate((post) => post.getBoundingClientRect().height);
  assert.ok((await height()) > 500, "drawn, it takes its room");
  await page.evaluate(() => {
    const post = document.querySelector("goal-post");
    post.querySelector("code").textContent = '{ "plannd": [1] }';
    post.refresh();
  });
  await page.waitForFunction(() => document.querySelector("goal-post").dataset.state === "error");
  assert.ok((await height()) < 160, `${await height()} px`);
  await close();
});

test("two hundred widths cause no loop, and at most one drawing a frame", async () => {
  const { page, said, close } = await site.open("embeds/element/", { viewport: { width: 1000, height: 900 }, prepare });
  const { draws, widths } = await page.evaluate(async () => {
    const post = document.querySelector("goal-post");
    const frame = () => new Promise(requestAnimationFrame);
    post.style.width = "900px";
    await frame();
    await frame();
    const before = window.draws.length;
    const widths = new Set();
    for (let step = 0; step < 200; step++) {
      post.style.width = `${900 - 3 * step}px`;
      await frame();
      await frame();
      widths.add(post.shadowRoot.querySelector("canvas").style.width);
    }
    return { draws: window.draws.slice(before), widths: widths.size };
  });
  assert.equal(await page.evaluate(() => window.loops), 0, "ResizeObserver loop errors");
  assert.equal(widths, 200, "it was drawn at every width");
  assert.equal(new Set(draws).size, draws.length, "no two drawings in one frame");
  assert.deepEqual(said, { errors: [], warnings: [], thrown: [] });
  await close();
});

test("without a script the table does not widen a narrow page", async () => {
  const { page, close } = await site.open("2019/goal-jam/", {
    viewport: { width: 360, height: 800 },
    javaScriptEnabled: false,
  });
  const table = await page.locator("goal-post > figure").boundingBox();
  assert.ok(table.x >= 0 && table.x + table.width <= 360, JSON.stringify(table));
  assert.ok(table.height > 100, "and it is all there");
  // A word or date that breaks makes a row higher, and a note with one word a line makes it higher than the screen.
  const heights = await page
    .locator("goal-post > figure table tbody tr")
    .evaluateAll((rows) => rows.map((row) => row.offsetHeight));
  assert.ok(heights.length === 5 && Math.max(...heights) <= 110, `rows of ${heights} px`);
  const next = await page.locator("goal-post ~ p").first().boundingBox();
  assert.ok(next.y - table.y - table.height >= 8, "the text after it stands apart");
  await close();
});
