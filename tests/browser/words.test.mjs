// The words of a goal are the same in a page as in Node, in the language of the goal.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { check, toHtml } from "../../dist/index.js";
import { blog } from "./blog.mjs";

const site = blog();

/** Languages that goalpost does not speak, with different formats of numbers and dates. */
const UNSPOKEN = ["de", "ja", "ar-EG", "hi"];

const fixture = (name) => JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), "utf8"));
const big = [
  {
    title: "Steps",
    unit: "step|steps",
    start: "2026-03-02",
    planned: [1234567.25, 9876543],
    done: [1000000.5, 7654321],
  },
  { title: "Money", start: "2026-11-30", planned: [1e9, 1e9, 1e9], done: [123456789.12, 1e9], deadline: "2027-01-31" },
  { planned: [20_000.4, 0.004], done: [12_345.678] },
];
const goals = [...fixture("good").map(({ json, value }) => (json ? JSON.parse(json) : value)), ...big]
  .map(({ lang, ...goal }) => goal)
  .filter((goal) => check(goal).problems.length === 0)
  // Goals of many weeks take long to show, and add nothing.
  .filter((goal) => (goal.weeks ?? goal.planned ?? []).length < 60);

/** Shows goals in the page, each in an element with its attributes, stacked so that all are near the viewport. */
function show(page, given) {
  return page.evaluate(async (given) => {
    const box = document.body.appendChild(document.createElement("div"));
    box.style.cssText = "position:fixed;inset:0 0 auto;height:0;overflow:visible";
    const said = await Promise.all(
      given.map(async ({ goal, attributes = {} }) => {
        const element = document.createElement("goal-post");
        element.style.cssText = "position:absolute;inset:0 0 auto";
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        const drawn = new Promise((resolve) => {
          for (const type of ["drawn", "error"]) element.addEventListener(`goalpost:${type}`, resolve, { once: true });
        });
        /** @type {any} */ (element).goal = goal;
        box.append(element);
        await drawn;
        const { shadowRoot } = element;
        const cells = [...shadowRoot.querySelector("table").rows].map((row) =>
          [...row.cells].map((cell) => cell.textContent.trim()),
        );
        const words = shadowRoot.querySelector(".summary");
        return { words: words.textContent, cells, lang: words.closest("[lang]").getAttribute("lang") };
      }),
    );
    box.remove();
    return said;
  }, given);
}

/** The same for a figure in HTML. */
function read(page, html) {
  return page.evaluate((html) => {
    const figure = new DOMParser().parseFromString(html, "text/html").querySelector("figure");
    const cells = [...figure.querySelector("table").rows].map((row) =>
      [...row.cells].map((cell) => cell.textContent.trim()),
    );
    return { words: figure.querySelector("p:not([class])").textContent, cells, lang: figure.lang };
  }, html);
}

/** The contents of both tables: the widget's has the unit in its caption, no empty columns, and equal decimals. */
function plain({ cells: [, ...rows], ...said }) {
  const isKept = (_, at) => at === 0 || rows.some((row) => !["", "–"].includes(row[at]));
  const short = (cell) => cell.replace(/(\.\d*?)0+(?=\D*$)/, (_, decimals) => (decimals === "." ? "" : decimals));
  return { ...said, rows: rows.map((row) => row.filter(isKept).map(short)) };
}

test("A17: in a language that is not spoken all is English, tagged as such, numbers and dates too", async () => {
  const { page, close } = await site.open("/blog/embeds/script/", { settled: null });
  const given = goals.map((goal, at) => ({ goal, attributes: { lang: UNSPOKEN[at % UNSPOKEN.length] } }));
  const shown = await show(page, given);
  for (const [at, goal] of goals.entries()) {
    assert.equal(shown[at].lang, "en");
    for (const lang of ["en", given[at].attributes.lang]) {
      const written = await read(page, toHtml(goal, { lang }));
      assert.deepEqual(plain(shown[at]), plain(written), `${lang}: ${JSON.stringify(goal)}`);
    }
  }
  await close();
});

const KOREAN = { title: "쿠버네티스", unit: "강", planned: [6, 8], done: [6, 6] };
const SAID = "14강 중 12강을 마쳤습니다(85.7%).";

test("a goal has the language of its script, unless the author names another", async () => {
  const { page, close } = await site.open("/blog/embeds/script/", { settled: null });
  const said = await show(page, [
    { goal: KOREAN },
    { goal: { ...KOREAN, title: "Kubernetes 정복", unit: undefined } },
    { goal: { ...KOREAN, title: "Learning 한국어", unit: "lesson|lessons" } },
    { goal: { ...KOREAN, lang: "en" } },
    { goal: KOREAN, attributes: { lang: "en" } },
  ]);
  assert.deepEqual(
    said.map(({ lang }) => lang),
    ["ko", "ko", "en", "en", "en"],
  );
  assert.ok(said[0].words.startsWith(SAID), said[0].words);
  await close();
});

test("in a shadow tree the language is that of its host, and ko_KR is ko-KR", async () => {
  const { page, close } = await site.open("/blog/embeds/script/", { settled: null });
  const said = await page.evaluate(async () => {
    const wait = (element) => new Promise((done) => element.addEventListener("goalpost:drawn", done, { once: true }));
    const inTree = async (lang, goal) => {
      const host = document.createElement("section");
      host.lang = lang;
      const inner = host.attachShadow({ mode: "open" }).appendChild(document.createElement("article"));
      const deeper = inner.attachShadow({ mode: "closed" });
      const element = deeper.appendChild(document.createElement("goal-post"));
      /** @type {any} */ (element).goal = goal;
      const drawn = wait(element);
      document.body.prepend(host);
      await drawn;
      const text = element.shadowRoot.querySelector(".summary").textContent;
      host.remove();
      return text;
    };
    const goal = { unit: "km", planned: [1500, 0.5], done: [1000.5] };
    return Promise.all([inTree("ko", goal), inTree("ko_KR", goal)]);
  });
  assert.match(said[0], /^1,500\.5km 중 1,000\.5km를 마쳤습니다/);
  assert.equal(said[1], said[0]);
  await close();
});
