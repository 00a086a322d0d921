// The focus, the open table and the week survive every drawing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { english, focused, put, slider, tabTo, weeks } from "./a11y.mjs";
import { blog } from "./blog.mjs";
import { frames } from "./waits.mjs";

const site = blog();

/** Changes the page's element, and waits until the goal is drawn again. */
function again(page, change) {
  return page.evaluate(async (change) => {
    const host = /** @type {any} */ (document.querySelector("goal-post"));
    const drawn = new Promise((resolve) => host.addEventListener("goalpost:drawn", resolve, { once: true }));
    new Function("host", change)(host);
    await drawn;
  }, change);
}

/** The state that a reader has created. */
async function done(page) {
  return {
    focus: await focused(page),
    week: await slider(page).getAttribute("aria-valuenow"),
    open: await page.locator("goal-post").evaluate(({ shadowRoot }) => shadowRoot.querySelector("details").open),
  };
}

const CHANGES = {
  "refresh()": "host.refresh()",
  "an attribute": 'host.setAttribute("theme", "dark")',
  "another goal": 'host.goal = { title: "B", planned: [1, 2, 3, 4, 5], done: [1, 2, 3] }',
  "other data": 'host.querySelector("script").textContent = \'{"planned":[5,5,5],"done":[4]}\'; host.refresh()',
};
for (const [name, change] of Object.entries(CHANGES)) {
  test(`${name}: focus, week and open table stay`, async () => {
    const { page, close } = await site.open(english);
    await page.locator(".goal summary").click();
    await page.locator("goal-post .menu").waitFor();
    await tabTo(page);
    for (let step = 0; step < 2; step++) await page.keyboard.press("ArrowRight");
    const before = await done(page);
    assert.deepEqual(before, { focus: "slider", week: "3", open: true });
    await again(page, change);
    assert.deepEqual(await done(page), before);
    await page.keyboard.press("ArrowLeft");
    assert.equal((await done(page)).week, "2", "the keys go on");
    for (const part of ["summary", ...Array(5).fill("button")]) {
      await page.keyboard.press("Tab");
      await again(page, change.replace('"dark"', 'host.theme === "dark" ? "light" : "dark"'));
      assert.equal(await focused(page), part);
    }
    await close();
  });
}

test("a goal that becomes shorter moves to its last week", async () => {
  const { page, close } = await site.open(english);
  await tabTo(page);
  await page.keyboard.press("End");
  await again(page, "host.goal = { planned: [1, 2], done: [1] }");
  assert.deepEqual(await done(page), { focus: "slider", week: "2", open: false });
  await close();
});

test("focus in the page's own content moves to the table of the picture", async () => {
  const hold = (page) => page.route("**/*.wasm", (route) => page.waitForEvent("dialog").then(() => route.continue()));
  const { page, close } = await site.open(english, { settled: null, prepare: hold });
  page.on("dialog", (dialog) => dialog.accept());
  const fallback = page.locator("goal-post > figure summary");
  await fallback.focus();
  assert.equal(await focused(page), "summary");
  const drawn = again(page, "setTimeout(() => alert('go on'))");
  await drawn;
  assert.ok(await page.locator(".goal summary").evaluate((part) => part.getRootNode().activeElement === part));
  await page.keyboard.press("Shift+Tab");
  assert.equal(await focused(page), "slider", "the next stop is beside it, not behind the widget");
  await close();
});

test("focus elsewhere in the page stays there", async () => {
  const { page, close } = await site.open(english);
  await tabTo(page);
  await page.evaluate(() => document.querySelector("a").focus());
  const before = await focused(page);
  await again(page, "host.refresh()");
  assert.equal(await focused(page), before);
  await close();
});

test("a mouse moves the marker, and never the keyboard's place", async () => {
  const { page, close } = await site.open(english);
  await tabTo(page);
  await page.keyboard.press("ArrowRight");
  const box = await slider(page).boundingBox();
  await page.mouse.move(box.x + box.width * 0.9, box.y + 20);
  await page.locator(".tip", { hasText: "Week 5" }).waitFor();
  assert.equal(await slider(page).getAttribute("aria-valuenow"), "2");
  await page.mouse.move(2, 2);
  await page.locator(".tip", { hasText: "Week 2" }).waitFor();
  await page.mouse.move(box.x + box.width * 0.9, box.y + 20);
  await page.keyboard.press("ArrowRight");
  assert.equal(await slider(page).getAttribute("aria-valuenow"), "3");
  await close();
});

