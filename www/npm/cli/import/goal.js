// Makes a goal from a table: a task per row, or weeks with what was planned and done.

import { isAddress, namesIn } from "./cells.js";
import { Table, body, most } from "./table.js";
import { wordsOf } from "./words.js";

const SHARE = /^\d+(?:[.,]\d+)?\s*(?:%|\/\s*\d+)$/;

/** A task per row. */
function tasksOf(table) {
  const names = table.weekOfRows();
  const [done, titles, groups, links] = ["done", "title", "group", "link"].map((field) => table.cells(field));
  const kinds = new Map();
  const read = table.rows.map(({ line }, row) => {
    const state = table.state(done[row]);
    kinds.set(done[row], state);
    if (state === undefined) table.refuse(line, table.words.noState(done[row], table.name("done")));
    const address = links[row];
    const isLink = isAddress(address);
    if (address && !isLink) table.warn(line, table.words.noAddress(address));
    const title = namesIn(titles[row]).join(", ") + (address && !isLink ? ` (${address})` : "");
    return {
      title: table.short(line, title.trim()),
      week: names[row],
      done: state === 1 || (typeof state === "number" && state > 0 ? state : false),
      group: table.short(line, namesIn(groups[row]).join(", ")),
      link: isLink ? address : undefined,
      isDropped: state === "dropped",
    };
  });
  const { weeks, numbers } = table.weeks(names);
  table.noteColumns("title", "group", "link");
  table.notes.push(table.words.states(table.name("done"), meanings(kinds, table.words)));
  const tasks = read.map(({ isDropped, ...task }) => {
    const week = numbers.get(task.week);
    if (isDropped) weeks[week - 1].dropped = (weeks[week - 1].dropped ?? 0) + 1;
    return { ...task, week };
  });
  return { weeks, tasks: tasks.toSorted((one, other) => one.week - other.week) };
}

/** The meanings of a column's words. */
function meanings(kinds, words) {
  const meaning = (state) => {
    if (state === "dropped") return words.dropped;
    return state === 1 ? words.yes : state === 0 ? words.no : words.part(state);
  };
  const said = new Map();
  for (const [word, state] of kinds) {
    if (state !== undefined) said.set(meaning(state), [...(said.get(meaning(state)) ?? []), word || '""']);
  }
  const few = (all) => (all.length > 4 ? `${all.slice(0, 3).join(", ")} …` : all.join(", "));
  return [...said].map(([meaning, all]) => `${few(all)} = ${meaning}`).join("; ");
}

/** The planned and done work of each week, which may have several rows. */
function sumsOf(table) {
  const names = table.weekOfRows();
  const { weeks, numbers } = table.weeks(names);
  table.noteColumns("planned", "done");
  const rows = weeks.map(() => []);
  for (const [row, name] of names.entries()) rows[numbers.get(name) - 1]?.push(row);
  for (const [index, week] of weeks.entries()) {
    for (const field of ["planned", "done"]) {
      const sum = sumOf(table, field, rows[index]);
      if (sum !== undefined) week[field] = sum;
    }
  }
  return { weeks };
}

function sumOf(table, field, rows) {
  const cells = table.cells(field);
  const filled = rows.filter((row) => cells[row] !== "");
  if (filled.length === 0) return undefined;
  const [only] = filled;
  // A single percent or fraction of the plan is kept as it is.
  if (field === "done" && filled.length === 1 && SHARE.test(cells[only])) {
    return cells[only].replace(",", ".").replace(/\s/g, "");
  }
  const sum = filled.reduce((sum, row) => {
    const value = table.amount(cells[row]);
    if (value === undefined) table.refuse(table.rows[row].line, table.words.noAmount(cells[row], table.name(field)));
    return sum + (value ?? 0);
  }, 0);
  return Math.round(sum * 1e6) / 1e6;
}

/**
 * @typedef {{ title?: string, week: number, done: boolean | number, group?: string, link?: string }} Task
 * @typedef {object} Week
 * @property {string} [label]
 * @property {string} [date]
 * @property {number} [planned]
 * @property {number | string} [done]
 * @property {number} [dropped]
 *
 * @typedef {object} Read
 * @property {{ title?: string, lang?: string, unit?: string, weeks: Week[], tasks?: Task[] }} [goal]
 * @property {string[]} header
 * @property {number} count of the rows
 * @property {string[]} notes how the table was read
 * @property {{ line?: number, message: string }[]} warnings
 * @property {{ line: number, message: string }[]} problems
 * @property {string[]} unknown columns that the caller names but the table lacks
 */

/**
 * The goal of a table, how the table was read, and the problems that prevent a goal.
 * @param {{ rows: { line: number, cells: string[] }[], separator: string }} table
 * @param {{ columns?: Record<string, string>, yes?: string[], no?: string[], name?: string, unit?: string,
 *   lang?: string }} options
 * @returns {Read}
 */
export function goalOf({ rows, separator }, options = {}) {
  const words = wordsOf(options.lang);
  const { header, lines, left } = body(rows);
  if (!header || lines.length === 0) {
    const problems = [{ line: 1, message: words.noTable }];
    return { header: [], count: lines.length, notes: [], warnings: [], unknown: [], problems };
  }
  const table = new Table({ header, rows: lines, separator }, options);
  for (const { line, cells } of left) table.warn(line, words.left(cells.find(Boolean)));
  const hasPlan = most(table.cells("planned"), (cell) => table.amount(cell) !== undefined);
  const isSums = hasPlan && table.cells("done").every((cell) => /^[\d.,%/\s]*$/.test(cell));
  const needed = isSums ? ["week", "planned"] : ["week", "done"];
  const isWhole = table.unknown.length === 0 && table.holds(...needed);
  const parts = isWhole ? (isSums ? sumsOf(table) : tasksOf(table)) : undefined;
  table.noteUnused(isSums ? ["week", "planned", "done", "date"] : ["week", "title", "done", "group", "link", "date"]);
  const { notes, warnings, unknown } = table;
  const problems = table.problems.toSorted((one, other) => one.line - other.line);
  const { name: title, lang, unit } = options;
  const goal = parts && problems.length === 0 ? { title, lang, unit, ...parts } : undefined;
  return { goal, header: header.cells, count: lines.length, notes, warnings, problems, unknown };
}
