// Prerendered pages in a browser: the command finds the same goals as the widget and reads the same numbers, and the
// widget replaces the still without moving the page.

import assert from "node:assert/strict";
import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch } from "../../www/tools/browser.mjs";
import { serve } from "../../www/tools/serve.mjs";
import { embedsIn } from "../../www/npm/cli/embeds.js";
import { treeOf } from "../../www/npm/cli/html.js";
import { layoutShifts } from "../browser/waits.mjs";
import { folderOf, goalpost } from "./command.mjs";
import { dist } from "./workshop.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const goal = (number) => `{ "title": "${number}", "planned": [6, 8, 6, 4], "done": [6, 6, 6, ${number}] }`;
const quoted = (number) => goal(number).replace(/"/g, "&quot;");

/** One embed of every kind, and elements that only look like one. */
const BODY = `
<script type="application/json" data-goalpost data-view="burnup">${goal(0)}</script>
<div class="highlight"><pre tabindex="0"><code class="language-goalpost" data-lang="goalpost">${quoted(1)}</code></pre></div>
<div class="language-goalpost highlighter-rouge"><div class="highlight"><pre class="highlight"><code>${goal(2)}\n</code></pre></div></div>
<div class="highlight-goalpost notranslate"><div class="highlight"><pre><span></span>${quoted(3)}\n</pre></div></div>
<figure class="highlight goalpost"><table><tr><td class="gutter"><pre><span class="line">1</span></pre></td><td class="code"><pre><span class="line">${quoted(4)}</span></pre></td></tr></table></figure>
<div class="language-goalpost highlighter-rouge"><div class="highlight"><pre class="highlight"><code><table class="rouge-table"><tbody><tr><td class="rouge-gutter gl"><pre class="lineno">1\n</pre></td><td class="rouge-code"><pre>${quoted(5)}\n</pre></td></tr></tbody></table></code></pre></div></div>
<pre class="shiki" data-language="goalpost"><code><span class="line">${quoted(6)}</span></code></pre>
<goal-post view="compact"><script type="application/json">${goal(7)}</script></goal-post>
<p>In a paragraph: <goal-post src="goal.json"></goal-post> and on.</p>
<goal-post from="#plan"></goal-post>
<h2 id="plan">Plan</h2>
<ul><li><input type="checkbox" checked> a</li><li><input type="checkbox"> b</li></ul>
<div class="goalpost">My own box of that name</div>
<template><goal-post><script type="application/json">${goal(90)}</script></goal-post></template>
<noscript><goal-post><script type="application/json">${goal(91)}</script></goal-post></noscript>
<!-- <goal-post><script type="application/json">${goal(92)}</script></goal-post> -->
<p>The end.</p>`;
const COUNT = 10;
const page = (body) => `<!doctype html>
<html lang="ko"><head><meta charset="utf-8"><title>Goals</title><link rel="stylesheet" href="goalpost.css"></head>
<body>${body}
<script type="module" src="goalpost.js"></script>
</body></html>
`;

const scripts = readdirSync(dist).filter((name) => /^goalpost\..*(?:js|css|wasm)$|^goalpost\.wasm$/.test(name));

/** Opens a page; returns the announcements of its goals, in the order of the page, and its layout shifts. */
async function opened(html, { width = 820, withCore = true } = {}) {
  const folder = folderOf({ "index.html": html, "goal.json": goal(8) });
  for (const name of scripts) cpSync(join(dist, name), join(folder, name));
  const server = await serve(folder);
  const view = await browser.newPage({ viewport: { width, height: 6_000 } });
  try {
    if (!withCore) await view.route(/\.(?:js|wasm)$/, (route) => route.abort());
    await view.addInitScript(() => {
      window.announced = new Map();
      addEventListener("goalpost:drawn", ({ target, detail }) => window.announced.set(target, detail));
      addEventListener("goalpost:error", ({ target, detail }) => window.announced.set(target, detail));
    });
    await view.goto(server.url);
    if (withCore) await view.waitForFunction((count) => window.announced.size === count, COUNT);
    return await view
      .evaluate(() =>
        [...document.querySelectorAll("goal-post")].map((post) => ({
          numbers: JSON.parse(JSON.stringify(window.announced.get(post) ?? null)),
          heightOfStill: post.querySelector("figure.goalpost-still")?.getBoundingClientRect().height ?? 0,
          height: post.getBoundingClientRect().height,
        })),
      )
      .then(async (goals) => ({ goals, shifts: withCore ? await layoutShifts(view) : [] }));
  } finally {
    await view.close();
    await server.close();
  }
}

const made = () => {
  const run = goalpost(["prerender", "."], { "index.html": page(BODY), "goal.json": goal(8) });
  assert.deepEqual([run.status, run.stderr, run.stdout], [0, "", `${COUNT} goals in 1 of 1 file, 1 written\n`]);
  return run.read("index.html");
};

test("the command finds the embeds that the widget draws, with the same numbers before and after", async () => {
  const found = embedsIn(treeOf(page(BODY)));
  assert.equal(found.length, COUNT);
  const [before, after] = [await opened(page(BODY)), await opened(made())];
  const numbers = ({ goals }) => goals.map(({ numbers }) => numbers);
  assert.deepEqual(numbers(after), numbers(before));
  for (const [at, { json }] of found.entries()) {
    if (json) assert.deepEqual(JSON.parse(json), JSON.parse(goal(at)), `goal ${at}`);
    assert.equal(numbers(after)[at].problems, undefined);
  }
  assert.deepEqual(
    numbers(after)
      .slice(0, 9)
      .map(({ title, lang }) => [title, lang]),
    Array.from({ length: 9 }, (_, at) => [String(at), "ko"]),
  );
});

for (const width of [360, 820]) {
  test(`at ${width} px the still has the widget's room, and the page does not move when it is drawn`, async () => {
    const html = made();
    const [still, drawn] = [await opened(html, { width, withCore: false }), await opened(html, { width })];
    assert.ok(
      still.goals.every(({ heightOfStill }) => heightOfStill > 50),
      JSON.stringify(still.goals),
    );
    assert.deepEqual(
      drawn.goals.map(({ height }) => Math.round(height)),
      still.goals.map(({ height }) => Math.round(height)),
    );
    assert.equal(
      drawn.shifts.reduce((sum, { value }) => sum + value, 0).toFixed(3),
      "0.000",
      JSON.stringify(drawn.shifts),
    );
  });
}

test("markup that a framework hydrates stays as the server wrote it", () => {
  const next = page(`<goal-post src="goal.json"></goal-post><script>self.__next_f.push([1, ""])</script>`);
  const whole = goalpost(["prerender", "."], { "index.html": next, "goal.json": goal(1) });
  assert.equal(whole.read("index.html"), next);
  const html = page(`<div id="__next"><pre><code class="language-goalpost">${goal(1)}</code></pre></div>`);
  const { status, stderr, read } = goalpost(["prerender", "."], { "index.html": html });
  assert.equal(status, 0);
  assert.equal(read("index.html"), html);
  assert.match(stderr, /^index\.html:3:\d+: left as it is: a framework takes over this part of the page/);
});
