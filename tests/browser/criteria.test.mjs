// Every accessibility criterion has a test, and every criterion that a test names is defined.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { report } from "../../www/tools/report.mjs";
import { CRITERIA } from "./criteria.mjs";

/** Tests that are skipped if an engine is missing: a criterion needs another test as well. */
const MAY_BE_SKIPPED = ["engines.test.mjs", "engines-keys.test.mjs", "preferences.test.mjs"];

/** The titles of the tests in a JavaScript file, and the docs of the tests in a Rust file. */
const titles = (name, text) =>
  name.endsWith(".rs")
    ? [...text.matchAll(/((?:^ *\/\/\/.*\n)+) *#\[test\]/gm)].map(([, docs]) => docs)
    : [...text.matchAll(/\b(?:test|check)\(\s*(["'`])((?:\\.|(?!\1)[^\\])*)\1/g)].map(([, , title]) => title);

/** The files of the tests that name each criterion, once per test. @type {Map<string, string[]>} */
const named = new Map();
for (const folder of ["./", "../"].map((relative) => new URL(relative, import.meta.url))) {
  for (const name of readdirSync(folder).filter((name) => /\.test\.mjs$|\.rs$/.test(name))) {
    for (const title of titles(name, readFileSync(new URL(name, folder), "utf8"))) {
      for (const id of new Set(title.match(/\bA\d+\b/g))) named.set(id, [...(named.get(id) ?? []), name]);
    }
  }
}

for (const [id, text] of Object.entries(CRITERIA)) {
  test(`${id} has a test: ${text}`, () => {
    const always = (named.get(id) ?? []).filter((name) => !MAY_BE_SKIPPED.includes(name));
    assert.ok(always.length > 0, `${id} is named by ${named.get(id) ?? "no test"}`);
  });
}

test("every criterion that a test names is defined", () => {
  assert.deepEqual(
    [...named.keys()].filter((id) => !(id in CRITERIA)),
    [],
  );
});

test("the report lists the criteria and their tests", () => {
  const rows = Object.entries(CRITERIA).map(([id, text]) => {
    const files = named.get(id) ?? [];
    const counts = [...new Set(files)].map((file) => `${file} ${files.filter((other) => other === file).length}`);
    return [id, text, counts.join(", ")];
  });
  report("criteria", { title: "Criteria of accessibility", columns: ["", "criterion", "tests"], rows });
});
