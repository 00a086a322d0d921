// Adapts a still for feeds.
//
// Feed readers keep some elements of a post and only the text of all others. Of an inline drawing, that is
// its labels, scattered. So the drawings become images, which leave nothing behind if they are not shown: the words
// and the table contain the same facts.

import { attribute, isElement, nodesIn, placeOf, treeOf } from "../html.js";
import { edited } from "./edits.js";

/** The width of a drawing, in CSS px, that would otherwise fill its column. */
const COLUMN = 640;
/** The ground and the text of the light theme: an image has no page to take its colours from. */
const [GROUND, TEXT] = ["#ffffff", "#1f2328"];
const NAMESPACE = "http://www.w3.org/2000/svg";

/** Encodes a text for an address, and leaves allowed characters as they are. @param {string} text */
const inAddress = (text) => encodeURIComponent(text).replace(/%(?:2F|3A|3D|2C|3B|20)/g, decodeURIComponent);

/** A drawing as an image. @param {import("../html.js").Element} svg @param {string} still */
function image(svg, still) {
  const { startTag, startOffset, endOffset } = placeOf(svg);
  const opening = still.slice(startOffset, startTag?.endOffset).replace(/^<svg/, `<svg color="${TEXT}"`);
  const named = attribute(svg, "xmlns") ? opening : opening.replace(/^<svg/, `<svg xmlns="${NAMESPACE}"`);
  const ground = `<rect width="100%" height="100%" fill="${GROUND}"/>`;
  const address = `data:image/svg+xml,${inAddress(named + ground + still.slice(startTag?.endOffset, endOffset))}`;
  const [width, height] = ["width", "height"].map((name) => Number(attribute(svg, name)));
  const size = ` width="${width || COLUMN}"${height ? ` height="${height}"` : ""}`;
  return `<img alt=""${size} src="${address.replaceAll(" ", "%20")}"/>`;
}

/** The still without its style sheets, and with images for its drawings. @param {string} still */
export function figureOf(still) {
  const edits = [];
  const isLeaf = (node) => isElement(node) && (node.tagName === "svg" || node.tagName === "style");
  for (const node of nodesIn(treeOf(still, { isFragment: true }), (node) => !isLeaf(node))) {
    if (!isElement(node) || !isLeaf(node)) continue;
    const { startOffset: start, endOffset: end } = placeOf(node);
    edits.push({ start, end, text: node.tagName === "svg" ? image(node, still) : "" });
  }
  return edited(still, edits);
}
