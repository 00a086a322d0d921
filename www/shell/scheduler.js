// Draws widgets in batches, so that the page gets its own turn in between.
//
// Reading the page makes the browser lay it out, and drawing changes the page again. Therefore a batch first measures
// (all of its widgets read the page), then mutates (they draw): the page is laid out once for all of them.

/** @import { Widget } from "goalpost:core" */
/** @typedef {() => Widget | undefined} Job */

/** Milliseconds after which a task draws no more widgets: half of a long task's 50 ms. */
const BUDGET = 24;
/** Widgets that measure together: about as many as the budget allows to draw. */
const BATCH = 9;

/** @type {{ job: Job, resolve: () => void, reject: (reason: unknown) => void }[]} */
const queue = [];
let working = false;

/**
 * Queues a drawing. `job` is called in each phase and returns the widget, or `undefined` if the element has since left
 * the page. Resolves once the widget is drawn.
 * @param {Job} job
 * @returns {Promise<void>}
 */
export function schedule(job) {
  return new Promise((resolve, reject) => {
    queue.push({ job, resolve, reject });
    if (!working) work();
  });
}

async function work() {
  working = true;
  // Widgets that are queued by the same task belong to the same batch.
  await undefined;
  while (queue.length > 0) {
    drawBatch(queue.slice(0, BATCH), performance.now() + BUDGET);
    if (queue.length > 0) await nextTask();
  }
  working = false;
}

/**
 * Draws a batch until the time is up; the next batch takes the rest. A failure ends the batch: if the core has
 * crashed, the remaining widgets have to move to a fresh instance before they draw.
 * @param {typeof queue} batch
 * @param {number} end
 */
function drawBatch(batch, end) {
  let entry;
  try {
    // Creating a widget changes the page, so it comes before the first measurement.
    for (entry of batch) entry.job();
    for (entry of batch) entry.job()?.measure();
    for (entry of batch) {
      entry.job()?.draw();
      queue.shift();
      entry.resolve();
      if (performance.now() >= end) break;
    }
  } catch (error) {
    queue.splice(queue.indexOf(entry), 1);
    entry.reject(error);
  }
}

function nextTask() {
  return globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
