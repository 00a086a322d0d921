// The tables at the end of a run of all checks: a test writes one to target/report, run-tests.mjs prints it.

import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * @typedef {string | number | boolean} Cell true and false are printed as yes and no
 * @typedef {{ title: string, columns: string[], rows: Cell[][] }} Table each row has a cell for each column
 */

const target = fileURLToPath(new URL("../../target/report/", import.meta.url));

/** Deletes the tables of an earlier run. */
export const clear = (folder = target) => rmSync(folder, { recursive: true, force: true });

/**
 * Writes a table for the report. A second one of the same name replaces the first.
 * @param {string} name @param {Table} table
 */
export function report(name, { title, columns, rows }, folder = target) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify({ title, columns, rows }, null, 1)}\n`);
}

/** The tables of all tests, sorted by name. @returns {Table[]} */
export function tables(folder = target) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return names.sort().map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
}

/** Characters that are two columns wide in a terminal: those of East Asia. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;
/** @param {string} text */
const width = (text) => [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);

/** @param {Cell | undefined} cell */
const print = (cell) => (typeof cell === "boolean" ? (cell ? "yes" : "no") : String(cell ?? ""));

/**
 * A table as lines of text. Columns of numbers are aligned to the right.
 * @param {Table} table
 */
export function lines({ columns, rows }) {
  const cells = [columns, ...rows].map((row) => columns.map((_, at) => print(row[at])));
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => width(row[at]))));
  const isNumber = columns.map((_, at) => rows.length > 0 && rows.every((row) => typeof row[at] === "number"));
  const pad = (cell, at) => {
    const space = " ".repeat(widths[at] - width(cell));
    return isNumber[at] ? space + cell : cell + space;
  };
  const [head, ...body] = cells.map((row) => row.map(pad).join("  ").trimEnd());
  return [head, widths.map((width) => "-".repeat(width)).join("  "), ...body];
}
