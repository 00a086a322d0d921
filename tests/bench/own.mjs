// Measurements of goalpost alone: the loader, the static figure, one core for many widgets, idleness, memory, scale.

import { PNG } from "pngjs";
import { visit } from "./measure.mjs";
import { EMPTY, FAR, FIGURE, goal, manyGoals } from "./pages.mjs";

/** Runs before the page's scripts: records every instance of WebAssembly, and every requested frame. */
export function spy() {
  const page = /** @type {any} */ (window);
  page.instances = [];
  page.frames = 0;
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      page.instances.push(made.instance ?? made);
      return made;
    };
  }
  const { requestAnimationFrame } = window;
  window.requestAnimationFrame = (callback) => {
    page.frames++;
    return requestAnimationFrame(callback);
  };
}

/** The pages of the core's memory, whatever its export is called. */
export const memoryPages = () =>
  Object.values(window.instances[0].exports).find((value) => value instanceof WebAssembly.Memory).buffer.byteLength /
  65536;

/** In a page without an observer, where every goal counts as near: adds and removes a number of goals. */
export async function mountAndUnmount(text, count) {
  for (let at = 0; at < count; at++) {
    const post = document.createElement("goal-post");
    const data = post.appendChild(document.createElement("script"));
    data.type = "application/json";
    data.textContent = text;
    const drawn = new Promise((resolve) => post.addEventListener("goalpost:drawn", resolve));
    document.body.append(post);
    await drawn;
    post.remove();
  }
}

/** Scrolls through a page until all its goals are drawn; resolves to its long tasks from then on, in ms. */
export function scrollThrough(count) {
  const tasks = [];
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => tasks.push(duration))).observe({
    type: "longtask",
  });
  return new Promise((resolve) => {
    const step = setInterval(() => {
      scrollBy(0, 300);
      if (document.querySelectorAll("goal-post[data-state=drawn]").length < count) return;
      clearInterval(step);
      setTimeout(() => resolve(tasks), 200);
    }, 50);
  });
}

/** Without an observer, every goal counts as near. */
export const everythingIsNear = () => delete globalThis.IntersectionObserver;

/** The requests of a page, without itself, until its goals are drawn, or for a while if they are far away. */
export async function requested(browser, server, name) {
  const from = server.requests.length;
  await visit(browser, server.url + name, async (page) => {
    if (name !== FAR) await page.waitForSelector("goal-post[data-state=drawn]");
    await page.waitForTimeout(500);
  });
  return server.requests.slice(from + 1);
}

/** The compressed bytes of files. */
export const bytes = (server, paths) => paths.reduce((sum, path) => sum + server.sizes.get(path), 0);

/** The use of the core by a page of many goals, once all are drawn: instances, frames in an idle second, requests. */
export async function sharing(browser, server, count) {
  const from = server.requests.length;
  const hosts = new Set();
  const use = async (page) => {
    await page.waitForFunction(
      (count) => document.querySelectorAll("goal-post[data-state=drawn]").length === count,
      count,
    );
    await page.waitForTimeout(500);
    const before = await page.evaluate(() => window.frames);
    await page.waitForTimeout(1_000);
    const { instances, frames, entries } = await page.evaluate(() => ({
      instances: window.instances.length,
      frames: window.frames,
      entries: performance.getEntriesByType("resource").map(({ name }) => new URL(name).origin),
    }));
    entries.forEach((origin) => hosts.add(origin));
    return { instances, frames: frames - before };
  };
  const seen = await visit(browser, server.url + manyGoals(count), use, { prepare: [spy, everythingIsNear] });
  const requests = server.requests.slice(from + 1);
  hosts.delete(new URL(server.url).origin);
  return { ...seen, requests, foreign: hosts.size };
}

/** The growth of the core's memory, in pages, between the 100th and the 1,000th goal that is added and removed. */
export function growth(browser, server) {
  const use = async (page) => {
    const some = (count) => page.evaluate(([text, count]) => mountAndUnmount(text, count), [goal(5), count]);
    await some(100);
    const before = await page.evaluate(memoryPages);
    await some(900);
    return (await page.evaluate(memoryPages)) - before;
  };
  const prepare = [spy, everythingIsNear, `window.mountAndUnmount = ${mountAndUnmount}`];
  return visit(browser, server.url + EMPTY, use, { prepare });
}

/** The longest task, in ms, while a reader scrolls through 200 goals, after the page has loaded. */
export function longestTask(browser, server, { cpu }) {
  const use = async (page) => {
    await page.waitForSelector("goal-post[data-state=drawn]");
    await page.waitForTimeout(500);
    return Math.max(0, ...(await page.evaluate(scrollThrough, 200)));
  };
  return visit(browser, server.url + manyGoals(200), use, { cpu });
}

/** Whether the static figure is in the page at its first paint, before any script has loaded. */
export async function figureAtFirstPaint(browser, server) {
  const context = await browser.newContext({ viewport: { width: 800, height: 900 } });
  try {
    const page = await context.newPage();
    await page.route("**/*.js", () => {});
    await page.goto(server.url + FIGURE, { waitUntil: "commit" });
    await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
    const { data } = PNG.sync.read(await page.locator("goal-post").screenshot());
    // About the blue of work done in columns and gauge: the still mixes it with the page's text colour.
    let done = 0;
    for (let at = 0; at < data.length; at += 4)
      if (Math.abs(data[at] - 0x0b) + Math.abs(data[at + 1] - 0x6f) + Math.abs(data[at + 2] - 0xa8) < 40) done++;
    return done > 5_000;
  } finally {
    await context.close();
  }
}
