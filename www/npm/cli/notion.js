// Makes a goal of a table exported from Notion as CSV: a row a task, columns such as 주차, 수강 완료 and 제목.

/** What columns are called, in the order in which names are preferred. */
const COLUMNS = {
  week: ["주차", "주", "회차", "week", "sprint", "round"],
  title: ["제목", "이름", "강의", "할 일", "과제", "title", "name", "task", "lecture"],
  done: ["수강 완료", "완료", "완료 여부", "체크", "done", "completed", "complete", "checked", "status"],
  group: ["분류", "섹션", "카테고리", "그룹", "group", "section", "category"],
  link: ["링크", "url", "link"],
};
const YES = new Set(["yes", "true", "done", "complete", "completed", "checked", "x", "v", "✓", "✔", "✅", "☑", "1", "완료", "예", "o"]);
const NO = new Set(["", "no", "false", "not started", "in progress", "to do", "todo", "unchecked", "-", "0", "미완료", "아니요", "진행 중", "시작 전"]);

/** The rows of a CSV text with their lines; quoted cells may hold commas, line ends and doubled quotes. */
export function rows(text) {
  const CELL = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|\n|\r|$)/gy;
  const all = [];
  let cells = [];
  let line = 1;
  let start = 1;
  CELL.lastIndex = text.startsWith("\ufeff") ? 1 : 0;
  for (let cell = CELL.exec(text); cell; cell = CELL.exec(text)) {
    const [whole, quoted, bare, end] = cell;
    cells.push((quoted?.replaceAll('""', '"') ?? bare).trim());
    line += whole.split(/\r\n|\n|\r/).length - 1;
    if (end !== ",") {
      if (cells.some((value) => value !== "")) all.push({ line: start, cells });
      cells = [];
      start = line;
    }
    if (end === "") break;
  }
  return all;
}

const plain = (name) => name.toLowerCase().replace(/\s+/g, " ").trim();

/** Which column is which; a name that only contains a known one counts where none is equal. */
function columns(header) {
  const names = header.map(plain);
  const find = (known) => {
    const equal = known.map((name) => names.indexOf(name)).find((at) => at >= 0);
    return equal ?? known.map((name) => (name.length > 1 ? names.findIndex((own) => own.includes(name)) : -1)).find((at) => at >= 0) ?? -1;
  };
  return Object.fromEntries(Object.entries(COLUMNS).map(([field, known]) => [field, find(known)]));
}

/**
 * The goal that the table tells, or what keeps it from telling one: each problem with its line before it.
 * @returns {{ goal?: object, problems: string[] }}
 */
export function goalOf(csv, { title, unit, lang } = {}) {
  const [header, ...body] = rows(csv);
  if (!header || body.length === 0) return { problems: ["1: there is no table here: a line of names and a row a task"] };
  const at = columns(header.cells);
  const lost = ["week", "done"].filter((field) => at[field] < 0);
  if (lost.length > 0) {
    const names = lost.map((field) => COLUMNS[field].slice(0, 6).join(", "));
    return { problems: names.map((known) => `1: no column is called one of: ${known}; there are ${header.cells.join(", ")}`) };
  }
  const problems = [];
  const read = body.map(({ line, cells }) => {
    const value = (field) => (at[field] >= 0 ? (cells[at[field]] ?? "") : "");
    const done = plain(value("done"));
    if (!YES.has(done) && !NO.has(done)) problems.push(`${line}: "${value("done")}" in the column ${header.cells[at.done]} is neither yes nor no`);
    if (value("week") === "") problems.push(`${line}: no week; name it in the column ${header.cells[at.week]}, or take the row out`);
    return { name: value("week"), title: value("title") || undefined, done: YES.has(done), group: value("group") || undefined, link: value("link") || undefined };
  });
  if (problems.length > 0) return { problems };
  const weeks = inOrder([...new Set(read.map(({ name }) => name))]);
  const tasks = read.map(({ name, title, ...task }) => ({ title, week: weeks.indexOf(name) + 1, ...task }));
  const labels = weeks.map((name) => (/^\d+$/.test(name) ? {} : { label: name }));
  return { goal: { title, lang, unit, weeks: labels, tasks: tasks.sort((one, other) => one.week - other.week) }, problems };
}

/** By their numbers, where each week has one of its own; else as they come. Weeks between them that have no task are there. */
function inOrder(names) {
  const numbers = names.map((name) => Number(/\d+/.exec(name)?.[0]));
  const clear = numbers.every((number) => number >= 1 && number <= 1040) && new Set(numbers).size === names.length;
  if (!clear) return names;
  const weeks = names.map((name, at) => ({ name, number: numbers[at] }));
  return Array.from({ length: Math.max(...numbers) }, (_, at) => {
    const name = weeks.find(({ number }) => number === at + 1)?.name;
    // A week that nothing is planned for is called as those around it.
    return name ?? names[0].replace(/\d+/, String(at + 1));
  });
}
