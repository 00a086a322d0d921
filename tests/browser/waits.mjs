// What a test waits for before it looks: a drawing, a number of frames, or what the page reports. Never a time alone.

/**
 * Runs in the page before anything else does: keeps the time of each drawing, and when the page was last told to look
 * different.
 */
export function watchDrawings() {
  // Kept, because a test may put its own in the place of the browser's.
  window.frame = window.requestAnimationFrame.bind(window);
  window.drawings = [];
  // Each drawing sets the transform once.
  const { setTransform } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.setTransform = function (...given) {
    window.drawings.push(performance.now());
    return setTransform.apply(this, /** @type {any} */ (given));
  };
  // These are there before the widget's own observers, and so they are called before those.
  const note = () => (window.told = performance.now());
  const attributeFilter = ["class", "style", "theme", "data-theme", "data-mode", "data-bs-theme"];
  new MutationObserver(note).observe(document, { subtree: true, attributeFilter });
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)", "print"]) {
    matchMedia(query).addEventListener("change", note);
  }
}

/**
 * Makes a change and waits for the next drawing. Resolves to the ms between the moment when the page was told of the
 * change and the drawing, by the page's own clock.
 */
export async function redraw(page, change) {
  const count = await page.evaluate(() => window.drawings.length);
  await change();
  await page.waitForFunction((count) => window.drawings.length > count, count);
  return page.evaluate((count) => window.drawings[count] - window.told, count);
}

/**
 * Runs in the page: resolves after so many frames and the tasks that they bring. A browser tells of sizes and media in
 * a frame, so what has not been drawn after two will not be.
 */
export async function showFrames(count = 2) {
  const next = window.frame ?? window.requestAnimationFrame;
  for (let shown = 0; shown < count; shown++) await new Promise((resolve) => next(resolve));
  await new Promise((resolve) => setTimeout(resolve));
}

/** Lets the page show so many frames. */
export const frames = (page, count = 2) => page.evaluate(showFrames, count);

/** Waits until every drawn goal is as wide as its box, in which it may not be narrower than 240 px. */
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
 * What has moved in the page so far. The page reports it late and in order: the last to be reported is a move that is
 * made here, so that none can be missing.
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
