// The instance of the core that all widgets of the page share, and what they need beside it. Fetched once a goal comes
// near the viewport.

import instantiate from "goalpost:core";
import { parsed } from "./parsed.js";
import { forbidden, forbids } from "./policy.js";
import { schedule } from "./scheduler.js";
import { sheet } from "./sheet.js";
import text from "./style.css";

/** @typedef {Response | Uint8Array<ArrayBuffer>} Source the WebAssembly module */
/** @typedef {Map<{ refresh(): void }, (error: unknown) => void>} Users */

/** Fresh instances that a page gets after crashes. After more of them, the page's own content is shown. */
const MOST_RESTARTS = 10;

/** The hash of the module that this script belongs to. */
export const integrity = INTEGRITY;

/** The instance in use. @type {ReturnType<typeof boot>} */
export let current;
let restarts = 0;
/** @type {CSSStyleSheet | undefined} */
let shared;

/**
 * Starts an instance, which is the one in use from now on.
 * @param {Source | Promise<Source>} source
 */
export function start(source) {
  return (current = boot(source));
}

/** @param {Source | Promise<Source> | WebAssembly.Module} given */
async function boot(given) {
  /** The elements that use this instance, each with what takes its failures. @type {Users} */
  const users = new Map();
  let isReplaced = false;
  /**
   * Keeps what a listener of the core throws from the page. It has crashed then: it returns nothing, and hands over what
   * the page's DOM throws. The element that the event was for is at fault; of any other, the next drawing tells.
   * @param {(...given: any[]) => void} call
   */
  const guard =
    (call) =>
    (...given) => {
      // What is left of an instance that has crashed still listens.
      if (isReplaced) return;
      try {
        call(...given);
      } catch (error) {
        users.get(given.at(-1)?.currentTarget?.getRootNode?.().host)?.(error);
        // A call of the core that has called the page returns before the next microtask.
        queueMicrotask(recover);
      }
    };
  const { imports, finish, Widget, faulted } = instantiate(guard);
  const { module, instance } = await compile(await given, imports());
  finish(instance);

  /** After a crash, a fresh instance takes over, and every element that used this one is read again. */
  function recover() {
    if (isReplaced || !faulted()) return;
    isReplaced = true;
    current = restarts++ < MOST_RESTARTS ? boot(module) : Promise.reject(new Error("it has crashed too often"));
    // Who waits for it hears of it.
    current.catch(() => {});
    for (const element of users.keys()) element.refresh();
  }

  return { Widget, users, recover, draw, style, collect };
}

/**
 * @param {Source | WebAssembly.Module} source
 * @param {WebAssembly.Imports} imports
 * @returns {Promise<WebAssembly.WebAssemblyInstantiatedSource>}
 */
async function compile(source, imports) {
  if (source instanceof WebAssembly.Module) {
    return { module: source, instance: await WebAssembly.instantiate(source, imports) };
  }
  if (source instanceof Uint8Array) return WebAssembly.instantiate(source, imports);
  // A host that gives its policy as a header mostly gives it to every file, and the page's own cannot be read.
  for (const policy of source.headers.get("Content-Security-Policy")?.split(",") ?? []) {
    const sources = forbids(policy);
    if (sources) throw forbidden(sources);
  }
  // Not every server knows the type of a module, and only under that type it is compiled while it arrives.
  const isTyped = source.headers.get("Content-Type") === "application/wasm";
  if (isTyped) return WebAssembly.instantiateStreaming(source, imports);
  return WebAssembly.instantiate(await source.arrayBuffer(), imports);
}

/**
 * The goal that an element is given by a script, or the task list that its `from` points at; undefined, once the element
 * is whole, where its own data are to be read. The code for task lists is fetched only by pages that use it.
 * @param {any} element a `<goal-post>`
 */
async function collect(element) {
  if (element.goal) return element.goal;
  const from = element.getAttribute("from");
  // The list may stand anywhere in the page.
  await parsed(from ? document.documentElement : element);
  if (!from) return undefined;
  const { read } = await import("./tasks.js");
  return read(from, element.getRootNode(), element);
}

/** The style sheet that all widgets share. */
function style() {
  return (shared ??= sheet(text));
}

/**
 * Draws an element when its turn comes. A reader who is in the table of its still goes on in that of the widget.
 * @param {HTMLElement} element
 * @param {import("./scheduler.js").Job} job
 */
async function draw(element, job) {
  const still = element.querySelector("details");
  const hasFocus = () => still?.contains(/** @type {Document | ShadowRoot} */ (still.getRootNode()).activeElement);
  let [isRead, isFocused] = [false, false];
  await schedule(() => {
    // Before the widget is made; once it is, a pointer no longer counts as being over the still.
    isRead ||= hasFocus() || still?.matches(":hover") || false;
    // The last time just before the still disappears.
    isFocused = hasFocus() ?? false;
    return job();
  });
  const table = isRead && element.shadowRoot?.querySelector("details");
  if (!still || !table) return;
  table.open = still.open;
  if (isFocused) table.querySelector("summary")?.focus({ preventScroll: true });
}
