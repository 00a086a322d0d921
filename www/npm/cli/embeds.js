// Finds the goals that stand in a page as the widget finds them: scripts, fenced blocks and elements.

import { FENCE, OPTIONS, SCRIPT, WRAPPERS } from "../../shell/embeds.js";
import { around, attribute, childrenOf, isElement, isHtml, matcher, nodesIn, select } from "./html.js";

/** @import { Element, Node, Parent } from "./html.js" */

/** What can hold the goal of an element, in the order of src/widget/source.rs. */
const CARRIERS = ["script[type='application/json']", ".rouge-code pre", "code", "pre"];
/** Line numbers beside the code are no part of it. */
const BESIDE = /(?:^|\s)(?:rouge-gutter|gutter|lineno|linenos|lnt|ln|line-numbers-rows)(?:\s|$)/;

const isEmbed = matcher(`goal-post, ${SCRIPT}, ${FENCE}`);
const isWrapper = matcher(WRAPPERS);

/**
 * A goal in a page.
 * @typedef {object} Embed
 * @property {Element} node the <goal-post>, or what the widget turns into one: a script, or a fence with its wrappers
 * @property {boolean} isPost whether it is a <goal-post>
 * @property {Record<string, string>} options of the element, those that are not empty
 * @property {string} lang the language of the page around it
 * @property {"ltr" | "rtl"} direction
 * @property {string} [from] the selector of a checklist
 * @property {string} [src] the address of a file
 * @property {Element} [carrier] what holds the JSON
 * @property {string} [json]
 * @property {Text[]} texts that make up the JSON
 */
/** @typedef {Extract<Node, { nodeName: "#text" }>} Text */

/** @param {Element} element */
const isBeside = (element) => BESIDE.test(attribute(element, "class") ?? "");

/** The texts in a node, without those beside the code. @param {Node} node @returns {Text[]} */
const textsOf = (node) =>
  /** @type {Text[]} */ (
    [...nodesIn(node, (inner) => !isElement(inner) || !isBeside(inner))].filter(({ nodeName }) => nodeName === "#text")
  );

/** Whichever of the carriers holds a text; a column of line numbers holds none. @param {Node[]} nodes */
function carrierIn(nodes) {
  let empty;
  for (const selector of CARRIERS) {
    for (const carrier of select(nodes, selector)) {
      const texts = textsOf(carrier);
      const found = { carrier, texts, json: texts.map(({ value }) => value).join("") };
      if (found.json.trim() !== "") return found;
      empty ??= found;
    }
  }
  return empty ?? { texts: [] };
}

/** A fence with all of its wrappers. @param {Element} fence */
function outermost(fence) {
  let outer = fence;
  for (const parent of around(fence)) {
    if (!isWrapper(parent)) break;
    outer = parent;
  }
  return outer;
}

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
 * @param {string} prefix of the options' names
 * @param {Element} named by what the options stand
 * @returns {Embed}
 */
function embedOf(node, prefix = "", named = node) {
  const written = OPTIONS.map((name) => [name, attribute(named, prefix + name)?.trim()]);
  // As for the widget: Hugo and kramdown name the language of the code in data-lang.
  const options = Object.fromEntries(written.filter(([, value]) => value && !(prefix && value === "goalpost")));
  const isPost = node.tagName === "goal-post";
  // The element of a script or a fence stands around it.
  const surroundings = isPost ? [node, ...around(node)] : [...around(node)];
  const lang = nearest(surroundings, "lang") ?? "";
  /** @type {"ltr" | "rtl"} */
  const direction = /^rtl$/i.test(nearest(surroundings, "dir") ?? "") ? "rtl" : "ltr";
  const embed = { node, isPost, options, lang, direction };
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
    const outer = isPost || node.tagName === "script" ? node : outermost(node);
    taken.add(outer);
    found.push(isPost ? embedOf(node) : embedOf(outer, "data-", node));
  }
  return found;
}
