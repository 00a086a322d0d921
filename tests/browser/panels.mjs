// A picture with three panels for a failed comparison: the expected picture, the actual one, and the difference.

import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

const GAP = 8;
/** The grey between the panels and below shorter ones: no picture has that ground. */
const GROUND = 0x80;

/** A picture padded to a size, on a ground of its own. */
function padded(picture, width, height) {
  const on = new PNG({ width, height });
  on.data.fill(GROUND);
  for (let at = 3; at < on.data.length; at += 4) on.data[at] = 255;
  PNG.bitblt(picture, on, 0, 0, picture.width, picture.height, 0, 0);
  return on;
}

/**
 * Compares two pictures. If their sizes differ, both are at the top left of the larger box, and everything that only
 * one of them has differs.
 * @param {PNG} expected @param {PNG} got @param {number} threshold how far a pixel's colour may be off, from 0 to 1
 * @returns {{ off: number, panels: PNG }} the number of pixels that differ, and the picture
 */
export function compare(expected, got, threshold) {
  const [width, height] = [Math.max(expected.width, got.width), Math.max(expected.height, got.height)];
  const [one, other] = [expected, got].map((picture) => padded(picture, width, height));
  const difference = new PNG({ width, height });
  const off = pixelmatch(one.data, other.data, difference.data, width, height, { threshold });
  const panels = padded(one, 3 * width + 2 * GAP, height);
  [other, difference].forEach((panel, at) => {
    PNG.bitblt(panel, panels, 0, 0, width, height, (at + 1) * (width + GAP), 0);
  });
  return { off, panels };
}
