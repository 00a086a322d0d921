// Data files may come from others: a pull request, a form, an import. No data become markup in the page.
//
// Real Jekyll builds pages whose goals have hostile strings in every field, as text, as list and as map, in Markdown
// and in HTML. A browser opens them: no string runs, and there is no element that the include does not write.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { launch } from "../../www/tools/browser.mjs";
import { serve } from "../../www/tools/serve.mjs";
import { base } from "../../www/tools/site.mjs";
import { site } from "./sites.mjs";

/** Each calls `ran()` in the page if it escapes its context. */
const STRINGS = [
  "<script>ran()</script>",
  "</script><script>ran()</script>",
  "<img src=x onerror=ran()>",
  "<svg/onload=ran()>",
  '"><img src=x onerror=ran()>',
  "'><img src=x onerror=ran()>",
  '" autofocus tabindex=1 onfocus=ran() x="',
  "javascript:ran()",
  'https://example.org/"onmouseover=ran() x="',
  "//</td></tr></table><iframe srcdoc='<script>parent.ran()</script>'></iframe>",
  "--><b onmouseover=ran()>%</b><!--",
  "]]><goal-post src=x></goal-post>",
  "{{ site.title }}{% raw %}<u>%</u>",
  "5/<script>ran()</script>",
  "<script>ran()</script>%",
  "2024-03-02<script>ran()</script>",
  "</textarea></title></style><style>@import 'x'</style>",
  "[a](javascript:ran()) <javascript:ran()> `b` **c**",
];

/** Values of each type that YAML and JSON allow instead of a text or a number. */
const KINDS = {
  text: (string) => string,
  list: (string) => [string, "%", "/"],
  map: (string) => ({ [string]: string, size: string, first: string }),
};

const GOOD = {
  lists: { title: "A", unit: "pages", planned: [6, 8], done: [6, 5] },
  weeks: {
    title: "A",
    unit: "pages",
    weeks: [
      { label: "1", date: "2024-03-02", planned: 6, done: 6, note: "fine" },
      { label: "2", date: "2024-03-09", planned: 8, done: 5, note: "fine", link: "/here" },
    ],
  },
  tasks: {
    title: "A",
    weeks: [{ label: "1" }, { label: "2" }],
    tasks: [
      { title: "Pod", week: 1, done: true },
      { title: "Node", week: 2 },
    ],
  },
};
/** Every key that a goal, a week and a task can have. */
const schema = JSON.parse(readFileSync(new URL("../../www/schema/goal.schema.json", import.meta.url), "utf8"));
const [GOAL, WEEK, TASK] = [schema, schema.definitions.week, schema.definitions.task].map(({ properties }) =>
  Object.keys(properties).filter((key) => key !== "$schema"),
);

const filled = (fields, value) => Object.fromEntries(fields.map((field) => [field, value]));

/** Goals with hostile values in every field: in all at once, and, as text, in one at a time beside good values. */
function hostileGoals(string) {
  const goals = [];
  for (const [kind, make] of Object.entries(KINDS)) {
    const value = make(string);
    const scalars = filled(
      GOAL.filter((field) => !["weeks", "planned", "done", "tasks"].includes(field)),
      value,
    );
    goals.push({ ...scalars, planned: [value, value], done: [value, value] });
    goals.push({ ...scalars, weeks: [filled(WEEK, value), filled(WEEK, value)] });
    goals.push({
      ...scalars,
      weeks: [filled(WEEK, value)],
      tasks: [filled(TASK, value), { ...filled(TASK, value), week: 1 }],
    });
    // The include treats lists and maps alike whatever they contain, so one string is enough.
    if (kind !== "text" && string !== STRINGS[0]) continue;
    for (const field of GOAL) goals.push({ ...GOOD[field === "tasks" ? "tasks" : "lists"], [field]: value });
    for (const field of WEEK) {
      const [first, second] = GOOD.weeks.weeks;
      goals.push({ ...GOOD.weeks, weeks: [{ ...first, [field]: value }, second] });
      // A share without a plan takes a branch of its own.
      goals.push({ ...GOOD.weeks, weeks: [{ [field]: value, ...(field === "percent" ? {} : { percent: 50 }) }] });
    }
    for (const field of TASK)
      goals.push({ ...GOOD.tasks, tasks: [{ ...GOOD.tasks.tasks[0], [field]: value }, GOOD.tasks.tasks[1]] });
  }
  return goals;
}

