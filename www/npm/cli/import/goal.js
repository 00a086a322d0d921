// Makes a goal of a table's rows: a task in each, or a week in each with what was planned and done.

import { labelled } from "../../../shell/checklist/weeks.js";
import { isAddress, namesIn } from "./cells.js";
import { columnsOf, namesFor, weekWordOf } from "./columns.js";
import { ordered } from "./order.js";
import { stateReader } from "./states.js";
import { wordsOf } from "./words.js";

/** The most characters that one text of a goal may have. */
const MOST_CHARACTERS = 200;

/** An amount; where commas do not separate cells, they may stand in numbers. */
function amount(text, separator) {
  const number = separator === "," ? text : text.replace(/^(\d+),(\d+)$/, "$1.$2");
  return /^\d+(?:\.\d+)?$/.test(number) ? Number(number) : undefined;
}

const most = (cells, passes) => {
  const filled = cells.filter((cell) => cell !== "");
  return filled.length > 0 && filled.filter(passes).length * 2 > filled.length;
};

/** Reads one table; its parts tell it to `note` how it was understood, and to `refuse` what it cannot be. */
class Table {
  /**
   * @param {{ rows: { line: number, cells: string[] }[], separator: string }} table
   * @param {{ columns?: Record<string, string>, yes?: string[], no?: string[], lang?: string }} options
   */
  constructor({ rows: [header, ...rows], separator }, { columns = {}, yes, no, lang }) {
    this.words = wordsOf(lang);
    this.separator = separator;
    this.header = header.cells;
    this.rows = rows;
    this.notes = [];
    this.warnings = [];
    this.problems = [];
    const all = (column) => rows.map(({ cells }) => cells[column] ?? "");
    const isAmount = (cell) => amount(cell, separator) !== undefined;
    const state = (cells) => stateReader(cells, { yes, no });
    const suits = {
      done: (cells) => cells.some((cell) => state(cells)(cell) !== undefined || isAmount(cell)),
      planned: (cells) => most(cells, isAmount),
      title: (cells) => !most(cells, isAmount),
      anyTitle: (cells) => {
        const filled = cells.filter(Boolean);
        const isState = (cell) => state(cells)(cell) !== undefined;
        const areDifferent = filled.length > 0 && new Set(filled).size >= filled.length * 0.9;
        return areDifferent && !most(cells, isAmount) && !most(cells, isState);
      },
      date: (cells) => most(cells, (cell) => ordered([cell]).dateOf(cell) !== undefined),
    };
    const { at, unknown } = columnsOf(this.header, columns, (field, column) => suits[field]?.(all(column)) ?? true);
    this.at = at;
    this.unknown = unknown;
    this.cells = (field) => (at[field] === undefined ? rows.map(() => "") : all(at[field]));
    this.state = state(this.cells("done"));
    this.amount = (cell) => amount(cell, separator);
  }

  name(field) {
    return this.header[this.at[field]];
  }

  refuse(line, problem) {
    this.problems.push({ line, message: problem });
  }

  warn(line, warning) {
    this.warnings.push({ line, message: warning });
  }

  /** A text of the goal, as long as it may be. */
  short(line, text) {
    const characters = [...text];
    if (characters.length <= MOST_CHARACTERS) return text || undefined;
    this.warn(line, this.words.shortened(characters.slice(0, 40).join("")));
    return `${characters
      .slice(0, MOST_CHARACTERS - 1)
      .join("")
      .trimEnd()}…`;
  }

  /** Whether all that is needed is there; what is not is named. */
  holds(...fields) {
    for (const field of fields.filter((field) => this.at[field] === undefined)) {
      const names = namesFor(field);
      this.refuse(1, this.words.noColumn(this.words.what[field], `--${field}`, names, this.header.join(", ")));
    }
    return this.problems.length === 0;
  }

