// The Jekyll include beside the core: one build takes all good goals as data files, and a page shows them.
//
// The include computes in Liquid what the core computes in Rust. For each goal, the data in the page are those of the
// file, the table has every text of the author's, and its numbers are the core's. KNOWN lists what still differs.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { progress, toHtml } from "../../dist/index.js";
import { launch } from "../../www/tools/browser.mjs";
import { serve } from "../../www/tools/serve.mjs";
import { base } from "../../www/tools/site.mjs";
import { site } from "./sites.mjs";

/**
 * What the include does not do as the core does: why, and for which goals and places. A place that is listed and does
 * not differ fails as one does that differs and is not listed.
 * @type {{ why: string, places: Record<string, string[]> }[]}
 */
const KNOWN = [
  {
    why: "Jekyll reads JSON as YAML, in which a number with an exponent and no point is a text",
    places: { "with exponents and signs": ["data", "caption", "week 3: planned"] },
  },
  {
    why: "fractions, and words such as yes, are not read as the share of a task that is done",
    places: {
      "all forms at once, agreeing": ["caption", "week 2: done", "week 2: completed", "week 2: carriedOut"],
      "tasks with shares in every form": ["caption", "week 1: done", "week 1: completed", "week 1: carriedOut"],
      "thirds of a task leave no dust": ["caption", "week 1: done", "week 1: completed", "week 1: carriedOut"],
    },
  },
  {
    why: "an absent week without a record is taken for unknown, not for 0",
    places: {
      "absent, with nothing recorded": [
        ...["week 1: done", "week 1: completed", "week 1: carriedOut"],
        ...["week 2: carriedIn", "week 2: load", "week 2: completed", "week 2: carriedOut"],
      ],
    },
  },
  {
    why: "an absence to come ends the record",
    places: { "an absence to come does not end the record": ["week 3: load"] },
  },
  {
    why: "a break takes out of the plan what was ticked in it as well",
    places: {
      "a tick in a break stays, an open task of it is taken out": [
        ...["caption", "week 2: planned", "week 2: load", "week 2: completed", "week 3: load"],
      ],
      "a tick in a break, and a box still open": [
        ...["caption", "week 2: planned", "week 2: load", "week 2: completed", "week 3: load"],
      ],
    },
  },
  {
    why: "being ahead is used up in the next week alone",
    places: { "being ahead is used up over all weeks to come": ["week 3: load", "week 4: load"] },
  },
  {
    why: "a unit with its name for one is printed as it is written",
    places: { "a unit with its name for one": ["unit"] },
  },
  {
    why: "work after the end of the record is in the caption's numbers",
    places: { "done after asOf": ["caption"] },
  },
  {
    why: "the percent that the author states is not printed",
    places: { "stated otherwise": ["stated"], "stated as a fraction": ["stated"], "only percents": ["stated"] },
  },
  {
    why: "that a percent is only roughly known is not printed",
    places: { "only percents": ["week 2: completed"] },
  },
  {
    why: "addresses that begin neither with https:, http:, /, . nor # are not linked",
    places: {
      "links of every allowed kind": ["week 2: link", "week 4: link", "week 7: link", "week 9: link", "week 10: link"],
    },
  },
  {
    why: "the percent stops at 100",
    places: { "over the whole plan": ["caption"] },
  },
];

/** The unit that the include prints is the one for many. */
const unitOf = (goal) =>
  String(goal.unit ?? "")
    .split("|")
    .at(-1)
    .trim();

const fixtures = JSON.parse(readFileSync(new URL("../fixtures/good.json", import.meta.url), "utf8"));
const goals = fixtures.map(({ name, json, value }) => ({ name, text: json ?? JSON.stringify(value) }));

/** Jekyll reads data as YAML, which has no pairs of escapes for one character: such a file stops the build. */
const SURROGATES = /\\u[dD][89a-fA-F]/;
const dataFile = ({ text }) => (SURROGATES.test(text) ? JSON.stringify(JSON.parse(text)) : text);

const sections = goals.map((_, at) => `<section>{% include goalpost.html goal=site.data.good.n${at} %}</section>`);
const files = {
  "good.html": `---\nlayout: bare\ntitle: Good goals\npermalink: /good/\n---\n${sections.join("\n")}\n`,
  ...Object.fromEntries(goals.map((goal, at) => [`_data/good/n${at}.json`, dataFile(goal)])),
};

/** What the headers of both tables are called here. */
const COLUMNS = {
  date: /^(Date|날짜)/,
  planned: /^(Planned|새 계획)/,
  carriedIn: /^(Carried in|이월)/,
  dropped: /^(Taken out|뺀 양)/,
  load: /^(To do|할 일)/,
  done: /^(Done|완료(?!율))/,
  completed: /^(Completed|완료율)/,
  carriedOut: /^(Carried over|남음)/,
};
const AMOUNTS = ["planned", "carriedIn", "load", "done", "carriedOut"];