/** The elements and attributes that the include and the demo's bare layout may write. */
const WRITTEN = {
  html: ["lang", "dir", "data-theme"],
  head: [],
  meta: ["charset", "name", "content"],
  title: [],
  body: [],
  main: [],
  h1: [],
  link: ["rel", "href"],
  script: ["type", "src"],
  "goal-post": ["lang", "data-state", "view", "theme"],
  figure: ["class", "lang"],
  figcaption: [],
  b: ["class"],
  br: [],
  p: ["lang", "class"],
  svg: [
    ...["class", "width", "height", "role", "aria-label", "aria-hidden", "display", "viewBox", "preserveAspectRatio"],
    ...["x", "y", "overflow", "fill", "stroke", "font-size", "text-anchor"],
  ],
  g: ["class", "fill", "stroke", "stroke-width", "font-size", "transform"],
  path: [
    ...["class", "d", "fill", "fill-opacity", "opacity", "pathLength"],
    ...["stroke", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "stroke-width", "vector-effect"],
  ],
  rect: [
    ...["class", "x", "y", "width", "height", "rx", "pointer-events"],
    ...["fill", "fill-opacity", "stroke", "stroke-dasharray", "stroke-width"],
  ],
  circle: ["cx", "cy", "r"],
  line: ["class", "x1", "x2", "y1", "y2", "stroke", "stroke-dasharray", "opacity"],
  text: ["class", "x", "y", "dy", "display", "fill", "font-size", "font-weight", "text-anchor", "transform"],
  tspan: ["class", "display", "font-weight"],
  span: ["class"],
  code: [],
  details: ["open"],
  summary: [],
  table: ["class"],
  caption: [],
  thead: [],
  tbody: [],
  tr: [],
  th: ["scope"],
  td: [],
  a: ["href"],
};

const pages = STRINGS.flatMap((_, at) => ["md", "html"].map((format) => `${at}-${format}`));
let server;
let browser;

before(async () => {
  const files = {};
  for (const [at, string] of STRINGS.entries()) {
    files[`_data/hostile/n${at}.json`] = JSON.stringify(hostileGoals(string));
    for (const format of ["md", "html"]) {
      const head = `---\nlayout: bare\ntitle: Hostile\npermalink: /${at}-${format}/\n---\n`;
      const loop = `{% for goal in site.data.hostile.n${at} %}\n{% include goalpost.html goal=goal %}\n{% endfor %}\n`;
      files[`${at}-${format}.${format}`] = head + loop;
    }
  }
  server = await serve(site({ name: "hostile", files }), { base });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

for (const address of pages) {
  test(`page ${address}: nothing runs and there is no foreign element: ${STRINGS[parseInt(address)]}`, async () => {
    const page = await (await browser.newContext()).newPage();
    let ran = 0;
    await page.exposeFunction("ran", () => ran++);
    page.on("dialog", (dialog) => dialog.dismiss());
    await page.goto(`${server.url}${address}/`);
    const found = await page.evaluate(
      ([written]) => {
        const foreign = [];
        for (const element of document.querySelectorAll("*")) {
          const known = written[element.localName];
          const attributes = known && element.getAttributeNames().filter((name) => !known.includes(name));
          const leads = element.localName !== "a" || /^https?:$/.test(new URL(element.href).protocol);
          if (!known || attributes.length > 0 || !leads) foreign.push(element.cloneNode(false).outerHTML);
        }
        return { foreign, goals: document.querySelectorAll("goal-post").length };
      },
      [WRITTEN],
    );
    // Touches everything that could run when touched.
    await page.evaluate(() => {
      for (const element of document.querySelectorAll("goal-post *")) {
        for (const type of ["mouseover", "focus", "click"])
          element.dispatchEvent(new Event(type, { cancelable: true }));
      }
    });
    assert.deepEqual(found.foreign, []);
    assert.equal(ran, 0, "executions");
    assert.equal(found.goals, hostileGoals(STRINGS[parseInt(address)]).length, "every goal is there");
    await page.context().close();
  });
}