  /** The week of each row. Below a cell that spans several rows, a spreadsheet leaves the others empty. */
  weekOfRows() {
    const cells = this.cells("week");
    const named = cells.filter((cell) => cell !== "");
    const isSpanning =
      named.length < cells.length && named.length > 1 && new Set(named).size === named.length && cells[0] !== "";
    if (isSpanning) this.notes.push(this.words.filled(this.name("week")));
    let above = "";
    return this.rows.map(({ line }, row) => {
      above = cells[row] || (isSpanning ? above : "");
      if (above === "") {
        this.refuse(line, this.words.noWeek(this.name("week")));
        return "";
      }
      const [name, ...more] = namesIn(above);
      if (more.length > 0) this.warn(line, this.words.several(name));
      return this.called(name);
    });
  }

  /** A bare number is called after its column: 12 in "Sprint" is "Sprint 12". */
  called(name) {
    if (!/^\d+$/.test(name)) return name;
    const word = weekWordOf(this.name("week"));
    return /[가-힣]$/.test(word) ? `${Number(name)}${word}` : `${word} ${Number(name)}`;
  }

  /** The weeks in their own order, and the number of each. */
  weeks(names) {
    const distinct = [...new Set(names)].filter(Boolean);
    const { labels, by, unplaced, dateOf } = ordered(distinct);
    this.notes.push(this.words.week(this.name("week"), labels, by));
    if (unplaced.length > 0) this.warn(undefined, this.words.unplaced(unplaced));
    // Weeks from 1 on are called by the goal's own language.
    const isPlain = /^(?:weeks?|wk|주차?)$/i.test(weekWordOf(this.name("week")));
    const isBare = this.cells("week").every((cell) => /^\d*$/.test(cell));
    const isCounted = isPlain && isBare && labels.every((label, at) => label === this.called(String(at + 1)));
    const dates = this.dates(names);
    const weeks = labels.map((label) => {
      if (isCounted) return { ...dates.get(label) };
      const { label: text, date = dateOf(label) } = labelled(label);
      return { label: this.short(undefined, text), ...(date ? { date } : {}), ...dates.get(label) };
    });
    return { weeks, numberOf: (name) => labels.indexOf(name) + 1 };
  }

  /** The date of each week from a column of its own, where it is the same in all rows of a week. */
  dates(names) {
    const cells = this.cells("date");
    const { dateOf } = ordered([...new Set(cells)].filter(Boolean));
    const found = new Map();
    for (const name of new Set(names)) {
      const dates = new Set(
        cells
          .filter((_, row) => names[row] === name)
          .map(dateOf)
          .filter(Boolean),
      );
      if (dates.size > 1) {
        this.at.date = undefined;
        return new Map();
      }
      for (const date of dates) found.set(name, { date });
    }
    if (this.at.date !== undefined) this.notes.push(this.words.date(this.name("date")));
    return found;
  }

  /** A task for each row. */
  tasks() {
    const names = this.weekOfRows();
    const [done, titles, groups, links] = ["done", "title", "group", "link"].map((field) => this.cells(field));
    const kinds = new Map();
    const read = this.rows.map(({ line }, row) => {
      const state = this.state(done[row]);
      if (state === undefined) this.refuse(line, this.words.noState(done[row], this.name("done")));
      kinds.set(done[row], state);
      const address = links[row];
      const isLink = isAddress(address);
      if (address && !isLink) this.warn(line, this.words.noAddress(address));
      const title = namesIn(titles[row]).join(", ") + (address && !isLink ? ` (${address})` : "");
      return {
        title: this.short(line, title.trim()),
        week: names[row],
        done: state === "dropped" ? false : state === 1 ? true : state || false,
        group: this.short(line, namesIn(groups[row]).join(", ")),
        link: isLink ? address : undefined,
        isDropped: state === "dropped",
      };
    });
    const { weeks, numberOf } = this.weeks(names);
    for (const field of ["title", "group", "link"])
      if (this.at[field] !== undefined) this.notes.push(this.words[field](this.name(field)));
    this.notes.push(this.words.states(this.name("done"), this.kinds(kinds)));
    const tasks = read.map(({ isDropped, ...task }) => {
      const week = numberOf(task.week);
      if (isDropped) weeks[week - 1].dropped = (weeks[week - 1].dropped ?? 0) + 1;
      return { ...task, week };
    });
    return { weeks, tasks: tasks.toSorted((one, other) => one.week - other.week) };
  }

