// Broken goals show their problems in place and once on the console, and do not affect anything else.

import assert from "node:assert/strict";
import { test } from "node:test";
import { blog } from "./blog.mjs";

const site = blog();

test("broken goals show where, what and how to fix it, and the good ones beside them are drawn", async () => {
  const { page, said, announced, close } = await site.open("embeds/broken/", { settled: "error", count: 5 });
  await page.waitForFunction(() => window.announced.length === 7);
  const events = await announced();
  assert.deepEqual(
    events
      .filter(({ type }) => type === "goalpost:drawn")
      .map(({ detail }) => detail.title)
      .sort(),
    ["Good, first", "Good, last"],
  );
  /** @type {[path: string, message: RegExp][]} */
  const expected = [
    ["line 1, column 37", /not JSON: remove the comma/],
    ["", /there is no goal here/],
    ["weeks[0].plannd", /unknown field, did you mean "planned"\?/],
    ["planned", /expected a list \[ … \], found "six"/],
    ["src", /the server answered 404/],
  ];
  const problems = events.filter(({ type }) => type === "goalpost:error").map(({ detail }) => detail.problems);
  const notes = await page.locator("goal-post .problems").allTextContents();
  const ours = said.errors.filter((text) => text.startsWith("goalpost: "));
  assert.equal(ours.length, 5, "each is said once on the console");
  for (const [path, message] of expected) {
    assert.ok(
      problems.flat().some((problem) => problem.path === path && message.test(problem.message)),
      `${path}: ${JSON.stringify(problems)}`,
    );
    assert.equal(notes.filter((text) => message.test(text)).length, 1, `${path} is said in place`);
    assert.equal(ours.filter((text) => message.test(text)).length, 1, `${path} is said on the console`);
  }
  assert.deepEqual(said.thrown, [], "no exception reaches the page");
  assert.ok(await page.getByText("This sentence stands where the chart would.").isVisible(), "its own content stays");
  await close();
});

test("an excerpt that ends in the middle of the JSON shows a small note on the home page", async () => {
  const { page, said, announced, close } = await site.open("", { settled: "error" });
  const cut = (await announced()).filter(({ type }) => type === "goalpost:error");
  assert.equal(cut.length, 1);
  assert.match(cut[0].detail.problems[0].message, /blank line that cut it off/);
  assert.deepEqual(said.thrown, []);
  await close();
});

test("the feed is well-formed and contains the table", async () => {
  const { page, close } = await site.open("", { settled: null });
  const feed = await page.evaluate(async () => {
    const xml = new DOMParser().parseFromString(await (await fetch("feed.xml")).text(), "application/xml");
    const contents = [...xml.querySelectorAll("entry > content")].map((content) => content.textContent);
    return {
      broken: xml.querySelector("parsererror")?.textContent,
      tables: contents.filter((html) => /<table[\s\S]*83\.3%/.test(html)).length,
    };
  });
  assert.equal(feed.broken, undefined);
  assert.ok(feed.tables >= 2, `${feed.tables} posts with a table`);
  await close();
});

test("without the script, the page's own chart stays", async () => {
  const gone = (page) => page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "gone" }));
  const { page, said, close } = await site.open("2019/goal-jam/", { settled: "error", prepare: gone });
  assert.ok(await page.locator("goal-post > figure svg.gp-weeks").isVisible());
  assert.equal(said.errors.filter((text) => text.startsWith("goalpost: ")).length, 1);
  assert.deepEqual(said.thrown, []);
  await close();
});
