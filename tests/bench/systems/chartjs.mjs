// Chart.js: grouped columns and a half doughnut, two charts, each in a sized box as its chapter on responsive charts
// advises. As its chapter on performance advises, animation is off. The script is that of its "getting started".

/* global Chart */

export default {
  name: "Chart.js",
  from: "chart.js",
  gauge: true,
  scripts: ["chart.js/dist/chart.umd.min.js"],

  draw(box, text) {
    const goal = JSON.parse(text);
    const canvas = (width) => {
      const sized = box.appendChild(document.createElement("div"));
      sized.style.cssText = `position: relative; height: 300px; width: ${width}`;
      return sized.appendChild(document.createElement("canvas"));
    };
    const sum = (values) => values.reduce((sum, value) => sum + value, 0);
    const [planned, done] = [sum(goal.planned), sum(goal.done)];
    const options = { animation: false, responsive: true, maintainAspectRatio: false };
    const charts = [
      new Chart(canvas("67%"), {
        type: "bar",
        data: {
          labels: goal.planned.map((_, week) => `Week ${week + 1}`),
          datasets: [
            { label: "Planned", data: goal.planned, backgroundColor: "#b8c4ce" },
            { label: "Done", data: goal.done, backgroundColor: "#0b6fa8" },
          ],
        },
        options: {
          ...options,
          plugins: { title: { display: true, text: goal.title } },
          scales: { y: { beginAtZero: true } },
        },
      }),
      new Chart(canvas("33%"), {
        type: "doughnut",
        data: {
          labels: ["Done", "Left"],
          datasets: [{ data: [done, planned - done], backgroundColor: ["#0b6fa8", "#dde3e8"] }],
        },
        options: {
          ...options,
          rotation: -90,
          circumference: 180,
          plugins: { title: { display: true, text: `${Math.round((1000 * done) / planned) / 10}%` } },
        },
      }),
    ];
    return () => charts.forEach((chart) => chart.destroy());
  },
};
