// Reads a column with the states of tasks.

import { day, dateIn } from "../../../shell/checklist/dates.js";
import { isCircle, stateOf } from "../../../shell/checklist/marks.js";
import { plain } from "./columns.js";

/** @typedef {import("../../../shell/checklist/marks.js").State} State */

const isDate = (text) => {
  const [, one, other, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\s|$)/.exec(text) ?? [];
  const slashed =
    year && (day(Number(year), Number(one), Number(other)) ?? day(Number(year), Number(other), Number(one)));
  return Boolean(slashed) || dateIn(text)?.from === 0;
};

/** A share: `50%`, `5/6`, or a number from 0 to 1. */
function share(text) {
  const [, done, of] = /^(\d+(?:[.,]\d+)?)\s*(%|\/\s*\d+)?$/.exec(text) ?? [];
  if (!done) return undefined;
  const number = Number(done.replace(",", "."));
  const whole = !of ? 1 : of === "%" ? 100 : Number(of.slice(1));
  return number <= whole && whole > 0 ? number / whole : undefined;
}

/**
 * Returns a function that reads a cell of a column. An empty cell means not done; a completion date means
 * done.
 * @param {string[]} cells all cells of the column
 * @param {{ yes?: string[], no?: string[] }} said the caller's words for done and not done
 * @returns {(cell: string) => State}
 */
export function stateReader(cells, { yes = [], no = [] } = {}) {
  const circles = cells.some(isCircle);
  const [yesses, noes] = [yes, no].map((words) => new Set(words.map(plain)));
  return (cell) => {
    const text = plain(cell);
    if (yesses.has(text)) return 1;
    if (noes.has(text) || /^[-–—]?$/.test(text)) return 0;
    return share(text) ?? stateOf(cell, { circles }) ?? (isDate(cell) ? 1 : undefined);
  };
}
