// A page that changes its colours in any way: the goal follows within 200 ms, and is readable on any ground.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import { report } from "../../www/tools/report.mjs";
import { blog, inked } from "./blog.mjs";
import { page, script } from "./field.mjs";

const darkreader = readFileSync(createRequire(import.meta.url).resolve("darkreader"), "utf8");

const [DONE_ON_LIGHT, DONE_ON_DARK] = [
  [0x0b, 0x6f, 0xa8],
  [0x4a, 0xa3, 0xd8],
];
/** Milliseconds within which a change must be drawn. */
const AT_ONCE = 200;
const NIGHT = "background: #181818; color: #ddd";
const DAY = "body { background: #fff; color: #222 }";

/**
 * Case, what switches, the style sheet that is switched, the switch in the page, and more checks of the page.
 * @type {[string, string, string, () => unknown, string?][]}
 */
const SWITCHES = [
  [
    "16",
    "an attribute of any name on <html>",
    `html[data-scheme=dark] body { ${NIGHT} }`,
    () => (document.documentElement.dataset.scheme = "dark"),
  ],
  [
    "16",
    "an attribute without data-",
    `html[appearance=night] body { ${NIGHT} }`,
    () => document.documentElement.setAttribute("appearance", "night"),
  ],
  [
    "16c",
    "an attribute of <body>, as Material has it",
    `[data-md-color-scheme=slate] { ${NIGHT} }`,
    () => document.body.setAttribute("data-md-color-scheme", "slate"),
  ],
  [
    "16",
    "a class of a box around the post",
    `.dim { ${NIGHT} }`,
    () => document.querySelector("main").classList.add("dim"),
  ],
  [
    "16",
    "a check box, without any script",
    `main { ${NIGHT} } #toggle:checked ~ main { background: #fff; color: #222 }`,
    () => document.querySelector("input").click(),
  ],
  [
    "16",
    "a style sheet that is added",
    "",
    () => {
      const style = document.createElement("style");
      style.textContent = "body { background: #181818; color: #ddd }";
      document.head.append(style);
    },
  ],
  ["16", "a style sheet that is let in by its media", "", () => (document.querySelector("#night").media = "all")],
  [
    "16",
    "a style sheet that is enabled, of which no attribute tells",
    "",
    () => (document.querySelector("#off").sheet.disabled = false),
  ],
  [
    "16",
    "a rule that a script inserts",
    "",
    () =>
      document.styleSheets[1].insertRule(
        "body { background: #181818; color: #ddd }",
        document.styleSheets[1].cssRules.length,
      ),
  ],
  [
    "16",
    "a style sheet that the document adopts",
    "",
    () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("body { background: #181818; color: #ddd }");
      document.adoptedStyleSheets.push(sheet);
    },
  ],
  [
    "16",
    "a custom property of the page",
    "body { background: var(--ground); color: var(--ink) } :root { --ground: #fff; --ink: #222 }",
    () => {
      document.documentElement.style.setProperty("--ground", "#181818");
      document.documentElement.style.setProperty("--ink", "#ddd");
    },
  ],
  [
    "16d",
    "DarkReader",
    "",
    () => globalThis.DarkReader.enable({ brightness: 100, contrast: 90, sepia: 10 }),
    `<script src="darkreader.js"></script>`,
  ],
];

const HEAD = `<style id="night" media="not all">body { ${NIGHT} }</style><style id="off">body { ${NIGHT} }</style>
<script>document.querySelector("#off").sheet.disabled = true</script>`;
const BODY = `<input id="toggle" type="checkbox" checked><main><p>A post.</p>${script()}<p>After.</p></main>`;

/**
 * Case, the background behind the post, the style, and whether the picture has a ground of its own.
 * @type {[string, string, string, boolean][]}
 */
const GROUNDS = [
  [
    "25",
    "a dark gradient",
    "body { background-image: linear-gradient(120deg, #0f2027, #203a43); color: #e8e8e8 }",
    false,
  ],
  ["25", "a light gradient", "body { background: linear-gradient(#fff, #ffe9d6); color: #333 }", false],
  ["25", "a gradient from dark to light", "body { background: linear-gradient(#102, #eef); color: #111 }", true],
  [
    "25",
    "an image under light text",
    `body { background: url("data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>") #fff; color: #eee }`,
    true,
  ],
  [
    "25",
    "an image in a box of its own behind the page",
    "body::before { content: ''; position: fixed; inset: 0; z-index: -1; background: #123 } body { color: #eee }",
    true,
  ],
  [
    "25",
    "a pattern of dots on dark",
    "body { background: radial-gradient(#444 1px, transparent 2px) 0 0 / 20px 20px #111; color: #ddd }",
    false,
  ],
  [
    "25",
    "glass over a dark page",
    "html { background: #111; color: #eee } main { background: rgb(255 255 255 / 0.1) }",
    false,
  ],
];

