// What a page loads: defines <goal-post> and mounts the page's embeds. Loading it twice does no harm.

import { GoalPostElement } from "./element.js";
import { mount } from "./embeds.js";

export { GoalPostElement };

// Importing the package in Node must do nothing.
if (globalThis.customElements && !customElements.get("goal-post")) {
  if (!document.querySelector('link[href*="goalpost.css"]')) import("./room.js");
  GoalPostElement.define();
  mount();
}
