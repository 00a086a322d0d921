// The tables of the report: stored until the end of the run, and printed as text.

import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { clear, lines, report, tables } from "../../www/tools/report.mjs";

test("tables are kept by name until they are cleared", () => {
  const folder = join(mkdtempSync(join(tmpdir(), "goalpost-")), "report");
  assert.deepEqual(tables(folder), [], "there is none yet");
  const [first, second] = ["first", "second"].map((title) => ({
    title,
    columns: ["case", "pass"],
    rows: [["a", true]],
  }));
  report("b", first, folder);
  report("a", second, folder);
  report("b", { ...first, rows: [] }, folder);
  assert.deepEqual(tables(folder), [second, { ...first, rows: [] }]);
  clear(folder);
  assert.deepEqual(tables(folder), []);
});

test("columns are aligned, numbers to the right, and wide characters count as two", () => {
  const table = {
    title: "Cases",
    columns: ["case", "ms", "pass"],
    rows: [
      ["쿠버네티스", 9, true],
      ["plain", 120, false],
    ],
  };
  assert.deepEqual(lines(table), [
    "case         ms  pass",
    "----------  ---  ----",
    "쿠버네티스    9  yes",
    "plain       120  no",
  ]);
  assert.deepEqual(lines({ ...table, rows: [] }), ["case  ms  pass", "----  --  ----"]);
});
