// The <goal-post> element: holds the room free, fetches the core when it comes near the viewport, and hands over.
//
// Everything that it draws stands in its shadow root, so that the page's own content stays what it was: it is shown
// until there is a picture, and whenever there can be none.

import { load } from "./load.js";
import { forget, near } from "./near.js";

// Importing the package where there is no page must not fail.
const Base = globalThis.HTMLElement ?? class {};

export class GoalPostElement extends Base {
  static observedAttributes = ["src", "from", "view", "theme", "lang", "dir", "menu"];

  #widget;
  /** Grows whenever what is under way is no longer wanted. */
  #turn = 0;

  connectedCallback() {
    if (!this.shadowRoot) {
      this.attachShadow({ mode: "open" }).append(document.createElement("slot"));
      this.addEventListener("goalpost:drawn", this.#offer);
    }
    addEventListener("error", this.#recover);
    this.#begin();
  }

  disconnectedCallback() {
    removeEventListener("error", this.#recover);
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
      this.shadowRoot.adoptedStyleSheets = [core.style()];
      if (this.hasAttribute("from")) await this.#collect();
      await core.inTurn(() => (turn === this.#turn ? (this.#widget ??= new core.Widget(this)) : undefined));
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
  }

  /** Turns the task list that `from` points at into the element's own data. */
  async #collect() {
    const { read } = await import("./goalpost.tasks.js");
    const goal = read(this.getAttribute("from"), this.getRootNode(), this);
    const data = document.createElement("script");
    data.type = "application/json";
    data.textContent = JSON.stringify(goal);
    this.querySelector(":scope > script[type='application/json']")?.remove();
    this.prepend(data);
  }

  /** Adds to the menu what the core does without: its code is fetched when a reader asks for it. */
  #offer() {
    const png = this.shadowRoot.querySelector(".tools button:nth-of-type(2)");
    if (!png) return;
    const svg = document.createElement("button");
    svg.textContent = png.textContent.replace("PNG", "SVG");
    svg.onclick = async () => {
      try {
        const { save } = await import("./goalpost.svg.js");
        save(this, () => this.#widget.redraw());
      } catch (error) {
        console.error(`goalpost: the picture could not be saved: ${error}`);
      }
    };
    png.after(svg);
  }

  /**
   * A fault of the core has left one picture half drawn, and those after it as they were. Read again, each is drawn
   * afresh, or meets its fault here, where it can be caught.
   */
  #recover = ({ error }) => {
    if (this.#widget && error instanceof WebAssembly.RuntimeError) this.refresh();
  };

  #end() {
    this.#turn++;
    forget(this);
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
    const { path = "", message = String(error) } = error ?? {};
    const problems = [{ path, message: path ? message : `the widget could not start: ${message}` }];
    const line = `goalpost: ${[path, problems[0].message].filter(Boolean).join(": ")}`;
    const note = document.createElement("p");
    note.className = "problems";
    note.lang = error?.lang ?? "en";
    note.textContent = line;
    // Only what its author can mend is for the post.
    this.shadowRoot.replaceChildren(...(path ? [note] : []), document.createElement("slot"));
    console.error(line);
    this.dispatchEvent(new CustomEvent("goalpost:error", { bubbles: true, composed: true, detail: { problems } }));
  }
}
