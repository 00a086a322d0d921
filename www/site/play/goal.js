// Reads a written goal, reports its problems with their lines, and writes goals.

import { check, progress } from "../../npm/index.js";
import { stringify } from "yaml";
import { json, yaml } from "../../npm/cli/data.js";
import { pretty } from "./pretty.js";

/** @import { Written } from "./share.js" */

/** The fields of a week in the form, in order. */
export const FIELDS = ["label", "date", "planned", "done", "status", "note", "link"];

/** `weeks[3].planned` as the path of a value. @param {string} path */
const steps = (path) =>
  path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));

/**
 * `value` is the meaning of the text, even if it is not a goal.
 * @param {Written} written
 * @param {string} lang of the messages
 * @returns {{ goal?: any, value?: any, problems: { line: number, message: string, isWarning: boolean }[] }}
 */
export function read({ kind, text }, lang) {
  const data = (kind === "json" ? json : yaml)(text);
  if (data.problem) return { problems: [{ ...data.problem, isWarning: false }] };
  const { problems, warnings } = check(/** @type {any} */ (data.value ?? text), { lang });
  const told =
    (isWarning) =>
    ({ path, message }) => {
      const [, line] = /^line (\d+)/.exec(path) ?? [];
      return { line: line ? Number(line) : path ? data.lineOf(steps(path)) : 1, message, isWarning };
    };
  const all = [...problems.map(told(false)), ...warnings.map(told(true))];
  const { value } = data;
  return { goal: problems.length === 0 ? value : undefined, value, problems: all };
}

/** @param {any} goal @param {Written["kind"]} kind */
export const write = (goal, kind) => (kind === "json" ? `${pretty(goal)}\n` : stringify(goal));

/** The values that are not empty. @param {Record<string, any>} given */
export const filled = (given) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ""));

/** A goal with `weeks` instead of the short lists, for the form. Undefined for one that the form cannot show. */
export function inWeeks(goal) {
  if (goal?.constructor !== Object || goal.tasks?.length) return undefined;
  const { planned, done, weeks, ...rest } = goal;
  if (![planned, done, weeks].every((list) => list == null || Array.isArray(list))) return undefined;
  const count = Math.max(weeks?.length ?? 0, planned?.length ?? 0, done?.length ?? 0);
  const rows = Array.from({ length: count }, (_, at) =>
    filled({ planned: planned?.[at], done: done?.[at], ...weeks?.[at] }),
  );
  return { ...rest, weeks: rows };
}

/** The weeks of a checklist, with their counts. */
export function counted(goal) {
  const { tasks, weeks, planned, done, ...rest } = goal;
  const rows = progress(goal).weeks.map((week, at) =>
    filled({ ...weeks?.[at], planned: week.planned ?? undefined, done: week.done ?? undefined }),
  );
  return { ...rest, weeks: rows };
}

/** The value of a form field: a number if it is one. @param {string} text */
export function value(text, field) {
  const plain = text.trim();
  const isNumber = (field === "planned" || field === "done") && /^\d+(?:\.\d+)?$/.test(plain);
  return isNumber ? Number(plain) : plain;
}
