// Waits of the tests: for a drawing, a number of frames, or a report of the page. Never for time alone.

/**
 * Runs in the page before its scripts: records the time of each drawing, and of the last change that the page was
 * notified of.
 */
export function watchDrawings() {
  // Kept, because a test may replace the browser's own.
  window.frame = window.requestAnimationFrame.bind(window);
  window.drawings = [];
  // Each drawing sets the transform once.
  const { setTransform } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.setTransform = function (...given) {
    window.drawings.push(performance.now());
    return setTransform.apply(this, /** @type {any} */ (given));
  };
  // These run before the widget's own observers, because they were added first.
  const note = () => (window.told = performance.now());
  const attributeFilter = ["class", "style", "theme", "data-theme", "data-mode", "data-bs-theme"];
  new MutationObserver(note).observe(document, { subtree: true, attributeFilter });
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)", "print"]) {
    matchMedia(query).addEventListener("change", note);
  }
}

/**
 * Makes a change and waits for the next drawing. Resolves to the ms between the notification of the change and
 * the drawing, by the page's own clock.
 */
export async function redraw(page, change) {
  const count = await page.evaluate(() => window.drawings.length);
  await change();
  await page.waitForFunction((count) => window.drawings.length > count, count);
  return page.evaluate((count) => window.drawings[count] - window.told, count);
}

/**
 * Runs in the page: resolves after a number of frames and their tasks. Browsers report sizes and media once
 * per frame, so anything that is not drawn after two frames will not be.
 */
export async function showFrames(count = 2) {
  const next = window.frame ?? window.requestAnimationFrame;
  for (let shown = 0; shown < count; shown++) await new Promise((resolve) => next(resolve));
  await new Promise((resolve) => setTimeout(resolve));
}

/** Waits for a number of frames of the page. */
export const frames = (page, count = 2) => page.evaluate(showFrames, count);

/** Waits until every drawn goal is as wide as its box, and at least 240 px. */
export function widthsFollow(page) {
  return page.waitForFunction(() =>
    [...document.querySelectorAll("goal-post[data-state=drawn]")].every((host) => {
      const canvas = host.shadowRoot.querySelector("canvas");
      // A box may end between two pixels.
      return Math.abs(parseFloat(canvas.style.width) - Math.max(240, host.clientWidth)) < 1;
    }),
  );
}

/**
 * The layout shifts of the page so far. They are reported late and in order. The last reported shift is one that is
 * made here, so none is missing.
 */
export async function layoutShifts(page) {
  await frames(page);
  return page.evaluate(async () => {
    const from = performance.now();
    const shifts = [];
    await /** @type {Promise<void>} */ (
      new Promise((resolve) => {
        new PerformanceObserver((list) => {
          for (const { startTime, value, sources } of list.getEntries()) {
            if (startTime >= from) resolve();
            else shifts.push({ value, moved: sources.map(({ node }) => node?.nodeName) });
          }
        }).observe({ type: "layout-shift", buffered: true });
        const block = document.createElement("div");
        block.style.height = "100px";
        document.body.prepend(block);
      })
    );
    return shifts;
  });
}
