// Shared by the accessibility tests: the pages of the demo, Chromium's accessibility tree, axe-core's findings, and
// goals that are put into a page.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";

/** Every page of a built blog, and the final state of its goals, if it has any, so that no page is forgotten. */
export function pagesOf(blog) {
  const files = readdirSync(blog, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith("index.html"));
  const settled = (name) => {
    if (!/goalpost(\.standalone)?\.js/.test(readFileSync(join(blog, name), "utf8"))) return null;
    // The home page has only an excerpt that ends in the middle of a goal.
    return name === "index.html" || /broken|no-wasm/.test(name) ? "error" : "drawn";
  };
  return files.sort().map((name) => ({ address: name.replace("index.html", ""), settled: settled(name) }));
}

/** The post in English. */
export const english = "2019/phantom-traffic-jam/";

/** The sentences of its weeks. */
export const said = [
  "Week 1, September 29: 6 of 6 lectures. Kick-off; every planned lecture done",
  "Week 2, October 5: 6 of 8 lectures, 2 carried over. Left half an hour early",
  "Week 3, October 12: 6 of 8 lectures, 2 carried over. Other plans that day, a shorter goal",
  "Week 4, October 19: 2 of 6 lectures, 4 carried over. Absent. Not well, stayed at home",
  "Week 5, October 26: 0 of 4 lectures, 4 carried over. Talk. Overtime every day; the jam stayed",
];

/** The nodes of the accessibility tree that are not ignored: `{ role, name, value, parent, of(property) }`. */
export async function tree(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const shown = nodes.filter(({ ignored }) => !ignored);
  const byId = new Map(shown.map((node) => [node.nodeId, node]));
  return shown.map(({ role, name, value, properties = [], parentId }) => ({
    role: role?.value,
    name: name?.value ?? "",
    value: value?.value,
    parent: byId.get(parentId)?.role?.value,
    of: (wanted) => properties.find((property) => property.name === wanted)?.value.value,
  }));
}

/** The rules of axe-core about colours. All other findings are the same in every colour scheme. */
const COLOURS = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"];

/**
 * The findings of axe-core, one a line. `strict` uses all rules, including experimental ones and those beyond AA;
 * `colours` uses only those about colours.
 */
export async function findings(page, { strict = false, colours = false } = {}) {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(
    async ([strict, only]) => {
      const beyond = (tag) => /^(?:wcag\d*aaa|experimental)$/.test(tag);
      const values = window.axe
        .getRules()
        .filter(({ ruleId, tags }) => (!only || only.includes(ruleId)) && (strict || !tags.some(beyond)))
        .map(({ ruleId }) => ruleId);
      const options = { runOnly: { type: "rule", values }, resultTypes: ["violations"] };
      return (await window.axe.run({ exclude: [["[data-axe=off]"]] }, options)).violations;
    },
    [strict, colours && COLOURS],
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)}: ${failureSummary}`),
  );
}

/** Replaces the goal in the first element of a page, and waits until it is drawn. */
export async function put(page, goal, attributes = {}) {
  await page.evaluate(
    async ([goal, attributes]) => {
      const host = document.querySelector("goal-post");
      for (const [name, value] of Object.entries(attributes)) host.setAttribute(name, value);
      const drawn = new Promise((resolve) => host.addEventListener("goalpost:drawn", resolve, { once: true }));
      host.querySelector("script").textContent = JSON.stringify(goal);
      host.refresh();
      await drawn;
    },
    [goal, attributes],
  );
}

/** A goal of a number of weeks, in which work slips now and then. */
export function weeks(count) {
  const planned = Array.from({ length: count }, (_, week) => 4 + (week % 3));
  return {
    title: "A year",
    unit: "hours",
    start: "2024-01-06",
    planned,
    done: planned.map((plan, week) => plan - (week % 4 === 1 ? 2 : 0)),
  };
}

/** The focused element, also inside shadow roots: its class or tag. */
export function focused(page) {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element.className || element.localName;
  });
}

/** Runs in the page: stores in `seen` the state of the first table before and after printing. */
export function watchPaper() {
  window.seen = [];
  const look = ({ type }) => {
    const root = document.querySelector("goal-post").shadowRoot;
    window.seen.push([
      type,
      root.querySelector("details").open,
      root.querySelector("table").getBoundingClientRect().height > 100,
    ]);
  };
  addEventListener("beforeprint", look);
  addEventListener("afterprint", look);
}

/** The contrast of two computed colours, `rgb(…)`. */
export function contrast(one, other) {
  const luminance = (colour) => {
    const [red, green, blue] = colour.match(/[\d.]+/g).map((channel) => {
      const value = Number(channel) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Opens the tables of the first goals. Hundreds would take axe seconds, and all are made alike. */
export const openTables = (page, count = 12) =>
  page.evaluate(
    (count) =>
      [...document.querySelectorAll("goal-post")]
        .slice(0, count)
        .forEach((host) => host.shadowRoot?.querySelector("details")?.setAttribute("open", "")),
    count,
  );

/** The slider of the page's first goal. */
export const slider = (page) => page.locator("goal-post .slider").first();
export const tip = (page) => page.locator("goal-post .tip").first();
export const text = (page) => slider(page).getAttribute("aria-valuetext");

/** Tabs to the slider, as a keyboard user does. */
export async function tabTo(page, part = "slider") {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    if ((await focused(page)) === part) return;
  }
  throw new Error(`Tab does not reach ${part}`);
}

/** The middle of a week, in a picture of `count` weeks. */
export async function middle(page, week, count = 5) {
  await slider(page).scrollIntoViewIfNeeded();
  const box = await slider(page).boundingBox();
  return [box.x + (box.width * (week + 0.5)) / count, box.y + box.height / 2];
}
