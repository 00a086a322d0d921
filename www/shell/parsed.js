// Whether the browser has read all of an element: a script may run while the page is still arriving.

/** Milliseconds between two looks at a page that is still arriving. */
const PAUSE = 30;

/** Whether something stands behind a node, or behind one around it: only then its end has been read. @param {Node} node */
function isFollowed(node) {
  for (let at = /** @type {Node | null} */ (node); at; at = at.parentNode) if (at.nextSibling) return true;
  return false;
}

/**
 * Resolves once an element is whole; at the latest, once the page is.
 * @param {Element} element
 */
export async function parsed(element) {
  while (document.readyState === "loading" && !isFollowed(element)) {
    await new Promise((next) => setTimeout(next, PAUSE));
  }
}
