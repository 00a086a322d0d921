// Checklists in real pages: `from` reads the same as the command line, and reports what it does not understand.
//
// kramdown turns Markdown into a page, as in Jekyll. If only GitHub supports Markdown inside <details>, a renderer like
// GitHub's does.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { marked } from "marked";
import { toElement } from "../../dist/index.js";
import { fromHtml, fromMarkdown } from "../../www/npm/cli/tree.js";
import { matterOf } from "../../www/npm/cli/post.js";
import { readChecklist } from "../../www/shell/checklist/read.js";
import { launch } from "../../www/tools/browser.mjs";
import { serve } from "../../www/tools/serve.mjs";
import { isMarkdown, lists, plans, textOf, weeksOf } from "../fixtures/authors/authors.mjs";
import { goalpost } from "../npm/command.mjs";

const KRAMDOWN = `
require "json"; require "kramdown"; require "kramdown-parser-gfm"
texts = JSON.parse(STDIN.read)
puts JSON.generate(texts.map { |text| Kramdown::Document.new(text, input: "GFM", hard_wrap: false).to_html })
`;

let browser;
let server;
/** @type {Map<string, string>} the page of each input, by its path */
const bodies = new Map();

/** Renders Markdown as GitHub does; the reader's tree has the same ids for headings. */
function asGitHub(text) {
  const ids = [...fromMarkdown(text).all()].filter(({ slugs }) => slugs).map(({ slugs }) => slugs[0]);
  return marked.parse(text, { async: false }).replace(/<(h[1-6])>/g, (_, tag) => `<${tag} id="${ids.shift()}">`);
}

