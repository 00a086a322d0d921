// Builds a goal's table for the core: in one call, as each node by itself takes longer to ask for than to make.
//
// No markup is parsed, so nothing in a goal can become markup.

const made = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

// What the author wrote is in the author's language, where that is not the language around it.
const authored = ({ authorLang }) => (authorLang ? { lang: authorLang } : {});

/** A table: its caption, its headers, and a row a week. A cell that is a text alone is a number. */
export function begin(table) {
  const { caption, headers, rows } = table;
  // Numbers and what stands above them end on one line.
  const number = (index) => typeof rows[0]?.cells[index - 1] === "string";
  const header = (text, index) => made("th", { scope: "col", className: number(index) ? "number" : "" }, text);
  const head = made("thead", {}, made("tr", {}, ...headers.map(header)));
  return made("table", {}, made("caption", authored(table), caption), head, made("tbody", {}, ...body(table)));
}

/** Adds the rows of further weeks. */
export function further(element, table) {
  element.tBodies[0].append(...body(table));
}

function body(table) {
  const cell = (cell) => {
    if (typeof cell === "string") return made("td", { className: "number" }, cell);
    const { text, link } = cell;
    // The core lets only web addresses through.
    const content = link ? made("a", { href: link, rel: "noopener nofollow" }, text) : text;
    return made("td", cell.authored ? { className: "note", ...authored(table) } : {}, content);
  };
  const row = ({ label, cells }) => made("tr", {}, made("th", { scope: "row", ...authored(table) }, label), ...cells.map(cell));
  return table.rows.map(row);
}

/** Resolves in the page's next idle moment, within a second; at the next opportunity, where a browser does not say. */
export function idle() {
  return new Promise((resolve) => (globalThis.requestIdleCallback ? requestIdleCallback(resolve, { timeout: 1000 }) : setTimeout(resolve)));
}
