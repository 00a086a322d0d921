// The accessibility criteria of criteria.mjs. Other files test keys and pointers, all pages of the demo
// (pages.test.mjs), changes of the page (life.test.mjs) and colours (colours.rs).

import assert from "node:assert/strict";
import { test } from "node:test";
import { english, openTables, put, tree, watchPaper, weeks } from "./a11y.mjs";
import { blog, oracle } from "./blog.mjs";
import { frames, redraw } from "./waits.mjs";

const site = blog();
const korean = "2019/goal-jam/";

test("A1: the name has the kind of picture", async () => {
  const { page, close } = await site.open("embeds/views/", { count: 3 });
  const names = (await tree(page))
    .filter(({ role, name }) => role === "image" && name.startsWith("Kubernetes"))
    .map(({ name }) => name);
  const headline = "83.3%, 20 of 24 lectures";
  assert.deepEqual(names, [
    `Kubernetes from the ground up: chart of the progress week by week, ${headline}`,
    `Kubernetes from the ground up: chart of the work done against the plan, ${headline}`,
    `Kubernetes from the ground up: gauge of the progress, ${headline}`,
  ]);
  await close();
});

test("A3: a visible summary says how much is done, out of how much, how far behind, and how long the rest takes", async () => {
  const { page, announced, close } = await site.open(english);
  const [{ detail }] = await announced();
  await page.evaluate(() => document.querySelector("goal-post").shadowRoot.querySelector("canvas").remove());
  const summary = page.locator("goal-post .summary");
  assert.ok(await summary.isVisible());
  const { done, planned, unit, overall, jam, pace, weeks, forecast } = detail;
  const [chance, ...later] = forecast.chances;
  assert.deepEqual([jam.clearedIn - weeks.length, later], [1, [1]], "one week after the plan, and then surely");
  const sentences = [
    `${done} of ${planned} ${unit} done: ${(overall * 100).toFixed(1)}%.`,
    `Behind the plan since Week ${jam.since}, by ${jam.depth} ${unit} now.`,
    `At the usual pace of ${pace} ${unit} a week, that clears 1 week after the planned weeks.`,
    `Absent in ${weeks.find(({ status }) => status === "absent").label}.`,
    `All done within ${forecast.p50} week: ${100 * chance}%; within ${forecast.p85} weeks: almost surely ` +
      `(roughly, judging by only ${forecast.history} weeks).`,
  ];
  assert.equal(await summary.textContent(), sentences.join(" "));
  await close();
});

test("A4: the table beside the picture has a caption with the unit, headers, a row a week and every value", async () => {
  const { page, close } = await site.open(english);
  const tables = async () => (await tree(page)).filter(({ role }) => role === "table");
  assert.equal((await tables()).length, 0, "closed, it is left out");
  await page.locator(".goal summary").press("Enter");
  assert.deepEqual(
    (await tables()).map(({ name }) => name),
    ["Kubernetes from the ground up (lectures)"],
  );
  const nodes = await tree(page);
  const named = (wanted) => nodes.filter(({ role }) => role === wanted).map(({ name }) => name);
  const counted = ["Planned", "Carried in", "To do", "Done"];
  assert.deepEqual(named("columnheader"), ["Week", "Date", ...counted, "Completed", "Carried over", "Note"]);
  assert.deepEqual(
    named("rowheader"),
    oracle.map((_, index) => `Week ${index + 1}`),
  );
  const cells = named("cell");
  assert.equal(cells.length, 5 * 8);
  oracle.forEach((week, index) => {
    const { planned, carriedIn, load, done, carriedOut } = week;
    const row = cells.slice(index * 8, index * 8 + 8);
    assert.deepEqual(
      [row[1], row[2], row[3], row[4], row[6]],
      [planned, carriedIn, load, done, carriedOut].map(String),
    );
  });
  assert.match(cells[3 * 8 + 7], /^Absent · Not well/);
  assert.equal(await page.locator("goal-post canvas table").count(), 0);
  await close();
});

test("reading order: the group's name, the picture, its weeks, the summary, the table", async () => {
  const { page, close } = await site.open(english);
  await openTables(page);
  await page.locator("goal-post .menu").waitFor();
  const ours = await page.evaluate(() => {
    const walker = document.createTreeWalker(
      document.querySelector("goal-post").shadowRoot.querySelector(".goal"),
      NodeFilter.SHOW_ELEMENT,
    );
    const order = [];
    while (walker.nextNode()) {
      const { localName, className } = /** @type {Element} */ (walker.currentNode);
      if (["canvas", "summary", "table", "button"].includes(localName) || ["slider", "summary"].includes(className))
        order.push(className || localName);
    }
    return order;
  });
  assert.deepEqual(ours, ["canvas", "slider", "summary", "summary", "table", ...Array(5).fill("button")]);
  const group = (await tree(page)).find(
    ({ role, name }) => role === "group" && name === "Kubernetes from the ground up",
  );
  assert.ok(group);
  await close();
});

