// The strictest policy that a page can have, and the boxes, documents and moments in which a goal may find itself.

import assert from "node:assert/strict";
import { test } from "node:test";
import { toElement } from "../../dist/index.js";
import { html, pages, post, state } from "./pages.mjs";
import { frames, watchDrawings } from "./waits.mjs";

const GOAL = { title: "Kubernetes", unit: "lectures", planned: [6, 8, 6, 4], done: [6, 6, 6, 2] };
const EAGER = 'load="eager"';
const still = toElement(GOAL).replace("<goal-post", `<goal-post ${EAGER}`);

const STRICT = [
  "default-src 'none'; img-src data:; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'",
  "require-trusted-types-for 'script'; trusted-types 'none'",
].join("; ");
const FORMS = `
  ${still}
  ${post(GOAL, EAGER)}
  <script type="application/json" data-goalpost data-load="eager">${JSON.stringify(GOAL)}</script>
  <pre><code class="language-goalpost">${JSON.stringify(GOAL)}</code></pre>
  <goal-post src="/goal.json" ${EAGER}></goal-post>
  <h2 id="goals">Goals</h2><h3>Week 1</h3><ul><li>[x] one</li><li>[ ] two</li></ul>
  <goal-post from="#goals" ${EAGER}></goal-post>
  <goal-post from="#nowhere" ${EAGER}></goal-post>
  ${post({ plannd: [1] }, EAGER)}`;

/** What stands around a goal, or is its own style. */
const AROUND = {
  "display: flex around it": [`<div style="display: flex">`, ""],
  "display: grid around it": [`<div style="display: grid; grid-template-columns: auto 1fr">`, ""],
  "display: inline-flex around it": [`<div style="display: inline-flex">`, ""],
  "display: table-cell around it": [`<div style="display: table-cell">`, ""],
  "display: contents around it": [`<div style="display: contents">`, ""],
  "columns around it": [`<div style="columns: 2">`, ""],
  "contain: strict around it": [`<div style="contain: strict; height: 500px">`, ""],
  "contain: strict of its own": ["<div>", "contain: strict"],
  "contain: size of its own": ["<div>", "contain: size"],
  "content-visibility: auto of its own": ["<div>", "content-visibility: auto"],
  "display: flex of its own": ["<div>", "display: flex"],
  "display: inline of its own": ["<div>", "display: inline"],
  "display: contents of its own": ["<div>", "display: contents"],
  "vertical writing around it": [`<div style="writing-mode: vertical-rl">`, ""],
  "vertical writing to the right": [`<div style="writing-mode: vertical-lr">`, ""],
  "vertical writing of its own": ["<div>", "writing-mode: vertical-rl"],
  "width 0 around it": [`<div style="width: 0">`, ""],
  "width 0 of its own": ["<div>", "width: 0"],
  "max-width 0 of its own": ["<div>", "max-width: 0"],
  "width 1px around it": [`<div style="width: 1px">`, ""],
  "min-content around it": [`<div style="width: min-content">`, ""],
  "fit-content of its own": ["<div>", "width: fit-content"],
  "a float": ["<div>", "float: left"],
  "no flow": [`<div style="position: relative; height: 500px">`, "position: absolute"],
  "height 0 of its own": ["<div>", "height: 0"],
  "a scaled box": [`<div style="transform: scale(0.5)">`, ""],
  zoom: [`<div style="zoom: 1.37">`, ""],
  "right to left": [`<div dir="rtl">`, ""],
};
const boxed = Object.values(AROUND).map(
  ([around, own]) =>
    `<section style="height: 900px">${around}${still.replace("<goal-post", `<goal-post style="${own}"`)}</div></section>`,
);

const XHTML = `<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Goals</title><link rel="icon" href="data:," />
<link rel="stylesheet" href="/goalpost/goalpost.css" /><script src="/watch.js"></script></head>
<body><goal-post load="eager"><script type="application/json">${JSON.stringify(GOAL)}</script></goal-post>
<pre><code class="language-goalpost">${JSON.stringify(GOAL)}</code></pre>
<script type="application/json" data-goalpost="">${JSON.stringify(GOAL)}</script>
<script src="/goalpost/goalpost.standalone.js"></script></body></html>`;

const site = pages("trust", {
  "goal.json": JSON.stringify(GOAL),
  "strict.html": html(FORMS, { policy: STRICT }),
  "boxes.html": html(boxed.join("\n")),
  "one.html": html(`${still}<iframe title="Another"></iframe>`),
  "page.xhtml": XHTML,
});
const TALL = { width: 800, height: 4_000 };

test("under the strictest policy with trusted types, all that a goal can do is no violation", async () => {
  const { page, said, close } = await site.open("strict.html", { viewport: TALL });
  // Playwright's own way to wait makes a violation.
  while ((await page.evaluate(() => window.events.length)) < 8) await frames(page);
  const drawn = await page.evaluate(() => window.events.filter(({ type }) => type === "goalpost:drawn").length);
  assert.equal(drawn, 6);
  await page.evaluate(() => {
    for (const { shadowRoot: root } of document.querySelectorAll("[data-state=drawn]")) {
      root.querySelector("details").open = true;
      const press = (key) =>
        root.querySelector(".slider").dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
      ["ArrowRight", "End", "Enter", "Escape"].forEach(press);
      root.querySelectorAll("button").forEach((button) => button.click());
    }
    document.documentElement.dataset.theme = "dark";
    dispatchEvent(new Event("beforeprint"));
    dispatchEvent(new Event("afterprint"));
  });
  await frames(page, 3);
  assert.deepEqual(await page.evaluate(() => window.violations), []);
  assert.equal(said.ours.length, 2, "what is wrong with two of them");
  assert.deepEqual([said.others, said.thrown], [[], []]);
  await close();
});

