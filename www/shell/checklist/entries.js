// Reads a section: its entries in reading order, each with the names above it, from the outermost inwards.
//
// Headings, bold paragraphs, `<summary>`, `<dt>`, list items with lists in them and table rows name what is under them.

import { boxOf, isStruck, leading, trailing } from "./marks.js";
import { readTable } from "./table.js";
import { Trail } from "./trail.js";
import { elements, isElement, isMute, lines, plain, rankOf, title, unpointed } from "./tree.js";
import { naming } from "./weeks.js";

/**
 * @typedef {import("./trail.js").Name} Name
 *
 * @typedef {object} Entry
 * @property {string} title
 * @property {import("./marks.js").State} state
 * @property {boolean} signed whether the state comes from a sign such as ✅, not from a box
 * @property {Name[]} path
 *
 * @typedef {object} Found
 * @property {Entry[]} entries
 * @property {Name[]} names all names in the section, also those without entries
 * @property {string[][]} warnings each with the key of its sentence, then its details
 */

const BOLD_RANK = 7;
const LIST = /^(ul|ol)$/;
const CIRCLE = /^\[[oO○]\]$/;

/**
 * The entries and names below some nodes.
 * @param {any[]} roots
 * @param {{ until?: number, from?: any }} limits the rank of the heading that ends the section, and its first node
 * @returns {Found}
 */
export function read(roots, { until = 0, from } = {}) {
  /** @type {Found} */
  const found = { entries: [], names: [], warnings: [] };
  const warn = (...warning) => found.warnings.push(warning);
  const start = new Trail({ ends: true });
  const circles = haveCircles(roots);
  let ended = false;

  const keep = (name) => {
    found.names.push(name);
    return name;
  };

  const visit = (node, at) => {
    if (ended || isMute(node)) return;
    const tag = node.localName;
    if (rankOf(node)) heading(node, at);
    else if (LIST.test(tag)) list(node, at);
    else if (tag === "table") readTable(node, at, { entries: found.entries, warn, keep, within: children });
    else if (tag === "details") details(node, at);
    else if (tag === "dl") definitions(node, at);
    else if (tag === "p" && isBold(node))
      at.add(keep({ key: "bold", text: title(node), rank: BOLD_RANK, path: [], listed: [] }));
    else if (/^(p|label)$/.test(tag) && !at.inItem && boxOf(node)) entry(node, at, boxOf(node));
    else if (/^(section|article)$/.test(tag)) children(node, at.open());
    else if (/^(blockquote|aside)$/.test(tag)) children(node, at.open({ ends: false }));
    else children(node, at);
  };

  const children = (node, at) => {
    for (const child of node.childNodes) if (isElement(child)) visit(child, at);
  };

  const heading = (node, at) => {
    const rank = rankOf(node) ?? 0;
    if (node !== from && at.ends && rank <= until) ended = true;
    else at.add(keep({ key: `h${rank}`, text: title(node), rank, path: [], listed: [] }));
  };

  const details = (node, at) => {
    const summary = [...node.childNodes].find((child) => child.localName === "summary");
    const name = summary && at.name("details", title(summary));
    if (name) keep(name);
    const inside = name ? at.under(name) : at.open({ ends: false });
    for (const child of node.childNodes) if (isElement(child) && child !== summary) visit(child, inside);
  };

  const definitions = (node, at) => {
    let inside = at;
    for (const child of elements(node, ({ localName }) => localName === "div")) {
      if (child.localName === "dt") inside = at.under(keep(at.name("dt", title(child))));
      else if (child.localName === "dd") children(child, inside.open({ ends: false }));
    }
  };

  const entry = (node, at, box) => {
    const [first = ""] = lines(node);
    const mark = box.mark === "" ? undefined : leading(first);
    const text = mark ? mark.rest : first;
    let { state } = box;
    if (state === undefined) {
      warn("oddMark", box.mark, text);
      state = 0;
    } else if (state === 0 && isStruck(node)) {
      warn("struck", text);
      state = "dropped";
    }
    found.entries.push({ title: text, state, signed: isSign(box), path: at.names });
  };

  const list = (node, at) => {
    const items = itemsOf(node, circles);
    const all = [...items.values()];
    if (all.some(({ isCross }) => isCross)) warn("crosses");
    const marked = all.some(({ box }) => box);
    // In a list with signs after finished work, an item without a sign is open. Beside boxes, a sign is a note.
    const signed = all.every(({ box }) => !box || isSign(box)) && all.some(({ box, sign }) => box || sign);
    const bare = [];
    for (const child of [...node.childNodes].filter(isElement)) {
      const item = items.get(child);
      if (!item) {
        visit(child, at);
        continue;
      }
      const { box, sign, text } = item;
      const before = found.entries.length;
      const name = at.name("li", text);
      children(child, at.under(name, { inItem: true }));
      const inner = found.entries.slice(before);
      if (inner.length > 0) {
        keep(name);
        odds(text, box ?? sign, inner);
      } else if (box || sign) {
        const place = item.isWeek ? at.under(keep(name)) : at;
        if (box) entry(child, place, box);
        else found.entries.push({ title: text, state: sign?.state, signed: true, path: place.names });
      } else if (naming(text) >= 2 && !marked && !signed) {
        keep(name);
      } else {
        if (signed) found.entries.push({ title: text, state: 0, signed, path: at.names });
        bare.push(text);
      }
    }
    if (bare.length > 0 && (marked || signed)) warn(signed ? "assumedOpen" : "unmarked", ...bare);
    // The meaning of a list without marks is known only at the end.
    else if (bare.length > 0) at.names.at(-1)?.listed.push(...bare);
  };

  /** If an item has entries inside, they count instead of its own mark; a warning reports any difference. */
  const odds = (text, box, inner) => {
    const all = inner.every(({ state }) => state === 1 || state === "dropped");
    if (box?.state === 1 && !all) warn("tickedTooSoon", text);
    if (box?.state === 0 && all) warn("notTicked", text);
  };

  for (const root of roots) visit(root, start);
  return found;
}

