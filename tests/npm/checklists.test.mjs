// Checklists like real plans, read without a page: each kind of case, and the messages for lists that are not
// understood. The browser tests read the same lists in pages.

import assert from "node:assert/strict";
import { test } from "node:test";
import { check } from "../../dist/index.js";
import { fromHtml, fromMarkdown } from "../../www/npm/cli/tree.js";
import { readChecklist } from "../../www/shell/checklist/read.js";
import { dateIn } from "../../www/shell/checklist/dates.js";
import { labelled, naming } from "../../www/shell/checklist/weeks.js";
import { isMarkdown, lists, textOf, weeksOf } from "../fixtures/authors/authors.mjs";

/**
 * @param {string} text
 * @param {{ markdown?: boolean, from?: string, lang?: string }} options
 */
const read = (text, { markdown = true, from, lang } = {}) =>
  readChecklist(from, markdown ? fromMarkdown(text) : fromHtml(text), { lang });

for (const list of lists) {
  test(`case ${list.case}, ${list.kind}: ${list.file}`, () => {
    const { goal, warnings } = read(textOf(list), { markdown: isMarkdown(list), from: list.from });
    assert.equal(goal.title, list.title);
    assert.deepEqual(weeksOf(goal), list.weeks);
    assert.deepEqual(
      warnings,
      list.warnings.map((message) => ({ path: "from", message })),
    );
  });
}

test("every kind of case has at least two more inputs", () => {
  const count = {};
  for (const { case: name } of lists) count[name.slice(0, 2)] = (count[name.slice(0, 2)] ?? 0) + 1;
  assert.deepEqual(Object.keys(count).sort(), ["05", "06", "07", "08", "09", "10", "11", "12", "13", "14"]);
  assert.deepEqual(
    Object.entries(count).filter(([, inputs]) => inputs < 3),
    [],
  );
});

/** Numbers that look random, the same in every run. */
function* numbers(seed) {
  for (let state = seed; ;) {
    state = (state * 1103515245 + 12345) % 2147483648;
    yield state / 2147483648;
  }
}

test("for any page, the goal can be drawn, and no box in a list is lost", () => {
  const random = numbers(7);
  const next = (most) => Math.floor(Number(random.next().value) * most);
  const pick = (...all) => all[next(all.length)];
  const some = (make) => Array.from({ length: next(4) }, make).join("");
  const names = [
    "Week 1",
    "2주차 (2024.01.15 ~ 01.21)",
    "Pods",
    "x".repeat(300),
    "",
    "2024-02-30",
    "Weeks 3-4",
    "Jan 8, 2024 ~",
  ];
  const marks = ["[x] ", "[?] ", "✅ ", "", "❌ ", "[-] ", "[O] ", "<s>a</s>"];
  const name = () => pick(...names);
  const cell = () => pick(...marks) + name();
  let boxes = 0;
  const box = () => {
    boxes++;
    return `<li><input type="checkbox"${pick("", " checked")}> ${name()}</li>`;
  };
  const part = (depth) => {
    const inner = () => (depth > 3 ? name() : some(() => part(depth + 1)));
    return pick(
      () => `<ul>${some(box)}${some(() => `<li>${cell()}${inner()}</li>`)}</ul>`,
      () => `<h3>${name()}</h3>`,
      () => `<h4>${name()}</h4>`,
      () => `<details><summary>${name()}</summary>${inner()}</details>`,
      () => `<p><strong>${name()}</strong></p>`,
      () => `<div>${inner()}</div>`,
      () =>
        `<table><tr><th>${name()}<th>${name()}</tr><tr><td>${cell()}<td rowspan=2>${cell()}${inner()}</tr><tr><td>O</table>`,
      () => `<dl><dt>${name()}</dt><dd>${inner()}</dd></dl>`,
    )();
  };
  let drawn = 0;
  for (let page = 0; page < 400; page++) {
    boxes = 0;
    const html = some(() => part(0)) + part(0);
    let goal;
    try {
      ({ goal } = read(html, { markdown: false }));
    } catch (error) {
      assert.match(error.message, /^there is no task list/, html);
      assert.equal(boxes, 0, html);
      continue;
    }
    drawn++;
    assert.deepEqual(check(goal).problems, [], html);
    assert.ok(goal.tasks.length >= boxes, `${goal.tasks.length} of ${boxes}: ${html}`);
  }
  assert.ok(drawn > 150, `${drawn} goals`);
});

test("groups, and the first line of an entry", () => {
  const { goal } = read(
    "### Week 1\n- [x] Networking\n  - [x] Services  \n    with a note\n\n#### Later\n- [ ] **Ingress** and `TLS`\n",
  );
  assert.deepEqual(
    goal.tasks.map(({ title, group }) => [title, group]),
    [
      ["Services", "Networking"],
      ["Ingress and TLS", "Later"],
    ],
  );
});

test("titles of a table's entries are those of its rows, or of its columns where rows are weeks", () => {
  const titles = (text) => read(text).goal.tasks.map(({ title }) => title);
  assert.deepEqual(titles("| Task | Status |\n|-|-|\n| Pods | ✅ late |\n| Services | |\n"), ["Pods", "Services"]);
  assert.deepEqual(titles("| Week | Read | Write |\n|-|-|-|\n| Week 1 | ✅ | ✅ a letter |\n"), ["Read", "a letter"]);
  assert.deepEqual(titles("| # | Planned | Topic | Done |\n|-|-|-|-|\n| 1 | ✅ | Pods | ❌ |\n"), ["Pods"]);
});

