// The form: a title, a unit, and a row of fields for each week, with the keys of a spreadsheet.

import { FIELDS, filled, value } from "./goal.js";

const KINDS = ["", "absent", "skipped"];

/**
 * @param {Record<string, string>} words
 * @param {(goal: any, place: string) => void} changed is called with the goal and the name of the field
 */
export function form(words, changed) {
  const find = (id) => /** @type {any} */ (document.getElementById(id));
  const body = find("rows").querySelector("tbody");
  const heads = ["title", "unit"].map(find);
  /** The goal that is shown. @type {any} */
  let shown = { weeks: [] };

  const fields = () => /** @type {any[]} */ ([...body.querySelectorAll("input, select")]);
  const cell = (row, field) => body.querySelector(`[data-row="${row}"][data-field="${field}"]`);
  const focused = () => /** @type {any} */ (document.activeElement);
  const emit = (goal, place) => changed((shown = goal), place);
  const withWeeks = (weeks, place) => emit({ ...shown, weeks }, place);

  for (const input of heads) {
    input.addEventListener("input", () => {
      const { [input.id]: _, ...rest } = shown;
      emit(input.value.trim() ? { [input.id]: input.value, ...rest } : rest, input.id);
    });
  }
  body.addEventListener("input", ({ target }) => {
    const { row, field } = target.dataset;
    const weeks = shown.weeks.with(Number(row), filled({ ...shown.weeks[row], [field]: value(target.value, field) }));
    withWeeks(weeks, `${row} ${field}`);
  });
  body.addEventListener("click", ({ target }) => {
    if (!target.dataset.remove) return;
    const at = Number(target.dataset.remove);
    withWeeks(shown.weeks.toSpliced(at, 1), `removed ${at}`);
    show(shown);
    (cell(Math.min(at, shown.weeks.length - 1), "label") ?? find("add")).focus();
  });
  body.addEventListener("keydown", (event) => {
    const { row, field } = event.target.dataset;
    if (!field) return;
    const isSelect = event.target.localName === "select";
    const step = { ArrowDown: 1, ArrowUp: -1, Enter: 1 }[event.key];
    if (!step || (isSelect && event.key !== "Enter") || event.isComposing) return;
    event.preventDefault();
    if (event.key === "Enter" && Number(row) === shown.weeks.length - 1) add(field);
    else cell(Number(row) + step, field)?.focus();
  });
  find("add").addEventListener("click", () => add("label"));

  function add(field) {
    withWeeks([...shown.weeks, { planned: 0 }], `added ${shown.weeks.length}`);
    show(shown);
    cell(shown.weeks.length - 1, field).focus();
  }

  function row(week, at) {
    const line = document.createElement("tr");
    for (const field of FIELDS) {
      const box = line.insertCell();
      const input = document.createElement(field === "status" ? "select" : "input");
      input.dataset.row = String(at);
      input.dataset.field = field;
      input.setAttribute("aria-label", `${words.week} ${at + 1}, ${words[field]}`);
      if (input instanceof HTMLSelectElement)
        input.append(...KINDS.map((kind) => new Option(words[kind || "recorded"], kind)));
      else {
        input.autocomplete = "off";
        if (field === "date") input.placeholder = "2026-01-31";
        if (field === "planned" || field === "done") input.inputMode = "decimal";
      }
      box.append(input);
    }
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "×";
    button.dataset.remove = String(at);
    button.setAttribute("aria-label", `${words.remove} ${at + 1}`);
    line.insertCell().append(button);
    return line;
  }

  /** Shows a goal. A focused field keeps the focus. @param {any} goal */
  function show(goal) {
    shown = goal;
    const weeks = goal.weeks ?? [];
    for (const input of heads) input.value = goal[input.id] ?? "";
    if (body.rows.length !== weeks.length) {
      const { row: at, field } = body.contains(document.activeElement) ? focused().dataset : {};
      body.replaceChildren(...weeks.map(row));
      // Without a focus, the browser's own undo would handle the next Control+Z.
      if (field) (cell(Math.min(at, weeks.length - 1), field) ?? find("add")).focus();
    }
    for (const input of fields()) input.value = weeks[input.dataset.row][input.dataset.field] ?? "";
  }
  return { show };
}
