// A plain table of a goal's data, for where the core is not there: on paper, which does not wait for it, for goals that
// were never scrolled to; and where it cannot be.

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
      tell(element);
      arrive();
    });
  globalThis.addEventListener?.("beforeprint", print);
  globalThis.matchMedia?.("print").addEventListener("change", print);
}

/** Shows the data of a goal as they are. @param {any} element a `<goal-post>` */
export function tell(element) {
  try {
    const text = element.querySelector("script, code, pre")?.textContent ?? "";
    const { title = "", planned = [], done = [], weeks } = element.goal ?? JSON.parse(text);
    const table = document.createElement("table");
    // In the room of the picture.
    table.style.gridArea = "1 / 1";
    table.createCaption().textContent = title;
    const all = weeks ?? planned.map((planned, at) => ({ label: at + 1, planned, done: done[at] }));
    for (const week of [Object.fromEntries(KEYS.map((key) => [key, key])), ...all]) {
      const row = table.insertRow();
      for (const key of KEYS) row.insertCell().textContent = week[key] ?? "";
    }
    element.shadowRoot.append(table);
  } catch {
    // What keeps it from being read is said by the core.
  }
}
