// Finds the place of a fence in the page, and when it may be changed. Only pages with a fence or a framework load it.

/** What builders and highlighters wrap around a fence, with buttons and line numbers … */
export const WRAPPER =
  "pre,:is(div,figure):is([class*=highlight],[class*=code],.chroma,.frame,.listingblock,.listingblock>*," +
  "[data-rehype-pretty-code-figure]),:is(.highlight,.chroma) :is(table,tbody,tr,td)";
/** … unless the wrapper contains any of this besides the fence. */
export const PROSE = "p,h2,h3,li,pre:not(td:not(:last-child) pre)";
/** Keys that React and Vue leave on a root that they have hydrated. */
const TAKEN = /^(?:__reactContainer|__vue_app|_vnode)/;
/** Tenths of a second after which a root counts as one that nothing hydrates. */
const PATIENCE = 50;

/**
 * The fence with its wrappers; undefined if it is an unrelated element of that name.
 * @param {HTMLElement} fence
 */
export function placeOf(fence) {
  if (fence.matches("div.goalpost") && !/^\s*\{/.test(fence.textContent)) return undefined;
  let outer = fence;
  const isInside = (node) => outer.contains(node);
  for (let parent; (parent = outer.parentElement)?.matches(WRAPPER); outer = parent) {
    if (![...parent.querySelectorAll(PROSE)].every(isInside)) break;
  }
  return outer;
}

/**
 * Waits until a framework has hydrated the server's markup. Until then it must not change: React and Vue compare
 * every node, and render everything anew if they find a foreign one.
 * @param {Element | Document} root
 */
export async function hydrated(root) {
  for (let left = PATIENCE; left > 0 && isWaiting(root); left--) await new Promise((next) => setTimeout(next, 100));
  // A root is marked before its nodes are compared.
  await new Promise((next) => (globalThis.requestIdleCallback ?? setTimeout)(next));
}

/** @param {Element | Document} root */
function isWaiting(root) {
  if (!root.isConnected) return false;
  // An island removes its own attribute.
  if (root instanceof Element && root.localName === "astro-island") return root.hasAttribute("ssr");
  return !Object.keys(root).some((key) => TAKEN.test(key));
}
