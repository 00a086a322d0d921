// Boxes of every kind around a goal: the goal has the size of its layout box, ends up drawn, and runs no timer.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { report } from "../../www/tools/report.mjs";
import { blog } from "./blog.mjs";
import { element, page, script } from "./field.mjs";
import { frames, widthsFollow } from "./waits.mjs";

const ZOOM = `@keyframes zoom { from { opacity: 0; transform: scale3d(.3, .3, .3) } 50% { opacity: 1 } }`;
const box = (style, content = script()) => `<div style="${style}">${content}</div>`;

/**
 * Case, the box, the body of the page, the least and the largest width of the picture in a window of 800 px, a style.
 * @type {[string, string, string, number, number, string?][]}
 */
const BOXES = [
  [
    "18",
    "a centred column",
    box("display: flex; flex-direction: column; align-items: center", `<p>a</p>${script()}`),
    752,
    752,
  ],
  [
    "18",
    "a centred column, an element",
    box("display: flex; flex-direction: column; align-items: center", element()),
    752,
    752,
  ],
  ["18", "a centred grid", box("display: grid; justify-items: center"), 752, 752],
  ["18c", "a float", box("float: left"), 752, 752],
  ["18c", "a box placed by itself", box("position: absolute; left: 100px"), 600, 700],
  ["18", "a box as wide as its content", box("width: fit-content"), 752, 752],
  ["18", "a box as wide as the smallest of its content", box("width: min-content"), 240, 240],
  ["18", "an inline block", box("display: inline-block"), 752, 752],
  [
    "18",
    "a row with an image",
    box("display: flex", `<i style="width: 300px; flex: none">image</i>${element()}`),
    452,
    452,
  ],
  ["18", "a narrow row", box("display: flex; width: 300px", `<i style="width: 200px">image</i>${element()}`), 240, 260],
  ["18", "a cell of a table", `<table><tr><td>Text</td><td>${script()}</td></tr></table>`, 400, 752],
  ["19", "a box drawn at half its size", box("transform: scale(.5); transform-origin: 0 0; width: 720px"), 720, 720],
  [
    "19b",
    "a card that zooms in",
    `<div class="card">${script()}</div>`,
    720,
    720,
    `${ZOOM} .card { width: 720px; animation: zoom .3s both }`,
  ],
  [
    "19d",
    "a scaled slide",
    box(
      "width: 960px; height: 700px; transform: scale(.7); transform-origin: 0 0; position: absolute",
      `<section>${script()}</section>`,
    ),
    960,
    960,
  ],
  ["19", "a page that is zoomed by CSS", box("zoom: .5; width: 720px"), 720, 720],
];

const pages = Object.fromEntries(BOXES.map(([, , body, , , style = ""], at) => [`${at}.html`, page(body, { style })]));
pages["modal.html"] = page(`<dialog><div class="card">${element()}</div></dialog>`, {
  style: `dialog { width: 90%; max-width: none; padding: 0; border: 0 } .card { width: 10px; margin: auto }
    dialog[open] .card { width: 600px; transition: width .3s } @starting-style { dialog[open] .card { width: 10px } }`,
});
/** A theme's rules for paragraphs, and the distance between its paragraphs. @type {[string, string, number][]} */
const THEMES = [
  ["a browser's own", "", 16],
  ["paragraphs with a margin below", "p { margin: 0 0 15px }", 15],
  ["paragraphs with a margin above", "p { margin: 1.25em 0 0 }", 20],
  ["a reset of every margin", "* { margin: 0 } p { margin-bottom: 1rem }", 16],
];
const BLOCKS = {
  script: script(),
  element: element(),
  fence: `<pre><code class="language-goalpost">{ "planned": [6, 8], "done": [6, 6] }</code></pre>`,
  compact: element({ planned: [6, 8], done: [6, 6] }, 'view="compact"'),
};
for (const [at, [, style]] of THEMES.entries()) {
  for (const [name, block] of Object.entries(BLOCKS)) {
    pages[`margin-${at}-${name}.html`] = page(`<p>Before.</p>${block}<p>After.</p>`, { style });
  }
}
pages["margin-error.html"] = page(`<p>Before.</p>${element({ plannd: 1 })}<p>After.</p>`, { style: "p { margin: 0 }" });
const site = blog({}, { name: "boxes", pages });

