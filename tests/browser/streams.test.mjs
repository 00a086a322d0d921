// Pages that arrive in pieces, with a script that runs before they are whole: a goal is read once all of it is there.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { once } from "node:events";
import { after, before, test } from "node:test";
import { readFileSync } from "node:fs";
import { toElement } from "../../dist/index.js";
import { launch } from "../../www/tools/browser.mjs";
import { frames } from "./waits.mjs";

const dist = (name) => readFileSync(new URL(`../../dist/${name}`, import.meta.url));
const TYPES = { css: "text/css", js: "text/javascript", wasm: "application/wasm" };

/** What is in the head of each page. */
const SCRIPTS = {
  "an async module": '<script type="module" async src="/goalpost.js"></script>',
  "a module": '<script type="module" src="/goalpost.js"></script>',
  "a classic script without defer": '<script src="/goalpost.standalone.js"></script>',
};

const json = (title) => `{ "title": "${title}", "planned": [6, 8¦, 6, 4], "done": [6, 6, 6, 2] }`;
const still = (title) =>
  toElement({ title, planned: [6, 8], done: [6, 6] }).replace("<goal-post", '<goal-post load="eager"');
/** Every form of an embed, cut at `¦`; the last one never ends. */
const BODY = [
  `<p>Begun</p>¦<goal-post>¦<script type="application/json">${json("In an element")}</script>¦</goal-post>`,
  `<p>First</p>¦<script type="application/json" data-goalpost>${json("In a script")}</script>¦<p>Second</p>`,
  `¦<pre><code class="language-goalpost">${json("In a block")}</code>¦</pre><p>Third</p>`,
  still("With a still").replace("</summary>", "</summary>¦"),
  '<p>Fourth</p>¦<goal-post from="#later"></goal-post><p>Fifth</p>',
  '¦<h2 id="later">A list</h2><h3>Week 1</h3><ul><li>[x] one</li>¦<li>[ ] two</li></ul>',
  `<p>Sixth</p>¦<goal-post><script type="application/json">${json("Without an end")}</script>`,
].join("\n");
const TITLES = ["In an element", "In a script", "In a block", "With a still", "A list", "Without an end"];

/** The page that is arriving. @type {import("node:http").ServerResponse} */
let arriving;
let server;
let browser;
before(async () => {
  server = createServer((request, response) => {
    const name = request.url.slice(1);
    if (name === "page.html") {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
      arriving = response;
    } else {
      response.writeHead(200, { "content-type": TYPES[name.split(".").at(-1)] }).end(dist(name));
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  browser = await launch();
});
after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

/** Runs in the page before it arrives. */
function keepEvents() {
  window.events = [];
  for (const type of ["goalpost:drawn", "goalpost:error"]) {
    addEventListener(type, ({ detail }) => window.events.push([type, detail.title ?? detail.problems[0].message]));
  }
}

for (const [what, script] of Object.entries(SCRIPTS)) {
  test(`goals are waited for in a page that arrives in pieces: ${what}`, async () => {
    const page = await browser.newPage({ viewport: { width: 800, height: 5_000 } });
    const said = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", ({ message }) => said.push(message));
    await page.addInitScript(keepEvents);
    const asked = once(server, "request");
    const going = page.goto(`http://127.0.0.1:${server.address().port}/page.html`, { waitUntil: "commit" });
    await asked;
    const head = `<!doctype html><html lang="en"><meta charset="utf-8"><title>T</title><link rel="icon" href="data:,">
      <link rel="stylesheet" href="/goalpost.css">${script}<body>`;
    for (const [at, piece] of (head + BODY).split("¦").entries()) {
      arriving.write(piece);
      if (at === 0) await going;
      // The last text of the piece has been read.
      const end = piece.split(/<[^>]*>/).findLast((text) => text.trim()) ?? "";
      await page.waitForFunction((end) => document.documentElement?.textContent.includes(end), end.trim());
      await frames(page);
    }
    arriving.end();
    await page.waitForFunction((count) => window.events.length >= count, TITLES.length);
    await frames(page);
    const events = await page.evaluate(() => window.events);
    assert.deepEqual(events.toSorted(), TITLES.map((title) => ["goalpost:drawn", title]).toSorted(), "each once");
    assert.deepEqual(said, []);
    await page.close();
  });
}