test("whatever box a goal is in, it can be read", async () => {
  const { page, said, close } = await site.open("boxes.html", { viewport: { width: 800, height: 30_000 } });
  await frames(page, 4);
  await page.waitForFunction(() => !document.querySelector("section:first-of-type goal-post[data-state=loading]"));
  const found = await page.evaluate(() =>
    [...document.querySelectorAll("goal-post")].map((post) => {
      const canvas = post.shadowRoot.querySelector("canvas");
      const shown = canvas ?? post.querySelector(".goalpost-still");
      const { width, height, x, y } = shown.getBoundingClientRect();
      const at = shown.checkVisibility() && document.elementFromPoint(x + width / 2, y + height / 2);
      return { state: post.dataset.state, width, height, isSeen: Boolean(at && post.contains(at)) };
    }),
  );
  const wrong = Object.keys(AROUND).filter((_, at) => {
    const { state, width, height, isSeen } = found[at];
    const least = state === "drawn" ? 119 : 50;
    return !(isSeen && width >= least && height >= 50);
  });
  assert.deepEqual(wrong, []);
  assert.deepEqual(said, { ours: [], others: [], thrown: [] });
  await close();
});

test("a context that the browser took away is drawn on again when it is given back", async () => {
  const { page, said, close } = await site.open("one.html", { prepare: (page) => page.addInitScript(watchDrawings) });
  await state(page, "drawn");
  await frames(page);
  const draws = await page.evaluate(() => {
    const before = window.drawings.length;
    const canvas = document.querySelector("goal-post").shadowRoot.querySelector("canvas");
    canvas.dispatchEvent(new Event("contextrestored"));
    return window.drawings.length - before;
  });
  assert.equal(draws, 1);
  assert.deepEqual(said, { ours: [], others: [], thrown: [] });
  await close();
});

test("a device ratio that changes alone, as between two screens, is followed", async () => {
  const prepare = (page) =>
    page.addInitScript(() => {
      const { matchMedia } = window;
      window.queries = [];
      window.matchMedia = (query) => {
        const list = matchMedia(query);
        window.queries.push(list);
        return list;
      };
    });
  const { page, close } = await site.open("one.html", { prepare });
  await state(page, "drawn");
  for (const ratio of [2, 1.25, 3, 1.5, 1]) {
    // A headless browser changes the ratio without telling the page, as a real one does, so this tells it.
    const backing = await page.evaluate((ratio) => {
      const before = devicePixelRatio;
      Object.defineProperty(window, "devicePixelRatio", { value: ratio, configurable: true });
      for (const list of window.queries) {
        const [, bound] = /\(min-resolution: ([\d.]+)dppx\)/.exec(list.media) ?? [];
        const isCrossed = bound && before >= Number(bound) !== ratio >= Number(bound);
        if (isCrossed) list.dispatchEvent(new Event("change"));
      }
      const canvas = document.querySelector("goal-post").shadowRoot.querySelector("canvas");
      return canvas.width / parseFloat(canvas.style.width);
    }, ratio);
    assert.ok(Math.abs(backing - ratio) < 0.01, `${backing} at ${ratio}`);
  }
  await close();
});

test("a goal that is moved into another document can be read there, and is drawn when it comes back", async () => {
  const { page, said, close } = await site.open("one.html");
  await state(page, "drawn");
  const there = await page.evaluate(async () => {
    const post = document.querySelector("goal-post");
    const other = document.querySelector("iframe").contentDocument;
    other.body.append(post);
    await new Promise((resolve) => setTimeout(resolve));
    const shown = post.shadowRoot.querySelector("canvas") ?? post.querySelector(".goalpost-still");
    const seen = [post.dataset.state, shown.getBoundingClientRect().height > 50];
    document.body.append(post);
    return seen;
  });
  assert.ok(there[1], `in the other document: ${there}`);
  await state(page, "drawn");
  await page.waitForFunction(() => document.querySelector("goal-post").shadowRoot.querySelector("canvas"));
  assert.deepEqual([said.others, said.thrown], [[], []]);
  assert.ok(said.ours.length <= 1);
  await close();
});

test("a page in XHTML draws all that a page in HTML does", async () => {
  const prepare = (page) =>
    page.route("**/page.xhtml", (route) => route.fulfill({ contentType: "application/xhtml+xml", body: XHTML }));
  const { page, said, close } = await site.open("page.xhtml", { prepare, viewport: TALL });
  await page.waitForFunction(() => window.events.length === 3);
  const found = await page.evaluate(() => [
    window.events.map(({ type }) => type),
    [...document.querySelectorAll("goal-post")].map(({ shadowRoot: root }) => root.querySelectorAll("tbody tr").length),
  ]);
  assert.deepEqual(found, [Array(3).fill("goalpost:drawn"), [4, 4, 4]]);
  assert.deepEqual(said, { ours: [], others: [], thrown: [] });
  await close();
});