/**
 * Whether entries are ticked by [O] and [X], as in Korea: there is a circle, and nothing is open. Markdown turns
 * the crosses into ticked boxes.
 */
function haveCircles(roots) {
  const items = roots.flatMap((root) => [...elements(root)].filter(({ localName }) => localName === "li"));
  const marks = items.map((item) => boxOf(item) ?? leading(lines(item)[0] ?? "")).filter(Boolean);
  return (
    marks.some(({ mark }) => CIRCLE.test(mark)) && marks.every(({ state, mark }) => state !== 0 || isSign({ mark }))
  );
}

/** Whether a mark is a sign such as ✅, not a box or its text form. */
const isSign = ({ mark }) => mark !== "" && !mark.startsWith("[");

/**
 * The items of a list, each with its text and its state: from a box, or from a mark before or after the text. An item
 * that is only a week's name names a week.
 */
function itemsOf(list, circles) {
  const nodes = [...list.childNodes].filter(({ localName }) => localName === "li");
  const items = nodes.map((node) => {
    const first = lines(node)[0] ?? "";
    const box = boxOf(node) ?? leading(first, { circles });
    const isCross = circles && box?.mark === "" && box.state === 1;
    if (box && isCross) box.state = 0;
    const sign = box ? undefined : trailing(first);
    const text = unpointed(box?.mark === "" ? first : box ? (leading(first)?.rest ?? first) : (sign?.rest ?? first));
    return { node, box, sign, text, isCross, isWeek: false };
  });
  const weeks = items.filter(({ text }) => naming(text) === 3);
  const numbers = new Set(weeks.map(({ text }) => /\d+/.exec(text)?.[0]));
  // If several items name the same week, they are entries, not weeks.
  if (numbers.size === weeks.length && numbers.size > 1) for (const item of weeks) item.isWeek = true;
  return new Map(items.map((item) => [item.node, item]));
}

/** Whether a paragraph starts in bold, and either all of it is bold or the bold part names a week. */
function isBold(node) {
  const [first] = [...node.childNodes].filter((child) => isElement(child) || plain(child.nodeValue ?? ""));
  const [text, ...more] = lines(node);
  if (!text || !/^(strong|b)$/.test(first?.localName) || more.length > 0) return false;
  const bold = lines(first).join(" ");
  return unpointed(text) === unpointed(bold) || (naming(bold) >= 2 && text.length <= 80);
}