before(async () => {
  server = await serve(fileURLToPath(new URL("../../dist", import.meta.url)));
  browser = await launch();
  const markdown = [...lists, ...plans]
    .filter(isMarkdown)
    .map((input) => ({ ...input, text: matterOf(textOf(input)).body }));
  const jekylls = markdown.filter(({ text }) => !text.includes("<details>"));
  const input = JSON.stringify(jekylls.map(({ text }) => text));
  const made = JSON.parse(
    execFileSync("ruby", ["-e", KRAMDOWN], { input, env: { ...process.env, LANG: "C.UTF-8" }, encoding: "utf8" }),
  );
  jekylls.forEach(({ path }, at) => bodies.set(path, made[at]));
  for (const { path, text } of markdown.filter(({ path }) => !bodies.has(path))) bodies.set(path, asGitHub(text));
  for (const input of [...lists, ...plans].filter((input) => !isMarkdown(input))) bodies.set(input.path, textOf(input));
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** A page with a goal that is read from a list below it. */
function pageOf(from, body, { lang = "en", inside = "" } = {}) {
  const element = `<goal-post from="${from.replaceAll('"', "&quot;")}">${inside}</goal-post>`;
  const head = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><link rel="icon" href="data:,">`;
  return `${head}<body>${element}${body}<script type="module" src="goalpost.js"></script>`;
}

/** The results of a page with a list: the goal, its numbers or its problem, and the console's messages. */
async function shown(from, body, { lang = "en" } = {}) {
  const page = await browser.newPage({ viewport: { width: 800, height: 900 } });
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  const html = pageOf(from, body, { lang, inside: "<p>My own words.</p>" });
  await page.route("**/page.html", (route) => route.fulfill({ contentType: "text/html", body: html }));
  await page.addInitScript(() => {
    window.announced = [];
    for (const type of ["goalpost:drawn", "goalpost:error"])
      addEventListener(type, ({ detail }) => window.announced.push({ type, detail }));
  });
  await page.goto(`${server.url}page.html`);
  await page.waitForFunction(() => window.announced.length > 0, undefined, { timeout: 15_000 });
  const result = await page.evaluate(() => {
    /** @type {HTMLElement} */
    const note = document.querySelector("goal-post").shadowRoot.querySelector(".problems");
    return { ...window.announced[0], note: note && { lang: note.lang, text: note.textContent } };
  });
  const told = said.filter((line) => line.startsWith("goalpost: from: "));
  const warnings = told.map((line) => line.replace(/^goalpost: from: /, "").replace(/ JSHandle@node$/, ""));
  // Read once more, as the element did, because the numbers do not contain everything.
  const goal = result.type === "goalpost:drawn" ? await page.evaluate(readAgain, from) : undefined;
  await page.close();
  return { ...result, goal, warnings };
}

/** Runs in the page. */
async function readAgain(from) {
  const { read } = await import(new URL("goalpost.tasks.js", location.href).href);
  return JSON.parse(JSON.stringify(read(from)));
}

/** The weeks of the announced numbers, as far as the list determines them. */
const announcedWeeks = ({ weeks }) => weeks.map(({ date, planned, dropped }) => [date, planned, dropped]);
/** Work done as a share of the work planned and not dropped. */
function overallOf(weeks) {
  const sum = (at) => weeks.reduce((sum, week) => sum + week[at], 0);
  return sum(3) / (sum(2) - sum(4));
}

/** The still that `goalpost prerender` writes into the page. */
function prerendered(from, body) {
  const { status, stdout, stderr, read } = goalpost(["prerender", "."], { "index.html": pageOf(from, body) });
  assert.equal(status, 0, stdout + stderr);
  return figureIn(read("index.html"));
}
const figureIn = (html) => html.match(/<figure [\s\S]*<\/figure>/)?.[0];

/** The reader's result without a page. */
function read(input) {
  const { body } = matterOf(textOf(input));
  return readChecklist(input.from, isMarkdown(input) ? fromMarkdown(body) : fromHtml(body));
}

for (const list of lists) {
  test(`case ${list.case}, ${list.kind}: ${list.file}`, async () => {
    const { type, detail, goal, warnings } = await shown(list.from, bodies.get(list.path));
    assert.equal(type, "goalpost:drawn", JSON.stringify(detail));
    assert.equal(goal.title, list.title);
    assert.deepEqual(weeksOf(goal), list.weeks);
    assert.deepEqual(warnings, list.warnings);
    const counted = list.weeks.map(([, date, planned, , dropped]) => [date, planned, dropped]);
    assert.deepEqual(announcedWeeks(detail), counted, "what is drawn");
    assert.equal(detail.overall, overallOf(list.weeks));
    const same = JSON.parse(JSON.stringify(read(list).goal));
    assert.deepEqual(goal, same, "the command line reads the same");
  });
}

for (const plan of plans) {
  test(`a plan is counted as a person counts it: ${plan.file}`, async () => {
    const { type, detail, goal, warnings } = await shown(plan.from, bodies.get(plan.path));
    assert.equal(type, "goalpost:drawn", JSON.stringify(detail));
    assert.deepEqual([goal.title, weeksOf(goal)], [plan.title, plan.weeks]);
    assert.equal(warnings.length, plan.warnings.length, warnings.join("\n"));
    const [done, of] = plan.counted;
    assert.equal(detail.overall, done / of);
    assert.deepEqual(weeksOf(goal), weeksOf(read(plan).goal), "the command line reads the same");
    const still = figureIn(toElement(goal));
    assert.equal(prerendered(plan.from, bodies.get(plan.path)), still, "the built page shows the same");
  });
}

test("the reason why a list cannot be read is shown in place, in the language of the page", async () => {
  const korean = await shown("#gone", "<p>x</p>", { lang: "ko" });
  assert.equal(korean.type, "goalpost:error");
  assert.deepEqual(korean.detail.problems, [{ path: "from", message: '페이지에 "#gone" 요소가 없습니다' }]);
  assert.deepEqual(korean.note, { lang: "ko", text: 'goalpost: from: 페이지에 "#gone" 요소가 없습니다' });
  const english = await shown("#plan", '<div id="plan"><ul><li>no marks at all</li></ul></div>');
  assert.deepEqual(
    [english.note.lang, english.detail.problems[0].message.slice(0, 34)],
    ["en", 'there is no task list in "#plan": '],
  );
});

test("warnings are in the language of the list", async () => {
  const { type, warnings } = await shown(
    "#plan",
    '<div lang="ko" id="plan"><ul><li>[x] 파드</li><li>[?] 서비스</li></ul></div>',
  );
  assert.equal(type, "goalpost:drawn");
  assert.deepEqual(warnings, ['"서비스"의 표시 [?]: 알 수 없는 표시라 안 한 것으로 셌습니다']);
});

test("an element in a shadow tree finds a list in the same tree", async () => {
  const body = `<post-body></post-body><script>customElements.define("post-body", class extends HTMLElement {
    connectedCallback() {
      this.attachShadow({ mode: "open" }).innerHTML =
        '<h2 id="own">Own</h2><ul><li>✅ A</li><li>✅ B</li><li>☐ C</li></ul><goal-post from="#own"></goal-post>';
    }
  });</script>`;
  const page = await browser.newPage();
  await page.route("**/page.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><meta charset="utf-8"><body>${body}<script type="module" src="goalpost.js"></script>`,
    }),
  );
  await page.addInitScript(() => addEventListener("goalpost:drawn", ({ detail }) => (window.overall = detail.overall)));
  await page.goto(`${server.url}page.html`);
  await page.waitForFunction(() => window.overall !== undefined, undefined, { timeout: 15_000 });
  assert.equal(await page.evaluate(() => window.overall), 2 / 3);
  await page.close();
});
