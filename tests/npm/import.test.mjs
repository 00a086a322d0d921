// goalpost import: every case of real exports, plans and exports as a person counts them, and its output can
// always be drawn.

import assert from "node:assert/strict";
import { test } from "node:test";
import { check, progress } from "../../dist/index.js";
import { exports, lists, plans, tables, weeksOf } from "../fixtures/authors/authors.mjs";
import { goalpost } from "./command.mjs";

/** The command's goal for a file, and its messages; the goal is checked. */
function imported(path, options = []) {
  const { status, stdout, stderr } = goalpost(["import", path, ...options]);
  if (status !== 0) return { status, stdout, stderr };
  const goal = JSON.parse(stdout);
  assert.deepEqual(check(goal).problems, []);
  return { status, goal, stderr };
}

for (const { file, path, case: name, kind, options, weeks, said } of tables) {
  test(`case ${name}, ${kind}: ${file}`, () => {
    const { status, goal, stdout, stderr } = imported(path, options);
    for (const part of said) assert.ok(stderr.includes(part), `${part}\n${stderr}`);
    if (weeks) assert.deepEqual(weeksOf(goal), weeks);
    else assert.deepEqual([status, stdout], [1, ""]);
  });
}

test("every kind of case has at least two more inputs", () => {
  const count = {};
  for (const { case: name } of tables) count[name.slice(0, 2)] = (count[name.slice(0, 2)] ?? 0) + 1;
  assert.deepEqual(Object.keys(count).sort(), ["01", "02", "03"]);
  assert.ok(
    Object.values(count).every((inputs) => inputs >= 3),
    JSON.stringify(count),
  );
});

for (const { file, path, from, title, counted, weeks, warnings } of plans) {
  test(`a plan is counted as a person counts it: ${file}`, () => {
    const { goal, stderr } = imported(path, ["--from", from]);
    assert.deepEqual([goal.title, weeksOf(goal)], [title, weeks]);
    assert.equal(stderr.match(/warning:/g)?.length ?? 0, warnings.length, stderr);
    const [done, of] = counted;
    assert.equal(progress(goal).overall, done / of);
  });
}

for (const { file, path, kind, options, counted, weeks, said } of exports) {
  test(`an export is counted as a person counts it: ${kind}, ${file}`, () => {
    const { goal, stderr } = imported(path, options);
    assert.deepEqual(weeksOf(goal), weeks);
    for (const part of said) assert.ok(stderr.includes(part), `${part}\n${stderr}`);
    const [done, of] = counted;
    assert.equal(progress(goal).overall, done / of);
  });
}

test("the goal of every checklist can be drawn", () => {
  for (const { path, from, weeks } of lists)
    assert.deepEqual(weeksOf(imported(path, ["--from", from]).goal), weeks, path);
});

test("a goal that cannot be drawn is not written", () => {
  const rows = Array.from({ length: 5001 }, (_, row) => `Task ${row},1,Yes`).join("\n");
  const { status, stdout, stderr } = goalpost(["import", "a.csv", "-o", "goal.json"], {
    "a.csv": `Name,Week,Done\n${rows}\n`,
  });
  assert.deepEqual([status, stdout], [1, ""]);
  assert.match(stderr, /^a\.csv: tasks: .*5,?000/m);
});

test("a whole document gives its title to the goal, and entries outside of the weeks are reported", () => {
  const plan = "---\ntitle: 나의 계획\nlang: ko\n---\n\n## 1주차\n- [x] 파드\n\n## 부록\n- [ ] 헬름\n";
  const { status, stdout, stderr } = goalpost(["import", "plan.md", "--unit", "강의"], { "plan.md": plan });
  assert.equal(status, 0);
  const goal = JSON.parse(stdout);
  assert.deepEqual([goal.title, goal.lang, goal.unit], ["나의 계획", "ko", "강의"]);
  assert.deepEqual(weeksOf(goal), [
    ["1주차", null, 1, 1, 0],
    ["부록", null, 1, 0, 0],
  ]);
  assert.equal(
    stderr,
    'plan.md: 2주에 항목 2개, 그중 1개 완료\nplan.md: warning: "부록": 주차 이름이 아니지만 한 주로 두었습니다\n',
  );
});

test("the form of standard input is detected", () => {
  const of = (input) => {
    const { status, stdout, stderr } = goalpost(["import", "-"], {}, input);
    assert.equal(status, 0, stderr);
    return weeksOf(JSON.parse(stdout));
  };
  assert.deepEqual(of("Name,Week,Done\nA,1,Yes\n"), [[null, null, 1, 1, 0]]);
  assert.deepEqual(of("# Plan\n\n- [x] A\n- [ ] B\n"), [[null, null, 2, 1, 0]]);
  assert.deepEqual(of("<h2>Plan</h2><ul><li>✅ A</li></ul>"), [[null, null, 1, 1, 0]]);
});

test("the caller can explain the words of a column", () => {
  const files = { "a.csv": "Name,Week,Status\nA,1,Shipped\nB,1,Icebox\nC,2,Done\n" };
  const plain = goalpost(["import", "a.csv"], files);
  assert.equal(plain.status, 1);
  assert.match(
    plain.stderr,
    /^a\.csv:2: "Shipped" in the column "Status" is neither yes nor no; say which with --yes "Shipped"/m,
  );
  const said = goalpost(["import", "a.csv", "--done", "status", "--yes", "Shipped, Merged", "--no", "Icebox"], files);
  assert.deepEqual(weeksOf(JSON.parse(said.stdout)), [
    [null, null, 2, 1, 0],
    [null, null, 1, 1, 0],
  ]);
});

test("wrong calls exit with 2, and a message", () => {
  const files = {
    "a.csv": "Name,Week,Done\nA,1,Yes\n",
    "plan.md": "- [x] A\n",
    "goal.json": "{}",
    "book.csv": "PK\u0003\u0004",
  };
  const failed = (...args) => {
    const { status, stderr } = goalpost(["import", ...args], files);
    return /** @type {[number, string]} */ ([status, stderr]);
  };
  assert.deepEqual(failed("a.csv", "--week", "Cycle"), [
    2,
    'goalpost: a.csv: there is no column "Cycle"; there are Name, Week, Done (the goal\'s own title is --name)\n',
  ]);
  assert.deepEqual(failed("plan.md", "--week", "Week"), [
    2,
    "goalpost: --week names a column of a table, and this is a checklist\n",
  ]);
  assert.match(failed("goal.json")[1], /this is JSON; import reads tables \(CSV\) and checklists/);
  assert.deepEqual(failed("a.csv", "--encoding", "latin-99"), [
    2,
    "goalpost: --encoding latin-99: there is no such encoding\n",
  ]);
  assert.deepEqual(failed(), [2, "goalpost: say which table or checklist, and one only\n"]);
  assert.deepEqual(failed("gone.csv"), [2, "goalpost: gone.csv: there is no such file\n"]);
  assert.deepEqual(failed("book.csv"), [1, "book.csv: this is an Excel workbook; save the sheet as CSV first\n"]);
  assert.deepEqual(failed("plan.md", "--from", "#gone"), [1, 'plan.md: nothing in the page is "#gone"\n']);
});
