// The picture's text is as large as the page's: a reader who makes text larger, and not the page, gets a larger picture text.

import assert from "node:assert/strict";
import { test } from "node:test";
import { blog } from "./blog.mjs";
import { element, page } from "./field.mjs";
import { layoutShifts, redraw } from "./waits.mjs";

const large = (size) => page(`<h1>A post</h1>${element()}<p>After.</p>`, { style: `html { font-size: ${size} }` });
const pages = { "usual.html": large("100%"), "small.html": large("62.5%"), "double.html": large("200%") };
const site = blog({}, { name: "text-size", pages });

/** How much larger than usual the picture's text is, and where picture and slider end. */
const seen = (page) =>
  page.evaluate(() => {
    const host = document.querySelector("goal-post");
    const canvas = host.shadowRoot.querySelector("canvas");
    const box = (element) => element.getBoundingClientRect();
    const slider = box(host.shadowRoot.querySelector(".slider"));
    const { left, right, bottom } = box(canvas);
    return {
      // The backend draws in sixteenths.
      scale: canvas.getContext("2d").getTransform().a * 16,
      isInside: slider.left >= left - 1 && slider.right <= right + 1 && slider.bottom <= bottom + 1,
      fits: right <= box(host).right + 1 && document.documentElement.scrollWidth <= innerWidth,
      // What is reserved and what is there.
      room: parseFloat(getComputedStyle(host, "::before").paddingBottom),
      height: box(host).height,
    };
  });

for (const width of [288, 408, 688, 1008]) {
  test(`A16: at ${width} px the picture follows the page's text size, and nothing moves`, async () => {
    for (const [name, asked] of /** @type {const} */ ([
      ["usual", 1],
      ["small", 1],
      ["double", 2],
    ])) {
      const { page, close } = await site.open(`${name}.html`, { viewport: { width, height: 900 } });
      const { scale, isInside, fits, room, height } = await seen(page);
      // The body has margins of 24 px. A picture that is narrower than 240 px in its own px has no room for its texts.
      assert.ok(Math.abs(scale - Math.min(asked, (width - 48) / 240)) < 0.01, `${name}: ${scale}`);
      assert.deepEqual({ isInside, fits }, { isInside: true, fits: true }, name);
      assert.ok(Math.abs(room - height) <= 1 || width === 288, `${name}: ${height} px in a room of ${room}`);
      assert.deepEqual(await layoutShifts(page), [], name);
      await close();
    }
  });
}

test("A16: a size that is changed while the page is read is followed", async () => {
  const { page, close } = await site.open("usual.html", { viewport: { width: 688, height: 900 } });
  await redraw(page, () => page.evaluate(() => (document.documentElement.style.fontSize = "32px")));
  const { scale, isInside, fits } = await seen(page);
  assert.deepEqual({ scale, isInside, fits }, { scale: 2, isInside: true, fits: true });
  await close();
});
