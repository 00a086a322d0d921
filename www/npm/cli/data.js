// Reads data as JSON, YAML or CSV, and finds the line of each value.

import { extname } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { rowsOf } from "./import/csv.js";

/** The extensions of data files. */
export const DATA = new Set([".json", ".yml", ".yaml", ".csv", ".tsv"]);

/** @typedef {{ line: number, column: number }} Place both from 1 */

/**
 * @typedef {object} Data
 * @property {unknown} [value] the parsed value
 * @property {string} [json] the text, if it is JSON that does not parse: the core explains JSON faults best
 * @property {{ line: number, column: number, message: string }} [problem] why the text is not valid YAML or CSV
 * @property {(path: (string | number)[]) => number} lineOf the line of a value, from 1
 * @property {(path: (string | number)[]) => Place} [placeOf] the line of a value in JSON or YAML, with its column
 */

const TIMESTAMP = "tag:yaml.org,2002:timestamp";
/** Reads YAML as Jekyll does, but keeps dates as text. */
const YAML = {
  version: /** @type {const} */ ("1.1"),
  merge: true,
  prettyErrors: false,
  customTags: (tags) => tags.filter((tag) => tag.tag !== TIMESTAMP && tag !== "timestamp"),
};

/**
 * The place of the value at a path, or of the nearest existing value around it.
 * @returns {Place}
 */
function placeIn(document, lines, path) {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (!node?.range) continue;
    const { line, col } = lines.linePos(node.range[0]);
    return { line, column: col };
  }
  return { line: 1, column: 1 };
}

/** @returns {Data} */
export function yaml(text) {
  const lines = new LineCounter();
  const document = parseDocument(text, { ...YAML, lineCounter: lines });
  const placeOf = (path) => placeIn(document, lines, path);
  const lineOf = (path) => placeOf(path).line;
  const [error] = document.errors;
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    return { problem: { line, column: col, message: `this is not YAML: ${error.message.split("\n")[0]}` }, lineOf };
  }
  return { value: document.toJS(), lineOf, placeOf };
}

/** @returns {Data} */
export function json(text) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false });
  const placeOf = (path) => placeIn(document, lines, path);
  const lineOf = (path) => placeOf(path).line;
  try {
    return { value: JSON.parse(text), json: text, lineOf, placeOf };
  } catch {
    return { json: text, lineOf, placeOf };
  }
}

/**
 * The rows, as Jekyll reads them: an object each, keyed by the names in the first line.
 * @returns {Data}
 */
function csv(text) {
  const { rows, problem } = rowsOf(text);
  const [header, ...body] = rows;
  const lineOf = (path) => body[Number(path[0])]?.line ?? 1;
  if (problem)
    return {
      problem: {
        line: problem.line,
        column: 1,
        message: "this is not CSV: a quotation mark is opened and never closed",
      },
      lineOf,
    };
  const value = body.map(({ cells }) =>
    Object.fromEntries(header.cells.map((name, column) => [name, cells[column] ?? ""])),
  );
  return { value, lineOf };
}

/**
 * The data of a file. Its name decides between JSON and YAML, else its first characters.
 * @returns {Data}
 */
export function dataOf(file, text) {
  const kind = extname(file).toLowerCase();
  const plain = text.replace(/^\ufeff/, "");
  if (kind === ".csv" || kind === ".tsv") return csv(plain);
  if (kind === ".yml" || kind === ".yaml" || (kind !== ".json" && !/^\s*[[{]/.test(plain))) return yaml(plain);
  return json(plain);
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const areObjects = (value) => Array.isArray(value) && value.length > 0 && value.every(isObject);

/** Whether a value looks like a goal. */
export function isGoal(value) {
  if (!isObject(value)) return false;
  const { planned, weeks, tasks } = value;
  return Array.isArray(planned) || areObjects(weeks) || (areObjects(tasks) && tasks.some((task) => "week" in task));
}

/** The goals in a value, each with its path: the value itself, or those inside it. */
export function goalsOf(value, path = []) {
  if (isGoal(value)) return [{ path, value }];
  if (!isObject(value) && !Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    isGoal(inner) ? [{ path: [...path, Array.isArray(value) ? Number(key) : key], value: inner }] : [],
  );
}

/** The keys in a problem's path, `weeks[3].planned`. */
export const keysOf = (path) =>
  [...path.matchAll(/[^.[\]"]+/g)].map(([key]) => (/^\d+$/.test(key) ? Number(key) : key));
