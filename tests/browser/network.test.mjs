// The requests of a page and their timeouts: files that `src` names, and a core that does not arrive.

import assert from "node:assert/strict";
import { test } from "node:test";
import { html, pages, post, state } from "./pages.mjs";
import { frames } from "./waits.mjs";

const GOAL = { title: "Kubernetes", planned: [6, 8, 6, 4], done: [6, 6, 6, 2] };
/** Another origin: a name of this machine under which the pages are not served. */
const OTHER = "http://goals.test";
const file = (src) => `<goal-post src="${src}"></goal-post>`;
const named = html("").replace('<script type="module"', `<script type="module" data-origins="${OTHER}"`);

const site = pages("network", {
  "goal.json": JSON.stringify(GOAL),
  "large.json": `{"title":"${"x".repeat(1_000_000)}"}`,
  "own.html": html(file("goal.json")),
  "other.html": html(file(`${OTHER}/goal.json`)),
  "named.html": named.replace("<body>", `<body>${file(`${OTHER}/goal.json`)}`),
  "claimed.html": html(`<img data-origins="${OTHER}" alt="">${file(`${OTHER}/goal.json`)}`),
  "large.html": html(file("large.json")),
  "many.html": html(post(GOAL).repeat(3)),
});

const problem = (page) =>
  page.evaluate(() => window.events.find(({ type }) => type === "goalpost:error")?.detail.problems);

/** Answers for the other origin, and records the requests to it. */
function answerOther(page, asked) {
  return page.route(`${OTHER}/**`, (route) => {
    asked.push(route.request().url());
    const headers = { "access-control-allow-origin": "*" };
    return route.fulfill({ json: GOAL, headers });
  });
}

test("a file of the page's own origin is read", async () => {
  const { page, close } = await site.open("own.html");
  await state(page, "drawn");
  await close();
});

for (const address of ["other.html", "claimed.html"]) {
  test(`a file of another origin is not requested, whoever wrote the element: ${address}`, async () => {
    const asked = [];
    const { page, said, close } = await site.open(address, { prepare: (page) => answerOther(page, asked) });
    await state(page, "error");
    assert.deepEqual(asked, []);
    assert.match((await problem(page))[0].message, /"http:\/\/goals\.test" is another site/);
    assert.deepEqual([said.ours.length, said.thrown], [1, []]);
    await close();
  });
}

test("a file of an origin that the page's script names is read", async () => {
  const asked = [];
  const { page, close } = await site.open("named.html", { prepare: (page) => answerOther(page, asked) });
  await state(page, "drawn");
  assert.deepEqual(asked, [`${OTHER}/goal.json`]);
  await close();
});

test("a large file is read up to the limit of a goal, which is reported", async () => {
  const { page, close } = await site.open("large.html");
  await state(page, "error");
  const [{ message }] = await problem(page);
  assert.match(message, /256 ?KiB|262.?144/);
  await close();
});

/** Withholds a file from a page whose clock the test controls: `asked` resolves to the route at the request. */
function withheld(name) {
  const held = /** @type {any} */ ({});
  held.asked = new Promise((resolve) => {
    held.prepare = async (page) => {
      await page.clock.install();
      await page.route(`**/${name}`, resolve);
    };
  });
  return held;
}

/** Advances the page's clock, and checks that a goal fails in the last second of `limit` ms, and no earlier. */
async function failsWithin(page, limit) {
  await page.clock.fastForward(limit - 1_000);
  await frames(page);
  assert.equal(await page.evaluate(() => window.events.length), 0, "it has failed too early");
  await page.clock.fastForward(1_000);
  await state(page, "error");
}

test("a file that does not arrive fails after five seconds", async () => {
  const { prepare, asked } = withheld("goal.json");
  const { page, close } = await site.open("own.html", { prepare });
  await asked;
  await failsWithin(page, 5_000);
  const [{ path }] = await problem(page);
  assert.equal(path, "src");
  await close();
});

for (const name of ["goalpost.wasm", "goalpost.core.js"]) {
  test(`a core that does not arrive is reported once within ten seconds, and draws if it arrives later: ${name}`, async () => {
    const { prepare, asked } = withheld(name);
    const { page, said, close } = await site.open("many.html", { prepare });
    const route = await asked;
    await failsWithin(page, 10_000);
    assert.deepEqual(said.ours, ["goalpost: the widget could not start: it has not been sent within 10 s"]);
    await route.continue();
    await state(page, "drawn");
    assert.deepEqual(said.thrown, []);
    await close();
  });
}

test("goals that had no network are drawn once it is back", async () => {
  const prepare = (page) => page.route("**/goalpost.wasm", (route) => route.abort("internetdisconnected"));
  const { page, said, close } = await site.open("many.html", { prepare });
  await state(page, "error");
  await page.unroute("**/goalpost.wasm");
  await page.context().setOffline(true);
  await page.context().setOffline(false);
  await state(page, "drawn");
  assert.deepEqual([said.ours.length, said.thrown], [1, []]);
  await close();
});
