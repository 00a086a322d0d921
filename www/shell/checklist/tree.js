// What the reader needs of a tree: names, attributes, children, parents and text. A page's nodes have them, and so
// have the nodes that the command line makes from parsed Markdown and HTML.

/**
 * @typedef {object} Tree a node: an element, a text, or the root of either kind of tree
 * @property {number} nodeType 1 for an element, 3 for a text
 * @property {string} [localName] of an element, in lower case
 * @property {string | null} nodeValue of a text
 * @property {Iterable<Tree>} childNodes
 * @property {Tree | null} parentNode
 * @property {Tree} [host] of a shadow root
 * @property {(name: string) => string | null} [getAttribute] of an element
 * @property {boolean} [checked] of a check box in a page
 * @property {boolean} [indeterminate] the same
 */

/** Elements whose text is never read. */
const MUTE = /^(script|style|template|noscript|svg|button|dialog|nav|goal-post)$/;
/** Elements that start a new line. */
const BLOCK = /^(p|div|blockquote|pre|table|section|article|figure|details|dl|h[1-6]|header)$/;
const LIST = /^(ul|ol)$/;
/** Zero-width characters, which themes put into permalinks, and the emoji variation selector. */
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\ufe0f]/g;

export const isElement = (node) => node.nodeType === 1;
export const attribute = (node, name) => node.getAttribute?.(name) ?? null;
export const classes = (node) => attribute(node, "class") ?? "";
export const isMute = (node) => MUTE.test(node.localName) || attribute(node, "hidden") === "";
export const plain = (text) => text.replace(INVISIBLE, "").replace(/\s+/g, " ").trim();

/**
 * The elements inside a node, in document order. `enters` decides whether the elements inside an element follow.
 * @param {any} node
 * @param {(node: any) => boolean} enters
 * @returns {Generator<any>}
 */
export function* elements(node, enters = () => true) {
  for (const child of node.childNodes) {
    if (!isElement(child)) continue;
    yield child;
    if (enters(child)) yield* elements(child, enters);
  }
}

/** The nearest element that passes, from the node itself outwards, also across the border of a shadow tree. */
export function closest(node, passes) {
  for (let at = node; at; at = at.parentNode ?? at.host) {
    if (isElement(at) && passes(at)) return at;
  }
  return undefined;
}

/** The rank of a heading, 1 to 6; undefined for any other element. */
export function rankOf(node) {
  const [, digit] = /^h([1-6])$/.exec(node.localName) ?? [];
  if (digit) return Number(digit);
  return attribute(node, "role") === "heading" ? Number(attribute(node, "aria-level") ?? 2) : undefined;
}

/** A name without a colon at its end. */
export const unpointed = (text) => text.replace(/\s*[:：]$/, "");

/** A link to a place on the page, which themes put into headings so that readers can copy the address. */
const isPermalink = (node) => node.localName === "a" && /^#|^$/.test(attribute(node, "href") ?? "#");
const isFootnote = (node) => node.localName === "sup" && [...elements(node)].some(isPermalink);
/** Parts of a heading that are not its text. */
const isBeside = (node) => isPermalink(node) || attribute(node, "aria-hidden") === "true";

/**
 * The lines of text in an element, without those of the lists in it.
 * @param {any} element
 * @param {(node: any) => boolean} skips
 */
export function lines(element, skips = () => false) {
  const all = [""];
  const breaks = () => {
    if (plain(all.at(-1))) all.push("");
  };
  const visit = (node) => {
    for (const child of node.childNodes) {
      if (!isElement(child)) {
        if (child.nodeType === 3) all[all.length - 1] += child.nodeValue;
        continue;
      }
      const name = child.localName;
      if (LIST.test(name) || isMute(child) || isFootnote(child) || skips(child)) continue;
      if (name === "br") breaks();
      // Some sites draw emoji as images.
      else if (name === "img" && /emoji/.test(classes(child))) all[all.length - 1] += attribute(child, "alt") ?? "";
      else if (BLOCK.test(name)) {
        breaks();
        visit(child);
        breaks();
      } else visit(child);
    }
  };
  visit(element);
  return all.map(plain).filter(Boolean);
}

/** The text of a naming element, without permalinks unless there is no other text. */
export function title(element) {
  const text = (skips) => lines(element, skips).join(" ");
  return unpointed(text(isBeside) || text());
}
