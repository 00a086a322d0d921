// goalpost import: makes a goal from an exported table or a checklist.

import { extname } from "node:path";
import { check } from "../index.js";
import { readChecklist } from "../../shell/checklist/read.js";
import { bytesOf, write } from "./files.js";
import { decode } from "./import/bytes.js";
import { FIELDS } from "./import/columns.js";
import { rowsOf } from "./import/csv.js";
import { goalOf } from "./import/goal.js";
import { wordsOf } from "./import/words.js";
import { Misuse } from "./misuse.js";
import { matterOf } from "./post.js";
import { fromHtml, fromMarkdown } from "./tree.js";

const MARKDOWN = /^\.(?:md|markdown|mdx|qmd|rmd)$/;
const HTML = /^\.html?$/;
const FORMS = { markdown: MARKDOWN, html: HTML };

/** Whether the text is a table or a checklist, by the file's name, else by its content. */
function formOf(file, text) {
  const kind = extname(file).toLowerCase();
  const named = Object.keys(FORMS).find((form) => FORMS[form].test(kind));
  if (named) return named;
  if (kind === ".json")
    throw new Misuse(`${file}: this is JSON; import reads tables (CSV) and checklists (Markdown, HTML)`);
  if (/^\.(?:csv|tsv|txt)$/.test(kind)) return "table";
  if (/^\s*<(?:!doctype|[a-z][a-z0-9-]*[\s>])/i.test(text)) return "html";
  return /^#{1,6}\s|^\s*(?:[-*+]|\d+\.)\s+\[.\]\s|^\|/m.test(text) ? "markdown" : "table";
}

/** Prints a message about a line of the file, or about the whole file, to standard error. */
const told = (file, line, message) => console.error(`${file}${line ? `:${line}` : ""}: ${message}`);

export function run(files, { output, encoding, from, yes, no, name, unit, lang, ...columns }) {
  if (files.length !== 1) throw new Misuse("say which table or checklist, and one only");
  const [file] = files;
  const words = wordsOf(lang);
  const { problem, text = "", encoding: found = "" } = decodedOf(bytesOf(file), encoding);
  if (problem) {
    told(file, undefined, words[problem]);
    return 1;
  }
  const form = formOf(file, text);
  const said = { title: name, unit, lang };
  const goal = form === "table" ? fromTable() : fromList();
  if (!goal) return 1;
  // Whatever is written can be drawn; anything else is not written.
  const { problems, warnings } = check(goal, { lang });
  for (const { path, message } of problems) told(file, undefined, `${path ? `${path}: ` : ""}${message}`);
  if (problems.length > 0) return 1;
  for (const { path, message } of warnings) told(file, undefined, `warning: ${path ? `${path}: ` : ""}${message}`);
  write(output, `${JSON.stringify(goal, null, 2)}\n`);
  return 0;

  function fromTable() {
    const table = rowsOf(text);
    if (table.problem) {
      told(file, table.problem.line, words.open);
      return undefined;
    }
    const split = (lists) => lists?.flatMap((list) => list.split(",").map((word) => word.trim()));
    const read = goalOf(table, { columns, yes: split(yes), no: split(no), name, unit, lang });
    const [unknown] = read.unknown;
    if (unknown) {
      const names = read.header.join(", ");
      throw new Misuse(`${file}: there is no column "${unknown}"; there are ${names} (the goal's own title is --name)`);
    }
    told(file, undefined, words.form(read.count, table.separator, found.toUpperCase()));
    for (const note of read.notes) told(file, undefined, note);
    for (const { line, message } of read.warnings) told(file, line, `warning: ${message}`);
    for (const { line, message } of read.problems) told(file, line, message);
    return read.goal;
  }

  function fromList() {
    const odd = FIELDS.find((field) => columns[field] !== undefined);
    if (odd) throw new Misuse(`--${odd} names a column of a table, and this is a checklist`);
    try {
      return listed({ text, form, from, said }, (message) => told(file, undefined, message));
    } catch (error) {
      if (error.path !== "from") throw error;
      told(file, undefined, error.message);
      return undefined;
    }
  }
}

function decodedOf(bytes, encoding) {
  try {
    return decode(bytes, encoding);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Misuse(`--encoding ${encoding}: there is no such encoding`);
  }
}

/** The goal of a checklist: of the whole text, or of the section that `from` names. */
function listed({ text, form, from, said }, tell) {
  const { page, body } = matterOf(text);
  const tree = form === "html" ? fromHtml(body) : fromMarkdown(body);
  const { goal, warnings, lang } = readChecklist(from, tree, { lang: said.lang ?? page.lang });
  const done = goal.tasks.reduce((sum, { done }) => sum + Number(done), 0);
  tell(wordsOf(lang).list(goal.tasks.length, goal.weeks.length, done));
  for (const { message } of warnings) tell(`warning: ${message}`);
  return { ...goal, title: said.title ?? goal.title ?? page.title, lang: said.lang ?? page.lang, unit: said.unit };
}
