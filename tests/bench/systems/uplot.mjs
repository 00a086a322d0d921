// uPlot: columns by its path builder for bars, planned to the left of the week and done to the right of it. It has no
// gauge and no animation. Its size is in px, as its documentation requires.

/* global uPlot */

export default {
  name: "uPlot",
  from: "uplot",
  gauge: false,
  styles: ["uplot/dist/uPlot.min.css"],
  scripts: ["uplot/dist/uPlot.iife.min.js"],

  draw(box, text) {
    const goal = JSON.parse(text);
    const count = goal.planned.length;
    const side = (align) => uPlot.paths.bars({ align, size: [0.4] });
    const points = { show: false };
    const chart = new uPlot(
      {
        title: goal.title,
        width: Math.floor(box.clientWidth * 0.67),
        height: 240,
        scales: { x: { time: false, range: [0.5, count + 0.5] }, y: { range: (_, __, most) => [0, most * 1.05] } },
        axes: [{ values: (_, weeks) => weeks.map((week) => (Number.isInteger(week) ? `Week ${week}` : "")) }, {}],
        series: [
          { label: "Week" },
          { label: "Planned", fill: "#b8c4ce", paths: side(-1), points },
          { label: "Done", fill: "#0b6fa8", paths: side(1), points },
        ],
      },
      [goal.planned.map((_, week) => week + 1), goal.planned, goal.done],
      box,
    );
    // It paints in a microtask, which runs before anything that awaits this.
    return () => chart.destroy();
  },
};
