// What the tests of accessibility share: the pages of the demo, the accessibility tree as Chromium computes it, and
// goals that are put into a page.

import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const embeds = fileURLToPath(new URL("../../www/demo/embeds", import.meta.url));

/** Every page of the demo with a goal in it, and how its goals end up. */
export const pages = [
  "2019/goal-jam/",
  "2019/phantom-traffic-jam/",
  ...readdirSync(embeds)
    .filter((name) => name.endsWith(".md") && name !== "index.md")
    .map((name) => `embeds/${name.replace(".md", "/")}`),
].map((address) => ({ address, settled: /broken|no-wasm/.test(address) ? "error" : "drawn" }));

/** The nodes of the accessibility tree that are not left out of it: `{ role, name, value, description, of(property) }`. */
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

/** Puts a goal into the first element of a page, in place of its own, and waits until it is drawn. */
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

/** A goal of so many weeks, in which work slips now and then. */
export function weeks(count) {
  const planned = Array.from({ length: count }, (_, week) => 4 + (week % 3));
  return { title: "A year", unit: "hours", start: "2024-01-06", planned, done: planned.map((plan, week) => plan - (week % 4 === 1 ? 2 : 0)) };
}

/** The element that has the focus, inside shadow roots as well: its class or tag. */
export function focused(page) {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element.className || element.localName;
  });
}

/** The contrast of two colours as CSS computes them, `rgb(…)`. */
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
