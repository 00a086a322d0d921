// Builds a goal's table for the core: in one call, as each node by itself takes longer to ask for than to make.
//
// No markup is parsed, so nothing in a goal can become markup.

/** Rows that stand there at once: a year of weeks. The picture does not wait for more; the page's first idle moment does. */
const AT_ONCE = 52;

const made = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

/** Within a second; at the next opportunity, where a browser does not say when it is idle. */
const whenIdle = (work) => (globalThis.requestIdleCallback ? requestIdleCallback(work, { timeout: 1000 }) : setTimeout(work));

/** The table of an account: its caption, its headers, and a row a week. A cell that is a text alone is a number. */
export function table({ caption, authorLang, headers, rows }) {
  // What the author wrote is in the author's language, where that is not the language around it.
  const authored = authorLang ? { lang: authorLang } : {};
  const cell = (cell) => {
    if (typeof cell === "string") return made("td", { className: "number" }, cell);
    const { text, link } = cell;
    // The core lets only web addresses through.
    const content = link ? made("a", { href: link, rel: "noopener nofollow" }, text) : text;
    return made("td", cell.authored ? { className: "note", ...authored } : {}, content);
  };
  // Numbers and what stands above them end on one line.
  const number = (index) => typeof rows[0]?.cells[index - 1] === "string";
  const header = (text, index) => made("th", { scope: "col", className: number(index) ? "number" : "" }, text);
  const row = ({ label, cells }) => made("tr", {}, made("th", { scope: "row", ...authored }, label), ...cells.map(cell));
  const body = made("tbody", {}, ...rows.slice(0, AT_ONCE).map(row));
  if (rows.length > AT_ONCE) whenIdle(() => body.append(...rows.slice(AT_ONCE).map(row)));
  return made("table", {}, made("caption", authored, caption), made("thead", {}, made("tr", {}, ...headers.map(header))), body);
}
