// goalpost: the embed of its README. Its columns show the carry-over as well, it has the gauge, the
// words and the table too, and it computes the numbers that the other systems are given.

const embed = (text) => `<goal-post><script type="application/json">${text}</script></goal-post>`;
const common = {
  from: "goalpost",
  gauge: true,
  styles: ["goalpost/goalpost.css"],
  modules: ["goalpost/goalpost.js"],
  embed,

  /** Resolves when the goal announces its drawing. */
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

/** The embed for a goal anywhere in the page: nothing is loaded before it comes near the viewport. */
export const lazy = { ...common, name: "goalpost" };

/** The documented embed for a goal at the top of the page: the core is requested together with the script. */
export const eager = {
  ...common,
  name: "goalpost, eager",
  head: [
    '<link rel="modulepreload" href="/goalpost/goalpost.core.js">',
    '<link rel="preload" href="/goalpost/goalpost.wasm" as="fetch" type="application/wasm" crossorigin>',
  ],
};
