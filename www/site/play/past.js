// Undo and redo, step by step.

/** @import { Written } from "./share.js" */

const MOST = 200;

export function past() {
  /** @type {Written[]} */
  let before = [];
  /** @type {Written[]} */
  let after = [];
  /** @type {Written | undefined} */
  let now;
  let last = "";
  return {
    /** @param {Written} next @param {string} place successive changes in one place are one step */
    push(next, place) {
      if (now && place !== last) before = [...before, now].slice(-MOST);
      [now, last, after] = [next, place, []];
    },
    undo() {
      const previous = before.pop();
      if (!previous || !now) return undefined;
      after.push(now);
      [now, last] = [previous, ""];
      return now;
    },
    redo() {
      const next = after.pop();
      if (!next || !now) return undefined;
      before.push(now);
      [now, last] = [next, ""];
      return now;
    },
    get canUndo() {
      return before.length > 0;
    },
    get canRedo() {
      return after.length > 0;
    },
  };
}
