// Lets the page's own functions throw, one after the other, while goals are drawn, redrawn and read. Runs in the page.

/**
 * Runs in the page before anything else does: every function and accessor through which a widget reaches the page can be
 * told to throw at one of its calls. `faults.count()` starts counting calls; `faults.arm(name, at)` lets one throw.
 */
export function armable() {
  const win = /** @type {any} */ (window);
  win.instances = 0;
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = (...given) => {
      win.instances++;
      return original.apply(WebAssembly, given);
    };
  }
  const counts = new Map();
  let armed = { name: "", at: 0, error: undefined };
  let isCounting = false;
  /** @param {string} name */
  const met = (name) => {
    if (isCounting) counts.set(name, (counts.get(name) ?? 0) + 1);
    if (armed.name !== name || --armed.at !== 0) return;
    // Only once: what has failed is asked again.
    throw armed.error;
  };
  const wrap = (owner, label, key) => {
    const own = Object.getOwnPropertyDescriptor(owner, key);
    if (!own?.configurable) return;
    const name = `${label}.${key}`;
    const guard = (original, kind = "") =>
      original &&
      /** @this {any} */
      function (...given) {
        met(name + kind);
        return Reflect.apply(original, this, given);
      };
    if (own.get) Object.defineProperty(owner, key, { ...own, get: guard(own.get), set: guard(own.set, "=") });
    else if (typeof own.value !== "function") return;
    else if (/^[A-Z]/.test(key)) {
      const construct = (target, given, as) => {
        met(`new ${key}`);
        return Reflect.construct(target, given, as);
      };
      owner[key] = new Proxy(own.value, { construct });
    } else Object.defineProperty(owner, key, { ...own, value: guard(own.value) });
  };
  // Whatever the harness itself needs, kept as it was.
  const one = document.querySelector.bind(document);
  const kept = {
    frame: requestAnimationFrame.bind(window),
    timer: setTimeout.bind(window),
    isLoading: () => one("goal-post[data-state=loading]") !== null,
    tell: EventTarget.prototype.dispatchEvent,
  };
  const owners = {
    ...{ CanvasRenderingContext2D, HTMLCanvasElement, TextMetrics, Element, HTMLElement, Node, EventTarget },
    ...{ CSSStyleDeclaration, Document, ShadowRoot, DocumentFragment, ResizeObserver, MutationObserver, FontFaceSet },
    ...{ IntersectionObserver, MediaQueryList, HTMLTableElement, Event, KeyboardEvent, NodeList, CSSStyleSheet },
  };
  const spared = /^(constructor|then)$/;
  for (const [label, { prototype }] of Object.entries(owners)) {
    for (const key of Object.getOwnPropertyNames(prototype)) if (!spared.test(key)) wrap(prototype, label, key);
  }
  const globals = ["getComputedStyle", "matchMedia", "devicePixelRatio", "requestIdleCallback", "CustomEvent"];
  const observers = ["ResizeObserver", "MutationObserver", "IntersectionObserver", "CSSStyleSheet"];
  for (const key of [...globals, ...observers]) wrap(window, "window", key);
  for (const key of ["error", "warn"]) wrap(console, "console", key);
  wrap(JSON, "JSON", "parse");
  win.faults = {
    ...kept,
    count(isOn) {
      isCounting = isOn;
      if (isOn) counts.clear();
      return Object.fromEntries(counts);
    },
    arm(name, at, kind = "Error") {
      const error = kind === "trap" ? new WebAssembly.RuntimeError("unreachable") : new Error("a fault");
      armed = { name, at, error };
    },
    /** Whether it has thrown, and no more from now on. */
    disarm() {
      const hasThrown = armed.name !== "" && armed.at <= 0;
      armed = { name: "", at: 0, error: undefined };
      return hasThrown;
    },
  };
}

/** What happens to a page with goals. Each returns what makes it happen. All run in the page. */
export const SCENARIOS = {
  theme: () => {
    const { documentElement: root } = document;
    return () => (root.className = root.className ? "" : "dark");
  },
  size: () => {
    const { style } = document.querySelector("main");
    return () => (style.width = style.width === "640px" ? "700px" : "640px");
  },
  pixels: () => {
    const event = new Event("visibilitychange");
    return () => window.faults.tell.call(document, event);
  },
  read: () => {
    const posts = [...document.querySelectorAll("goal-post")];
    return () => posts.forEach((post) => post.refresh());
  },
  key: () => {
    const slider = document.querySelectorAll("goal-post")[4].shadowRoot.querySelector(".slider");
    const event = new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true, composed: true });
    return () => window.faults.tell.call(slider, event);
  },
  pointer: () => {
    const slider = document.querySelectorAll("goal-post")[4].shadowRoot.querySelector(".slider");
    const event = new PointerEvent("pointermove", { bubbles: true, composed: true, pointerType: "mouse" });
    return () => window.faults.tell.call(slider, event);
  },
  button: () => {
    const button = document.querySelectorAll("goal-post")[4].shadowRoot.querySelector("button");
    const event = new MouseEvent("click", { bubbles: true, composed: true });
    return () => window.faults.tell.call(button, event);
  },
};

/** Runs in the page: lets frames pass until no goal is loading. */
export async function rest() {
  const { frame, timer, isLoading } = window.faults;
  const next = () => new Promise((resolve) => frame(resolve));
  for (let left = 100, calm = 0; left > 0 && calm < 2; left--) {
    calm = isLoading() ? 0 : calm + 1;
    await next();
  }
  await new Promise((resolve) => timer(resolve));
}

/**
 * Runs in the page: how each goal can be read. One that is drawn has a picture and answers keys; of any other, the still
 * stands in its place.
 */
export function readings() {
  return [...document.querySelectorAll("goal-post")].map((post) => {
    const { shadowRoot: root } = post;
    const [canvas, slider, still] = [
      root.querySelector("canvas"),
      root.querySelector(".slider"),
      post.querySelector(".goalpost-still"),
    ];
    if (post.dataset.state !== "drawn") {
      return { state: post.dataset.state, isStill: !canvas && still.checkVisibility() && still.clientHeight > 50 };
    }
    const at = slider.getAttribute("aria-valuenow");
    const press = (key) => slider.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true }));
    press(at === "1" ? "ArrowRight" : "ArrowLeft");
    const answers = slider.getAttribute("aria-valuenow") !== at && !root.querySelector(".tip").hidden;
    press("Home");
    // Small, because every case looks at ten of them.
    const small = new OffscreenCanvas(200, 100).getContext("2d", { willReadFrequently: true });
    small.drawImage(canvas, 0, 0, 200, 100);
    return { state: "drawn", answers, picture: String(small.getImageData(0, 0, 200, 100).data) };
  });
}
