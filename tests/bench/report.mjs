// Writes the report of a run: the measurements of each system, and the budgets.

import { cpus } from "node:os";
import { budgets, verdict } from "./budgets.mjs";
import { SLOW_4G, SLOW_CPU } from "./measure.mjs";

const KB = 1000;
const number = (value, digits) => (value === undefined ? "–" : value.toFixed(digits));
const ms =
  (name, digits = 1) =>
  ({ figures }) =>
    number(figures[name], digits);

/**
 * The rows of the table: a title, the cell, and the value of which the ratio to Chart.js is shown.
 * @type {[string, (system: any) => string | number, string?][]}
 */
const rows = [
  ["requests", ({ figures }) => figures.requests],
  ["bytes, brotli 11, KB", ({ figures }) => number(figures.bytes / KB, 1), "bytes"],
  ["cold, navigation to the chart drawn, ms", ms("cold", 0), "cold"],
  ["the same, slow 4G and 4× CPU slowdown, ms", ms("slow", 0), "slow"],
  ["total blocking time, slow 4G and 4× CPU slowdown, ms", ms("blocking", 0), "blocking"],
  ["layout shift", ms("shift", 3)],
  ["5 weeks, the first in a page, ms", ms("first5"), "first5"],
  ["5 weeks, after it, ms", ms("draw5"), "draw5"],
  ["520 weeks, the first in a page, ms", ms("first520"), "first520"],
  ["520 weeks, after it, ms", ms("draw520"), "draw520"],
  ["100 charts on a page, until all are drawn, ms", ms("hundred", 0), "hundred"],
  ["100 charts, the main thread's work until it rests, ms", ms("worked", 0), "worked"],
  [
    "JS heap with the chart, above a blank page, KB",
    ({ figures }) => number(figures.heap && figures.heap / KB, 0),
    "heap",
  ],
];

function table(systems, own) {
  const chart = systems.find(({ name }) => name === "Chart.js");
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const ratio = ({ figures }, of) =>
    of && figures[of] !== undefined && chart.figures[of] ? ` (${(figures[of] / chart.figures[of]).toFixed(2)})` : "";
  return [
    line(["", ...systems.map(({ name, version }) => `${name} ${version}`)]),
    line(["---", ...systems.map(() => "---:")]),
    line(["gauge", ...systems.map(({ gauge }) => (gauge ? "yes" : "has none"))]),
    ...rows.map(([title, show, of]) => line([title, ...systems.map((system) => show(system) + ratio(system, of))])),
    line([
      "wasm memory, KB",
      ...systems.map(({ from }) => (from === "goalpost" ? Math.round(own.memory * 65.536) : 0)),
    ]),
  ].join("\n");
}

function budgetTable(systems, own) {
  const [eager, ours] = systems;
  const chart = systems.find(({ name }) => name === "Chart.js");
  const run = { eager: eager.figures, ours: ours.figures, chart: chart.figures, own };
  const lines = budgets.map((budget) => {
    const value = budget.of(run);
    const unit = budget.unit ? ` ${budget.unit}` : "";
    const distance = value > budget.aim ? `${number(value - budget.aim, 2)}${unit}` : "none";
    return `| ${budget.what} | ≤ ${budget.must}${unit} | ≤ ${budget.aim}${unit} | ${number(value, 2)}${unit} | ${verdict(budget, value)} | ${distance} |`;
  });
  return [
    "| what | must | aim | measured | verdict | to the aim |",
    "| --- | ---: | ---: | ---: | --- | ---: |",
    ...lines,
  ].join("\n");
}

export function report({ systems, own, runs, browser }) {
  const [{ model }, { length: cores }] = [cpus()[0], cpus()];
  const chart = systems.find(({ name }) => name === "Chart.js");
  return `# Side by side

Written by \`make bench\` on ${new Date().toISOString().slice(0, 10)}: Chromium ${browser} headless, Node ${process.versions.node},
${cores} cores (${model.trim()}), medians of ${runs} runs in which the systems take turns. Times differ from machine to machine; ratios
to Chart.js, in brackets, much less.

## The budgets

${budgetTable(systems, own)}

## All figures

${table(systems, own)}

An empty canvas of 720 × 300 px, made, filled and read back: ${number(own.floor, 1)} ms, which is ${number(own.floor / chart.figures.draw5, 2)} of Chart.js' 5 weeks: no
drawing on a canvas can take less. goalpost alone: 260 weeks ${number(own.draw260, 1)} ms, 1,040 weeks ${number(own.draw1040, 1)} ms. Longest task while 200 widgets are scrolled
through: ${number(own.longest, 0)} ms, with 4× CPU slowdown ${number(own.longestSlow, 0)} ms (0: none of 50 ms or more).

## How it is measured

- One page per system, the same but for the system: a post of 720 px with five weeks of a goal in sight, its files from one
  server on this machine, compressed with brotli 11 and cacheable; each load in a fresh browser context.
- Peers are used as their documents advise, with animation off; what each does is in \`systems/\`. They draw columns of what
  was planned and done, and a gauge where they can. goalpost draws its whole embed: it reads and checks the data, computes
  the carry-over, the jam and the forecast, and writes words and table beside chart and gauge. Of a table of more than 52
  weeks, which is folded in, the further rows are made in the page's next idle moment: at 520 weeks about 7 ms that the
  drawings here do not hold.
- A draw counts when its pixels are there: one pixel of every canvas is read back, which cannot be answered before all is
  drawn. SVG has nothing to read back, so frappe-charts is asked for its layout and not charged for painting; in the time to
  the chart, it is given two frames.
- "goalpost, eager" is the embed that is documented for a goal at the top of a page: it preloads the core. "goalpost" is the
  embed for anywhere in a page. Both draw alike.
- Slow 4G is that of Chromium's developer tools and of Lighthouse: ${SLOW_4G.latency} ms to each answer, ${(SLOW_4G.downloadThroughput * 8) / 1e6} Mbit/s down; the CPU is
  slowed down ${SLOW_CPU}×.
- Drawings: the library is there, with goalpost the core's one instance too, and a goal comes into the page and is drawn;
  first as the first of a page, then again and again, each time in a new box and as new data (the median after four). No
  frame is waited for: goalpost is not told that the goal is near, for it always is.
`;
}
