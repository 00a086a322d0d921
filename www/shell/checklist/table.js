// Reads a table of ticks: either a row an entry, perhaps with a column of weeks, or a grid of weeks and entries.

import { boxOf, isCircle, leading, stateOf } from "./marks.js";
import { elements, lines, title } from "./tree.js";
import { naming } from "./weeks.js";

const WEEK_HEADER = /^(?:.*\s)?(?:weeks?|sprint|round|주차|주|회차|차시)$/iu;
const TITLE_HEADER = /(?:^|\s)(?:title|task|name|topic|lecture|what|제목|할 ?일|강의|과제|내용|주제|목표)$/iu;
/** A tick in such a column means planned, not done. */
const PLAN_HEADER = /^(?:planned|plan|계획|예정)$/iu;
/** The text of cells that do not apply. */
const DASH = /^[-–—.·]+$/;

/** The rows of a table as cells. A cell that spans several rows is in each of them. */
function grid(table) {
  const rows = [...elements(table, ({ localName }) => !/^(tr|table)$/.test(localName))].filter(
    ({ localName }) => localName === "tr",
  );
  const spans = [];
  return rows.map((row) => {
    const cells = [...row.childNodes].filter(({ localName }) => /^t[dh]$/.test(localName));
    const all = [];
    while (cells.length > 0 || spans[all.length]?.rows > 0) {
      const at = all.length;
      if (spans[at]?.rows > 0) {
        spans[at].rows--;
        all.push(spans[at].cell);
      } else {
        const node = cells.shift();
        const hasList = [...elements(node)].some(({ localName }) => /^[uo]l$/.test(localName));
        const cell = { node, text: title(node), isHead: node.localName === "th", hasList };
        spans[at] = { cell, rows: Number(node.getAttribute("rowspan") ?? 1) - 1 };
        all.push(cell);
      }
    }
    return all;
  });
}

/** The ticks of a cell: its own, or one an entry, each on a line with a mark; nothing if any line has no mark. */
function ticksOf({ node, text }, circles) {
  const box = boxOf(node);
  const all = box ? undefined : stateOf(text, { circles });
  if (box) return [{ title: text, state: box.state, mark: box.mark }];
  if (all !== undefined) return [{ title: "", state: all, mark: text }];
  const marked = lines(node).map((line) => leading(line));
  const ticks = marked.flatMap((found) => (found ? [{ ...found, title: found.rest }] : []));
  return ticks.length === marked.length ? ticks : [];
}

/**
 * Adds the contents of a table to what was found.
 * @param {any} table
 * @param {import("./trail.js").Trail} at
 * @param {{ entries: object[], warn: Function, keep: Function, within: Function }} found
 */
export function readTable(table, at, { entries, warn, keep, within }) {
  const rows = grid(table);
  const header = rows[0]?.every(({ isHead }) => isHead) ? rows.shift() : [];
  const read = new Columns(rows, header);
  const { week, ticks, named } = read;

  const placed = new Map();
  const placeOf = (text) => {
    if (!placed.has(text)) placed.set(text, at.under(keep(at.name("row", text))));
    return placed.get(text);
  };
  const add = ({ title, state, mark }, place) => {
    if (state === undefined) warn("oddMark", mark, title);
    entries.push({ title, state: state ?? 0, signed: false, path: place.names });
  };

  const isGrid = ticks.length > 1;
  const acrossWeeks = isGrid && half(ticks, (column) => naming(read.heads[column]) > 0);
  if (acrossWeeks) for (const column of ticks) placeOf(read.heads[column]);
  // If any mark means not done, an empty cell means not planned.
  const emptyIsOpen = !isGrid || read.all.every(({ state }) => state !== 0);

  let above = at;
  for (const row of rows) {
    const text = row[named ?? -1]?.text ?? "";
    const weekText = read.weekIn(row);
    // In a handwritten table, only the first row of a week names it.
    if (weekText) above = placeOf(weekText);
    const place = isGrid && !acrossWeeks && week === undefined && text ? placeOf(text) : above;
    for (const [column, cell] of row.entries()) {
      const here = acrossWeeks && ticks.includes(column) ? placeOf(read.heads[column]) : place;
      const called = isGrid && !acrossWeeks ? read.heads[column] : text;
      if (cell.hasList) within(cell.node, here);
      else if (!ticks.includes(column) || DASH.test(cell.text)) continue;
      else if (isEmpty(cell)) {
        if (emptyIsOpen && called) add({ title: called, state: 0, mark: "" }, here);
      } else {
        const all = ticksOf(cell, read.circles);
        // Text beside the only tick of a row with a title is a remark.
        const isRemark = !isGrid && all.length === 1 && text;
        for (const tick of all) add({ ...tick, title: isRemark ? text : tick.title || called }, here);
      }
    }
  }
}

const half = (all, passes) => all.length > 0 && all.filter(passes).length * 2 >= all.length;
const isEmpty = ({ node, text }) => text === "" && !boxOf(node);

/** The roles of a table's columns, from their headers and their cells. */
class Columns {
  constructor(rows, header) {
    const width = Math.max(0, ...rows.map((row) => row.length));
    const columns = Array.from({ length: width }, (_, column) => column);
    this.heads = columns.map((column) => header[column]?.text ?? "");
    const says = (cell) => cell && !cell.hasList && !DASH.test(cell.text) && !isEmpty(cell);
    const filled = columns.map((column) => rows.map((row) => row[column]).filter(says));
    this.circles = filled.flat().some(({ text }) => isCircle(text));
    const isTicks = (column) =>
      filled[column].length > 0 && filled[column].every((cell) => ticksOf(cell, this.circles).length > 0);
    /** The columns of ticks. */
    this.ticks = columns.filter((column) => isTicks(column) && !PLAN_HEADER.test(this.heads[column]));
    this.all = this.ticks.flatMap((column) => filled[column].flatMap((cell) => ticksOf(cell, this.circles)));
    const others = columns.filter((column) => !isTicks(column) && filled[column].length > 0);
    const namesWeeks = (column) => half(filled[column], ({ text }) => naming(text) > 0);
    /** The column that names weeks. */
    this.week = others.find((column) => WEEK_HEADER.test(this.heads[column]) || namesWeeks(column));
    const rest = others.filter((column) => column !== this.week);
    const isNumbers = (column) => filled[column].every(({ text }) => /^#?\d+\.?$/.test(text));
    const isTitle = (column) => TITLE_HEADER.test(this.heads[column]);
    /** The column of the entries' titles. */
    this.named = rest.find(isTitle) ?? rest.find((column) => !isNumbers(column));
  }

  /** The name of a row's week. A bare number gets the column's name in front. */
  weekIn(row) {
    const text = this.week === undefined ? "" : (row[this.week]?.text ?? "");
    const head = this.heads[this.week ?? -1];
    if (DASH.test(text)) return "";
    if (!/^\d+$/.test(text) || !head) return text;
    return /[가-힣]$/.test(head) ? text + head : `${head} ${text}`;
  }
}
