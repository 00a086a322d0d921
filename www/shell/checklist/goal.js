// Makes a goal of entries and the names above them: decides which names are the weeks, and what is in them.

import { labelled, naming } from "./weeks.js";

/** The most characters of one text of a goal. */
const MOST_CHARACTERS = 200;

/**
 * The level whose names are the weeks: the most certain one, else the outermost at which the entries differ. Undefined
 * if all entries are in one place.
 */
function weekLevel(entries, names) {
  const sure = new Map(names.map((name) => [name, naming(name.text)]));
  const keys = [...new Set(entries.flatMap(({ path }) => path.map(({ key }) => key)))];
  const levels = keys.map((key) => {
    const over = entries.map((entry) => nameAt(entry, key)).filter(Boolean);
    const score = over.reduce((sum, name) => sum + sure.get(name), 0) / entries.length;
    const areSeveral = names.filter((name) => name.key === key).length > 1;
    return { key, score, areSeveral, coversMost: over.length * 2 >= entries.length };
  });
  const weeks = levels.filter(({ score, areSeveral, coversMost }) => coversMost && score > (areSeveral ? 0 : 2.5));
  // Of two equally certain levels the outer one wins. A single name over everything, such as a title, comes last.
  weeks.sort((one, other) => Number(other.areSeveral) - Number(one.areSeveral) || other.score - one.score);
  if (weeks.length > 0) return { key: weeks[0].key, isNamed: true };
  const [{ path }] = entries;
  const common = commonOf(entries, path.length);
  const next = entries.map((entry) => entry.path[common]).find(Boolean);
  return next && { key: next.key, isNamed: false };
}

/** The name above an entry at a level. */
const nameAt = ({ path }, key) => path.findLast((name) => name.key === key);

/** The number of names, from the outermost inwards, that all entries share. */
function commonOf(entries, most) {
  const [{ path }] = entries;
  let common = 0;
  while (common < most && entries.every((entry) => entry.path[common] === path[common])) common++;
  return common;
}

/** In goals with signs after finished work, the lists of weeks without signs are not done. */
function unsigned(marked, names, said, words) {
  if (!marked.every(({ signed }) => signed)) return [];
  const bare = names.filter(
    (name) => naming(name.text) >= 2 && name.listed.length > 0 && !marked.some(({ path }) => path.includes(name)),
  );
  return bare.flatMap((name) => {
    said.push(words.assumedOpen(...name.listed));
    return name.listed.map((title) => ({ title, state: 0, signed: true, path: [...name.path, name] }));
  });
}

/**
 * @param {import("./entries.js").Found} found
 * @param {Record<string, any>} words sentences; each is a function of its details
 */
export function goalOf({ entries: marked, names, warnings }, words) {
  const said = [...new Set(warnings.map(([sentence, ...details]) => words[sentence](...details)))];
  const entries = [...marked, ...unsigned(marked, names, said, words)];
  const level = weekLevel(entries, names);
  const inWeek = new Set(entries.map((entry) => nameAt(entry, level?.key)));
  const isWeek = (name) => inWeek.has(name) || (level.isNamed && naming(name.text) > 0);
  const listed = level ? names.filter((name) => name.key === level.key && isWeek(name)) : [];
  const weeks = orderedWith(listed, inWeek.has(undefined) && listed.length > 0, entries, level);

  const short = (text) => {
    const characters = [...(text ?? "")];
    const first = (count) => characters.slice(0, count).join("").trimEnd();
    if (characters.length <= MOST_CHARACTERS) return text || undefined;
    said.push(words.shortened(first(40)));
    return `${first(MOST_CHARACTERS - 1)}…`;
  };

  const dropped = weeks.map(() => 0);
  const tasks = entries.map(({ title, state, path }) => {
    const name = nameAt({ path }, level?.key);
    const week = Math.max(0, weeks.indexOf(name));
    if (state === "dropped") dropped[week]++;
    const below = path.slice(path.indexOf(name) + 1);
    const group = level && name ? below.at(-1)?.text : undefined;
    const done = state === 1 ? true : state === 0 || state === "dropped" ? false : state;
    return { title: short(title), done, group: short(group), week: week + 1 };
  });

  if (level?.isNamed) {
    for (const name of listed) {
      if (naming(name.text) === 0) said.push(words.notWeek(name.text));
      else if (!inWeek.has(name) && name.listed.length > 0) said.push(words.noMarks(name.text));
    }
  }
  if (weeks.includes(undefined) && listed.length > 0) {
    const loose = entries.filter((entry) => !nameAt(entry, level.key));
    said.push(words.withoutWeek(loose.map(({ title }) => title)));
  }
  return { goal: { title: short(titleOf(entries, listed)), weeks: weeks.map(weekOf), tasks }, warnings: said };

  function weekOf(name, index) {
    const loose = listed.length > 0 ? words.noWeek : undefined;
    const { label, date } = name ? labelled(name.text) : { label: loose, date: undefined };
    const out = dropped[index] > 0 ? { dropped: dropped[index] } : {};
    return { ...(label ? { label: short(label) } : {}), ...(date ? { date } : {}), ...out };
  }
}

/** The weeks in the author's order. Entries outside of all weeks form one of their own, at the place of the first. */
function orderedWith(listed, hasLoose, entries, level) {
  if (!hasLoose) return listed.length > 0 ? listed : [undefined];
  const nameOf = (entry) => nameAt(entry, level.key);
  const first = entries.findIndex((entry) => !nameOf(entry));
  const before = entries.slice(0, first).map(nameOf).findLast(Boolean);
  const weeks = [...listed];
  weeks.splice(before ? listed.indexOf(before) + 1 : 0, 0, undefined);
  return weeks;
}

/** The last name above all entries that is not a week. */
function titleOf(entries, weeks) {
  const [{ path }] = entries;
  return path
    .slice(0, commonOf(entries, path.length))
    .filter((name) => !weeks.includes(name))
    .at(-1)?.text;
}
