// Authors and commenters may name elements as they like, and a named image, form or frame shadows a member of
// the document. The goal is drawn, or the page's own content stays readable, without exceptions.

import assert from "node:assert/strict";
import { test } from "node:test";
import { toElement } from "../../dist/index.js";
import { html, pages } from "./pages.mjs";

const NAMES = [
  ...["activeElement", "addEventListener", "adoptedStyleSheets", "baseURI", "body", "childNodes", "cookie"],
  ...["createElement", "createElementNS", "createTextNode", "currentScript", "defaultView", "documentElement"],
  ...["dispatchEvent", "firstChild", "fonts", "forms", "getElementById", "getRootNode", "head", "hidden", "images"],
  ...["implementation", "nodeType", "ownerDocument", "querySelector", "querySelectorAll", "readyState"],
  ...["removeEventListener", "scripts", "visibilityState"],
];
const GOAL = { title: "Kubernetes", unit: "lectures", planned: [6, 8, 6, 4], done: [6, 6, 6, 2] };
const named = (name) =>
  html(`<img name="${name}" alt="">${toElement(GOAL).replace("<goal-post", '<goal-post load="eager"')}`);
const site = pages("names", Object.fromEntries(NAMES.map((name) => [`${name}.html`, named(name)])));

/** Runs in the page: how the goal can be read. It uses the element's methods, which nothing can shadow. */
function reading() {
  /** @type {any} */
  const main = Document.prototype.getElementsByTagName.call(document, "goal-post")[0];
  const figure = main.querySelector(".goalpost-still");
  const canvas = main.shadowRoot?.querySelector("canvas");
  if (canvas && canvas.getBoundingClientRect().height > 100) return "drawn";
  const isSettled = main.dataset.state === "error";
  return isSettled && figure.getBoundingClientRect().height > 50 ? "fallback" : undefined;
}

for (const name of NAMES) {
  test(`an element of the page is called ${name}`, async () => {
    const { page, said, close } = await site.open(`${name}.html`);
    const found = await page.waitForFunction(reading);
    assert.match(String(await found.jsonValue()), /drawn|fallback/);
    assert.deepEqual(said.thrown, []);
    await close();
  });
}
