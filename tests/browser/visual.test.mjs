// The picture, pixel by pixel, compared with reviewed files: tests/browser/pictures/*.png, and the README's.
//
// BLESS=1 node --test tests/browser/visual.test.mjs writes them again. Look at each one before you commit it. For a
// failed comparison, target/pictures has three panels: the expected picture, the actual one, and the difference.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { PNG } from "pngjs";
import { launch } from "../../www/tools/browser.mjs";
import { serve } from "../../www/tools/serve.mjs";
import { declared, family, loadFonts, missing, serveFonts } from "./fonts.mjs";
import { compare } from "./panels.mjs";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const references = path("pictures/");
const differing = path("../../target/pictures/");
const read = (name) => JSON.parse(readFileSync(path(`../../www/demo/_data/${name}`), "utf8"));
const gallery = read("gallery.json");
/** The goal of the README's picture, which is one of the references. */
const README = "readme";
const goals = [...gallery, { name: README, goal: read("goals/kubernetes-en.json") }];
const bless = Boolean(process.env.BLESS);

/** The tolerance of a pixel's colour (0 to 1, as pixelmatch measures it), and the share of differing pixels. */
const TOLERANCE = { threshold: 0.1, perMille: 1 };

/** Every combination of the given goals, views, widths, looks and ratios. Without a view, a goal has its own. */
const combine = ({ goals, views = [""], widths = [680], looks = ["light"], ratios = [1] }) =>
  goals.flatMap((goal) =>
    views.flatMap((view) =>
      widths.flatMap((width) => looks.flatMap((look) => ratios.map((ratio) => ({ goal, view, width, look, ratio })))),
    ),
  );

