// One core, several outputs: Node writes what the canvas shows, and the widget replaces it without a layout shift.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { progress, toElement, toHtml } from "../../dist/index.js";
import { launch } from "../../www/tools/browser.mjs";
import { serve } from "../../www/tools/serve.mjs";
import { frames, layoutShifts } from "./waits.mjs";

const read = (name) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), "utf8");
const real = JSON.parse(read("goals/kubernetes.json"));
const good = JSON.parse(read("good.json")).map(({ name, json, value }) => ({
  name,
  text: json ?? JSON.stringify(value),
}));

let browser;
let server;
before(async () => {
  server = await serve(fileURLToPath(new URL("../../dist", import.meta.url)));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/**
 * A page with this body, from the folder of the package.
 * @param {string} body
 * @param {{ width?: number, script?: boolean, prepare?: (page: import("playwright-core").Page) => unknown }} options
 */
async function open(body, { width = 1000, script = true, prepare = () => {} } = {}) {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const head = `<!doctype html><meta charset="utf-8"><title>Outlets</title><link rel="icon" href="data:,">
    <link rel="stylesheet" href="goalpost.css"><body style="margin:0">`;
  const tail = script ? '<script type="module" src="goalpost.js"></script>' : "";
  await page.route("**/page.html", (route) => route.fulfill({ contentType: "text/html", body: head + body + tail }));
  await page.addInitScript(() => {
    window.announced = [];
    for (const type of ["goalpost:drawn", "goalpost:error"])
      addEventListener(type, ({ detail }) => window.announced.push({ type, detail }));
  });
  await prepare(page);
  await page.goto(`${server.url}page.html`);
  return page;
}

async function announced(page) {
  await page.waitForFunction(() => window.announced.length > 0, undefined, { timeout: 15_000 });
  const [first] = await page.evaluate(() => window.announced);
  return first;
}

/** Runs in the page before its scripts: records the drawing on each canvas, in the canvas' own units. */
function record() {
  const { prototype } = CanvasRenderingContext2D;
  const drawn = new WeakMap();
  let points = [];
  const keep = (context, mark) => drawn.set(context.canvas, [...(drawn.get(context.canvas) ?? []), mark]);
  const on = {
    setTransform: (context) => drawn.delete(context.canvas),
    beginPath: () => (points = []),
    moveTo: (_, x, y) => points.push([x, y]),
    lineTo: (_, x, y) => points.push([x, y]),
    fill: (context) => keep(context, { polygon: points }),
    stroke: (context) => keep(context, { path: points, width: context.lineWidth }),
    fillRect: (context, x, y, width, height) => keep(context, { rect: [x, y, width, height] }),
    fillText: (context, text, x, y) => {
      const [, bold, size] = /^(bold )?.*?([\d.]+)px/.exec(context.font);
      keep(context, { text, at: [x, y], anchor: context.textAlign, size: Number(size), bold: Boolean(bold) });
    },
  };
  for (const [name, seen] of Object.entries(on)) {
    const original = prototype[name];
    prototype[name] = function (...given) {
      seen(this, ...given);
      return original.apply(this, given);
    };
  }

  /** The marks of an SVG document in the same form, without its ground and its frames. */
  window.marksOf = (svg) => {
    const document = new DOMParser().parseFromString(svg, "image/svg+xml");
    if (document.querySelector("parsererror")) throw new Error(document.querySelector("parsererror").textContent);
    const [name, words] = ["title", "desc"].map((tag) => document.querySelector(tag).textContent);
    const value = (element, ...names) => names.map((name) => 16 * Number(element.getAttribute(name)));
    const points = (element) => {
      const pairs = element.getAttribute("d").replace("Z", "").split(/[ML]/).slice(1);
      return pairs.map((pair) => pair.split(" ").map((px) => 16 * Number(px)));
    };
    const anchors = { start: "start", middle: "center", end: "end" };
    const isLine = (element) => element.getAttribute("fill") === "none";
    const read = {
      rect: (element) => (isLine(element) ? undefined : { rect: value(element, "x", "y", "width", "height") }),
      path: (element) =>
        isLine(element)
          ? { path: points(element), width: value(element, "stroke-width")[0] }
          : { polygon: points(element) },
      text: (element) => ({
        text: element.textContent.trim(),
        at: value(element, "x"),
        anchor: anchors[element.getAttribute("text-anchor")],
        size: value(element, "font-size")[0],
        bold: element.getAttribute("font-weight") === "bold",
      }),
    };
    const marks = [...document.documentElement.children].filter(({ localName }) => localName in read).slice(1);
    return { name, words, marks: marks.map((element) => read[element.localName](element)).filter(Boolean) };
  };

  /** Draws a goal with the widget and with the package's function, with the same text measurer. */
  window.both = async (text, { width, view, direction }) => {
    const { toSvg } = await import(new URL("index.js", document.baseURI).href);
    const post = document.createElement("goal-post");
    const data = document.createElement("script");
    data.type = "application/json";
    data.textContent = text;
    post.append(data);
    post.style.width = `${width}px`;
    post.setAttribute("theme", "auto");
    if (view) post.setAttribute("view", view);
    if (direction) post.setAttribute("dir", direction);
    const announced = new Promise((resolve) => {
      post.addEventListener("goalpost:drawn", ({ detail }) => resolve(detail), { once: true });
      post.addEventListener("goalpost:error", ({ detail }) => resolve(detail), { once: true });
    });
    document.body.prepend(post);
    const detail = await announced;
    const canvas = post.shadowRoot.querySelector("canvas");
    // The language selects the glyphs of a font, and so the width.
    const measuring = document.createElement("canvas");
    measuring.lang = canvas.lang;
    const context = measuring.getContext("2d");
    const font = getComputedStyle(post).fontFamily;
    const measureText = (text, { size, bold }) => {
      context.font = `${bold ? "bold" : "normal"} ${size * 16}px ${font}`;
      return context.measureText(text).width / 16;
    };
    const height = parseFloat(canvas.style.height);
    const svg = toSvg(text, { width, height, view, direction, font, measureText });
    const words = post.shadowRoot.querySelector(".summary").textContent;
    // In markup, any white space is a space.
    const spaced = (text) => text.trim().replace(/\s/g, " ");
    const marks = drawn.get(canvas).map((mark) => (mark.text ? { ...mark, text: spaced(mark.text) } : mark));
    const result = {
      detail,
      canvas: { name: spaced(canvas.getAttribute("aria-label")), words: spaced(words), marks },
      svg: window.marksOf(svg),
    };
    post.remove();
    return result;
  };
}

/** Whether two marks are the same, within the precision of the canvas' units and the SVG's decimals. */
function near(one, other) {
  if (typeof one === "number" && typeof other === "number") return Math.abs(one - other) <= 1;
  if (typeof one !== "object" || typeof other !== "object") return one === other;
  return Object.keys({ ...one, ...other }).every((key) => near(one[key], other[key]));
}

test("the same goal has the same layout, to the unit, and the same words on canvas and in SVG", async () => {
  const page = await open("", { prepare: (page) => page.addInitScript(record) });
  const views = [240, 360, 640, 960].flatMap((width) =>
    [undefined, "burnup", "compact"].map((view) => ({
      name: `the real goal at ${width}, ${view}`,
      text: JSON.stringify(real),
      width,
      view,
    })),
  );
  const mirrored = { name: "the real goal, mirrored", text: JSON.stringify(real), width: 640, direction: "rtl" };
  const cases = [...views, mirrored, ...good.map((goal) => ({ ...goal, width: 640 }))];
  let marks = 0;
  for (const { name, text, ...options } of cases) {
    const { detail, canvas, svg } = await page.evaluate(
      ([text, options]) => window.both(text, options),
      [text, options],
    );
    assert.deepEqual([svg.name, svg.words], [canvas.name, canvas.words], name);
    // A frame is four grid-aligned rectangles on the canvas, and one in SVG.
    const drawn = canvas.marks.map((mark) => (mark.text ? { ...mark, at: mark.at.slice(0, 1) } : mark));
    let at = 0;
    for (const mark of svg.marks) {
      while (at < drawn.length && !near(drawn[at], mark)) {
        assert.ok(
          drawn[at].rect,
          `${name}: ${JSON.stringify(drawn[at])} on the canvas, ${JSON.stringify(mark)} in SVG`,
        );
        at++;
      }
      assert.ok(at < drawn.length, `${name}: ${JSON.stringify(mark)} is not on the canvas`);
      at++;
    }
    assert.ok(
      drawn.slice(at).every(({ rect }) => rect),
      `${name}: the canvas has more marks`,
    );
    assert.deepEqual(detail, progress(text), name);
    marks += canvas.marks.length;
  }
  assert.ok(marks > cases.length * 10, `${marks} marks in ${cases.length} pictures`);
  await page.close();
});

test("the static figure is as good as the widget, and readable without its style", async () => {
  const hostile = {
    title: '</script><script>alert(1)</script> ]]> <!-- \u0001 & "q"\n\n',
    planned: [6, 8],
    done: [6, 6],
  };
  for (const html of [toHtml(real), toHtml(hostile), toHtml(hostile, { view: "compact", theme: "dark" })]) {
    const page = await open(html, { script: false });
    const seen = await page.evaluate((html) => {
      const figure = document.querySelector("figure.goalpost-still");
      const xml = new DOMParser().parseFromString(html, "application/xml").querySelector("parsererror");
      const boxes = [...figure.querySelectorAll(":scope > svg")].map((svg) => svg.getBoundingClientRect());
      return {
        scripts: document.scripts.length,
        xml: xml?.textContent,
        rows: figure.querySelectorAll("tbody tr").length,
        words: figure.querySelector("p:not([class])").textContent,
        width: figure.getBoundingClientRect().width,
        pictures: boxes.filter(({ width, height }) => width > 200 && height > 0).length,
      };
    }, html);
    assert.deepEqual([seen.scripts, seen.xml], [0, undefined]);
    assert.ok(seen.rows >= 2 && seen.width >= 640 && seen.pictures >= 1, JSON.stringify(seen));
    assert.match(seen.words, /83\.3|85\.7/);
    assert.doesNotMatch(html, /\n\s*\n/, "an empty line would end it in Markdown");
    await page.close();
  }
});

test("the widget replaces the static figure in the same box, and nothing moves", async () => {
  const after = "<p id='after'>And so on.</p>";
  for (const [width, view] of /** @type {const} */ ([
    [360, undefined],
    [640, "burnup"],
    [900, undefined],
    [500, "compact"],
  ])) {
    const page = await open(toElement({ ...real, lang: "ko" }, { view }) + after, {
      width,
      prepare: async (page) => {
        await page.route("**/goalpost.wasm", async (route) => {
          await page.waitForFunction(() => window.still).catch(() => {});
          await route.continue();
        });
      },
    });
    const top = () => page.locator("#after").evaluate((element) => element.getBoundingClientRect().top);
    const before = await top();
    assert.ok(
      (await page.locator(".goalpost-still > svg >> visible=true").count()) >= 1,
      `${width}: a picture is seen before the script has arrived`,
    );
    await page.evaluate(() => (window.still = true));
    const { type } = await announced(page);
    assert.equal(type, "goalpost:drawn");
    await frames(page);
    assert.ok(Math.abs((await top()) - before) < 1, `${width}, ${view}: ${before} before, ${await top()} after`);
    assert.deepEqual(await layoutShifts(page), [], `${width}, ${view}`);
    await page.close();
  }
});

const task = (done, title) =>
  `<li class="task-list-item"><input type="checkbox" class="task-list-item-checkbox" disabled` +
  `${done ? " checked" : ""}> ${title}</li>`;
const lists = {
  "headings, as kramdown writes them": `<h2 id="goals">Kubernetes <a class="anchor" href="#goals">#</a></h2>
    <p>So far:</p>
    <h3>1주차 - 2019.09.29</h3><ul>${task(true, "Pod")}${task(true, "<a href='/x'>Service</a>")}</ul>
    <h3>2주차 - 2019.10.5</h3><h4>Object</h4><ul>${task(true, "Volume")}</ul>
    <h4>Controller</h4><ul>${task(false, "Deployment")}</ul>
    <h2>Else</h2><ul>${task(false, "Not of the goal")}</ul>`,
  "nested entries": `<section id="goals"><h2>Kubernetes</h2>
    <ul><li>1주차 - 2019.09.29<ul>${task(true, "Pod")}${task(true, "Service")}</ul></li>
    <li><p>2주차 - 2019.10.5</p><ul><li>Object<ul>${task(true, "Volume")}</ul></li>
    <li>Controller<ul>${task(false, "Deployment")}</ul></li></ul></li></ul></section>`,
};

for (const [name, list] of Object.entries(lists)) {
  test(`a task list in the post is a goal: ${name}`, async () => {
    const page = await open(`<goal-post from="#goals"><p>My own words.</p></goal-post>${list}`);
    const { type, detail } = await announced(page);
    assert.equal(type, "goalpost:drawn", JSON.stringify(detail));
    assert.equal(detail.title, "Kubernetes");
    assert.deepEqual(
      detail.weeks.map(({ label, date, planned, done }) => [label, date, planned, done]),
      [
        ["1주차", "2019-09-29", 2, 2],
        ["2주차", "2019-10-05", 2, 1],
      ],
    );
    const tasks = await page.evaluate(async () => {
      const { read } = await import(new URL("goalpost.tasks.js", document.baseURI).href);
      return read("#goals").tasks;
    });
    assert.deepEqual(
      tasks.map(({ title, group }) => [title, group]),
      [
        ["Pod", undefined],
        ["Service", undefined],
        ["Volume", "Object"],
        ["Deployment", "Controller"],
      ],
    );
    assert.equal(
      await page.locator("goal-post").innerHTML(),
      "<p>My own words.</p>",
      "the element's content stays as it is",
    );
    await page.close();
  });
}

test("a flat list is one week; later ticks count after a refresh", async () => {
  const page = await open(
    `<ul id="goals">${task(true, "One")}${task(false, "Two")}</ul><goal-post from="#goals"></goal-post>`,
  );
  const first = await announced(page);
  assert.deepEqual([first.detail.overall, first.detail.weeks.length], [0.5, 1]);
  await page.evaluate(() => {
    document.querySelectorAll("input")[1].checked = true;
    document.querySelector("goal-post").refresh();
  });
  await page.waitForFunction(() => window.announced.length === 2);
  assert.equal(await page.evaluate(() => window.announced[1].detail.overall), 1);
  await page.close();
});

test("a missing list is reported in place, by name", async () => {
  for (const [from, body, message] of /** @type {const} */ ([
    ["#gone", "", /#gone/],
    ["#empty", "<div id=empty></div>", /there is no task list/],
    ["#1", "", /nothing in the page is "#1"/],
    ["p >", "", /no CSS selector/],
  ])) {
    const page = await open(`<goal-post from="${from}"><p>My own words.</p></goal-post>${body}`);
    const { type, detail } = await announced(page);
    assert.equal(type, "goalpost:error");
    assert.deepEqual([detail.problems.length, detail.problems[0].path], [1, "from"]);
    assert.match(detail.problems[0].message, message);
    assert.match(await page.locator("goal-post .problems").textContent(), message);
    assert.ok(await page.getByText("My own words.").isVisible());
    await page.close();
  }
});
