// What the tests in Firefox and WebKit share: the blog, and functions that run in its pages.

import { after, before } from "node:test";
import { serve } from "../../www/tools/serve.mjs";
import { base } from "../../www/tools/site.mjs";
import { site } from "./sites.mjs";

/** Serves the blog for a test file: what it gives is filled in before the first test. */
export function served() {
  const held = {};
  before(async () => {
    held.out = site();
    const server = await serve(held.out, { base });
    Object.assign(held, server);
  });
  after(() => held.close?.());
  return held;
}

/** Runs in the page: shows it from top to bottom, until every goal has been drawn or has said why not. */
export async function settle() {
  const sleep = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const all = () => [...document.querySelectorAll("goal-post")];
  for (let tries = 0; tries < 400; tries++) {
    const next = all().find(({ dataset }) => dataset.state !== "drawn" && dataset.state !== "error");
    if (!next && all().length > 0) break;
    next?.scrollIntoView();
    await sleep(30);
  }
  scrollTo(0, 0);
  return all().map(({ dataset }) => dataset.state);
}

/** Runs in the page: puts a goal in the place of the first one. */
export async function put(goal) {
  const host = document.querySelector("goal-post");
  const drawn = new Promise((resolve) => host.addEventListener("goalpost:drawn", resolve, { once: true }));
  host.querySelector("script").textContent = JSON.stringify(goal);
  host.refresh();
  await drawn;
}

/** Runs in the page: what has the focus, inside shadow roots as well. */
export function focused() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element.className || element.localName;
}

/** Runs in the page: the numbers and words that its first goal shows of a week. */
export function shown() {
  const root = document.querySelector("goal-post").shadowRoot;
  const [slider, tip, marker] = [".slider", ".tip", ".marker"].map((part) => root.querySelector(part));
  const text = slider.getAttribute("aria-valuetext");
  return {
    now: Number(slider.getAttribute("aria-valuenow")),
    text,
    tip: !tip.hidden && tip.outerHTML,
    marker: !marker.hidden && marker.outerHTML,
  };
}

/** Runs in the page: where the plot of the first goal is, and its tooltip. */
export function boxes() {
  const root = document.querySelector("goal-post").shadowRoot;
  return [".slider", ".tip"].map((part) => {
    const { x, y, width, height } = root.querySelector(part).getBoundingClientRect();
    return { x, y, width, height };
  });
}
