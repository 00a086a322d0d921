// Tables as people export them: the roles of columns, the order of weeks, and the messages.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parseArgs } from "node:util";
import { check } from "../../dist/index.js";
import { decode } from "../../www/npm/cli/import/bytes.js";
import { isAddress, namesIn } from "../../www/npm/cli/import/cells.js";
import { columnsOf, FIELDS } from "../../www/npm/cli/import/columns.js";
import { rowsOf } from "../../www/npm/cli/import/csv.js";
import { goalOf } from "../../www/npm/cli/import/goal.js";
import { ordered } from "../../www/npm/cli/import/order.js";
import { stateReader } from "../../www/npm/cli/import/states.js";
import { exports, weeksOf } from "../fixtures/authors/authors.mjs";

const fields = Object.fromEntries(FIELDS.map((field) => [field, { type: /** @type {const} */ ("string") }]));
const imported = (text, options = {}) => goalOf(rowsOf(text), options);

for (const { file, path, kind, options, counted, weeks } of exports) {
  test(`an export is counted as a person counts it: ${kind}, ${file}`, () => {
    const { text } = decode(readFileSync(path));
    const { values } = parseArgs({ args: options, options: fields });
    const columns = /** @type {Record<string, string>} */ ({ ...values });
    const { goal, problems } = imported(text, { columns });
    assert.deepEqual(problems, []);
    assert.deepEqual(weeksOf(goal), weeks);
    const sum = (at) => weeksOf(goal).reduce((sum, week) => sum + week[at], 0);
    assert.deepEqual([sum(3), sum(2) - sum(4)], counted);
  });
}

test("weeks are in their own order, else in that of the file", () => {
  /** @type {[string[], string | undefined, string[]][]} */
  const cases = [
    [["Week of Oct 14", "Week of Oct 7"], "dayOfYear", ["Week of Oct 7", "Week of Oct 14"]],
    [["January 15, 2024", "January 8, 2024"], "date", ["January 8, 2024", "January 15, 2024"]],
    [["2024-W02", "2023-W52"], "calendarWeek", ["2023-W52", "2024-W02"]],
    [["W52", "W1", "W51"], "weekOfYear", ["W51", "W52", "W1"]],
    [["Week 50", "Week 51", "Week 1"], "number", ["Week 50", "Week 51", "Week 1"]],
    [["Week 2", "Week 50", "Week 1"], "number", ["Week 1", "Week 2", "Week 50"]],
    [["Sprint 12.10", "Sprint 12.9"], "number", ["Sprint 12.9", "Sprint 12.10"]],
    [
      ["Phase 2: Week 1", "Phase 1: Week 2", "Phase 1: Week 1"],
      "number",
      ["Phase 1: Week 1", "Phase 1: Week 2", "Phase 2: Week 1"],
    ],
    [["February 2024", "January 2024"], "month", ["January 2024", "February 2024"]],
    [["Chapter 4: B", "Chapter 3: A"], "anyNumber", ["Chapter 3: A", "Chapter 4: B"]],
    [["1.15", "1.8"], "anyNumber", ["1.8", "1.15"]],
    [["Intro to C99", "Networking 101"], undefined, ["Intro to C99", "Networking 101"]],
    [["5/4/2024", "4/5/2024"], undefined, ["5/4/2024", "4/5/2024"]],
    [["2/1/2024", "3/1/2024"], "date", ["2/1/2024", "3/1/2024"]],
  ];
  for (const [labels, by, order] of cases) {
    const found = ordered(labels);
    assert.deepEqual([found.by, found.labels], [by, order], labels.join());
  }
  assert.deepEqual(ordered(["Oct 14", "Backlog", "Oct 7"]).labels, ["Oct 7", "Oct 14", "Backlog"]);
  assert.deepEqual(ordered(["Oct 14", "Backlog", "Oct 7"]).unplaced, ["Backlog"]);
  assert.deepEqual(["15/1/2024", "8/1/2024"].map(ordered(["15/1/2024", "8/1/2024"]).dateOf), [
    "2024-01-15",
    "2024-01-08",
  ]);
  assert.deepEqual(["1/2/2024"].map(ordered(["1/2/2024"]).dateOf), [undefined], "which of the two is not known");
});

test("columns are recognised by whole words, and by their cells", () => {
  const columns = (header, cells = header.map(() => "Yes")) => {
    const suits = { done: (column) => cells[column] === "Yes" };
    const { at } = columnsOf(header, {}, (field, column) => (suits[field] ?? (() => true))(column));
    return Object.fromEntries(Object.entries(at).map(([field, column]) => [field, header[column]]));
  };
  assert.deepEqual(columns(["Weekly goal", "Week", "Hyperlink", "Undone", "Done"]), {
    week: "Week",
    done: "Done",
    title: "Weekly goal",
  });
  assert.deepEqual(columns(["Title", "Week day", "요일", "주차", "Status", "Done date"]), {
    title: "Title",
    week: "주차",
    done: "Status",
  });
  assert.deepEqual(columns(["Name", "Sprint", "Completed", "Status"], ["", "", "2024-01-08", "Yes"]), {
    title: "Name",
    week: "Sprint",
    done: "Status",
  });
});

