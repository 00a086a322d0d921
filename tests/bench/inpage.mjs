// The code that runs in every measured page: its source is written into the page.
//
// A drawing counts when its pixels exist. For a canvas, one pixel is read back, which the browser cannot return before
// it has executed all drawing commands. SVG has no pixels to read, so its layout is read instead. So SVG is
// counted without being painted, to its advantage, except in the time to the chart, which waits for two frames.

/* global draw, commit, frame */
/* eslint no-unused-vars: off */

/** Records long tasks and layout shifts from the start. */
export function watch() {
  window.seen = { shift: 0, tasks: [] };
  new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (seen.shift += value))).observe({
    type: "layout-shift",
    buffered: true,
  });
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => seen.tasks.push(duration))).observe({
    type: "longtask",
    buffered: true,
  });
  window.drawn = new Promise((resolve) => (window.done = resolve));
}

export function commit(box) {
  const post = box.querySelector("goal-post");
  for (const canvas of (post?.shadowRoot ?? box).querySelectorAll("canvas"))
    canvas.getContext("2d").getImageData(0, 0, 1, 1);
  for (const svg of box.querySelectorAll("svg")) svg.getBoundingClientRect();
}

export function frame() {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Ends the time to the chart. */
export async function finish(box) {
  commit(box);
  if (box.querySelector("svg")) {
    await frame();
    await frame();
  }
  done(performance.now());
}

/** A box of a post's width to draw in. */
export function room() {
  const box = document.createElement("div");
  box.style.cssText = "display: flex; width: 720px; min-height: 300px";
  return document.querySelector("#room").appendChild(box);
}

/** Waits until the library is loaded. For goalpost, an element without a goal loads the core and draws nothing. */
export async function ready() {
  if (customElements.get("goal-post") && !document.querySelector("goal-post")) {
    const empty = room().appendChild(document.createElement("goal-post"));
    await new Promise((resolve) => empty.addEventListener("goalpost:error", resolve));
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
}

/** The times of successive drawings of a goal, each in a box of its own that is emptied afterwards. */
export async function draws(text, count) {
  const times = [];
  await ready();
  for (let at = 0; at < count; at++) {
    const box = room();
    const start = performance.now();
    const end = await draw(box, text);
    commit(box);
    times.push(performance.now() - start);
    end();
    box.remove();
    // Deferred work of one drawing must not count for the next one.
    await frame();
    await frame();
  }
  return times;
}

/** The time to make and fill a canvas of a post's width: the minimum of any drawing on a canvas. */
export async function floor(count) {
  const times = [];
  for (let at = 0; at < count; at++) {
    const start = performance.now();
    const canvas = document.createElement("canvas");
    canvas.width = 720;
    canvas.height = 300;
    const context = canvas.getContext("2d");
    context.fillRect(0, 0, 720, 300);
    context.getImageData(0, 0, 1, 1);
    times.push(performance.now() - start);
    await frame();
  }
  return times;
}

/** The time until a number of charts are in the page. */
export async function together(text, count) {
  const boxes = Array.from({ length: count }, room);
  const start = performance.now();
  await Promise.all(boxes.map((box) => draw(box, text)));
  boxes.forEach(commit);
  return performance.now() - start;
}
