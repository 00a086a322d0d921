// Puts stills into the goals of a page, or of a feed's content. Only the goals change.

import { embedsIn } from "../embeds.js";
import { childrenOf, placeOf, treeOf } from "../html.js";
import { edited } from "./edits.js";
import { goalOf } from "./goal.js";
import { hasOwnContent, heldBack, holderIn, isOwnStill, openingOf, paragraphOf } from "./room.js";

/** @import { Embed } from "../embeds.js" */
/** @import { Edit } from "./edits.js" */

/**
 * A message about a goal, with the offset of the goal in the page, and the place in another file if it is about that.
 * @typedef {{ offset: number, path?: string, message: string, file?: string, line?: number, column?: number }} Told
 */
/** The result of reading `src`. @typedef {{ file?: string, text?: string, problem?: string, unseen?: string }} Read */

/**
 * @typedef {object} Options
 * @property {(address: string, base?: string) => Read} read reads the file of `src`; `base` is the address of <base>
 * @property {boolean} [isFeed] whether it is content of a feed, where no script runs and only the still remains
 * @property {string} [lang] the language of the surroundings
 * @property {(goal: string | object, embed: Embed) => { still: string, data: string }} draw
 */

/**
 * @typedef {object} Page
 * @property {string} html with the stills, or unchanged
 * @property {Edit[]} edits that produced it
 * @property {number} goals the number of stills
 * @property {Told[]} problems that keep a goal from being drawn: then the page is unchanged
 * @property {Told[]} notes about goals that were skipped, and about lists that were not understood
 */

/** @param {Record<string, string>} options */
const attributesOf = (options) =>
  Object.entries(options)
    .map(([name, value]) => ` ${name}="${value.replace(/&/g, "&amp;").replace(/"/g, "&quot;")}"`)
    .join("");

/**
 * The edits that put a still into a <goal-post>, or replace a script or a fence by one.
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
  // Inside the element, a fence would be visible beside the still.
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

/**
 * A still without its drawings. They are most of the parsing and do not affect the structure.
 * @param {string} still
 */
function outlineOf(still) {
  let outline = "";
  let depth = 0;
  let from = 0;
  for (const { 0: tag, index } of still.matchAll(/<\/?(?:svg|style)\b[^>]*>/g)) {
    if (tag.endsWith("/>")) continue;
    if (tag[1] !== "/" && depth++ === 0) outline += still.slice(from, index);
    if (tag[1] === "/" && --depth === 0) from = index + tag.length;
  }
  outline += still.slice(from);
  return outline;
}

/**
 * Whether a goal of the new page is the same as before, and has its still.
 * @param {Embed} before
 * @param {Embed | undefined} after
 * @param {boolean} isDrawn
 */
function isSame(before, after, isDrawn) {
  if (!after) return false;
  const told = (/** @type {Embed} */ { options: { lang: own, ...options }, lang, direction, src, from }) =>
    JSON.stringify([own ?? lang, direction, options, src, from]);
  if (told(before) !== told(after)) return false;
  return !isDrawn || (after.isPost && childrenOf(after.node).some(isOwnStill) && !hasOwnContent(after));
}

/**
 * The page with the stills of its goals.
 * @param {string} html without a byte order mark
 * @param {Options} options
 * @returns {Page}
 */
export function prerendered(html, { read, isFeed = false, lang = "", draw }) {
  const tree = treeOf(html, { isFragment: isFeed });
  const lines = /^[^\n]*\r\n/.test(html) ? "\r\n" : "\n";
  /** @type {Page} */
  const page = { html, edits: [], goals: 0, problems: [], notes: [] };
  /** @type {Edit[]} */
  const edits = [];
  /** The same with outlines for stills. @type {Edit[]} */
  const outlined = [];
  const embeds = embedsIn(tree);
  // The mark of a page that Next hydrates as a whole.
  const isTaken = html.includes("__next_f");
  const drawn = new Set();
  for (const embed of embeds) {
    const { startOffset: start, endOffset: end } = placeOf(embed.node);
    embed.isHydrated ||= isTaken;
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
      const { still, data } = draw(goal, { ...embed, lang: embed.lang || lang });
      const [figure, script] = [still, data].map((text) => text.replace(/\r?\n/g, lines));
      const paragraph = paragraphOf(embed);
      const before = paragraph ? [{ start, end: start, text: "</p>" }] : [];
      const behind = paragraph ? [{ start: end, end, text: openingOf(paragraph, html) }] : [];
      const made = (shown) =>
        isFeed ? [{ start, end, text: shown }] : put(embed, { still: shown, data: script }, html);
      edits.push(...before, ...made(figure), ...behind);
      outlined.push(...before, ...made(outlineOf(figure)), ...behind);
      drawn.add(embed);
    } catch (error) {
      if (!error.problems) throw error;
      page.problems.push(...error.problems.map(place));
    }
  }
  if (page.problems.length > 0) return page;
  const made = edited(html, edits);
  if (!isFeed && made !== html) {
    // In an unusual place, the parser may move a figure, and close the elements around it.
    const again = embedsIn(treeOf(edited(html, outlined), { hasPlaces: false }));
    const lost = embeds.find((embed, at) => !isSame(embed, again[at], drawn.has(embed)));
    if (lost || again.length !== embeds.length) {
      const { startOffset: offset } = placeOf((lost ?? embeds[0]).node);
      page.notes.push({ offset, message: "the page is left as it is: HTML has no room for a figure here" });
      return page;
    }
  }
  return { ...page, html: made, edits, goals: drawn.size };
}
