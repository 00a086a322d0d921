// What a reader can do with a goal, with keys, mouse, finger and clipboard: criteria A5 to A9 and A20, and how fast it is.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { contrast, focused, put, tree, weeks } from "./a11y.mjs";
import { blog } from "./blog.mjs";

const site = blog();
const english = "2019/phantom-traffic-jam/";
const said = [
  "Week 1, September 29: 6 of 6 lectures. Kick-off; every planned lecture done",
  "Week 2, October 5: 6 of 8 lectures, 2 carried over. Left half an hour early",
  "Week 3, October 12: 6 of 8 lectures, 2 carried over. Other plans that day, a shorter goal",
  "Week 4, October 19: 2 of 6 lectures, 4 carried over. Absent. Not well, stayed at home",
  "Week 5, October 26: 0 of 4 lectures, 4 carried over. Talk. Overtime every day; the jam stayed",
];

const slider = (page) => page.locator("goal-post .slider").first();
const tip = (page) => page.locator("goal-post .tip").first();
const text = (page) => slider(page).getAttribute("aria-valuetext");

/** Goes to the slider as a reader with a keyboard does. */
async function tabTo(page, part = "slider") {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    if ((await focused(page)) === part) return;
  }
  assert.fail(`Tab does not reach ${part}`);
}

/** The point in the middle of a week, of so many. */
async function middle(page, week, count = 5) {
  await slider(page).scrollIntoViewIfNeeded();
  const box = await slider(page).boundingBox();
  return [box.x + (box.width * (week + 0.5)) / count, box.y + box.height / 2];
}

test("A5: the chart is one tab stop and the table's disclosure another; neither holds the focus", async () => {
  const { page, close } = await site.open("embeds/views/", { count: 3 });
  await page.evaluate(() => document.querySelector("goal-post").scrollIntoView());
  await tabTo(page);
  const passed = ["slider"];
  for (let presses = 0; presses < 5; presses++) {
    await page.keyboard.press("Tab");
    passed.push(await focused(page));
  }
  // The compact view has no weeks to step through.
  assert.deepEqual(passed.slice(0, 5), ["slider", "summary", "slider", "summary", "summary"]);
  assert.ok(!["slider", "summary"].includes(passed[5]), `after the last goal: ${passed[5]}`);
  for (let presses = 0; presses < 5; presses++) await page.keyboard.press("Shift+Tab");
  assert.equal(await focused(page), "slider");
  await page.keyboard.press("Shift+Tab");
  assert.ok(!["slider", "summary"].includes(await focused(page)), "and back out");
  await close();
});

