// Lets widgets be drawn one after the other, and the page come to its own work in between.

/** Milliseconds after which no further widget is begun in the same task: a frame. */
const SPELL = 16;

let queue = Promise.resolve();
/** When the first widget of this task was begun; undefined in a new task. */
let begun;

/** Resolves when it is the caller's turn to draw. */
export function inTurn() {
  queue = queue.then(begin);
  return queue;
}

async function begin() {
  if (begun !== undefined && performance.now() - begun < SPELL) return;
  if (begun !== undefined) await newTask();
  begun = performance.now();
  setTimeout(() => (begun = undefined));
}

function newTask() {
  return globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