const cases = [
  combine({ goals: gallery.map(({ name }) => name) }),
  combine({ goals: gallery.map(({ name }) => name), widths: [370] }),
  combine({ goals: ["real", "kinds", "ahead", "race", "half", "labels", "huge"], widths: [240, 290] }),
  combine({ goals: ["real", "ahead", "half", "twelve", "year", "decade"], widths: [960], looks: ["dark"] }),
  combine({ goals: ["twelve", "decade"], widths: [1600] }),
  combine({ goals: ["real", "kinds", "ahead", "race", "half"], widths: [370, 680], looks: ["dark"] }),
  combine({ goals: ["real"], widths: [370], looks: ["dark"], ratios: [2] }),
  combine({ goals: ["real"], ratios: [1.25, 2, 3] }),
  combine({ goals: ["kinds", "race", "half"], looks: ["korean", "rtl"] }),
  combine({ goals: ["ahead", "caught", "plan", "complete"], looks: ["korean"], widths: [370, 680] }),
  combine({ goals: ["kinds"], looks: ["paper", "own-dark", "custom"] }),
  combine({ goals: ["real", "kinds", "going", "ahead", "complete"], views: ["burnup"] }),
  combine({ goals: ["real", "going"], views: ["burnup"], widths: [290, 370], looks: ["light", "dark"] }),
  combine({ goals: ["half", "year", "decade"], views: ["weekly"], widths: [290, 370, 680, 960] }),
  combine({ goals: ["real", "kinds", "labels", "ahead"], views: ["compact"], widths: [240, 370, 680] }),
  combine({ goals: ["real", "percents"], views: ["compact"], looks: ["dark", "rtl"], widths: [370] }),
  combine({ goals: [README], widths: [640], ratios: [2] }),
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

const nameOf = ({ goal, view, width, look, ratio }) => `${goal}-${view || "own"}-${width}-${look}-${ratio}x`;

const fileOf = (one) => (one.goal === README ? path("../../www/picture.png") : `${references}${nameOf(one)}.png`);

const html = (group) => `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">${declared}
<style>body { margin: 0; font: 16px ${family} } div { padding: 4px }</style>
${group
  .map((one) => {
    const { page, ...attributes } = LOOKS[one.look];
    const { goal } = goals.find(({ name }) => name === one.goal);
    const { lang, ...rest } = goal;
    const given = { lang: attributes.lang ?? lang, theme: attributes.theme, view: one.view };
    const written = Object.entries(given).map(([name, value]) => (value ? ` ${name}="${value}"` : ""));
    return `<div id="${nameOf(one)}" style="width: ${one.width}px; ${page}"><goal-post${written.join("")}>
<script type="application/json">${JSON.stringify(rest)}</script></goal-post></div>`;
  })
  .join("\n")}
<script type="module">
await (${loadFonts})();
await import("./goalpost.js");
</script>`;

const ratios = [...new Set(cases.map(({ ratio }) => ratio))];
const open = {};
/** All drawn text. */
let drawnText = "";
let browser;
let server;

before(async () => {
  // When references are written again, those without a case are deleted.
  for (const folder of bless ? [differing, references] : [differing]) rmSync(folder, { recursive: true, force: true });
  for (const folder of [differing, references]) mkdirSync(folder, { recursive: true });
  server = await serve(path("../../dist"));
  browser = await launch();
  for (const ratio of ratios) {
    const page = await browser.newPage({ deviceScaleFactor: ratio, viewport: { width: 1640, height: 1000 } });
    await page.addInitScript(keepTexts);
    await serveFonts(page);
    const body = html(cases.filter((one) => one.ratio === ratio));
    await page.route("**/pictures.html", (route) => route.fulfill({ body, contentType: "text/html" }));
    await page.goto(`${server.url}pictures.html`);
    await page.waitForFunction(() => customElements.get("goal-post"));
    // All goals near the viewport: this test is not about loading.
    await page.setViewportSize({
      width: 1640,
      height: await page.evaluate(() => document.documentElement.scrollHeight),
    });
    const drawn = () => [...document.querySelectorAll("goal-post")].every((post) => post.dataset.state === "drawn");
    await page.waitForFunction(drawn, undefined, { timeout: 30_000 });
    // At whole px of the page: elsewhere, neighbouring pixels of a canvas would mix.
    await page.evaluate(() => {
      for (const box of document.querySelectorAll("div")) {
        box.style.paddingBottom = `${4 + 1 - (box.getBoundingClientRect().height % 1)}px`;
      }
    });
    drawnText += await page.evaluate(() => [...window.texts].join(""));
    assert.deepEqual(await page.evaluate(() => [...window.families]), [family], "the widget takes the page's fonts");
    const isLoaded = (family) => document.fonts.check(`16px ${family}`, [...window.texts].join(""));
    assert.ok(await page.evaluate(isLoaded, family), "no text is drawn before its font is there");
    open[ratio] = page;
  }
});

/** Runs in the page before its scripts: records the text on its canvases. */
function keepTexts() {
  window.texts = new Set();
  window.families = new Set();
  const { fillText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...given) {
    window.texts.add(text);
    window.families.add(this.font.replace(/^.*px /, ""));
    return fillText.call(this, text, ...given);
  };
}

after(async () => {
  await browser?.close();
  await server?.close();
});

test("there is a picture for each case, and no other", { skip: bless && "they are being written" }, () => {
  const there = readdirSync(references).sort();
  const files = cases.map(fileOf).filter((file) => file.startsWith(references));
  assert.deepEqual(there, files.map((file) => basename(file)).sort());
  assert.ok(there.length >= 40, `${there.length} pictures`);
});

test("every drawn character comes from the tests' fonts, and none from the machine's", () => {
  assert.ok(drawnText.includes("%") && drawnText.includes("주"), "texts are kept");
  assert.deepEqual(missing(drawnText), []);
  assert.deepEqual(missing("%주\u{1f600}"), ["\u{1f600}"], "it can fail");
});

for (const one of cases) {
  const name = nameOf(one);
  test(`${name} looks as it did`, async () => {
    const file = fileOf(one);
    const actual = await open[one.ratio].locator(`[id="${name}"] canvas`).screenshot();
    if (bless) return writeFileSync(file, actual);
    assert.ok(existsSync(file), "there is a picture to compare with; BLESS=1 writes it");
    const [got, expected] = [PNG.sync.read(actual), PNG.sync.read(readFileSync(file))];
    const { off, panels } = compare(expected, got, TOLERANCE.threshold);
    const pixels = expected.width * expected.height;
    const most = Math.floor((pixels * TOLERANCE.perMille) / 1000);
    const isSame = off <= most && got.width === expected.width && got.height === expected.height;
    if (!isSame) writeFileSync(`${differing}${name}.png`, PNG.sync.write(panels));
    const sizes = [expected, got].map(({ width, height }) => `${width}x${height}`).join(" and ");
    assert.ok(isSame, `${off} of ${pixels} pixels differ, ${most} may (${sizes}); see target/pictures/${name}.png`);
  });
}
