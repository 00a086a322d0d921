// Reads a task list that stands in the post, such as `- [x] Pod` in Markdown, as a goal. Fetched only by pages with an
// element that says from="#…".
//
// The weeks are what groups the tasks: headings, or list items that hold a list of tasks. A group inside a week becomes
// the group of its tasks. What all tasks have in common is the title of the goal.

/** @import { Goal } from "../npm/index.js" */

/**
 * @typedef {object} Task
 * @property {string} title
 * @property {boolean} done
 * @property {Element[]} path the headings and list items around it, from the outermost on
 */

const DATE = /\b(\d{4})[-./](\d{1,2})[-./](\d{1,2})\b\.?/;
const HEADING = /^H[1-6]$/;
const CHECKBOX = "input[type=checkbox]";

/**
 * The goal that the task list at `selector` stands for.
 * @param {string} selector
 * @param {ParentNode} scope
 * @returns {Goal}
 */
export function read(selector, scope = document) {
  const all = tasks(find(selector, scope));
  if (all.length === 0) throw problem(`there is no task list in "${selector}"`);
  const [{ path }] = all;
  let common = 0;
  while (common < path.length && all.every((task) => task.path[common] === path[common])) common++;
  /** @type {(Element | undefined)[]} */
  const weeks = [];
  const listed = all.map(({ title, done, path }) => {
    const week = path[common];
    if (!weeks.includes(week)) weeks.push(week);
    const group = path.length > common + 1 ? textOf(path[path.length - 1]) : undefined;
    return { title, done, group, week: weeks.indexOf(week) + 1 };
  });
  return {
    title: common > 0 ? textOf(path[common - 1]) : undefined,
    weeks: weeks.map((element) => (element ? weekNamed(textOf(element)) : {})),
    tasks: listed,
  };
}

/**
 * What `from` points at: an element, or a heading with everything up to the next heading of its rank.
 * @param {string} selector
 * @param {ParentNode} scope
 */
function find(selector, scope) {
  let start;
  try {
    start = scope.querySelector(selector);
  } catch {
    throw problem(`"${selector}" is no CSS selector; name an id, such as "#goals"`);
  }
  if (!start) throw problem(`nothing in the page matches "${selector}"`);
  if (!HEADING.test(start.tagName)) return [start];
  const section = [start];
  for (let next = start.nextElementSibling; next; next = next.nextElementSibling) {
    if (HEADING.test(next.tagName) && next.tagName <= start.tagName) break;
    section.push(next);
  }
  return section;
}

/**
 * The tasks in the order of the page.
 * @param {Element[]} section
 */
function tasks(section) {
  /** @type {Task[]} */
  const all = [];
  /** The headings that hold here, from the highest rank down. @type {Element[]} */
  let headings = [];
  for (const root of section) {
    for (const element of [root, ...root.querySelectorAll("h1, h2, h3, h4, h5, h6, li")]) {
      if (HEADING.test(element.tagName)) {
        headings = headings.filter(({ tagName }) => tagName < element.tagName);
        headings.push(element);
        continue;
      }
      const box = checkbox(element);
      // The checkbox of an item with tasks below it is the sum of those.
      if (!box || element.querySelector(`:scope li ${CHECKBOX}`)) continue;
      all.push({ title: textOf(element), done: box.checked, path: [...headings, ...itemsAround(element, root)] });
    }
  }
  return all;
}

/**
 * The checkbox of a list item itself, not of an item inside it.
 * @param {Element} item
 */
function checkbox(item) {
  /** @type {HTMLInputElement[]} */
  const boxes = Array.from(item.querySelectorAll(CHECKBOX));
  return boxes.find((box) => box.closest("li") === item);
}

/**
 * The list items around an element, from the outermost on.
 * @param {Element} element
 * @param {Element} root
 */
function itemsAround(element, root) {
  const items = [];
  for (let item = outer(element); item && root.contains(item); item = outer(item)) items.unshift(item);
  return items;
}

/** @param {Element} element */
function outer(element) {
  return element.parentElement?.closest("li");
}

/**
 * The text of a heading or a list item, without the lists inside it.
 * @param {Element} element
 */
function textOf(element) {
  const copy = /** @type {Element} */ (element.cloneNode(true));
  copy.querySelectorAll("ul, ol, input, a.anchor, a.headerlink").forEach((part) => part.remove());
  return copy.textContent.replace(/\s+/g, " ").trim();
}

/**
 * A week by its name. A date in the name is the date of the week.
 * @param {string} name
 */
function weekNamed(name) {
  const [written, year, month, day] = DATE.exec(name) ?? [];
  if (!written) return { label: name };
  const rest = name.replace(written, "");
  const label = rest.replace(/^[\s:·,–—-]+|[\s:·,–—-]+$|[(（]\s*[)）]/g, "").trim();
  return { label: label || written, date: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` };
}

/** @param {string} message */
function problem(message) {
  return Object.assign(new Error(message), { path: "from" });
}
