// Builds a goal's table for the core: in one call, because asking for each node by itself takes longer than making it.
//
// No markup is parsed, so nothing in a goal can become markup.

/**
 * @typedef {{ text: string, link: string | null, authored: boolean }} Note
 * @typedef {{ label: string, cells: string[], note: Note | null }} Row
 * @typedef {{ header: string, kind: "text" | "number" | "note" }} Column
 * @typedef {{ caption: string, authorLang: string | null, columns: Column[], rows: Row[] }} Table
 */

const made = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

// The author's texts are in the author's language, where that is not the language around them.
const authored = ({ authorLang }) => (authorLang ? { lang: authorLang } : {});

/** A table with its caption, its headers, and a row a week. @param {Table} table */
export function begin(table) {
  const { caption, columns } = table;
  const header = ({ header, kind }) => made("th", { scope: "col", className: kind }, header);
  const head = made("thead", {}, made("tr", {}, ...columns.map(header)));
  return made("table", {}, made("caption", authored(table), caption), head, made("tbody", {}, ...body(table)));
}

/** Adds the rows of further weeks. @param {HTMLTableElement} element @param {Table} table */
export function further(element, table) {
  element.tBodies[0].append(...body(table));
}

function body(table) {
  const cell = (text, index) => made("td", { className: table.columns[index + 1].kind }, text);
  const note = (note) => {
    // The core lets only web addresses through.
    const link = note.link && made("a", { href: note.link, rel: "noopener nofollow" }, note.text);
    return made("td", { className: "note", ...(note.authored && authored(table)) }, link ?? note.text);
  };
  const row = ({ label, cells, note: said }) =>
    made(
      "tr",
      {},
      made("th", { scope: "row", ...authored(table) }, label),
      ...cells.map(cell),
      ...(said ? [note(said)] : []),
    );
  return table.rows.map(row);
}

/** Resolves in the page's next idle moment, within a second; at once, where the browser knows no idle moments. */
export function idle() {
  return new Promise((resolve) =>
    globalThis.requestIdleCallback ? requestIdleCallback(resolve, { timeout: 1000 }) : setTimeout(resolve),
  );
}
