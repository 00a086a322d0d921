// No test waits for time: such a test fails on a busy machine, and is slow on any other.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { parse } from "acorn";
import { full } from "acorn-walk";

/** The calls in a program that wait for time: of Playwright, of Selenium, and of the page's or Node's own timers. */
function sleeps(code) {
  const found = [];
  full(parse(code, { ecmaVersion: "latest", sourceType: "module" }), (node) => {
    if (node.type !== "CallExpression") return;
    const { callee, arguments: given } = /** @type {any} */ (node);
    const name = callee.property?.name ?? callee.name;
    // Without a delay, a timer only ends the current task.
    const isTimer = name === "setTimeout" && given.length > 1;
    const isPause = ["waitForTimeout", "sleep"].includes(name);
    if (isTimer || isPause) found.push(code.slice(node.start, node.end));
  });
  return found;
}

test("pauses are found, in every form", () => {
  assert.deepEqual(sleeps("await page.waitForTimeout(100); setTimeout(done); driver.sleep(20)"), [
    "page.waitForTimeout(100)",
    "driver.sleep(20)",
  ]);
  assert.deepEqual(sleeps("await new Promise((resolve) => setTimeout(resolve, wait))"), ["setTimeout(resolve, wait)"]);
});

for (const folder of ["browser", "npm", "tools"]) {
  const here = new URL(`../${folder}/`, import.meta.url);
  for (const name of readdirSync(here).filter((name) => name.endsWith(".mjs"))) {
    test(`${folder}/${name} waits for states only`, () => {
      assert.deepEqual(sleeps(readFileSync(new URL(name, here), "utf8")), []);
    });
  }
}
