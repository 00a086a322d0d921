// The budgets of a run. Ratios are to Chart.js in the same run.

const KB = 1000;

/**
 * Each budget: its name, its format, the limit, the aim, and its value from a run.
 * `ours` is goalpost embedded anywhere, `eager` with its preload at the top of a page, `chart` is Chart.js.
 */
export const budgets = [
  {
    what: "bytes until the first chart (brotli 11, all files)",
    unit: "KB",
    must: 46,
    aim: 32,
    of: ({ ours }) => ours.bytes / KB,
  },
  {
    what: "time to the chart drawn, slow 4G and 4× CPU, to Chart.js: goal at the top, preloaded",
    must: 0.85,
    aim: 0.7,
    of: ({ eager, chart }) => eager.slow / chart.slow,
  },
  { what: "bytes while no widget is near the viewport", unit: "KB", must: 6, aim: 3, of: ({ own }) => own.loader / KB },
  {
    what: "static figure shown after the page's first paint",
    unit: "ms",
    must: 0,
    aim: 0,
    of: ({ own }) => own.figure,
  },
  {
    what: "whole way of an embed of 5 weeks, to Chart.js",
    must: 0.25,
    aim: 0.1,
    of: ({ ours, chart }) => ours.draw5 / chart.draw5,
  },
  { what: "the same, the first in a page", must: 0.25, aim: 0.1, of: ({ ours, chart }) => ours.first5 / chart.first5 },
  {
    what: "whole way of an embed of 520 weeks, to Chart.js",
    must: 0.4,
    aim: 0.15,
    of: ({ ours, chart }) => ours.draw520 / chart.draw520,
  },
  {
    what: "the same, the first in a page",
    must: 0.4,
    aim: 0.15,
    of: ({ ours, chart }) => ours.first520 / chart.first520,
  },
  {
    what: "100 widgets on a page, all drawn, to Chart.js",
    must: 0.5,
    aim: 0.2,
    of: ({ ours, chart }) => ours.hundred / chart.hundred,
  },
  { what: "wasm instances of a page of 100 widgets", must: 1, aim: 1, of: ({ own }) => own.instances },
  { what: "wasm requests of a page of 100 widgets", must: 1, aim: 1, of: ({ own }) => own.wasmRequests },
  { what: "layout shift added", must: 0, aim: 0, of: ({ ours }) => ours.shift },
  { what: "animation frames asked for in an idle second", must: 0, aim: 0, of: ({ own }) => own.frames },
  { what: "requests to other origins", must: 0, aim: 0, of: ({ own }) => own.foreign },
  {
    what: "wasm memory growth over mount/unmount 100 → 1,000",
    unit: "pages",
    must: 0,
    aim: 0,
    of: ({ own }) => own.growth,
  },
  { what: "1,040 weeks to 260 weeks", must: 2, aim: 2, of: ({ own }) => own.draw1040 / own.draw260 },
  {
    what: "longest task while 200 widgets are scrolled through",
    unit: "ms",
    must: 50,
    aim: 50,
    of: ({ own }) => own.longest,
  },
];

export function verdict({ must, aim }, value) {
  if (value <= aim) return "aim met";
  return value <= must ? "must met" : "missed";
}
