// Reads a task list that its author keeps in the post, `- [x] …` in Markdown, as a goal. Loaded only if an element
// has from="#…".

import { readChecklist } from "./checklist/read.js";
import { langOf } from "./checklist/section.js";

/**
 * The goal of the task list at `selector`. Warnings about what was not understood go to the console.
 * @param {string} selector
 * @param {any} scope the document, or the root of a shadow tree
 * @param {any} element the element that shows the goal, for the language of an error
 */
export function read(selector, scope = document, element = scope.documentElement) {
  try {
    const { goal, warnings } = readChecklist(selector, scope, { lang: langOf(element) });
    for (const { path, message } of warnings) console.warn(`goalpost: ${path}: ${message}`, element);
    return goal;
  } catch (error) {
    throw Object.assign(error, error.path && { note: noteOf(error) });
  }
}

/** A problem as an element that replaces the picture. */
function noteOf({ path, message, lang }) {
  const note = document.createElement("p");
  return Object.assign(note, { className: "problems", lang, textContent: `goalpost: ${path}: ${message}` });
}
