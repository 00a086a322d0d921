// The three panels for different pictures, of the same size and of two sizes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { PNG } from "pngjs";
import { compare } from "../browser/panels.mjs";

/** A picture of one grey, from black (0) to white (255). */
function plain(width, height, grey) {
  const picture = new PNG({ width, height });
  for (let at = 0; at < picture.data.length; at += 4) picture.data.set([grey, grey, grey, 255], at);
  return picture;
}

const at = ({ data, width }, x, y) => [...data.subarray(4 * (y * width + x), 4 * (y * width + x) + 4)];

test("the panels are the expected picture, the actual one, and the different pixels in red", () => {
  const got = plain(10, 6, 255);
  got.data.set([0, 0, 0, 255], 4 * (2 * 10 + 3));
  const { off, panels } = compare(plain(10, 6, 255), got, 0.1);
  assert.equal(off, 1);
  assert.deepEqual([panels.width, panels.height], [3 * 10 + 2 * 8, 6]);
  const [white, black, red] = [
    [255, 255, 255, 255],
    [0, 0, 0, 255],
    [255, 0, 0, 255],
  ];
  assert.deepEqual([at(panels, 3, 2), at(panels, 18 + 3, 2), at(panels, 36 + 3, 2)], [white, black, red]);
});

test("for pictures of two sizes, everything in only one of them differs", () => {
  const { off, panels } = compare(plain(10, 6, 255), plain(12, 5, 255), 0.1);
  assert.equal(off, 10 + 2 * 5, "the expected picture's last row, and two columns beside it");
  assert.deepEqual([panels.width, panels.height], [3 * 12 + 2 * 8, 6]);
  assert.deepEqual(compare(plain(4, 4, 0), plain(4, 4, 0), 0.1).off, 0);
});
