// Waits until an element comes near the viewport. Until then, a page pays for nothing but this.

import { printWhole } from "./paper.js";

/** How far outside the viewport an element counts as near. */
const MARGIN = "300px";

/** What to call for each element that is waited for. @type {Map<Element, () => void>} */
const waiting = new Map();
/** @type {IntersectionObserver | undefined} */
let observer;
printWhole(waiting);

/**
 * Resolves once the element is near the viewport; at once where the browser cannot tell.
 * @param {Element} element
 * @returns {Promise<void>}
 */
export function near(element) {
  if (!globalThis.IntersectionObserver) return Promise.resolve();
  observer ??= new IntersectionObserver(arrived, { rootMargin: MARGIN });
  return new Promise((resolve) => {
    waiting.set(element, resolve);
    observer?.observe(element);
  });
}

/**
 * Stops waiting for an element.
 * @param {Element} element
 */
export function forget(element) {
  observer?.unobserve(element);
  waiting.delete(element);
}

/** @param {IntersectionObserverEntry[]} entries */
function arrived(entries) {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) continue;
    waiting.get(target)?.();
    forget(target);
  }
}
