// Puts stills into the goals of a page, or of what stands in a feed. Nothing beside the goals changes.

import { embedsIn } from "../embeds.js";
import { childrenOf, placeOf, treeOf } from "../html.js";
import { edited } from "./edits.js";
import { goalOf } from "./goal.js";
import { heldBack, holderIn, isOwnStill, isPlain, openingOf, paragraphOf } from "./room.js";

/** @import { Embed } from "../embeds.js" */
/** @import { Edit } from "./edits.js" */

/**
 * A sentence about a goal: where in the page the goal is, and the place in another file if it is about that.
 * @typedef {{ offset: number, path?: string, message: string, file?: string, line?: number, column?: number }} Told
 */
/** What `src` names. @typedef {{ file?: string, text?: string, problem?: string, unseen?: string }} Read */

/**
 * @typedef {object} Options
 * @property {(address: string, base?: string) => Read} read reads what `src` names; `base` is that of <base>
 * @property {boolean} [isFeed] whether it is a text of a feed, where no script runs: the still is all that is left of it
 * @property {string} [lang] the language around it
 * @property {(goal: string | object, embed: Embed) => { still: string, data: string }} draw
 */

/**
 * @typedef {object} Page
 * @property {string} html with the stills, or as it was
 * @property {Edit[]} edits that made it
 * @property {number} goals that have a still
 * @property {Told[]} problems that keep a goal from being drawn: then the page stays as it was
 * @property {Told[]} notes about goals that are left as they are, and about lists that were not understood
 */

/** @param {Record<string, string>} options */
const attributesOf = (options) =>
  Object.entries(options)
    .map(([name, value]) => ` ${name}="${value.replace(/&/g, "&amp;").replace(/"/g, "&quot;")}"`)
    .join("");

/**
 * The changes that put a still into a <goal-post>, or make one of a script or a fence.
 * @param {Embed} embed
 * @param {{ still: string, data: string }} drawn
 * @param {string} html
 * @returns {Edit[]}
 */
function put(embed, { still, data }, html) {
  const { node, isPost, carrier, options } = embed;
  const { startOffset: start, endOffset: end, startTag, endTag } = placeOf(node);
  if (!isPost) {
    const script = node.tagName === "script" ? html.slice(start, end) : data;
    return [{ start, end, text: `<goal-post${attributesOf(options)}>${script}${still}</goal-post>` }];
  }
  const own = childrenOf(node).find(isOwnStill);
  const holder = holderIn(embed);
  // A fence in the element would be seen beside the still.
  const isCode = holder && carrier?.tagName !== "script";
  const edits = [];
  if (isCode) edits.push({ start: placeOf(holder).startOffset, end: placeOf(holder).endOffset, text: data });
  const behind = holder ? (isCode || holder === carrier ? placeOf(holder).endOffset : endTag?.startOffset) : undefined;
  const at = own
    ? placeOf(own)
    : { startOffset: behind ?? startTag?.endOffset, endOffset: behind ?? startTag?.endOffset };
  edits.push({ start: Number(at.startOffset), end: Number(at.endOffset), text: still });
  return edits;
}

/** @param {string} html @param {Options} options @returns {Page & { isSure: boolean }} */
function stilled(html, { read, isFeed = false, lang = "", draw }) {
  const tree = treeOf(html, { isFragment: isFeed });
  const lines = /^[^\n]*\r\n/.test(html) ? "\r\n" : "\n";
  const page = {
    html,
    edits: /** @type {Edit[]} */ ([]),
    goals: 0,
    problems: /** @type {Told[]} */ ([]),
    notes: /** @type {Told[]} */ ([]),
    isSure: true,
  };
  /** @type {Edit[]} */
  const edits = [];
  for (const embed of embedsIn(tree)) {
    embed.lang ||= lang;
    const { startOffset: start, endOffset: end } = placeOf(embed.node);
    const held = heldBack(embed);
    if (held) {
      page[held.isWrong ? "problems" : "notes"].push({ offset: start, message: held.message });
      continue;
    }
    const { goal, place, problems, notes } = goalOf(embed, { html, tree, read });
    page.problems.push(...problems);
    page.notes.push(...notes);
    if (goal === undefined) continue;
    try {
      const drawn = draw(goal, embed);
      const [figure, data] = [drawn.still, drawn.data].map((text) => text.replace(/\r?\n/g, lines));
      const made = isFeed ? [{ start, end, text: figure }] : put(embed, { still: figure, data }, html);
      const paragraph = paragraphOf(embed);
      if (paragraph) edits.push({ start, end: start, text: "</p>" });
      edits.push(...made);
      if (paragraph) edits.push({ start: end, end, text: openingOf(paragraph, html) });
      page.isSure &&= isPlain(embed);
      page.goals++;
    } catch (error) {
      if (!error.problems) throw error;
      page.problems.push(...error.problems.map(place));
    }
  }
  if (page.problems.length > 0) return { ...page, goals: 0 };
  return { ...page, html: edited(html, edits), edits };
}

/**
 * The page with the stills of its goals.
 * @param {string} html without a byte order mark
 * @param {Options} options
 * @returns {Page}
 */
export function prerendered(html, options) {
  const { isSure, ...page } = stilled(html, options);
  if (isSure || options.isFeed || page.html === html) return page;
  // The parser may move a figure that stands in an unusual place. Then a second run would find another page.
  const again = stilled(page.html, options);
  if (again.html === page.html && again.goals === page.goals) return page;
  const message = "the page is left as it is: HTML has no room for a figure where one of its goals stands";
  return { html, edits: [], goals: 0, problems: [], notes: [...page.notes, { offset: 0, message }] };
}
