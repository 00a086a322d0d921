// Reads a task list that its author keeps in the post, `- [x] …` in Markdown, as a goal. Fetched only where an element
// says from="#…".
//
// Weeks are what the tasks are grouped by: headings, or list entries that hold a list of tasks. Further groups inside a
// week become the tasks' groups. What all tasks have in common is the goal's title.

const DATE = /\b(\d{4})[-./](\d{1,2})[-./](\d{1,2})\b\.?/;
const HEADING = /^H[1-6]$/;

const problem = (message) => Object.assign(new Error(message), { path: "from" });

/** What an element's `from` points at: an element, or a heading with all that follows up to the next of its rank. */
function found(selector, scope) {
  let start;
  try {
    start = scope.querySelector(selector);
  } catch {
    throw problem(`"${selector}" is no CSS selector; name an id, such as "#goals"`);
  }
  if (!start) throw problem(`nothing in the page is "${selector}"`);
  if (!HEADING.test(start.tagName)) return [start];
  const section = [start];
  for (let next = start.nextElementSibling; next; next = next.nextElementSibling) {
    if (HEADING.test(next.tagName) && next.tagName <= start.tagName) break;
    section.push(next);
  }
  return section;
}

const box = (item) => [...item.querySelectorAll("input[type=checkbox]")].find((input) => input.closest("li") === item);

/** An entry's own words, without the lists inside it. */
function words(element) {
  const copy = element.cloneNode(true);
  copy.querySelectorAll("ul, ol, input, a.anchor, a.headerlink").forEach((part) => part.remove());
  return copy.textContent.replace(/\s+/g, " ").trim();
}

/** The tasks in reading order, each with the names of what it stands in, from the outermost on. */
function tasks(section) {
  const all = [];
  let headings = [];
  for (const root of section) {
    for (const element of [root, ...root.querySelectorAll("h1, h2, h3, h4, h5, h6, li")]) {
      if (HEADING.test(element.tagName)) {
        headings = headings.filter(({ tagName }) => tagName < element.tagName);
        headings.push(element);
      } else if (element.tagName === "LI" && box(element) && !element.querySelector(":scope li input[type=checkbox]")) {
        const around = [];
        for (let item = element.parentElement.closest("li"); item && root.contains(item); item = item.parentElement.closest("li")) {
          around.unshift(item);
        }
        all.push({ title: words(element), done: box(element).checked, path: [...headings, ...around] });
      }
    }
  }
  return all;
}

/** The goal that the task list at `selector` tells. */
export function read(selector, scope = document) {
  const all = tasks(found(selector, scope));
  if (all.length === 0) throw problem(`there is no task list in "${selector}"`);
  const [{ path }] = all;
  let common = 0;
  while (common < path.length && all.every((task) => task.path[common] === path[common])) common++;
  const weeks = [];
  const listed = all.map(({ title, done, path }) => {
    const week = path[common];
    if (!weeks.includes(week)) weeks.push(week);
    const group = path.length > common + 1 ? words(path.at(-1)) : undefined;
    return { title, done, group, week: weeks.indexOf(week) + 1 };
  });
  return {
    title: common > 0 ? words(path[common - 1]) : undefined,
    weeks: weeks.map((element) => (element ? week(words(element)) : {})),
    tasks: listed,
  };
}

/** A week's name; a date in it is the week's date. */
function week(name) {
  const [written, year, month, day] = DATE.exec(name) ?? [];
  if (!written) return { label: name };
  const label = name.replace(written, "").replace(/^[\s:·,–—-]+|[\s:·,–—-]+$|[(（]\s*[)）]/g, "").trim();
  return { label: label || written, date: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` };
}
