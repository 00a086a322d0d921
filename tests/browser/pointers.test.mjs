// Mouse and finger, and the response time: criteria A8 and A9.

import assert from "node:assert/strict";
import { test } from "node:test";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { contrast, english, middle, put, slider, tabTo, tip, weeks } from "./a11y.mjs";
import { blog } from "./blog.mjs";
import { frames } from "./waits.mjs";

const site = blog();

test("A8: focus and hover show the same tooltip and marker, to the pixel", async () => {
  const { page, close } = await site.open(english);
  const look = async () => {
    const shot = PNG.sync.read(await tip(page).screenshot());
    return {
      shot,
      html: await tip(page).evaluate((tip) => tip.outerHTML + tip.parentElement.querySelector(".marker").outerHTML),
    };
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
  // In its round corners the focus ring is seen.
  assert.ok(different / (width * height) <= 0.002, `${different} of ${width * height} pixels differ`);
  await close();
});

test("A8: the tooltip can be pointed at, and disappears with Escape or when the pointer leaves", async () => {
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

test("the tooltip is inside the picture: beside its week, or over the legend if the picture is narrow", async () => {
  for (const viewport of [
    { width: 1000, height: 700 },
    { width: 320, height: 900 },
  ]) {
    const { page, close } = await site.open("embeds/element/", { viewport });
    const note = "A long line that the author wrote. It takes several lines of the tooltip, even where there is room. ";
    await put(page, { title: "Long", weeks: Array.from({ length: 5 }, () => ({ planned: 4, done: 3, note })) });
    const picture = await page.locator("goal-post canvas").boundingBox();
    const box = await slider(page).boundingBox();
    for (const week of [0, 1, 2, 3, 4]) {
      const middle = box.x + (box.width * (week + 0.5)) / 5;
      // Below the tooltip of the week before, which can be pointed at.
      await page.mouse.move(middle, box.y + box.height - 60);
      const { x, y, width, height } = await tip(page).boundingBox();
      const at = `week ${week + 1} at ${viewport.width}: ${[x, y, width, height]} in ${Object.values(picture)}`;
      const isInside = x >= picture.x - 1 && x + width <= picture.x + picture.width + 1;
      assert.ok(isInside && y >= picture.y - 1 && y + height <= picture.y + picture.height + 1, at);
      const ownWeek = [middle - box.width / 10, middle + box.width / 10];
      // The fraction of a week is above its column, starting at the plot's top.
      if (viewport.width > 600) assert.ok(x + width <= ownWeek[0] || x >= ownWeek[1], `${at}, over its own week`);
      else assert.ok(y + height <= box.y + 1, `${at}, over the plot`);
    }
    await close();
  }
});

test("A9: the focus ring and the marker's bar are at least 2 px wide and stand out from their ground", async () => {
  for (const address of [english, "embeds/dark/", "embeds/rtl/"]) {
    const { page, close } = await site.open(address);
    await tabTo(page);
    const rings = await page.evaluate(() => {
      const root = document.querySelector("goal-post").shadowRoot;
      const ground = getComputedStyle(root.querySelector(".tip")).backgroundColor;
      const ring = getComputedStyle(root.querySelector(".slider"));
      const bar = getComputedStyle(root.querySelector(".marker"), "::after");
      return [
        { part: "ring", width: ring.outlineWidth, style: ring.outlineStyle, colour: ring.outlineColor, ground },
        { part: "bar", width: bar.borderTopWidth, style: bar.borderTopStyle, colour: bar.borderTopColor, ground },
      ];
    });
    for (const { part, width, style, colour, ground } of rings) {
      assert.ok(parseFloat(width) >= 2 && style === "solid", `${address} ${part}: ${width} ${style}`);
      assert.ok(contrast(colour, ground) >= 4.5, `${address} ${part}: ${colour} on ${ground}`);
    }
    await close();
  }
});

test("a finger taps a week, drags through the weeks, and scrolls the page up and down", async () => {
  const { page, close } = await site.open(english, {
    hasTouch: true,
    isMobile: true,
    viewport: { width: 360, height: 640 },
  });
  const session = await page.context().newCDPSession(page);
  const touch = (type, ...points) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y]) => ({ x, y })) });
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
    await frames(page, 1);
  }
  await touch("touchEnd");
  // A swipe upwards on the chart scrolls the page.
  await page.waitForFunction((y) => scrollY >= y, before + 100);
  await page.touchscreen.tap(...(await middle(page, 2)));
  assert.ok(await tip(page).isVisible());
  const summary = await page.locator("goal-post .summary").first().boundingBox();
  await page.touchscreen.tap(summary.x + 5, summary.y + 5);
  assert.ok(!(await tip(page).isVisible()), "a tap elsewhere takes it away");
  await close();
});

test("the old picture works while a goal is read again", async () => {
  const { page, said, close } = await site.open(english);
  const [here, there] = [await middle(page, 1), await middle(page, 2)];
  await page.mouse.move(...here);
  // Its data load slowly, and the old picture stays until they arrive.
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
  assert.deepEqual(
    said.errors.filter((text) => !text.startsWith("Failed to load")),
    [],
  );
  await close();
});

test("a step or a hover is repainted within 16 ms on a slow machine, and the canvas is left alone", async (context) => {
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
  // Measures the thread's time, so that other programs on the machine do not count. Chromium's own slowdown would
  // count, because it uses the wall clock.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const worked = async () =>
    (await session.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value * 1000;
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
  // A key or a move that changes nothing costs only the browser's time and the measurement's.
  const own = async (step, nothing) => {
    const base = await costs(nothing, 15);
    return slowdown * ((await costs(step))[Math.floor(52 * 0.95)] - base[7]);
  };
  const box = await slider(page).boundingBox();
  const at = (week, y) => page.mouse.move(box.x + (box.width * (week + 0.5)) / 52, box.y + y);
  const byKey = await own(
    () => page.keyboard.press("ArrowRight"),
    () => page.keyboard.press("F8"),
  );
  const byMouse = await own(
    (week) => at(week, 50),
    (time) => at(0, 40 + time),
  );
  context.diagnostic(`95th percentile: ${byKey.toFixed(1)} ms a key, ${byMouse.toFixed(1)} ms a hover`);
  assert.ok(byKey > 0 && byKey <= 16 && byMouse > 0 && byMouse <= 16, `${byKey} ms, ${byMouse} ms`);
  assert.equal(await page.evaluate(() => window.drawn), 0, "calls that draw");
  await close();
});

test("A8: at a zoom of 400 % a tooltip does not cover the week that it tells, however long its note", async () => {
  // 1280 by 1024 px, four times as large.
  const { page, close } = await site.open(english, { viewport: { width: 320, height: 256 } });
  const note = "오늘은 쿠버네티스의 오브젝트와 컨트롤러를 다시 읽고 정리했다. ".repeat(5);
  await put(page, { title: "Zoom", weeks: [6, 8, 6].map((planned) => ({ planned, done: 5, note })) });
  await tabTo(page);
  for (const key of ["Home", "ArrowRight", "ArrowRight"]) {
    await page.keyboard.press(key);
    const { over, wide } = await page.evaluate(() => {
      const root = document.querySelector("goal-post").shadowRoot;
      const [tip, marker] = [".tip", ".marker"].map((part) => root.querySelector(part).getBoundingClientRect());
      return { over: tip.bottom - marker.top, wide: tip.left < 0 || tip.right > innerWidth };
    });
    assert.ok(over <= 1 && !wide, `${key}: ${over} px of the week`);
  }
  await close();
});
