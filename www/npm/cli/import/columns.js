// Finds the role of each column of a table: by its name, whole or in whole words, and by its cells.

/** The names of each role, the preferred ones first. */
const NAMES = {
  week: ["주차", "주", "회차", "차시", "week", "weeks", "sprint", "iteration", "round", "wk", "kw", "cw"],
  title: ["제목", "이름", "강의", "할 일", "과제", "내용", "title", "name", "task", "lecture", "topic", "what"],
  done: [
    "수강 완료",
    "완료",
    "완료 여부",
    "체크",
    "상태",
    "done",
    "completed",
    "complete",
    "checked",
    "status",
    "state",
  ],
  planned: ["계획", "목표", "planned", "plan"],
  group: ["분류", "섹션", "카테고리", "그룹", "group", "section", "category", "module"],
  link: ["링크", "주소", "url", "link"],
  date: ["날짜", "일자", "시작일", "date", "start date"],
};
export const FIELDS = Object.keys(NAMES);
/** Names that contain a known one but mean something else: a weekday is no week, an end date no week's date. */
const NOT = {
  date: /./,
  week: /\b(?:week ?days?|days? of (?:the )?week)\b|요일/i,
  done: /\b(?:by|at|on|date)\b|미완료|[일자]$/i,
  link: /\blinked\b/i,
};

export const plain = (name) =>
  name
    .toLowerCase()
    .replace(/[\s_]+/g, " ")
    .trim();

/** How well a column's name fits: 2 as a whole, 1 by whole words or, in Korean, by a compound's end; else 0. */
function fit(name, known) {
  if (name === known || (/[가-힣]/.test(known) && name.replaceAll(" ", "") === known.replaceAll(" ", ""))) return 2;
  if (/[가-힣]/.test(known)) return known.length > 1 && name.split(" ").some((word) => word.endsWith(known)) ? 1 : 0;
  return name.split(/[^\p{L}\p{N}]+/u).includes(known) ? 1 : 0;
}

/** The columns that may have a role, the likeliest first. */
function candidates(field, names) {
  const known = NAMES[field];
  const all = names.map((name, column) => {
    const fits = known.map((word) => fit(name, word));
    const best = Math.max(...fits);
    const isOther = best < 2 && NOT[field]?.test(name);
    return { column, best: isOther ? 0 : best, preference: fits.indexOf(best) };
  });
  return all
    .filter(({ best }) => best > 0)
    .sort((one, other) => other.best - one.best || one.preference - other.preference);
}

/**
 * Finds the column of each role.
 * @param {string[]} header
 * @param {Record<string, string | undefined>} said names of columns that the caller gives; "" for none
 * @param {(field: string, column: number) => boolean} suits whether the cells of a column have the type of a field
 * @returns {{ at: Record<string, number | undefined>, unknown: string[] }} `unknown` are given names without a column
 */
export function columnsOf(header, said, suits) {
  const names = header.map(plain);
  const unknown = FIELDS.map((field) => said[field] ?? "").filter((name) => name && !names.includes(plain(name)));
  /** @type {Record<string, number | undefined>} */
  const at = {};
  const taken = new Set();
  const take = (field, column) => {
    at[field] = column;
    taken.add(column);
  };
  for (const field of FIELDS) {
    const column = names.indexOf(plain(said[field] ?? ""));
    if (said[field] && column >= 0) take(field, column);
  }
  for (const field of FIELDS.filter((field) => said[field] === undefined)) {
    const free = candidates(field, names).filter(({ column }) => !taken.has(column) && suits(field, column));
    if (free.length > 0) take(field, free[0].column);
  }
  if (at.title === undefined && said.title === undefined) {
    // Whatever its name, the first column of texts that all differ holds the titles.
    const free = names.findIndex((_, column) => !taken.has(column) && suits("anyTitle", column));
    if (free >= 0) take("title", free);
  }
  return { at, unknown };
}

/** The word for weeks in a header, as written there: "Sprint" of "Sprint no.", "주차" of "학습주차". */
export function weekWordOf(header) {
  const words = header.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const known = NAMES.week.toSorted((one, other) => other.length - one.length);
  for (const name of known) {
    const word = words.find((word) => (/[가-힣]/.test(name) ? word.endsWith(name) : word.toLowerCase() === name));
    if (word) return /[가-힣]/.test(name) ? name : word;
  }
  return header.trim();
}

/** The possible names of a missing column. */
export const namesFor = (field) => NAMES[field].join(", ");
