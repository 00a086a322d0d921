// Finds the place of a fence in the page, and when it may be changed. Loaded only by pages with a fence or a framework,
// pages that are still loading, and pages with two copies of goalpost.

import { parsed } from "./parsed.js";

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

/** Marks a class of which it has been said. */
const TOLD = Symbol.for("goalpost");

/**
 * Says, once in a page, that the name of the element was taken before this script came.
 * @param {any} by the class that has it
 */
export function taken(by) {
  if (!by[TOLD]) console.warn("goalpost: <goal-post> was defined before, by another copy of goalpost or by the page");
  by[TOLD] = true;
}

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
 * Waits until an embed is complete, and hydrated by its framework, if it has one.
 * @param {Element} embed
 * @param {Element | Document} [root] of the framework
 */
export async function settled(embed, root) {
  if (root) await hydrated(root);
  await parsed(embed);
}

/**
 * Waits until a framework has hydrated the server's markup. Until then it must not change: React and Vue compare
 * every node, and render everything anew if they find a foreign one.
 * @param {Element | Document} root
 */
async function hydrated(root) {
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
