// Lets widgets be drawn one after the other, and the page come to its own work in between.
//
// What a widget reads of the page makes the browser lay it out, and what it draws changes the page again. So some look
// before the first of them draws, and the page is laid out once for all of these.

/** Milliseconds after which no further widget is drawn in the same task: half of what counts as a long one. */
const SPELL = 24;
/** Widgets that look at the page together: about as many as are drawn in a spell. */
const TOGETHER = 9;

const queue = [];
let working = false;

/** Resolves once the widget is drawn that `wanted` gives: called when it is its turn, and giving none if it is no longer wanted. */
export function inTurn(wanted) {
  return new Promise((resolve, reject) => {
    queue.push({ wanted, resolve, reject });
    if (!working) work();
  });
}

async function work() {
  working = true;
  // Widgets that the same task brings in are waited for.
  await undefined;
  while (queue.length > 0) {
    const end = performance.now() + SPELL;
    const some = queue.slice(0, TOGETHER);
    for (const one of some) attempt(one, () => one.wanted());
    for (const one of some) attempt(one, () => one.wanted()?.measure());
    for (const one of some) {
      queue.shift();
      attempt(one, () => one.wanted()?.draw());
      one.resolve();
      if (performance.now() >= end) break;
    }
    if (queue.length > 0) await newTask();
  }
  working = false;
}

/** What one cannot do shall not keep the others waiting. */
function attempt(one, step) {
  try {
    step();
  } catch (error) {
    one.reject(error);
    one.wanted = () => undefined;
  }
}

function newTask() {
  return globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
