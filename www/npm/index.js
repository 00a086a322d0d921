// What the package offers where there is no page: numbers, pictures and figures, from the same core as the widget.
//
// The WebAssembly stands in this file, so that a bundled server finds it; it is compiled at the first call.

import * as core from "goalpost:core";
import bytes from "goalpost:wasm";

let ready;

function started() {
  if (!ready) core.initSync({ module: Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0)) });
  ready = true;
  return core;
}

/** The core's options, and how texts are measured. */
function given({ view, theme, lang, width, font, direction, measureText, embed } = {}) {
  const options = Object.entries({ view, theme, lang, width, font, direction, embed });
  const measure = measureText && ((text, size, bold) => measureText(text, { size, bold }));
  return [Object.fromEntries(options.filter(([, value]) => value != null)), measure];
}

export function progress(goal) {
  return started().progress(goal);
}

export function check(goal, { lang = "" } = {}) {
  return started().check(goal, lang);
}

export function toSvg(goal, options) {
  return started().svg(goal, ...given(options));
}

export function toHtml(goal, options) {
  return started().html(goal, ...given(options));
}

/** A text as it may stand in a double-quoted attribute. */
const attribute = (text) => String(text).replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

export function toElement(goal, options = {}) {
  const still = started().html(goal, ...given({ ...options, embed: true }));
  const attributes = ["view", "theme", "lang"].filter((name) => options[name] != null);
  const opening = attributes.map((name) => ` ${name}="${attribute(options[name])}"`).join("");
  // Nothing in the goal may end the script, or open a comment in it.
  const json = (typeof goal === "string" ? goal : JSON.stringify(goal)).replace(/</g, "\\u003c").replace(/>/g, "\\u003e");
  // To Markdown, a line with nothing but a tag begins HTML, and an empty line ends it.
  return `<goal-post${opening}>\n<script type="application/json">${json.replace(/\s*\n\s*/g, "\n").trim()}</script>${still}</goal-post>`;
}
