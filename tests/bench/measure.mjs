// Measures one system in one page, in a browser context of its own: only the page's own requests fill the cache.

import { goal } from "./pages.mjs";

/** "Slow 4G" of Chromium's developer tools and of Lighthouse: 150 ms and 1.6 Mbit/s, as applied to each request. */
export const SLOW_4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1.6e6 / 8) * 0.9,
  uploadThroughput: (750e3 / 8) * 0.9,
};
export const SLOW_CPU = 4;

/** Opens a page, lets `use` measure, and closes it; `prepare` runs in the page before the page's own scripts. */
export async function visit(browser, address, use, { slow = false, cpu = slow ? SLOW_CPU : 1, prepare = [] } = {}) {
  const context = await browser.newContext({ viewport: { width: 800, height: 900 }, deviceScaleFactor: 1 });
  const page = await context.newPage();
  const failed = new Promise((_, reject) => page.on("pageerror", reject));
  failed.catch(() => {});
  const chromium = await context.newCDPSession(page);
  try {
    await chromium.send("Network.enable");
    await chromium.send("Performance.enable");
    if (slow) await chromium.send("Network.emulateNetworkConditions", SLOW_4G);
    await chromium.send("Emulation.setCPUThrottlingRate", { rate: cpu });
    for (const script of prepare) await page.addInitScript(script);
    await page.goto(address);
    return await Promise.race([use(page, chromium), failed]);
  } finally {
    await context.close();
  }
}

export async function metrics(chromium) {
  const { metrics } = await chromium.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** Waits until a page is idle; returns the time that its main thread has worked since `before`, in ms. */
async function rest(page, chromium, before) {
  await page.waitForTimeout(500);
  return 1000 * ((await metrics(chromium)).TaskDuration - before);
}

/** From the navigation to the chart; long tasks count until the page is idle. */
export function arrive(browser, address, options) {
  return visit(
    browser,
    address,
    async (page) => {
      const drawn = await page.evaluate(() => window.drawn);
      await page.waitForTimeout(700);
      const { shift, tasks } = await page.evaluate(() => window.seen);
      return { drawn, shift, blocking: tasks.reduce((sum, task) => sum + Math.max(0, task - 50), 0) };
    },
    options,
  );
}

/** The memory in use once the chart is drawn. */
export function remain(browser, address) {
  return visit(browser, address, async (page, chromium) => {
    if (!address.endsWith("blank.html")) await page.evaluate(() => window.drawn);
    await page.waitForTimeout(300);
    for (let again = 0; again < 3; again++) await chromium.send("HeapProfiler.collectGarbage");
    const { usedSize } = await chromium.send("Runtime.getHeapUsage");
    return usedSize;
  });
}

/** The times of successive drawings of a number of weeks: the first of the page, and later ones. */
export function redraw(browser, address, { weeks, count, cpu = 1 }) {
  return visit(browser, address, (page) => page.evaluate(([text, count]) => draws(text, count), [goal(weeks), count]), {
    cpu,
  });
}

/** Many charts in a page that has already drawn one. */
export function crowd(browser, address, { weeks = 5, count, cpu = 1 }) {
  return visit(
    browser,
    address,
    async (page, chromium) => {
      await page.evaluate((text) => draws(text, 3), goal(weeks));
      const before = (await metrics(chromium)).TaskDuration;
      const drawn = await page.evaluate(([text, count]) => together(text, count), [goal(weeks), count]);
      return { drawn, worked: await rest(page, chromium, before) };
    },
    { cpu },
  );
}
