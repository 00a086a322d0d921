// The <goal-post> element: holds the room free, fetches the core when it comes near the viewport, and hands over.
//
// Everything that it draws stands in its shadow root, so that the page's own content stays what it was: it is shown
// until there is a picture, and whenever there can be none.

import { load } from "./load.js";
import { near } from "./near.js";
import { sheet } from "./sheet.js";
import style from "./style.css";

let shared;

// Importing the package where there is no page must not fail.
const Base = globalThis.HTMLElement ?? class {};

export class GoalPostElement extends Base {
  static observedAttributes = ["src", "view", "theme", "lang", "dir", "menu"];

  #widget;
  /** Grows whenever what is under way is no longer wanted. */
  #turn = 0;

  connectedCallback() {
    if (!this.shadowRoot) {
      const root = this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [(shared ??= sheet(style))];
      root.append(document.createElement("slot"));
    }
    this.#begin();
  }

  disconnectedCallback() {
    this.#end();
  }

  attributeChangedCallback(_name, before, after) {
    if (this.isConnected && this.shadowRoot && before !== after) this.refresh();
  }

  /** Reads the goal again, after its data have changed. */
  refresh() {
    this.#end();
    this.#begin();
  }

  async #begin() {
    const turn = ++this.#turn;
    this.dataset.state = "loading";
    try {
      await near(this);
      const core = await load();
      if (turn === this.#turn) this.#widget = new core.Widget(this);
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
  }

  #end() {
    this.#turn++;
    const widget = this.#widget;
    this.#widget = undefined;
    try {
      widget?.free();
    } catch {
      // An instance that a fault has ended holds nothing that could be freed.
    }
  }

  /** The core could not be had, or broke: the page's own content stays, or comes back. */
  #fail(error) {
    this.dataset.state = "error";
    this.shadowRoot.replaceChildren(document.createElement("slot"));
    const problems = [{ path: "", message: `the widget could not start: ${error?.message ?? error}` }];
    console.error(`goalpost: ${problems[0].message}`);
    this.dispatchEvent(new CustomEvent("goalpost:error", { bubbles: true, composed: true, detail: { problems } }));
  }
}
