// The keyboard: criteria A5 to A7 and A20.

import assert from "node:assert/strict";
import { test } from "node:test";
import { english, focused, middle, put, said, slider, tabTo, text, tip, tree, weeks } from "./a11y.mjs";
import { blog } from "./blog.mjs";
import { frames } from "./waits.mjs";

const site = blog();

test("A5: the chart is one tab stop and the table's disclosure another; neither holds the focus", async () => {
  const { page, close } = await site.open("embeds/views/", { count: 3 });
  await page.evaluate(() => document.querySelector("goal-post").scrollIntoView());
  await tabTo(page);
  const passed = ["slider"];
  for (let presses = 0; presses < 4; presses++) {
    await page.keyboard.press("Tab");
    passed.push(await focused(page));
  }
  // The compact view has no weeks to step through and no table to open.
  assert.deepEqual(passed.slice(0, 4), ["slider", "summary", "slider", "summary"]);
  assert.ok(!["slider", "summary"].includes(passed[4]), `after the last goal: ${passed[4]}`);
  for (let presses = 0; presses < 4; presses++) await page.keyboard.press("Shift+Tab");
  assert.equal(await focused(page), "slider");
  await page.keyboard.press("Shift+Tab");
  assert.ok(!["slider", "summary"].includes(await focused(page)), "and back out");
  await close();
});

test("A6: arrows, Home, End and the page keys step through the weeks; Escape clears; other keys are the page's", async () => {
  const { page, close } = await site.open(english);
  await page.evaluate(() => {
    window.cancelled = [];
    addEventListener("keydown", (event) => window.cancelled.push(event.defaultPrevented));
  });
  const press = async (key) => {
    await page.keyboard.press(key);
    return page.evaluate(() => window.cancelled.at(-1));
  };
  await tabTo(page);
  assert.equal(await text(page), said[0], "it begins at the first week");
  for (const [key, week] of /** @type {const} */ ([
    ["ArrowRight", 1],
    ["ArrowRight", 2],
    ["ArrowLeft", 1],
    ["End", 4],
    ["ArrowRight", 4],
    ["Home", 0],
    ["ArrowLeft", 0],
    ["ArrowUp", 1],
    ["ArrowDown", 0],
    ["PageUp", 4],
    ["PageDown", 0],
  ])) {
    assert.equal(await press(key), true, `${key} is used up`);
    assert.equal(await text(page), said[week], key);
    assert.equal(await slider(page).getAttribute("aria-valuenow"), String(week + 1));
    assert.equal(await tip(page).isVisible(), true);
  }
  for (const key of ["a", "h", " ", "Enter", "Control+ArrowRight", "Alt+Home", "Shift+End", "Meta+ArrowRight"]) {
    assert.equal(await press(key), false, `${key} is the page's`);
    assert.equal(await text(page), said[0], key);
  }
  assert.equal(await press("Escape"), true);
  assert.equal(await tip(page).isVisible(), false);
  assert.equal(await press("Escape"), false, "the second one is the page's");
  assert.equal(await focused(page), "slider", "the focus stays");
  assert.equal(await press("ArrowRight"), true);
  assert.equal(await tip(page).isVisible(), true);
  await page.keyboard.press("Tab");
  assert.equal(await tip(page).isVisible(), false, "it goes with the focus");
  assert.equal(await press("ArrowRight"), false, "and is deaf without it");
  await close();
});

test("A6: on a right-to-left page, left is forwards", async () => {
  const { page, close } = await site.open("embeds/rtl/");
  await tabTo(page);
  for (const [key, week] of [
    ["ArrowLeft", "2"],
    ["ArrowLeft", "3"],
    ["ArrowRight", "2"],
    ["End", "4"],
    ["Home", "1"],
  ]) {
    await page.keyboard.press(key);
    assert.equal(await slider(page).getAttribute("aria-valuenow"), week, key);
  }
  const [plot, marker] = [await slider(page).boundingBox(), await page.locator(".marker").boundingBox()];
  assert.ok(Math.abs(plot.x + plot.width - marker.x - marker.width) < 2, "the first week is marked at the right");
  await page.mouse.move(plot.x + plot.width * 0.9, plot.y + 50);
  assert.match(await tip(page).textContent(), /^الأول/);
  await close();
});

