// Parses HTML into a tree whose nodes know where they stand in the text, and finds nodes by CSS selectors.

import { compile, selectAll } from "css-select";
import { parse, parseFragment } from "parse5";

/** @import { DefaultTreeAdapterMap } from "parse5" */
/** @typedef {DefaultTreeAdapterMap["node"]} Node */
/** @typedef {DefaultTreeAdapterMap["element"]} Element */
/** @typedef {DefaultTreeAdapterMap["parentNode"]} Parent */

const HTML = "http://www.w3.org/1999/xhtml";

/**
 * The tree of a page, or of a part of one. What stands in <template> and <noscript> is no part of it, as in a browser
 * that runs scripts.
 * @param {string} html
 * @param {{ isFragment?: boolean, hasPlaces?: boolean }} kind without places, it is made in a third of the time
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
 * All nodes in a node, in the order of the page. Those for which `enters` is false are given, but what is in them is not.
 * @param {Node | Parent} root
 * @param {(node: Node) => boolean} enters
 * @returns {Generator<Node>}
 */
export function* nodesIn(root, enters = () => true) {
  // Pages nest deeper than functions can.
  const waiting = [...childrenOf(root)].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    if (!enters(node)) continue;
    const children = childrenOf(node);
    for (let at = children.length - 1; at >= 0; at--) waiting.push(children[at]);
  }
}

/**
 * Where a node stands in the text. Nodes that the parser adds by itself, such as a missing <head>, stand nowhere.
 * @param {Node} node
 * @returns {import("parse5").Token.ElementLocation}
 */
export const placeOf = (node) => /** @type {any} */ (node).sourceCodeLocation;

/** The elements around a node, from the inside out. @param {Node} node @returns {Generator<Element>} */
export function* around(node) {
  for (let at = parentOf(node); at; at = parentOf(at)) if (isElement(at)) yield at;
}

/** The texts in a node, in their order. @param {Node} node */
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

/** Makes the test whether an element is one that a selector names. @param {string} selector */
export const matcher = (selector) => compile(selector, { adapter });
/**
 * Those that a selector names among some nodes and all that is in them.
 * @param {Node[]} nodes
 * @param {string} selector
 * @returns {Element[]}
 */
export const select = (nodes, selector) => selectAll(selector, nodes, { adapter });
