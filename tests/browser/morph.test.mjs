// Pages whose content changes in place: by Turbo and similar libraries, by a framework, by a script.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import { report } from "../../www/tools/report.mjs";
import { blog } from "./blog.mjs";
import { element, page, script } from "./field.mjs";
import { frames } from "./waits.mjs";

const idiomorph = readFileSync(createRequire(import.meta.url).resolve("idiomorph/dist/idiomorph.js"), "utf8");

const goal = (title, done) => ({ title, planned: [6, 8, 6, 4], done });
const [OLD, NEW] = [goal("Before", [6, 6]), goal("After", [6, 6, 6, 2])];
const fence = (goal) => `<pre><code class="language-goalpost">${JSON.stringify(goal)}</code></pre>`;
const EMBEDS = { "24 script": script, "24b element": element, "24 fence": fence };
const body = (embed) => `<h1 id="h">v1</h1><p>Text.</p>${embed}<p id="end">End.</p>`;

const pages = { "idiomorph.js": idiomorph };
for (const [name, embed] of Object.entries(EMBEDS)) {
  pages[`${name.split(" ").at(-1)}.html`] = page(body(embed(OLD)), { head: `<script src="idiomorph.js"></script>` });
}
const site = blog({}, { name: "morph", pages });

const found = [];
after(() => report("morph", { title: "Data that change in place", columns: ["case", "how", "drawn"], rows: found }));

/** Makes a change in the page; returns the visible titles afterwards, and the number of goals. */
async function changed(page, change, given) {
  const drawn = page.evaluate(
    () =>
      new Promise((resolve) =>
        addEventListener("goalpost:drawn", (event) => resolve(/** @type {CustomEvent} */ (event).detail.title), {
          once: true,
        }),
      ),
  );
  await page.evaluate(change, given);
  const title = await drawn;
  await frames(page);
  return page.evaluate(
    (title) => ({
      title,
      seen: [...document.querySelectorAll("goal-post")].map((post) => [
        post.dataset.state,
        post.shadowRoot.querySelector("canvas").getAttribute("aria-label").includes(title),
      ]),
      order: [...document.body.children]
        .filter((node) => node.getClientRects().length > 0)
        .map(({ localName }) => localName),
    }),
    title,
  );
}

const ORDER = ["h1", "p", "goal-post", "p"];
const RIGHT = { title: "After", seen: [["drawn", true]], order: ORDER };

for (const [name, embed] of Object.entries(EMBEDS)) {
  const [number, kind] = name.split(" ");
  test(`data that a morph of the page changes are drawn: ${kind}`, async () => {
    const { page, said, close } = await site.open(`${kind}.html`);
    const html = `${body(embed(NEW)).replace("v1", "v2")}<script type="module" src="g/goalpost.js"></script>`;
    const morph = (html) => globalThis.Idiomorph.morph(document.body, html, { morphStyle: "innerHTML" });
    assert.deepEqual(await changed(page, morph, html), RIGHT);
    assert.equal(await page.locator("h1").textContent(), "v2");
    assert.deepEqual(said, { errors: [], warnings: [], thrown: [] });
    found.push([number, `morph: ${kind}`, true]);
    await close();
  });

  test(`data that a script changes in place are drawn: ${kind}`, async () => {
    const { page, close } = await site.open(`${kind}.html`);
    const set = (text) => {
      const post = document.querySelector("goal-post");
      const source = post.querySelector("pre, script[data-goalpost]") ? post.previousElementSibling : post;
      const walker = document.createTreeWalker(source, NodeFilter.SHOW_TEXT);
      walker.nextNode();
      walker.currentNode.nodeValue = text;
    };
    assert.deepEqual(await changed(page, set, JSON.stringify(NEW)), RIGHT);
    found.push([number, `a text node: ${kind}`, true]);
    await close();
  });

  test(`a rewritten part of the page is drawn again, once: ${kind}`, async () => {
    const { page, close } = await site.open(`${kind}.html`);
    const write = (html) => (document.body.innerHTML = html);
    assert.deepEqual(await changed(page, write, body(embed(NEW))), RIGHT);
    await page.evaluate(() => document.querySelector("p + *").remove());
    await frames(page);
    assert.equal(await page.locator("goal-post").count(), 0, "what is taken out takes its goal with it");
    found.push([number, `written anew: ${kind}`, true]);
    await close();
  });

  test(`a page restored as a copy of itself shows each goal once: ${kind}`, async () => {
    const { page, close } = await site.open(`${kind}.html`);
    const copy = () => document.body.replaceWith(document.body.cloneNode(true));
    assert.deepEqual(await changed(page, copy), { ...RIGHT, title: "Before" });
    found.push([number, `a copy of the page: ${kind}`, true]);
    await close();
  });
}

test("a goal that is moved by hand stays where it is put, also without its embed", async () => {
  const { page, close } = await site.open("script.html");
  await page.evaluate(() => {
    const box = document.createElement("section");
    box.append(document.querySelector("goal-post"));
    document.body.replaceChildren(box);
  });
  await frames(page);
  await page.waitForFunction(() => document.querySelector("section > goal-post")?.dataset.state === "drawn");
  assert.equal(await page.locator("goal-post").count(), 1);
  await close();
});

test("a goal that is taken out by hand stays out", async () => {
  const { page, close } = await site.open("script.html");
  await page.evaluate(() => document.querySelector("goal-post").remove());
  await frames(page);
  assert.equal(await page.locator("goal-post").count(), 0);
  await close();
});
