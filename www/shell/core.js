// The instance of the core that all widgets of the page share, and its surroundings. Loaded once a goal comes
// near the viewport.

import instantiate from "goalpost:core";
import { parsed } from "./parsed.js";
import { forbidden, forbids } from "./policy.js";
import { schedule } from "./scheduler.js";
import { sheet } from "./sheet.js";
import text from "./style.css";

/** @typedef {Response | Uint8Array<ArrayBuffer>} Source the WebAssembly module */
/** @typedef {Map<{ refresh(): void }, (error: unknown) => void>} Users */

/** The most fresh instances that a page gets after crashes. After that, the page shows its own content. */
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

/** @param {Source | Promise<Source> | WebAssembly.Module} given */
async function boot(given) {
  /** The elements that use this instance, each with what takes its failures. @type {Users} */
  const users = new Map();
  let isReplaced = false;
  /**
   * Catches the exceptions of the core's listeners. They mean that the core has crashed, because it hands over what the
   * page's DOM throws. The element of the event is at fault. Any other fault shows at the next drawing.
   * @param {(...given: any[]) => void} call
   */
  const guard =
    (call) =>
    (...given) => {
      // A crashed instance still listens.
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

  /** After a crash, starts a fresh instance and reads every element that used this one again. */
  function recover() {
    if (isReplaced || !faulted()) return;
    isReplaced = true;
    current = restarts++ < MOST_RESTARTS ? boot(module) : Promise.reject(new Error("it has crashed too often"));
    // Who waits for it hears of it.
    current.catch(() => {});
    for (const element of users.keys()) element.refresh();
  }

  return { Widget, users, recover, draw, leave, style, collect };
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
