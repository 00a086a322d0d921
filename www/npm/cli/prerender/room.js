// Finds the places in a page that have room for a still, and what is in its place.

import { around, attribute, childrenOf, isElement, placeOf } from "../html.js";

/** @import { Embed } from "../embeds.js" */
/** @import { Element, Node } from "../html.js" */

/** Elements that are visible although they contain no text. */
const SHOWN = /^(?:img|svg|picture|video|audio|iframe|canvas|object|embed|hr|input|math|meter|progress)$/;
const SILENT = /^(?:script|style|template|noscript|link|meta)$/;

/** Parts of a table that may contain scripts, but no figures. */
const ROWS = /^(?:table|tbody|thead|tfoot|tr|colgroup)$/;

/** Whether a node is a still from an earlier run, of any producer. @param {Node} node */
export const isOwnStill = (node) =>
  isElement(node) &&
  node.tagName === "figure" &&
  /(?:^|\s)goalpost(?:-still)?(?:\s|$)/.test(attribute(node, "class") ?? "");

/** Whether a node is visible to readers. @param {Node} node @returns {boolean} */
function isSeen(node) {
  if (node.nodeName === "#text") return /** @type {any} */ (node).value.trim() !== "";
  if (!isElement(node) || SILENT.test(node.tagName)) return false;
  return SHOWN.test(node.tagName) || childrenOf(node).some(isSeen);
}

/** The child of a <goal-post> that holds its data. @param {Embed} embed */
export function holderIn({ node, carrier }) {
  if (!carrier) return undefined;
  return [carrier, ...around(carrier)].find(({ parentNode }) => parentNode === node);
}

/** Whether the parser has moved an element out of its table. @param {Element} node */
function isMoved(node) {
  const siblings = childrenOf(/** @type {any} */ (node.parentNode));
  const { startOffset } = placeOf(node) ?? { startOffset: 0 };
  return siblings.slice(siblings.indexOf(node)).some((next) => (placeOf(next)?.startOffset ?? Infinity) < startOffset);
}

/** The names of the elements around an embed that a figure inside it could close. @param {Embed} embed */
function outside({ node }) {
  const names = [...around(node)].map(({ tagName }) => tagName);
  const cell = names.findIndex((name) => /^(?:td|th|caption)$/.test(name));
  return cell < 0 ? names : names.slice(0, cell);
}

/** The paragraph around an embed, which a figure closes. @param {Embed} embed */
export const paragraphOf = ({ node }) => {
  const parent = /** @type {any} */ (node.parentNode);
  return parent?.tagName === "p" ? /** @type {Element} */ (parent) : undefined;
};

/** Whether a <goal-post> has visible content other than its data and its still. @param {Embed} embed */
export function hasOwnContent(embed) {
  const holder = holderIn(embed);
  return childrenOf(embed.node).some((child) => child !== holder && !isOwnStill(child) && isSeen(child));
}

/**
 * Why a goal is skipped, if it is: because of its author's error, or because there is no room.
 * @param {Embed} embed
 * @returns {{ message: string, isWrong?: boolean } | undefined}
 */
export function heldBack(embed) {
  const { node, isPost, carrier, src, from } = embed;
  const left = (message) => ({ message: `left as it is: ${message}` });
  const name = `<${node.tagName}>`;
  if (!placeOf(node).endTag) return left(`${name} is never closed, or not where it was opened`);
  const names = outside(embed);
  if (names.includes("head") || ROWS.test(names[0] ?? "") || [node, ...around(node)].some(isMoved))
    return left("it stands where nothing is shown, or in a table outside of its cells");
  const [parent, ...outer] = names;
  if (parent !== "p" && outer.includes("p"))
    return left(`it stands in <${parent}> in a paragraph, and a figure would end both`);
  if (embed.isHydrated) return left("a framework takes over this part of the page, and knows no still in it");
  if (!isPost && !carrier)
    return { message: 'there is no goal in this script: it needs type="application/json"', isWrong: true };
  if (!isPost) return undefined;
  if (!carrier && src === undefined && from === undefined)
    return left("there is no goal in this element; a script may give it one");
  if (hasOwnContent(embed)) return left("it has content of its own, which is shown until the widget draws");
  const holder = holderIn(embed);
  if (holder && holder !== carrier && carrier?.tagName === "script" && isSeen(holder))
    return left("its data stand in content of its own");
  return undefined;
}

/** The start tag of a paragraph without its id, which is unique. @param {Element} paragraph @param {string} html */
export function openingOf(paragraph, html) {
  const { startTag, attrs } = placeOf(paragraph);
  if (!startTag) return "<p>";
  const id = attrs?.id;
  const tag = html.slice(startTag.startOffset, startTag.endOffset);
  if (!id) return tag;
  const [from, to] = [id.startOffset, id.endOffset].map((offset) => offset - startTag.startOffset);
  return tag.slice(0, from).trimEnd() + tag.slice(to);
}
