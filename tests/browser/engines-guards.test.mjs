// Faults, patched pages and policies in Firefox and WebKit: what guards.mjs promises holds in each engine that can show it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { toElement } from "../../dist/index.js";
import { report } from "../../www/tools/report.mjs";
import { engines } from "../../www/tools/webdriver.mjs";
import { running } from "./engines.mjs";
import { html, served } from "./pages.mjs";

const GOAL = { title: "Kubernetes", unit: "lectures", planned: [6, 8, 6, 4], done: [6, 6, 6, 2] };
const one = toElement(GOAL).replace("<goal-post", '<goal-post load="eager"');
const STRICT = [
  "default-src 'none'; img-src data:; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'",
  "require-trusted-types-for 'script'; trusted-types 'none'",
].join("; ");
const embed = `<script type="application/json" data-goalpost>${JSON.stringify(GOAL)}</script>`;
/** A page in which this runs before anything else. @param {() => void} code */
const patched = (code, body = one) => html(body, { head: `<script>(${code})();</script>` });

/** All of so many goals are drawn, or can be read; no violation, nothing thrown. */
const DRAWN = /^(drawn,?)+; 0; ; $/;
const READ = /^error; 0; ; $/;
/** At most one of ten is not drawn. */
const NINE = /^(?!.*error.*error)((drawn|error),?){10}; 0; ; $/;

/**
 * Each page, the guards that it shows, the number of its goals, and how they end.
 * @type {Record<string, [ids: string, page: string, count: number, expected: RegExp]>}
 */
const PAGES = {
  strict: ["X8", html(embed + one, { policy: STRICT }), 2, DRAWN],
  closed: [
    "R21 X10",
    patched(() => {
      const { attachShadow } = Element.prototype;
      Element.prototype.attachShadow = function (init) {
        return attachShadow.call(this, { ...init, mode: "closed" });
      };
    }),
    1,
    DRAWN,
  ],
  enumerable: ["R21", patched(() => void Object.assign(Object.prototype, { extend: 1, view: "burnup" })), 1, DRAWN],
  toJSON: ["R21", patched(() => void Object.assign(Array.prototype, { toJSON: () => "patched" })), 1, DRAWN],
  "no canvas": ["R21", patched(() => void (HTMLCanvasElement.prototype.getContext = () => null)), 1, READ],
  "no observers": ["R21", patched(() => void Reflect.deleteProperty(window, "ResizeObserver")), 1, READ],
  "a fault": [
    "R1",
    patched(() => {
      const { fillRect } = CanvasRenderingContext2D.prototype;
      let calls = 0;
      CanvasRenderingContext2D.prototype.fillRect = function (...given) {
        if (++calls === 40) throw new Error("a fault");
        return fillRect.apply(this, given);
      };
    }, one.repeat(10)),
    10,
    NINE,
  ],
  "an early script": [
    "R7",
    html(`${one}${embed}<p>End</p>`, { head: '<script src="/goalpost/goalpost.standalone.js"></script>' }),
    2,
    DRAWN,
  ],
  copies: [
    "R20",
    html(one, { head: '<script type="module" async src="/goalpost/goalpost.inline.js"></script>' }),
    1,
    DRAWN,
  ],
};

const site = served(
  "engines-guards",
  Object.fromEntries(Object.values(PAGES).map(([, page], at) => [`${at}.html`, page])),
);
/** @type {string[][]} */
const rows = Object.entries(PAGES).map(([name, [ids]]) => [name, ids]);

/**
 * Runs in the page: how its goals ended, once all have, in texts, which no patch of the page changes on their way.
 * @param {number} count
 */
function readings(count) {
  const posts = [...document.querySelectorAll("goal-post")];
  const states = posts.map(({ dataset }) => dataset.state);
  posts.find(({ dataset }) => dataset.state === "loading")?.scrollIntoView();
  if (states.length < count || states.some((state) => state !== "drawn" && state !== "error")) return null;
  const failed = posts.filter(({ dataset }) => dataset.state === "error");
  const unread = failed.filter((post) => post.querySelector(".goalpost-still").clientHeight < 50).length;
  return [states, unread, window.violations, window.thrown].map(String).join("; ");
}

for (const [engine, capabilities] of Object.entries(engines)) {
  const run = running(capabilities);
  for (const [at, [name, [ids, , count, expected]]] of Object.entries(PAGES).entries()) {
    test(`${engine}: ${ids}: ${name}`, { skip: run.skip }, async () => {
      rows[at][engine === "Firefox" ? 2 : 3] = "no";
      await run.driver.get(`${site.url}${at}.html`);
      const read = () => run.driver.executeScript(readings, count);
      const found = await run.driver.wait(read, 20_000, "goals have not ended");
      assert.match(found, expected);
      rows[at][engine === "Firefox" ? 2 : 3] = "yes";
    });
  }
}

test("what each engine shows stands in the report", () => {
  const columns = ["page", "guards", ...Object.keys(engines)];
  report("engines-guards", {
    title: "Guards in other engines",
    columns,
    rows: rows.map((row) => [...row, "", ""].slice(0, 4)),
  });
});
