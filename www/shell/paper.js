// Prints the goals that were never scrolled to. Paper does not wait for the core: where no still stands, they
// get a plain table of their data, and so do those that nothing else shows where the core fails.

const KEYS = ["label", "date", "planned", "done", "note"];

/**
 * Lets nothing wait once the page is printed.
 * @param {Map<Element, () => void>} waiting what to call for each element that waits for the core
 */
export function printWhole(waiting) {
  const print = () =>
    waiting.forEach((arrive, element) => {
      // A still is printed as it stands.
      if (element.querySelector(".goalpost-still")) return;
      tabulate(element);
      arrive();
    });
  globalThis.addEventListener?.("beforeprint", print);
  globalThis.matchMedia?.("print").addEventListener("change", print);
}

/**
 * Adds a plain table of an element's data to its shadow root, if they can be read.
 * @param {Element} element
 */
export function tabulate(element, root = element.shadowRoot) {
  try {
    const text = element.querySelector("script, code, pre")?.textContent ?? "";
    const { title = "", planned = [], done = [], weeks } = JSON.parse(text);
    const table = document.createElement("table");
    // In the room of the picture.
    table.style.gridArea = "1 / 1";
    table.createCaption().textContent = title;
    const all = weeks ?? planned.map((planned, at) => ({ label: at + 1, planned, done: done[at] }));
    for (const week of [Object.fromEntries(KEYS.map((key) => [key, key])), ...all]) {
      const row = table.insertRow();
      for (const key of KEYS) row.insertCell().textContent = week[key] ?? "";
    }
    root?.append(table);
  } catch {
    // What keeps it from being read is said by the core.
  }
}
