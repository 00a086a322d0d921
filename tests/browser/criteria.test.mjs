// Every accessibility criterion has a test, and every criterion that a test names is defined.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { report } from "../../www/tools/report.mjs";
import { CHARTABILITY, CRITERIA } from "./criteria.mjs";

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
      for (const id of new Set(title.match(/\b[AC]\d+\b/g))) named.set(id, [...(named.get(id) ?? []), name]);
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
    [...named.keys()].filter((id) => !(id in CRITERIA || id in CHARTABILITY)),
    [],
  );
});

/** The tests that hold some criteria in an engine: how many there are, and in which files. */
const held = (ids, isWanted) => {
  const files = ids.flatMap((id) => named.get(id) ?? []).filter(isWanted);
  const counts = [...new Set(files)].map((file) => `${file} ${files.filter((other) => other === file).length}`);
  return counts.join(", ");
};
const always = (file) => !MAY_BE_SKIPPED.includes(file);
const elsewhere = (file) => MAY_BE_SKIPPED.includes(file);

for (const [id, [text, ids]] of Object.entries(CHARTABILITY)) {
  test(`${id} is held by criteria that are tested: ${text}`, () => {
    assert.ok(ids.every((criterion) => criterion in CRITERIA));
    assert.notEqual(held([id, ...ids], always), "");
  });
}

test("the report lists criteria and heuristics, and where they are held", () => {
  const columns = ["", "criterion, with what is measured", "natively and in Chromium", "in Firefox and WebKit"];
  const row = (id, text, ids) => [id, text, held(ids, always), held(ids, elsewhere)];
  const criteria = Object.entries(CRITERIA).map(([id, text]) => row(id, text, [id]));
  report("criteria", { title: "Criteria of accessibility", columns, rows: criteria });
  const heuristics = Object.entries(CHARTABILITY).map(([id, [text, ids]]) =>
    row(id, `${text} (${ids.join(", ")})`, [id, ...ids]),
  );
  report("chartability", { title: "Critical heuristics of Chartability", columns, rows: heuristics });
});