test("separators, quotation marks, line ends and empty lines", () => {
  const cells = (text) => rowsOf(text).rows.map(({ line, cells }) => [line, ...cells]);
  assert.deepEqual(cells('제목,주차\r\n"A\r\nB",1\r\n\r\nC,"a ""q"""\r\n,\r\n'), [
    [1, "제목", "주차"],
    [2, "A\r\nB", "1"],
    [5, "C", 'a "q"'],
  ]);
  assert.deepEqual(cells("sep=;\nName;Week\nA, b;1\n"), [
    [2, "Name", "Week"],
    [3, "A, b", "1"],
  ]);
  assert.deepEqual(cells("Name\tWeek\nA, b; c\t1\n"), [
    [1, "Name", "Week"],
    [2, "A, b; c", "1"],
  ]);
  assert.deepEqual(cells('\ufeffName;Week\n5" pipe;1'), [
    [1, "Name", "Week"],
    [2, '5" pipe', "1"],
  ]);
  assert.deepEqual(cells("Name,Week\rA,1\rB"), [
    [1, "Name", "Week"],
    [2, "A", "1"],
    [3, "B"],
  ]);
  assert.ok(rowsOf('Name,Week\n"A,1\nB,2\n').problem, "a quotation mark that is never closed");
});

test("encodings are recognised, and a workbook is named as one", () => {
  const bytes = (...all) => Uint8Array.from(all);
  const of = (given, named) => {
    const { text, encoding, problem } = decode(given, named);
    return problem ?? [encoding, text];
  };
  assert.deepEqual(of(Buffer.from("\ufeff주차")), ["utf-8", "주차"]);
  assert.deepEqual(of(Buffer.from("\ufeff주차", "utf16le")), ["utf-16le", "주차"]);
  assert.deepEqual(of(Buffer.from("Name,Week", "utf16le")), ["utf-16le", "Name,Week"]);
  assert.deepEqual(of(bytes(0xfe, 0xff, 0, 0x41)), ["utf-16be", "A"]);
  assert.deepEqual(of(bytes(0xc1, 0xd6, 0xc2, 0xf7, 0x2c, 0x31)), ["euc-kr", "주차,1"]);
  assert.deepEqual(of(bytes(0xc4, 0x70, 0x66, 0x65, 0x6c)), ["windows-1252", "Äpfel"]);
  assert.deepEqual(of(bytes(0x8f, 0x54), "shift_jis"), ["shift_jis", "週"]);
  assert.equal(of(bytes(0x50, 0x4b, 3, 4)), "workbook");
  assert.throws(() => decode(bytes(0xff), "no-such"), RangeError);
});

test("names of related pages, and addresses", () => {
  assert.deepEqual(namesIn("Foundations (https://www.notion.so/Foundations-12ab34cd56ef)"), ["Foundations"]);
  assert.deepEqual(namesIn("../Weeks%202e94ae45e5a7/Week%201%2030c4fe04a118.md"), ["Week 1"]);
  assert.deepEqual(
    namesIn("Week 1 (../Weeks%202e94ae45e5a7/Week%201%2030c4fe04a118.md), Week 2 (../W/Week%202%209cfd8aa5a7c8.md)"),
    ["Week 1", "Week 2"],
  );
  assert.deepEqual(namesIn("Week 1 (Jan 8, short)"), ["Week 1 (Jan 8, short)"]);
  const all = ["https://a.example/x?y=1#z", "/post/6", "http://localhost"];
  const none = [
    "www.example.com",
    "//example.com",
    "javascript:alert(1)",
    "https://a.example/x y",
    "https://a.example/x,https://b.example",
    "https://",
    "",
  ];
  assert.deepEqual([all.filter(isAddress), none.filter(isAddress)], [all, []]);
});

test("states: words of several languages, shares, dates, circles and crosses", () => {
  const of = (cells, said) => cells.map(stateReader(cells, said));
  assert.deepEqual(of(["Yes", "TRUE", "완료", "✅", "x", "VRAI", "2024-01-08", "1/8/2024", "100%"]), Array(9).fill(1));
  assert.deepEqual(of(["No", "false", "미완료", "", "-", "Not started", "0", "❌"]), Array(8).fill(0));
  assert.deepEqual(of(["In progress", "진행 중", "50%", "1/2", "0,5", "Cancelled"]), [
    0.5,
    0.5,
    0.5,
    0.5,
    0.5,
    "dropped",
  ]);
  assert.deepEqual(of(["O", "X"]), [1, 0]);
  assert.deepEqual(of(["x", ""]), [1, 0]);
  assert.deepEqual(of(["Shipped", "Backlog", "perhaps", "120%"], { yes: ["shipped"], no: ["Backlog"] }), [
    1,
    0,
    undefined,
    undefined,
  ]);
});

