// What a page loads: defines <goal-post> and mounts the page's embeds. Loading it twice does no harm.

import { GoalPostElement } from "./element.js";
import { mount } from "./embeds.js";
import { sheet } from "./sheet.js";
import room from "./room.css";

export { GoalPostElement };

// Importing the package in Node must do nothing.
if (globalThis.customElements && !customElements.get("goal-post")) {
  // For pages that do not link the style sheet.
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet(room)];
  GoalPostElement.define();
  mount();
}
