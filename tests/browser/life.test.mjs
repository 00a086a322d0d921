// A picture in a changing page: themes that switch, printing, fonts that load late, hidden boxes, zoom.

import assert from "node:assert/strict";
import { test } from "node:test";
import { blog, inked } from "./blog.mjs";
import { latin } from "./fonts.mjs";
import { frames, redraw, widthsFollow } from "./waits.mjs";

const site = blog();
const quiet = { errors: [], warnings: [], thrown: [] };

const [DONE_ON_LIGHT, DONE_ON_DARK] = [
  [0x0b, 0x6f, 0xa8],
  [0x4a, 0xa3, 0xd8],
];
/** Milliseconds within which a change must be drawn. */
const AT_ONCE = 200;

/** The number of drawings so far. */
const drawings = (page) => page.evaluate(() => window.drawings.length);

/** Makes a change, and waits for its drawing. */
async function change(page, make) {
  const took = await redraw(page, make);
  assert.ok(took <= AT_ONCE, `${took} ms`);
}

/** Does the same with a change made in the page. */
const changeIn = (page, make) => change(page, () => page.evaluate(make));

/** The picture of each goal. */
const pictures = (page) =>
  page
    .locator("goal-post")
    .evaluateAll((all) => all.map(({ shadowRoot }) => shadowRoot.querySelector("canvas")?.toDataURL()));

async function assertDone(page, colour, when) {
  const other = colour === DONE_ON_DARK ? DONE_ON_LIGHT : DONE_ON_DARK;
  assert.ok((await inked(page, colour)) > 5_000, `${when}: the colour of work done`);
  assert.equal(await inked(page, other), 0, `${when}: nothing in that of the other theme`);
}

const NIGHT = "background: #15181c; color: #ddd";

for (const [toggle, selector, set] of [
  ["data-theme", "[data-theme=dark]", () => (document.documentElement.dataset.theme = "dark")],
  ["data-mode", "[data-mode=dark]", () => (document.documentElement.dataset.mode = "dark")],
  ["data-bs-theme", "[data-bs-theme=dark]", () => document.documentElement.setAttribute("data-bs-theme", "dark")],
  ["the class dark", ".dark", () => document.documentElement.classList.add("dark")],
  ["a class of the body", "html:has(body.night)", () => document.body.classList.add("night")],
]) {
  test(`A14: a goal follows the page's own switch: ${toggle}`, async () => {
    const { page, said, close } = await site.open("embeds/element/");
    await page.addStyleTag({ content: `${selector}, ${selector} body { ${NIGHT} !important }` });
    await assertDone(page, DONE_ON_LIGHT, "before");
    await changeIn(page, set);
    await assertDone(page, DONE_ON_DARK, "after the switch");
    assert.deepEqual([said.errors, said.thrown], [[], []]);
    await close();
  });
}

test("A14: a goal follows the system's colour scheme, unless it has an explicit theme", async () => {
  const { page, close } = await site.open("embeds/element/", { colorScheme: "light" });
  await page.addStyleTag({ content: `@media (prefers-color-scheme: dark) { html, body { ${NIGHT} !important } }` });
  await change(page, () => page.emulateMedia({ colorScheme: "dark" }));
  await assertDone(page, DONE_ON_DARK, "in the dark");
  await changeIn(page, () => document.querySelector("goal-post").setAttribute("theme", "light"));
  await assertDone(page, DONE_ON_LIGHT, "with theme=light");
  await page.emulateMedia({ colorScheme: "light" });
  await changeIn(page, () => document.querySelector("goal-post").setAttribute("theme", "dark"));
  await assertDone(page, DONE_ON_DARK, "with theme=dark");
  await close();
});