test("a table of weeks: rows are summed, shares are kept, and other cells are reported", () => {
  const sums = imported("Week,Planned,Done\nWeek 1,3,3\nWeek 1,2,1\nWeek 2,4,50%\nWeek 3,5,\n");
  assert.deepEqual(sums.goal.weeks, [
    { label: "Week 1", planned: 5, done: 4 },
    { label: "Week 2", planned: 4, done: "50%" },
    { label: "Week 3", planned: 5 },
  ]);
  const commas = imported("주차;계획;완료\n1;7,5;5,25\n2;8;8\n");
  assert.deepEqual(commas.goal.weeks, [
    { planned: 7.5, done: 5.25 },
    { planned: 8, done: 8 },
  ]);
  const odd = imported("Week,Planned,Done\nWeek 1,3,3\nWeek 2,4,2\nWeek 3,many,1\n");
  assert.deepEqual(odd.problems, [{ line: 4, message: '"many" in the column "Planned" is no amount' }]);
  assert.equal(odd.goal, undefined);
});

test("a title above the table and sums below it are left out and reported", () => {
  const { goal, warnings } = imported("My plan,,\n\nWeek,Task,Done\n1,Pods,Yes\n2,Services,No\nTotal,2,1\n");
  assert.deepEqual(weeksOf(goal), [
    [null, null, 1, 1, 0],
    [null, null, 1, 0, 0],
  ]);
  assert.deepEqual(warnings, [
    { line: 1, message: 'the line of "My plan" is no row of the table; it is left out' },
    { line: 6, message: 'the line of "Total" is no row of the table; it is left out' },
  ]);
  const sums = imported("주차,계획,완료\n1주차,6,6\n2주차,8,6\n합계,14,12\n").goal.weeks;
  assert.deepEqual(sums, [
    { label: "1주차", planned: 6, done: 6 },
    { label: "2주차", planned: 8, done: 6 },
  ]);
});

test("for any table, the goal can be drawn, and contains all rows", () => {
  let state = 11;
  const next = (most) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * most);
  };
  const pick = (all) => all[next(all.length)];
  const cells = {
    Week: [
      "1",
      "2",
      "Week 3",
      "Jan 8, 2024",
      "1/2/2024",
      "x".repeat(300),
      "Goals (https://www.notion.so/Goals-12ab34cd56ef)",
      "12",
    ],
    Done: ["Yes", "No", "", "50%", "Cancelled", "2024-01-08", "x"],
    Name: ["Pods", "", "y".repeat(201), '"a,b"', "\u{1f600}".repeat(150)],
    Link: ["", "https://a.example/", "javascript:alert(1)", "/post/1", "z".repeat(2500)],
    Section: ["", "Network", "w".repeat(250)],
  };
  for (let table = 0; table < 300; table++) {
    const rows = Array.from({ length: 1 + next(6) }, () =>
      Object.values(cells).map((all) => {
        const cell = pick(all);
        return /[,"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
      }),
    );
    const text = [Object.keys(cells), ...rows].map((row) => row.join(",")).join("\n");
    const { goal, problems } = imported(text);
    assert.deepEqual(problems, [], text);
    assert.equal(goal.tasks.length, rows.length, text);
    assert.deepEqual(check(goal).problems, [], text);
  }
});

test("the caller can name columns; a missing one is reported", () => {
  const table = "Name,Week,Iteration,Done,Shipped\nPods,1,7,No,Yes\n";
  const { goal } = imported(table, { columns: { week: "iteration", done: "Shipped", title: "" } });
  assert.deepEqual(
    [goal.weeks, goal.tasks],
    [[{ label: "Iteration 7" }], [{ title: undefined, week: 1, done: true, group: undefined, link: undefined }]],
  );
  assert.deepEqual(imported(table, { columns: { week: "Cycle" } }).unknown, ["Cycle"]);
});

test("messages about a table are in Korean if the goal is Korean", () => {
  const { notes, warnings } = imported("이름,주차,완료,메모\n파드,네트워크,O,a\n볼륨,저장소,X,b\n", { lang: "ko" });
  assert.deepEqual(notes, [
    '"주차": 주의 이름 2개, 파일의 순서: "네트워크", "저장소"',
    '"이름": 제목',
    '"완료": 완료 여부 (O = 완료; X = 미완료)',
    '쓰지 않음: "메모"',
  ]);
  assert.deepEqual(warnings, [
    { line: undefined, message: '"네트워크", "저장소": 순서를 알 수 없어 파일의 순서대로 두었습니다' },
  ]);
});
