// The folder for sites: the files that pages load, and nothing that a builder would publish as a page.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { unzipSync } from "fflate";
import { dist, forSites } from "./workshop.mjs";

const FILES = ["core.js", "css", "hear.js", "js", "place.js", "room.js", "tasks.js", "tools.js", "wasm"].map(
  (name) => `goalpost.${name}`,
);

test("the folder for sites contains the files that pages load, and no page, no Liquid and no types", () => {
  assert.deepEqual(readdirSync(forSites).sort(), FILES);
  for (const name of FILES) assert.ok(readFileSync(join(forSites, name)).equals(readFileSync(join(dist, name))), name);
});

test("it contains every file that its scripts load", () => {
  for (const name of FILES.filter((name) => name.endsWith(".js"))) {
    const text = readFileSync(join(forSites, name), "utf8");
    for (const [, asked] of text.matchAll(/["']\.\/(goalpost\.[\w.]+)["']/g)) assert.ok(FILES.includes(asked), asked);
  }
});

test("the zip contains the same, in a folder", () => {
  const entries = unzipSync(readFileSync(join(forSites, "../goalpost.zip")));
  assert.deepEqual(
    Object.keys(entries).sort(),
    FILES.map((name) => `goalpost/${name}`),
  );
  for (const name of FILES) {
    assert.ok(readFileSync(join(forSites, name)).equals(entries[`goalpost/${name}`]), name);
  }
});