test("a page's custom properties set the colours, and forced colours win", async () => {
  const { page, close } = await site.open("embeds/element/");
  await page.addStyleTag({ content: ":root.own { --goalpost-done: #117733 }" });
  await changeIn(page, () => document.documentElement.classList.add("own"));
  assert.ok((await inked(page, [0x11, 0x77, 0x33])) > 5_000, "the page's green");
  await change(page, () => page.emulateMedia({ forcedColors: "active" }));
  assert.equal(await inked(page, [0x11, 0x77, 0x33]), 0, "no green among forced colours");
  const highlight = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.cssText = "color: Highlight; forced-color-adjust: none";
    return getComputedStyle(probe).color.match(/\d+/g).slice(0, 3).map(Number);
  });
  assert.ok((await inked(page, highlight)) > 5_000, `the system's highlight, ${highlight}`);
  await close();
});

test("A19: in print a dark page's picture is dark on white, and afterwards it is as before", async () => {
  const { page, close } = await site.open("embeds/dark/");
  await assertDone(page, DONE_ON_DARK, "on the screen");
  await change(page, () => page.emulateMedia({ media: "print" }));
  await assertDone(page, DONE_ON_LIGHT, "on paper");
  await change(page, () => page.emulateMedia({ media: "screen" }));
  await assertDone(page, DONE_ON_DARK, "on the screen again");
  await close();
});

test("on paper narrower than the window the picture is scaled down", async () => {
  const { page, said, close } = await site.open("embeds/element/", { viewport: { width: 1400, height: 900 } });
  const size = (width) =>
    page.evaluate((width) => {
      const canvas = document.querySelector("goal-post").shadowRoot.querySelector("canvas");
      // Print layout happens without any event, so nothing is drawn for it.
      canvas.parentElement.style.width = width;
      const { width: across, height } = canvas.getBoundingClientRect();
      return { across, height };
    }, width);
  const screen = await size("");
  await page.emulateMedia({ media: "print" });
  const paper = await size("400px");
  assert.equal(paper.across, 400);
  assert.ok(Math.abs(paper.height - (400 * screen.height) / screen.across) < 1, JSON.stringify([screen, paper]));
  assert.ok((await page.pdf({ format: "A5" })).length > 10_000, "and it is printed");
  assert.deepEqual(said, quiet);
  await close();
});

test("a font that loads late costs one more drawing", async () => {
  const late = (page) =>
    page.route("**/late.woff2", async (route) => {
      await frames(page);
      await route.fulfill({ path: latin });
    });
  const { page, close } = await site.open("embeds/element/", { prepare: late });
  const before = await drawings(page);
  const outcome = await page.evaluate(async () => {
    const font = new FontFace("Late", "url(late.woff2)");
    document.fonts.add(font);
    document.querySelector("goal-post").style.fontFamily = "Late, sans-serif";
    return font.load().then(
      () => "loaded",
      (error) => String(error),
    );
  });
  assert.equal(outcome, "loaded");
  await page.waitForFunction((before) => window.drawings.length > before, before);
  // A second drawing would happen in one of these frames.
  await frames(page);
  assert.equal((await drawings(page)) - before, 1, "drawings for the font");
  await close();
});

test("hidden goals are drawn when they are shown: details, tabs, boxes without width", async () => {
  const hide = (page) =>
    page.addInitScript(() => {
      addEventListener("DOMContentLoaded", () => {
        const [details, tab] = ["details", "div"].map((tag) => document.createElement(tag));
        tab.hidden = true;
        const goal = document.querySelector("goal-post");
        for (const box of [details, tab]) {
          goal.before(box);
          box.append(goal.cloneNode(true));
        }
      });
    });
  const { page, said, close } = await site.open("embeds/element/", { prepare: hide });
  const states = () => page.locator("goal-post").evaluateAll((all) => all.map(({ dataset }) => dataset.state));
  assert.deepEqual(await states(), ["loading", "loading", "drawn"]);
  await page.evaluate(() => {
    document.querySelector("main details, details").open = true;
    document.querySelector("[hidden]").hidden = false;
  });
  await page.waitForFunction(() =>
    [...document.querySelectorAll("goal-post")].every(({ dataset }) => dataset.state === "drawn"),
  );
  const widths = await page
    .locator("goal-post canvas")
    .evaluateAll((all) => all.map((canvas) => canvas.getBoundingClientRect().width));
  assert.ok(
    widths.every((width) => width > 300),
    widths.join(),
  );

  await page.evaluate(() => (document.querySelectorAll("goal-post")[1].parentElement.hidden = true));
  await page.setViewportSize({ width: 500, height: 800 });
  await page.evaluate(() => (document.querySelectorAll("goal-post")[1].parentElement.hidden = false));
  // As wide as its box is by now.
  await widthsFollow(page);
  const { width } = await page.locator("goal-post canvas").nth(1).boundingBox();
  assert.ok(width > 240 && width < 500, `${width} px`);
  assert.deepEqual(said, quiet);
  await close();
});

