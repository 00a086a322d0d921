// Waits until an element comes near the viewport: until then a page pays for nothing but this.

const AHEAD = "300px";
const waiting = new Map();
let observer;

/** Resolves once the element is near the viewport, or at once where that cannot be told. */
export function near(element) {
  if (!globalThis.IntersectionObserver) return Promise.resolve();
  observer ??= new IntersectionObserver(arrived, { rootMargin: AHEAD });
  return new Promise((resolve) => {
    waiting.set(element, resolve);
    observer.observe(element);
  });
}

/** Waits no longer for an element that has left the page, or has been told otherwise. */
export function forget(element) {
  observer?.unobserve(element);
  waiting.delete(element);
}

function arrived(entries) {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) continue;
    waiting.get(target)?.();
    forget(target);
  }
}
