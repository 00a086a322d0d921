// The instance of the core that all widgets of the page share, and its surroundings. Loaded once a goal comes
// near the viewport.

import instantiate from "goalpost:core";
import { forbidden, forbids } from "./policy.js";
import { schedule } from "./scheduler.js";
import { sheet } from "./sheet.js";
import text from "./style.css";

/** @typedef {Response | Uint8Array<ArrayBuffer>} Source the WebAssembly module */

/** The most fresh instances that a page gets after crashes. A core that crashes more often stays off. */
const MOST_RESTARTS = 10;

/** The hash of the module that this script belongs to. */
export const integrity = INTEGRITY;

/** The instance in use. @type {ReturnType<typeof boot>} */
export let current;
let restarts = 0;
/** @type {CSSStyleSheet | undefined} */
let shared;

/**
 * Starts an instance, which becomes the current one.
 * @param {Source | Promise<Source>} source
 */
export function start(source) {
  return (current = boot(source));
}

/** @param {Source | Promise<Source>} given */
async function boot(given) {
  const { imports, finish, Widget, faulted } = instantiate();
  const source = await given;
  finish((await compile(source, imports())).instance);

  /** The elements that use this instance. @type {Set<{ refresh(): void }>} */
  const users = new Set();
  let isReplaced = false;
  /** After a crash, starts a fresh instance and reads every element that used this one again. */
  function recover() {
    if (isReplaced || !faulted() || restarts++ >= MOST_RESTARTS) return;
    isReplaced = true;
    removeEventListener("error", recoverLater);
    start(source instanceof Response ? fetch(source.url) : source);
    users.forEach((element) => element.refresh());
  }
  // An error may come from a listener of the page while the core is still calling it. That call returns before the next
  // microtask; a call that has not returned by then has crashed.
  const recoverLater = () => queueMicrotask(recover);
  addEventListener("error", recoverLater);

  return { Widget, users, recover, draw, leave, style };
}

/**
 * @param {Source} source
 * @param {WebAssembly.Imports} imports
 */
async function compile(source, imports) {
  if (source instanceof Uint8Array) return WebAssembly.instantiate(source, imports);
  // The page's own policy cannot be read, but most hosts that send a policy send it with every file.
  for (const policy of source.headers.get("Content-Security-Policy")?.split(",") ?? []) {
    const sources = forbids(policy);
    if (sources) throw forbidden(sources);
  }
  // Some servers send the wrong type for a module. Only with the right one can it compile while it downloads.
  const isTyped = source.headers.get("Content-Type") === "application/wasm";
  if (isTyped) return WebAssembly.instantiateStreaming(source, imports);
  return WebAssembly.instantiate(await source.arrayBuffer(), imports);
}

/** The style sheet that all widgets share. */
function style() {
  return (shared ??= sheet(text));
}

/** The part of each element that has the focus, if one has. @type {WeakMap<Element, HTMLElement | null>} */
const focused = new WeakMap();

/** @param {HTMLElement} element */
function watchFocus(element) {
  if (focused.has(element)) return;
  focused.set(element, null);
  const watch = (type, heard) => element.shadowRoot?.addEventListener(type, ({ target }) => heard(target));
  watch("focusin", (part) => focused.set(element, part));
  // An element that is taken out loses the focus just before it leaves.
  watch("focusout", (part) => queueMicrotask(() => focused.get(element) === part && focused.set(element, null)));
}

/**
 * Gives the focus back to an element that leaves its place only for another one.
 * @param {HTMLElement} element
 */
function leave(element) {
  const part = focused.get(element);
  queueMicrotask(() => {
    if (element.isConnected && document.activeElement === document.body) part?.focus({ preventScroll: true });
  });
}

/**
 * Draws an element when its turn comes. A reader whose focus is in the still's table keeps it in the widget's.
 * @param {HTMLElement} element
 * @param {import("./scheduler.js").Job} job
 */
async function draw(element, job) {
  watchFocus(element);
  const still = element.querySelector("details");
  const hasFocus = () => still?.contains(/** @type {Document | ShadowRoot} */ (still.getRootNode()).activeElement);
  let [isRead, isFocused] = [false, false];
  await schedule(() => {
    // Checked before the widget is made, because afterwards a pointer no longer counts as being over the still.
    isRead ||= hasFocus() || still?.matches(":hover") || false;
    // Checked for the last time just before the still disappears.
    isFocused = hasFocus() ?? false;
    return job();
  });
  const table = isRead && element.shadowRoot?.querySelector("details");
  if (!still || !table) return;
  table.open = still.open;
  if (isFocused) table.querySelector("summary")?.focus({ preventScroll: true });
}
