// Shows a plain table of a goal's data if the core is missing: in print, which does not wait for it, for goals that were
// never scrolled to; and if the core fails and nothing else shows the goal.

const KEYS = ["label", "date", "planned", "done", "note"];

/**
 * Ends the waiting of all elements when the page is printed.
 * @param {Map<Element, () => void>} waiting the function to call for each element that waits for the core
 */
export function printWhole(waiting) {
  const print = () =>
    waiting.forEach((arrive, element) => {
      // A still prints as it is.
      if (element.querySelector(".goalpost-still")) return;
      tabulate(element);
      arrive();
    });
  globalThis.addEventListener?.("beforeprint", print);
  globalThis.matchMedia?.("print").addEventListener("change", print);
}

/**
 * Adds a plain table of an element's data to its shadow root, if they can be read.
 * @param {any} element a `<goal-post>`
 * @param {ShadowRoot | null} root
 */
export function tabulate(element, root = element.shadowRoot) {
  try {
    const text = element.querySelector("script, code, pre")?.textContent ?? "";
    const { title = "", planned = [], done = [], weeks } = element.goal ?? JSON.parse(text);
    const table = document.createElement("table");
    // In the room reserved for the picture.
    table.style.gridArea = "1 / 1";
    table.createCaption().textContent = title;
    const all = weeks ?? planned.map((planned, at) => ({ label: at + 1, planned, done: done[at] }));
    for (const week of [Object.fromEntries(KEYS.map((key) => [key, key])), ...all]) {
      const row = table.insertRow();
      for (const key of KEYS) row.insertCell().textContent = week[key] ?? "";
    }
    root?.append(table);
  } catch {
    // The core reports problems of the data.
  }
}
