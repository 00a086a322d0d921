// What importing `goalpost/auto` or `goalpost/inline` brings into a page.

import type { Goal, Load, Problem, Progress, Theme, View } from "./index.js";

/**
 * A goal in the page. It reads the JSON inside it, the file that `src` names, or the task list that `from` points at.
 */
export declare class GoalPostElement extends HTMLElement {
  /** The attributes whose changes are followed. */
  static readonly observedAttributes: string[];

  /**
   * Defines the element, unless something is defined under this name already, and returns the class that is defined.
   * A registry takes a class only once, so any other name than `goal-post` gets a subclass. The style sheet reserves
   * space for `goal-post` alone.
   */
  static define(
    name?: string,
    registry?: Pick<CustomElementRegistry, "define" | "get">,
  ): CustomElementConstructor | undefined;

  /**
   * Sets where `goalpost.wasm` is fetched from, if not from beside the script. Call it before the first goal comes near
   * the viewport. `goalpost/inline` holds the module and fetches nothing.
   */
  static setWasmUrl(url: string | URL): void;

  /**
   * A goal as an object: it is drawn in place of the element's own data. Null, as it is at first, returns to those.
   * After a change inside the object, call `refresh()`.
   */
  get goal(): Goal | null;
  set goal(value: Goal | null | undefined);

  /** The address of a JSON file with the goal. */
  get src(): string;
  set src(value: string | null | undefined);

  /** A CSS selector of the task list, or of the heading above it, that is read as the goal. */
  get from(): string;
  set from(value: string | null | undefined);

  /** The picture; empty where the attribute names none, and the goal decides. */
  get view(): View | "";
  set view(value: View | "" | null | undefined);

  /** The colours; empty where the attribute names none, and the goal decides. */
  get theme(): Theme | "";
  set theme(value: Theme | "" | null | undefined);

  /** Whether the sentences below the picture are seen. */
  get words(): "on" | "off";
  set words(value: "on" | "off" | null | undefined);

  /** Whether there are buttons that copy the data and save the picture. */
  get menu(): "on" | "off";
  set menu(value: "on" | "off" | null | undefined);

  /**
   * When the code that draws is fetched; empty where the attribute does not say. Then it is fetched near the viewport,
   * and where a static figure stands in the element, only once the page has come to rest, or the reader shows interest
   * if data are saved.
   */
  get load(): Load | "";
  set load(value: Load | "" | null | undefined);

  /** Reads the goal again. Only a file that has changed needs it: new attributes, properties and data are noticed. */
  refresh(): void;

  addEventListener<K extends keyof GoalPostEventMap>(
    type: K,
    listener: (this: GoalPostElement, event: GoalPostEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** The events of a `<goal-post>`. They bubble. */
export interface GoalPostEventMap extends HTMLElementEventMap {
  /** The goal is drawn; `detail` holds its numbers. Once for each goal that is read. */
  "goalpost:drawn": CustomEvent<Progress>;
  /** The goal cannot be drawn; `detail` says why. */
  "goalpost:error": CustomEvent<{ problems: Problem[] }>;
}

declare global {
  interface HTMLElementTagNameMap {
    "goal-post": GoalPostElement;
  }
  interface DocumentEventMap {
    "goalpost:drawn": CustomEvent<Progress>;
    "goalpost:error": CustomEvent<{ problems: Problem[] }>;
  }
  interface WindowEventMap {
    "goalpost:drawn": CustomEvent<Progress>;
    "goalpost:error": CustomEvent<{ problems: Problem[] }>;
  }
}
