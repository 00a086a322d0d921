// Prerenders one file of a site: reads it, adds the stills, and replaces it if it has changed.

import { readFileSync } from "node:fs";
import { lineAndColumn } from "./edits.js";
import { mayHoldGoals, textOf } from "./encoding.js";
import { inFeed } from "./feed.js";
import { prerendered } from "./page.js";
import { isReadOnly, replace } from "./replace.js";
import { Site, isFeed } from "./site.js";
import { draw } from "./still.js";

/** @import { Told } from "./page.js" */

/** The settings of a worker. @typedef {{ root: string, base?: string, check: boolean }} Job */
/**
 * The outcome for a file.
 * @typedef {{ goals: number, isChanged: boolean, problems: string[], notes: string[] }} Outcome
 */

/**
 * A line about a goal of a file, or about a value in a file that the goal names.
 * @param {string} file
 * @param {string} text
 * @param {Told} told
 */
function lineOf(file, text, { offset, path, message, ...other }) {
  const { line, column } = lineAndColumn(text, offset);
  const here = `${file}:${line}:${column}`;
  const said = path ? `${path}: ${message}` : message;
  return other.file ? `${other.file}:${other.line}:${other.column}: ${said} (shown by ${here})` : `${here}: ${said}`;
}

/** Returns a function that prerenders files of a site. @param {Job} job */
export function prerenderer({ root, base, check }) {
  const site = new Site(root, base);

  /** @param {string} file @returns {Outcome} */
  return (file) => {
    const outcome = { goals: 0, isChanged: false, problems: [], notes: [] };
    const bytes = readFileSync(file);
    if (!mayHoldGoals(bytes)) return outcome;
    const isOfFeed = isFeed(file);
    const { text, mark = "", encoding } = textOf(bytes, { isFeed: isOfFeed });
    if (text === undefined) {
      return { ...outcome, notes: [`${file}:1:1: left as it is: it is in ${encoding}, and only UTF-8 is read`] };
    }
    const page = isOfFeed
      ? inFeed(text, { site, file, draw })
      : prerendered(text, {
          draw,
          read: (address, from) => site.read(address, new URL(from ?? "", site.addressOf(file)).href),
        });
    const tell = (told) => lineOf(file, text, told);
    const [problems, notes] = [page.problems.map(tell), page.notes.map(tell)];
    const isChanged = page.html !== text;
    if (!isChanged || problems.length > 0) return { goals: page.goals, isChanged: false, problems, notes };
    if (isReadOnly(file)) return { ...outcome, problems: [`${file}: it is read-only, and was left as it is`], notes };
    if (!check) replace(file, mark + page.html);
    return { goals: page.goals, isChanged, problems, notes };
  };
}
