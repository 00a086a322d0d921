// Reads marks: the state of an entry, as text before it, as a table cell, or as an icon.
//
// A state is a share from 0 (not done) to 1 (done), or "dropped". An unknown mark has the state undefined.

import { attribute, classes, closest, elements, isElement, plain } from "./tree.js";

/** @typedef {number | "dropped" | undefined} State */

const SIGNS = [
  [1, "✅☑✔✓🗹☒🟢🟩"],
  [0.5, "◐◑◒◓🌓🚧🔄🟡🟨🏗"],
  [0, "❌✗✘✖☐⬜⬛◻◽□❎🔴🟥⏳⌛⏸🔲🔳❏"],
  ["dropped", "➖🚫⛔🗑"],
];
/** The text between brackets in GitHub, GitLab, Obsidian and Org. Deferred and scheduled work is not done. */
const BRACKETS = {
  x: 1,
  X: 1,
  v: 1,
  V: 1,
  " ": 0,
  "": 0,
  ">": 0,
  "<": 0,
  "!": 0,
  "*": 0,
  "/": 0.5,
  "-": "dropped",
  "~": "dropped",
};
const CODES = {
  white_check_mark: 1,
  heavy_check_mark: 1,
  ballot_box_with_check: 1,
  x: 0,
  hourglass: 0,
  construction: 0.5,
  no_entry: "dropped",
};
const WORDS = [
  [
    1,
    "yes true done complete completed checked finished closed ticked ok 완료 예 참 완 ja wahr vrai oui sí si verdadero",
  ],
  [
    0,
    "no false open todo unchecked pending incomplete backlog new 미완료 아니요 아니오 거짓 대기 예정 nein falsch faux non falso",
  ],
  [0, "not_started not_done to_do on_hold 시작_전 시작전 할_일 미완 진행_전"],
  [0.5, "in_progress doing started wip half partial in_review 진행_중 진행중 하는_중"],
  ["dropped", "dropped cancelled canceled skipped won't_do wont_do 취소 제외 보류_취소"],
];

const pairs = (table, split) => table.flatMap(([state, all]) => split(all).map((one) => [one, state]));
const signs = new Map(pairs(SIGNS, (all) => [...all]));
const words = new Map(pairs(WORDS, (all) => all.split(" ").map((word) => word.replaceAll("_", " "))));
const sign = `[${[...signs.keys()].join("")}]`;
const LEADING = new RegExp(`^(?:(?<sign>${sign})|:(?<code>[a-z_]+):|\\[(?<bracket>[^\\d\\]]?)\\](?=\\s|$))\\s*`, "u");
const TRAILING = new RegExp(`\\s*[-–—:·]?\\s*(?<sign>${sign})$`, "u");

/** The text between brackets in lists with circles, where an X means not done. */
const CIRCLES = { o: 1, O: 1, "○": 1, x: 0, X: 0 };

/**
 * The mark at the beginning of a text.
 * @param {string} text
 * @returns {{ state: State, mark: string, rest: string } | undefined}
 */
export function leading(text, { circles = false } = {}) {
  const found = LEADING.exec(text);
  const { sign, code, bracket } = found?.groups ?? {};
  if (!found || (code && !(code in CODES))) return undefined;
  const boxes = circles ? { ...BRACKETS, ...CIRCLES } : BRACKETS;
  const state = sign ? signs.get(sign) : code ? CODES[code] : boxes[bracket];
  return { state, mark: found[0].trim(), rest: text.slice(found[0].length).trim() };
}

/** The mark at the end of a text, as `leading` returns it. */
export function trailing(text) {
  const found = TRAILING.exec(text);
  if (!found || found.index === 0) return undefined;
  const { sign = "" } = found.groups ?? {};
  return { state: signs.get(sign), mark: sign, rest: text.slice(0, found.index) };
}

/**
 * The state in a table cell; undefined if there is none. With `circles`, an O means yes and an X no, as in
 * Korea; without, an X ticks the cell.
 * @param {string} text
 * @returns {State}
 */
export function stateOf(text, { circles = false } = {}) {
  const word = plain(text)
    .toLowerCase()
    .replace(/[-_ ]+/g, " ");
  if (/^[o○⭕◯]$/u.test(word)) return 1;
  if (/^[x×]$/.test(word)) return circles ? 0 : 1;
  if (/^v$/.test(word)) return 1;
  const known = words.get(word) ?? leading(plain(text));
  return typeof known === "object" ? (known.rest === "" ? known.state : undefined) : known;
}

/** Whether a cell is a circle. In a table with circles, crosses are not ticks. */
export const isCircle = (text) => /^[oO○⭕◯]$/u.test(plain(text));

/**
 * The first match counts. The last pattern applies only in lists that are marked as task lists.
 * @type {[State, RegExp][]}
 */
const ICONS = [
  [0.5, /half|spinner|notch|progress|indeterminate|adjust/i],
  [0, /uncheck|times|xmark|cross|blank|checkbox-off/i],
  ["dropped", /minus|slash|\bban\b/i],
  [1, /check(?!-?box)|checked|checkbox-(on|marked)|tick|done|complete/i],
  [0, /circle|square|empty|box/i],
];

/** The state of an icon that replaces a check box, from its class or, for icon fonts, from its text. */
function iconState(icon, isTask) {
  const font = /material-(icons|symbols)/.test(classes(icon));
  const names = font ? [...icon.childNodes].map(({ nodeValue }) => nodeValue ?? "").join("") : classes(icon);
  return (isTask ? ICONS : ICONS.slice(0, -1)).find(([, pattern]) => pattern.test(names))?.[0];
}

const isList = (node) => /^(ul|ol|table)$/.test(node.localName);
const isBox = (node) => node.localName === "input" && attribute(node, "type")?.toLowerCase() === "checkbox";

/**
 * The state of an element's check box, or of its replacement.
 * @returns {{ state: State, mark: string } | undefined}
 */
export function boxOf(element) {
  const own = [...elements(element, (node) => !isList(node) && node.localName !== "li")];
  const letter =
    attribute(element, "data-task") ?? own.map((node) => attribute(node, "data-task")).find((task) => task != null);
  if (letter != null) return { state: BRACKETS[letter], mark: `[${letter}]` };
  const box = own.find((node) => isBox(node) || attribute(node, "role") === "checkbox");
  if (box) return { state: boxState(box), mark: "" };
  const isTask = Boolean(closest(element, (node) => /task|todo|to-do|check/i.test(classes(node))));
  for (const icon of own.filter((node) => /^(i|svg|span|div)$/.test(node.localName))) {
    const isIcon = icon.localName === "i" || icon.localName === "svg" || /icon|symbol|checkbox/i.test(classes(icon));
    const state = isIcon ? iconState(icon, isTask) : undefined;
    if (state != null) return { state, mark: "" };
  }
  return undefined;
}

function boxState(box) {
  if (attribute(box, "data-inapplicable") != null) return "dropped";
  const said = attribute(box, "aria-checked");
  if (box.indeterminate || said === "mixed") return 0.5;
  return (box.checked ?? attribute(box, "checked") != null) || said === "true" ? 1 : 0;
}

/** Whether all text of an element is struck through. */
export function isStruck(element) {
  const texts = [];
  const visit = (node, struck) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3 && plain(child.nodeValue)) texts.push(struck);
      else if (isElement(child) && !isList(child)) visit(child, struck || /^(s|del|strike)$/.test(child.localName));
    }
  };
  visit(element, false);
  return texts.length > 0 && texts.every(Boolean);
}
