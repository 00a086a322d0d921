// Pages that change what everyone shares: prototypes, globals, tag names. A goal is drawn, or its own content is read.

import assert from "node:assert/strict";
import { test } from "node:test";
import { toElement } from "../../dist/index.js";
import { html, pages } from "./pages.mjs";
import { frames } from "./waits.mjs";

const GOAL = { title: "Kubernetes", unit: "lectures", planned: [6, 8, 6, 4], done: [6, 6, 6, 2] };
const json = JSON.stringify(GOAL);
const EAGER = '<goal-post load="eager"';
/** An element with a still, one with data alone, a script and a block. */
const body = [
  toElement(GOAL).replace("<goal-post", EAGER),
  `${EAGER}><p>A sentence.</p><script type="application/json">${json}</script></goal-post>`,
  `<script type="application/json" data-goalpost data-load="eager">${json}</script>`,
  `<pre><code class="language-goalpost">${json}</code></pre>`,
].join("\n");

/** What a page does before anything else, each run in the page. @type {Record<string, () => void>} */
const PATCHES = {
  "an enumerable property on Object.prototype": () => {
    Object.assign(Object.prototype, { extend: (one) => one, view: "burnup", path: "x", note: "x" });
  },
  "an enumerable property on Array.prototype": () => {
    Object.assign(Array.prototype, { remove: (one) => one, toJSON: () => "patched" });
  },
  "toJSON on Object and String": () => {
    Object.assign(Object.prototype, { toJSON: () => "patched" });
    Object.assign(String.prototype, { toJSON: () => "patched" });
  },
  "reduce, map and filter as Prototype.js has them": () => {
    Object.assign(Array.prototype, {
      /** @this {any[]} */
      reduce() {
        return this.length > 1 ? this : this[0];
      },
      entries() {
        return this;
      },
      includes() {
        return false;
      },
    });
  },
  "shadow roots that are always closed": () => {
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (init) {
      return attachShadow.call(this, { ...init, mode: "closed" });
    };
  },
  "no shadow roots": () => {
    Element.prototype.attachShadow = () => {
      throw new Error("not here");
    };
  },
  "no shadow roots at all": () => {
    Reflect.deleteProperty(Element.prototype, "attachShadow");
  },
  "a shadow root that shows nothing": () => {
    Object.defineProperty(Element.prototype, "shadowRoot", { get: () => null });
  },
  "a tag name that is taken": () => {
    customElements.define("goal-post", class extends HTMLElement {});
  },
  "no custom elements": () => {
    Object.defineProperty(window, "customElements", { value: undefined });
  },
  "no observers": () => {
    for (const name of ["IntersectionObserver", "ResizeObserver"]) Reflect.deleteProperty(window, name);
  },
  "observers that throw": () => {
    for (const name of ["IntersectionObserver", "ResizeObserver"]) {
      window[name] = class {
        constructor() {
          throw new Error("not here");
        }
      };
    }
  },
  "no canvas": () => {
    HTMLCanvasElement.prototype.getContext = () => null;
  },
  "no adopted style sheets": () => {
    Reflect.deleteProperty(Document.prototype, "adoptedStyleSheets");
    Reflect.deleteProperty(ShadowRoot.prototype, "adoptedStyleSheets");
    Reflect.deleteProperty(window, "CSSStyleSheet");
  },
  "console, fetch and timers of its own": () => {
    for (const name of ["error", "warn", "log"]) console[name] = () => {};
    const { fetch, setTimeout } = window;
    window.fetch = (...given) => fetch(...given);
    window.setTimeout = /** @type {any} */ ((...given) => setTimeout(.../** @type {[any]} */ (given)));
  },
};

/** All goals are near. */
const TALL = { width: 800, height: 4_000 };
const names = Object.keys(PATCHES);
const site = pages(
  "patched",
  Object.fromEntries(
    names.map((name, at) => [`${at}.html`, html(body, { head: `<script>(${PATCHES[name]})();</script>` })]),
  ),
);

/** Runs in the page: how each goal can be read: in a picture, or in its own content, which a reader sees. */
function reading() {
  const posts = [...document.getElementsByTagName("goal-post")];
  const found = posts.map((post) => {
    const [root] = window.roots.filter(({ host }) => host === post);
    const canvas = root?.querySelector("canvas");
    if (canvas && canvas.getBoundingClientRect().height > 100) return "drawn";
    const isSeen = (node) => node.checkVisibility() && node.getBoundingClientRect().height > 10;
    return [...post.children].some(isSeen) || [...(root?.children ?? [])].some(isSeen) ? "own" : "nothing";
  });
  const isLoading = posts.some(({ dataset }) => dataset.state === "loading");
  return isLoading ? undefined : found.join();
}

/** Where a picture cannot be: without shadow roots, canvases, sizes or style sheets of a widget's own. */
const UNDRAWN = /shadow roots$|shadow roots at all|taken|custom elements|observers|canvas|style sheets|reduce/;
/** Where there is no element at all: what it holds is shown as it stands, and data in a script are not. */
const UNDEFINED = /^no shadow roots|taken|custom elements/;

for (const [at, name] of names.entries()) {
  test(`a page with ${name}: every goal can be read`, async () => {
    const keepRoots = (page) =>
      page.addInitScript(() => {
        window.roots = [];
        const { attachShadow } = Element.prototype;
        Element.prototype.attachShadow = function (init) {
          const root = attachShadow.call(this, init);
          window.roots.push(root);
          return root;
        };
      });
    const { page, said, close } = await site.open(`${at}.html`, { prepare: keepRoots, viewport: TALL });
    await frames(page, 3);
    const found = String(await (await page.waitForFunction(reading)).jsonValue()).split(",");
    if (UNDEFINED.test(name)) found.splice(2, 1, "own");
    const expected = UNDRAWN.test(name) && !/closed/.test(name) ? "own" : "drawn";
    assert.deepEqual(new Set(found), new Set([expected]), found.join());
    const thrown = name.startsWith("no shadow roots") ? 4 : 0;
    assert.ok(said.thrown.length <= thrown && said.ours.length <= 1, JSON.stringify(said));
    await close();
  });
}

test("a second and a third copy of the script do no harm, and say so once", async () => {
  const copies = ["goalpost.js?second", "goalpost.inline.js"].map(
    (name) => `<script type="module" src="/goalpost/${name}"></script>`,
  );
  const prepare = (page) =>
    page.route("**/0.html", (route) => route.fulfill({ contentType: "text/html", body: html(body) + copies.join("") }));
  const { page, said, close } = await site.open("0.html", { prepare, viewport: TALL });
  await page.waitForFunction(() => window.events.length === 4);
  await frames(page, 3);
  const events = await page.evaluate(() => window.events.map(({ type }) => type));
  assert.deepEqual(events, Array(4).fill("goalpost:drawn"));
  assert.match(said.ours.join("\n"), /^goalpost: <goal-post> was defined before[^\n]*$/);
  assert.deepEqual([said.others, said.thrown], [[], []]);
  await close();
});