  /** Which words of a column stand for what. */
  kinds(kinds) {
    const said = new Map();
    for (const [word, state] of kinds) {
      if (state === undefined) continue;
      const meaning =
        state === "dropped"
          ? this.words.dropped
          : state === 1
            ? this.words.yes
            : state === 0
              ? this.words.no
              : this.words.part(state);
      said.set(meaning, [...(said.get(meaning) ?? []), word || '""']);
    }
    const few = (words) => (words.length > 4 ? `${words.slice(0, 3).join(", ")} …` : words.join(", "));
    return [...said].map(([meaning, words]) => `${few(words)} = ${meaning}`).join("; ");
  }

  /** What was planned and done in each week; a week may have several rows. */
  sums() {
    const names = this.weekOfRows();
    const [planned, done] = ["planned", "done"].map((field) => this.cells(field));
    const { weeks, numberOf } = this.weeks(names);
    for (const field of ["planned", "done"])
      if (this.at[field] !== undefined) this.notes.push(this.words[field](this.name(field)));
    const sum = (cells, field, own) => {
      const filled = own.filter((row) => cells[row] !== "");
      if (filled.length === 0) return undefined;
      // A percent or a fraction of the plan stands for itself.
      if (field === "done" && filled.length === 1 && /^\d+(?:[.,]\d+)?\s*(?:%|\/\s*\d+)$/.test(cells[filled[0]]))
        return cells[filled[0]].replace(",", ".").replace(/\s/g, "");
      return filled.reduce((sum, row) => {
        const value = this.amount(cells[row]);
        if (value === undefined) this.refuse(this.rows[row].line, this.words.noAmount(cells[row], this.name(field)));
        return Math.round((sum + (value ?? 0)) * 1e6) / 1e6;
      }, 0);
    };
    for (const [index, week] of weeks.entries()) {
      const own = names.flatMap((name, row) => (name && numberOf(name) === index + 1 ? [row] : []));
      const amounts = { planned: sum(planned, "planned", own), done: sum(done, "done", own) };
      Object.assign(week, Object.fromEntries(Object.entries(amounts).filter(([, value]) => value !== undefined)));
    }
    return { weeks };
  }
}

/**
 * The goal that a table tells, how it was understood, and what keeps it from telling one.
 * @param {{ rows: { line: number, cells: string[] }[], separator: string }} table
 * @param {{ columns?: Record<string, string>, yes?: string[], no?: string[], name?: string, unit?: string,
 *   lang?: string }} options
 */
export function goalOf(table, options = {}) {
  const words = wordsOf(options.lang);
  if (table.rows.length < 2)
    return { notes: [], warnings: [], unknown: [], problems: [{ line: 1, message: words.noTable }] };
  const read = new Table(table, options);
  const hasAmounts =
    read.at.planned !== undefined && most(read.cells("planned"), (cell) => read.amount(cell) !== undefined);
  const isSums =
    hasAmounts &&
    (read.at.done === undefined || read.cells("done").every((cell) => cell === "" || /^[\d.,%/\s]+$/.test(cell)));
  const form = isSums ? "sums" : "tasks";
  const parts =
    read.unknown.length === 0 && read.holds(...(isSums ? ["week", "planned"] : ["week", "done"]))
      ? read[form]()
      : undefined;
  const used = isSums ? ["week", "planned", "done", "date"] : ["week", "title", "done", "group", "link", "date"];
  const columns = new Set(used.map((field) => read.at[field]));
  const unused = read.header.filter((name, column) => name !== "" && !columns.has(column));
  if (unused.length > 0) read.notes.push(words.unused(unused));
  const { notes, warnings, unknown } = read;
  const problems = read.problems.toSorted((one, other) => one.line - other.line);
  const { name: title, lang, unit } = options;
  return {
    goal: parts && problems.length === 0 ? { title, lang, unit, ...parts } : undefined,
    notes,
    warnings,
    problems,
    unknown,
  };
}
