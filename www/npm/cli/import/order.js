// Puts the names of weeks in order by their kind: dates, calendar weeks, numbers. Names without an order stay in
// the order of the file, and are reported.

import { day, dateIn } from "../../../shell/checklist/dates.js";

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
const monthOf = (name) => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const DAYS_OF_YEAR = 372;
/** The highest number of a calendar week. */
const LAST_WEEK = 53;

/** A day of an unknown year, as a number in a year whose months have 31 days. */
function yearless(text, dayFirst) {
  const place = (month, day) =>
    month >= 1 && month <= 12 && day >= 1 && day <= 31 ? (month - 1) * 31 + day : undefined;
  const named = new RegExp(`\\b${MONTH}\\s*(\\d{1,2})(?!\\d)`, "i").exec(text);
  if (named) return place(monthOf(named[1]), Number(named[2]));
  const before = new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?\\.?\\s*${MONTH}`, "i").exec(text);
  if (before) return place(monthOf(before[2]), Number(before[1]));
  const korean = /(\d{1,2})월\s*(\d{1,2})일/.exec(text);
  if (korean) return place(Number(korean[1]), Number(korean[2]));
  const slashed = /(?<![\d/.-])(\d{1,2})\/(\d{1,2})(?![\d/])/.exec(text);
  if (!slashed) return undefined;
  const [one, other] = [Number(slashed[1]), Number(slashed[2])];
  return dayFirst ? place(other, one) : place(one, other);
}

/** `3/15/2024`, with the day or the month first. */
function slashedDate(text, dayFirst) {
  const [whole, one, other, year] = /(?<![\d/-])(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/.exec(text) ?? [];
  if (!whole) return undefined;
  return dayFirst ? day(Number(year), Number(other), Number(one)) : day(Number(year), Number(one), Number(other));
}

const WEEK_OF_YEAR = [
  /(?<year>\d{4})[-\s]?(?:W|KW|CW|week\s*)(?<week>\d{1,2})(?!\d)/i,
  /(?:W|KW|CW|week)\s*(?<week>\d{1,2})[\s,/-]+(?<year>\d{4})(?!\d)/i,
  /(?<year>\d{4})년\s*(?<week>\d{1,2})주/,
];
const MONTH_OF_YEAR = [
  new RegExp(`\\b(?<name>${MONTH})\\s+(?<year>\\d{4})\\b`, "i"),
  /(?<!\d)(?<year>\d{4})[-./](?<month>\d{1,2})(?![\d./-])/,
  /(?<year>\d{4})년\s*(?<month>\d{1,2})월/,
];
const WORD = "weeks?|wks?|sprints?|iterations?|rounds?";
const WEEK_NUMBER = new RegExp(
  `(?<!\\p{L})(?:${WORD})\\.?\\s*[#:.-]?\\s*(\\d+(?:\\.\\d+)?)|(\\d+)\\s*(?:주차|주째|주(?!\\p{L})|회차|차시)`,
  "iu",
);
const CALENDAR = /(?<!\p{L})(?:W|KW|CW|calendar week)\s*(\d{1,2})(?!\d)/iu;

function matched(patterns, text) {
  return patterns.map((pattern) => pattern.exec(text)?.groups).find(Boolean);
}

/** The kinds of labels, the most certain first. Each returns a number to order by, or undefined. */
const KINDS = {
  date: (text, dayFirst) => asNumber(dateIn(text)?.date ?? slashedDate(text, dayFirst)),
  calendarWeek(text) {
    const { year, week } = matched(WEEK_OF_YEAR, text) ?? {};
    return year && Number(week) <= LAST_WEEK ? Number(year) * 100 + Number(week) : undefined;
  },
  number: (text) => numberIn(WEEK_NUMBER.exec(text)),
  weekOfYear: (text) => numberIn(CALENDAR.exec(text)),
  month(text) {
    const { name, month, year } = matched(MONTH_OF_YEAR, text) ?? {};
    return year ? Number(year) * 12 + (name ? monthOf(name) : Number(month)) : undefined;
  },
  dayOfYear: yearless,
  anyNumber: (text) => numberIn(/(\d+(?:\.\d+)?)/.exec(text)),
};
/** Kinds that start again every year. */
const ROUND = { dayOfYear: DAYS_OF_YEAR, weekOfYear: LAST_WEEK };

const asNumber = (date) => (date ? Number(date.replaceAll("-", "")) : undefined);
/** `12.10` comes after `12.9`: the part after the point is a number of its own, in sprints and in days such as 1.15. */
const numberIn = (found) => {
  const [whole, behind = "0"] =
    found
      ?.slice(1)
      .find((group) => group !== undefined)
      ?.split(".") ?? [];
  return whole === undefined ? undefined : Number(whole) + Number(behind) / 1e6;
};

/** Whether the day comes first in dates such as 3/4/2024. Dates with only one reading decide. */
function dayComesFirst(labels) {
  const pairs = labels
    .map((label) => /(?<![\d/-])(\d{1,2})[/-](\d{1,2})(?:[/-]\d{4})?(?![\d/])/.exec(label))
    .filter(Boolean);
  const over = (at) => pairs.some((pair) => Number(pair[at]) > 12);
  if (pairs.length === 0) return { dayFirst: false, isSure: true };
  return { dayFirst: over(1), isSure: over(1) !== over(2) };
}

/** Starts the year after its widest gap, so that a plan may run from November over New Year into January. */
function unrolled(keys, whole) {
  const sorted = [...new Set(keys)].sort((one, other) => one - other);
  let start = sorted[0];
  let widest = sorted[0] + whole - sorted.at(-1);
  for (const [at, key] of sorted.entries()) {
    if (at > 0 && key - sorted[at - 1] > widest) [start, widest] = [key, key - sorted[at - 1]];
  }
  return keys.map((key) => (key < start ? key + whole : key));
}

/** Whether plain numbers are calendar weeks of two years: in the file, they continue over New Year. */
function crossesNewYear(keys) {
  const rolled = unrolled(keys, LAST_WEEK);
  const isRising = rolled.every((key, at) => at === 0 || key > rolled[at - 1]);
  return (
    isRising &&
    Math.max(...keys) <= LAST_WEEK &&
    Math.max(...keys) >= 40 &&
    Math.min(...keys) <= 12 &&
    rolled[0] !== Math.min(...keys)
  );
}

/** Numbers after words give an order only if the words are the same: "Chapter 3", "Chapter 4". */
function isSeries(labels) {
  return new Set(labels.map((label) => label.replace(/\d.*$/s, "").toLowerCase())).size === 1;
}

/** If one number repeats, as in "Phase 1: Week 1" and "Phase 2: Week 1", all numbers count, the first one first. */
function byAllNumbers(one, other) {
  const [ones, others] = [one, other].map((label) => (label.match(/\d+/g) ?? []).map(Number));
  const at = ones.findIndex((number, at) => number !== others[at]);
  return at < 0 ? 0 : ones[at] - (others[at] ?? -1);
}

function sorted(known, keyOf, { by, dayFirst }) {
  const plain = known.map((label) => keyOf(label, dayFirst));
  const repeats = by === "number" && new Set(plain).size < plain.length && isSeries(known);
  if (repeats) return known.toSorted(byAllNumbers);
  const keys =
    ROUND[by] || (by === "number" && crossesNewYear(plain)) ? unrolled(plain, ROUND[by] ?? LAST_WEEK) : plain;
  return known
    .map((label, at) => ({ label, key: keys[at] }))
    .sort((one, other) => one.key - other.key)
    .map(({ label }) => label);
}

/**
 * Puts labels in their own order.
 * @param {string[]} labels without repeats, in the order of the file
 * @returns {{ labels: string[], by?: string, unplaced: string[], dateOf: (label: string) => string | undefined }}
 *   `by` is the kind that orders them; `unplaced` are those without a known place
 */
export function ordered(labels) {
  const { dayFirst, isSure } = dayComesFirst(labels);
  const isSlashed = (label) => !isSure && /\d{1,2}[/-]\d{1,2}/.test(label) && !dateIn(label);
  const judged = Object.entries(KINDS).flatMap(([by, keyOf]) => {
    const known = labels.filter(
      (label) => keyOf(label, dayFirst) !== undefined && !(by === "anyNumber" && isSlashed(label)),
    );
    if (known.length === 0 || (by === "anyNumber" && !isSeries(known))) return [];
    const order = sorted(known, keyOf, { by, dayFirst });
    // Ambiguous dates have an order only if both readings give the same one.
    const other = known.some(isSlashed) ? sorted(known, keyOf, { by, dayFirst: !dayFirst }) : order;
    const isCertain = order.every((label, at) => label === other[at]);
    return isCertain ? [{ by, order }] : [];
  });
  const dateOf = (label) => dateIn(label)?.date ?? (isSure ? slashedDate(label, dayFirst) : undefined);
  const most = Math.max(0, ...judged.map(({ order }) => order.length));
  const { by = undefined, order = [] } = judged.find((one) => one.order.length === most) ?? {};
  const unplaced = labels.filter((label) => !order.includes(label));
  // A label without a place follows all labels that come before it in the file.
  for (const label of unplaced) {
    const before = new Set(labels.slice(0, labels.indexOf(label)));
    order.splice(order.findLastIndex((other) => before.has(other)) + 1, 0, label);
  }
  return { labels: order, by, unplaced: labels.length > 1 ? unplaced : [], dateOf };
}
