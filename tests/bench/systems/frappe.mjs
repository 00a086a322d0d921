// frappe-charts: a bar chart and a donut, as SVG. Even with `animate: 0` its columns have no height for 700 ms; an
// immediate update to the same data avoids that.

/* global frappe */

export default {
  name: "frappe-charts",
  from: "frappe-charts",
  gauge: true,
  scripts: ["frappe-charts/dist/frappe-charts.min.umd.js"],

  draw(box, text) {
    const goal = JSON.parse(text);
    const part = (width) => {
      const sized = box.appendChild(document.createElement("div"));
      sized.style.cssText = `height: 300px; width: ${width}; overflow: hidden`;
      return sized;
    };
    const sum = (values) => values.reduce((sum, value) => sum + value, 0);
    const [planned, done] = [sum(goal.planned), sum(goal.done)];
    const weeks = {
      labels: goal.planned.map((_, week) => `Week ${week + 1}`),
      datasets: [
        { name: "Planned", values: goal.planned },
        { name: "Done", values: goal.done },
      ],
    };
    const whole = { labels: ["Done", "Left"], datasets: [{ values: [done, planned - done] }] };
    const common = { height: 300, animate: 0, colors: ["#b8c4ce", "#0b6fa8"] };
    const charts = [
      new frappe.Chart(part("67%"), { ...common, title: goal.title, type: "bar", data: weeks }),
      new frappe.Chart(part("33%"), { ...common, type: "donut", data: whole }),
    ];
    charts[0].update(weeks);
    return () => charts.forEach((chart) => chart.destroy());
  },
};
