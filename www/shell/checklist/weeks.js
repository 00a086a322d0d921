// Reads names: whether a name is a week's, and which date it has.

import { dateIn } from "./dates.js";

const WEEK = "(?:weeks?|wks?|sprints?|iterations?|rounds?|kw|cw)";
const NUMBERED = [
  new RegExp(`(?<!\\p{L})${WEEK}\\.?\\s*[#:.-]?\\s*\\d+`, "iu"),
  /(?<![\p{L}\d])W\d{1,2}(?!\p{L})/u,
  /\d+\s*(?:주차|주째|회차|차시)/u,
];
const SEVERAL = [
  new RegExp(
    `(?<!\\p{L})${WEEK}\\.?\\s*\\d+\\s*(?:[-–—~&,+/]|to|and)\\s*(?:${WEEK}\\s*)?\\d{1,2}(?!\\d|[-./]\\d)`,
    "iu",
  ),
  /\d+\s*(?:주차?)?\s*[-–—~,]\s*\d+\s*(?:주|회차|차시)/u,
];
const NAMED = [
  /(?<!\p{L})(?:weeks?|sprint)(?!\p{L})/iu,
  /(?:째|이번|지난|마지막|첫)\s?주(?!\p{L})/u,
  /(?<!\p{L})주차/u,
  /\d주(?!\p{L})/u,
];

const any = (patterns, text) => patterns.some((pattern) => pattern.test(text));

/**
 * How certainly a text names a week: 3 by the word and one number, 2 by the word, 1 by a date, 0 not at all.
 * @param {string} text
 */
export function naming(text) {
  if (any(NUMBERED, text) && !any(SEVERAL, text)) return 3;
  if (any([...NUMBERED, ...NAMED], text)) return 2;
  return dateIn(text) ? 1 : 0;
}

/** A date after one of these words is a deadline, not the date of the week. */
const END = "by|due|until|till|deadline|end(?:s|ed)?|complet\\w+|finish\\w*|done";
const ENDS = new RegExp(`(?:\\b(?:${END})|완료일?|마감일?|종료일?|까지)\\s*(?:on|date)?\\s*:?\\s*$`, "i");
const ONLY_WEEK = new RegExp(`^(?:${WEEK}\\.?\\s*#?\\d+|\\d+\\s*(?:주차?|주째|회차|차시))$`, "iu");
const SEPARATORS = "[\\s:·,|~–—-]*";
const before = new RegExp(`${SEPARATORS}$`);
const after = new RegExp(`^${SEPARATORS}`);

/** A text without the part from `from` to `to`; undefined if the rest would not make sense. */
function without(text, from, to) {
  const head = text.slice(0, from);
  const tail = text.slice(to);
  if (/[([（]\s*$/.test(head) && /^\s*[)\]）]/.test(tail)) {
    return `${head.replace(/\s*[([（]\s*$/, "")}${tail.replace(/^\s*[)\]）]/, "")}`
      .replace(before, "")
      .replace(after, "");
  }
  if (head.trim() === "" && /^$|^[\s:·,|–—-]/.test(tail)) return tail.replace(after, "");
  // At the end, the part is removed if it is set apart, or after the name of a week.
  if (tail.trim() === "" && (/[:·,|–—-]\s*$/.test(head) || naming(head) >= 2)) return head.replace(before, "");
  // In the middle, it is removed if only a week's name comes before it.
  const week = head.replace(before, "");
  return ONLY_WEEK.test(week) ? `${week} ${tail.replace(after, "")}` : undefined;
}

/**
 * The label of a week, and its date if the name has one.
 * @param {string} name
 * @returns {{ label: string, date?: string }}
 */
export function labelled(name) {
  const found = dateIn(name);
  if (!found || ENDS.test(name.slice(0, found.from))) return { label: name };
  return { label: without(name, found.from, found.to) || name, date: found.date };
}