test("A6: arrows, Home and End step through the weeks; Escape clears; every other key is the page's", async () => {
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
  for (const [key, week] of [["ArrowRight", 1], ["ArrowRight", 2], ["ArrowLeft", 1], ["End", 4], ["ArrowRight", 4], ["Home", 0], ["ArrowLeft", 0]]) {
    assert.equal(await press(key), true, `${key} is used up`);
    assert.equal(await text(page), said[week], key);
    assert.equal(await slider(page).getAttribute("aria-valuenow"), String(week + 1));
    assert.equal(await tip(page).isVisible(), true);
  }
  for (const key of ["ArrowUp", "ArrowDown", "PageDown", "a", "h", " ", "Enter", "Control+ArrowRight", "Alt+Home", "Shift+End", "Meta+ArrowRight"]) {
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

test("A6: on a page from right to left, left is onwards", async () => {
  const { page, close } = await site.open("embeds/rtl/");
  await tabTo(page);
  for (const [key, week] of [["ArrowLeft", "2"], ["ArrowLeft", "3"], ["ArrowRight", "2"], ["End", "4"], ["Home", "1"]]) {
    await page.keyboard.press(key);
    assert.equal(await slider(page).getAttribute("aria-valuenow"), week, key);
  }
  const [plot, marker] = [await slider(page).boundingBox(), await page.locator(".marker").boundingBox()];
  assert.ok(Math.abs(plot.x + plot.width - marker.x - marker.width) < 2, "the first week is marked at the right");
  await page.mouse.move(plot.x + plot.width * 0.9, plot.y + 50);
  assert.match(await tip(page).textContent(), /^الأول/);
  await close();
});

test("A7: each step is said once, by the slider alone, and nothing is said at load", async () => {
  const { page, close } = await site.open(english);
  const nodes = await tree(page);
  assert.deepEqual(nodes.filter(({ role }) => ["status", "alert", "log"].includes(role)).map(({ name }) => name), []);
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
  // Over the protocol, Chromium gives the number of a slider, but never its text.
  assert.deepEqual([found.value, found.of("valuemin"), found.of("valuemax")], [5, 1, 5]);
  await close();
});

test("A7: a held key speaks at most every 100 ms, and says where it stops", async () => {
  const { page, close } = await site.open("embeds/element/");
  await put(page, weeks(52));
  await page.evaluate(() => {
    window.told = [];
    const slider = document.querySelector("goal-post").shadowRoot.querySelector(".slider");
    // When a change is seen says little of when it was made: the event that made it does.
    for (const type of ["keydown", "keyup"]) slider.addEventListener(type, (event) => (window.now = event), true);
    const note = () => window.told.push({ at: window.now.timeStamp, type: window.now.type });
    new MutationObserver(note).observe(slider, { attributeFilter: ["aria-valuetext"] });
  });
  await tabTo(page);
  for (let repeats = 0; repeats < 40; repeats++) {
    await page.keyboard.down("ArrowRight");
    await page.waitForTimeout(15);
  }
  const shown = await tip(page).textContent();
  await page.keyboard.up("ArrowRight");
  const held = await page.evaluate(() => window.told);
  assert.match(shown, /^Week 41/, "every step is shown");
  assert.equal(await slider(page).getAttribute("aria-valuenow"), "41");
  assert.ok(held.length >= 4 && held.length < 30, `${held.length} of 40 steps are said`);
  const whileHeld = held.filter(({ type }) => type === "keydown");
  const gaps = whileHeld.slice(1).map(({ at }, index) => at - whileHeld[index].at);
  assert.ok(gaps.every((gap) => gap >= 100), `ms between announcements: ${gaps.map(Math.round)}`);
  await close();
});

test("A8: focus and hover show the same tooltip and marker, to the pixel", async () => {
  const { page, close } = await site.open(english);
  const look = async () => {
    const shot = PNG.sync.read(await tip(page).screenshot());
    return { shot, html: await tip(page).evaluate((tip) => tip.outerHTML + tip.parentElement.querySelector(".marker").outerHTML) };
  };
  await tabTo(page);
  await page.keyboard.press("ArrowRight");
  const byKey = await look();
  await page.keyboard.press("Tab");
  await page.mouse.move(...(await middle(page, 1)));
  const byMouse = await look();
  assert.equal(byMouse.html, byKey.html);
  const { width, height } = byKey.shot;
  const different = pixelmatch(byKey.shot.data, byMouse.shot.data, null, width, height, { threshold: 0.1 });
  assert.ok(different / (width * height) <= 0.001, `${different} of ${width * height} pixels differ`);
  await close();
});

test("A8: the tooltip can be pointed at, is dismissed by Escape without a move, and goes with the pointer", async () => {
  const { page, close } = await site.open(english);
  const [x, y] = await middle(page, 2);
  await page.mouse.move(x, y);
  assert.match(await tip(page).textContent(), /^Week 3/);
  const box = await tip(page).boundingBox();
  await page.mouse.move(x, box.y + box.height / 2, { steps: 12 });
  assert.match(await tip(page).textContent(), /^Week 3/, "on the way to it, and on it");
  assert.ok(await tip(page).isVisible());
  await page.keyboard.press("Escape");
  assert.ok(!(await tip(page).isVisible()), "though nothing has the focus");
  await page.mouse.move(...(await middle(page, 3)));
  assert.ok(await tip(page).isVisible());
  await page.mouse.move(5, 5);
  assert.ok(!(await tip(page).isVisible()));
  await close();
});

test("the tooltip never leaves the window, whatever the week, the width and how far the page is scrolled", async () => {
  for (const viewport of [{ width: 1000, height: 700 }, { width: 320, height: 500 }]) {
    const { page, close } = await site.open("embeds/element/", { viewport });
    const note = "A long line that the author wrote, so long that it takes several lines of the tooltip even where there is room. ".repeat(1);
    await put(page, { title: "Long", weeks: Array.from({ length: 5 }, () => ({ planned: 4, done: 3, note })) });
    const top = await page.evaluate(() => document.querySelector("goal-post").shadowRoot.querySelector(".slider").getBoundingClientRect().top + scrollY);
    await page.evaluate(() => (document.body.style.paddingBottom = "1000px"));
    for (const above of [0, 40, 300]) {
      await page.evaluate((y) => scrollTo(0, y), top - above);
      const box = await slider(page).boundingBox();
      for (const week of [0, 2, 4]) {
        await page.mouse.move(box.x + (box.width * (week + 0.5)) / 5, Math.min(box.y + 60, viewport.height - 5));
        const { x, y, width, height } = await tip(page).boundingBox();
        const inside = x >= 0 && y >= 0 && x + width <= viewport.width && y + height <= viewport.height;
        assert.ok(inside, `week ${week + 1} at ${viewport.width}, ${above} px below the top: ${[x, y, width, height]}`);
      }
    }
    await close();
  }
});

test("A9: the focus ring and the marker are 2 px wide and stand out from their ground", async () => {
  for (const address of [english, "embeds/dark/", "embeds/rtl/"]) {
    const { page, close } = await site.open(address);
    await tabTo(page);
    const rings = await page.evaluate(() => {
      const root = document.querySelector("goal-post").shadowRoot;
      const ground = getComputedStyle(root.querySelector(".tip")).backgroundColor;
      return [".slider", ".marker"].map((part) => {
        const { outlineWidth, outlineStyle, outlineColor } = getComputedStyle(root.querySelector(part));
        return { part, width: parseFloat(outlineWidth), outlineStyle, outlineColor, ground };
      });
    });
    for (const { part, width, outlineStyle, outlineColor, ground } of rings) {
      assert.ok(width >= 2 && outlineStyle === "solid", `${address} ${part}: ${width} px ${outlineStyle}`);
      assert.ok(contrast(outlineColor, ground) >= 4.5, `${address} ${part}: ${outlineColor} on ${ground}`);
    }
    await close();
  }
});

test("a week's link is opened with Enter, by a click, and in the table", async () => {
  const { page, close } = await site.open("embeds/element/");
  await put(page, { title: "Linked", weeks: [{ planned: 2, done: 2 }, { planned: 2, done: 1, note: "Read more", link: "https://example.org/more" }] });
  await page.evaluate(() => {
    window.opened = [];
    addEventListener("click", (event) => {
      const link = event.composedPath()[0].closest("a");
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
  await page.locator("goal-post summary").click();
  await page.locator("goal-post td a").click();
  assert.deepEqual(await page.evaluate(() => window.opened.at(-1)), link);
  await close();
});

test("where weeks are drawn as one, each of them can still be stepped to and pointed at", async () => {
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

test("a finger taps a week, drags through the weeks, and scrolls the page up and down", async () => {
  const { page, close } = await site.open(english, { hasTouch: true, isMobile: true, viewport: { width: 360, height: 640 } });
  const session = await page.context().newCDPSession(page);
  const touch = (type, ...points) => session.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y]) => ({ x, y })) });
  await page.touchscreen.tap(...(await middle(page, 1)));
  assert.match(await tip(page).textContent(), /^Week 2/);
  assert.ok(await tip(page).isVisible(), "it stays when the finger is lifted");
  const [from, to] = [await middle(page, 1), await middle(page, 4)];
  await touch("touchStart", from);
  for (let step = 1; step <= 12; step++) await touch("touchMove", [from[0] + ((to[0] - from[0]) * step) / 12, from[1]]);
  assert.match(await tip(page).textContent(), /^Week 5/, "dragged there");
  await touch("touchEnd");
  assert.match(await tip(page).textContent(), /^Week 5/);
  const before = await page.evaluate(() => scrollY);
  await touch("touchStart", from);
  for (let step = 1; step <= 12; step++) {
    await touch("touchMove", [from[0], from[1] - 15 * step]);
    await page.waitForTimeout(16);
  }
  await touch("touchEnd");
  assert.ok((await page.evaluate(() => scrollY)) >= before + 100, "a swipe upwards on the chart scrolls the page");
  await page.touchscreen.tap(...(await middle(page, 2)));
  assert.ok(await tip(page).isVisible());
  const summary = await page.locator("goal-post .summary").first().boundingBox();
  await page.touchscreen.tap(summary.x + 5, summary.y + 5);
  assert.ok(!(await tip(page).isVisible()), "a tap elsewhere takes it away");
  await close();
});

const csv = [
  "Week,Date,Planned (lectures),Carried in (lectures),To do (lectures),Done (lectures),Completed,Carried over (lectures),Note",
  "Week 1,2019-09-29,6,0,6,6,1,0,Kick-off; every planned lecture done",
  "Week 2,2019-10-05,8,0,8,6,0.75,2,Left half an hour early",
  'Week 3,2019-10-12,6,2,8,6,0.75,2,"Other plans that day, a shorter goal"',
  'Week 4,2019-10-19,4,2,6,2,0.3333333333333333,4,"Absent · Not well, stayed at home"',
  "Week 5,2019-10-26,0,4,4,0,0,4,Talk · Overtime every day; the jam stayed",
  "",
].join("\r\n");

for (const secure of [true, false]) {
  test(`the data are copied as CSV, ${secure ? "through the clipboard's interface" : "and where there is none, by the old way"}`, async () => {
    const prepare = async (page) => {
      if (!secure) await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined }));
    };
    const { page, close } = await site.open(english, { prepare, permissions: ["clipboard-read", "clipboard-write"] });
    await page.locator("goal-post summary").first().focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "button");
    await page.keyboard.press("Enter");
    await page.locator("goal-post .tools span", { hasText: "Copied" }).first().waitFor();
    assert.equal(await focused(page), "button", "the focus stays where it was");
    const status = (await tree(page)).find(({ role }) => role === "status");
    assert.ok(status, "and that is said to those who do not see it");
    // Pasted by hand: the page's own interface is taken away in one of the cases.
    await page.evaluate(() => {
      document.body.prepend(document.createElement("textarea"));
      document.body.firstChild.focus();
    });
    await page.keyboard.press("Control+V");
    assert.equal(await page.locator("body > textarea").inputValue(), csv.replaceAll("\r\n", "\n"));
    await close();
  });
}

