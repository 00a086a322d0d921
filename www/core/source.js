// Reads the data that stand in an element, in whatever a builder has made of them.

/** What holds data, the surest first. */
export const CARRIERS = ["script[type='application/json']", "code", "pre", "div.goalpost"];
/** The numbers of the lines, beside the code or before each line. They may be links, or stand in a cell of their own. */
export const NUMBERS =
  "td:not(:last-child),.ln,.lnt,.gutter,:is([class*=lineno],[class*=linenumber],[class*=line-number]):not(pre,code)";

/**
 * The text of an element's data, without line numbers; undefined if it holds none.
 * @param {Element} element
 */
export function textIn(element) {
  // In a template nothing is loaded and no element comes to life.
  const copy = document.createElement("template").content;
  copy.append(...Array.from(element.childNodes, (node) => node.cloneNode(true)));
  for (const numbers of copy.querySelectorAll(NUMBERS)) {
    // A whole block may be called after the numbers in it.
    if (!numbers.matches("div") || !numbers.querySelector("pre,code")) numbers.remove();
  }
  for (const carrier of CARRIERS) {
    const found = copy.querySelector(carrier);
    if (found) return found.textContent ?? "";
  }
  return undefined;
}
