// What the reader needs of a tree: names, attributes, children, parents and text. The nodes of a page have them, and so
// have those that the command line makes of parsed Markdown and HTML.

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

/** What a text never comes from. */
const MUTE = /^(script|style|template|noscript|svg|button|dialog|nav|goal-post)$/;
/** What begins a line of its own. */
const BLOCK = /^(p|div|blockquote|pre|table|section|article|figure|details|dl|h[1-6]|header)$/;
const LIST = /^(ul|ol)$/;
/** Zero-width characters, with which themes fill permalinks, and the one that asks for an emoji. */
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\ufe0f]/g;

export const isElement = (node) => node.nodeType === 1;
export const attribute = (node, name) => node.getAttribute?.(name) ?? null;
export const classes = (node) => attribute(node, "class") ?? "";
export const isMute = (node) => MUTE.test(node.localName) || attribute(node, "hidden") === "";
export const plain = (text) => text.replace(INVISIBLE, "").replace(/\s+/g, " ").trim();

/**
 * The elements in a node, in their order; those for which `enters` is false are given, but what is in them is not.
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

/** The nearest element that passes, the node itself or one around it, also across the border of a shadow tree. */
export function closest(node, passes) {
  for (let at = node; at; at = at.parentNode ?? at.host) {
    if (isElement(at) && passes(at)) return at;
  }
  return undefined;
}

/** The rank of a heading, 1 to 6; undefined of any other element. */
export function rankOf(node) {
  const [, digit] = /^h([1-6])$/.exec(node.localName) ?? [];
  if (digit) return Number(digit);
  return attribute(node, "role") === "heading" ? Number(attribute(node, "aria-level") ?? 2) : undefined;
}

/** A name without the colon behind it. */
export const unpointed = (text) => text.replace(/\s*[:：]$/, "");

/** A link to a place of the page, as themes put into headings so that readers can copy the address. */
const isPermalink = (node) => node.localName === "a" && /^#|^$/.test(attribute(node, "href") ?? "#");
const isFootnote = (node) => node.localName === "sup" && [...elements(node)].some(isPermalink);
/** What stands beside a heading's text and is not read. */
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
      // An emoji may be drawn as an image.
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

/** The text of what names other things, without permalinks, unless it is all that there is. */
export function title(element) {
  const text = (skips) => lines(element, skips).join(" ");
  return unpointed(text(isBeside) || text());
}
