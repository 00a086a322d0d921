// The script of a page: defines <goal-post> and mounts the page's embeds. Loading it twice does no harm, and is reported.

import { all } from "./dom.js";
import { GoalPostElement } from "./element.js";
import { mount } from "./embeds.js";

export { GoalPostElement };

// Importing the package in Node must do nothing.
const known = globalThis.customElements?.get("goal-post");
if (known) import("./place.js").then(({ taken }) => taken(known));
else if (globalThis.customElements) {
  if (!all('link[href*="goalpost.css"]')[0]) import("./room.js");
  GoalPostElement.define();
  mount();
}