test("A12: with forced colours only the system's are used, within 200 ms", async () => {
  const { page, close } = await site.open("embeds/rtl/");
  const took = await redraw(page, () => page.emulateMedia({ forcedColors: "active" }));
  assert.ok(took <= 200, `${took} ms`);
  const { odd, solid } = await page.evaluate(() => {
    const root = document.querySelector("goal-post").shadowRoot;
    const canvas = root.querySelector("canvas");
    const system = ["Canvas", "CanvasText", "Highlight", "GrayText"].map((name) => {
      const probe = document.body.appendChild(document.createElement("i"));
      probe.style.cssText = `forced-color-adjust: none; color: ${name}`;
      // Without the opacity that Chromium gives to the highlight.
      return getComputedStyle(probe).color.match(/\d+/g).slice(0, 3).join();
    });
    const { data, width } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const same = (at, other) => [0, 1, 2, 3].every((channel) => data[at + channel] === data[other + channel]);
    const counts = { odd: {}, solid: 0 };
    for (let at = 4 * width; at < data.length - 4 * width; at += 4) {
      // A pixel whose neighbours are the same is not part of a smoothed edge.
      const flat = [at - 4, at + 4, at - 4 * width, at + 4 * width].every((other) => same(at, other));
      if (data[at + 3] !== 255 || !flat) continue;
      const colour = [...data.subarray(at, at + 3)].join();
      if (system.includes(colour)) counts.solid++;
      else counts.odd[colour] = (counts.odd[colour] ?? 0) + 1;
    }
    return counts;
  });
  assert.ok(solid > 10_000, `${solid} pixels of the system's colours`);
  assert.deepEqual(odd, {});
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowLeft");
  const colours = await page.evaluate(() => {
    const root = document.querySelector("goal-post").shadowRoot;
    const { color, backgroundColor } = getComputedStyle(root.querySelector(".tip"));
    const { borderTopColor } = getComputedStyle(root.querySelector(".marker"), "::after");
    return { color, backgroundColor, borderTopColor };
  });
  // The browser itself gives the tooltip and the marker their colours.
  assert.deepEqual(colours, {
    color: "rgb(0, 0, 0)",
    backgroundColor: "rgb(255, 255, 255)",
    borderTopColor: "rgb(0, 0, 0)",
  });
  await close();
});

test("A13, A23: once a goal is drawn, there are no frames, no drawings and no animations", async () => {
  for (const reducedMotion of /** @type {const} */ (["reduce", "no-preference"])) {
    const prepare = (page) =>
      page.addInitScript(() => {
        window.asked = 0;
        window.painted = 0;
        const request = window.requestAnimationFrame;
        window.requestAnimationFrame = (...given) => (window.asked++, request.apply(window, given));
        const text = CanvasRenderingContext2D.prototype.fillText;
        CanvasRenderingContext2D.prototype.fillText = function (...given) {
          if (given[0] === "83.3%") window.painted++;
          return text.apply(this, given);
        };
      });
    const { page, close } = await site.open(english, { reducedMotion, prepare });
    assert.equal(await page.evaluate(() => window.painted), 1, "drawn once");
    const before = await page.evaluate(() => window.asked);
    // Half a second of frames that the test requests: anything that moves would use one of them.
    await frames(page, 30);
    assert.deepEqual(await page.evaluate(() => [window.asked, window.painted]), [before, 1]);
    assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
    await close();
  }
});

test("A16: at twice the text size, and with wider text spacing, nothing is cut off", async () => {
  for (const css of [
    "html { font-size: 200% }",
    `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }`,
  ]) {
    const { page, close } = await site.open("embeds/rtl/", { viewport: { width: 640, height: 900 } });
    const before = await page.evaluate(() =>
      parseFloat(getComputedStyle(document.querySelector("goal-post").shadowRoot.querySelector(".summary")).fontSize),
    );
    await page.addStyleTag({ content: css });
    await openTables(page);
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowLeft");
    const { cut, size, wide } = await page.evaluate(() => {
      const root = document.querySelector("goal-post").shadowRoot;
      const cut = [...root.querySelectorAll(".summary, .tip, .tip *, summary, td, th, button")]
        .filter(
          (element) =>
            element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflow !== "visible",
        )
        .map((element) => element.outerHTML);
      const size = parseFloat(getComputedStyle(root.querySelector(".summary")).fontSize);
      return { cut, size, wide: document.documentElement.scrollWidth > innerWidth };
    });
    assert.deepEqual(cut, []);
    assert.ok(!wide, "no sideways scrolling");
    if (css.startsWith("html")) assert.ok(Math.abs(size / before - 2) < 0.01, `${size} px, it was ${before}`);
    await close();
  }
});

