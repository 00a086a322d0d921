// The real goal in real Jekyll posts: its announced numbers, its tables, and its pixels.

import assert from "node:assert/strict";
import { test } from "node:test";
import { blog, hasRealPost, oracle, printed, rows } from "./blog.mjs";

const site = blog();
const ours = "2019/goal-jam/";
const theirs = "2019/retrospective/";

function assertRealGoal({ detail, type, tag }) {
  assert.equal(type, "goalpost:drawn");
  assert.equal(tag, "goal-post");
  assert.equal(detail.overall, 20 / 24);
  assert.deepEqual([detail.planned, detail.done, detail.remaining], [24, 20, 4]);
  const weeks = detail.weeks.map((week) => Object.fromEntries(Object.keys(oracle[0]).map((key) => [key, week[key]])));
  assert.deepEqual(weeks, oracle);
  const forecast = { p50: 1, p85: 2, slowing: false, history: 4, rough: true, chances: [0.75, 1] };
  assert.deepEqual(detail.forecast, forecast);
  assert.deepEqual(detail.jam, { since: 2, depth: 4, ratio: 6 / 4, recovery: 1, clearedIn: 6, extra: null });
  assert.equal(detail.weeks[3].status, "absent");
  assert.equal(detail.weeks[4].milestone, "발표");
}

for (const address of hasRealPost ? [ours, theirs] : [ours]) {
  test(`${address}: the announced numbers are the design's, to the last digit`, async () => {
    const { page, said, announced, close } = await site.open(address);
    const events = await announced();
    assert.equal(events.length, 1, "one goal, announced once");
    assertRealGoal(events[0]);
    assert.equal(await page.locator("goal-post").getAttribute("data-state"), "drawn");
    // The real post names pictures that are not in this repository.
    const errors = said.errors.filter((text) => !text.startsWith("Failed to load resource"));
    assert.deepEqual({ ...said, errors }, { errors: [], warnings: [], thrown: [] });
    await close();
  });

  test(`${address}: the widget's table and the post's own are equal`, async () => {
    const { page, close } = await site.open(address);
    for (const table of ["goal-post .goal table", "goal-post > figure table"]) {
      const cells = await rows(page, table);
      // The widget gives all numbers of a column the same decimals.
      assert.deepEqual(
        cells.map((row) => row.slice(2, 8).map((cell) => cell.replace(/\.0(?=%)/, ""))),
        printed,
        table,
      );
      assert.match(cells[3].at(-1), /불참/, "the week of absence says so");
      assert.match(cells[4].at(-1), /발표/, "the presentation says so");
    }
    assert.match(await page.locator("goal-post .summary").textContent(), /24강 중 20강을 마쳤습니다\(83\.3%\)/);
    await close();
  });
}

for (const deviceScaleFactor of [1, 2]) {
  test(`the columns are as high as the loads, at ${deviceScaleFactor}x`, async () => {
    const { page, close } = await site.open(ours, { deviceScaleFactor, viewport: { width: 700, height: 900 } });
    const columns = await page.evaluate(measureColumns);
    assert.equal(columns.length, 5, JSON.stringify(columns));
    const unit = columns[0].done / 6;
    columns.forEach(({ done, height }, index) => {
      const near = (value, expected) => Math.abs(value - expected * unit) <= 2.5 * deviceScaleFactor;
      assert.ok(near(done, oracle[index].done), `week ${index + 1}: ${done} of ${unit} each done`);
      assert.ok(near(height, oracle[index].load), `week ${index + 1}: ${height} of ${unit} each to do`);
    });
    await close();
  });

  test(`the gauge is filled to 83.3 % of its arc, at ${deviceScaleFactor}x`, async () => {
    const { page, close } = await site.open(ours, { deviceScaleFactor, viewport: { width: 700, height: 900 } });
    const share = await page.evaluate(measureGauge);
    assert.ok(Math.abs(share - 20 / 24) < 0.01, `${share} of the arc is filled`);
    await close();
  });
}

