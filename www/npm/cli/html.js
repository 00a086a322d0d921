// Parses HTML into a tree whose nodes know their places in the text, and finds nodes by CSS selectors.

import { compile, selectAll } from "css-select";
import { parse, parseFragment } from "parse5";

/** @import { DefaultTreeAdapterMap } from "parse5" */
/** @typedef {DefaultTreeAdapterMap["node"]} Node */
/** @typedef {DefaultTreeAdapterMap["element"]} Element */
/** @typedef {DefaultTreeAdapterMap["parentNode"]} Parent */

const HTML = "http://www.w3.org/1999/xhtml";

/**
 * The tree of a page or of a fragment. The contents of <template> and <noscript> are left out, as in a browser
 * that runs scripts.
 * @param {string} html
 * @param {{ isFragment?: boolean, hasPlaces?: boolean }} kind parsing without places takes a third of the time
 * @returns {Parent}
 */
export const treeOf = (html, { isFragment = false, hasPlaces = true } = {}) =>
  (isFragment ? parseFragment : parse)(html, { sourceCodeLocationInfo: hasPlaces });

/** @type {(node: Node) => node is Element} */
export const isElement = (node) => "tagName" in node;
/** @param {Element} element */
export const isHtml = ({ namespaceURI }) => namespaceURI === HTML;
/** @param {Element} element @param {string} name */
export const attribute = ({ attrs }, name) => attrs.find((attr) => attr.name === name)?.value;
/** @type {(node: Node | Parent) => Node[]} */
export const childrenOf = (node) => ("childNodes" in node ? node.childNodes : []);
/** @param {Node} node @returns {Parent | null} */
const parentOf = (node) => ("parentNode" in node ? node.parentNode : null);

/**
 * All nodes inside a node, in document order. `enters` decides whether the nodes inside a node follow.
 * @param {Node | Parent} root
 * @param {(node: Node) => boolean} enters
 * @returns {Generator<Node>}
 */
export function* nodesIn(root, enters = () => true) {
  // Iterative, because pages may nest deeper than the call stack.
  const waiting = [...childrenOf(root)].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    if (!enters(node)) continue;
    const children = childrenOf(node);
    for (let at = children.length - 1; at >= 0; at--) waiting.push(children[at]);
  }
}

/**
 * The place of a node in the text. Nodes that the parser adds, such as a missing <head>, have none.
 * @param {Node} node
 * @returns {import("parse5").Token.ElementLocation}
 */
export const placeOf = (node) => /** @type {any} */ (node).sourceCodeLocation;

/** The elements around a node, from the inside out. @param {Node} node @returns {Generator<Element>} */
export function* around(node) {
  for (let at = parentOf(node); at; at = parentOf(at)) if (isElement(at)) yield at;
}

/** The text nodes inside a node, in document order. @param {Node} node */
export const textsIn = (node) => [...nodesIn(node)].filter((inner) => inner.nodeName === "#text");

/** @type {import("css-select").Options<Node, Element>["adapter"]} */
const adapter = {
  isTag: isElement,
  getName: ({ tagName }) => tagName,
  getAttributeValue: attribute,
  hasAttrib: (element, name) => attribute(element, name) !== undefined,
  getChildren: childrenOf,
  getParent: (element) => /** @type {Node | null} */ (parentOf(element)),
  getSiblings: (node) => childrenOf(parentOf(node) ?? node),
  getText: (node) =>
    textsIn(node)
      .map((text) => /** @type {any} */ (text).value)
      .join(""),
  removeSubsets: (nodes) => nodes.filter((node) => ![...around(node)].some((outer) => nodes.includes(outer))),
};

/** Compiles a selector to a test for elements. @param {string} selector */
export const matcher = (selector) => compile(selector, { adapter });
/**
 * The elements that match a selector, among some nodes and everything inside them.
 * @param {Node[]} nodes
 * @param {string} selector
 * @returns {Element[]}
 */
export const select = (nodes, selector) => selectAll(selector, nodes, { adapter });