/** Runs in the page: what is written for each goal, by the include and, from `figures`, by the core. */
function readAll(figures) {
  const table = (root) => {
    const table = root.querySelector("table");
    const cells = (row) => [...row.cells].map((cell) => cell.textContent.trim());
    return {
      caption: table.caption?.textContent ?? "",
      head: cells(table.tHead.rows[0]),
      rows: [...table.tBodies[0].rows].map(cells),
    };
  };
  return [...document.querySelectorAll("section")].map((section, at) => {
    const data = section.querySelector("script[type='application/json']").textContent;
    for (const script of section.querySelectorAll("script")) script.remove();
    const core = new DOMParser().parseFromString(figures[at], "text/html");
    const links = [...section.querySelectorAll("td a")].map((link) => link.getAttribute("href"));
    return { data, links, words: section.textContent, include: table(section), core: table(core) };
  });
}

let browser;
let server;
/** @type {ReturnType<typeof readAll>} */
let written;
before(async () => {
  server = await serve(site({ name: "include", files }), { base });
  browser = await launch();
  // The tables are there without a script; with one, the widget would take their place.
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${server.url}good/`);
  written = await page.evaluate(
    readAll,
    goals.map(({ text }) => toHtml(text, { lang: JSON.parse(text).lang ?? "en" })),
  );
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const spaced = (text) => text.replace(/\s+/g, " ").trim();
const amount = (text) => (/\d/.test(text ?? "") ? Number(text.replaceAll(",", "")) : null);

/** The cells of a row by column; those of a column that the table does not have are undefined. */
function cellsOf({ head, rows }, week) {
  const at = (pattern) => head.findIndex((header) => pattern.test(header));
  return Object.fromEntries(Object.entries(COLUMNS).map(([key, pattern]) => [key, rows[week]?.[at(pattern)]]));
}

/** Percent as both print it: one decimal, and never 0 or 100 where that is not exact. */
function percentOf({ overall, remaining }) {
  const tenths = Math.round(overall * 1000);
  if (tenths >= 1000 && remaining > 0) return 99.9;
  return tenths === 0 && overall > 0 ? 0.1 : tenths / 10;
}

/** The places of a goal in which the include does not write what it should. */
function differences({ text }, { data, links, words, include, core }) {
  const [goal, numbers] = [JSON.parse(text), progress(text)];
  const places = [];
  const check = (isSame, place) => isSame || places.push(place);
  const has = (text) => spaced(words).includes(spaced(text));

  check(JSON.stringify(JSON.parse(data)) === JSON.stringify(goal), "data");
  check(include.rows.length === numbers.weeks.length, "weeks");
  check(has(goal.title ?? ""), "title");
  if (numbers.overall === null) {
    check(!include.caption.includes("%"), "caption");
  } else {
    const said =
      spaced(include.caption)
        .replace(spaced(goal.title ?? ""), "")
        .match(/[\d.,]*\d/g) ?? [];
    const expected = [percentOf(numbers), numbers.done, numbers.planned, numbers.remaining];
    const inOrder = (all) => all.sort((one, other) => one - other).join(" ");
    check(inOrder(said.map(amount)) === inOrder(expected), "caption");
    check(include.caption.replace("|", "?").includes(unitOf(goal)) && !include.caption.includes("|"), "unit");
  }
  if (numbers.stated !== null) check(has(`${Number((numbers.stated * 100).toFixed(1))}%`), "stated");

  numbers.weeks.forEach(({ date, dropped }, at) => {
    const [is, should] = [cellsOf(include, at), cellsOf(core, at)];
    const week = `week ${at + 1}`;
    for (const key of AMOUNTS) {
      // What the core leaves out as of no interest is nothing, or 0.
      const nothing = should[key] === undefined && !amount(is[key]);
      check(nothing || amount(is[key]) === amount(should[key]), `${week}: ${key}`);
    }
    const share = (text = "") => text.replace("–", "");
    check(share(is.completed) === share(should.completed), `${week}: completed`);
    check([date ?? "", should.date].includes(is.date), `${week}: date`);
    const row = include.rows[at]?.join(" ") ?? "";
    if (dropped > 0) check(row.includes(String(dropped)), `${week}: dropped`);
    const { label, note, milestone, link } = goal.weeks?.[at] ?? {};
    for (const [field, text] of Object.entries({ label, note, milestone })) {
      check(row.includes(spaced(String(text ?? ""))), `${week}: ${field}`);
    }
    if (link) check(links.includes(link), `${week}: link`);
  });
  return places;
}

const known = (name) => KNOWN.flatMap(({ places }) => places[name] ?? []);

for (const [at, goal] of goals.entries()) {
  test(`${goal.name}: the include writes the data, the words and the numbers`, () => {
    assert.deepEqual(differences(goal, written[at]).sort(), known(goal.name).sort());
  });
}

test("every known difference is one of a goal that is there", () => {
  const names = new Set(goals.map(({ name }) => name));
  assert.deepEqual(
    KNOWN.flatMap(({ places }) => Object.keys(places)).filter((name) => !names.has(name)),
    [],
  );
});

test("a data file with a pair of escapes stops Jekyll, so the include cannot be asked for it", () => {
  const one = goals.find(({ text }) => SURROGATES.test(text));
  assert.throws(() => site({ name: "include-surrogates", files: { "_data/pair.json": one.text } }));
});
