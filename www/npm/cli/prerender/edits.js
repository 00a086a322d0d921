// Changes a text in some places and leaves every other character as it is.

/** @typedef {{ start: number, end: number, text: string }} Edit */

/**
 * The text with all changes made. They do not overlap.
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

/** The line and the column of a character, from 1. @param {string} text @param {number} offset */
export function lineAndColumn(text, offset) {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}
