// The measured pages, the same for every system: a post with a chart in sight, and a workshop page in
// which the system is loaded and has drawn nothing. Both are in a folder beside the systems' own files.

import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as measured from "./inpage.mjs";
import { goal, writeOwn } from "./pages.mjs";
import chartjs from "./systems/chartjs.mjs";
import echarts from "./systems/echarts.mjs";
import frappe from "./systems/frappe.mjs";
import { eager, lazy } from "./systems/goalpost.mjs";
import uplot from "./systems/uplot.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const installed = (path) => (path === "goalpost" ? here("../../dist") : here(`node_modules/${path}`));

/**
 * Both embeds of goalpost, then the peers. Ratios are to Chart.js.
 * @type {any[]} each measurement adds its own figures
 */
export const systems = [eager, lazy, chartjs, uplot, frappe, echarts].map((system) => {
  const { version } = JSON.parse(readFileSync(join(installed(system.from), "package.json"), "utf8"));
  return { ...system, version, id: system.name.toLowerCase().replace(/\W+/g, "-") };
});

const words = "One list a week, ticked off on Sundays, and what was left went onto the next week's list. ";
const prose = `<p>${words.repeat(6)}</p>`;
const tags = ({ head = [], styles = [] }) =>
  [...head, ...styles.map((path) => `<link rel="stylesheet" href="/${path}">`)].join("\n");
const code = ({ scripts = [], modules = [] }) =>
  [
    ...scripts.map((path) => `<script src="/${path}"></script>`),
    ...modules.map((path) => `<script type="module" src="/${path}"></script>`),
  ].join("\n");

const page = (system, body) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${system.name}</title>
<link rel="icon" href="data:,">
<style>body { max-width: 720px; margin: 0 auto; padding: 16px; font: 16px/1.5 sans-serif } #goal { display: flex; min-height: 300px }
goal-post { flex: 1 }</style>
<script>
${Object.values(measured).map(String).join("\n")}
watch();
</script>
${tags(system)}
</head>
<body>
${body}
</body>
</html>
`;

/** A post with the chart, drawn when the page loads, as the system's documentation advises. */
function post(system, text) {
  const before = `<h1>A goal</h1>\n${prose}`;
  if (system.embed) {
    return page(
      system,
      `${before}\n<div id="goal">${system.embed(text)}</div>\n${prose}\n${code(system)}
<script>addEventListener("goalpost:drawn", () => finish(document.querySelector("#goal")));</script>`,
    );
  }
  return page(
    system,
    `${before}\n<div id="goal"></div>\n${prose}\n<script type="application/json" id="data">${text}</script>
${code(system)}
<script>
const box = document.querySelector("#goal");
Promise.resolve((${method(system.draw)})(box, document.querySelector("#data").textContent)).then(() => finish(box));
</script>`,
  );
}

/** The source of a method, as a function. */
const method = (draw) => `function ${String(draw)}`;

/** A page with the system, which draws on demand. */
function workshop(system) {
  // goalpost loads its core for goals near the viewport, which the browser reports before the next frame. Without an
  // observer there is no such wait, so that only work is measured.
  return page(
    system,
    `<div id="room"></div>\n<script>${system.embed ? "delete globalThis.IntersectionObserver;" : ""} const draw = ${method(system.draw)};</script>\n${code(system)}`,
  );
}

/** Writes all pages and files below `root`. */
export function write(root) {
  writeOwn(root);
  for (const system of systems) {
    mkdirSync(join(root, system.id), { recursive: true });
    writeFileSync(join(root, system.id, "post.html"), post(system, goal(5)));
    writeFileSync(join(root, system.id, "workshop.html"), workshop(system));
    if (system.from === "goalpost") continue;
    for (const path of [...(system.styles ?? []), ...system.scripts]) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      cpSync(installed(path), join(root, path));
    }
  }
  writeFileSync(join(root, "blank.html"), page({ name: "Blank" }, `<h1>A goal</h1>\n${prose}${prose}`));
}
