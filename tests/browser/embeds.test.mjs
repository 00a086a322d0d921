// Every way to embed a goal, together on real pages: found, drawn, and sharing one instance.

import assert from "node:assert/strict";
import { test } from "node:test";
import { blog, inked } from "./blog.mjs";
import { redraw, widthsFollow } from "./waits.mjs";

const site = blog();

const quiet = { errors: [], warnings: [], thrown: [] };

for (const [name, title] of [
  ["script", "Kubernetes"],
  ["fence", "Kubernetes"],
  ["element", "Kubernetes"],
  ["src", undefined],
  ["front-matter", undefined],
  ["standalone", undefined],
  ["csp", undefined],
]) {
  test(`embeds/${name} is drawn`, async () => {
    const { page, said, announced, close } = await site.open(`embeds/${name}/`);
    const events = await announced();
    assert.ok(
      events.every(({ type }) => type === "goalpost:drawn"),
      JSON.stringify(events),
    );
    assert.ok(events[0].detail.weeks.length >= 4);
    if (title) assert.equal(events[0].detail.title, title);
    const canvas = page.locator("goal-post canvas").first();
    assert.ok((await canvas.boundingBox()).height >= 300);
    assert.deepEqual(said, quiet);
    await close();
  });
}

test("a goal added later is found", async () => {
  const { announced, said, close } = await site.open("embeds/later/");
  const [{ detail }] = await announced();
  assert.equal(detail.title, "Came later");
  assert.deepEqual(said, quiet);
  await close();
});

test("ten goals use one wasm request and one instance", async () => {
  const before = site.requests.length;
  const { page, announced, close } = await site.open("embeds/many/", { count: 10 });
  assert.equal((await announced()).length, 10);
  const wasm = site.requests.slice(before).filter((path) => path.endsWith(".wasm"));
  assert.equal(wasm.length, 1, wasm.join());
  assert.equal(await page.evaluate(() => window.instances), 1);
  await close();
});

test("a hostile title stays text", async () => {
  const { page, announced, said, close } = await site.open("embeds/hostile/");
  const [{ detail }] = await announced();
  assert.match(detail.title, /<\/script>/);
  assert.match(await page.locator("goal-post canvas").first().getAttribute("aria-label"), /<\/script>/);
  assert.deepEqual(said, quiet);
  await close();
});

test("on a right-to-left page the gauge is on the left", async () => {
  const { page, close } = await site.open("embeds/rtl/", { viewport: { width: 900, height: 900 } });
  const filled = await page.evaluate(() => {
    const canvas = document.querySelector("goal-post").shadowRoot.querySelector("canvas");
    const { data, width } = canvas.getContext("2d").getImageData(0, 0, 212, canvas.height);
    // The arc's top: blue above the figure of the percent, in the middle of the left 212 px.
    const column = Array.from({ length: canvas.height }, (_, y) =>
      data.slice(4 * (y * width + 106), 4 * (y * width + 107)),
    );
    const [r, , b, a] = column.slice(90).find(([, , , alpha]) => alpha === 255) ?? [];
    return { dir: canvas.dir, solid: a === 255, blue: b > r };
  });
  assert.deepEqual(filled, { dir: "ltr", solid: true, blue: true });
  await close();
});

test("A14: a dark page gets light text, and the goal follows when the page switches", async () => {
  const { page, close } = await site.open("embeds/dark/");
  const [onDark, onLight] = [
    [0x4a, 0xa3, 0xd8],
    [0x0b, 0x6f, 0xa8],
  ];
  assert.ok((await inked(page, onDark)) > 10_000 && (await inked(page, onLight)) === 0, "the dark theme's colours");
  const toLight = () => {
    document.documentElement.dataset.theme = "light";
    document.documentElement.style.background = document.body.style.background = "white";
    document.documentElement.style.color = document.body.style.color = "black";
  };
  const took = await redraw(page, () => page.evaluate(toLight));
  assert.ok(took <= 200, `${took} ms`);
  assert.ok((await inked(page, onLight)) > 10_000 && (await inked(page, onDark)) === 0, "the light ones");
  await close();
});

test("the picture follows its width, with no resize loop", async () => {
  const { page, said, close } = await site.open("embeds/script/", { viewport: { width: 1000, height: 900 } });
  const widths = new Set();
  for (const width of [900, 640, 400, 300, 700]) {
    await page.setViewportSize({ width, height: 900 });
    await widthsFollow(page);
    const canvas = await page.locator("goal-post canvas").first().boundingBox();
    widths.add(canvas.width);
    assert.ok(canvas.width <= width, `${canvas.width} at ${width}`);
  }
  assert.equal(widths.size, 5, "a width for each");
  assert.deepEqual(said, quiet);
  await close();
});