const pages = { "darkreader.js": darkreader };
for (const [at, [, , style, , head = ""]] of SWITCHES.entries()) {
  pages[`switch-${at}.html`] = page(BODY, { style: DAY + style, head: HEAD + head });
}
for (const [at, [, , style]] of GROUNDS.entries()) pages[`ground-${at}.html`] = page(BODY, { style });
const site = blog({}, { name: "themes", pages });

const found = [];
after(() => report("themes", { title: "Themes", columns: ["case", "what", "right", "ms"], rows: found }));

/** Makes a change on a fresh page, and sees that the goal follows it. Resolves to the ms until it is drawn. */
async function follow(at, change) {
  const { page, said, close } = await site.open(`switch-${at}.html`);
  assert.ok((await inked(page, DONE_ON_LIGHT)) > 5_000, "on light at first");
  await page.evaluate((change) => {
    window.changed = performance.now();
    new Function(`(${change})()`)();
  }, String(change));
  const took = await page.waitForFunction(() => window.drawings.find((time) => time > window.changed) - window.changed);
  const ms = Math.round(Number(await took.jsonValue()));
  // Colours in transition, as of DarkReader or a fading page, may be drawn as well.
  await page.waitForFunction((ms) => performance.now() > window.changed + ms, AT_ONCE);
  assert.equal(await inked(page, DONE_ON_LIGHT), 0, "nothing in the colour of light pages");
  const ground = await readable(page);
  assert.ok(ground.contrast >= 4.5, JSON.stringify(ground));
  assert.deepEqual(said.thrown, []);
  await close();
  return ms;
}

for (const [at, [name, what, , change]] of SWITCHES.entries()) {
  test(`A14: a goal follows the page's change within 200 ms: ${what}`, async () => {
    const row = /** @type {any[]} */ ([name, what, false, ""]);
    found.push(row);
    // A busy machine may hold a page up for longer than that, but not three times.
    const times = [];
    while (times.length < 3 && !(times.at(-1) <= AT_ONCE)) times.push(await follow(at, change));
    assert.ok(times.at(-1) <= AT_ONCE, `${times} ms`);
    row[2] = true;
    row[3] = times.at(-1);
  });
}

for (const [at, [name, what, , isOwn]] of GROUNDS.entries()) {
  test(`A10: the picture is readable on ${what}`, async () => {
    const row = /** @type {any[]} */ ([name, what, false, ""]);
    found.push(row);
    const { page, close } = await site.open(`ground-${at}.html`);
    const { contrast, corner } = await readable(page);
    assert.equal(corner === 255, isOwn, "a ground of its own");
    assert.ok(contrast >= 4.5, `${contrast}`);
    row[2] = true;
    await close();
  });
}

/**
 * The contrast in a screenshot of the picture's text to its ground: the most frequent colour, against the
 * colour that differs most from it. Also the opacity of the picture's corner.
 */
async function readable(page) {
  const host = page.locator("goal-post canvas").first();
  const image = `data:image/png;base64,${(await host.screenshot()).toString("base64")}`;
  return page.evaluate(async (image) => {
    const picture = new Image();
    picture.src = image;
    await picture.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [picture.width, picture.height];
    const context = canvas.getContext("2d");
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const luminance = (at) => {
      const [r, g, b] = [0, 1, 2].map((channel) => {
        const value = data[at + channel] / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const all = Array.from({ length: data.length / 4 }, (_, at) => luminance(4 * at)).sort((a, b) => a - b);
    const ground = all[Math.floor(all.length / 2)];
    const contrasts = [all[Math.floor(all.length / 500)], all[all.length - 1 - Math.floor(all.length / 500)]].map(
      (text) => (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05),
    );
    const own = document.querySelector("goal-post").shadowRoot.querySelector("canvas");
    const [, , , corner] = own.getContext("2d").getImageData(0, 0, 1, 1).data;
    return { contrast: Math.max(...contrasts), ground, corner };
  }, image);
}
