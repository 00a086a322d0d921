// Reads the rows of a CSV text with any separator.

import { parse } from "csv-parse/sync";

const SEPARATORS = [",", ";", "\t", "|"];
/** The first line that Excel adds to name the separator. */
const SAID = /^sep=(.)\r?\n/i;
/** The number of rows that decide the separator. */
const LOOKED_AT = 50;

const options = { relax_quotes: true, relax_column_count: true, skip_empty_lines: true, trim: true, info: true };

function parsed(text, delimiter, more = {}) {
  const records = /** @type {any[]} */ (parse(text, { ...options, ...more, delimiter }));
  return records.map(({ record, info }) => ({ line: info.lines, cells: record }));
}

/** The separator that gives most rows as many cells as the first row. */
function separatorOf(text) {
  const judged = SEPARATORS.map((separator) => {
    let rows;
    try {
      rows = parsed(text, separator, { to: LOOKED_AT });
    } catch {
      rows = [];
    }
    const width = rows[0]?.cells.length ?? 0;
    const alike = rows.filter(({ cells }) => cells.length === width).length / Math.max(1, rows.length);
    return { separator, width, alike };
  });
  const several = judged.filter(({ width }) => width > 1);
  const best = several.sort((one, other) => other.alike - one.alike || other.width - one.width)[0];
  return best?.separator ?? ",";
}

/**
 * The rows that are not empty, each with the line on which it begins.
 * @param {string} text
 * @returns {{ separator: string, rows: { line: number, cells: string[] }[], problem?: { line: number } }}
 */
export function rowsOf(text) {
  const plain = text.replace(/^\ufeff/, "");
  const said = SAID.exec(plain);
  const body = said ? plain.slice(said[0].length) : plain;
  const separator = said?.[1] ?? separatorOf(body);
  let records;
  try {
    records = parsed(body, separator);
  } catch (error) {
    return { separator, rows: [], problem: { line: error.lines ?? 1 } };
  }
  const first = said ? 2 : 1;
  const lines = body.split(/\r\n|\n|\r/);
  let next = 0;
  const rows = [];
  for (const { cells, line } of records) {
    // The reader counts lines up to the end of a record, which may be several after its beginning.
    while (lines[next] === "") next++;
    rows.push({ line: next + first, cells });
    next = line;
  }
  return { separator, rows: rows.filter(({ cells }) => cells.some((cell) => cell !== "")) };
}
