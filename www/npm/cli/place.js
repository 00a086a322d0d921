// Writes problems with their places in the files.

import { keysOf } from "./data.js";

/**
 * The output line for a problem of a source.
 * @param {import("./sources.js").Source} source
 * @param {{ path: string, message: string, line?: number }} problem
 */
export function placed({ file, line, first, lineOf, problem: own }, problem) {
  const { path, message } = problem;
  const [, row, column] = /^line (\d+), column (\d+)$/.exec(path) ?? [];
  if (row) return `${file}:${Number(row) + first - 1}:${column}: ${message}`;
  if (problem === own || !lineOf || path === "from") return `${file}:${line}: ${path ? `${path}: ` : ""}${message}`;
  return `${file}:${lineOf(keysOf(path)) + first - 1}: ${path ? `${path}: ` : ""}${message}`;
}
