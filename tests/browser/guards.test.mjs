// What a page can rely on and no other file tests: the cache of pages, moves, elements that leave early, pixels, zones,
// names. And that every guard of guards.mjs is held by tests that are there.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "../../www/tools/browser.mjs";
import { report } from "../../www/tools/report.mjs";
import { serve } from "../../www/tools/serve.mjs";
import { GUARDS } from "./guards.mjs";
import { html, pages, post, state } from "./pages.mjs";
import { frames, watchDrawings } from "./waits.mjs";

const week = (date, done) => ({ date, planned: 5, done });
/** Leap day, the turn of a year with 53 weeks, the nights on which clocks change, and the ends of the calendar. */
const DATES = ["2020-12-28", "2021-01-04", "2024-02-29", "2024-03-10", "2024-03-31", "2024-10-27", "2024-11-03"];
const DATED = { title: "Dates", start: "2024-02-29", weeks: DATES.map((date) => week(date, 4)) };
const GOAL = { title: "Kubernetes", unit: "lectures", planned: [6, 8, 6, 4], done: [6, 6, 6, 2] };
const site = pages("guards", {
  "one.html": html(`${post(GOAL, 'load="eager"')}<div id="there"></div>`),
  "dated.html": html(post(DATED, 'load="eager"')),
  "empty.html": html(`<p>Nothing</p>`),
});
const quiet = { ours: [], others: [], thrown: [] };

/** Runs in the page: the picture, and whether a key is answered. */
function picture() {
  const { shadowRoot: root } = document.querySelector("goal-post");
  const slider = root.querySelector(".slider");
  const press = (key) => slider.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  press("End");
  const answers = slider.getAttribute("aria-valuenow") === slider.getAttribute("aria-valuemax");
  press("Home");
  return { pixels: root.querySelector("canvas").toDataURL(), answers };
}

test("R4: a page that comes back from the cache of pages is as it was", async () => {
  // A page that may not be stored is not kept, so this server lets it be.
  const server = await serve(fileURLToPath(new URL("../../target/pages/guards", import.meta.url)), { brotli: true });
  const browser = await launch({ ignoreDefaultArgs: ["--disable-back-forward-cache"] });
  const page = await browser.newPage();
  await page.addInitScript(() => addEventListener("pageshow", (event) => (window.isBack = event.persisted)));
  await page.goto(`${server.url}one.html`);
  await state(page, "drawn");
  const before = await page.evaluate(picture);
  await page.goto(`${server.url}empty.html`);
  await page.goBack({ waitUntil: "commit" });
  await page.waitForFunction(() => window.isBack);
  assert.deepEqual(await page.evaluate(picture), before);
  assert.ok(before.answers);
  await browser.close();
  await server.close();
});

test("R6: an element that is moved twenty times keeps its canvas and asks for nothing", async () => {
  const { page, said, asked, close } = await site.open("one.html");
  await state(page, "drawn");
  const [before, count] = [await page.evaluate(picture), asked.length];
  const isSame = await page.evaluate(async () => {
    const post = document.querySelector("goal-post");
    const canvas = post.shadowRoot.querySelector("canvas");
    for (let at = 0; at < 20; at++) {
      (at % 2 ? document.body : document.querySelector("#there")).append(post);
      await new Promise(requestAnimationFrame);
    }
    return post.shadowRoot.querySelector("canvas") === canvas;
  });
  assert.deepEqual([isSame, await page.evaluate(picture), asked.length], [true, before, count]);
  assert.deepEqual(said, quiet);
  await close();
});

test("R26: elements that leave at any moment of their reading throw nothing", async () => {
  const { page, said, close } = await site.open("empty.html");
  const left = await page.evaluate(async (goal) => {
    const task = () => new Promise((resolve) => setTimeout(resolve));
    const moments = [() => {}, () => Promise.resolve(), task, () => new Promise(requestAnimationFrame), null];
    for (const moment of moments) {
      for (let at = 0; at < 100; at++) {
        const post = document.createElement("goal-post");
        post.setAttribute("load", "eager");
        post.innerHTML = `<script type="application/json">${goal}</script>`;
        const drawn = new Promise((resolve) => post.addEventListener("goalpost:drawn", resolve));
        document.body.append(post);
        await (moment ? moment() : drawn);
        post.remove();
        if (at % 2) post.remove();
      }
    }
    await task();
    return document.querySelectorAll("goal-post").length;
  }, JSON.stringify(GOAL));
  await frames(page, 3);
  assert.equal(left, 0);
  assert.deepEqual(said, quiet);
  await close();
});

test("R27: the same goal gives the same pixels, fifty times", async () => {
  const { page, close } = await site.open("one.html", { prepare: (page) => page.addInitScript(watchDrawings) });
  await state(page, "drawn");
  const seen = await page.evaluate(async () => {
    const post = document.querySelector("goal-post");
    const seen = new Set();
    for (let at = 0; at < 50; at++) {
      const drawn = new Promise((resolve) => post.addEventListener("goalpost:drawn", resolve, { once: true }));
      post.refresh();
      await drawn;
      seen.add(post.shadowRoot.querySelector("canvas").toDataURL());
    }
    return seen.size;
  });
  assert.equal(seen, 1);
  await close();
});

test("R28: words and numbers are the same in every time zone", async () => {
  const zones = ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York", "Asia/Kolkata", "Europe/London"];
  const texts = new Set();
  for (const timezoneId of zones) {
    const { page, said, close } = await site.open("dated.html", { timezoneId });
    await state(page, "drawn");
    const read = () => document.querySelector("goal-post").shadowRoot.querySelector(".goal").textContent;
    texts.add(await page.evaluate(read));
    assert.deepEqual(said.thrown, []);
    await close();
  }
  assert.equal(texts.size, 1, [...texts].join("\n"));
  assert.match([...texts][0], /29 (Feb|February)|Feb(ruary)? 29/);
});

test("R19: no file and no class has a name that ad blockers look for", () => {
  const dist = new URL("../../dist/", import.meta.url);
  const files = readdirSync(dist, { recursive: true }).map(String);
  const styles = ["style.css", "goalpost.css", "still.css", "room.css"].map((name) =>
    readFileSync(new URL(`../../www/shell/${name}`, import.meta.url), "utf8"),
  );
  const classes = styles.flatMap((text) => text.match(/\.[a-z][\w-]*/g) ?? []);
  const blocked = /track|analytic|(^|[^a-z])ads?([^a-z]|$)|banner|beacon|pixel|counter|stats/i;
  assert.deepEqual(
    [...files, ...classes].filter((name) => blocked.test(name)),
    [],
  );
  assert.ok(classes.length > 30 && files.length > 20);
});

test("every guard is held by tests that are there, and stands in the report", () => {
  const missing = [];
  const rows = Object.entries(GUARDS).map(([id, { what, reached, tests }]) => {
    for (const [file, ...titles] of tests) {
      const text = readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
      for (const title of titles) if (!text.includes(title)) missing.push(`${id}: ${file}: ${title}`);
    }
    return [id, what, reached, tests.map(([file]) => file).join(", ")];
  });
  assert.deepEqual(missing, []);
  assert.deepEqual(
    Object.keys(GUARDS).filter((id) => id.startsWith("R")),
    Array.from({ length: 28 }, (_, at) => `R${at + 1}`),
  );
  const columns = ["", "what", "reached in Chromium", "tests"];
  report("guards", { title: "What a page can rely on, and what an attacker tries", columns, rows });
});
