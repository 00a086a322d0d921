// What importing `goalpost/auto` or `goalpost/inline` brings into a page.

import type { Problem, Progress } from "./index.js";

/** A goal in the page. It reads the JSON inside it, the file that `src` names, or the task list that `from` points at. */
export interface GoalPostElement extends HTMLElement {
  /** Reads the goal again, after its data have changed. */
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
  /** The goal stands in the page; `detail` is its numbers. Once for each goal that is read. */
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
}
