// Divides the files of a site among worker threads. Each thread has its own instance of the core.

import { availableParallelism } from "node:os";
import { Worker, parentPort, workerData } from "node:worker_threads";
import { prerenderer } from "./file.js";

/** @import { Job, Outcome } from "./file.js" */

/** The number of files sent to a worker at once: small, so that no worker has a long rest at the end. */
const BATCH = 8;
/** Up to this number of files, a second thread is not worth its start. */
const FEW = 4 * BATCH;
/** The size of a thread's young generation, in MiB, before it is collected. */
const YOUNG_MB = 8;

/** @param {(file: string) => Outcome} prerender @param {string} file @returns {Outcome} */
function taken(prerender, file) {
  try {
    return prerender(file);
  } catch (error) {
    // An error of the file system is about the file; any other is a bug.
    if (!error.code) throw new Error(`${file}: ${error.message}`, { cause: error });
    return { goals: 0, isChanged: false, problems: [`${file}: ${error.message}`], notes: [] };
  }
}

/** The worker: prerenders the files that it receives. */
export function work() {
  const prerender = prerenderer(workerData);
  parentPort?.on("message", (files) => {
    parentPort?.postMessage(files.map((file) => taken(prerender, file)));
  });
}

/**
 * Prerenders files, and passes each outcome to `done`, which returns whether to go on.
 * @param {string[]} files
 * @param {Job} job
 * @param {object} options
 * @param {URL} options.self the script that a worker runs
 * @param {number} [options.jobs] the most threads
 * @param {(file: string, outcome: Outcome) => boolean} options.done
 */
export async function share(files, job, { self, jobs = availableParallelism(), done }) {
  const count = Math.min(jobs, Math.ceil(files.length / FEW));
  let next = 0;
  let goesOn = true;
  if (count <= 1) {
    const prerender = prerenderer(job);
    while (goesOn && next < files.length) goesOn = done(files[next], taken(prerender, files[next++]));
    return;
  }
  const hand = (worker) =>
    new Promise((resolve, reject) => {
      let batch = [];
      const give = () => {
        batch = goesOn ? files.slice(next, (next += BATCH)) : [];
        if (batch.length > 0) worker.postMessage(batch);
        else resolve(worker.terminate());
      };
      worker.on("error", reject);
      worker.on("message", (/** @type {Outcome[]} */ outcomes) => {
        for (const [at, outcome] of outcomes.entries()) goesOn = done(batch[at], outcome) && goesOn;
        give();
      });
      give();
    });
  const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MB };
  const workers = Array.from({ length: count }, () => new Worker(self, { workerData: job, resourceLimits }));
  try {
    await Promise.all(workers.map(hand));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