test("the picture is saved as a PNG, on its own ground, at the device's resolution", async () => {
  const { page, close } = await site.open("embeds/dark/", { deviceScaleFactor: 2 });
  await page.locator("goal-post summary").click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as PNG" }).click()]);
  assert.equal(download.suggestedFilename(), "Kubernetes from the ground up.png");
  const { width, height, data } = PNG.sync.read(readFileSync(await download.path()));
  const canvas = await page.evaluate(() => {
    const { width, height } = document.querySelector("goal-post").shadowRoot.querySelector("canvas");
    return [width, height];
  });
  assert.deepEqual([width, height], canvas);
  assert.deepEqual([...data.subarray(0, 4)], [0x16, 0x18, 0x1d, 255], "the page's ground");
  assert.ok(data.some((channel, index) => index % 4 === 0 && channel === 0x4a && data[index + 2] === 0xd8), "work done");
  await close();
});

test('menu="off" leaves the tools out and the rest as it is', async () => {
  const { page, close } = await site.open("embeds/element/");
  assert.equal(await page.locator("goal-post button").count(), 2);
  await put(page, weeks(4), { menu: "off" });
  assert.equal(await page.locator("goal-post button").count(), 0);
  await tabTo(page);
  await page.keyboard.press("ArrowRight");
  assert.ok(await tip(page).isVisible());
  await close();
});

