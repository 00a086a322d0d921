// What comes with the core and not before: the style of what it shows, the turns in which widgets are drawn, and of its
// glue what the widget needs.

import { sheet } from "./sheet.js";
import text from "./style.css";

export { default, Widget } from "goalpost:core";
export { inTurn } from "./turns.js";

let shared;

/** The style sheet that all widgets of the page share. */
export function style() {
  return (shared ??= sheet(text));
}
