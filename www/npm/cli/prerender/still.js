// Draws the still of a goal as the widget would: with the options of its element and the language of its page.

import { progress, toElement } from "../../index.js";

/** @import { Embed } from "../embeds.js" */

/**
 * The still, and the script with the data that comes before it in a <goal-post>.
 * @param {string | object} goal JSON text, or a value
 * @param {Pick<Embed, "options" | "lang" | "direction">} embed
 * @returns {{ still: string, data: string }}
 * @throws {Error} with `problems`
 */
export function draw(goal, { options, lang, direction }) {
  const chosen = options.lang ?? (languageOf(goal) ? undefined : lang || undefined);
  const markup = toElement(/** @type {string} */ (goal), { .../** @type {any} */ (options), lang: chosen, direction });
  const start = markup.indexOf("<script");
  const end = markup.indexOf("</script>", start) + "</script>".length;
  return { data: markup.slice(start, end), still: markup.slice(end, markup.lastIndexOf("</goal-post>")).trim() };
}

/** Matches goals that may show a language, by a key or by letters. Others need no numbers to be computed. */
const MAY_TELL = /lang|\\|[^\x00-\x7f]/;

/** The language that a goal itself shows. @param {string | object} goal */
function languageOf(goal) {
  if (typeof goal === "string" && !MAY_TELL.test(goal)) return "";
  return progress(/** @type {string} */ (goal)).lang;
}