test("A20: the focus is never taken, neither when a goal is drawn nor when it is drawn again or taken away", async () => {
  const { page, close } = await site.open("embeds/element/");
  assert.equal(await focused(page), "body");
  assert.equal(await page.locator("goal-post [accesskey], goal-post [autofocus]").count(), 0);
  await page.evaluate(() => {
    document.body.prepend(document.createElement("input"));
    document.body.firstChild.focus();
  });
  await put(page, weeks(4));
  assert.equal(await focused(page), "input");
  await page.evaluate(() => document.querySelector("goal-post").remove());
  assert.equal(await focused(page), "input");
  await close();
});

test("what is still shown while a goal is read again does no harm", async () => {
  const { page, said, close } = await site.open(english);
  const [here, there] = [await middle(page, 1), await middle(page, 2)];
  await page.mouse.move(...here);
  // Its data take their time, and what is shown stays until they are there.
  await page.evaluate(() => {
    const host = document.querySelector("goal-post");
    host.style.display = "none";
    host.refresh();
    host.style.display = "";
  });
  await page.mouse.move(...there);
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.querySelector("goal-post").dataset.state === "drawn");
  assert.deepEqual(said.thrown, []);
  assert.deepEqual(said.errors.filter((text) => !text.startsWith("Failed to load")), []);
  await close();
});

