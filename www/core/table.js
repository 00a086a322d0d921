// Builds the table of a goal for the core, in one call: to ask for each node by itself takes longer than to make it.
//
// No markup is parsed, so nothing in a goal can become markup.

/**
 * @typedef {object} Cell
 * @property {string} text
 * @property {"number" | "text"} kind numbers are aligned at their end
 * @property {string} [link] an address: the core lets only web addresses through
 * @property {boolean} [authored] whether the author wrote the text
 *
 * @typedef {object} Row
 * @property {string} label
 * @property {Cell[]} cells
 *
 * @typedef {object} Table
 * @property {string} caption
 * @property {string} [authorLang] the author's language, if it is not the language around the table
 * @property {string[]} headers
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
  const { caption, headers, rows } = table;
  // A header is aligned with the numbers below it.
  const isNumber = (index) => rows[0]?.cells[index - 1]?.kind === "number";
  const header = (text, index) => create("th", { scope: "col", className: isNumber(index) ? "number" : "" }, text);
  return create(
    "table",
    {},
    create("caption", authored(table), caption),
    create("thead", {}, create("tr", {}, ...headers.map(header))),
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
  /** @param {Cell} cell */
  const data = ({ text, kind, link, authored: isAuthored }) => {
    const content = link ? create("a", { href: link, rel: "noopener nofollow" }, text) : text;
    if (kind === "number") return create("td", { className: "number" }, content);
    return create("td", isAuthored ? { className: "note", ...authored(table) } : {}, content);
  };
  /** @param {Row} row */
  const row = ({ label, cells }) =>
    create("tr", {}, create("th", { scope: "row", ...authored(table) }, label), ...cells.map(data));
  return table.rows.map(row);
}

/** Resolves in the page's next idle moment, within a second; in the next task where the browser does not tell. */
export function idle() {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(resolve, { timeout: 1000 });
    else setTimeout(resolve);
  });
}
