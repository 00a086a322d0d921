// Finds the goals that stand in a page as the widget finds them: scripts, fenced blocks and elements.

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
 * @property {Element} node the <goal-post>, or what the widget turns into one: a script, or a fence with its wrappers
 * @property {boolean} isPost whether it is a <goal-post>
 * @property {Record<string, string>} options of the element, those that are not empty
 * @property {string} lang the language of the page around it
 * @property {boolean} isHydrated whether a framework takes over what is around it, and compares every node
 * @property {"ltr" | "rtl"} direction
 * @property {string} [from] the selector of a checklist
 * @property {string} [src] the address of a file
 * @property {Element} [carrier] what holds the JSON
 * @property {string} [json]
 * @property {Text[]} texts that make up the JSON
 */
/** @typedef {Extract<Node, { nodeName: "#text" }>} Text */

/** Whether an element is the numbers of the lines, not a block that is called after them. @param {Element} node */
const isBeside = (node) => node.tagName !== "div" || select(node.childNodes, "pre, code").length === 0;

/** What holds the data among some nodes, and the texts that they are, without line numbers. @param {Node[]} nodes */
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
 * A fence with all that was put around it; nothing, if it is an element of the page's own of that name.
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
  // What a fence has as data-… is its highlighter's.
  const prefix = { "goal-post": "", script: "data-" }[node.tagName];
  const names = prefix === undefined ? [] : OPTIONS;
  const written = names.map((name) => [name, attribute(node, prefix + name)?.trim()]);
  const options = Object.fromEntries(written.filter(([, value]) => value));
  const isPost = node.tagName === "goal-post";
  // The element of a script or a fence stands around it.
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
 * The goals in a page, in its order.
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
