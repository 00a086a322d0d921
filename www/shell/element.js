// The <goal-post> element: waits until it comes near the viewport, loads the core, and lets it draw.
//
// The picture is in the element's shadow root, so the page's own content inside the element stays as it is. That is
// shown until there is a picture, and whenever there can be none.

import { create } from "./dom.js";
import { load, setWasmUrl } from "./loader.js";
import { forget, moment } from "./moment.js";
import { tabulate } from "./paper.js";

/** @import { Widget } from "goalpost:core" */
/** @import { Goal, Problem } from "../npm/index.js" */

/**
 * @typedef {Awaited<ReturnType<typeof load>>} Core
 * @typedef {Partial<Problem> & { note?: HTMLElement, later?: Promise<unknown> }} Failure `note` is for readers, if the
 *   author can fix the cause; `later` is the core, if it may still arrive
 */

/**
 * The attributes that are properties as well. If an attribute has a fixed set of values, any other reads as the first.
 * @type {Record<string, string[]>}
 */
const REFLECTED = {
  src: [],
  from: [],
  view: ["", "weekly", "burnup", "compact"],
  theme: ["", "auto", "light", "dark"],
  words: ["on", "off"],
  menu: ["on", "off"],
  load: ["", "eager", "near", "interest"],
};

/** Messages already on the console: a cause that keeps every goal from being drawn is logged once per page. */
const told = new Set();
/** @param {string} text */
function tell(text) {
  if (!told.has(text)) console.error(text);
  told.add(text);
}

// Importing the package in Node must not fail.
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

export class GoalPostElement extends Base {
  static observedAttributes = [...Object.keys(REFLECTED), "title", "lang", "dir"];

  /**
   * Defines the element, unless the name is taken, and returns the class defined under it.
   * A registry takes a class only once, so any name other than `goal-post` gets a subclass.
   * @param {string} name
   * @param {Pick<CustomElementRegistry, "define" | "get">} registry
   */
  static define(name = "goal-post", registry = customElements) {
    if (!registry.get(name)) registry.define(name, name === "goal-post" ? this : class extends this {});
    return registry.get(name);
  }

  /**
   * Sets where the WebAssembly module is fetched from, before the first goal comes near the viewport.
   * @param {string | URL} url
   */
  static setWasmUrl(url) {
    setWasmUrl(url);
  }

  #root = this.attachShadow({ mode: "open" });
  /** @type {Widget | undefined} */
  #widget;
  /** @type {Core | undefined} */
  #core;
  /** @type {Goal | null} */
  #goal = null;
  /** Whether the goal has to be read, for the first time or again. */
  #isStale = true;
  #isQueued = false;
  /** The number of the current reading. An older one is obsolete. */
  #reading = 0;

  constructor() {
    super();
    this.#root.append(create("slot"));
    // Libraries that morph pages change data in place, and libraries that stream pages add data late.
    const observer = new MutationObserver(() => this.refresh());
    observer.observe(this, { childList: true, characterData: true, subtree: true });
    // A property that was set before the element was defined shadows the accessor of that name, so it is set again.
    for (const name of ["goal", ...GoalPostElement.observedAttributes]) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
  }

  /** A goal that is drawn in place of the element's own data, or null. */
  get goal() {
    return this.#goal;
  }
  set goal(value) {
    this.#goal = value ?? null;
    this.refresh();
  }

  connectedCallback() {
    this.#queueUpdate();
  }

  disconnectedCallback() {
    this.#core?.leave(this);
    this.#queueUpdate();
  }

  /**
   * @param {string} _name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(_name, before, after) {
    if (before !== after) this.refresh();
  }

  /** Reads the goal again. Only changed files need it: new attributes, properties and data are noticed. */
  refresh() {
    this.#isStale = true;
    this.#queueUpdate();
  }

  /** Updates the element once, in a microtask, however many changes a task makes. */
  #queueUpdate() {
    if (this.#isQueued) return;
    this.#isQueued = true;
    queueMicrotask(() => {
      this.#isQueued = false;
      this.#update();
    });
  }

  /** Reads and draws the goal. An element that was only moved keeps its widget, which redraws if its look changes. */
  async #update() {
    let reading = this.#reading;
    const isWanted = () => reading === this.#reading && this.isConnected;
    // Later, because a widget cannot be freed while it is called.
    const failed = (error) => queueMicrotask(() => reading === this.#reading && this.#fail(error));
    try {
      if (!this.isConnected || this.#isStale) reading = this.#end();
      if (!this.isConnected) return;
      if (this.#isStale) this.dataset.state = "loading";
      this.#isStale = false;
      if (!this.#core) await moment(this);
      if (this.#isBare()) this.ariaBusy = "true";
      const core = (this.#core = await load());
      if (!isWanted()) return;
      core.users.set(this, failed);
      const goal = this.#widget ? undefined : await core.collect(this);
      this.#root.adoptedStyleSheets = [core.style()];
      await core.draw(this, () =>
        isWanted() ? (this.#widget ??= new core.Widget(this, this.#root, goal, failed)) : undefined,
      );
    } catch (error) {
      failed(error);
    }
  }

  /** Whether it has only its data, and nothing to read. */
  #isBare() {
    return !this.querySelector(":scope>:not(script,code)");
  }

  /** Ends the reading and the widget. Returns the number of the next reading. */
  #end() {
    this.#isStale = true;
    this.#core?.users.delete(this);
    const widget = this.#widget;
    this.#widget = undefined;
    try {
      forget(this);
      widget?.free();
    } catch {
      // The instance has crashed: nothing in it can be freed.
    }
    return ++this.#reading;
  }

  /**
   * Shows the page's own content, because the core could not be loaded or has failed.
   * @param {unknown} error
   */
  #fail(error) {
    this.#end();
    this.ariaBusy = null;
    this.dataset.state = "error";
    const { path = "", message = String(error), note, later } = /** @type {Failure} */ (error ?? {});
    const problem = { path, message: path ? message : `the widget could not start: ${message}` };
    tell(`goalpost: ${path && `${path}: `}${problem.message}`);
    // Readers of the post see only problems that its author can fix.
    this.#root.replaceChildren(note ?? "", create("slot"));
    if (this.#isBare()) tabulate(this, this.#root);
    const detail = { problems: [problem] };
    this.dispatchEvent(new CustomEvent("goalpost:error", { bubbles: true, composed: true, detail }));
    if (this.#core) return this.#core.recover();
    const again = () => this.refresh();
    addEventListener("online", again, { once: true });
    later?.then(again, () => {});
  }
}

for (const [name, values] of Object.entries(REFLECTED)) {
  Object.defineProperty(GoalPostElement.prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      const value = this.getAttribute(name) ?? "";
      return values.length > 0 && !values.includes(value) ? values[0] : value;
    },
    set(value) {
      if (value == null) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
  });
}