test("the page's rules for its own canvases and tables do not reach the picture", async () => {
  const { page, close } = await site.open("embeds/element/");
  const size = () =>
    page.evaluate(() => {
      const canvas = document.querySelector("goal-post").shadowRoot.querySelector("canvas");
      const { width, height } = canvas.getBoundingClientRect();
      return [width, height, canvas.width, canvas.height];
    });
  const before = await size();
  await page.addStyleTag({
    content: `canvas, img { max-width: 50%; height: auto !important; border: 9px solid }
      table, td { display: block; border: 9px solid; font-size: 40px }`,
  });
  // A changed box would be drawn in one of these frames.
  await frames(page);
  assert.deepEqual(await size(), before);
  await close();
});

test("A15: zooming keeps the picture crisp: one device pixel in the canvas for one on the screen", async () => {
  const { page, close } = await site.open("embeds/element/");
  const session = await page.context().newCDPSession(page);
  for (const ratio of [2, 1.25, 3, 1]) {
    const before = await drawings(page);
    await session.send("Emulation.setDeviceMetricsOverride", {
      // As zooming does: the window keeps its device pixels.
      width: Math.round(1800 / ratio),
      height: 900,
      deviceScaleFactor: ratio,
      mobile: false,
    });
    await page.waitForFunction((ratio) => {
      const canvas = document.querySelector("goal-post").shadowRoot.querySelector("canvas");
      return devicePixelRatio === ratio && canvas.width === Math.round(parseFloat(canvas.style.width) * ratio);
    }, ratio);
    // Further drawings would happen in these frames.
    await frames(page);
    const draws = (await drawings(page)) - before;
    assert.ok(draws >= 1 && draws <= 2, `${draws} drawings at ${ratio}`);
  }
  await close();
});

test("A13: an idle page has no drawing, no frame and no animation", async () => {
  const still = (page) =>
    page.addInitScript(() => {
      window.asked = 0;
      const { requestAnimationFrame } = window;
      window.requestAnimationFrame = (callback) => {
        window.asked++;
        return requestAnimationFrame(callback);
      };
    });
  const { page, close } = await site.open("embeds/element/", { prepare: still });
  await frames(page);
  const seen = () => page.evaluate(() => [window.drawings.length, window.asked]);
  const [draws, asked] = await seen();
  // A second of frames that the test requests: anything that moves would use one of them.
  await frames(page, 60);
  assert.deepEqual(await seen(), [draws, asked]);
  assert.ok(draws <= 2, `${draws} drawings in all`);
  assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
  await close();
});

test("a picture does not wait for a table of more than a year, which is complete within a second", async () => {
  const { page, said, close } = await site.open("embeds/element/");
  const rows = await page.evaluate(async () => {
    const post = document.querySelector("goal-post");
    const count = () => post.shadowRoot.querySelectorAll("tbody tr").length;
    const drawn = new Promise((resolve) => post.addEventListener("goalpost:drawn", () => resolve(count())));
    post.querySelector("script").textContent = JSON.stringify({
      planned: Array(120).fill(2),
      done: Array(120).fill(1),
    });
    post.refresh();
    const first = await drawn;
    const from = performance.now();
    while (count() < 120 && performance.now() < from + 1_200) await new Promise(requestAnimationFrame);
    return [first, count(), ...[...post.shadowRoot.querySelectorAll("tbody th")].map((cell) => cell.textContent)];
  });
  assert.deepEqual(rows, [52, 120, ...Array.from({ length: 120 }, (_, index) => `Week ${index + 1}`)]);
  assert.deepEqual(said, quiet);
  await close();
});