test("A7: each step is announced once, by the slider alone, and nothing is announced at load", async () => {
  const { page, close } = await site.open(english);
  const nodes = await tree(page);
  assert.deepEqual(
    nodes.filter(({ role }) => ["status", "alert", "log"].includes(role)).map(({ name }) => name),
    [],
  );
  await page.evaluate(() => {
    window.told = [];
    const note = () => window.told.push({ text: slider.getAttribute("aria-valuetext"), at: performance.now() });
    const slider = document.querySelector("goal-post").shadowRoot.querySelector(".slider");
    new MutationObserver((changes) => changes.forEach(note)).observe(slider, { attributeFilter: ["aria-valuetext"] });
  });
  const told = () => page.evaluate(() => window.told);
  await tabTo(page);
  assert.deepEqual(await told(), [], "its value is there before the focus is");
  for (const week of [1, 2, 3, 4]) {
    await page.keyboard.press("ArrowRight");
    const all = await told();
    assert.deepEqual([all.length, all.at(-1).text], [week, said[week]]);
  }
  const found = (await tree(page)).find(({ role }) => role === "slider");
  assert.equal(found.name, "Weeks of Kubernetes from the ground up");
  // Over the protocol, Chromium reports the number of a slider, but never its text.
  assert.deepEqual([found.value, found.of("valuemin"), found.of("valuemax")], [5, 1, 5]);
  await close();
});

test("A7: a held key announces at most every 100 ms, and announces its last week", async () => {
  const { page, close } = await site.open("embeds/element/");
  await put(page, weeks(52));
  await page.evaluate(() => {
    window.told = [];
    const slider = document.querySelector("goal-post").shadowRoot.querySelector(".slider");
    // Observers run late, so each change is attributed to the event that caused it.
    for (const type of ["keydown", "keyup"]) slider.addEventListener(type, (event) => (window.now = event), true);
    const note = () => window.told.push({ at: window.now.timeStamp, type: window.now.type });
    new MutationObserver(note).observe(slider, { attributeFilter: ["aria-valuetext"] });
  });
  await tabTo(page);
  for (let repeats = 0; repeats < 40; repeats++) {
    await page.keyboard.down("ArrowRight");
    await frames(page, 1);
  }
  const shown = await tip(page).textContent();
  await page.keyboard.up("ArrowRight");
  const held = await page.evaluate(() => window.told);
  assert.match(shown, /^Week 41/, "every step is shown");
  assert.equal(await slider(page).getAttribute("aria-valuenow"), "41");
  assert.ok(held.length >= 4 && held.length < 30, `${held.length} of 40 steps are said`);
  const whileHeld = held.filter(({ type }) => type === "keydown");
  const gaps = whileHeld.slice(1).map(({ at }, index) => at - whileHeld[index].at);
  assert.ok(
    gaps.every((gap) => gap >= 100),
    `ms between announcements: ${gaps.map(Math.round)}`,
  );
  await close();
});

test("Enter, a click, and the table open a week's link", async () => {
  const { page, close } = await site.open("embeds/element/");
  await put(page, {
    title: "Linked",
    weeks: [
      { planned: 2, done: 2 },
      { planned: 2, done: 1, note: "Read more", link: "https://example.org/more" },
    ],
  });
  await page.evaluate(() => {
    window.opened = [];
    addEventListener("click", (event) => {
      const link = /** @type {Element} */ (event.composedPath()[0]).closest("a");
      if (!link) return;
      event.preventDefault();
      window.opened.push([link.href, link.rel]);
    });
  });
  const link = ["https://example.org/more", "noopener nofollow"];
  await tabTo(page);
  await page.keyboard.press("Enter");
  assert.deepEqual(await page.evaluate(() => window.opened), [], "the first week has none");
  await page.keyboard.press("ArrowRight");
  assert.match(await text(page), /Read more\. Enter opens the link$/);
  await page.keyboard.press("Enter");
  await page.mouse.move(...(await middle(page, 1, 2)));
  await tip(page).locator("a").click();
  assert.deepEqual(await page.evaluate(() => window.opened), [link, link]);
  await page.locator(".goal summary").click();
  await page.locator("goal-post td a").click();
  assert.deepEqual(await page.evaluate(() => window.opened.at(-1)), link);
  await close();
});

test("weeks that are drawn as one can still be reached one by one", async () => {
  const { page, close } = await site.open("embeds/element/", { viewport: { width: 500, height: 900 } });
  await put(page, weeks(520));
  await tabTo(page);
  for (const week of [2, 3, 4, 5]) {
    await page.keyboard.press("ArrowRight");
    assert.match(await text(page), new RegExp(`^Week ${week},`));
  }
  await page.keyboard.press("End");
  assert.match(await text(page), /^Week 520,/);
  const box = await slider(page).boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + 20);
  const week = Number((await tip(page).textContent()).match(/^Week (\d+)/)[1]);
  assert.ok(Math.abs(week - 260) <= 12, `in the middle: ${week}`);
  await close();
});

test("A20: a goal never takes the focus, neither by drawing, nor by redrawing, nor by being removed", async () => {
  const { page, close } = await site.open("embeds/element/");
  assert.equal(await focused(page), "body");
  assert.equal(await page.locator("goal-post [accesskey], goal-post [autofocus]").count(), 0);
  await page.evaluate(() => {
    const input = document.createElement("input");
    document.body.prepend(input);
    input.focus();
  });
  await put(page, weeks(4));
  assert.equal(await focused(page), "input");
  await page.evaluate(() => document.querySelector("goal-post").remove());
  assert.equal(await focused(page), "input");
  await close();
});