test("C13: up, down and the page keys step as in every slider; with Shift, from mark to mark", async () => {
  const { page, close } = await site.open(english);
  const goal = weeks(12);
  await put(page, {
    title: "Marks",
    weeks: goal.planned.map((planned, at) => ({
      planned,
      done: at < 4 ? planned : planned - 1,
      ...{ 2: { link: "/a" }, 6: { status: "absent" }, 9: { milestone: "Exam" } }[at],
    })),
  });
  await tabTo(page);
  for (const [key, week] of [
    ["ArrowUp", "2"],
    ["ArrowUp", "3"],
    ["ArrowDown", "2"],
    ["PageUp", "6"],
    ["PageUp", "10"],
    ["PageUp", "12"],
    ["PageDown", "8"],
    ["Home", "1"],
    ["Shift+ArrowRight", "3"],
    ["Shift+ArrowRight", "5"],
    ["Shift+ArrowRight", "7"],
    ["Shift+ArrowRight", "10"],
    ["Shift+ArrowRight", "10"],
    ["Shift+ArrowLeft", "7"],
  ]) {
    await page.keyboard.press(key);
    assert.equal(await slider(page).getAttribute("aria-valuenow"), week, key);
  }
  await close();
});

test("C6: Enter is offered only for weeks with a link, also after Escape; focus shows a hint about the keys", async () => {
  const { page, close } = await site.open(english);
  await put(page, { weeks: [{ planned: 1, done: 1, link: "#there", note: "Read" }, { planned: 1 }] });
  await tabTo(page);
  assert.match(await page.locator(".tip").textContent(), /← → weeks/);
  assert.match(await slider(page).getAttribute("aria-valuetext"), /Enter opens the link/);
  assert.doesNotMatch(await slider(page).getAttribute("aria-valuetext"), /weeks ·/);
  await page.keyboard.press("ArrowRight");
  assert.doesNotMatch(await page.locator(".tip").textContent(), /← →/);
  assert.doesNotMatch(await slider(page).getAttribute("aria-valuetext"), /Enter/);
  await page.keyboard.press("Enter");
  await frames(page);
  assert.equal(await page.evaluate(() => location.hash), "");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.hash === "#there");
  await close();
});

test("a goal moved in the page keeps its focus, its week and its open table", async () => {
  const { page, close } = await site.open(english);
  await page.locator(".goal summary").click();
  await tabTo(page);
  await page.keyboard.press("ArrowRight");
  await page.evaluate(() => document.querySelector("main").prepend(document.querySelector("goal-post")));
  await frames(page);
  assert.deepEqual(await done(page), { focus: "slider", week: "2", open: true });
  // So does one whose surroundings are moved; one that is taken out for good takes no focus, and neither does a blurred one.
  await page.evaluate(() => document.body.append(document.querySelector("main")));
  await frames(page);
  assert.equal(await focused(page), "slider");
  await page.evaluate(() => {
    /** @type {HTMLElement} */ (document.activeElement).blur();
    window.blurred = Promise.resolve().then(() => document.body.prepend(document.querySelector("main")));
  });
  await frames(page);
  assert.notEqual(await focused(page), "slider");
  await close();
});

test("a goal is busy while there is nothing of it to read, and no longer", async () => {
  const { page, close } = await site.open(english, { settled: null });
  const busy = await page.evaluate(async () => {
    const seen = [];
    for (const inner of ["", "<p>Read this.</p>"]) {
      const host = document.createElement("goal-post");
      host.innerHTML = `${inner}<script type="application/json">{ "planned": [1], "done": [1] }</script>`;
      const states = [];
      new MutationObserver(() => states.push(host.ariaBusy)).observe(host, { attributeFilter: ["aria-busy"] });
      const drawn = new Promise((resolve) => host.addEventListener("goalpost:drawn", resolve));
      host.setAttribute("load", "eager");
      document.body.prepend(host);
      await drawn;
      await Promise.resolve();
      seen.push(states);
    }
    return seen;
  });
  assert.deepEqual(busy, [["true", null], []]);
  await close();
});
