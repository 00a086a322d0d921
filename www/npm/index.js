// The package's functions without a page: numbers, pictures and figures, from the same core as the widget.
//
// This file contains the WebAssembly module, so that a bundler cannot lose it. The first call compiles it.

import * as core from "goalpost:node";
import base64 from "goalpost:node.wasm";

/** @import { Goal, PictureOptions } from "./index.js" */

let isReady = false;

/** The compiled core. */
function ready() {
  if (!isReady) core.initSync({ module: Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)) });
  isReady = true;
  return core;
}

/**
 * The core's arguments other than the goal: its options, and the function that measures text.
 * @param {PictureOptions} options
 * @returns {[core.Options, core.Measure | undefined]}
 */
function settings({ view, theme, lang, title, width, height, font, direction, measureText } = {}) {
  const options = Object.entries({ view, theme, lang, title, width, height, font, direction });
  const chosen = Object.fromEntries(options.filter(([, value]) => value != null));
  return [chosen, measureText && ((text, size, bold) => measureText(text, { size, bold }))];
}

/** @param {Goal | string} goal */
export function progress(goal) {
  return ready().progress(goal);
}

/**
 * @param {Goal | string} goal
 * @param {{ lang?: string }} options
 */
export function check(goal, { lang = "" } = {}) {
  return ready().check(goal, lang);
}

/**
 * @param {Goal | string} goal
 * @param {PictureOptions} [options]
 */
export function toSvg(goal, options) {
  return ready().svg(goal, ...settings(options));
}

/**
 * @param {Goal | string} goal
 * @param {PictureOptions} [options]
 */
export function toHtml(goal, options) {
  return ready().html(goal, ...settings(options));
}

/**
 * @param {Goal | string} goal
 * @param {PictureOptions} options
 */
export function toElement(goal, options = {}) {
  const figure = toHtml(goal, options);
  const names = /** @type {const} */ (["view", "theme", "lang"]);
  const given = names.filter((name) => options[name] != null);
  const attributes = given.map((name) => ` ${name}="${escapeAttribute(options[name])}"`).join("");
  const text = typeof goal === "string" ? goal : JSON.stringify(goal);
  // Nothing in the goal may end the script, begin a comment in it, or, in a page that is XML, begin an entity.
  const json = text.replace(/[<>&\ufffe\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
  // In Markdown, a line with only a tag begins an HTML block, and an empty line ends it.
  const data = `<script type="application/json">${json.replace(/\s*\n\s*/g, "\n").trim()}</script>`;
  return `<goal-post${attributes}>\n${data}${figure}</goal-post>`;
}

/** The characters that XML forbids. */
const NEVER = /[^\t\n\r -\ufffd\u{10000}-\u{10ffff}]|\p{Surrogate}/gu;

/** Escapes a text for an attribute in double quotes. @param {unknown} text */
function escapeAttribute(text) {
  return String(text).replace(NEVER, "").replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
}
