// Changed files do not run, and files of two builds do not mix: the page's own content stays.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { toElement } from "../../dist/index.js";
import { html, pages, state } from "./pages.mjs";

const still = toElement({ title: "Kubernetes", unit: "lectures", planned: [6, 8, 6, 4], done: [6, 6, 6, 2] });
const dist = (name) => readFileSync(new URL(`../../dist/${name}`, import.meta.url));
const hash = createHash("sha384").update(dist("goalpost.core.js")).digest("base64");
const map = JSON.stringify({ integrity: { "/goalpost/goalpost.core.js": `sha384-${hash}` } });
const site = pages("integrity", {
  "still.html": html(still),
  "mapped.html": html(still, { head: `<script type="importmap">${map}</script>` }),
});

/** Opens the page with a file changed; resolves to the messages once the goal has failed. */
async function openWith(name, body, contentType, address = "still.html") {
  const prepare = (page) => page.route(`**/${name}`, (route) => route.fulfill({ body, contentType }));
  const { page, said, close } = await site.open(address, { prepare });
  await state(page, "error");
  assert.ok(await page.evaluate(() => document.querySelector(".goalpost-still").checkVisibility()));
  assert.equal(await page.evaluate(() => document.querySelector("goal-post").shadowRoot.querySelector("canvas")), null);
  assert.deepEqual(said.thrown, []);
  await close();
  return said.ours;
}

test("a module with one flipped byte does not run, wherever the byte is", async () => {
  const module = dist("goalpost.wasm");
  for (const share of [0.1, 0.35, 0.6, 0.85, 0.999]) {
    const changed = Buffer.from(module);
    changed[Math.floor(share * module.length)] ^= 1;
    const ours = await openWith("goalpost.wasm", changed, "application/wasm");
    assert.match(ours.join("\n"), /^goalpost: .*goalpost\.wasm is missing or of another build/);
  }
});

test("a script of the core from another build does not run this build's module", async () => {
  const script = dist("goalpost.core.js").toString();
  const other = script.replace(/sha256-[\w+/]{42}/, "sha256-ofAnotherBuild");
  assert.notEqual(other, script);
  const ours = await openWith("goalpost.core.js", other, "text/javascript");
  assert.match(ours.join("\n"), /^goalpost: .*goalpost\.core\.js is of another build$/);
});

test("with an import map's integrity the core's script runs unchanged, and not with a changed byte", async () => {
  const { page, close } = await site.open("mapped.html");
  await state(page, "drawn");
  await close();
  const script = dist("goalpost.core.js");
  const ours = await openWith("goalpost.core.js", `${script};`, "text/javascript", "mapped.html");
  assert.equal(ours.length, 1);
});
