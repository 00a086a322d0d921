// Reads a pasted table or checklist, with the readers of `goalpost import`. Loaded at the first paste.

import { rowsOf } from "../../npm/cli/import/csv.js";
import { goalOf } from "../../npm/cli/import/goal.js";
import { wordsOf } from "../../npm/cli/import/words.js";
import { fromMarkdown } from "../../npm/cli/tree.js";
import { readChecklist } from "../../shell/checklist/read.js";

const LIST = /^#{1,6}\s|^\s*(?:[-*+]|\d+\.)\s+\[.\]\s|^\|/m;

/**
 * @param {string} text
 * @param {string} lang
 * @returns {{ goal?: any, said: string[] }} `said` tells how it was read, or why it was not
 */
export function readPaste(text, lang) {
  return LIST.test(text) ? fromList(text, lang) : fromTable(text, lang);
}

function fromList(text, lang) {
  try {
    const { goal, warnings } = readChecklist(undefined, /** @type {any} */ (fromMarkdown(text)), { lang });
    return { goal, said: warnings.map(({ message }) => message) };
  } catch (error) {
    return { said: [error.message] };
  }
}

function fromTable(text, lang) {
  const table = rowsOf(text);
  if (table.problem) return { said: [wordsOf(lang).open] };
  const { goal, notes, warnings, problems } = goalOf(table, { lang });
  const said = [...problems, ...warnings].map(({ message }) => message);
  return { goal, said: problems.length > 0 ? said : [...said, ...notes] };
}
