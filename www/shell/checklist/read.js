// Reads a checklist as a goal, from a page or from a parsed file.

import { goalOf } from "./goal.js";
import { langOf, section } from "./section.js";
import { wordsOf } from "./words.js";

/**
 * @typedef {{ label?: string, date?: string, dropped?: number }} Week
 * @typedef {{ title?: string, week: number, done: boolean | number, group?: string }} Task
 * @typedef {{ title?: string, weeks: Week[], tasks: Task[] }} Goal
 */

/** The most warnings that are shown at once. */
const MOST_WARNINGS = 20;

/**
 * The goal of the checklist at `selector`, or of the whole scope, with warnings about what was not understood.
 * @param {string | undefined} selector
 * @param {any} scope a document, or the root of a shadow tree
 * @param {{ lang?: string }} options the language of messages if the list has none, or is missing
 * @returns {{ goal: Goal, warnings: { path: string, message: string }[], lang: string }}
 * @throws {Error} with `path`, and with `lang`, the language of its message
 */
export function readChecklist(selector, scope, { lang = "" } = {}) {
  let spoken = lang || langOf(scope.documentElement ?? scope);
  const fail = (sentence, ...details) => {
    throw Object.assign(new Error(wordsOf(spoken)[sentence](...details)), {
      path: "from",
      lang: /^ko\b/i.test(spoken) ? "ko" : "en",
    });
  };
  const { start, ...found } = section(selector, scope, fail);
  spoken = langOf(start) || lang;
  const words = wordsOf(spoken);
  const { goal, warnings } = goalOf(found, words);
  const said = warnings.slice(0, MOST_WARNINGS);
  if (said.length < warnings.length) said.push(words.others(warnings.length - said.length));
  return { goal, warnings: said.map((message) => ({ path: "from", message })), lang: spoken };
}
