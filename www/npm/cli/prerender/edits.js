// Edits a text in some places, and keeps every other character.

/** @typedef {{ start: number, end: number, text: string }} Edit */

/**
 * The text after all edits. They must not overlap.
 * @param {string} text
 * @param {Edit[]} edits
 */
export function edited(text, edits) {
  let made = "";
  let at = 0;
  for (const { start, end, text: instead } of edits.toSorted((one, other) => one.start - other.start)) {
    made += text.slice(at, start) + instead;
    at = end;
  }
  return made + text.slice(at);
}

/** The line and column of a character, both from 1. @param {string} text @param {number} offset */
export function lineAndColumn(text, offset) {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}
