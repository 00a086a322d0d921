// Without WebAssembly, as in Lockdown Mode, or with a policy that forbids it, the page's own content stays.

import assert from "node:assert/strict";
import { test } from "node:test";
import { blog, printed, rows } from "./blog.mjs";

const site = blog({ args: ["--js-flags=--jitless", "--disable-gpu", "--no-sandbox"] });

async function assertStillStays(address) {
  const { page, said, close } = await site.open(address, { settled: "error" });
  assert.ok(await page.locator("goal-post > figure .gp-weeks").isVisible());
  await page.locator("goal-post > figure summary").click();
  assert.ok(await page.locator("goal-post > figure table").isVisible());
  assert.deepEqual(
    (await rows(page, "goal-post > figure table")).map((row) => row.slice(2, 8)),
    printed,
  );
  assert.equal(said.errors.filter((text) => text.startsWith("goalpost: ")).length, 1, said.errors.join("\n"));
  assert.deepEqual(said.thrown, []);
  await close();
}

test("without WebAssembly a reader sees the post's still, and opens its table", async () => {
  const { page, close } = await site.open("2019/goal-jam/", { settled: null });
  assert.equal(await page.evaluate(() => typeof WebAssembly), "undefined", "this browser has none");
  await close();
  await assertStillStays("2019/goal-jam/");
});

test("the same if the page's policy forbids compiling it", () => assertStillStays("embeds/csp-no-wasm/"));
