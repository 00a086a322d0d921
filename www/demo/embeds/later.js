// Adds a goal a moment after the page has loaded, as a site that replaces its content without loading a page does.
const goal = { title: "Came later", planned: [6, 8, 6, 4], done: [6, 6, 6, 2] };

setTimeout(() => {
  const data = document.createElement("script");
  data.type = "application/json";
  data.dataset.goalpost = "";
  data.textContent = JSON.stringify(goal);
  document.querySelector(".comes-later").append(data);
}, 500);
