// A blog is built once for all simultaneous requests, and again only when a source has changed.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { site } from "./sites.mjs";

/** Requests a blog with this page in a process of its own; resolves to its output. */
async function ask(text) {
  const options = JSON.stringify({ name: "sites", files: { "page.html": `---\npermalink: /page.html\n---\n${text}` } });
  const module = JSON.stringify(new URL("sites.mjs", import.meta.url));
  const code = `import { site } from ${module}; console.log(site(${options}));`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", code]);
  return stdout.trim().split("\n");
}

test("a request for a blog waits while it is built, and returns at once afterwards", async () => {
  const text = `{{ site.title }}, asked for at ${Date.now()}`;
  const answers = await Promise.all([ask(text), ask(text), ask(text)]);
  const folders = answers.map((lines) => lines.at(-1));
  assert.equal(new Set(folders).size, 1, "all have the same");
  assert.equal(answers.flat().filter((line) => line.startsWith("built ")).length, 1, "it was built once");
  assert.match(readFileSync(join(folders[0], "page.html"), "utf8"), /^goalpost, asked for at \d+$/);
  assert.deepEqual(await ask(text), [folders[0]]);

  const [built, changed] = await ask(`${text}, and changed`);
  assert.match(built, /^built /);
  assert.notEqual(changed, folders[0]);
  assert.ok(!existsSync(folders[0]), "the one before it is removed");
});

test("a failed build leaves no blog", () => {
  const files = { "page.html": "---\n---\n{% include gone.html %}" };
  for (const time of ["at first", "again"]) {
    assert.throws(() => site({ name: "sites-broken", files }), /'gone\.html'/, time);
  }
});
