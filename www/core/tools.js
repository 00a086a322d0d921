// The buttons below the table: copy the data, save the picture, hear the weeks. The core gives what they take along.
// Fetched once a reader comes near the table.

import { sheet } from "../shell/sheet.js";
import text from "../shell/menu.css";

/** What the buttons are for, by their places. */
const [COPY_TEXT, SAVE_PNG, SAVE_SVG, HEAR] = [1, 2, 3, 4];

/** What is said after a button of a bar was pressed: copied, not copied, saved, how it sounds. @type {WeakMap<Element, string[]>} */
const said = new WeakMap();

/** @type {CSSStyleSheet | undefined} */
let shared;

/** @param {string} tag @param {object} properties @returns {any} */
const create = (tag, properties) => Object.assign(document.createElement(tag), properties);

/**
 * Adds the buttons at the end of an unfolded table.
 * @param {HTMLElement} details
 * @param {string} words a line for each: the buttons' names, and what is said after them
 */
export function make(details, words) {
  const { adoptedStyleSheets } = /** @type {ShadowRoot} */ (details.getRootNode());
  adoptedStyleSheets.push((shared ??= sheet(text)));
  const lines = words.split("\n");
  const bar = create("div", { className: "menu" });
  const status = create("span", {});
  // Says what happened last, also to those who do not see it.
  status.setAttribute("role", "status");
  bar.append(...lines.splice(0, HEAR + 1).map((textContent) => create("button", { textContent })), status);
  details.append(bar);
  said.set(bar, lines);
}

/**
 * Lets a reader have what was wished for, and says how that went.
 * @param {any} event the click
 * @param {number} wish
 * @param {string} data
 * @param {string} title
 */
export async function give({ target: button }, wish, data, title) {
  const bar = button.parentNode;
  const status = bar.lastChild;
  const [copied, notCopied, saved, how] = said.get(bar) ?? [];
  const say = (text) => (status.textContent = text);
  try {
    if (wish <= COPY_TEXT) {
      say("");
      const isCopied = await copy(data, bar);
      // The old way takes the focus.
      button.focus();
      say(isCopied ? copied : notCopied);
    } else if (wish < HEAR) {
      const href = wish === SAVE_PNG ? data : `data:image/svg+xml,${encodeURIComponent(data)}`;
      create("a", { href, download: `${title}.${wish === SAVE_SVG ? "svg" : "png"}` }).click();
      say(saved);
    } else {
      (await import("./hear.js")).hear(data, how, status);
    }
  } catch (error) {
    say(String(error));
  }
}

/** Puts a text on the clipboard; where the page may not, the way that worked before. @returns {Promise<boolean>} */
async function copy(text, bar) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = create("textarea", { value: text });
    bar.append(field);
    field.select();
    const isCopied = document.execCommand("copy");
    field.remove();
    return isCopied;
  }
}
