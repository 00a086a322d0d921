// What a page loads: defines <goal-post> and mounts the page's embeds. Loading it twice does no harm.

import { GoalPostElement } from "./element.js";
import { mount } from "./embeds.js";

if (globalThis.customElements && !customElements.get("goal-post")) {
  customElements.define("goal-post", GoalPostElement);
  mount();
}
