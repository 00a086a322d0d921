// Builds the table of a goal for the core, in one call: to ask for each node by itself takes longer than to make it.
//
// No markup is parsed, so nothing in a goal can become markup.

/**
 * @typedef {object} Note
 * @property {string} text
 * @property {string | null} link an address: the core lets only web addresses through
 * @property {boolean} authored whether the author wrote the text
 *
 * @typedef {{ label: string, cells: string[], note: Note | null }} Row
 * @typedef {{ header: string, kind: "text" | "number" | "note" }} Column
 *
 * @typedef {object} Table
 * @property {string} caption
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

/** The language of a text that the author wrote. @param {Table} table */
const authored = ({ authorLang }) => (authorLang ? { lang: authorLang } : {});

/**
 * A table: its caption, its headers, and a row for each week.
 * @param {Table} table
 */
export function begin(table) {
  const { caption, columns } = table;
  const header = ({ header, kind }) => create("th", { scope: "col", className: kind }, header);
  return create(
    "table",
    {},
    create("caption", authored(table), caption),
    create("thead", {}, create("tr", {}, ...columns.map(header))),
    create("tbody", {}, ...body(table)),
  );
}

/**
 * Adds the rows of further weeks.
 * @param {HTMLTableElement} element
 * @param {Table} table
 */
export function further(element, table) {
  element.tBodies[0].append(...body(table));
}

/** @param {Table} table */
function body(table) {
  const cell = (text, index) => create("td", { className: table.columns[index + 1].kind }, text);
  const note = ({ text, link, authored: isAuthored }) =>
    create(
      "td",
      { className: "note", ...(isAuthored && authored(table)) },
      link ? create("a", { href: link, rel: "noopener nofollow" }, text) : text,
    );
  const row = ({ label, cells, note: remark }) =>
    create(
      "tr",
      {},
      create("th", { scope: "row", ...authored(table) }, label),
      ...cells.map(cell),
      ...(remark ? [note(remark)] : []),
    );
  return table.rows.map(row);
}

/** Resolves in the page's next idle moment, within a second; in the next task where the browser does not tell. */
export function idle() {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(resolve, { timeout: 1000 });
    else setTimeout(resolve);
  });
}
