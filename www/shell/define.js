// What a page loads: defines <goal-post> and mounts the page's embeds. Loading it twice does no harm.

import { GoalPostElement } from "./element.js";
import { mount } from "./embeds.js";
import { sheet } from "./sheet.js";
import room from "./room.css";

if (globalThis.customElements && !customElements.get("goal-post")) {
  // For pages that do not link it: from here on, nothing moves.
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet(room)];
  customElements.define("goal-post", GoalPostElement);
  mount();
}