test("a step or a hover is repainted within 16 ms on a slow machine, without drawing the canvas again", async (context) => {
  const { page, close } = await site.open("embeds/element/");
  await put(page, weeks(52));
  await page.evaluate(() => {
    window.work = [];
    window.drawn = 0;
    for (const name of ["fill", "fillText", "fillRect", "stroke", "clearRect"]) {
      const original = CanvasRenderingContext2D.prototype[name];
      CanvasRenderingContext2D.prototype[name] = function (...given) {
        window.drawn++;
        return original.apply(this, given);
      };
    }
  });
  await tabTo(page);
  const session = await page.context().newCDPSession(page);
  const slowdown = 4;
  // Counted in the time that the page's thread works, so that other programs on the machine do not count; Chromium's
  // own slowdown would, for it goes by the clock on the wall.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const worked = async () => (await session.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const costs = async (step, count = 52) => {
    const work = [];
    for (let week = 0; week < count; week++) {
      const before = await worked();
      await step(week);
      await page.evaluate(painted);
      work.push((await worked()) - before);
    }
    return work.sort((a, b) => a - b);
  };
  // What a key or a move costs that changes nothing is the browser's, and that of measuring.
  const own = async (step, nothing) => {
    const base = await costs(nothing, 15);
    return slowdown * ((await costs(step))[Math.floor(52 * 0.95)] - base[7]);
  };
  const box = await slider(page).boundingBox();
  const at = (week, y) => page.mouse.move(box.x + (box.width * (week + 0.5)) / 52, box.y + y);
  const byKey = await own(() => page.keyboard.press("ArrowRight"), () => page.keyboard.press("F8"));
  const byMouse = await own((week) => at(week, 50), (time) => at(0, 40 + time));
  context.diagnostic(`95th percentile: ${byKey.toFixed(1)} ms a key, ${byMouse.toFixed(1)} ms a hover`);
  assert.ok(byKey > 0 && byKey <= 16 && byMouse > 0 && byMouse <= 16, `${byKey} ms, ${byMouse} ms`);
  assert.equal(await page.evaluate(() => window.drawn), 0, "calls that draw");
  await close();
});
