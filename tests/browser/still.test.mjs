// The still: a chart in plain markup that is readable without a script, compared with the widget's picture.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { toElement, toHtml, toSvg } from "../../dist/index.js";
import { built } from "./dist.mjs";
import { family, declared, serveFonts } from "./fonts.mjs";

const goal = JSON.parse(readFileSync(new URL("../fixtures/goals/kubernetes.json", import.meta.url), "utf8"));

const held = built();

/** Opens a page with a goal, with the widget or without any script, under a policy that forbids inline styles. */
async function open(width, { isDrawn = false, colorScheme = "light", html = toElement(goal), csp = "" } = {}) {
  const page = await held.browser.newPage({ viewport: { width: width + 32, height: 620 }, colorScheme });
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  await serveFonts(page);
  const policy = csp && `<meta http-equiv="Content-Security-Policy" content="${csp}">`;
  const style = `body { margin: 16px; font: 16px/1.6 ${family} }
    @media (prefers-color-scheme: dark) { body { background: #15181c; color: #e8eaed } }`;
  const body = `<!doctype html><html lang="ko"><meta charset="utf-8">${policy}<title>Still</title>
    <link rel="icon" href="data:,"><link rel="stylesheet" href="goalpost.css"><link rel="stylesheet" href="page.css">${csp ? "" : declared}
    ${html}${isDrawn ? '<script type="module" src="goalpost.js"></script>' : ""}`;
  await page.route("**/page.css", (route) => route.fulfill({ contentType: "text/css", body: style }));
  await page.route("**/page.html", (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto(`${held.server.url}page.html`);
  if (isDrawn) await page.waitForSelector("goal-post[data-state=drawn]");
  await page.evaluate(() => document.fonts.ready);
  return { page, said };
}

test("the real goal's still is small, and has no style, script or id of its own", () => {
  const html = toHtml(goal);
  const picture = html.replace(/<details>[^]*<\/details>/, "");
  assert.ok(Buffer.byteLength(picture) <= 6_000, `${Buffer.byteLength(picture)} bytes without the table`);
  const packed = brotliCompressSync(html).length;
  assert.ok(packed <= 2_100, `${packed} bytes with the table, compressed`);
  assert.doesNotMatch(html, /<style|<script|\sstyle=|\sid=/);
});

for (const [width, most] of [
  [360, 0.03],
  [640, 0.03],
  // At this width the widget's columns are at most 56 px wide, and the still's a tenth of the plot.
  [960, 0.04],
]) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test(`at ${width} px, ${colorScheme}, the widget's picture replaces it without a shift`, async (context) => {
      const shots = [];
      for (const isDrawn of [false, true]) {
        const { page } = await open(width, { isDrawn, colorScheme });
        shots.push(PNG.sync.read(await page.screenshot()));
        await page.close();
      }
      const [{ data, width: across, height }, drawn] = shots;
      const different = pixelmatch(data, drawn.data, undefined, across, height, { threshold: 0.1 });
      const share = different / (across * height);
      context.diagnostic(`${(100 * share).toFixed(2)} % of the pixels differ`);
      assert.ok(share < most, `${(100 * share).toFixed(2)} %`);
    });
  }
}

test("it works under a policy that allows only style sheets, and fits any width", async () => {
  for (const width of [240, 360, 640, 960]) {
    const { page, said } = await open(width, { csp: "default-src 'none'; style-src 'self'; img-src data:" });
    assert.deepEqual(said, []);
    const { wide, boxes } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth - innerWidth,
      boxes: [".gp-weeks", ".gp-arc", ".gp-bar"].map(
        (part) => document.querySelector(part).getBoundingClientRect().width > 0,
      ),
    }));
    assert.ok(wide <= 0, `${width}: wider than the page by ${wide}`);
    assert.deepEqual(boxes, [true, width >= 560, width < 560], String(width));
    await page.close();
  }
});

test("each week has its sentence as a tooltip, and the picture has a name", async () => {
  const { page } = await open(640);
  const titles = await page.locator(".gp-weeks g > title").allTextContents();
  assert.equal(titles.length, 5);
  assert.match(titles[3], /^4주차, 10월 19일: 6강 중 2강, 4강 넘김/);
  assert.match(await page.locator(".gp-weeks").getAttribute("aria-label"), /^쿠버네티스 기초 정복: .*83\.3%/);
  await page.close();
});

test("it is columns or a burn-up where the widget's picture is, and says which", () => {
  const weeks = (count) => ({ planned: Array(count).fill(3), done: [3, 2] });
  const percents = { weeks: Array(21).fill({ percent: 50 }) };
  for (const [goal, options, chart] of /** @type {const} */ ([
    [weeks(20), {}, "week by week"],
    [weeks(21), {}, "against the plan"],
    [weeks(21), { view: "weekly" }, "week by week"],
    [weeks(2), { view: "burnup" }, "against the plan"],
    [percents, { view: "burnup" }, "week by week"],
  ])) {
    const [, name] = /class="gp-weeks[^>]*aria-label="([^"]*)"/.exec(toHtml(goal, options));
    assert.match(name, new RegExp(chart));
    assert.ok(toSvg(goal, options).includes(`<title>${name}</title>`), name);
    assert.equal(toHtml(goal, options).includes("<circle"), chart === "against the plan");
  }
});
