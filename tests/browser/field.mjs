// Pages like those of other sites: the markup of themes, builders and other scripts, written by us.

import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const dist = path("../../dist");

export const GOAL = { title: "Kubernetes", unit: "lectures", planned: [6, 8, 6, 4], done: [6, 6, 6, 2] };
/** On three lines, as authors write it. */
export const LINES = [
  '{ "title": "Kubernetes", "unit": "lectures",',
  '  "planned": [6, 8, 6, 4],',
  '  "done": [6, 6, 6, 2] }',
];
export const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
/** @param {object} goal */
export const script = (goal = GOAL) => `<script type="application/json" data-goalpost>${JSON.stringify(goal)}</script>`;
/** @param {object} goal @param {string} attributes */
export const element = (goal = GOAL, attributes = "") =>
  `<goal-post ${attributes}><script type="application/json">${JSON.stringify(goal)}</script></goal-post>`;

/**
 * A page with a goal in it.
 * @param {string} body
 * @param {{ style?: string, head?: string, root?: string, linked?: boolean }} options
 */
export const page = (body, { style = "", head = "", root = "", linked = true } = {}) =>
  `<!doctype html><html lang="en" ${root}><head><meta charset="utf-8"><title>A post</title>
<meta name="viewport" content="width=device-width">
${linked ? '<link rel="stylesheet" href="g/goalpost.css">' : ""}
<style>body { font: 16px/1.6 sans-serif; margin: 24px } ${style}</style>${head}</head>
<body>${body}
<script type="module" src="g/goalpost.js"></script></body></html>`;

/** Writes pages beside the files of the widget, which are in the folder `g`; returns their folder. */
export function written(name, pages) {
  const root = path(`../../target/pages/${name}`);
  rmSync(root, { recursive: true, force: true });
  mkdirSync(join(root, "g"), { recursive: true });
  for (const file of readdirSync(dist).filter((file) => /^goalpost\..*(js|css|wasm)$/.test(file))) {
    cpSync(join(dist, file), join(root, "g", file));
  }
  for (const [file, text] of Object.entries(pages)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}
