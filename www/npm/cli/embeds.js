// Finds the goals in a page as the widget does: scripts, fenced blocks and elements.

import { CARRIERS, NUMBERS } from "../../core/source.js";
import { FENCE, HYDRATED, OPTIONS, SCRIPT } from "../../shell/embeds.js";
import { PROSE, WRAPPER } from "../../shell/place.js";
import { around, attribute, childrenOf, isElement, isHtml, matcher, nodesIn, select, textsIn } from "./html.js";

/** @import { Element, Node, Parent } from "./html.js" */

const isEmbed = matcher(`goal-post, ${SCRIPT}, ${FENCE}`);
const isWrapper = matcher(WRAPPER);
const isRoot = matcher(HYDRATED);

/**
 * A goal in a page.
 * @typedef {object} Embed
 * @property {Element} node the <goal-post>, or what it will replace: a script, or a fence with its wrappers
 * @property {boolean} isPost whether it is a <goal-post>
 * @property {Record<string, string>} options the element's options that are not empty
 * @property {string} lang the language of the page around it
 * @property {boolean} isHydrated whether a framework hydrates the embed's surroundings and compares every node
 * @property {"ltr" | "rtl"} direction
 * @property {string} [from] the selector of a checklist
 * @property {string} [src] the address of a file
 * @property {Element} [carrier] the element that holds the JSON
 * @property {string} [json]
 * @property {Text[]} texts the text nodes of the JSON
 */
/** @typedef {Extract<Node, { nodeName: "#text" }>} Text */

/** Whether an element holds line numbers, rather than a block with a class for them. @param {Element} node */
const isBeside = (node) => node.tagName !== "div" || select(node.childNodes, "pre, code").length === 0;

/** The element that holds the data among some nodes, and its text nodes without line numbers. @param {Node[]} nodes */
function carrierIn(nodes) {
  /** @type {Set<Node>} */
  const beside = new Set(select(nodes, NUMBERS).filter(isBeside));
  const isRead = (/** @type {Node} */ node) => ![node, ...around(node)].some((at) => beside.has(at));
  const carrier = CARRIERS.map((selector) => select(nodes, selector).find(isRead)).find(Boolean);
  if (!carrier) return { texts: [] };
  const texts = /** @type {Text[]} */ (textsIn(carrier).filter(isRead));
  return { carrier, texts, json: texts.map(({ value }) => value).join("") };
}

/**
 * A fence with its wrappers; undefined if it is an unrelated element of that name.
 * @param {Element} fence
 */
function placeOf(fence) {
  const isNamed = fence.tagName === "div" && /(?:^|\s)goalpost(?:\s|$)/.test(attribute(fence, "class") ?? "");
  if (isNamed && !/^\s*\{/.test(textOf(fence))) return undefined;
  let outer = fence;
  for (const parent of around(fence)) {
    if (!isWrapper(parent)) break;
    const isInside = (node) => node === outer || [...around(node)].includes(outer);
    if (!select(parent.childNodes, PROSE).every(isInside)) break;
    outer = parent;
  }
  return outer;
}

/** @param {Node} node */
const textOf = (node) =>
  textsIn(node)
    .map((text) => /** @type {Text} */ (text).value)
    .join("");

/** The first value of an attribute. @param {Iterable<Element>} elements @param {string} name */
function nearest(elements, name) {
  for (const element of elements) {
    const value = attribute(element, name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/**
 * @param {Element} node
 * @returns {Embed}
 */
function embedOf(node) {
  // `data-…` attributes of a fence belong to its highlighter.
  const prefix = { "goal-post": "", script: "data-" }[node.tagName];
  const names = prefix === undefined ? [] : OPTIONS;
  const written = names.map((name) => [name, attribute(node, prefix + name)?.trim()]);
  const options = Object.fromEntries(written.filter(([, value]) => value));
  const isPost = node.tagName === "goal-post";
  // The element of a script or a fence will be around it.
  const surroundings = isPost ? [node, ...around(node)] : [...around(node)];
  const lang = nearest(surroundings, "lang") ?? "";
  /** @type {"ltr" | "rtl"} */
  const direction = /^rtl$/i.test(nearest(surroundings, "dir") ?? "") ? "rtl" : "ltr";
  const embed = { node, isPost, options, lang, direction, isHydrated: surroundings.some((outer) => isRoot(outer)) };
  const from = isPost ? attribute(node, "from") : undefined;
  if (from) return { ...embed, from, texts: [] };
  const src = isPost ? attribute(node, "src") : undefined;
  if (src !== undefined) return { ...embed, src, texts: [] };
  return { ...embed, ...carrierIn(isPost ? childrenOf(node) : [node]) };
}

/**
 * The goals in a page, in document order.
 * @param {Parent} tree
 * @returns {Embed[]}
 */
export function embedsIn(tree) {
  /** @type {Embed[]} */
  const found = [];
  const taken = new Set();
  for (const node of nodesIn(tree, (node) => !taken.has(node))) {
    if (!isElement(node) || !isEmbed(node) || [...around(node)].some((outer) => taken.has(outer))) continue;
    const isPost = node.tagName === "goal-post";
    if (isPost && !isHtml(node)) continue;
    const place = isPost || node.tagName === "script" ? node : placeOf(node);
    if (!place) continue;
    taken.add(place);
    found.push(embedOf(place));
  }
  return found;
}
