// Collects the goals of files and folders: in data files, in posts, and those that posts name.

import { readFileSync, readdirSync, statSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { DATA, dataOf, goalsOf, isGoal } from "./data.js";
import { inPost } from "./post.js";

const MARKDOWN = new Set([".markdown", ".md", ".mdx", ".qmd", ".rmd"]);
const HTML = new Set([".html", ".htm"]);
const isPost = (file) => MARKDOWN.has(kindOf(file)) || HTML.has(kindOf(file));
const kindOf = (file) => extname(file).toLowerCase();

/**
 * A goal and its place; or its problem; or why it cannot be checked.
 * @typedef {object} Source
 * @property {string} file
 * @property {number} line the line of the goal, or of its name
 * @property {number} first the line on which its text begins
 * @property {string | object} [goal] JSON text, or a value
 * @property {(path: (string | number)[]) => number} [lineOf] the line of a value in its text, from 1
 * @property {(string | number)[]} [path] of a goal, if the file has several
 * @property {string} [lang]
 * @property {{ path: string, message: string, line?: number }} [problem]
 * @property {{ path: string, message: string }[]} [warnings]
 * @property {string} [unseen] why it cannot be checked
 */

/** The files of an argument: of a folder, its posts, and its data files that are goals. */
export function filesOf(path) {
  if (path === "-" || !statSync(path).isDirectory()) return [path];
  const inside = readdirSync(path, { recursive: true, withFileTypes: true });
  return inside
    .filter((entry) => entry.isFile() && (isPost(entry.name) || DATA.has(kindOf(entry.name))))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !/(^|[\\/])(?:node_modules|_site|\.[^\\/.][^\\/]*)[\\/]/.test(relative(path, file)))
    .filter((file) => isPost(file) || holdsGoals(file))
    .sort();
}

function holdsGoals(file) {
  if (/^(?:package(?:-lock)?|tsconfig)\.json$/.test(file)) return false;
  return goalsOf(dataOf(file, readFileSync(file, "utf8")).value).length > 0;
}

const WEEK_KEYS = new Set([
  "label",
  "date",
  "planned",
  "done",
  "dropped",
  "percent",
  "approx",
  "status",
  "note",
  "link",
  "milestone",
]);
const TASK_KEYS = new Set(["title", "week", "done", "finished", "group", "link"]);

/** The rows of a CSV file as the weeks or the tasks of a goal, if its columns have the names of their keys. */
function goalOfRows(rows) {
  const keys = Object.keys(rows[0] ?? {});
  const within = (known) => keys.length > 0 && keys.every((key) => known.has(key));
  if (within(WEEK_KEYS)) return { weeks: rows };
  return within(TASK_KEYS) && keys.includes("week") ? { tasks: rows } : undefined;
}

/** The goals of a data file. @returns {Source[]} */
function inData(file, text) {
  const data = dataOf(file, text);
  const at = { file, line: 1, first: 1, lineOf: data.lineOf };
  if (data.problem) return [{ ...at, problem: { path: "", ...data.problem } }];
  if (data.value === undefined) return [{ ...at, goal: data.json }];
  if (/^\.[ct]sv$/.test(kindOf(file))) {
    const goal = goalOfRows(/** @type {object[]} */ (data.value));
    const message = "these columns are not those of weeks or tasks; make a goal of the table: goalpost import";
    return [
      goal ? { ...at, goal, lineOf: ([, ...path]) => data.lineOf(path) } : { ...at, problem: { path: "", message } },
    ];
  }
  const all = isGoal(data.value) ? [] : goalsOf(data.value);
  if (all.length === 0) return [{ ...at, goal: data.json ?? /** @type {object} */ (data.value) }];
  return all.map(({ path, value }) => {
    const lineOf = (inner) => data.lineOf([...path, ...inner]);
    return { ...at, line: lineOf([]), path, goal: value, lineOf };
  });
}

/** Whether a text without a file name is a post. */
const looksLikePost = (text) => /^---\s*\n|^\s*<|^[ \t>]*(?:`{3,}|~{3,})|\{%-?\s*(?:include|highlight)\s/m.test(text);

/**
 * All goals of a file, in order.
 * @param {string} file `-` for standard input
 * @param {(file: string) => string} read
 * @returns {Source[]}
 */
export function goalsIn(file, read) {
  const kind = kindOf(file);
  if (!isPost(file) && !DATA.has(kind) && kind !== "" && file !== "-" && !/^\s*\{/.test(read(file))) {
    const message = `${kind} is no form that is read here: JSON, YAML, CSV, Markdown and HTML are`;
    return [{ file, line: 1, first: 1, problem: { path: "", message } }];
  }
  const text = read(file);
  const isMarkdown = MARKDOWN.has(kind) || (file === "-" && !/^\s*[[{]/.test(text) && looksLikePost(text));
  return isMarkdown || HTML.has(kind) ? inPost(file, text, { isMarkdown }) : inData(file, text);
}
