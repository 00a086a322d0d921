// The picture, pixel by pixel, against pictures that somebody has looked at: tests/browser/pictures/*.png.
//
// BLESS=1 node --test tests/browser/visual.test.mjs writes them anew; look at each before it is committed. What differs
// is put into target/pictures: as it is now, and where it differs.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { launch } from "../../www/tools/browser.mjs";
import { serve } from "../../www/tools/serve.mjs";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const references = path("pictures/");
const differing = path("../../target/pictures/");
const gallery = JSON.parse(readFileSync(path("../../www/demo/_data/gallery.json"), "utf8"));
const bless = Boolean(process.env.BLESS);

/** How far a pixel's colour may be off (0 to 1, as pixelmatch measures it), and how many of a thousand pixels. */
const TOLERANCE = { threshold: 0.1, perMille: 1 };

/** Every combination of the given goals, views, widths, looks and ratios. */
const combine = ({ goals, views = ["weekly"], widths = [640], looks = ["light"], ratios = [1] }) =>
  goals.flatMap((goal) =>
    views.flatMap((view) =>
      widths.flatMap((width) => looks.flatMap((look) => ratios.map((ratio) => ({ goal, view, width, look, ratio })))),
    ),
  );

const cases = [
  combine({ goals: gallery.map(({ name }) => name) }),
  combine({
    goals: ["real", "again", "kinds", "going", "labels", "percent", "twelve", "year", "decade"],
    widths: [320],
  }),
  combine({ goals: ["real", "kinds", "huge"], widths: [240] }),
  combine({ goals: ["twelve", "decade"], widths: [1600] }),
  combine({ goals: ["real", "kinds", "going"], looks: ["dark"] }),
  combine({ goals: ["real"], widths: [320], looks: ["dark"], ratios: [1, 2] }),
  combine({ goals: ["real", "kinds", "year"], widths: [240], looks: ["dark"] }),
  combine({ goals: ["year", "decade"], widths: [960], looks: ["dark"] }),
  combine({ goals: ["real"], ratios: [1.25, 2, 3] }),
  combine({ goals: ["kinds"], looks: ["korean", "rtl", "paper", "own-dark", "custom"] }),
  combine({ goals: ["real", "kinds", "going", "complete", "year"], views: ["burnup"] }),
  combine({ goals: ["real", "going"], views: ["burnup"], widths: [320], looks: ["light", "dark"] }),
  combine({ goals: ["real", "kinds", "labels"], views: ["compact"], widths: [240, 400] }),
].flat();

/** The page around a goal, and the attributes of its element. */
const LOOKS = {
  light: { page: "background: #fff; color: #222" },
  dark: { page: "background: #15181c; color: #e8eaed" },
  paper: { page: "background: #fdf6e3; color: #586e75" },
  rtl: { page: "background: #fff; color: #222; direction: rtl" },
  korean: { page: "background: #fff; color: #222", lang: "ko" },
  "own-dark": { page: "background: #fff; color: #222", theme: "dark" },
  custom: { page: "background: #fff; color: #222; --goalpost-done: #117733; --goalpost-jam: #aa4499" },
};

const nameOf = ({ goal, view, width, look, ratio }) => `${goal}-${view}-${width}-${look}-${ratio}x`;

const html = (group) => `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
<style>body { margin: 0; font: 16px "Noto Sans CJK KR" } div { padding: 4px }</style>
${group
  .map((one) => {
    const { page, ...attributes } = LOOKS[one.look];
    const { goal } = gallery.find(({ name }) => name === one.goal);
    const { lang, ...rest } = goal;
    const given = { lang: attributes.lang ?? lang, theme: attributes.theme, view: one.view };
    const written = Object.entries(given).map(([name, value]) => (value ? ` ${name}="${value}"` : ""));
    return `<div id="${nameOf(one)}" style="width: ${one.width}px; ${page}"><goal-post${written.join("")}>
<script type="application/json">${JSON.stringify(rest)}</script></goal-post></div>`;
  })
  .join("\n")}
<script type="module" src="goalpost.js"></script>`;

const ratios = [...new Set(cases.map(({ ratio }) => ratio))];
const open = {};
let browser;
let server;

before(async () => {
  rmSync(differing, { recursive: true, force: true });
  for (const folder of [differing, references]) mkdirSync(folder, { recursive: true });
  server = await serve(path("../../dist"));
  browser = await launch();
  for (const ratio of ratios) {
    const page = await browser.newPage({ deviceScaleFactor: ratio, viewport: { width: 1640, height: 1000 } });
    const body = html(cases.filter((one) => one.ratio === ratio));
    await page.route("**/pictures.html", (route) => route.fulfill({ body, contentType: "text/html" }));
    await page.goto(`${server.url}pictures.html`);
    // Each of them near the viewport: this is not about loading.
    await page.setViewportSize({
      width: 1640,
      height: await page.evaluate(() => document.documentElement.scrollHeight),
    });
    const drawn = () => [...document.querySelectorAll("goal-post")].every((post) => post.dataset.state === "drawn");
    await page.waitForFunction(drawn, undefined, { timeout: 30_000 });
    open[ratio] = page;
  }
});

after(async () => {
  await browser?.close();
  await server?.close();
});

test("the pictures are those of the cases, and nobody else's", { skip: bless && "they are being written" }, () => {
  const there = readdirSync(references).sort();
  assert.deepEqual(there, cases.map((one) => `${nameOf(one)}.png`).sort());
  assert.ok(there.length >= 40, `${there.length} pictures`);
});

for (const one of cases) {
  const name = nameOf(one);
  test(`${name} looks as it did`, async () => {
    const file = `${references}${name}.png`;
    const actual = await open[one.ratio].locator(`[id="${name}"] canvas`).screenshot();
    if (bless) return writeFileSync(file, actual);
    assert.ok(existsSync(file), "there is a picture to compare with; BLESS=1 writes it");
    const [is, was] = [PNG.sync.read(actual), PNG.sync.read(readFileSync(file))];
    const { width, height } = was;
    assert.deepEqual([is.width, is.height], [width, height], "its size");
    const difference = new PNG({ width, height });
    const off = pixelmatch(was.data, is.data, difference.data, width, height, { threshold: TOLERANCE.threshold });
    const most = Math.floor((width * height * TOLERANCE.perMille) / 1000);
    if (off > most) {
      writeFileSync(`${differing}${name}.actual.png`, actual);
      writeFileSync(`${differing}${name}.difference.png`, PNG.sync.write(difference));
    }
    assert.ok(off <= most, `${off} of ${width * height} pixels differ, ${most} may; see target/pictures/${name}.*.png`);
  });
}
