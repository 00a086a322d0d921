// Builds the table of a goal for the core, in one call: one call per node would take longer than making the node.
//
// No markup is parsed, so nothing in a goal can become markup.

/**
 * @typedef {object} Note
 * @property {string} text
 * @property {string | null} link an address: the core lets only web addresses through
 * @property {boolean} authored whether the author wrote the text
 *
 * @typedef {{ label: string, cells: string[], note: Note | null }} Row
 * @typedef {{ key: string, name: string, kind: "text" | "number" | "note", blank: boolean }}
 *   Column
 *
 * @typedef {object} Table
 * @property {string} captionIn the title, with the unit
 * @property {string} half how the language writes 0.5
 * @property {string | null} authorLang the author's language, if it is not the language around the table
 * @property {Column[]} columns
 * @property {Row[]} rows
 */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} properties
 * @param {(Node | string)[]} children
 */
const create = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

/**
 * The same for a part of the table. It keeps its role when CSS gives a narrow table another `display`.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {string} role
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} properties
 * @param {(Node | string)[]} children
 */
const part = (role, tag, properties, ...children) => {
  const element = create(tag, properties, ...children);
  element.setAttribute("role", role);
  return element;
};

/** The column that a narrow table shows in the cell of another column. */
const MOVED = { week: "date", done: "load" };
/** The columns that a narrow table leaves out if it shows how much is done of the work due. */
const SPARE = ["date", "planned", "carriedIn", "dropped", "load", "completed"];

/** The class of a column's cells. @param {Column} column @param {Column[]} columns */
function classOf({ key, kind }, columns) {
  const has = (wanted) => columns.some((column) => column.key === wanted);
  const isSpare = SPARE.includes(key) && (key === "date" || (has("done") && has("load")));
  return `${kind} ${key}${isSpare ? " spare" : ""}`;
}

/**
 * Adds to a cell the text that a narrow table shows in it as well.
 * @param {HTMLElement} cell
 * @param {string} key its column
 * @param {(key: string) => string | undefined} textOf the text of another column in this row
 */
function beside(cell, key, textOf) {
  const text = textOf(MOVED[key]);
  if (text) cell.dataset.beside = text;
  return cell;
}

/** The language of a text that the author wrote. @param {Table} table */
const authored = ({ authorLang }) => (authorLang ? { lang: authorLang } : {});

/**
 * The table without its blank columns.
 * @param {Table} table
 * @returns {Table}
 */
function withoutBlanks({ columns, rows, ...table }) {
  const isKept = (_, at) => !columns[at + 1].blank;
  return {
    ...table,
    columns: columns.filter(({ blank }) => !blank),
    rows: rows.map((row) => ({ ...row, cells: row.cells.filter(isKept) })),
  };
}

/**
 * Starts a table: its caption, its headers, and a row for each week.
 * @param {Table} given
 */
export function begin(given) {
  const table = withoutBlanks(given);
  const { captionIn, columns } = table;
  const nameOf = (key) => columns.find((column) => column.key === key)?.name;
  const header = (column) =>
    beside(
      part("columnheader", "th", { scope: "col", className: classOf(column, columns) }, column.name),
      column.key,
      nameOf,
    );
  const element = part(
    "table",
    "table",
    {},
    create("caption", authored(table), captionIn),
    part("rowgroup", "thead", {}, part("row", "tr", {}, ...columns.map(header))),
    part("rowgroup", "tbody", {}, ...body(table)),
  );
  align(element, table);
  return element;
}

/**
 * Adds the rows of further weeks.
 * @param {HTMLTableElement} element
 * @param {Table} given
 */
export function further(element, given) {
  const table = withoutBlanks(given);
  element.tBodies[0].append(...body(table));
  align(element, table);
}

/**
 * Gives all numbers of a column the same number of decimals, so that the decimal points align.
 * @param {HTMLTableElement} element
 * @param {Table} table
 */
function align(element, { columns, half }) {
  const [zero, point] = half;
  for (const [at, { kind }] of columns.entries()) {
    if (kind !== "number") continue;
    const cells = [...element.tBodies[0].rows].map((row) => row.cells[at]);
    // Text around a number is kept: "about", a percent sign.
    const numbers = cells.map((cell) => /^(\P{N}*)(.*\p{N})(\P{N}*)$/u.exec(cell.textContent) ?? []);
    const decimals = numbers.map(([, , number = ""]) => number.split(point)[1]?.length ?? 0);
    const most = Math.max(...decimals);
    numbers.forEach(([, before, number, after], row) => {
      if (!number || decimals[row] === most) return;
      cells[row].textContent =
        before + number + (decimals[row] ? "" : point) + zero.repeat(most - decimals[row]) + after;
    });
  }
}

/** @param {Table} table */
function body(table) {
  const { columns } = table;
  const classes = columns.map((column) => classOf(column, columns));
  const note = ({ text, link, authored: isAuthored }) =>
    part(
      "cell",
      "td",
      { className: classes.at(-1), ...(isAuthored && authored(table)) },
      link ? create("a", { href: link, rel: "noopener nofollow" }, text) : text,
    );
  return table.rows.map(({ label, cells, note: remark }) => {
    const textOf = (key) => cells[columns.findIndex((column) => column.key === key) - 1];
    const cell = (text, at) =>
      beside(part("cell", "td", { className: classes[at + 1] }, text), columns[at + 1].key, textOf);
    const head = part("rowheader", "th", { scope: "row", className: classes[0], ...authored(table) }, label);
    return part("row", "tr", {}, beside(head, "week", textOf), ...cells.map(cell), ...(remark ? [note(remark)] : []));
  });
}

/** Resolves in the page's next idle moment, within a second; in browsers without idle callbacks, in the next task. */
export function idle() {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(resolve, { timeout: 1000 });
    else setTimeout(resolve);
  });
}
