// Apache ECharts: columns and a gauge in one instance on canvas, without animation. The script is that of its "get
// started", which contains every kind of chart.

/* global echarts */

export default {
  name: "ECharts",
  from: "echarts",
  gauge: true,
  scripts: ["echarts/dist/echarts.min.js"],

  draw(box, text) {
    const goal = JSON.parse(text);
    const sized = box.appendChild(document.createElement("div"));
    sized.style.cssText = "height: 300px; width: 100%";
    const sum = (values) => values.reduce((sum, value) => sum + value, 0);
    const chart = echarts.init(sized);
    chart.setOption({
      animation: false,
      title: { text: goal.title },
      legend: { data: ["Planned", "Done"], left: "40%" },
      grid: { right: "38%" },
      xAxis: { type: "category", data: goal.planned.map((_, week) => `Week ${week + 1}`) },
      yAxis: { type: "value" },
      series: [
        { name: "Planned", type: "bar", data: goal.planned, color: "#b8c4ce" },
        { name: "Done", type: "bar", data: goal.done, color: "#0b6fa8" },
        {
          type: "gauge",
          center: ["83%", "55%"],
          progress: { show: true },
          data: [{ value: Math.round((1000 * sum(goal.done)) / sum(goal.planned)) / 10 }],
          detail: { formatter: "{value}%" },
        },
      ],
    });
    return () => chart.dispose();
  },
};
