// The goal of an embed: its JSON, the file that it names, or a checklist.

import { readChecklist } from "../../../shell/checklist/read.js";
import { json, keysOf } from "../data.js";
import { attribute, placeOf, select } from "../html.js";
import { fromTree } from "../tree.js";
import { lineAndColumn } from "./edits.js";

/** @import { Embed } from "../embeds.js" */
/** @import { Parent } from "../html.js" */
/** @import { Read, Told } from "./page.js" */

/** Source text that the parser reads as one character. */
const CHARACTER = /\r\n|&(?:#\d+|#x[\da-f]+|[a-z]\w*);?|[^]/iy;

/**
 * A goal, or why there is none; `place` returns the place of a problem in the page, or in another file.
 * @typedef {object} Found
 * @property {string | object} [goal]
 * @property {(problem: { path: string, message: string }) => Told} place
 * @property {Told[]} problems
 * @property {Told[]} notes
 */

/**
 * @param {Embed} embed
 * @param {{ html: string, tree: Parent, read: (address: string, base?: string) => Read }} page
 * @returns {Found}
 */
export function goalOf(embed, { html, tree, read }) {
  const { startOffset: offset } = placeOf(embed.node);
  const place = (problem) => ({ offset, ...problem });
  const found = { place, problems: [], notes: [] };
  if (embed.from !== undefined) return { ...found, ...listed(embed, tree, place) };
  if (embed.src !== undefined) {
    const base = select(tree.childNodes, "base[href]")[0];
    const { file, text, problem, unseen } = read(embed.src, base && attribute(base, "href"));
    if (problem) return { ...found, problems: [place({ path: "src", message: problem })] };
    if (unseen) return { ...found, notes: [place({ message: `left as it is: ${unseen}` })] };
    return { ...found, goal: text, place: (problem) => inFile(problem, { offset, file, text }) };
  }
  const text = embed.json ?? "";
  return { ...found, goal: text, place: (problem) => inText(problem, { embed, text, html }) };
}

/** The goal of a checklist. @param {Embed} embed @param {Parent} tree */
function listed(embed, tree, place) {
  try {
    const lang = embed.options.lang ?? embed.lang;
    const { goal, warnings } = readChecklist(embed.from, fromTree(tree), { lang });
    return { goal, notes: warnings.map(place) };
  } catch (error) {
    if (error.path !== "from") throw error;
    return { problems: [place({ path: error.path, message: error.message })] };
  }
}

/** The place of a problem in a JSON text. @param {string} text @param {string} path */
function within(text, path) {
  const [, row, column] = /^line (\d+), column (\d+)$/.exec(path) ?? [];
  if (row) return { line: Number(row), column: Number(column) };
  return json(text).placeOf?.(keysOf(path)) ?? { line: 1, column: 1 };
}

/** The path of a problem, unless it is a line and a column. */
const named = (path) => (/^line \d+, column \d+$/.test(path) ? "" : path);

function inFile({ path, message }, { offset, file, text }) {
  const { line, column } = within(text, path);
  return { offset, path: named(path), message, file, line, column };
}

function inText({ path, message }, { embed, text, html }) {
  const { line, column } = within(text, path);
  const lines = text.split("\n");
  const before = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  const offset = offsetOf(html, embed, before + Math.min(column - 1, lines[line - 1]?.length ?? 0));
  return { offset, path: named(path), message };
}

/** The offset in the page of a JSON character. @param {string} html @param {Embed} embed @param {number} index */
function offsetOf(html, { node, texts }, index) {
  let left = index;
  for (const text of texts) {
    const { startOffset, endOffset } = placeOf(text);
    if (left > text.value.length) {
      left -= text.value.length;
      continue;
    }
    const isRaw = /** @type {any} */ (text.parentNode).tagName === "script";
    let at = startOffset;
    // A line break after <pre> is not part of the text.
    if (/^\r?\n/.test(html.slice(at, at + 2)) && text.value[0] !== "\n") at = html.indexOf("\n", at) + 1;
    for (; left > 0 && at < endOffset; left--) {
      CHARACTER.lastIndex = at;
      const [character] = CHARACTER.exec(html) ?? [""];
      at += isRaw && character[0] === "&" ? 1 : character.length;
    }
    return at;
  }
  return placeOf(texts[0] ?? node).startOffset;
}
