// The types of `goalpost/auto` and `goalpost/inline`.

import type { Goal, Load, Problem, Progress, Theme, View } from "./index.js";

/**
 * A goal in the page. It reads the JSON inside it, the file that `src` names, or the task list that `from` selects.
 */
export declare class GoalPostElement extends HTMLElement {
  /** The attributes that the element observes. */
  static readonly observedAttributes: string[];

  /**
   * Defines the element, unless the name is taken, and returns the class that is defined under it.
   * A registry takes a class only once, so any name other than `goal-post` gets a subclass. The style sheet reserves
   * space for `goal-post` alone.
   */
  static define(
    name?: string,
    registry?: Pick<CustomElementRegistry, "define" | "get">,
  ): CustomElementConstructor | undefined;

  /**
   * Sets the address of `goalpost.wasm`; the default is beside the script. Call it before the first goal comes near
   * the viewport. `goalpost/inline` contains the module and fetches nothing.
   */
  static setWasmUrl(url: string | URL): void;

  /**
   * A goal as an object. It replaces the element's own data. Null, the default, returns to those.
   * After a change inside the object, call `refresh()`.
   */
  get goal(): Goal | null;
  set goal(value: Goal | null | undefined);

  /** The address of a JSON file with the goal. */
  get src(): string;
  set src(value: string | null | undefined);

  /** A CSS selector of the task list to read as the goal, or of the heading above it. */
  get from(): string;
  set from(value: string | null | undefined);

  /** The picture. If empty, the goal decides. */
  get view(): View | "";
  set view(value: View | "" | null | undefined);

  /** The colours. If empty, the goal decides. */
  get theme(): Theme | "";
  set theme(value: Theme | "" | null | undefined);

  /** Whether the sentences below the picture are visible. */
  get words(): "on" | "off";
  set words(value: "on" | "off" | null | undefined);

  /** Whether there are buttons that copy the data and save the picture. */
  get menu(): "on" | "off";
  set menu(value: "on" | "off" | null | undefined);

  /**
   * When the drawing code is loaded. If empty, it is loaded near the viewport. If the element contains a static figure,
   * it is loaded only once the page is idle as well or, if data are saved, once the reader
   * shows interest.
   */
  get load(): Load | "";
  set load(value: Load | "" | null | undefined);

  /** Reads the goal again. Only changed files need it: new attributes, properties and data are noticed. */
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
  /** The goal is drawn; `detail` has its numbers. Fires once for each goal that is read. */
  "goalpost:drawn": CustomEvent<Progress>;
  /** The goal cannot be drawn; `detail` has the reasons. */
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
