// goalpost: the embed as its README has it. Its columns show the carry-over as well, beside them stand the gauge, the
// words and the table, and it computes the numbers that the others are given.

const embed = (text) => `<goal-post><script type="application/json">${text}</script></goal-post>`;
const common = {
  from: "goalpost",
  gauge: true,
  styles: ["goalpost/goalpost.css"],
  modules: ["goalpost/goalpost.js"],
  embed,

  /** Resolves when it says that it has drawn. */
  draw(box, text) {
    const goal = document.createElement("goal-post");
    const data = goal.appendChild(document.createElement("script"));
    data.type = "application/json";
    data.textContent = text;
    return new Promise((resolve, reject) => {
      goal.addEventListener("goalpost:drawn", () => resolve(() => goal.remove()));
      goal.addEventListener("goalpost:error", ({ detail }) => reject(new Error(JSON.stringify(detail))));
      box.append(goal);
    });
  },
};

/** As it is where the goal may be anywhere in the page: nothing is fetched before it comes near the viewport. */
export const lazy = { ...common, name: "goalpost" };

/** As it is documented for a goal at the top of the page: the core is asked for together with the script. */
export const eager = {
  ...common,
  name: "goalpost, eager",
  head: [
    '<link rel="modulepreload" href="/goalpost/goalpost.core.js">',
    '<link rel="preload" href="/goalpost/goalpost.wasm" as="fetch" type="application/wasm" crossorigin>',
  ],
};
