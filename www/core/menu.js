// The way to the buttons below the table, whose script is fetched once a reader comes near them.

/** @type {typeof import("./tools.js") | undefined} */
let tools;

/** What a reader does before a button is pressed. */
const BEFORE = ["pointerover", "focusin", "toggle"];

/**
 * Adds the buttons once a reader comes near them; at once, where one had them before.
 * @param {HTMLDetailsElement} details
 * @param {string} words
 */
export function offer(details, words) {
  const add = async () => {
    BEFORE.forEach((type) => details.removeEventListener(type, add));
    tools ??= await import("./tools.js");
    tools.make(details, words);
  };
  if (details.open && tools) add();
  else BEFORE.forEach((type) => details.addEventListener(type, add));
}

/** The place of the button that was clicked, or -1. @param {any} event */
export const wished = ({ target }) =>
  target.localName === "button" ? [...target.parentNode.children].indexOf(target) : -1;

/** @param {Parameters<typeof import("./tools.js").give>} given */
export const give = (...given) => tools?.give(...given);
