// The table below a picture: complete at any width, with aligned decimal points, and with the columns its goal needs.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { report } from "../../www/tools/report.mjs";
import { blog, rows } from "./blog.mjs";
import { element, page } from "./field.mjs";

const real = JSON.parse(
  readFileSync(new URL("../../www/demo/_data/goals/kubernetes-en.json", import.meta.url), "utf8"),
);
const HALVES = { title: "Halves", unit: "hours", planned: [6, 8.25, 6], done: [6, 6.5, 1] };
const GOALS = {
  real,
  halves: HALVES,
  long: {
    title: "A goal with long words",
    unit: "lectures",
    weeks: Array.from({ length: 60 }, (_, at) => ({
      label: `Sprint ${at + 1} of the Donaudampfschifffahrtsgesellschaft`,
      date: new Date(Date.UTC(2024, 0, 6 + 7 * at)).toISOString().slice(0, 10),
      planned: 1_200 + at,
      done: at === 59 ? 0.25 : 1_100,
      ...(at % 3 === 0 && { note: "https://example.org/a/very/long/address/without/any/break" }),
    })),
  },
  percent: { title: "Percents", weeks: [{ percent: 80 }, { percent: 33.3 }] },
  planned: { title: "Not begun", unit: "pages", planned: [10, 12, 8] },
  korean: JSON.parse(readFileSync(new URL("../../www/demo/_data/goals/kubernetes.json", import.meta.url), "utf8")),
};

const pages = {};
for (const [name, goal] of Object.entries(GOALS)) {
  pages[`${name}.html`] = page(element(goal, name === "korean" ? 'lang="ko"' : ""), { style: "body { margin: 0 }" });
}
const site = blog({}, { name: "table", pages });

const found = [];
after(() => report("table", { title: "Tables", columns: ["goal", "px", "whole"], rows: found }));

const open = async (name, width) => {
  const opened = await site.open(`${name}.html`, { viewport: { width, height: 900 } });
  await opened.page.evaluate(
    () => (document.querySelector("goal-post").shadowRoot.querySelector("details").open = true),
  );
  return opened;
};

/** The visible cells, row by row, with the texts that a narrow table adds to them. */
const shown = (page) =>
  page.evaluate(() =>
    [...document.querySelector("goal-post").shadowRoot.querySelectorAll("tr")].map((row) =>
      [...row.cells]
        .filter((cell) => cell.getClientRects().length > 0)
        .map((cell) => {
          const { content } = getComputedStyle(cell, "::after");
          const beside = content === "none" || content === "normal" ? "" : content.replace(/" "|"/g, "");
          return cell.textContent + (beside && ` [${beside}]`);
        }),
    ),
  );

for (const name of Object.keys(GOALS)) {
  for (const width of [290, 370, 680, 900]) {
    test(`A15: no part of the table is cut off or needs scrolling: ${name}, ${width} px`, async () => {
      const row = [name, width, false];
      found.push(row);
      const { page, close } = await open(name, width);
      const boxes = await page.evaluate(() => {
        const { shadowRoot } = document.querySelector("goal-post");
        return [document.documentElement, ...shadowRoot.querySelectorAll("details, table, caption, tr, th, td")]
          .filter((box) => box.getClientRects().length > 0)
          .filter(
            (box) => box.scrollWidth > box.clientWidth + (getComputedStyle(box).display === "inline" ? Infinity : 0),
          )
          .map((box) => `${box.localName} ${box.textContent.slice(0, 40)}: ${box.scrollWidth} > ${box.clientWidth}`);
      });
      assert.deepEqual(boxes, []);
      row[2] = true;
      await close();
    });
  }
}

test("a narrow table has the week with its date, work done of work due, the carry-over, and the note below", async () => {
  const { page, close } = await open("real", 370);
  const [head, ...body] = await shown(page);
  assert.deepEqual(head, ["Week", "Done [/To do]", "Carried over"]);
  assert.deepEqual(body[1].slice(0, 3), ["Week 2 [October 5]", "6 [/8]", "2"]);
  assert.equal(body[3].length, 4);
  assert.match(body[3][3], /^Absent · Not well/);
  const places = await page.evaluate(() =>
    [...document.querySelector("goal-post").shadowRoot.querySelectorAll("tbody tr:nth-child(4) > *")]
      .filter((cell) => cell.getClientRects().length > 0)
      .map((cell) => cell.getBoundingClientRect().top),
  );
  assert.ok(places.at(-1) > places[0] && places[1] === places[0], "the note is a line of its own");
  const aligned = await page.evaluate(() =>
    [...document.querySelector("goal-post").shadowRoot.querySelectorAll("tr .done")].map((cell) =>
      Math.round(cell.getBoundingClientRect().right),
    ),
  );
  assert.equal(new Set(aligned).size, 1, `columns stand below each other: ${aligned}`);
  await close();
});

test("A4: a narrow table is still one for screen readers", async () => {
  const { page, close } = await open("real", 370);
  const roles = await page.evaluate(() =>
    [...document.querySelector("goal-post").shadowRoot.querySelectorAll("table, thead, tbody, tr, th, td")].map(
      (part) => `${part.localName} ${part.role}`,
    ),
  );
  assert.deepEqual([...new Set(roles)].sort(), [
    "table table",
    "tbody rowgroup",
    "td cell",
    "th columnheader",
    "th rowheader",
    "thead rowgroup",
    "tr row",
  ]);
  await close();
});

test("all numbers of a column have the same decimals, and the unit is in the caption", async () => {
  const { page, close } = await open("halves", 900);
  assert.equal(await page.locator("goal-post caption").textContent(), "Halves (hours)");
  assert.deepEqual(await rows(page, "goal-post table"), [
    ["Week 1", "6.00", "0.00", "6.00", "6.0", "100.0%", "0.00"].slice(0, 7),
    ["Week 2", "8.25", "0.00", "8.25", "6.5", "78.8%", "1.75"],
    ["Week 3", "6.00", "1.75", "7.75", "1.0", "12.9%", "6.75"],
  ]);
  await close();
});

test("a table that is completed later has the decimals of all of its rows", async () => {
  const { page, close } = await open("long", 900);
  await page.waitForFunction(
    () => document.querySelector("goal-post").shadowRoot.querySelectorAll("tbody tr").length === 60,
  );
  const done = await page.evaluate(() =>
    [...document.querySelector("goal-post").shadowRoot.querySelectorAll("td.done")].map((cell) => cell.textContent),
  );
  assert.deepEqual([...new Set(done)], ["1,100.00", "0.25"]);
  await close();
});

test("columns that would be empty are left out", async () => {
  const heads = {};
  for (const name of ["percent", "planned"]) {
    const { page, close } = await open(name, 680);
    [heads[name]] = await shown(page);
    await close();
  }
  assert.deepEqual(heads, { percent: ["Week", "Completed"], planned: ["Week", "Planned", "To do", "Note"] });
});
