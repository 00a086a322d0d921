// Shared by the tests in Firefox and WebKit: the blog, the browsers, and functions that run in their pages.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { By, Key, Origin } from "selenium-webdriver";
import { serve } from "../../www/tools/serve.mjs";
import { base } from "../../www/tools/site.mjs";
import { engines, missing, start } from "../../www/tools/webdriver.mjs";
import { site } from "./sites.mjs";

/** The names of keys in the page's events that differ from Selenium's. */
const KEYS = {
  ArrowLeft: Key.ARROW_LEFT,
  ArrowRight: Key.ARROW_RIGHT,
  ArrowUp: Key.ARROW_UP,
  ArrowDown: Key.ARROW_DOWN,
};
const keyOf = (name) => KEYS[name] ?? Key[name.toUpperCase()] ?? name;

/** A window, used as a reader would. */
export class Browser {
  #driver;
  #site;

  /** @param {import("selenium-webdriver").WebDriver} driver @param {string} address of the blog */
  constructor(driver, address) {
    this.#driver = driver;
    this.#site = address;
  }

  /** Opens a page of the blog; resolves to the states of its goals, once each has one. */
  async open(address) {
    await this.#driver.manage().window().setRect({ x: 0, y: 0, width: 1000, height: 900 });
    await this.#driver.get(this.#site + address);
    return this.run(settle);
  }

  /**
   * Runs a function in the page. Arguments and results are passed as JSON, and elements as
   * references.
   * @returns {Promise<any>}
   */
  run(code, ...given) {
    return this.#driver.executeScript(code, ...given);
  }

  /** Waits until a function in the page returns a true value. */
  until(code, ...given) {
    return this.#driver.wait(() => this.run(code, ...given), 10_000, `never: ${code}`);
  }

  /** An element inside the shadow root of the page's first goal. */
  async inside(selector) {
    const root = await this.#driver.findElement(By.css("goal-post")).getShadowRoot();
    return root.findElement(By.css(selector));
  }

  /** Presses a key, with others held: press("Shift", "Tab"). */
  press(...names) {
    const keys = names.map(keyOf);
    const actions = this.#driver.actions();
    for (const key of keys) actions.keyDown(key);
    for (const key of keys.toReversed()) actions.keyUp(key);
    return actions.perform();
  }

  /** Tabs to a part of the first goal, as a keyboard user does. */
  async tabTo(part) {
    for (let presses = 0; presses < 40; presses++) {
      await this.press("Tab");
      if ((await this.run(focused)) === part) return;
    }
    assert.fail(`Tab does not reach ${part}`);
  }

  /** Moves the mouse to a point of the window. */
  move(x, y) {
    const to = { x: Math.round(x), y: Math.round(y), duration: 0, origin: Origin.VIEWPORT };
    return this.#driver.actions().move(to).perform();
  }

  openTable() {
    return this.run(() =>
      document.querySelector("goal-post").shadowRoot.querySelector("details").setAttribute("open", ""),
    );
  }

  /** The page as a PDF file. */
  async print() {
    return Buffer.from(await this.#driver.printPage(), "base64");
  }
}

/** Serves the blog for a test file. The result is filled in before the first test. */
export function served() {
  /** @type {{ out?: string, url?: string, close?: () => Promise<void> }} */
  const held = {};
  before(async () => {
    held.out = site();
    const server = await serve(held.out, { base });
    Object.assign(held, server);
  });
  after(() => held.close?.());
  return held;
}

/**
 * Starts an engine for the tests that follow, and stops it after them.
 * @param {import("../../www/tools/webdriver.mjs").Engine} engine
 */
export function running(engine) {
  const skip = missing(engine) ?? false;
  /** @type {Awaited<ReturnType<typeof start>> | undefined} */
  let started;
  before(async () => {
    if (!skip) started = await start(engine);
  });
  after(() => started?.close());
  return {
    /** Why the tests are skipped, if they are. */
    skip,
    get driver() {
      return started.driver;
    },
  };
}

/**
 * Defines tests for each engine. If an engine is missing, they are skipped with the reason.
 * @param {(check: (what: string, body: (browser: Browser) => Promise<void>) => void,
 *   engine: import("../../www/tools/webdriver.mjs").Engine, blog: { out?: string, url?: string }) => void} define
 */
export function inEachEngine(define) {
  const blog = served();
  for (const [name, engine] of Object.entries(engines)) {
    const run = running(engine);
    const { skip } = run;
    const check = (what, body) => test(`${name}: ${what}`, { skip }, () => body(new Browser(run.driver, blog.url)));
    define(check, engine, blog);
  }
}

/** Runs in the page: scrolls it from top to bottom, until every goal is drawn or has failed. */
export async function settle() {
  const all = () => [...document.querySelectorAll("goal-post")];
  const end = performance.now() + 12_000;
  while (performance.now() < end) {
    const next = all().find(({ dataset }) => dataset.state !== "drawn" && dataset.state !== "error");
    if (!next && all().length > 0) break;
    next?.scrollIntoView();
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  scrollTo(0, 0);
  return all().map(({ dataset }) => dataset.state);
}

/** Runs in the page: replaces its first goal. */
export async function put(goal) {
  const host = document.querySelector("goal-post");
  const drawn = new Promise((resolve) => host.addEventListener("goalpost:drawn", resolve, { once: true }));
  host.querySelector("script").textContent = JSON.stringify(goal);
  host.refresh();
  await drawn;
}

/** Runs in the page: the focused element, also inside shadow roots. */
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

/** Runs in the page: the boxes of the first goal's plot and tooltip. */
export function boxes() {
  const root = document.querySelector("goal-post").shadowRoot;
  return [".slider", ".tip"].map((part) => {
    const { x, y, width, height } = root.querySelector(part).getBoundingClientRect();
    return { x, y, width, height };
  });
}