test("A17: words have their language: ours that of the sentences, the author's their own", async () => {
  const langs = async (address) => {
    const { page, close } = await site.open(address);
    const found = await page.evaluate(() => {
      const root = document.querySelector("goal-post").shadowRoot;
      const lang = (selector) => root.querySelector(selector).closest("[lang]").lang;
      return [".summary", "summary", "caption", "th[scope=row]", "th[scope=col]"].map(lang);
    });
    await close();
    return found;
  };
  assert.deepEqual(await langs(korean), ["ko", "ko", "ko", "ko", "ko"]);
  assert.deepEqual(await langs(english), ["en", "en", "en", "en", "en"]);
  assert.deepEqual(await langs("embeds/rtl/"), ["en", "en", "ar", "ar", "en"], "Arabic is not spoken");
  const { page, close } = await site.open("embeds/rtl/");
  await openTables(page);
  const [first, last] = await page
    .locator("goal-post thead th")
    .evaluateAll((all) => [all[0], all.at(-1)].map((cell) => cell.getBoundingClientRect().x));
  assert.ok(first > last, "its table is read from right to left");
  await close();
});

test("A18: every control is at least 24 px wide and high", async () => {
  const { page, close } = await site.open("embeds/element/", { viewport: { width: 320, height: 640 } });
  await put(page, {
    title: "Linked",
    weeks: [
      { planned: 2, done: 2, note: "a", link: "https://example.org/" },
      { planned: 2, done: 1 },
    ],
  });
  await openTables(page);
  await page.locator("goal-post .menu").waitFor();
  await page.locator("goal-post .slider").press("Home");
  const small = await page.evaluate(() => {
    const all = [...document.querySelector("goal-post").shadowRoot.querySelectorAll("a, button, summary, [tabindex]")];
    const boxes = all.map((element) => ({ what: element.outerHTML, box: element.getBoundingClientRect() }));
    return [
      boxes.length,
      boxes
        .filter(({ box }) => box.width < 24 || box.height < 24)
        .map(({ what, box }) => `${what}: ${box.width}x${box.height}`),
    ];
  });
  assert.equal(small[0], 9);
  assert.deepEqual(small[1], []);
  await close();
});

test("A19: in print the table is open, without buttons, and closes again afterwards", async () => {
  const { page, close } = await site.open(korean);
  await page.evaluate(watchPaper);
  const pdf = await page.pdf();
  assert.ok(pdf.length > 10_000);
  const seen = await page.evaluate(() => window.seen);
  assert.deepEqual(seen[0], ["beforeprint", true, true]);
  assert.deepEqual(seen.at(-1).slice(0, 2), ["afterprint", false]);
  await openTables(page);
  await page.emulateMedia({ media: "print" });
  for (const part of [".slider", ".menu"]) assert.ok(!(await page.locator(`goal-post ${part}`).isVisible()), part);
  assert.ok(await page.locator("goal-post .goal table").isVisible());
  await close();
});

test("A21: the widget adds no ids and no headings, and each of many goals has its own name", async () => {
  const { page, close } = await site.open("embeds/many/", { count: 10 });
  const { inside, groups, sliders } = await page.evaluate(() => {
    const roots = [...document.querySelectorAll("goal-post")].map(({ shadowRoot }) => shadowRoot);
    const names = (selector) => roots.map((root) => root.querySelector(selector).getAttribute("aria-label"));
    return {
      inside: roots.flatMap((root) => [...root.querySelectorAll("[id], h1, h2, h3, h4, h5, h6")]).length,
      groups: names("[role=group]"),
      sliders: names("[role=slider]"),
    };
  });
  assert.equal(inside, 0);
  assert.deepEqual([new Set(groups).size, new Set(sliders).size], [10, 10]);
  await close();
});

test("A24: English sentences have a reading grade of 9 or below", async () => {
  const { page, close } = await site.open("embeds/element/");
  await put(page, weeks(12));
  const summary = await page.locator("goal-post .summary").textContent();
  const told = await page.locator("goal-post .slider").getAttribute("aria-valuetext");
  const grade = (text) => {
    const words = text.match(/[A-Za-z]+/g);
    const syllables = words.reduce(
      (sum, word) =>
        sum +
        Math.max(
          1,
          (
            word
              .toLowerCase()
              .replace(/e$/, "")
              .match(/[aeiouy]+/g) ?? []
          ).length,
        ),
      0,
    );
    // The grade level of Flesch and Kincaid.
    return (
      0.39 * (words.length / text.split(/[.:;](?=\s|$)/).filter(Boolean).length) +
      11.8 * (syllables / words.length) -
      15.59
    );
  };
  assert.ok(
    grade(
      "Notwithstanding institutional considerations, organisational interdependencies necessitate reconciliation.",
    ) > 9,
    "it can fail",
  );
  for (const text of [summary, told]) assert.ok(grade(text) <= 9, `${grade(text).toFixed(1)}: ${text}`);
  await close();
});
