// The script of a page: defines <goal-post> and mounts the page's embeds. Loading it twice does no harm.

import { all } from "./dom.js";
import { GoalPostElement } from "./element.js";
import { mount } from "./embeds.js";

export { GoalPostElement };

// Importing the package in Node must do nothing.
if (globalThis.customElements && !customElements.get("goal-post")) {
  if (!all('link[href*="goalpost.css"]')[0]) import("./room.js");
  GoalPostElement.define();
  mount();
}
