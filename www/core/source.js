// Reads the data inside an element, in whatever markup a site builder has made of them.

/** Elements that hold data, the most specific first. */
export const CARRIERS = ["script[type='application/json']", "code", "pre", "div.goalpost"];
/** Line numbers, beside the code or before each line. They may be links, or stand in a table cell. */
export const NUMBERS =
  "td:not(:last-child),.ln,.lnt,.gutter,:is([class*=lineno],[class*=linenumber],[class*=line-number]):not(pre,code)";

/**
 * The text of an element's data, without line numbers; undefined if it holds none.
 * @param {Element} element
 */
export function textIn(element) {
  // A template loads nothing and upgrades no element.
  const copy = document.createElement("template").content;
  copy.append(...Array.from(element.childNodes, (node) => node.cloneNode(true)));
  for (const numbers of copy.querySelectorAll(NUMBERS)) {
    // The wrapper of a whole block may have a class for line numbers.
    if (!numbers.matches("div") || !numbers.querySelector("pre,code")) numbers.remove();
  }
  for (const carrier of CARRIERS) {
    const found = copy.querySelector(carrier);
    if (found) return found.textContent ?? "";
  }
  return undefined;
}