/** Finds the columns by their colours alone: runs of pixel columns with the colour of work done or of the jam. */
function measureColumns() {
  const canvas = document.querySelector("goal-post").shadowRoot.querySelector("canvas");
  const ratio = canvas.width / parseFloat(canvas.style.width);
  const chartWidth = Math.floor(canvas.width - (212 + 16) * ratio);
  // Below the header and the legend.
  const top = 62 * ratio;
  const { data, width, height } = canvas.getContext("2d").getImageData(0, 0, chartWidth, canvas.height);
  const is = (x, y, /** @type {number[]} */ [r, g, b]) => {
    const at = 4 * (y * width + x);
    return data[at + 3] > 250 && Math.abs(data[at] - r) + Math.abs(data[at + 1] - g) + Math.abs(data[at + 2] - b) < 12;
  };
  const DONE = [0x0b, 0x6f, 0xa8];
  const JAM = [0xb8, 0x56, 0x00];
  // The lines of the hatching, which let the white page through. Between the columns, the river has edges and no hatching.
  const HATCHING = JAM.map((value) => 255 + (value - 255) * 0.55);
  // The lowest row with work done.
  let baseline = height;
  const isEmpty = (y) => !Array.from({ length: width }, (_, x) => x).some((x) => is(x, y, DONE));
  while (isEmpty(baseline - 1)) baseline--;
  const runs = [];
  for (let x = 0; x < width; x++) {
    let done = 0;
    let isHatched = false;
    let highest = baseline;
    for (let y = Math.floor(top); y < baseline; y++) {
      const isDone = is(x, y, DONE);
      if (isDone) done++;
      isHatched ||= is(x, y, HATCHING);
      if (isDone || is(x, y, JAM)) highest = Math.min(highest, y);
    }
    const column = done || isHatched ? { done, height: baseline - highest } : undefined;
    if (!column) runs.push(undefined);
    else if (runs.at(-1)) runs.at(-1).push(column);
    else runs.push([column]);
  }
  // The middle of each run, because its edges are outlines and round corners.
  return runs.filter((run) => run?.length > 20 * ratio).map((run) => run[Math.floor(run.length / 2)]);
}

/** Walks along the arc and counts the pixels with the colour of work done. */
function measureGauge() {
  const canvas = document.querySelector("goal-post").shadowRoot.querySelector("canvas");
  const context = canvas.getContext("2d");
  const ratio = canvas.width / parseFloat(canvas.style.width);
  // In the middle of the room below the header, 9 px lower, because the remainder is written below the arc.
  const [w, h, header] = [parseFloat(canvas.style.width), parseFloat(canvas.style.height), 43];
  const [x, y, radius] = [w - 212 / 2, header + (h - header) / 2 + 9, 70];
  const steps = 1200;
  let filled = 0;
  for (let step = 0; step < steps; step++) {
    const angle = ((150 + (240 * (step + 0.5)) / steps) * Math.PI) / 180;
    const at = [x + radius * Math.cos(angle), y + radius * Math.sin(angle)].map((px) => Math.floor(px * ratio));
    const [r, g, b] = context.getImageData(...at, 1, 1).data;
    if (Math.abs(r - 0x0b) + Math.abs(g - 0x6f) + Math.abs(b - 0xa8) < 40) filled++;
  }
  return filled / steps;
}

test("the English twin is drawn in English", async () => {
  const { page, announced, close } = await site.open("2019/phantom-traffic-jam/");
  const [{ detail }] = await announced();
  assert.equal(detail.overall, 20 / 24);
  assert.equal(detail.lang, "en");
  assert.match(await page.locator("goal-post .summary").textContent(), /^20 of 24 lectures done: 83\.3%\./);
  await close();
});

test("without JavaScript a reader sees the post's chart and its figures, and opens its table", async () => {
  const { page, close } = await site.open(ours, { javaScriptEnabled: false });
  assert.equal(await page.locator("goal-post > figure .gp-weeks g > title").count(), 5);
  assert.ok(await page.locator("goal-post > figure .gp-weeks").isVisible());
  assert.ok(await page.locator("goal-post > figure .gp-arc").isVisible());
  await page.locator("goal-post > figure summary").click();
  assert.ok(await page.locator("goal-post > figure table").isVisible());
  assert.deepEqual(
    (await rows(page, "goal-post > figure table")).map((row) => row.slice(2, 8)),
    printed,
  );
  assert.match(
    await page.locator("goal-post > figure > p").last().textContent(),
    /^24강 중 20강을 마쳤습니다\(83\.3%\)\./,
  );
  await close();
});

test("the script is loaded once, however many goals a post has", async () => {
  const { page, close } = await site.open("embeds/views/", { count: 3 });
  assert.equal(await page.locator("script[src$='goalpost.js']").count(), 1);
  await close();
});