test("warnings are in the language of the list, twenty at most", () => {
  const list = "<h2>계획</h2><ul><li>[?] 파드</li><li>[x] 서비스</li><li>메모</li></ul>";
  const messages = (html) => read(html, { markdown: false }).warnings.map(({ message }) => message);
  const inKorean = readChecklist(
    "#plan",
    fromHtml(`<html lang="en"><div lang="ko" id="plan">${list}</div>`),
  ).warnings.map(({ message }) => message);
  assert.deepEqual(inKorean, [
    '"파드"의 표시 [?]: 알 수 없는 표시라 안 한 것으로 셌습니다',
    '"메모": 다른 항목과 달리 표시가 없어 세지 않았습니다',
  ]);
  assert.match(messages(list)[0], /^the mark \[\?\] of "파드" is not known; the entry counts as not done$/);
  const many = Array.from({ length: 30 }, (_, at) => `<li>[?] ${at}</li>`).join("");
  const said = messages(`<ul>${many}</ul>`);
  assert.deepEqual([said.length, said.at(-1)], [21, "and 10 more warnings"]);
});

test("errors name the cause, in the caller's language", () => {
  const failed = (from, html, lang) => {
    try {
      read(html, { markdown: false, from, lang });
    } catch ({ path, message, lang }) {
      return { path, message, lang };
    }
    return assert.fail("it was read");
  };
  assert.deepEqual(failed("#gone", "<p>x</p>"), {
    path: "from",
    message: 'nothing in the page is "#gone"',
    lang: "en",
  });
  assert.match(failed("p >", "<p>x</p>").message, /^"p >" is no CSS selector/);
  assert.match(failed("#a", "<p id=a>x</p>").message, /^there is no task list in "#a"/);
  assert.deepEqual(failed("#gone", "<p>x</p>", "ko-KR"), {
    path: "from",
    message: '페이지에 "#gone" 요소가 없습니다',
    lang: "ko",
  });
  assert.match(failed(undefined, '<html lang="ko"><p>x</p>').message, /^할 일 목록이 없습니다/);
});

test("names of weeks are recognised, and dates are removed completely", () => {
  /** @type {[string, number, string, string?][]} */
  const cases = [
    ["1주차 - 2019.09.29", 3, "1주차", "2019-09-29"],
    ["1주차 (2024.01.08(월) ~ 01.14(일))", 3, "1주차", "2024-01-08"],
    ["Week 1 (Jan 8 – Jan 14, 2024)", 3, "Week 1", "2024-01-08"],
    ["28 Dec 2023 – 3 Jan 2024: basics", 1, "basics", "2023-12-28"],
    ["Week of Oct 7", 2, "Week of Oct 7", undefined],
    ["Phase 1: Foundations (Weeks 1-2)", 2, "Phase 1: Foundations (Weeks 1-2)", undefined],
    ["쿠버네티스 4주 완성", 2, "쿠버네티스 4주 완성", undefined],
    ["Finals by 2024-02-01", 1, "Finals by 2024-02-01", undefined],
    ["January 8, 2024 9:00 AM → January 14, 2024", 1, "January 8, 2024 9:00 AM → January 14, 2024", "2024-01-08"],
    ["2024.13.45", 0, "2024.13.45", undefined],
    ["Weekday 3", 0, "Weekday 3", undefined],
    ["1주차 2024.01.08~01.14 기초", 3, "1주차 기초", "2024-01-08"],
    ["Week 2 – 2024/01/15 to 2024/01/21", 3, "Week 2", "2024-01-15"],
  ];
  for (const [text, sure, label, date] of cases) {
    const { label: left, date: found } = labelled(text);
    assert.deepEqual([naming(text), left, found], [sure, label, date], text);
  }
  assert.equal(dateIn("2023.02.29"), undefined, "no such day");
  assert.equal(dateIn("v1.2.3 of 3.4.2024")?.date, "2024-04-03");
});

test("entries outside of all weeks get a week of their own, and a section without weeks is one week", () => {
  const { goal, warnings } = read("## Plan\n\n- [x] Set up\n\n### Week 1\n- [x] Pods\n\n### Bonus\n- [ ] Helm\n");
  assert.deepEqual(weeksOf(goal), [
    ["No week", null, 1, 1, 0],
    ["Week 1", null, 1, 1, 0],
    ["Bonus", null, 1, 0, 0],
  ]);
  assert.deepEqual(
    warnings.map(({ message }) => message),
    ['"Bonus" names no week; it stands as a week of its own', '"Set up": under no week; counted in a week apart'],
  );
});

test("a list whose entries are the weeks themselves is read as weeks, one of several entries of a week is not", () => {
  const weeks = read("## Plan\n\n- [x] Week 1: Pods\n- [x] Week 2: Services\n- [ ] Week 3: Volumes\n").goal;
  assert.deepEqual(
    weeksOf(weeks).map(([label, , planned, done]) => [label, planned, done]),
    [
      ["Week 1: Pods", 1, 1],
      ["Week 2: Services", 1, 1],
      ["Week 3: Volumes", 1, 0],
    ],
  );
  const entries = read("## Plan\n\n- [x] Week 1 quiz\n- [ ] Week 1 reading\n").goal;
  assert.deepEqual(weeksOf(entries), [[null, null, 2, 1, 0]]);
});
