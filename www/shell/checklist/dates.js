// Finds a date or a range of dates in a text, with its start and end.
//
// Only text with a year is a date: the reader adds nothing that the author did not write.

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
const WEEKDAY =
  "(?:\\s*[(（]?\\s*(?:[월화수목금토일](?:요일)?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?)\\s*[)）]?(?![\\p{L}]))?";
const TIME = "(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s?[ap]m)?(?:Z|\\s?[(+][\\w:/+-]+\\)?)?)?";
const DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
const TO = "\\s*(?:~|〜|～|–|—|-|→|/|\\bto\\b|\\buntil\\b|부터)\\s*";

/** The forms of a date with a year; each names its parts in the order of its groups. */
const FORMS = [
  ["ymd", "(?<!\\d)(\\d{4})\\s?[-./]\\s?(\\d{1,2})\\s?[-./]\\s?(\\d{1,2})(?!\\d)\\.?"],
  ["ymd", "(\\d{4})년\\s*(\\d{1,2})월\\s*(\\d{1,2})일"],
  ["mdy", `\\b${MONTH}\\s*${DAY},?\\s+(\\d{4})\\b`],
  ["dmy", `\\b${DAY}\\.?\\s*(?:of\\s+)?${MONTH},?\\s+(\\d{4})\\b`],
  ["dmy", "(?<![\\d.])(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})(?!\\d)"],
].map(([parts, source]) => ({ parts, source }));

/** The end of a range may leave out parts that its beginning has. */
const SHORT_ENDS = [
  "\\d{1,2}월\\s*\\d{1,2}일",
  `${MONTH}\\s*${DAY}`,
  `${DAY}\\s*${MONTH}`,
  "\\d{1,2}\\s?[-./]\\s?\\d{1,2}\\.?",
  "\\d{1,2}(?:일|\\.)?",
];
const END = [...FORMS.map(({ source }) => source), ...SHORT_ENDS].map((source) => `(?:${source})`).join("|");
const RANGE = new RegExp(`^${TO}(?:${END})${TIME}${WEEKDAY}(?![\\p{L}\\d])(?:\\s*까지)?`, "iu");
/** `Jan 8 – Jan 14, 2024` and `8–14 January 2024`: only the end has the year. */
const LATE_YEAR = [
  ["md", `\\b${MONTH}\\s*${DAY}${TO}(?:${MONTH}\\s*)?${DAY},?\\s+(\\d{4})\\b`],
  ["dm", `\\b${DAY}\\.?\\s*(?:${MONTH})?${TO}${DAY}\\.?\\s*${MONTH},?\\s+(\\d{4})\\b`],
];
const LEAD = /(?:\b(?:week of|starts?|starting|started|from|since|begins?|beginning)|시작일?)\s*:?\s*$/i;

const patterns = FORMS.map(({ parts, source }) => ({ parts, pattern: new RegExp(source + TIME + WEEKDAY, "iu") }));
const late = LATE_YEAR.map(([parts, source]) => ({ parts, pattern: new RegExp(source + WEEKDAY, "iu") }));
const numberOf = (part) => (/^\d/.test(part) ? Number(part) : MONTHS.indexOf(part.slice(0, 3).toLowerCase()) + 1);

/** The day as `2024-01-08`, if the calendar has it. */
export function day(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1000 ? date.toISOString().slice(0, 10) : undefined;
}

function single(text) {
  return patterns.flatMap(({ parts, pattern }) => {
    const found = pattern.exec(text);
    if (!found) return [];
    const part = (letter) => numberOf(found[parts.indexOf(letter) + 1]);
    return [{ date: day(part("y"), part("m"), part("d")), from: found.index, to: found.index + found[0].length }];
  });
}

function ranged(text) {
  return late.flatMap(({ parts, pattern }) => {
    const found = pattern.exec(text);
    if (!found) return [];
    const [, one, two, three, four, year] = found;
    const [month, first, last] = parts === "md" ? [one, two, three ?? one] : [two ?? four, one, four];
    // In a range from December to January, the first day is in the year before.
    const of = Number(year) - (numberOf(month) > numberOf(last) ? 1 : 0);
    return [{ date: day(of, numberOf(month), Number(first)), from: found.index, to: found.index + found[0].length }];
  });
}

/**
 * The first date in a text, with its place, which includes the rest of a range and a word such as "Start:" before it.
 * @param {string} text
 * @returns {{ date: string, from: number, to: number } | undefined}
 */
export function dateIn(text) {
  const all = [...ranged(text), ...single(text)].flatMap(({ date, ...place }) => (date ? [{ date, ...place }] : []));
  const [first] = all.sort((one, other) => one.from - other.from || other.to - one.to);
  if (!first) return undefined;
  const rest = RANGE.exec(text.slice(first.to))?.[0].length ?? 0;
  const lead = LEAD.exec(text.slice(0, first.from));
  return { date: first.date, from: lead?.index ?? first.from, to: first.to + rest };
}
