// What is drawn in plain markup can be seen on the ground that it stands on: every shape and every word of the still, with
// its style sheet and by its attributes alone, as the browser computes their colours. What the widget draws on its canvas
// is held by tests/colours.rs, for every palette.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { toElement } from "../../dist/index.js";
import { report } from "../../www/tools/report.mjs";
import { contrast } from "./a11y.mjs";
import { built } from "./dist.mjs";

const gallery = JSON.parse(readFileSync(new URL("../../www/demo/_data/gallery.json", import.meta.url), "utf8"));
const TEXT = 4.5;
const MARK = 3;

const held = built();

/** Opens a page with the stills of all goals of the gallery, in the colours of a page. */
async function stills(colours, { linked = true, media = {} } = {}) {
  const page = await held.browser.newPage({ viewport: { width: 720, height: 800 } });
  await page.emulateMedia(media);
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Stills</title><link rel="icon" href="data:,">
    ${linked ? '<link rel="stylesheet" href="goalpost.css">' : ""}<style>body { ${colours} } .n { width: 360px }</style>
    ${gallery.map(({ goal }) => toElement(goal)).join("\n")}<div class="n">${gallery.map(({ goal }) => toElement(goal)).join("\n")}</div>`;
  await page.route("**/stills.html", (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto(`${held.server.url}stills.html`);
  return page;
}

/**
 * Runs in the page: of each kind of shape and text, as it is seen, the least contrast to the page's ground. A shape is seen
 * by whatever of its fill and its edge is farthest from the ground.
 */
function seen() {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return { rgb: [r, g, b], alpha: a / 255 };
  };
  const style = getComputedStyle(document.body);
  const ground = rgba(style.backgroundColor).rgb;
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((channel) => {
      const value = channel / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (colour, opacity) => {
    const { rgb, alpha } = rgba(colour);
    const over = rgb.map((value, at) => ground[at] + (value - ground[at]) * alpha * opacity);
    const [low, high] = [luminance(over), luminance(ground)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const opacityOf = (element) => {
    let opacity = 1;
    for (let at = element; at && at !== document.body; at = at.parentElement)
      opacity *= Number(getComputedStyle(at).opacity);
    return opacity;
  };
  const found = { marks: {}, words: {} };
  const keep = (kind, name, value) => (found[kind][name] = Math.min(found[kind][name] ?? 99, value));
  const nameOf = (element) => {
    const named = element.closest("[class]");
    return `${named === element ? "" : `${named.getAttribute("class")} `}${element.localName}.${element.getAttribute("class") ?? ""}`;
  };
  for (const element of document.querySelectorAll(".goalpost-still svg :is(rect, path, line)")) {
    const box = element.getBoundingClientRect();
    // What is not shown, the zero line, and the lines of a hatching, whose frame is seen.
    if ((!box.width && !box.height) || element.matches(".gp-base, .gp-open path")) continue;
    // The area below the line of work, which is its edge.
    if (element.matches(".gp-ahead:has(~ .gp-foot)")) continue;
    const { fill, stroke, fillOpacity, strokeOpacity } = getComputedStyle(element);
    const opacity = opacityOf(element);
    const parts = [
      [fill, fillOpacity],
      [stroke, strokeOpacity],
    ].filter(([colour]) => colour !== "none");
    // The areas for a pointer have no colour.
    if (parts.length > 0)
      keep(
        "marks",
        nameOf(element),
        Math.max(...parts.map(([colour, own]) => contrast(colour, Number(own) * opacity))),
      );
  }
  for (const element of document.querySelectorAll(".goalpost-still .gp-legend b")) {
    if (!element.getBoundingClientRect().width || getComputedStyle(element).fontSize !== "0px") continue;
    const { backgroundColor, borderTopColor, borderTopWidth } = getComputedStyle(element);
    const edge = parseFloat(borderTopWidth) ? contrast(borderTopColor, 1) : 1;
    keep("marks", nameOf(element), Math.max(contrast(backgroundColor, 1), edge));
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const isSample = element.matches(".gp-legend b") && getComputedStyle(element).fontSize === "0px";
    if (!walker.currentNode.textContent.trim() || isSample || !element.checkVisibility()) continue;
    const isDrawn = element instanceof SVGElement;
    const { color, fill, fillOpacity } = getComputedStyle(element);
    const value = isDrawn
      ? contrast(fill, Number(fillOpacity) * opacityOf(element))
      : contrast(color, opacityOf(element));
    keep("words", nameOf(element), value);
  }
  return found;
}

/** Name, the page's colours, and how the page is seen. @type {[string, string, any?][]} */
const PAGES = [
  ["light", "background: #fff; color: #1f2328"],
  ["dark", "background: #15181c; color: #e8eaed"],
  ["paper", "background: #fdf6e3; color: #073642"],
  ["grey text", "background: #fff; color: #595959"],
  ["grey text on dark", "background: #121212; color: #b0b0b0"],
  ["light, attributes alone", "background: #fff; color: #1f2328", { linked: false }],
  ["dark, attributes alone", "background: #15181c; color: #e8eaed", { linked: false }],
  ["light, more contrast", "background: #fff; color: #1f2328", { media: { contrast: "more" } }],
  ["dark, more contrast", "background: #15181c; color: #e8eaed", { media: { contrast: "more" } }],
];

const rows = [];
after(() => report("contrast", { title: "Contrast of the still", columns: ["page", "words", "marks"], rows }));

for (const [name, colours, options = {}] of PAGES) {
  test(`A10: every word and every mark of the still is seen on a page that is ${name}`, async () => {
    const page = await stills(colours, options);
    const { marks, words } = await page.evaluate(seen);
    const least = (all) => Math.min(...Object.values(all)).toFixed(2);
    rows.push([name, least(words), least(marks)]);
    assert.ok(Object.keys(marks).length >= 10 && Object.keys(words).length >= 10, "all kinds are looked at");
    const isMore = options.media?.contrast === "more";
    const faint = (all, limit) => Object.entries(all).filter(([, value]) => value < limit);
    assert.deepEqual(faint(words, isMore ? 7 : TEXT), []);
    assert.deepEqual(faint(marks, isMore ? TEXT : MARK), []);
    await page.close();
  });
}

test("A12: with forced colours the still has the system's alone, and its gauge is told apart from its track", async () => {
  const page = await stills("background: #fff; color: #1f2328", { media: { forcedColors: "active" } });
  const odd = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.forcedColorAdjust = "none";
    const rgb = (colour) => {
      probe.style.color = colour;
      return getComputedStyle(probe)
        .color.match(/[\d.]+/g)
        .slice(0, 3)
        .join();
    };
    const system = ["Canvas", "CanvasText", "Highlight", "GrayText"].map(rgb);
    const all = [...document.querySelectorAll(".goalpost-still svg *")].filter(
      (part) => part.getBoundingClientRect().width,
    );
    return all
      .filter((part) => part.matches("rect, path, line, text"))
      .flatMap((part) => {
        const { fill, stroke, opacity, fillOpacity } = getComputedStyle(part);
        const colours = [fill, stroke].filter((colour) => colour !== "none").map((c) => rgb(c));
        const isOdd =
          colours.some((colour) => !system.includes(colour)) || Number(opacity) < 1 || Number(fillOpacity) < 1;
        return isOdd ? [`${part.outerHTML} ${colours} ${opacity} ${fillOpacity}`] : [];
      });
  });
  assert.deepEqual(odd.slice(0, 3), []);
  const colour = (part, property) =>
    page
      .locator(part)
      .first()
      .evaluate((element, property) => getComputedStyle(element)[property], property);
  for (const [part, property] of [
    [".gp-arc", "stroke"],
    [".gp-bar", "fill"],
  ]) {
    // Chromium gives the highlight an opacity.
    const done = (await colour(`${part} .gp-fill`, property)).replace(/rgba\((.*), [\d.]+\)/, "rgb($1)");
    const apart = contrast(done, await colour(`${part} .gp-groove`, "fill"));
    assert.ok(apart >= MARK, `${part}: ${apart}`);
  }
  assert.equal(await colour(".gp-legend .gp-solid", "backgroundColor"), await colour(".gp-arc .gp-fill", "stroke"));
  await page.close();
});
