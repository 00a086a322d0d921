// Decides when a goal loads the core. Until then, a page pays for nothing but this.
//
// The attribute `load` decides: `eager`, `near` or `interest`. Without it, a goal loads near the viewport. If a still
// shows the goal, it also waits until the page is idle or, if data are saved, until the reader shows interest.

import { printWhole } from "./paper.js";

/** The distance from the viewport at which an element counts as near. */
const MARGIN = "300px";
/** Events that show interest: a pointer or a finger on the goal, the focus in it, its table opened. */
const INTEREST = ["pointerover", "focusin", "toggle"];

/** The function to call for each waiting element. @type {Map<Element, () => void>} */
const waiting = new Map();
/** @type {IntersectionObserver | undefined} */
let observer;
printWhole(waiting);

/**
 * Resolves at that moment; at once in browsers without intersection observers.
 * @param {Element} element
 * @returns {Promise<void>}
 */
export function moment(element) {
  return new Promise((resolve) => {
    const load = loadOf(element);
    if (load === "eager" || !globalThis.IntersectionObserver) return resolve();
    waiting.set(element, resolve);
    if (load !== "near") {
      // A table that is open from the start fires `toggle` as well, but before the next task.
      setTimeout(() => INTEREST.forEach((type) => element.addEventListener(type, interested, true)));
    }
    if (load !== "interest") {
      observer ??= new IntersectionObserver(arrived, { rootMargin: MARGIN });
      observer.observe(element);
    }
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

/** @param {any} element a `<goal-post>` */
function loadOf(element) {
  if (element.load) return element.load;
  if (!element.querySelector(".goalpost-still")) return "near";
  const { saveData, effectiveType } = /** @type {any} */ (navigator).connection ?? {};
  return saveData || /2g/.test(effectiveType) ? "interest" : "rest";
}

/** @param {Element} element */
function take(element) {
  waiting.get(element)?.();
  forget(element);
}

/** @param {Event & { currentTarget: any }} event */
const interested = ({ currentTarget }) => take(currentTarget);

/** @param {IntersectionObserverEntry[]} entries */
function arrived(entries) {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting && loadOf(target) === "rest") atRest(() => take(target));
    else if (isIntersecting) take(target);
  }
}

/**
 * Calls a function once the page is loaded and has nothing to do.
 * @param {() => void} call
 */
function atRest(call) {
  const idle = () => (globalThis.requestIdleCallback ?? setTimeout)(call);
  if (document.readyState === "complete") idle();
  else addEventListener("load", idle);
}
