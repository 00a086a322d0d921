// Cleans single cells: names of related pages, as Notion exports them, and addresses.

const NOTION_ID = /[ -][0-9a-f]{8,32}$/i;
const decoded = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** A page's name, from its address or its path in the export. */
function pageName(address) {
  const last = decoded(
    address
      .replace(/[?#].*$/, "")
      .split("/")
      .at(-1),
  ).replace(/\.md$/, "");
  const name = last.replace(NOTION_ID, "");
  return /^https?:/.test(address) ? name.replaceAll("-", " ") : name;
}

const NAMED = /^(?<name>[^,][^()]*?)\s*\((?:https?:\/\/[^\s()]+|[^()]*\.md)\)$/;
const PATH = /^(?:\.{1,2}\/|[^,\s]*%20)[^,]*\.md$/;
const PAGE = /^https?:\/\/(?:www\.)?notion\.(?:so|site)\/\S+$/;
/** The separator of related pages. */
const BETWEEN = /(?<=\)|\.md),\s*/;

/**
 * The names in a cell: those of related pages, else its text.
 * @param {string} cell
 * @returns {string[]}
 */
export function namesIn(cell) {
  const names = cell.split(BETWEEN).flatMap((part) => {
    const text = part.trim();
    const name = NAMED.exec(text)?.groups?.name ?? (PATH.test(text) || PAGE.test(text) ? pageName(text) : "");
    return name === "" ? [] : [name];
  });
  return names.length === cell.split(BETWEEN).length ? names : [cell];
}

/** Whether a text is an address that a link may use: on the web, or from the site's root. */
export function isAddress(text) {
  if (/[\s,]/.test(text) || text.length > 2000) return false;
  return /^\/[^/]/.test(text) || (/^https?:\/\/[^/]/i.test(text) && URL.canParse(text));
}
