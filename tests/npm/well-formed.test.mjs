// Whatever characters a goal or an option holds, what is written is well-formed: feeds and XHTML are read by strict parsers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SaxesParser } from "saxes";
import { toElement, toHtml, toSvg } from "../../dist/index.js";

/** Fails where a strict parser does. */
function parse(text) {
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(text).close();
}

/** Every control character, the rest of what XML refuses, halves of a pair, and what ends things in markup. */
const CODES = [...Array(32).keys(), 127, 128, 133, 159, 0xfffe, 0xffff, 0xd800, 0xdfff, 0x2028, 0xfeff];
const HOSTILE = [
  ...CODES.map((code) => `a${String.fromCharCode(code)}b`),
  `<&">'${CODES.map((code) => String.fromCharCode(code)).join("a")}`,
  "]]>--></script><!--<![CDATA[",
];
const GOAL = { title: "A", planned: [6, 8], done: [6, 5] };
const OPTIONS = ["view", "theme", "lang", "title", "width", "height", "font", "direction"];
/** In XML an attribute has a value. */
const figure = (html) => `<x>${html.replace(/ (open|hidden)(?=[ >])/g, ' $1=""')}</x>`;

/** Writes with each function; a refusal that names a problem, or a wrong type, is an answer as well. */
function written(goal, options) {
  return [
    toSvg,
    (goal, options) => figure(toHtml(goal, options)),
    (goal, options) => figure(toElement(goal, options)),
  ].flatMap((write) => {
    try {
      return [write(goal, options)];
    } catch (error) {
      assert.ok(error.problems ?? /invalid type/.test(error.message ?? error), String(error));
      return [];
    }
  });
}

for (const option of OPTIONS) {
  test(`the option ${option} may hold any character`, () => {
    let documents = 0;
    for (const value of HOSTILE) for (const text of written(GOAL, { [option]: value })) (parse(text), documents++);
    const isWord = ["view", "theme", "width", "height", "direction"].includes(option);
    assert.ok(documents > 0 || isWord, "and is taken");
  });
}

test("every text of a goal may hold any character", () => {
  let documents = 0;
  for (const text of HOSTILE) {
    const goals = ["title", "unit", "lang"].map((field) => ({ ...GOAL, [field]: text }));
    for (const field of ["label", "note", "milestone"]) {
      goals.push(/** @type {any} */ ({ weeks: [{ planned: 5, done: 3, [field]: text }] }));
    }
    goals.push(/** @type {any} */ ({ weeks: [{ label: "1" }], tasks: [{ title: text, week: 1, done: true }] }));
    for (const goal of goals) for (const document of written(goal, {})) (parse(document), documents++);
  }
  assert.ok(documents > 500, `${documents} documents`);
});