test("after an exception of the page during a drawing, a fresh instance draws every goal", async () => {
  const { page, said, close } = await site.open("embeds/many/", { count: 10, viewport: ALL_IN_VIEW });
  const before = await pictures(page);
  // The core cannot catch this exception, just as it cannot catch a panic: its borrows stay open.
  await page.evaluate(() => {
    const context = document.querySelector("goal-post").shadowRoot.querySelector("canvas").getContext("2d");
    context.fillRect = () => {
      delete context.fillRect;
      throw new Error("a fault");
    };
    document.documentElement.style.cssText = "background: #111; color: #eee";
    document.body.style.cssText = "background: #111; color: #eee";
  });
  await recovered(page);
  await page.evaluate(() => (document.documentElement.dataset.theme = "dark"));
  await frames(page);
  assert.deepEqual(said.thrown, [], "it stays in the widget");
  const after = await pictures(page);
  assert.ok(
    after.every((picture, index) => picture !== before[index]),
    "all goals are drawn in the dark, its own as well",
  );
  assert.equal(new Set(after).size, 10, "and whole");
  assert.equal(await page.evaluate(() => window.instances), 2);
  await close();
});

const ALL_IN_VIEW = { width: 900, height: 6_000 };

/** Waits until a fresh instance has taken over, and has drawn every goal or reported a failure. */
async function recovered(page) {
  await page.waitForFunction(() => window.instances > 1 && !document.querySelector("goal-post[data-state=loading]"));
  // Any other fault would happen in these frames.
  await frames(page);
}

/** Makes the page dark and lets drawings fail where `faulty` is true. Returns the states and pictures afterwards. */
async function faulting(page, faulty) {
  await page.evaluate((faulty) => {
    const { prototype } = CanvasRenderingContext2D;
    const { fillRect } = prototype;
    const isFaulty = new Function("canvas", `return ${faulty}`);
    prototype.fillRect = function (...given) {
      if (isFaulty(this.canvas)) throw new WebAssembly.RuntimeError("unreachable");
      return fillRect.apply(this, given);
    };
    document.documentElement.dataset.theme = "dark";
    document.body.style.cssText = "background: #111; color: #eee";
  }, faulty);
  await recovered(page);
  const states = await page.locator("goal-post").evaluateAll((all) => all.map(({ dataset }) => dataset.state));
  return { states, pictures: await pictures(page) };
}

test("after a fault of the core every goal is drawn again", async () => {
  const { page, said, close } = await site.open("embeds/many/", { count: 10, viewport: ALL_IN_VIEW });
  const before = await pictures(page);
  const after = await faulting(page, "!window.met && (window.met = true)");
  assert.deepEqual(said.thrown, []);
  assert.deepEqual(after.states, Array(10).fill("drawn"));
  assert.ok(
    after.pictures.every((picture, index) => picture && picture !== before[index]),
    "in the dark, all of them",
  );
  assert.equal(new Set(after.pictures).size, 10, "and whole");
  await close();
});

test("a goal whose drawing always fails shows the page's own content, and the others are drawn", async () => {
  const { page, said, close } = await site.open("embeds/many/", { count: 10, viewport: ALL_IN_VIEW });
  await page.evaluate(() => (document.querySelectorAll("goal-post")[3].style.width = "333px"));
  await widthsFollow(page);
  const { states } = await faulting(page, "canvas.width === 333");
  assert.deepEqual(
    states,
    Array.from({ length: 10 }, (_, index) => (index === 3 ? "error" : "drawn")),
  );
  assert.deepEqual(said.thrown, []);
  const slot = await page
    .locator("goal-post")
    .nth(3)
    .evaluate(({ shadowRoot }) => [...shadowRoot.children].map(({ localName }) => localName));
  assert.deepEqual(slot, ["slot", "table"], "here a plain table, for it has no other");
  await close();
});
