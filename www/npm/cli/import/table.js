// Reads a table's columns: their roles, their texts, and the weeks in order.

import { labelled } from "../../../shell/checklist/weeks.js";
import { namesIn } from "./cells.js";
import { columnsOf, namesFor, weekWordOf } from "./columns.js";
import { ordered } from "./order.js";
import { stateReader } from "./states.js";
import { wordsOf } from "./words.js";

/** The most characters of one text of a goal. */
const MOST_CHARACTERS = 200;

/** An amount. It may contain commas, unless they separate the cells. */
function amount(text, separator) {
  const number = separator === "," ? text : text.replace(/^(\d+),(\d+)$/, "$1.$2");
  return /^\d+(?:\.\d+)?$/.test(number) ? Number(number) : undefined;
}

/** Whether most non-empty cells pass. */
export const most = (cells, passes) => {
  const filled = cells.filter((cell) => cell !== "");
  return filled.length > 0 && filled.filter(passes).length * 2 > filled.length;
};

/** A row of sums below or between the other rows. */
const TOTAL = /^(?:(?:grand )?totals?|sum|합계|총계|소계|총합|계)\s*:?$/i;
/** The header is among this many first rows: a title may come before it. */
const LATEST = 5;

/** The header and the rows below it, without anything before or after the table. */
export function body(rows) {
  const width = Math.max(0, ...rows.slice(0, LATEST).map(({ cells }) => cells.filter(Boolean).length));
  const at = rows.slice(0, LATEST).findIndex(({ cells }) => cells.filter(Boolean).length * 2 > width);
  const below = rows.slice(at + 1);
  const isTotal = ({ cells }) => TOTAL.test(cells.find(Boolean) ?? "");
  const left = [...rows.slice(0, Math.max(0, at)), ...below.filter(isTotal)];
  return { header: rows[at], lines: below.filter((row) => !isTotal(row)), left };
}

/** One table. It collects notes on how it was read, and problems. */
export class Table {
  /**
   * @param {{ header: { line: number, cells: string[] }, rows: { line: number, cells: string[] }[],
   *   separator: string }} table
   * @param {{ columns?: Record<string, string>, yes?: string[], no?: string[], lang?: string }} options
   */
  constructor({ header, rows, separator }, { columns = {}, yes, no, lang }) {
    this.words = wordsOf(lang);
    this.separator = separator;
    this.header = header.cells;
    this.line = header.line;
    this.rows = rows;
    this.notes = [];
    this.warnings = [];
    this.problems = [];
    const all = (column) => rows.map(({ cells }) => cells[column] ?? "");
    const isAmount = (cell) => amount(cell, separator) !== undefined;
    const state = (cells) => stateReader(cells, { yes, no });
    const suits = {
      done: (cells) => {
        const read = state(cells);
        return cells.some((cell) => read(cell) !== undefined || isAmount(cell));
      },
      planned: (cells) => most(cells, isAmount),
      title: (cells) => !most(cells, isAmount),
      anyTitle: (cells) => {
        const filled = cells.filter(Boolean);
        const read = state(cells);
        const areDifferent = filled.length > 0 && new Set(filled).size >= filled.length * 0.9;
        return areDifferent && !most(cells, isAmount) && !most(cells, (cell) => read(cell) !== undefined);
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
    return this.header[this.at[field] ?? -1] ?? "";
  }

  /** Notes what some columns were read as. */
  noteColumns(...fields) {
    for (const field of fields.filter((field) => this.at[field] !== undefined)) {
      this.notes.push(this.words[field](this.name(field)));
    }
  }

  /** Notes the columns that have none of these roles. */
  noteUnused(fields) {
    const used = new Set(fields.map((field) => this.at[field]));
    const unused = this.header.filter((name, column) => name !== "" && !used.has(column));
    if (unused.length > 0) this.notes.push(this.words.unused(unused));
  }

  refuse(line, problem) {
    this.problems.push({ line, message: problem });
  }

  warn(line, warning) {
    this.warnings.push({ line, message: warning });
  }

  /** A text of the goal, cut to the longest that is allowed. */
  short(line, text) {
    const characters = [...text];
    if (characters.length <= MOST_CHARACTERS) return text || undefined;
    this.warn(line, this.words.shortened(characters.slice(0, 40).join("")));
    return `${characters
      .slice(0, MOST_CHARACTERS - 1)
      .join("")
      .trimEnd()}…`;
  }

  /** Whether all required columns exist; a problem reports each missing one. */
  holds(...fields) {
    for (const field of fields.filter((field) => this.at[field] === undefined)) {
      const names = namesFor(field);
      this.refuse(this.line, this.words.noColumn(this.words.what[field], `--${field}`, names, this.header.join(", ")));
    }
    return this.problems.length === 0;
  }

  /** The week of each row. Below a cell that spans several rows, spreadsheets export empty cells. */
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

  /** Puts the column's name before a bare number: 12 in "Sprint" is "Sprint 12". */
  called(name) {
    if (!/^\d+$/.test(name)) return name;
    const word = weekWordOf(this.name("week"));
    return /[가-힣]$/.test(word) ? `${Number(name)}${word}` : `${word} ${Number(name)}`;
  }

  /** The weeks in order, and the number of each. */
  weeks(names) {
    const distinct = [...new Set(names)].filter(Boolean);
    const { labels, by, unplaced, dateOf } = ordered(distinct);
    this.notes.push(this.words.week(this.name("week"), labels, by));
    if (unplaced.length > 0) this.warn(undefined, this.words.unplaced(unplaced));
    // The widget itself labels weeks from 1 on, in the goal's language.
    const isPlain = /^(?:weeks?|wk|주차?)$/i.test(weekWordOf(this.name("week")));
    const isBare = this.cells("week").every((cell) => /^\d*$/.test(cell));
    const isCounted = isPlain && isBare && labels.every((label, at) => label === this.called(String(at + 1)));
    const dates = this.dates(names);
    const weeks = labels.map((label) => {
      if (isCounted) return { ...dates.get(label) };
      const { label: text, date = dateOf(label) } = labelled(label);
      return { label: this.short(undefined, text), ...(date ? { date } : {}), ...dates.get(label) };
    });
    return { weeks, numbers: new Map(labels.map((label, at) => [label, at + 1])) };
  }

  /** The date of each week from a date column, if all rows of the week have the same date. */
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
}