const found = [];
after(() => report("boxes", { title: "Boxes", columns: ["case", "what", "right", "px"], rows: found }));

/** Counts running timers and intervals. */
const countTimers = (page) =>
  page.addInitScript(() => {
    window.timers = new Set();
    const { clearTimeout: stop, setTimeout: later, setInterval } = window;
    const counted = (call, ms) => {
      const id = later(() => (window.timers.delete(id), call()), ms);
      window.timers.add(id);
      return id;
    };
    const repeated = (call, ms) => {
      const id = setInterval(call, ms);
      window.timers.add(id);
      return id;
    };
    const cleared = (id) => {
      window.timers.delete(id);
      stop(id);
    };
    Object.assign(window, { clearTimeout: cleared, setTimeout: counted, setInterval: repeated });
  });

for (const [at, [name, what, , least, most]] of BOXES.entries()) {
  test(`a goal has the width of its layout box: ${what}`, async () => {
    const row = [name, what, false, ""];
    found.push(row);
    const { page, said, close } = await site.open(`${at}.html`, {
      viewport: { width: 800, height: 900 },
      prepare: countTimers,
    });
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
    await widthsFollow(page);
    await frames(page);
    const { width, shown, height, timers } = await page.evaluate(() => {
      const host = document.querySelector("goal-post");
      const canvas = host.shadowRoot.querySelector("canvas");
      const { width, height } = canvas.style;
      return {
        width: parseFloat(width),
        shown: canvas.offsetWidth,
        height: parseFloat(height),
        timers: window.timers.size,
      };
    });
    row[3] = width;
    assert.ok(width >= least && width <= most, `${width} px`);
    assert.ok(Math.abs(shown - width) < 1, `${shown} px of it are seen`);
    assert.ok(height >= 300, `${height} px high`);
    assert.equal(timers, 0, "timers are running");
    assert.deepEqual(said.thrown, []);
    row[2] = true;
    await close();
  });
}

test("a goal grows with its dialog, and then rests", async () => {
  const { page, close } = await site.open("modal.html", { settled: null, prepare: countTimers });
  await page.evaluate(() => document.querySelector("dialog").showModal());
  await page.waitForFunction(() => document.querySelector("goal-post").dataset.state === "drawn");
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
  await widthsFollow(page);
  assert.equal(await page.evaluate(() => document.querySelector("goal-post").clientWidth), 600);
  await frames(page, 30);
  assert.equal(await page.evaluate(() => window.timers.size), 0);
  found.push(["19", "a dialog that grows", true, 600]);
  await close();
});

for (const [at, [theme, , margin]] of THEMES.entries()) {
  test(`a goal has the margins of paragraphs: ${theme}`, async () => {
    for (const name of Object.keys(BLOCKS)) {
      const { page, close } = await site.open(`margin-${at}-${name}.html`);
      const distances = async () =>
        page.evaluate(() => {
          const [before, after] = document.querySelectorAll("body > p");
          const goal = document.querySelector("goal-post").getBoundingClientRect();
          return [goal.top - before.getBoundingClientRect().bottom, after.getBoundingClientRect().top - goal.bottom];
        });
      for (const state of ["closed", "open"]) {
        const [above, below] = await distances();
        for (const distance of [above, below]) {
          assert.ok(
            distance >= Math.min(margin, 16) && distance <= Math.max(margin, 16),
            `${name}, ${state}: ${distance} px`,
          );
        }
        if (name === "compact") break;
        await page.evaluate(
          () => (document.querySelector("goal-post").shadowRoot.querySelector("details").open = true),
        );
      }
      await close();
    }
  });
}

test("error messages have these margins too", async () => {
  const { page, close } = await site.open("margin-error.html", { settled: "error" });
  const below = await page.evaluate(() => {
    const [, after] = document.querySelectorAll("body > p");
    return after.getBoundingClientRect().top - document.querySelector("goal-post").getBoundingClientRect().bottom;
  });
  assert.equal(below, 16);
  await close();
});
